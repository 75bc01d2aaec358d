"""Calls of ``Module`` on the module that is being defined."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.modules.fragments import value_of
from simulator.elixir.expand.modules.special_attributes import put
from simulator.elixir.expand.names.macro_table import STRAIGHT, Done
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.folding import folded
from simulator.elixir.tree.build import FALSE, NIL, OK, TRUE, elixir, is_keyword, keyword
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom


def module_call(x: Context, name: str, args: list[Any], node: Node) -> Done | None:
    """Do a call of ``Module`` in a module's body; None for one that is an ordinary call."""
    handler = _CALLS.get((name, len(args)))
    if handler is None:
        return None
    done = [expand(x, arg) for arg in args]
    if done[0] is not x.module_name:
        return None
    computed = done[1].__class__ is Node or (handler in _CHANGES and not x.straight)
    if computed:  # it is known when the body runs
        return Done(elixir("Module", name, done, node.meta.with_(generates=True)))
    made = handler(x, done, node)
    return None if made is None else Done(made)


def _register(x: Context, args: list[Any], node: Node) -> Any:
    assert x.module is not None
    options = args[2] if len(args) == 3 and is_keyword(args[2]) else []
    name = args[1].name
    if keyword(options, "accumulate") is TRUE:
        x.module.accumulating.add(name)
    if keyword(options, "persist") is TRUE:
        x.module.persisted.add(name)
    return OK


def _put(x: Context, args: list[Any], node: Node) -> Any:
    assert x.module is not None
    made = folded(args[2])
    put(x, x.module, args[1].name, value_of(x, args[2], node.meta) if made is None else made, node.meta)
    return OK


def _get(x: Context, args: list[Any], node: Node) -> Any:
    assert x.module is not None
    found = x.module.attributes.get(args[1].name)
    if found is None:
        return [] if args[1].name in x.module.accumulating else (args[2] if len(args) == 3 else NIL)
    found.used = True
    return found.value


def _has(x: Context, args: list[Any], node: Node) -> Any:
    assert x.module is not None
    return TRUE if args[1].name in x.module.attributes else FALSE


def _defines(x: Context, args: list[Any], node: Node) -> Any:
    assert x.module is not None
    if args[1].__class__ is not tuple:
        return None
    found = x.module.definitions.get((args[1][0].name, args[1][1]))
    return TRUE if found is not None and (len(args) == 2 or args[2] is Atom(found.kind)) else FALSE


_CALLS = {
    ("register_attribute", 3): _register,
    ("put_attribute", 3): _put,
    ("get_attribute", 2): _get,
    ("get_attribute", 3): _get,
    ("has_attribute?", 2): _has,
    ("defines?", 2): _defines,
    ("defines?", 3): _defines,
}

_CHANGES = (_register, _put)

STRAIGHT["Elixir.Module"] = module_call
