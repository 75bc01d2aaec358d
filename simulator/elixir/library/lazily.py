"""The twins that block, imported when they are first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

_LIBRARY: Final = __name__.rpartition(".")[0]


def blocking(attribute: str, module: str) -> Any:
    """Return the ``BLOCKING`` table of a file of the library, made of its twins; for its ``__getattr__``."""
    if attribute != "BLOCKING":
        raise AttributeError(attribute)
    return import_module(f"{_LIBRARY}.blocking.{module.removeprefix(f'{_LIBRARY}.')}").TABLE
