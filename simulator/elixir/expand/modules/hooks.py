"""``@before_compile`` and ``@after_compile``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from simulator.elixir.expand.forms.quoting import escape
from simulator.elixir.expand.modules import asking
from simulator.elixir.expand.modules.fragments import run, versioned_variable
from simulator.elixir.expand.modules.statements import statement
from simulator.elixir.expand.names import macros
from simulator.elixir.expand.names.environment import environment
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.folding import folded
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.tree.build import elixir, remote
from simulator.elixir.tree.errors import NotSupported
from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom

CLOSING: dict[str, Callable[[ModuleState, Atom, Meta], Any]] = {}
"""By the library's module whose hook it is: what makes the code that ends a module."""


def run_hook(x: Context, state: ModuleState, target: Atom, name: str, meta: Meta) -> None:
    """Expand what the hook's macro gives at the end of the module."""
    closing = CLOSING.get(target.name)
    if closing is not None:
        statement(x, state, closing(state, target, meta))
        return
    statement(x, state, macros.applied_terms(x, meta, target, name, [environment(x, meta)]))


def give_value(state: ModuleState, meta: Meta) -> None:
    """Let the body end with what its last statement gave, if that is not a constant."""
    places = [index for index, each in enumerate(state.body) if each is state.value]
    if (places and places[-1] == len(state.body) - 1) or not _runs(state.value):
        return
    held = versioned_variable(("value", Atom("Elixir.Module")), 0, meta)
    if places:
        state.body[places[-1]] = Node(Atom("="), meta, [held, state.value])
    state.value = held if places else state.value
    state.body.append(state.value)


def _runs(node: Any) -> bool:
    if node.__class__ is list or node.__class__ is tuple:
        return any([_runs(each) for each in node])
    return node.__class__ is Node and folded(node) is None


def after_compile(x: Context, state: ModuleState, meta: Meta) -> None:
    """Let the body of the module end with the calls that ``@after_compile`` asks for; its code is not to be had.

    What is a macro, or asks for the module's attributes, is left for :func:`run_after_compile`.
    """
    later = []
    for target, name in state.after_compile:
        made = _after_compile(x, target, name, meta)
        if macros.is_remote_macro(x, target, name, 2) or asking.asks(x, state, made):
            later.append((target, name))
        else:
            state.body.append(made)
    state.after_compile = later


def _after_compile(x: Context, target: Atom, name: str, meta: Meta) -> Any:
    return remote(target, name, [escape(environment(x, meta), meta), b""], meta)


def on_load(x: Context, state: ModuleState, meta: Meta) -> None:
    """Let the body of the module end with the call that ``@on_load`` asks for.

    Not where that is to load native functions: there are none here, and whoever calls one is told so.
    """
    found = None if state.on_load is None else state.definitions.get((state.on_load, 0))
    if found is None or any(_loads([clause.body for clause in found.clauses])):
        return
    if found.private:
        raise NotSupported("@on_load of a private function", x.unit.file, found.line or meta.line)
    state.body.append(elixir("Kernel.Utils", "on_load", [state.name, remote(state.name, found.name, [], meta)], meta))


def _loads(node: Any) -> Iterator[bool]:
    """Tell of each part of code whether it is the name of what loads native functions."""
    if node.__class__ is Node:
        node = [node.form, node.args]
    if node.__class__ is list or node.__class__ is tuple:
        for each in node:
            yield from _loads(each)
    yield node is Atom("load_nif")


def run_after_compile(x: Context, state: ModuleState, meta: Meta) -> None:
    """Make the calls of ``@after_compile`` that look at the attributes of the module, which can be called by now."""
    for target, name in state.after_compile:
        if macros.is_remote_macro(x, target, name, 2):
            made = expand(x, macros.applied_terms(x, meta, target, name, [environment(x, meta), ""]))
        else:
            made = _after_compile(x, target, name, meta)
        run(x, made, meta, [])
