"""Of Elixir's ``Code``: the options of the compiler, and where it looks for compiled modules.

Source of the semantics: Elixir 1.14, ``Code``. No compiled module is ever loaded from a folder here, so a path is
remembered and nothing else; one with ``.beam`` files in it is refused.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.library.files.path import text_of
from simulator.elixir.runtime.bridge import FALSE, TRUE, boolean
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.world import world
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, to_list
from simulator.terms.maps import Map, from_pairs, pairs

_DEFAULTS: Final = {
    "docs": TRUE, "debug_info": TRUE, "ignore_already_consolidated": FALSE, "ignore_module_conflict": FALSE,
    "relative_paths": TRUE, "warnings_as_errors": FALSE, "no_warn_undefined": EMPTY, "tracers": EMPTY,
    "parser_options": EMPTY,
}  # fmt: skip
_NOT_BOOLEAN: Final = ("no_warn_undefined", "tracers", "parser_options")


def all_options() -> Map:
    """``Code.compiler_options/0``"""
    return from_pairs([(Atom(name), _value(name)) for name in _DEFAULTS])


def _value(name: str) -> Any:
    return world().compiler_options.get(name, _DEFAULTS[name])


def available() -> Any:
    """``Code.available_compiler_options/0``"""
    return from_list([Atom(name) for name in _DEFAULTS])


def get(key: Any) -> Any:
    """``Code.get_compiler_option/1``"""
    if key.__class__ is not Atom or key.name not in _DEFAULTS:
        raise function_clause("Code", "get_compiler_option", 1, [key])
    return _value(key.name)


def put(key: Any, value: Any) -> Atom:
    """``Code.put_compiler_option/2``"""
    if key.__class__ is not Atom or key.name not in _DEFAULTS:
        raise error("RuntimeError", message=f"unknown compiler option: {inspect(key)}")
    if key.name not in _NOT_BOOLEAN and value not in (TRUE, FALSE):
        problem = f"compiler option {inspect(key)} should be a boolean, got: {inspect(value)}"
        raise error("RuntimeError", message=problem)
    world().compiler_options[key.name] = value
    return Atom("ok")


def put_all(options: Any) -> Map:
    """``Code.compiler_options/1``: the answer is what the options were before."""
    before = []
    for key, value in pairs(options) if options.__class__ is Map else to_list(options):
        former = get(key) if key.name in _DEFAULTS else None
        put(key, value)
        before.append((key, former))
    return from_pairs(before)


def add_path(path: Any) -> Any:
    """``Code.append_path/1`` and ``Code.prepend_path/1``"""
    full = world().files.absolute(text_of(path))
    if not world().files.is_folder(full):
        return (Atom("error"), Atom("bad_directory"))
    if any(name.endswith(".beam") for name in world().files.names(full)):
        refuse(f"modules that are compiled for the BEAM, in {full}")
    world().code_paths[full] = None
    return TRUE


def delete_path(path: Any) -> Any:
    """``Code.delete_path/1``"""
    full = world().files.absolute(text_of(path))
    return boolean(world().code_paths.pop(full, TRUE) is None)


OPTIONS: Final = {
    "compiler_options/0": all_options, "compiler_options/1": put_all, "available_compiler_options/0": available,
    "get_compiler_option/1": get, "put_compiler_option/2": put, "append_path/1": add_path,
    "prepend_path/1": add_path, "delete_path/1": delete_path,
}  # fmt: skip
