"""Strict equality: ``===``, by which an integer never equals a float.

Source of the semantics: the Erlang reference manual, "Term comparisons" (``=:=``).
"""

from __future__ import annotations

from typing import Any

from simulator.terms.lists import Cell, parts
from simulator.terms.maps import Map


def strict_equal(left: Any, right: Any) -> bool:
    """Return whether *left* and *right* are the same term: equal, and every number of the same type.

    >>> strict_equal(1, 1.0), strict_equal((1, "a"), (1, "a")), (1, 2) == (1.0, 2), strict_equal((1, 2), (1.0, 2))
    (False, True, True, False)
    """
    if left is right:
        return True
    cls = left.__class__
    if cls is not right.__class__ and not (isinstance(left, Cell) and isinstance(right, Cell)):
        return False
    return bool(left == right) and (cls not in _CONTAINERS or _CONTAINERS[cls](left, right))


def _same_tuples(left: tuple[Any, ...], right: tuple[Any, ...]) -> bool:
    return all(map(strict_equal, left, right))


def _same_lists(left: Any, right: Any) -> bool:
    (first, end), (second, other_end) = parts(left), parts(right)
    return all(map(strict_equal, first, second)) and strict_equal(end, other_end)


def _same_maps(left: Map, right: Map) -> bool:
    other = right.d
    return all(strict_equal(value, other[key]) for key, value in left.d.items())


_CONTAINERS: dict[type, Any] = {
    tuple: _same_tuples,
    **dict.fromkeys(Cell.__subclasses__(), _same_lists),
    Map: _same_maps,
}
