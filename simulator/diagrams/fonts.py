"""How wide a text is, without asking a font.

Pictures are laid out before anyone knows with which font they will be shown. The widths are Helvetica's
(Arial and Liberation Sans have the same), from its Adobe font metrics, and a tenth is added, because a
machine without any of them takes a wider one.
"""

from __future__ import annotations

import unicodedata

SVG_FAMILY = "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', sans-serif"
"""Fonts of one width, the best first."""

_GENEROUS = 1.1
_BOLD = 1.07

# Thousandths of the font's size, for the characters from blank to tilde.
_ADVANCES = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
_WIDE, _OTHER, _ELLIPSIS = 1000, 667, 1000


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return how wide *text* is at most, at *size*, in the units of *size*.

    >>> text_width(":ok", 10)
    14.74
    """
    total = sum(_advance(character) for character in text)
    return round(total * size / 1000 * _GENEROUS * (_BOLD if bold else 1), 2)


def _advance(character: str) -> int:
    place = ord(character) - 32
    if 0 <= place < len(_ADVANCES):
        return _ADVANCES[place]
    if unicodedata.combining(character):
        return 0
    if character == "…":
        return _ELLIPSIS
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _OTHER
