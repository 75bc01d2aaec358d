"""Sums and products as Elixir forms them."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.errors import BADARITH, erlang
from simulator.elixir.runtime.values.operators import LONG, LONG_BELOW, product


def _are_integers(items: Any) -> bool:
    """Return whether all *items* are integers; raise ``ArithmeticError`` if one is no number."""
    kinds = set(map(type, items))
    if not kinds <= {int, float}:
        raise erlang(BADARITH)
    return kinds == {int}


def sum_of(items: Any) -> Any:
    """Return the sum, formed from the left."""
    if items.__class__ is range:
        return len(items) * (items[0] + items[-1]) // 2 if items else 0
    if _are_integers(items):
        return sum(items)
    total: Any = 0
    for item in items:  # not Python's sum(), which newer versions compensate for rounding
        total += item
    return total


def product_of(items: Any) -> Any:
    """Return the product, formed from the left."""
    _are_integers(items)
    total: Any = 1
    for item in items:
        made = total * item
        total = made if made.__class__ is float or LONG_BELOW < made < LONG else product(made, total, item)
    return total
