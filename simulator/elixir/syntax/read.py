"""From text to quoted form."""

from __future__ import annotations

import sys
from typing import Any

from simulator.elixir.syntax.errors import EncodingError, SyntaxError
from simulator.elixir.syntax.parser import MAX_NESTING, Parser
from simulator.elixir.syntax.tokens import Tokenizer

MAX_SIZE = 2_000_000
"""How many characters a text may have."""
_FRAMES = 12 * MAX_NESTING
"""Python frames that the deepest expression takes; they cost no C stack, as only Python functions call one another."""


def parse(text: str, file: str = "nofile", warnings: list[str] | None = None) -> Any:
    """Return the quoted form of *text* as ``Code.string_to_quoted(text, columns: true)`` gives it.

    Several expressions are one ``__block__``; an empty text is an empty one.
    *warnings* takes what Elixir warns of while it reads, as it prints it.
    Raises :class:`SyntaxError` in Elixir's words, with the place in *file* and the line underlined.

    >>> parse("x = 1 + 2")
    {:=, 1, [{:x, 1, None}, {:+, 1, [1, 2]}]}
    """
    if len(text) > MAX_SIZE:
        raise SyntaxError(file, 1, 1, f"the source is too long: {len(text)} characters, {MAX_SIZE} at most")
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _FRAMES))
    try:
        tokenizer = Tokenizer(text, file, warnings)
        return Parser(tokenizer.run(), tokenizer).program()
    finally:
        sys.setrecursionlimit(limit)


def parse_bytes(data: bytes, file: str = "nofile", warnings: list[str] | None = None) -> Any:
    """Return the quoted form of the UTF-8 text *data*; see :func:`parse`. Raises :class:`EncodingError` too."""
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        raise EncodingError(file, data, error.start) from None
    return parse(text, file, warnings)
