"""Made by ``simulator.elixir.library.twins`` from ``structures/queue.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.structures.queue import balanced, items_of
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import FALSE, Fun, TRUE
from types import GeneratorType
from typing import Any

def delete_with(fun: Fun, queue: Any) -> Generator[Any, Any, Any]:
    """Return the queue without the first element for which *fun* is true."""
    items = items_of(queue)
    for index, each in enumerate(items):
        if ((yield from result1) if (result1 := fun(each)).__class__ is GeneratorType else result1) is TRUE:
            return balanced(items[:index] + items[index + 1:])
    return queue

def delete_with_r(fun: Fun, queue: Any) -> Generator[Any, Any, Any]:
    """Return the queue without the last element for which *fun* is true."""
    items = items_of(queue)
    for index in range(len(items) - 1, -1, -1):
        if ((yield from result1) if (result1 := fun(items[index])).__class__ is GeneratorType else result1) is TRUE:
            return balanced(items[:index] + items[index + 1:])
    return queue

def filter_(fun: Fun, queue: Any) -> Generator[Any, Any, Any]:
    """Return the queue of the elements for which *fun* gives true, or of those in the lists that it gives."""
    found: list[Any] = []
    for item in items_of(queue):
        answer = (yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1
        if answer is TRUE:
            found.append(item)
        elif answer is not FALSE:
            found += to_list(answer)
    return balanced(found)

def any_(fun: Fun, queue: Any) -> Generator[Any, Any, Any]:
    """Return whether *fun* gives true for an element."""
    for item in items_of(queue):
        if ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1) is TRUE:
            return TRUE
    return FALSE

def all_(fun: Fun, queue: Any) -> Generator[Any, Any, Any]:
    """Return whether *fun* gives true for all elements."""
    for item in items_of(queue):
        if ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1) is not TRUE:
            return FALSE
    return TRUE

def fold(fun: Fun, acc: Any, queue: Any) -> Generator[Any, Any, Any]:
    """Reduce from the front."""
    for item in items_of(queue):
        acc = (yield from result1) if (result1 := fun(item, acc)).__class__ is GeneratorType else result1
    return acc
TABLE = {'delete_with/2': delete_with, 'delete_with_r/2': delete_with_r, 'filter/2': filter_, 'any/2': any_, 'all/2': all_, 'fold/3': fold}
