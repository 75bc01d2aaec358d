"""How large a value may be that is asked for in one call: checked before it is made, as the BEAM does.

Source of the semantics: OTP 25's ``system_limit``; where a BEAM would run out of memory first the same is raised.
"""

from __future__ import annotations

from math import isqrt
from typing import Final

from simulator.elixir.runtime.errors import erlang
from simulator.elixir.runtime.values.counted import count, count_bytes
from simulator.terms import Atom

_BYTES: Final = 1 << 28
_BITS: Final = (1 << 25) - 65
"""As many as fit into the words of the BEAM's largest integer."""
_PRODUCT: Final = 5_000
_QUOTIENT: Final = 450_000
"""So many bits times bits count for an item: 500 products of digits of 30 bits, each of which takes a nanosecond."""


def check_bytes(size: int) -> None:
    """Raise ``SystemLimitError`` for a binary of more than 256 MB."""
    if size > _BYTES:
        raise erlang(Atom("system_limit"))
    count_bytes(size)


def check_bits(size: int) -> None:
    """Raise ``SystemLimitError`` for an integer of more than 33 million bits."""
    if size > _BITS:
        raise erlang(Atom("system_limit"))


def checked_power(base: int, exponent: int) -> int:
    """Return ``base ** exponent``, the exponent being no negative number."""
    if base not in (0, 1, -1):
        bits = (base.bit_length() - 1) * exponent
        check_bits(bits)
        count_product(bits, bits)
    return int(base**exponent)


def count_product(left: int, right: int) -> None:
    """Count what a product of two integers takes, of so many bits each: a millionfold a million 0.1 s."""
    if left < right:
        left, right = right, left
    count(left * isqrt(right) // _PRODUCT)


def count_quotient(left: int, right: int) -> None:
    """Count what it takes to divide an integer of so many bits by another: a time that grows with the square."""
    if left > right:
        count((left - right) * right // _QUOTIENT)


def count_square(bits: int) -> None:
    """Count what is done digit by digit with an integer of so many bits."""
    count(bits * bits // _QUOTIENT)
