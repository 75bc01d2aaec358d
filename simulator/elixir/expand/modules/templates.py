"""Code that macros of the library inject, written in Elixir; ``unquote(name)`` stands for what is put in."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from simulator.elixir.expand.modules.injected import SOURCES
from simulator.elixir.syntax.read import parse
from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom

_DEFINITIONS: Final = (Atom("def"), Atom("defp"), Atom("defmacro"), Atom("defmacrop"))
TEMPLATES: dict[str, str] = dict(SOURCES)
"""Their sources by name; ``ex_unit`` adds its own."""


@cache
def _parsed(name: str) -> Any:
    return parse(TEMPLATES[name], "template")


def quoted(template: str, meta: Meta, filling: dict[str, Any] | None = None, **holes: Any) -> Any:
    """Return the template with its holes filled, all of it at one place; *filling* is for names that Python has."""
    return _filled(_parsed(template), meta, {**(filling or {}), **holes})


def _filled(node: Any, meta: Meta, holes: dict[str, Any]) -> Any:
    kind = node.__class__
    if kind is Node:
        if node.form is Atom("unquote"):
            return holes[node.args[0].form.name]
        form = node.form if node.form.__class__ is Atom else _filled(node.form, meta, holes)
        args = node.args
        if args.__class__ is list:
            args = [_filled(arg, meta, holes) for arg in args]
        elif args is None and form is not Atom("_"):
            args = Atom("Elixir.Kernel") if not form.name.startswith("__") else None
        extra = node.meta.extra
        if form in _DEFINITIONS:
            extra = {"library": True}
        elif form is Atom("import"):
            extra = {"counter": 0}
        return Node(form, Meta(meta.line, meta.column, extra), args)
    if kind is list:
        return [_filled(each, meta, holes) for each in node]
    if kind is tuple:
        return tuple([_filled(each, meta, holes) for each in node])
    return node
