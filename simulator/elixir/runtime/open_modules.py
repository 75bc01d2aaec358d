"""The modules that are being defined, for code that runs meanwhile and asks for one by its name.

The expander puts an object here for each: what it knows of the module, and what can be done to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol

from simulator.elixir.runtime.errors import error
from simulator.terms import Atom, inspect


class OpenModule(Protocol):
    """A module that is being defined."""

    @property
    def name(self) -> Atom:
        """Its name."""

    @property
    def closed(self) -> bool:
        """Whether it is defined by now."""

    def get_attribute(self, name: str, default: Any) -> Any:
        """Return an attribute's value as a term."""

    def read_attribute(self, name: str) -> Any:
        """Return what ``@name`` reads."""

    def put_attribute(self, name: str, value: Any) -> None:
        """Set an attribute to a term."""

    def delete_attribute(self, name: str, default: Any) -> Any:
        """Remove an attribute and return what its value was."""

    def register_attribute(self, name: str, options: dict[str, bool]) -> None:
        """Make an attribute accumulate, or be kept."""

    def has_attribute(self, name: str) -> bool:
        """Whether an attribute was set."""

    def defined(self, name: str, arity: int) -> str | None:
        """Return how something is defined (``def``, ``defp`` ...); None if it is not."""

    def definitions(self) -> list[tuple[str, int]]:
        """Return names and arities of all that is defined so far."""

    def do(self, action: str, *args: Any) -> Any:
        """Do what the expander's own code asks for while the body runs."""


_STACK: list[OpenModule] = []
"""Modules during whose expansion code runs, the innermost last."""


@contextmanager
def entered(module: OpenModule | None) -> Iterator[None]:
    """Let code that runs in this block reach a module; None for none."""
    if module is None:
        yield
        return
    _STACK.append(module)
    try:
        yield
    finally:
        _STACK.pop()


_EXPANDING: list[Any] = []
"""The places of macro calls that are being expanded, the innermost last."""


@contextmanager
def expanding(place: Any) -> Iterator[None]:
    """Let code that runs in this block know the place of the macro call that it is run for."""
    _EXPANDING.append(place)
    try:
        yield
    finally:
        _EXPANDING.pop()


def expanded_place() -> Any:
    """Return the place of the macro call that is being expanded; None if there is none."""
    return _EXPANDING[-1] if _EXPANDING else None


def innermost() -> OpenModule:
    """Return the module whose body runs."""
    return _STACK[-1]


def is_any_open() -> bool:
    """Whether code runs while a module is being defined."""
    return bool(_STACK)


def find(module: Atom) -> OpenModule:
    """Return a module that is being defined. Raises ``ArgumentError`` if it is not."""
    for each in reversed(_STACK):
        if each.name is module and not each.closed:
            return each
    raise error("ArgumentError", message=f"could not call Module function because the module {inspect(module)} "
                "is already compiled")  # fmt: skip


def is_open(module: Atom) -> bool:
    """Whether a module is being defined."""
    return any(each.name is module and not each.closed for each in _STACK)
