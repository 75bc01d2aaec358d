"""Floats at the beginning of texts."""

from __future__ import annotations

import math
import re

from simulator.elixir.runtime.values.basics import badarg

_NUMBER = re.compile(r"[+-]?\d+(?:_?\d+)*(?:\.\d+(?:_?\d+)*)?(?:[eE][+-]?\d+)?")
_WITH_POINT = re.compile(r"[+-]?\d+\.\d+(?:[eE][+-]?\d+)?")


def parsed(text: str, point: bool = False) -> tuple[float, str] | None:
    """Return the float at the beginning of *text* and the rest; with *point* there must be a decimal point."""
    found = (_WITH_POINT if point else _NUMBER).match(text)
    if found is None:
        return None
    read = found[0]
    value = float(read)
    if math.isinf(value):
        if not point and "e" in read.lower():
            return None
        raise badarg(1, "not a textual representation of a float")
    return value, text[found.end() :]
