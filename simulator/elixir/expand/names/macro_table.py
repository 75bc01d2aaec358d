"""The tables of macros: what expands a call, and registers itself here when it is imported."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.expand.scope.core import Handler

KERNEL_MACROS: dict[tuple[str, int], Handler] = {}
"""Kernel's macros by name and arity."""

LIBRARY_MACROS: dict[tuple[str, str], Handler] = {}
"""Macros of the library's modules, by module and name, that are no code with holes."""

STRAIGHT: dict[str, Callable[..., Any]] = {}
"""By module: what does a call at once that a module's body makes; it gives :class:`Done`, or None for no such call."""


class Done:
    """What a macro of Kernel has expanded itself."""

    __slots__ = ("node",)

    def __init__(self, node: Any) -> None:
        self.node = node


def kernel_macro(*keys: tuple[str, int]) -> Callable[[Handler], Handler]:
    """Register a macro of Kernel."""

    def register(handler: Handler) -> Handler:
        for key in keys:
            KERNEL_MACROS[key] = handler
        return handler

    return register
