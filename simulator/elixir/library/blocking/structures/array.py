"""Made by ``simulator.elixir.library.twins`` from ``structures/array.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.structures.array import items_of, made
from simulator.elixir.runtime.values.enumerable import Fun
from simulator.terms.maps import Map
from types import GeneratorType
from typing import Any

def foldl(fun: Fun, acc: Any, array: Any) -> Generator[Any, Any, Any]:
    """Reduce over indexes and elements from the left."""
    index = 0
    for item in items_of(array):
        acc = (yield from result1) if (result1 := fun(index, item, acc)).__class__ is GeneratorType else result1
        index += 1
    return acc

def foldr(fun: Fun, acc: Any, array: Any) -> Generator[Any, Any, Any]:
    """Reduce over indexes and elements from the right."""
    index = array[1]
    for item in reversed(items_of(array)):
        index -= 1
        acc = (yield from result1) if (result1 := fun(index, item, acc)).__class__ is GeneratorType else result1
    return acc

def map_(fun: Fun, array: Any) -> Generator[Any, Any, Any]:
    """Return the array of what *fun* gives for each index and element."""
    items = items_of(array)
    found1 = []
    for index in range(len(items)):
        found1.append((yield from result2) if (result2 := fun(index, items[index])).__class__ is GeneratorType else result2)
    changed = found1
    return made(array[1], array[2], array[3], Map(dict(enumerate(changed))))
TABLE = {'foldl/3': foldl, 'foldr/3': foldr, 'map/2': map_}
