"""Sums and products as Elixir forms them."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.errors import BADARITH, erlang


def _numbers(items: Any) -> bool:
    """Return whether all *items* are numbers; raise ``ArithmeticError`` if one is not."""
    kinds = {item.__class__ for item in items}
    if not kinds <= {int, float}:
        raise erlang(BADARITH)
    return True


def sum_of(items: Any) -> Any:
    """Return the sum, formed from the left."""
    if items.__class__ is range:
        return len(items) * (items[0] + items[-1]) // 2 if items else 0
    total: Any = 0
    if _numbers(items):
        for item in items:  # not Python's sum(), which newer versions compensate for rounding
            total += item
    return total


def product_of(items: Any) -> Any:
    """Return the product, formed from the left."""
    total: Any = 1
    if _numbers(items):
        for item in items:
            total *= item
    return total
