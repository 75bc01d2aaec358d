"""Made by ``simulator.elixir.library.twins`` from ``collections/map_set.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.collections.map_set import inner_of, of_items
from simulator.elixir.runtime.values.enumerable import FALSE, Fun, MAP_SET, NIL, fold_steps, listed_blocking
from simulator.elixir.runtime.values.walking import Pending, Steps, killed
from simulator.terms.maps import folded_keys, struct_name
from types import GeneratorType
from typing import Any

def new_1(enum: Any) -> Generator[Any, Any, Any]:
    """Return the set of the elements of *enum*."""
    if struct_name(enum) is MAP_SET:
        return enum
    return of_items((yield from listed_blocking(enum)))

def new_2(enum: Any, transform: Fun) -> Generator[Any, Any, Any]:
    """Return the set of what *transform* gives for each element."""
    found1 = []
    source3 = fold_steps(enum)
    try:
        for item in source3:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            found1.append((yield from result2) if (result2 := transform(item)).__class__ is GeneratorType else result2)
    finally:
        if source3.__class__ is Steps and (not killed()):
            yield from source3.halt()
    return of_items(found1)

def filter_(term: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the set of the elements for which *fun* gives something true."""
    items = folded_keys(inner_of(term, 'filter', 2, term, fun))
    found1 = []
    for item in items:
        if (kept := ((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)) is not FALSE and kept is not NIL:
            found1.append(item)
    return of_items(found1)

def reject(term: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the set of the elements for which *fun* gives nil or false."""
    items = folded_keys(inner_of(term, 'reject', 2, term, fun))
    found1 = []
    for item in items:
        if (gone := ((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)) is FALSE or gone is NIL:
            found1.append(item)
    return of_items(found1)
TABLE = {'new/1': new_1, 'new/2': new_2, 'filter/2': filter_, 'reject/2': reject}
