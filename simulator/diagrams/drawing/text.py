"""Text for a picture: no line too long."""

from __future__ import annotations

import unicodedata


def shorten(text: str, width: int) -> str:
    """Return *text*, cut to *width* columns with an ellipsis as its last one where it is longer.

    A wide character (Chinese, emoji) takes two columns and a combining one none.

    >>> shorten("{:ok, 1}", 8), shorten("{:ok, 12}", 8), shorten("日本語", 4)
    ('{:ok, 1}', '{:ok, 1…', '日…')
    """
    taken, fits = 0, 0
    for place, character in enumerate(text):
        taken += _columns(character)
        if taken > width:
            return text[:fits] + "…"
        if taken < width:
            fits = place + 1
    return text


def columns(text: str) -> int:
    """Return how many columns *text* takes where each letter has one."""
    return sum(map(_columns, text))


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
