"""How wide a text is, without asking a font.

Pictures are laid out before anyone knows with which font they will be shown. The widths are, character by
character, those of Helvetica (Arial and Liberation Sans have the same) or of DejaVu Sans, whichever is
wider: the one is what most machines take, the other what a bare Linux has.
"""

from __future__ import annotations

import unicodedata

SVG_FAMILY = "Helvetica, Arial, 'Liberation Sans', 'Nimbus Sans', sans-serif"
"""Fonts of one width, the best first."""

FAMILY = "Arial"
"""For Graphviz, which takes one name, and finds what is like it."""

_BOLD = 1.15

# Thousandths of the font's size, for the characters from blank to tilde.
_ADVANCES = (
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337,
    636, 636, 636, 636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 556,
    1015, 684, 686, 722, 770, 667, 611, 778, 752, 295, 500, 667, 557, 863, 748, 787,
    667, 787, 722, 667, 611, 732, 684, 989, 685, 667, 685, 390, 337, 390, 838, 556,
    500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612,
    635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
)  # fmt: skip
_LATIN, _OTHER = 700, 1000  # beyond: accented letters; other alphabets, symbols, Chinese, emoji


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Return how wide *text* is at most, at *size*, in the units of *size*.

    >>> text_width(":ok", 10)
    15.28
    """
    total = sum(_advance(character) for character in text)
    return round(total * size / 1000 * (_BOLD if bold else 1), 2)


def _advance(character: str) -> int:
    place = ord(character) - 32
    if 0 <= place < len(_ADVANCES):
        return _ADVANCES[place]
    if unicodedata.combining(character):
        return 0
    return _LATIN if character < "\u0250" else _OTHER
