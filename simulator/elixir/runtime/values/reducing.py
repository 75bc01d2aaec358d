"""``Enumerable.reduce/3`` over what the library can walk: one element at a time, with halting and suspending."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from types import GeneratorType
from typing import Any

from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.values.enumerable import (
    CONT,
    HALT,
    SUSPEND,
    SUSPENDED,
    Fun,
    steps,
)
from simulator.elixir.runtime.values.walking import Pending, Steps, begun
from simulator.terms import Atom

_DONE, _HALTED = Atom("done"), Atom("halted")


def reduce_steps(source: Any, acc: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Reduce the elements that *source* has left, as far as the accumulators say."""
    items = iter(source)
    while True:
        if acc.__class__ is not tuple or len(acc) != 2:
            raise function_clause("Enumerable.List", "reduce", 3, [acc])
        order, value = acc
        if order is SUSPEND:
            return (SUSPENDED, value, _continuation(source, items, fun))
        if order is HALT:
            if source.__class__ is Steps:
                yield from source.halt()
            return (_HALTED, value)
        if order is not CONT:
            raise function_clause("Enumerable.List", "reduce", 3, [acc])
        found = yield from _next(items)
        if not found:
            if source.__class__ is Steps:
                yield from source.halt()
            return (_DONE, value)
        acc = fun(found[0], value)
        if acc.__class__ is GeneratorType:
            acc = yield from acc


def _next(items: Iterator[Any]) -> Generator[Any, Any, tuple[Any, ...]]:
    for item in items:
        if item.__class__ is Pending:
            yield from item.settle()
            continue
        return (item,)
    return ()


def _continuation(source: Any, items: Iterator[Any], fun: Fun) -> Fun:
    def go_on(acc: Any) -> Any:
        return begun(reduce_steps(source if source.__class__ is Steps else items, acc, fun))

    return go_on


def reduce_(term: Any, acc: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Reduce an enumerable; what the accumulators ``{:cont, _}``, ``{:halt, _}`` and ``{:suspend, _}`` say is done."""
    return (yield from reduce_steps(steps(term), acc, fun))
