"""Text of which every character can be seen: for lines that people read, and for pictures."""

from __future__ import annotations

import re

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
