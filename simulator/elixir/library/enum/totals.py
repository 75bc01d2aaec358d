"""Sums and products as Elixir forms them."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.errors import arithmetic
from simulator.elixir.runtime.values.operators import LONG, LONG_BELOW, NUMBERS, number, product
from simulator.elixir.runtime.values.ranges import length_of


def sum_of(items: Any, erlang: bool = False) -> Any:
    """Return the sum, formed from the left; Erlang's has its operands the other way round."""
    if items.__class__ is range:
        return length_of(items) * (items[0] + items[-1]) // 2 if items else 0
    if set(map(type, items)) == {int}:
        return sum(items)
    total: Any = 0
    for item in items:  # not Python's sum(), which newer versions compensate for rounding
        operands = [total, item] if erlang else [item, total]
        if item.__class__ not in NUMBERS:
            raise arithmetic("+", operands)
        total = number(total + item, "+", *operands)
    return total


def product_of(items: Any) -> Any:
    """Return the product, formed from the left."""
    total: Any = 1
    for item in items:
        if item.__class__ not in NUMBERS:
            raise arithmetic("*", [item, total])
        made = number(total * item, "*", item, total)
        total = made if made.__class__ is float or LONG_BELOW < made < LONG else product(made, total, item)
    return total
