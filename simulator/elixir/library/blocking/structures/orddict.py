"""Made by ``simulator.elixir.library.twins`` from ``structures/orddict.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.structures.orddict import found_in, needed, stored
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import Fun, TRUE
from simulator.terms.lists import from_list
from types import GeneratorType
from typing import Any

def update_3(key: Any, fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the dictionary with what *fun* gives for the value of *key*."""
    value = needed(key, term, 'update', 3)
    return stored(to_list(term), key, (yield from result1) if (result1 := fun(value)).__class__ is GeneratorType else result1)

def update_4(key: Any, fun: Fun, initial: Any, term: Any) -> Generator[Any, Any, Any]:
    """Return the dictionary with what *fun* gives for the value of *key*; with *initial* if it is not there."""
    found = found_in(to_list(term), key)
    return stored(to_list(term), key, ((yield from result1) if (result1 := fun(found[0])).__class__ is GeneratorType else result1) if found else initial)

def fold(fun: Fun, acc: Any, term: Any) -> Generator[Any, Any, Any]:
    """Reduce over keys and values."""
    for key, value in to_list(term):
        acc = (yield from result1) if (result1 := fun(key, value, acc)).__class__ is GeneratorType else result1
    return acc

def map_(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the dictionary with what *fun* gives for each key and value."""
    found1 = []
    for pair in to_list(term):
        found1.append((pair[0], (yield from result2) if (result2 := fun(pair[0], pair[1])).__class__ is GeneratorType else result2))
    return from_list(found1)

def filter_(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the dictionary of the pairs for which *fun* gives true."""
    found1 = []
    for pair in to_list(term):
        if ((yield from result2) if (result2 := fun(pair[0], pair[1])).__class__ is GeneratorType else result2) is TRUE:
            found1.append(pair)
    return from_list(found1)

def merge(fun: Fun, left: Any, right: Any) -> Generator[Any, Any, Any]:
    """Return the dictionary of both; *fun* says of a key that is in both what it has."""
    made = left
    for key, value in to_list(right):
        found = found_in(to_list(left), key)
        made = stored(to_list(made), key, ((yield from result1) if (result1 := fun(key, found[0], value)).__class__ is GeneratorType else result1) if found else value)
    return made
TABLE = {'update/3': update_3, 'update/4': update_4, 'fold/3': fold, 'map/2': map_, 'filter/2': filter_, 'merge/3': merge}
