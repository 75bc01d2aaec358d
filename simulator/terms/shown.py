"""A term that stands as text already."""

from __future__ import annotations

from typing import Any

from simulator.terms.inspect import one_line


class Shown(str):
    """A term rendered at once, because it could change before somebody reads it.

    >>> Shown([1, "a"])
    '[1, "a"]'
    """

    __slots__ = ()

    def __new__(cls, term: Any) -> Shown:
        """Render *term* as Elixir prints it, on one line."""
        return super().__new__(cls, one_line(term))

    @classmethod
    def text(cls, text: str) -> Shown:
        """Return a text that somebody else has rendered.

        >>> Shown.text("GET /")
        'GET /'
        """
        return super().__new__(cls, text)


def portable(term: Any) -> Any:
    """Return *term* if another process can have it, by way of pickle; else the text that Elixir prints for it.

    >>> portable((1, "a")), portable(lambda: 1).startswith("#Function<")
    ((1, 'a'), True)
    """
    import pickle

    try:
        pickle.loads(pickle.dumps(term))
    except Exception:  # whatever its class, and those of its parts, make of it
        return Shown(term)
    return term
