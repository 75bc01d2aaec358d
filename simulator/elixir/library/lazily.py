"""The twins that block, imported when they are first asked for."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def blocking(attribute: str, module: str) -> Any:
    """Return the ``BLOCKING`` table of a file of the library, made of its twins; for its ``__getattr__``."""
    if attribute != "BLOCKING":
        raise AttributeError(attribute)
    package, _, name = module.rpartition(".")
    return import_module(f"{package}.blocking.{name}").TABLE
