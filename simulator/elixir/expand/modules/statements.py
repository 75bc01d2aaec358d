"""Statements of a module's body: expanded one after the other, each with its effect."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.modules import fragments
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.tree.build import block
from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom


def statement(x: Context, state: ModuleState, node: Any) -> None:
    """Expand one expression of the body; what only has an effect stays for when the module is defined."""
    if node.__class__ is Node and node.form is Atom("__block__") and node.args.__class__ is list:
        for each in node.args:
            statement(x, state, each)
        return
    x.straight = True
    before = x.vars
    done = expand(x, node)
    x.straight = False
    effect(x, state, done, before)


def effect(x: Context, state: ModuleState, done: Any, before: Any) -> None:
    """Keep or run what a statement of the body expanded to."""
    flat = _flat(done)
    if x.vars is not before or any(_generates(each) for each in flat):
        fragments.evaluated(x, state, block(flat, Meta()), before)
        return
    state.body += [fragments.substituted(x, each) for each in flat if each.__class__ is Node and not _constant(each)]


def _flat(node: Any) -> list[Any]:
    if node.__class__ is Node and node.form is Atom("__block__") and node.args.__class__ is list:
        return [inner for each in node.args for inner in _flat(each)]
    return [node]


def _constant(node: Node) -> bool:
    return node.is_variable or (node.form in (Atom("%{}"), Atom("{}"), Atom("&"), Atom("fn")) and node.args is not None)


def _generates(node: Any) -> bool:
    """Whether code defines functions or sets attributes when it runs."""
    kind = node.__class__
    if kind is Node:
        if node.meta.get("generates"):
            return True
        if node.form.__class__ is Node and _generates(node.form):
            return True
        return node.args.__class__ is list and any([_generates(arg) for arg in node.args])
    if kind is list or kind is tuple:
        return any([_generates(each) for each in node])
    return False
