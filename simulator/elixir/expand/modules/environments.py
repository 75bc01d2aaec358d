"""A place that is given as a term, a ``%Macro.Env{}``: what is known there, and code that is expanded in it."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.names import macros
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import FORMS, expand
from simulator.elixir.tree.build import is_alias
from simulator.elixir.tree.nodes import Node
from simulator.elixir.tree.quoted import from_terms, to_terms
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, to_list
from simulator.terms.maps import Map, pairs

_NIL = Atom("nil")
_CONSTANT = frozenset({"__MODULE__", "__DIR__", "__ENV__"})


def known(place: Any) -> dict[Any, Any]:
    """Return what a ``%Macro.Env{}`` holds, or a list with some of its keys."""
    return dict(pairs(place) if place.__class__ is Map else to_list(place))


def placed(x: Context, place: Any) -> None:
    """Let what a place knows be known: its aliases, requires and imports."""
    found = known(place)

    def of(name: str) -> list[Any]:
        return to_list(found.get(Atom(name), EMPTY))

    x.aliases = {Atom(short.name.removeprefix("Elixir.")): target for short, target in of("aliases")}
    x.requires = {**x.requires, **dict.fromkeys(of("requires"), 0)}
    x.functions = _imported(of("functions"))
    x.macros = _imported(of("macros"))


def _imported(listed: list[Any]) -> dict[tuple[str, int], Atom]:
    return {
        (name.name, arity): module
        for module, functions in listed
        for name, arity in to_list(functions)
        if module is not Atom("Elixir.Kernel")
    }


def line_of(place: Any) -> int:
    """Return the line of a place."""
    line = known(place).get(Atom("line"), 0)
    return line if line.__class__ is int else 0


def expanded_once(x: Context, term: Any, place: Any) -> Any:
    """``Macro.expand_once/2``: what a macro call gives, the module that an alias stands for, or the term itself."""
    inner = x.inside(x.module, x.function)
    inner.vars, inner.version, inner.match = x.vars, x.version, x.match
    placed(inner, place)
    module = known(place).get(Atom("module"), _NIL)
    if module is not inner.module_name:
        inner.module = x.unit.modules.get(module)
    node = from_terms(term, line_of(place), None)
    if node.__class__ is not Node:
        return term
    if node.is_variable:
        name = node.form.name
        return to_terms(FORMS[name, 0](inner, node)) if name in _CONSTANT else term
    if is_alias(node):
        made = expand(inner, node)
        return made if made.__class__ is Atom else term
    made = macros.expand_once(inner, node)
    return term if made is node else to_terms(made)
