"""Importing libraries without what they ask for in passing, and what makes a command slow to start.

Of the 130 ms of processor time that a small program took from command line to end, 25 went into
``importlib.metadata``, which SimPy reads its own version with, and 9 into ``typing_extensions``, in which
msgspec looks for what Python's own ``typing`` has, too.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


@contextmanager
def absent(name: str) -> Iterator[None]:
    """While this is open a module that nobody has imported yet cannot be imported; its users do without it.

    >>> with absent("antigravity"):
    ...     import antigravity
    Traceback (most recent call last):
    ModuleNotFoundError: import of antigravity halted; None in sys.modules
    """
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[name]


@contextmanager
def without_metadata() -> Iterator[None]:
    """While this is open no package has metadata, unless somebody has imported ``importlib.metadata`` already."""
    name = "importlib.metadata"
    if name in sys.modules:
        yield
        return
    stand_in: Any = ModuleType(name)
    stand_in.PackageNotFoundError = LookupError
    stand_in.version = _unknown
    sys.modules[name] = importlib.metadata = stand_in
    try:
        yield
    finally:
        del sys.modules[name], importlib.metadata


def _unknown(package: str) -> str:
    raise LookupError(package)


def versioned(module: ModuleType, package: str) -> None:
    """Let a module that was imported without metadata tell its version when it is asked."""
    if hasattr(module, "__version__"):
        return

    def look_up(name: str) -> Any:
        if name == "__version__":
            from importlib.metadata import version

            return version(package)
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    module.__getattr__ = look_up  # type: ignore[method-assign]
