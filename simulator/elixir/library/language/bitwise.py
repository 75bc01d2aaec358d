"""``Bitwise``: the bits of integers.

Source of the semantics: Elixir 1.14, the module ``Bitwise``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.errors import erlang
from simulator.terms import Atom

_BADARITH = Atom("badarith")


def _integers(*args: Any) -> None:
    if any(arg.__class__ is not int for arg in args):
        raise erlang(_BADARITH)


def both(left: Any, right: Any) -> int:
    """Return the bits that are set in both."""
    _integers(left, right)
    return int(left & right)


def either(left: Any, right: Any) -> int:
    """Return the bits that are set in one or both."""
    _integers(left, right)
    return int(left | right)


def one(left: Any, right: Any) -> int:
    """Return the bits that are set in just one."""
    _integers(left, right)
    return int(left ^ right)


def inverted(number: Any) -> int:
    """Return every bit as its opposite."""
    _integers(number)
    return int(~number)


def left_shift(number: Any, bits: Any) -> int:
    """Return the bits moved to the left."""
    _integers(number, bits)
    return int(number << bits) if bits >= 0 else int(number >> -bits)


def right_shift(number: Any, bits: Any) -> int:
    """Return the bits moved to the right, the sign kept."""
    _integers(number, bits)
    return int(number >> bits) if bits >= 0 else int(number << -bits)


FUNCTIONS = {
    "&&&/2": both, "band/2": both, "|||/2": either, "bor/2": either, "bxor/2": one, "^^^/2": one, "~~~/1": inverted,
    "bnot/1": inverted, "<<</2": left_shift, "bsl/2": left_shift, ">>>/2": right_shift, "bsr/2": right_shift,
}  # fmt: skip
GUARDS = frozenset(FUNCTIONS)
