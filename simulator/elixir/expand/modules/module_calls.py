"""Calls of ``Module`` on the module that is being defined."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.modules.fragments import run, value_of
from simulator.elixir.expand.modules.special_attributes import DOCS, document, put, special
from simulator.elixir.expand.names.macro_table import STRAIGHT, Done
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.folding import folded
from simulator.elixir.tree.build import FALSE, NIL, OK, TRUE, elixir, is_keyword, keyword
from simulator.elixir.tree.nodes import Node
from simulator.elixir.tree.quoted import from_terms
from simulator.terms import Atom


def module_call(x: Context, name: str, args: list[Any], node: Node) -> Done | None:
    """Do a call of ``Module`` in a module's body; None for one that is an ordinary call."""
    handler = _CALLS.get((name, len(args)))
    if handler is None:
        return None
    done = [expand(x, arg) for arg in args]
    if done[0] is not x.module_name:
        return None
    looks = len(done) > 1 and done[1].__class__ is Node and handler is not _evaluated
    computed = looks or (handler in _CHANGES and not x.straight)
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
    value = value_of(x, args[2], node.meta) if made is None else made
    if args[1].name in DOCS and value.__class__ is tuple:
        document(x, x.module, args[1].name, *value)
        return OK
    put(x, x.module, args[1].name, value, node.meta)
    if args[1].name in x.module.attributes:
        x.module.attributes[args[1].name].used = True  # of what is not set by @ nobody is told that it goes unused
    return OK


def _get(x: Context, args: list[Any], node: Node) -> Any:
    assert x.module is not None
    gathered = special(x.module, args[1].name)
    if gathered is not None:
        return (x.module.docs[args[1].name][0], gathered) if args[1].name in DOCS else gathered
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


def _definitions(x: Context, args: list[Any], node: Node) -> Any:
    assert x.module is not None
    kind = args[1] if len(args) == 2 else None
    return [
        (Atom(name), arity) for (name, arity), found in x.module.definitions.items()
        if kind is None or kind is Atom(found.kind)
    ]  # fmt: skip


def _delete(x: Context, args: list[Any], node: Node) -> Any:
    assert x.module is not None
    value = _get(x, args, node)
    x.module.attributes.pop(args[1].name, None)
    x.module.docs.pop(args[1].name, None)
    return value


def _attributes(x: Context, args: list[Any], node: Node) -> Any:
    assert x.module is not None
    return [Atom(name) for name in x.module.attributes]


def _evaluated(x: Context, args: list[Any], node: Node) -> Any:
    """Expand what quoted code holds as statements of the body."""
    quoted, _ = run(x, args[1], node.meta, [])
    assert x.module is not None
    x.unit.above.statement(x, x.module, from_terms(quoted, node.line, None))
    x.straight = True
    return NIL


_CALLS = {
    ("register_attribute", 3): _register,
    ("put_attribute", 3): _put,
    ("get_attribute", 2): _get,
    ("get_attribute", 3): _get,
    ("has_attribute?", 2): _has,
    ("definitions_in", 1): _definitions,
    ("definitions_in", 2): _definitions,
    ("delete_attribute", 2): _delete,
    ("attributes_in", 1): _attributes,
    ("eval_quoted", 2): _evaluated,
    ("eval_quoted", 3): _evaluated,
    ("eval_quoted", 4): _evaluated,
    ("defines?", 2): _defines,
    ("defines?", 3): _defines,
}

_CHANGES = (_register, _put, _delete, _evaluated)


def _code_call(x: Context, name: str, args: list[Any], node: Node) -> Done | None:
    """Do ``Code.eval_quoted`` in the ``__ENV__`` of the module whose body it stands in."""
    if name != "eval_quoted" or len(args) != 3 or not x.straight:
        return None
    place = expand(x, args[2])
    if not _is_environment(place, x.module_name):
        return None
    return Done(_evaluated(x, [x.module_name, expand(x, args[0])], node))


def _is_environment(place: Any, module: Any) -> bool:
    """Whether expanded code is the ``__ENV__`` of a module."""
    if place.__class__ is not Node or place.form is not Atom("%{}"):
        return False
    known = {key: value for key, value in place.args if key.__class__ is Atom}
    return known.get(Atom("__struct__")) is Atom("Elixir.Macro.Env") and known.get(Atom("module")) is module


STRAIGHT["Elixir.Code"] = _code_call

STRAIGHT["Elixir.Module"] = module_call
