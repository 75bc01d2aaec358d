"""Made by ``simulator.elixir.library.twins`` from ``structures/gb_trees.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.structures.gb_trees import pairs_of, sized
from simulator.elixir.runtime.values.enumerable import Fun
from simulator.terms.lists import from_list
from types import GeneratorType
from typing import Any

def map_(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the tree with what *fun* gives for each key and value."""
    found1 = []
    for pair in pairs_of(term):
        found1.append((pair[0], (yield from result2) if (result2 := fun(pair[0], pair[1])).__class__ is GeneratorType else result2))
    return sized(from_list(found1))
TABLE = {'map/2': map_}
