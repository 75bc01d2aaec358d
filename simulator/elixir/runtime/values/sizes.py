"""How large a value may be that is asked for in one call: checked before it is made, as the BEAM does.

Source of the semantics: OTP 25's ``system_limit``; where a BEAM would run out of memory first the same is raised.
"""

from __future__ import annotations

from typing import Final

from simulator.elixir.runtime.errors import erlang
from simulator.elixir.runtime.values.counted import count_bytes
from simulator.terms import Atom

_BYTES: Final = 1 << 28
_BITS: Final = (1 << 25) - 65
"""As many as fit into the words of the BEAM's largest integer."""


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
        check_bits((base.bit_length() - 1) * exponent)
    return int(base**exponent)
