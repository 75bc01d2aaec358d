"""The twins that block, imported when they are first asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any, Final

_LIBRARY: Final = __name__.rpartition(".")[0]


def blocking(attribute: str, *modules: str) -> Any:
    """Return the ``BLOCKING`` table of a file, made of the twins of these *modules*; for its ``__getattr__``."""
    if attribute != "BLOCKING":
        raise AttributeError(attribute)
    return twins(*modules)


@cache
def twins(*modules: str) -> dict[str, Any]:
    """Return the twins of what stands in the tables of these files of the library."""
    found: dict[str, Any] = {}
    for module in modules:
        found |= import_module(f"{_LIBRARY}.blocking.{module.removeprefix(f'{_LIBRARY}.')}").TABLE
    return found
