"""A term that stands as text already."""

from __future__ import annotations

from typing import Any

from simulator.terms.inspect import inspect


class Shown(str):
    """A term rendered at once, because it could change before somebody reads it.

    >>> Shown([1, "a"])
    '[1, "a"]'
    """

    __slots__ = ()

    def __new__(cls, term: Any) -> Shown:
        """Render *term* as Elixir prints it, on one line."""
        return super().__new__(cls, inspect(term))
