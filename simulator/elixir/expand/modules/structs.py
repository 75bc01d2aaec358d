"""Structs: ``defstruct``, ``defexception``, ``%Name{...}`` in expressions and patterns."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.modules import templates
from simulator.elixir.expand.modules.fragments import filled, value_of
from simulator.elixir.expand.names.macro_table import kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand, form
from simulator.elixir.expand.scope.folding import folded
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.tree.build import NIL, OK, TRUE
from simulator.elixir.tree.nodes import Node
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

_MAP = Atom("%{}")
_STRUCT = Atom("__struct__")
_EXCEPTION = Atom("__exception__")


@kernel_macro(("defstruct", 1))
def _defstruct(x: Context, node: Node) -> Any:
    state = x.module
    if state is None:
        raise x.error(node.meta, "cannot invoke defstruct/1 outside module", "ArgumentError")
    if x.function is not None:
        raise x.not_supported(node.meta, "defstruct inside a function")
    if state.struct is not None:
        raise x.error(node.meta, f"defstruct has already been called for {inspect_term(state.name)}, defstruct can "
                                 "only "
                      "be called once per module", "ArgumentError")  # fmt: skip
    return _struct(x, state, node, _fields(x, node, node.args[0]))


def _fields(x: Context, node: Node, given: Any) -> list[tuple[Atom, Any]]:
    """Return the fields with their defaults, evaluated, in quoted form."""
    straight, x.straight = x.straight, False
    expanded = expand(x, filled(x, given, node.meta))
    x.straight = straight
    made = folded(expanded)
    if made is None:
        made = _partly(expanded)
    if made is None:
        made = value_of(x, expanded, node.meta)
    if made.__class__ is not list:
        raise x.error(node.meta, "struct fields definition must be list, got: " + to_source(made), "ArgumentError")
    fields = []
    for each in made:
        pair = (each, NIL) if each.__class__ is Atom else each
        if pair.__class__ is not tuple or pair[0].__class__ is not Atom:
            raise x.error(node.meta, f"struct field names must be atoms, got: {to_source(each)}", "ArgumentError")
        fields.append(pair)
    return list(dict(fields).items())


def _partly(expanded: Any) -> Any:
    """Keep captures of functions and like values as code: they are constants."""
    if expanded.__class__ is list and all(
        item.__class__ is Atom or (item.__class__ is tuple and folded(item[1]) is not None) for item in expanded
    ):
        return expanded
    return None


def _struct(x: Context, state: ModuleState, node: Node, fields: list[tuple[Atom, Any]]) -> Any:
    for key in state.enforced:
        if key not in dict(fields):
            raise x.error(node.meta, f"@enforce_keys required keys ({to_source([key])}) that are not defined in "
                          f"defstruct: {to_source(fields)}", "ArgumentError")  # fmt: skip
    state.struct = fields
    value = Node(_MAP, node.meta, [(_STRUCT, state.name), *fields])
    made = templates.quoted("struct", node.meta, value=value, keys=list(state.enforced), name=state.name)
    return Node(Atom("__block__"), node.meta, [made, value])


@kernel_macro(("defexception", 1))
def _defexception(x: Context, node: Node) -> Any:
    state = x.module
    if state is None:
        raise x.error(node.meta, "cannot invoke defexception/1 outside module", "ArgumentError")
    if x.function is not None:
        raise x.not_supported(node.meta, "defexception inside a function")
    fields = _fields(x, node, node.args[0])
    state.is_exception = True
    state.behaviours.append((Atom("Elixir.Exception"), node.line))
    made = _struct(x, state, node, [(_EXCEPTION, TRUE), *fields])
    has_message = any(key.name == "message" for key, _ in fields)
    extra = templates.quoted("exception_message" if has_message else "exception", node.meta)
    return Node(Atom("__block__"), node.meta, [made, extra, OK])


@form("%", 2)
def struct_form(x: Context, node: Node) -> Any:
    """``%Name{field: value}``, ``%Name{struct | field: value}``, ``%name{}`` in patterns."""
    name_node, map_node = node.args
    if map_node.__class__ is not Node or map_node.form is not _MAP:
        raise x.error(node.meta, "expected struct to be followed by a map, got: " + to_source(map_node))
    name = _name(x, node, name_node)
    if name.__class__ is not Atom:
        return Node(node.form, node.meta, [name, expand(x, map_node)])
    fields, enforced = _known(x, node, name)
    if len(map_node.args) == 1 and map_node.args[0].__class__ is Node and map_node.args[0].is_call("|", 2):
        done = expand(x, map_node)
        _check_keys(x, node, name, fields, done.args[0].args[1], update=True)
        return Node(node.form, node.meta, [name, done])
    done = expand(x, map_node)
    _check_keys(x, node, name, fields, done.args)
    if x.match == "match":
        return Node(node.form, node.meta, [name, done])
    given = dict(done.args)
    missing = [key for key in enforced if key not in given]
    if missing:
        raise x.error(node.meta, f"the following keys must also be given when building struct {inspect_term(name)}: "
                      f"{to_source(missing)}", "ArgumentError")  # fmt: skip
    rest = [(key, value) for key, value in fields if key not in given]
    return Node(_MAP, map_node.meta, [(_STRUCT, name), *rest, *done.args])


def _name(x: Context, node: Node, written: Any) -> Any:
    name = expand(x, written)
    if name.__class__ is Atom:
        return name
    pinned = name.__class__ is Node and name.is_call("^", 1)
    if x.match == "match" and name.__class__ is Node and (name.is_variable or pinned):
        return name
    if x.match == "match":
        raise x.error(node.meta, "expected struct name in a match to be a compile time atom, alias or a variable, got: "
                      f"{to_source(name)}")  # fmt: skip
    raise x.error(node.meta, "expected struct name to be a compile time atom or alias, got: " + to_source(name))


def _known(x: Context, node: Node, name: Atom) -> tuple[list[tuple[Atom, Any]], list[Any]]:
    """Return a struct's fields with defaults, and the keys that must be given."""
    from simulator.elixir.library.structs import FIELDS

    state = x.unit.modules.get(name)
    if state is None or state.struct is None:  # that of a module which is being defined is there already
        state = x.unit.find(name)
    if state is not None and state.struct is not None:
        if state is x.module and x.function is None:
            raise _not_yet(x, node, name)
        return state.struct, state.enforced
    known = FIELDS.get(name.name) if state is None else None
    if known is not None:
        return known(), []
    if name in x.unit.defined and state is None:
        raise _not_yet(x, node, name)
    shown = inspect_term(name)
    raise x.error(node.meta, f"{shown}.__struct__/{_arity(x)} is undefined, cannot expand struct {shown}. Make sure "
                  "the struct name is correct. If the struct name exists and is correct but it still cannot be found, "
                  "you likely have cyclic module usage in your code")  # fmt: skip


def _arity(x: Context) -> int:
    return 0 if x.match == "match" else 1


def _not_yet(x: Context, node: Node, name: Atom) -> Exception:
    return x.error(node.meta, f"cannot access struct {inspect_term(name)}, the struct was not yet defined or the "
                   "struct is being accessed in the same context that defines it")  # fmt: skip


def _check_keys(x: Context, node: Node, name: Atom, fields: list[tuple[Atom, Any]], pairs: Any, update: bool = False
) -> None:
    names = {key for key, _ in fields} | {_STRUCT}
    for key, _ in pairs:
        if key.__class__ is not Atom or key not in names:
            if key.__class__ is Node:
                continue
            if x.match == "match" or update:
                raise x.error(node.meta, f"unknown key {to_source(key)} for struct {inspect_term(name)}")
            raise x.error(node.meta, f"key {to_source(key)} not found", "KeyError")

