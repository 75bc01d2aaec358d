"""Text for a picture: every character visible, no line too long."""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters, most of which XML forbids
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # these reorder what stands around them
    "\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]"  # line ends, and what is no character at all
)
_SHORT = {"\n": r"\n", "\r": r"\r", "\t": r"\t", "\x1b": r"\e", "\0": r"\0"}


def printable(text: str) -> str:
    r"""Return *text* with the characters that cannot be seen or drawn written as Elixir's escapes.

    >>> print(printable("one\ntwo\x01 \u202eab"))
    one\ntwo\x{1} \x{202E}ab
    """
    return _UNSEEN.sub(lambda found: _SHORT.get(found[0]) or f"\\x{{{ord(found[0]):X}}}", text)


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


def _columns(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
