"""Texts as cells of comma-separated values: what a spreadsheet shows, and nothing that it would carry out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from simulator.terms.visible import printable

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def cells(values: Iterable[Any]) -> list[Any]:
    """Return a row of values; in texts control characters are escapes, but for tabs and the ends of lines.

    A text that a spreadsheet would take for a formula has an apostrophe before it, which makes it a text there.

    >>> cells([1, None, "-1", "=1+1", "two\\nlines", "\\x1b[1m"])
    [1, None, '-1', "'=1+1", 'two\\nlines', '\\\\e[1m']
    """
    return [_cell(value) if value.__class__ is str else value for value in values]


def _cell(text: str) -> str:
    seen = _CONTROL.sub(lambda found: printable(found[0]), text)
    return f"'{seen}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else seen
