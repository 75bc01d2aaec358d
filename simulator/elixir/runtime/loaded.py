"""The modules of the program that are loaded."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any

from simulator.terms import Atom


class Loaded:
    """A module of the program: its exported functions by ``"name/arity"``, and what else is known of it."""

    __slots__ = ("functions", "info", "name")

    def __init__(self, name: Atom, functions: dict[str, FunctionType], info: Any = None) -> None:
        self.name = name
        self.functions = functions
        self.info = info
        """What the compiler tells of it: a dict of ``struct``, ``attributes``, ``behaviours``, ``macros`` ..."""


_loaded: dict[Atom, Loaded] = {}


def load(module: Loaded) -> None:
    """Make a module callable by its name; one of the same name is replaced."""
    _loaded[module.name] = module


def loaded(module: Atom) -> Loaded | None:
    """Return the program's module of this name, or None."""
    return _loaded.get(module)


def unload() -> None:
    """Forget all modules of programs."""
    _loaded.clear()


def all_loaded() -> dict[Atom, Loaded]:
    """Return the modules of programs that there are now."""
    return dict(_loaded)


def restore(those: dict[Atom, Loaded]) -> None:
    """Let these be the modules of programs, and no others."""
    _loaded.clear()
    _loaded.update(those)


Seek = Callable[[Atom, bool], bool]
"""Compiles the file that defines a module; whether it is called, or only asked for."""
_seek: Seek | None = None


def seek_with(seek: Seek | None) -> Seek | None:
    """Let modules that are not loaded be asked for, while others are compiled; return who was asked."""
    global _seek
    before, _seek = _seek, seek
    return before


def sought(module: Atom, called: bool = False) -> bool:
    """Return whether a module that was not loaded is now: the file that defines it was compiled."""
    return module not in _loaded and _seek is not None and _seek(module, called)


def spare(module: Loaded) -> Any:
    """Return the callbacks that a module was given by ``use GenServer`` and did not replace, as ``"name/arity"``."""
    return (module.info or {}).get("spare", ())
