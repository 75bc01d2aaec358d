"""Made by ``simulator.elixir.library.twins`` from ``enum/order.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.enum.order import ASC, DESC, GT, LT, comparing, ends, min_max_arguments, natural, sorting_function
from simulator.elixir.library.enum.sorting import largest, smallest, sorted_by_blocking, sorted_terms
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.values.enumerable import FALSE, Fun, NIL, listed_blocking
from simulator.terms.lists import from_list
from types import GeneratorType
from typing import Any

def sort_1(enum: Any) -> Generator[Any, Any, Any]:
    """Return the list of the elements in the order of terms."""
    return from_list(sorted_terms((yield from listed_blocking(enum))))

def sort_2(enum: Any, sorter: Any) -> Generator[Any, Any, Any]:
    """Return the list sorted ``:asc``, ``:desc``, by a module's ``compare/2``, or by a function."""
    items = (yield from listed_blocking(enum))
    return from_list((yield from ordered(items, items, sorter)))

def sort_by_2(enum: Any, mapper: Fun) -> Generator[Any, Any, Any]:
    """Return the list sorted by what *mapper* gives for each element."""
    items = (yield from listed_blocking(enum, True))
    found1 = []
    for item in items:
        found1.append((yield from result2) if (result2 := mapper(item)).__class__ is GeneratorType else result2)
    return from_list((yield from ordered(items, found1, ASC)))

def sort_by_3(enum: Any, mapper: Fun, sorter: Any) -> Generator[Any, Any, Any]:
    """Return the list sorted by what *mapper* gives for each element, and *sorter* for that."""
    items = (yield from listed_blocking(enum, True))
    found1 = []
    for item in items:
        found1.append((yield from result2) if (result2 := mapper(item)).__class__ is GeneratorType else result2)
    return from_list((yield from ordered(items, found1, sorter)))

def ordered(items: list[Any], of: list[Any], sorter: Any) -> Generator[Any, Any, list[Any]]:
    """Return *items* in the order that *sorter* gives to the terms *of* them."""
    if sorter is ASC or sorter is DESC:
        return natural(items, of, sorter is DESC)
    fun: Fun = sorting_function(sorter)
    if items is of:
        return (yield from sorted_by_blocking(items, fun))
    places = list(range(len(items)))

    def by_place(left: Any, right: Any) -> Generator[Any, Any, Any]:
        return (yield from result1) if (result1 := fun(of[left], of[right])).__class__ is GeneratorType else result1
    found2 = []
    for place in (yield from sorted_by_blocking(places, by_place)):
        found2.append(items[place])
    return found2

def extreme(items: list[Any], of: list[Any], sorter: Any, empty: Any, is_max: bool) -> Generator[Any, Any, Any]:
    """Return the first minimum or maximum of *items* by the terms *of* them."""
    if not items:
        if empty is None:
            raise error('Enum.EmptyError')
        otherwise: Fun = empty
        return (yield from result1) if (result1 := otherwise()).__class__ is GeneratorType else result1
    if sorter is None:
        return largest(items, of) if is_max else smallest(items, of)
    if not callable(sorter):
        sorter = comparing(sorter, LT if is_max else GT)
    fun: Fun = sorter
    best = 0
    for index in range(1, len(of)):
        if (stays := ((yield from result2) if (result2 := fun(of[best], of[index])).__class__ is GeneratorType else result2)) is FALSE or stays is NIL:
            best = index
    return items[best]

def max_1(enum: Any) -> Generator[Any, Any, Any]:
    """Return the largest element. Raises ``Enum.EmptyError``."""
    items = ends(enum) or (yield from listed_blocking(enum))
    return (yield from extreme(items, items, None, None, True))

def max_2(enum: Any, sorter: Any) -> Generator[Any, Any, Any]:
    """Return the largest element by a sorter, or of an empty enumerable what a function gives."""
    items = (yield from listed_blocking(enum))
    how, empty = min_max_arguments((sorter,), 'max', enum)
    return (yield from extreme(items, items, how, empty, True))

def max_3(enum: Any, sorter: Any, empty: Any) -> Generator[Any, Any, Any]:
    """Return the largest element by a sorter; what *empty* gives if there is none."""
    items = (yield from listed_blocking(enum))
    how, otherwise = min_max_arguments((sorter, empty), 'max', enum)
    return (yield from extreme(items, items, how, otherwise, True))

def min_1(enum: Any) -> Generator[Any, Any, Any]:
    """Return the smallest element. Raises ``Enum.EmptyError``."""
    items = ends(enum) or (yield from listed_blocking(enum))
    return (yield from extreme(items, items, None, None, False))

def min_2(enum: Any, sorter: Any) -> Generator[Any, Any, Any]:
    """Return the smallest element by a sorter, or of an empty enumerable what a function gives."""
    items = (yield from listed_blocking(enum))
    how, empty = min_max_arguments((sorter,), 'min', enum)
    return (yield from extreme(items, items, how, empty, False))

def min_3(enum: Any, sorter: Any, empty: Any) -> Generator[Any, Any, Any]:
    """Return the smallest element by a sorter; what *empty* gives if there is none."""
    items = (yield from listed_blocking(enum))
    how, otherwise = min_max_arguments((sorter, empty), 'min', enum)
    return (yield from extreme(items, items, how, otherwise, False))

def max_by_2(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the first element for which *fun* gives the largest term."""
    items = (yield from listed_blocking(enum, True))
    found1 = []
    for item in items:
        found1.append((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)
    return (yield from extreme(items, found1, None, None, True))

def max_by_3(enum: Any, fun: Fun, sorter: Any) -> Generator[Any, Any, Any]:
    """Return the largest element by what *fun* gives and a sorter, or of an empty enumerable what a function gives."""
    items = (yield from listed_blocking(enum, True))
    how, empty = min_max_arguments((sorter,), 'max', enum)
    found1 = []
    for item in items:
        found1.append((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)
    return (yield from extreme(items, found1, how, empty, True))

def max_by_4(enum: Any, fun: Fun, sorter: Any, empty: Any) -> Generator[Any, Any, Any]:
    """Return the largest element by what *fun* gives and a sorter; what *empty* gives if there is none."""
    items = (yield from listed_blocking(enum, True))
    how, otherwise = min_max_arguments((sorter, empty), 'max', enum)
    found1 = []
    for item in items:
        found1.append((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)
    return (yield from extreme(items, found1, how, otherwise, True))

def min_by_2(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the first element for which *fun* gives the smallest term."""
    items = (yield from listed_blocking(enum, True))
    found1 = []
    for item in items:
        found1.append((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)
    return (yield from extreme(items, found1, None, None, False))

def min_by_3(enum: Any, fun: Fun, sorter: Any) -> Generator[Any, Any, Any]:
    """Return the smallest element by what *fun* gives and a sorter, or of an empty enumerable what a function gives."""
    items = (yield from listed_blocking(enum, True))
    how, empty = min_max_arguments((sorter,), 'min', enum)
    found1 = []
    for item in items:
        found1.append((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)
    return (yield from extreme(items, found1, how, empty, False))

def min_by_4(enum: Any, fun: Fun, sorter: Any, empty: Any) -> Generator[Any, Any, Any]:
    """Return the smallest element by what *fun* gives and a sorter; what *empty* gives if there is none."""
    items = (yield from listed_blocking(enum, True))
    how, otherwise = min_max_arguments((sorter, empty), 'min', enum)
    found1 = []
    for item in items:
        found1.append((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)
    return (yield from extreme(items, found1, how, otherwise, False))

def min_max_1(enum: Any) -> Generator[Any, Any, Any]:
    """Return the smallest and the largest element. Raises ``Enum.EmptyError``."""
    items = ends(enum) or (yield from listed_blocking(enum))
    if not items:
        raise error('Enum.EmptyError')
    return (smallest(items, items), largest(items, items))

def min_max_2(enum: Any, empty: Fun) -> Generator[Any, Any, Any]:
    """Return the smallest and the largest element; what *empty* gives if there is none."""
    items = ends(enum) or (yield from listed_blocking(enum))
    if not items:
        return (yield from result1) if (result1 := empty()).__class__ is GeneratorType else result1
    return (smallest(items, items), largest(items, items))

def min_max_by_2(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the elements for which *fun* gives the smallest and the largest term."""
    items = (yield from listed_blocking(enum, True))
    if not items:
        raise error('Enum.EmptyError')
    found1 = []
    for item in items:
        found1.append((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)
    of = found1
    return (smallest(items, of), largest(items, of))

def min_max_by_3(enum: Any, fun: Fun, sorter: Any) -> Generator[Any, Any, Any]:
    """Return the smallest and the largest element by a sorter, or of an empty enumerable what a function gives."""
    how, empty = min_max_arguments((sorter,), 'min_max', enum)
    return (yield from min_max_sorted((yield from listed_blocking(enum, True)), fun, how, empty))

def min_max_by_4(enum: Any, fun: Fun, sorter: Any, empty: Any) -> Generator[Any, Any, Any]:
    """Return the smallest and the largest element by a sorter; what *empty* gives if there is none."""
    how, otherwise = min_max_arguments((sorter, empty), 'min_max', enum)
    return (yield from min_max_sorted((yield from listed_blocking(enum, True)), fun, how, otherwise))

def min_max_sorted(items: list[Any], fun: Fun, sorter: Any, empty: Any) -> Generator[Any, Any, Any]:
    """Return the first smallest and the first largest of *items* by what *fun* gives, as *sorter* says."""
    found1 = []
    for item in items:
        found1.append((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)
    of = found1
    if not items or sorter is None:
        if not items:
            return (yield from extreme(items, of, sorter, empty, False))
        return (smallest(items, of), largest(items, of))
    if not callable(sorter):
        return ((yield from extreme(items, of, sorter, None, False)), (yield from extreme(items, of, sorter, None, True)))
    before: Fun = sorter
    low = high = 0
    for index in range(1, len(of)):
        if (less := ((yield from result3) if (result3 := before(of[index], of[low])).__class__ is GeneratorType else result3)) is not FALSE and less is not NIL:
            low = index
        if (less := ((yield from result4) if (result4 := before(of[high], of[index])).__class__ is GeneratorType else result4)) is not FALSE and less is not NIL:
            high = index
    return (items[low], items[high])
TABLE = {'sort/1': sort_1, 'sort/2': sort_2, 'sort_by/2': sort_by_2, 'sort_by/3': sort_by_3, 'max/1': max_1, 'max/2': max_2, 'max/3': max_3, 'min/1': min_1, 'min/2': min_2, 'min/3': min_3, 'max_by/2': max_by_2, 'max_by/3': max_by_3, 'max_by/4': max_by_4, 'min_by/2': min_by_2, 'min_by/3': min_by_3, 'min_by/4': min_by_4, 'min_max/1': min_max_1, 'min_max/2': min_max_2, 'min_max_by/2': min_max_by_2, 'min_max_by/3': min_max_by_3, 'min_max_by/4': min_max_by_4}
