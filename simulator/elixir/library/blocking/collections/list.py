"""Made by ``simulator.elixir.library.twins`` from ``collections/list.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.blocking.enum.order import ordered
from simulator.elixir.library.collections.list import _place, checked
from simulator.elixir.library.enum.order import ASC
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.values.enumerable import Fun, listed_blocking
from simulator.kernel.words.errors import badarg
from simulator.terms.lists import from_list
from types import GeneratorType
from typing import Any

def foldl(term: Any, acc: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Reduce from the left."""
    for item in checked(term, 'foldl', 3, acc, fun):
        acc = (yield from result1) if (result1 := fun(item, acc)).__class__ is GeneratorType else result1
    return acc

def foldr(term: Any, acc: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Reduce from the right."""
    for item in reversed(checked(term, 'foldr', 3, acc, fun)):
        acc = (yield from result1) if (result1 := fun(item, acc)).__class__ is GeneratorType else result1
    return acc

def zip_(terms: Any) -> Generator[Any, Any, Any]:
    """Return the list of tuples of elements of all the lists."""
    found1 = []
    for term in (yield from listed_blocking(terms)):
        found1.append(checked(term, 'to_list', 1))
    columns = found1
    return from_list(list(zip(*columns, strict=False)))

def update_at(term: Any, index: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list with what *fun* gives for the element at *index*."""
    items = checked(term, 'update_at', 3, index, fun)
    place = _place(items, index, 'update_at', 3, term, index, fun)
    return term if place is None else from_list([*items[:place], (yield from result1) if (result1 := fun(items[place])).__class__ is GeneratorType else result1, *items[place + 1:]])

def keysort_2(term: Any, position: Any) -> Generator[Any, Any, Any]:
    """Return the list sorted by the elements at *position*."""
    return (yield from keysort_3(term, position, ASC))

def keysort_3(term: Any, position: Any, sorter: Any) -> Generator[Any, Any, Any]:
    """Return the list sorted by the elements at *position*, as *sorter* says."""
    if position.__class__ is not int or position < 0:
        raise function_clause('List', 'keysort', 3, [term, position, sorter])
    items = checked(term, 'keysort', 3, position, sorter)
    for item in items:
        if item.__class__ is not tuple or len(item) <= position:
            raise badarg(1, 'not a list of tuples')
    return from_list((yield from ordered(items, [item[position] for item in items], sorter)))
TABLE = {'foldl/3': foldl, 'foldr/3': foldr, 'zip/1': zip_, 'update_at/3': update_at, 'keysort/2': keysort_2, 'keysort/3': keysort_3}
