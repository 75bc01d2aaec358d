"""Sorting as ``Enum`` and ``:lists`` do: stable, by the order of terms or by a function that says what comes first."""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import cmp_to_key
from operator import attrgetter
from types import GeneratorType
from typing import Any

from simulator.elixir.runtime.errors import erlang
from simulator.terms import Atom, compare, sort_key

_BY_NAME = attrgetter("name")
_NUMBERS = frozenset([int, float])
TRUE, FALSE = Atom("true"), Atom("false")


def sorted_terms(items: list[Any]) -> list[Any]:
    """Return *items* in the order of terms; equal ones stay as they were."""
    key = key_for(items)
    return sorted(items) if key is None else sorted(items, key=key)


def key_for(items: list[Any]) -> Callable[[Any], Any] | None:
    """Return the key by which *items* sort in the order of terms; None if Python's own order is that one."""
    kinds = {item.__class__ for item in items}
    if kinds <= _NUMBERS or kinds == {str}:
        return None
    if kinds == {Atom}:
        return _BY_NAME
    if kinds == {tuple} and _alike(items):
        return None
    return sort_key


def _alike(items: list[Any]) -> bool:
    """Return whether Python compares these tuples as Elixir does: of one size, with columns of one kind."""
    size = len(items[0])
    if any(len(item) != size for item in items):
        return False
    for column in zip(*items, strict=True):
        kinds = {part.__class__ for part in column}
        if not (kinds <= _NUMBERS or kinds == {str} or kinds == {Atom}):
            return False
    return True


def sorted_by(items: list[Any], fun: Callable[[Any, Any], Any]) -> list[Any]:
    """Return *items* sorted by *fun*, which says of an element and a later one whether they may stay so.

    Raises ``CaseClauseError`` for an answer that is neither true nor false.
    """

    def order(later: Any, earlier: Any) -> int:
        return 1 if _may_stay(fun(earlier, later)) else -1

    return sorted(items, key=cmp_to_key(order))


def _may_stay(answer: Any) -> bool:
    if answer is TRUE:
        return True
    if answer is FALSE:
        return False
    raise erlang((Atom("case_clause"), answer))


def sorted_by_blocking(items: list[Any], fun: Callable[[Any, Any], Any]) -> Generator[Any, Any, list[Any]]:
    """Return what :func:`sorted_by` does, with a function that may wait."""
    runs = [[item] for item in items]
    while len(runs) > 1:
        merged = []
        for index in range(0, len(runs) - 1, 2):
            merged.append((yield from _merged(runs[index], runs[index + 1], fun)))
        if len(runs) % 2:
            merged.append(runs[-1])
        runs = merged
    return runs[0] if runs else []


def _merged(left: list[Any], right: list[Any], fun: Callable[[Any, Any], Any]) -> Generator[Any, Any, list[Any]]:
    found: list[Any] = []
    first = second = 0
    while first < len(left) and second < len(right):
        answer = fun(left[first], right[second])
        if answer.__class__ is GeneratorType:
            answer = yield from answer
        if _may_stay(answer):
            found.append(left[first])
            first += 1
        else:
            found.append(right[second])
            second += 1
    return found + left[first:] + right[second:]


def smallest(items: list[Any], of: list[Any]) -> Any:
    """Return the item whose term in *of* is the smallest, the first of equal ones."""
    return _extreme(items, of, -1)


def largest(items: list[Any], of: list[Any]) -> Any:
    """Return the item whose term in *of* is the largest, the first of equal ones."""
    return _extreme(items, of, 1)


def _extreme(items: list[Any], of: list[Any], sign: int) -> Any:
    key = key_for(of)
    if key is None:
        found = min(of) if sign < 0 else max(of)
        return items[of.index(found)] if items is not of else found
    best = 0
    for index in range(1, len(of)):
        if compare(of[index], of[best]) == sign:
            best = index
    return items[best]
