"""Elixir's ``Code``, as far as a program that is already loaded can ask for it."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.bridge import boolean
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.modules import exists
from simulator.terms import Atom, inspect


def ensure_loaded(module: Any) -> Any:
    """``Code.ensure_loaded/1``"""
    return (Atom("module"), module) if exists(module) else (Atom("error"), Atom("nofile"))


def ensure_loaded_strictly(module: Any) -> Any:
    """``Code.ensure_loaded!/1``"""
    if exists(module):
        return module
    raise error("ArgumentError", message=f"could not load module {inspect(module)} due to reason :nofile")


def is_loaded(module: Any) -> Any:
    """``Code.ensure_loaded?/1``"""
    return boolean(exists(module))


def compiler_options(opts: Any) -> Any:
    """``Code.compiler_options/1``: none of them matters here."""
    from simulator.terms.maps import EMPTY_MAP

    return EMPTY_MAP


def put_compiler_option(key: Any, value: Any) -> Atom:
    """``Code.put_compiler_option/2``"""
    return Atom("ok")


FUNCTIONS = {
    "ensure_loaded/1": ensure_loaded, "ensure_loaded!/1": ensure_loaded_strictly, "ensure_loaded?/1": is_loaded,
    "ensure_compiled/1": ensure_loaded, "ensure_compiled!/1": ensure_loaded_strictly,
    "ensure_compiled?/1": is_loaded, "compiler_options/1": compiler_options,
    "put_compiler_option/2": put_compiler_option,
}  # fmt: skip
