"""``Tuple``.

Source of the semantics: Elixir 1.14, the module ``Tuple``.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.library.enum.totals import product_of, sum_of
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.values.counted import count as count_items
from simulator.kernel.words.errors import badarg
from simulator.terms.lists import from_list

_MOST: Final = (1 << 24) - 1
"""Elements that a tuple may have."""


def checked(term: Any, position: int = 1) -> tuple[Any, ...]:
    """Return *term* if it is a tuple; else raise ``ArgumentError``, which names the argument's *position*."""
    if term.__class__ is tuple:
        return term
    raise badarg(position, "not a tuple")


def duplicate(value: Any, count: Any) -> Any:
    """Return the tuple with *value*, *count* times."""
    if count.__class__ is not int or count < 0:
        raise badarg(1, "out of range")
    if count > _MOST:
        raise badarg(1, "out of range")
    count_items(count)
    return (value,) * count


def insert_at(term: Any, index: Any, value: Any) -> Any:
    """Return the tuple with *value* inserted at *index*."""
    if index.__class__ is not int or index < 0:
        raise function_clause("Tuple", "insert_at", 3, [term, index, value])
    if index > len(checked(term)):
        raise badarg(1, "out of range")
    return (*term[:index], value, *term[index:])


def delete_at(term: Any, index: Any) -> Any:
    """Return the tuple without the element at *index*."""
    if index.__class__ is not int or index < 0:
        raise function_clause("Tuple", "delete_at", 2, [term, index])
    if index >= len(checked(term)):
        raise badarg(1, "out of range")
    return (*term[:index], *term[index + 1 :])


def append(term: Any, value: Any) -> Any:
    """Return the tuple with *value* at its end."""
    return (*checked(term), value)


def to_list(term: Any) -> Any:
    """Return the list of the elements."""
    return from_list(list(checked(term)))


def sum_(term: Any) -> Any:
    """Return the sum of the elements."""
    return sum_of(checked(term))


def product(term: Any) -> Any:
    """Return the product of the elements."""
    return product_of(checked(term))


FUNCTIONS = {
    "duplicate/2": duplicate, "insert_at/3": insert_at, "delete_at/2": delete_at, "append/2": append,
    "to_list/1": to_list, "sum/1": sum_, "product/1": product,
}  # fmt: skip
