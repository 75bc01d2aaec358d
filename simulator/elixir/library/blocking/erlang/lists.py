"""Made by ``simulator.elixir.library.twins`` from ``erlang/lists.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.collections.lists_parts import LISTS, checked
from simulator.elixir.library.enum.sorting import sorted_by_blocking
from simulator.elixir.library.erlang.lists import _alike
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import FALSE, Fun, TRUE
from simulator.terms import Atom
from simulator.terms.lists import from_list
from types import GeneratorType
from typing import Any

def map_(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the list of what *fun* gives for each element."""
    items = checked(term, 'map', 2, fun)
    if not callable(fun):
        raise function_clause(LISTS, 'map', 2, [fun, term])
    found1 = []
    for item in items:
        found1.append((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)
    return from_list(found1)

def filter_(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the list of the elements for which *fun* gives true."""
    items = checked(term, 'filter', 2, fun)
    found1 = []
    for item in items:
        if ((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2) is TRUE:
            found1.append(item)
    return from_list(found1)

def foreach(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Call *fun* with each element; return ``:ok``."""
    for item in checked(term, 'foreach', 2, fun):
        (yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1
    return Atom('ok')

def foldl(fun: Fun, acc: Any, term: Any) -> Generator[Any, Any, Any]:
    """Reduce from the left."""
    for item in checked(term, 'foldl', 3, fun, acc):
        acc = (yield from result1) if (result1 := fun(item, acc)).__class__ is GeneratorType else result1
    return acc

def foldr(fun: Fun, acc: Any, term: Any) -> Generator[Any, Any, Any]:
    """Reduce from the right."""
    for item in reversed(checked(term, 'foldr', 3, fun, acc)):
        acc = (yield from result1) if (result1 := fun(item, acc)).__class__ is GeneratorType else result1
    return acc

def flatmap(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the list of all elements of the lists that *fun* gives."""
    found: list[Any] = []
    for item in checked(term, 'flatmap', 2, fun):
        found += to_list((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)
    return from_list(found)

def filtermap(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the list of what *fun* keeps (true), or gives as ``{true, value}``."""
    found: list[Any] = []
    for item in checked(term, 'filtermap', 2, fun):
        answer = (yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1
        if answer is TRUE:
            found.append(item)
        elif answer.__class__ is tuple and len(answer) == 2 and (answer[0] is TRUE):
            found.append(answer[1])
    return from_list(found)

def mapfoldl(fun: Fun, acc: Any, term: Any) -> Generator[Any, Any, Any]:
    """Map and reduce from the left."""
    found: list[Any] = []
    for item in checked(term, 'mapfoldl', 3, fun, acc):
        step = (yield from result1) if (result1 := fun(item, acc)).__class__ is GeneratorType else result1
        found.append(step[0])
        acc = step[1]
    return (from_list(found), acc)

def mapfoldr(fun: Fun, acc: Any, term: Any) -> Generator[Any, Any, Any]:
    """Map and reduce from the right."""
    found: list[Any] = []
    for item in reversed(checked(term, 'mapfoldr', 3, fun, acc)):
        step = (yield from result1) if (result1 := fun(item, acc)).__class__ is GeneratorType else result1
        found.append(step[0])
        acc = step[1]
    return (from_list(found[::-1]), acc)

def all_(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return whether *fun* gives true for all elements."""
    for item in checked(term, 'all', 2, fun):
        if ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1) is not TRUE:
            return FALSE
    return TRUE

def any_(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return whether *fun* gives true for an element."""
    for item in checked(term, 'any', 2, fun):
        if ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1) is TRUE:
            return TRUE
    return FALSE

def search(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return ``{:value, element}`` of the first element for which *fun* gives true, or false."""
    for item in checked(term, 'search', 2, fun):
        if ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1) is TRUE:
            return (Atom('value'), item)
    return FALSE

def partition(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the elements for which *fun* gives true, and the others."""
    taken: list[Any] = []
    others: list[Any] = []
    for item in checked(term, 'partition', 2, fun):
        if ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1) is TRUE:
            taken.append(item)
        else:
            others.append(item)
    return (from_list(taken), from_list(others))

def takewhile(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the elements before the first for which *fun* does not give true."""
    return (yield from splitwith(fun, term))[0]

def dropwhile(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the elements from the first on for which *fun* does not give true."""
    return (yield from splitwith(fun, term))[1]

def splitwith(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the elements before the first for which *fun* does not give true, and the rest."""
    items = checked(term, 'splitwith', 2, fun)
    place = 0
    for item in items:
        if ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1) is not TRUE:
            break
        place += 1
    return (from_list(items[:place]), from_list(items[place:]))

def sort_2(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the list sorted by a function that says whether an element may come before another."""
    return from_list((yield from sorted_by_blocking(checked(term, 'sort', 2, fun), fun)))

def usort_2(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the list sorted by a function, of elements that may stand either way the first."""
    found: list[Any] = []
    for item in (yield from sorted_by_blocking(checked(term, 'usort', 2, fun), fun)):
        if not found or ((yield from result1) if (result1 := fun(item, found[-1])).__class__ is GeneratorType else result1) is not TRUE:
            found.append(item)
    return from_list(found)

def keymap(fun: Fun, position: Any, term: Any) -> Generator[Any, Any, Any]:
    """Return the list of tuples with what *fun* gives for the element at *position*."""
    found1 = []
    for item in checked(term, 'keymap', 3):
        found1.append((*item[:position - 1], (yield from result2) if (result2 := fun(item[position - 1])).__class__ is GeneratorType else result2, *item[position:]))
    return from_list(found1)

def zipwith(fun: Fun, left: Any, right: Any) -> Generator[Any, Any, Any]:
    """Return the list of what *fun* gives for each two elements."""
    first, second = _alike(left, right, 'zipwith', fun)
    found1 = []
    for one, other in zip(first, second, strict=True):
        found1.append((yield from result2) if (result2 := fun(one, other)).__class__ is GeneratorType else result2)
    return from_list(found1)
TABLE = {'map/2': map_, 'filter/2': filter_, 'foreach/2': foreach, 'foldl/3': foldl, 'foldr/3': foldr, 'flatmap/2': flatmap, 'filtermap/2': filtermap, 'zf/2': filtermap, 'mapfoldl/3': mapfoldl, 'mapfoldr/3': mapfoldr, 'all/2': all_, 'any/2': any_, 'search/2': search, 'partition/2': partition, 'takewhile/2': takewhile, 'dropwhile/2': dropwhile, 'splitwith/2': splitwith, 'sort/2': sort_2, 'usort/2': usort_2, 'keymap/3': keymap, 'zipwith/3': zipwith}
