"""Texts as cells of comma-separated values: what a spreadsheet shows, and nothing that it would carry out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from simulator.terms.visible import printable

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def cells(values: Iterable[Any]) -> list[Any]:
    """Return a row of values: of texts every character can be seen but for the ends of their lines.

    A text that a spreadsheet would take for a formula has an apostrophe before it, which makes it a text there.

    >>> cells([1, None, "-1", "=1+1", "two\\nlines", "\\x1b[1m"])
    [1, None, '-1', "'=1+1", 'two\\nlines', '\\\\e[1m']
    """
    return [_cell(value) if value.__class__ is str else value for value in values]


def _cell(text: str) -> str:
    seen = "\n".join(map(printable, text.split("\n")))
    return f"'{seen}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else seen
