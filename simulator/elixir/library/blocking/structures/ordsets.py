"""Made by ``simulator.elixir.library.twins`` from ``structures/ordsets.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import Fun, TRUE
from simulator.terms.lists import from_list
from types import GeneratorType
from typing import Any

def fold(fun: Fun, acc: Any, term: Any) -> Generator[Any, Any, Any]:
    """Reduce over the elements."""
    for item in to_list(term):
        acc = (yield from result1) if (result1 := fun(item, acc)).__class__ is GeneratorType else result1
    return acc

def filter_(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the set of the elements for which *fun* gives true."""
    found1 = []
    for item in to_list(term):
        if ((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2) is TRUE:
            found1.append(item)
    return from_list(found1)
TABLE = {'fold/3': fold, 'filter/2': filter_}
