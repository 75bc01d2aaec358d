"""Erlang's ``:code``: which modules are loaded.

Source of the semantics: OTP 25, ``code``. There are no files of compiled modules, and so no paths to them.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.language.application import app_dir
from simulator.elixir.runtime.bridge import FALSE, TRUE, boolean
from simulator.elixir.runtime.errors import Raised
from simulator.elixir.runtime.loaded import all_loaded, loaded, restore
from simulator.elixir.runtime.modules.modules import exists
from simulator.terms import Atom, atom
from simulator.terms.lists import EMPTY, from_list, to_list


def _charlist(text: str) -> Any:
    return from_list([ord(letter) for letter in text]) if text else EMPTY


def _place(module: Any) -> Any:
    return EMPTY if loaded(module) is not None else Atom("preloaded")


def get_path() -> Any:
    """``:code.get_path/0``"""
    return EMPTY


def add_path(folder: Any) -> Atom:
    """``:code.add_path/1``, ``add_patha/1``, ``add_pathz/1``"""
    return TRUE


def is_loaded(module: Any) -> Any:
    """``:code.is_loaded/1``"""
    return (Atom("file"), _place(module)) if exists(module) else FALSE


def ensure_loaded(module: Any) -> Any:
    """``:code.ensure_loaded/1``, ``load_file/1``"""
    return (Atom("module"), module) if exists(module) else (atom.error, Atom("nofile"))


def ensure_modules_loaded(modules: Any) -> Any:
    """``:code.ensure_modules_loaded/1``"""
    missing = [(module, Atom("nofile")) for module in to_list(modules) if not exists(module)]
    return (atom.error, from_list(missing)) if missing else atom.ok


def which(module: Any) -> Any:
    """``:code.which/1``"""
    return _place(module) if exists(module) else Atom("non_existing")


def delete(module: Any) -> Atom:
    """``:code.delete/1``: a module of the program is there no longer."""
    known = all_loaded()
    restore({name: each for name, each in known.items() if name is not module})
    return boolean(module in known)


def purge(module: Any) -> Atom:
    """``:code.purge/1``: there is no old code that a process could run."""
    return FALSE


def soft_purge(module: Any) -> Atom:
    """``:code.soft_purge/1``"""
    return TRUE


def all_modules() -> Any:
    """``:code.all_loaded/0``: the modules of the program."""
    return from_list([(name, EMPTY) for name in sorted(all_loaded(), key=lambda each: each.name)])


def lib_dir(app: Any) -> Any:
    """``:code.lib_dir/1``"""
    try:
        return _charlist(app_dir(app))
    except Raised:
        return atom.error, Atom("bad_name")


def priv_dir(app: Any) -> Any:
    """``:code.priv_dir/1``"""
    folder = lib_dir(app)
    return folder if folder.__class__ is tuple else _charlist(f"{app_dir(app)}/priv")


def root_dir() -> Any:
    """``:code.root_dir/0``"""
    return _charlist("/usr/lib/erlang")


FUNCTIONS = {
    "get_path/0": get_path, "add_path/1": add_path, "add_patha/1": add_path, "add_pathz/1": add_path,
    "del_path/1": add_path, "is_loaded/1": is_loaded, "ensure_loaded/1": ensure_loaded, "load_file/1": ensure_loaded,
    "ensure_modules_loaded/1": ensure_modules_loaded, "which/1": which, "delete/1": delete, "purge/1": purge,
    "soft_purge/1": soft_purge, "all_loaded/0": all_modules, "lib_dir/1": lib_dir, "priv_dir/1": priv_dir,
    "root_dir/0": root_dir,
}  # fmt: skip
