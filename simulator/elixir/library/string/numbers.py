"""Floats at the beginning of texts."""

from __future__ import annotations

import math
import re

from simulator.elixir.runtime.errors import erlang, error
from simulator.terms import Atom

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
        raise (
            error("ArgumentError", message=f"the value of {read} is out of range")
            if not point
            else erlang(Atom("badarg"))
        )
    return value, text[found.end() :]
