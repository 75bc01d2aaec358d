"""``defoverridable`` and ``super``."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.checks.behaviours import callbacks_of
from simulator.elixir.expand.modules.module_code import ACTIONS
from simulator.elixir.expand.names.macro_table import kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand, expand_args, form
from simulator.elixir.expand.scope.module_state import LocalCall, ModuleState
from simulator.elixir.tree.build import OK, call, elixir, is_keyword
from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term
from simulator.terms.lists import to_list


@kernel_macro(("defoverridable", 1))
def _defoverridable(x: Context, node: Node) -> Any:
    state = x.module
    if state is None:
        raise x.error(node.meta, "cannot invoke defoverridable/1 outside module", "ArgumentError")
    listed = expand(x, node.args[0])
    if not x.straight or not (listed.__class__ is Atom or is_keyword(listed)):
        return elixir("Module", "make_overridable", [state.name, listed], node.meta.with_(generates=True))
    if listed.__class__ is Atom:
        names = [name for name in callbacks_of(x, listed) if name in state.definitions]
    else:
        names = [(name.name, arity) for name, arity in listed]
    for name in names:
        mark(x, state, node.meta, name)
    return OK


def _make_overridable(x: Context, state: ModuleState, listed: Any) -> Any:
    """``Module.make_overridable/2``: of a behaviour, or of a list of names and arities."""
    if listed.__class__ is Atom:
        names = [name for name in callbacks_of(x, listed) if name in state.definitions]
    else:
        names = [(name.name, arity) for name, arity in to_list(listed)]
    for name in names:
        mark(x, state, Meta(state.line), name)
    return OK


def _is_overridable(x: Context, state: ModuleState, definition: Any) -> bool:
    """``Module.overridable?/2``"""
    return (definition[0].name, definition[1]) in state.overridable


ACTIONS["make_overridable"] = _make_overridable
ACTIONS["is_overridable"] = _is_overridable


_DEFAULTS = frozenset({"handle_call", "handle_cast", "handle_info", "terminate", "code_change"})
"""Callbacks of servers of which OTP has the defaults: a module has them only if it calls them."""


def mark(x: Context, state: ModuleState, meta: Meta, key: tuple[str, int]) -> None:
    """Let a definition be replaced by a later one, which reaches it as ``super``."""
    found = state.definitions.get(key)
    if found is None:
        raise x.error(meta, f"cannot make function {key[0]}/{key[1]} overridable because it was not defined",
                      "ArgumentError")  # fmt: skip
    if key in state.injected and key[0] in _DEFAULTS:
        state.spare.add(key)
    state.overridable.setdefault(key, []).append(found)
    del state.definitions[key]
    state.order.remove(key)
    state.default_names.pop(key, None)


@form("super")
def super_form(x: Context, node: Node) -> Any:
    """``super(args)``: the definition that this one overrides, as a private function of its own."""
    state, function = x.module, x.function
    if state is None or function is None:
        raise x.error(node.meta, f"no super defined for nofile/0 in module {inspect_term(x.module_name)}. "
                                 "Overridable functions "
                      "available are: ")  # fmt: skip
    versions = state.overridable.get(function)
    if not versions:
        known = ", ".join(f"{name}/{arity}" for name, arity in state.overridable)
        raise x.error(node.meta, f"no super defined for {function[0]}/{function[1]} in module "
                      f"{inspect_term(state.name)}. Overridable functions available are: {known}")  # fmt: skip
    if len(node.args) != function[1]:
        raise x.error(node.meta, "super must be called with the same number of arguments as the current definition")
    if function in state.spare:
        x.warn(node.line, f"calling super for GenServer callback {function[0]}/{function[1]} is deprecated")
    found = versions[-1]
    name = f"{function[0]} (overridable {len(versions)})"
    key = name, function[1]
    if key not in state.definitions:
        found.name, found.kind = name, "defmacrop" if found.macro else "defp"
        state.definitions[key] = found
        state.order.append(key)
    state.locals.append(LocalCall(function, name, function[1], node.meta))
    return call(name, expand_args(x, node.args), node.meta)


def put_back(state: ModuleState) -> None:
    """Bring back for the hooks at the end what could have been overridden by then and was not."""
    for key, versions in list(state.overridable.items()):
        if key not in state.definitions and versions[-1].name == key[0] and key not in state.spare:
            state.definitions[key] = versions.pop()
            state.order.append(key)
            if not versions:
                del state.overridable[key]


def restore(x: Context, state: ModuleState) -> None:
    """Bring back what could have been overridden and was not."""
    called = {(each.name, each.arity) for each in state.locals}
    state.spare -= called
    for key, versions in state.overridable.items():
        if key not in state.definitions and versions[-1].name == key[0] and key not in state.spare:
            state.definitions[key] = versions[-1]
            state.order.append(key)
