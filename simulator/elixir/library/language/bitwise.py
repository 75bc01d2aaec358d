"""``Bitwise``: the bits of integers.

Source of the semantics: Elixir 1.14, the module ``Bitwise``.
"""

from __future__ import annotations

from simulator.elixir.runtime.values.operators import band, bnot, bor, bsl, bsr, bxor

FUNCTIONS = {
    "&&&/2": band, "band/2": band, "|||/2": bor, "bor/2": bor, "bxor/2": bxor, "^^^/2": bxor, "~~~/1": bnot,
    "bnot/1": bnot, "<<</2": bsl, "bsl/2": bsl, ">>>/2": bsr, "bsr/2": bsr,
}  # fmt: skip
GUARDS = frozenset(FUNCTIONS)
