"""Quoted code as source text: ``Macro.to_string/1``."""

from __future__ import annotations

from typing import Any

from simulator.elixir.ast import Node
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term


def to_source(node: Any) -> str:
    """Return the source of quoted code, on one line where Elixir has it on one."""
    kind = node.__class__
    if kind is Node:
        return _node(node)
    if kind is list:
        return "[" + ", ".join(to_source(each) for each in node) + "]"
    if kind is tuple:
        return "{" + ", ".join(to_source(each) for each in node) + "}"
    return inspect_term(node)


def _node(node: Node) -> str:
    name = node.form
    if name.__class__ is not Atom:
        return _remote(node)
    if node.args.__class__ is not list:
        return str(name.name)
    if name.name == "__aliases__":
        return ".".join(part.name if part.__class__ is Atom else to_source(part) for part in node.args)
    if name.name == "{}":
        return "{" + ", ".join(to_source(each) for each in node.args) + "}"
    if len(node.args) == 2 and not name.name[0].isalpha() and name.name[0] not in "_%{<&":
        return f"{to_source(node.args[0])} {name.name} {to_source(node.args[1])}"
    return f"{name.name}({', '.join(to_source(each) for each in node.args)})"


def _remote(node: Node) -> str:
    form = node.form
    args = ", ".join(to_source(each) for each in node.args)
    if form.__class__ is Node and form.form is Atom(".") and len(form.args) == 2 and form.args[1].__class__ is Atom:
        return f"{to_source(form.args[0])}.{form.args[1].name}({args})"
    if form.__class__ is Node and form.form is Atom("."):
        return f"{to_source(form.args[0])}.({args})"
    return f"{to_source(form)}({args})"
