"""Text as Elixir counts it: graphemes, what a reader takes for one character.

A binary that is no valid UTF-8 is taken apart as Elixir does: a byte that belongs to no character is one by itself.
Source of the semantics: Elixir 1.14, the module ``String``; Unicode Standard Annex 29.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.values.counted import count_parts
from simulator.terms.bits import binary

SPACE = "\t\n\x0b\x0c\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B))) + "\u2028\u2029\u202f\u205f\u3000"
"""What Unicode calls white space."""

BREAKING = "".join(sorted(set(SPACE) - set("\xa0\u2007\u202f")))
"""White space at which a line may end, and ``String.split/1`` splits."""


def is_binary(term: Any) -> bool:
    """Return whether a term is a binary."""
    return term.__class__ is str or term.__class__ is bytes


def text_of(term: Any) -> str:
    """Return a binary as text; a byte that is none becomes a surrogate, which :func:`binary_of` turns back."""
    return term if term.__class__ is str else str(term, "utf-8", "surrogateescape")


def binary_of(text: str) -> str | bytes:
    """Return the binary that a text of :func:`text_of`, or a part of it, stands for."""
    return text if text.isascii() else binary(text.encode("utf-8", "surrogateescape"))


def graphemes(text: str) -> list[str]:
    r"""Return the graphemes of *text*.

    >>> len(graphemes("e\u0301a")), len(graphemes("\r\n"))
    (2, 1)
    """
    count_parts(len(text))
    if text.isascii() and "\r\n" not in text:
        return list(text)
    import regex  # its \X knows the rules of Unicode; text beyond ASCII is rare enough to import it late

    return list(regex.findall(r"\X", text))


def count(text: str) -> int:
    """Return how many graphemes there are."""
    return len(text) if text.isascii() and "\r\n" not in text else len(graphemes(text))


def pieces(text: str, taken: slice) -> str:
    """Return a part of *text*, counted in graphemes."""
    return text[taken] if text.isascii() and "\r\n" not in text else "".join(graphemes(text)[taken])
