"""Elixir's ``Module``: names of modules, and the module that is being defined."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.language.kernel_utils import define_module
from simulator.elixir.runtime import open_modules
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.values.kept import atom_of
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, to_list
from simulator.terms.maps import get

_NIL = Atom("nil")
_OK = Atom("ok")
_ELIXIR = "Elixir."


def concat(names: Any) -> Atom:
    """``Module.concat/1``"""
    parts = [name for name in map(_text, to_list(names)) if name]
    return atom_of(_ELIXIR + ".".join(parts))


def concat_two(left: Any, right: Any) -> Atom:
    """``Module.concat/2``"""
    if not all(name.__class__ is Atom or name.__class__ is str for name in (left, right)):
        raise function_clause("Module", "concat", 2, [left, right])
    return concat(from_list([left, right]))


def _text(name: Any) -> str:
    if name is _NIL:
        return ""
    text: str = name.name if name.__class__ is Atom else name
    return text.removeprefix(_ELIXIR) if text != "Elixir" else ""


def split(module: Any) -> Any:
    """``Module.split/1``"""
    name: str = module.name if module.__class__ is Atom else module
    if not name.startswith(_ELIXIR):
        raise error("ArgumentError", message=f"expected an Elixir module, got: {inspect(module)}")
    return from_list(list(name.split(".")[1:]))


def get_attribute(module: Any, name: Any) -> Any:
    """``Module.get_attribute/2``"""
    return open_modules.find(module).get_attribute(name.name, _NIL)


def get_attribute_or(module: Any, name: Any, default: Any) -> Any:
    """``Module.get_attribute/3``"""
    return open_modules.find(module).get_attribute(name.name, default)


def put_attribute(module: Any, name: Any, value: Any) -> Any:
    """``Module.put_attribute/3``"""
    open_modules.find(module).put_attribute(name.name, value)
    return _OK


def delete_attribute(module: Any, name: Any) -> Any:
    """``Module.delete_attribute/2``"""
    return open_modules.find(module).delete_attribute(name.name, _NIL)


def register_attribute(module: Any, name: Any, options: Any) -> Any:
    """``Module.register_attribute/3``"""
    told = {key.name: value is Atom("true") for key, value in to_list(options)}
    open_modules.find(module).register_attribute(name.name, told)
    return _OK


def has_attribute(module: Any, name: Any) -> Atom:
    """``Module.has_attribute?/2``"""
    return _boolean(open_modules.find(module).has_attribute(name.name))


def defines(module: Any, definition: Any) -> Atom:
    """``Module.defines?/2``"""
    return _boolean(open_modules.find(module).defined(definition[0].name, definition[1]) is not None)


def defines_kind(module: Any, definition: Any, kind: Any) -> Atom:
    """``Module.defines?/3``"""
    return _boolean(open_modules.find(module).defined(definition[0].name, definition[1]) == kind.name)


def definitions_in(module: Any) -> Any:
    """``Module.definitions_in/1``"""
    return from_list([(Atom(name), arity) for name, arity in open_modules.find(module).definitions()])


def is_overridable(module: Any, definition: Any) -> Atom:
    """``Module.overridable?/2``"""
    return _boolean(open_modules.find(module).do("is_overridable", definition))


def make_overridable(module: Any, listed: Any) -> Any:
    """``Module.make_overridable/2``"""
    open_modules.find(module).do("make_overridable", listed)
    return _OK


def eval_quoted(module: Any, quoted: Any, *_: Any) -> Any:
    """``Module.eval_quoted/2``, ``/3``, ``/4``: code as if it stood in the body; a module, or its ``__ENV__``."""
    name = module if module.__class__ is Atom else get(module, Atom("module"))
    open_modules.find(name).do("eval_quoted", quoted)
    return _NIL


def definitions_in_kind(module: Any, kind: Any) -> Any:
    """``Module.definitions_in/2``"""
    found = open_modules.find(module)
    return from_list([
        (Atom(name), arity) for name, arity in found.definitions() if found.defined(name, arity) == kind.name
    ])  # fmt: skip


def is_open(module: Any) -> Atom:
    """``Module.open?/1``"""
    return _boolean(open_modules.is_open(module))


def _boolean(value: bool) -> Atom:
    return Atom("true") if value else Atom("false")


def create(module: Any, quoted: Any, place: Any) -> Any:
    """``Module.create/3``: the place is an ``__ENV__``, or options with its keys."""
    if module.__class__ is not Atom:
        raise function_clause("Module", "create", 3, [module, quoted, place])
    return (yield from define_module(module, quoted, place, EMPTY))


FUNCTIONS = {
    "concat/1": concat,
    "concat/2": concat_two,
    "defines?/2": defines,
    "defines?/3": defines_kind,
    "definitions_in/1": definitions_in,
    "definitions_in/2": definitions_in_kind,
    "eval_quoted/2": eval_quoted,
    "eval_quoted/3": eval_quoted,
    "eval_quoted/4": eval_quoted,
    "delete_attribute/2": delete_attribute,
    "get_attribute/2": get_attribute,
    "get_attribute/3": get_attribute_or,
    "has_attribute?/2": has_attribute,
    "make_overridable/2": make_overridable,
    "overridable?/2": is_overridable,
    "open?/1": is_open,
    "put_attribute/3": put_attribute,
    "register_attribute/3": register_attribute,
    "safe_concat/1": concat,
    "safe_concat/2": concat_two,
    "split/1": split,
}
BLOCKING = {"create/3": create}
