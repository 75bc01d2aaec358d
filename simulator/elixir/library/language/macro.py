"""Elixir's ``Macro``: quoted code as data, in macros and wherever else it is taken apart."""

from __future__ import annotations

from types import GeneratorType
from typing import Any

from simulator.elixir.tree.nodes import Meta
from simulator.elixir.tree.quoted import escaped, from_terms, to_terms
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, is_cell, is_list, to_list

_NIL = Atom("nil")
_ELIXIR = "Elixir."


def to_string(quoted: Any) -> str:
    """``Macro.to_string/1``"""
    from simulator.elixir.tree.to_source import to_source

    return to_source(from_terms(quoted))


def escape(term: Any) -> Any:
    """``Macro.escape/1``"""
    return to_terms(escaped(term, Meta()))


def escape_with(term: Any, options: Any) -> Any:
    """``Macro.escape/2``: with ``unquote: true`` what is unquoted in the term stays code."""
    return escape(term)


def var(name: Any, context: Any) -> Any:
    """``Macro.var/2``"""
    return name, EMPTY, context


def generate_arguments(amount: Any, context: Any) -> Any:
    """``Macro.generate_arguments/2``"""
    return from_list([(Atom(f"arg{index + 1}"), EMPTY, context) for index in range(amount)]) if amount else EMPTY


def underscore(name: Any) -> str:
    """``Macro.underscore/1``"""
    import re

    text = name.name.removeprefix(_ELIXIR) if name.__class__ is Atom else name
    parts = text.split(".")
    pieces = [re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", part).lower() for part in parts]
    return "/".join(pieces).replace("-", "_")


def camelize(name: Any) -> str:
    """``Macro.camelize/1``"""
    text = name.name.removeprefix(_ELIXIR) if name.__class__ is Atom else name
    return ".".join("".join(word[:1].upper() + word[1:] for word in part.split("_")) for part in text.split("/"))


def _children(node: Any) -> list[Any] | None:
    """Return what traversals visit below a node; None for a leaf."""
    if node.__class__ is tuple and len(node) == 3 and is_list(node[1]):
        return [node[0], *(to_list(node[2]) if is_list(node[2]) else [])]
    if node.__class__ is tuple and len(node) == 2:
        return list(node)
    return to_list(node) if is_cell(node) else None


def _with_children(node: Any, children: list[Any]) -> Any:
    if node.__class__ is tuple and len(node) == 3:
        args = node[2] if node[2].__class__ is Atom else from_list(children[1:]) if len(children) > 1 else EMPTY
        return children[0], node[1], args
    if node.__class__ is tuple:
        return tuple(children)
    return from_list(children)


def _called(function: Any, *args: Any) -> Any:
    answer = function(*args)
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    return answer


def traverse(node: Any, acc: Any, before: Any, after: Any) -> Any:
    """``Macro.traverse/4``"""
    node, acc = yield from _called(before, node, acc)
    children = _children(node)
    if children is not None:
        fixed = node.__class__ is tuple and len(node) == 3 and node[0].__class__ is Atom
        done = []
        for index, child in enumerate(children):
            if fixed and index == 0:
                done.append(child)
                continue
            child, acc = yield from traverse(child, acc, before, after)
            done.append(child)
        node = _with_children(node, done)
    return (yield from _called(after, node, acc))


def _kept(node: Any, acc: Any) -> Any:
    return node, acc


def _plainly(function: Any) -> Any:
    """Return a function of node and accumulator that leaves the accumulator alone."""

    def step(node: Any, acc: Any) -> Any:
        return (yield from _called(function, node)), acc

    return step


def prewalk(node: Any, function: Any) -> Any:
    """``Macro.prewalk/2``"""
    return (yield from traverse(node, _NIL, _plainly(function), _kept))[0]


def prewalk_with(node: Any, acc: Any, function: Any) -> Any:
    """``Macro.prewalk/3``"""
    return (yield from traverse(node, acc, function, _kept))


def postwalk(node: Any, function: Any) -> Any:
    """``Macro.postwalk/2``"""
    return (yield from traverse(node, _NIL, _kept, _plainly(function)))[0]


def postwalk_with(node: Any, acc: Any, function: Any) -> Any:
    """``Macro.postwalk/3``"""
    return (yield from traverse(node, acc, _kept, function))


def expand(node: Any, env: Any) -> Any:
    """``Macro.expand/2``: names of modules; other code stays as it is."""
    if node.__class__ is tuple and len(node) == 3 and node[0] is Atom("__aliases__"):
        parts = [part.name for part in to_list(node[2])]
        return Atom(".".join([_ELIXIR.rstrip("."), *parts]) if parts[0] != "Elixir" else ".".join(parts))
    return node


def decompose_call(node: Any) -> Any:
    """``Macro.decompose_call/1``"""
    if node.__class__ is tuple and len(node) == 3 and is_list(node[2]):
        form = node[0]
        if form.__class__ is Atom:
            return form, node[2]
        if form.__class__ is tuple and len(form) == 3 and form[0] is Atom("."):
            receiver, name = to_list(form[2])
            return receiver, name, node[2]
    return Atom("error")


FUNCTIONS = {
    "camelize/1": camelize,
    "decompose_call/1": decompose_call,
    "escape/1": escape,
    "escape/2": escape_with,
    "expand/2": expand,
    "expand_once/2": expand,
    "generate_arguments/2": generate_arguments,
    "to_string/1": to_string,
    "underscore/1": underscore,
    "var/2": var,
}
BLOCKING = {
    "postwalk/2": postwalk,
    "postwalk/3": postwalk_with,
    "prewalk/2": prewalk,
    "prewalk/3": prewalk_with,
    "traverse/4": traverse,
}
