"""``Enum``: sorting, minima and maxima.

Source of the semantics: Elixir 1.14, the module ``Enum``.
"""

from __future__ import annotations

from types import GeneratorType
from typing import Any

from simulator.elixir.library.enum.sorting import key_for, largest, smallest, sorted_by, sorted_terms
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.values.enumerable import FALSE, NIL, RANGE, Fun, listed, range_of
from simulator.terms import Atom
from simulator.terms.lists import from_list
from simulator.terms.maps import struct_name

ASC, DESC = Atom("asc"), Atom("desc")
LT, GT = Atom("lt"), Atom("gt")
TRUE = Atom("true")


def sort_1(enum: Any) -> Any:
    """Return the list of the elements in the order of terms."""
    return from_list(sorted_terms(listed(enum)))


def sort_2(enum: Any, sorter: Any) -> Any:
    """Return the list sorted ``:asc``, ``:desc``, by a module's ``compare/2``, or by a function."""
    items = listed(enum)
    return from_list(ordered(items, items, sorter))


def sort_by_2(enum: Any, mapper: Fun) -> Any:
    """Return the list sorted by what *mapper* gives for each element."""
    items = listed(enum, True)
    return from_list(ordered(items, [mapper(item) for item in items], ASC))


def sort_by_3(enum: Any, mapper: Fun, sorter: Any) -> Any:
    """Return the list sorted by what *mapper* gives for each element, and *sorter* for that."""
    items = listed(enum, True)
    return from_list(ordered(items, [mapper(item) for item in items], sorter))


def ordered(items: list[Any], of: list[Any], sorter: Any) -> list[Any]:
    """Return *items* in the order that *sorter* gives to the terms *of* them."""
    if sorter is ASC or sorter is DESC:
        return natural(items, of, sorter is DESC)
    fun: Fun = sorting_function(sorter)
    if items is of:
        return sorted_by(items, fun)
    places = list(range(len(items)))

    def by_place(left: Any, right: Any) -> Any:
        return fun(of[left], of[right])

    return [items[place] for place in sorted_by(places, by_place)]


def natural(items: list[Any], of: list[Any], descending: bool) -> list[Any]:
    """Return *items* in the order of the terms *of* them."""
    key = key_for(of)
    if items is of:
        return sorted(items, key=key, reverse=descending)
    keys = of if key is None else list(map(key, of))
    places = sorted(range(len(items)), key=keys.__getitem__, reverse=descending)
    return [items[place] for place in places]


def sorting_function(sorter: Any) -> Any:
    """Return the function of two elements that a sorter stands for: whether the first may come first."""
    if callable(sorter):
        return sorter
    descending = False
    module = sorter
    if sorter.__class__ is tuple and len(sorter) == 2 and sorter[0] in (ASC, DESC):
        descending = sorter[0] is DESC
        module = sorter[1]
    if module.__class__ is not Atom:
        raise function_clause("Enum", "to_sort_fun", 1, [sorter])
    wrong = LT if descending else GT
    return comparing(module, wrong)


def comparing(module: Any, wrong: Any) -> Any:
    """Return the function that says whether *module* compares two elements as something else than *wrong*."""

    def may_stay(left: Any, right: Any) -> Any:
        answer = call(module, "compare", (left, right))
        return later(answer) if answer.__class__ is GeneratorType else judged(answer)

    def later(steps: Any) -> Any:
        return judged((yield from steps))

    def judged(answer: Any) -> Any:
        return FALSE if answer is wrong else TRUE

    return may_stay


def min_max_arguments(args: tuple[Any, ...], name: str, enum: Any) -> tuple[Any, Any]:
    """Return the sorter, or None, and the function for an empty enumerable, or None."""
    sorter, empty = None, None
    if len(args) == 2:
        sorter, empty = args
    elif args and callable(args[0]) and args[0].__code__.co_argcount == 0:
        empty = args[0]
    elif args:
        sorter = args[0]
    if sorter is not None and not callable(sorter) and sorter.__class__ is not Atom:
        raise function_clause("Enum", f"{name}_sort_fun", 1, [sorter])
    return sorter, empty


def ends(enum: Any) -> list[Any]:
    """Return the first and the last integer of a range: what lies between is neither less nor more; [] of others."""
    found = range_of(enum) if struct_name(enum) is RANGE else None
    return [found[0], found[-1]] if found else []


def extreme(items: list[Any], of: list[Any], sorter: Any, empty: Any, is_max: bool) -> Any:
    """Return the first minimum or maximum of *items* by the terms *of* them."""
    if not items:
        if empty is None:
            raise error("Enum.EmptyError")
        otherwise: Fun = empty
        return otherwise()
    if sorter is None:
        return largest(items, of) if is_max else smallest(items, of)
    if not callable(sorter):
        sorter = comparing(sorter, LT if is_max else GT)
    fun: Fun = sorter
    best = 0
    for index in range(1, len(of)):
        if (stays := fun(of[best], of[index])) is FALSE or stays is NIL:
            best = index
    return items[best]


def max_1(enum: Any) -> Any:
    """Return the largest element. Raises ``Enum.EmptyError``."""
    items = ends(enum) or listed(enum)
    return extreme(items, items, None, None, True)


def max_2(enum: Any, sorter: Any) -> Any:
    """Return the largest element by a sorter, or of an empty enumerable what a function gives."""
    items = listed(enum)
    how, empty = min_max_arguments((sorter,), "max", enum)
    return extreme(items, items, how, empty, True)


def max_3(enum: Any, sorter: Any, empty: Any) -> Any:
    """Return the largest element by a sorter; what *empty* gives if there is none."""
    items = listed(enum)
    how, otherwise = min_max_arguments((sorter, empty), "max", enum)
    return extreme(items, items, how, otherwise, True)


def min_1(enum: Any) -> Any:
    """Return the smallest element. Raises ``Enum.EmptyError``."""
    items = ends(enum) or listed(enum)
    return extreme(items, items, None, None, False)


def min_2(enum: Any, sorter: Any) -> Any:
    """Return the smallest element by a sorter, or of an empty enumerable what a function gives."""
    items = listed(enum)
    how, empty = min_max_arguments((sorter,), "min", enum)
    return extreme(items, items, how, empty, False)


def min_3(enum: Any, sorter: Any, empty: Any) -> Any:
    """Return the smallest element by a sorter; what *empty* gives if there is none."""
    items = listed(enum)
    how, otherwise = min_max_arguments((sorter, empty), "min", enum)
    return extreme(items, items, how, otherwise, False)


def max_by_2(enum: Any, fun: Fun) -> Any:
    """Return the first element for which *fun* gives the largest term."""
    items = listed(enum, True)
    return extreme(items, [fun(item) for item in items], None, None, True)


def max_by_3(enum: Any, fun: Fun, sorter: Any) -> Any:
    """Return the largest element by what *fun* gives and a sorter, or of an empty enumerable what a function gives."""
    items = listed(enum, True)
    how, empty = min_max_arguments((sorter,), "max", enum)
    return extreme(items, [fun(item) for item in items], how, empty, True)


def max_by_4(enum: Any, fun: Fun, sorter: Any, empty: Any) -> Any:
    """Return the largest element by what *fun* gives and a sorter; what *empty* gives if there is none."""
    items = listed(enum, True)
    how, otherwise = min_max_arguments((sorter, empty), "max", enum)
    return extreme(items, [fun(item) for item in items], how, otherwise, True)


def min_by_2(enum: Any, fun: Fun) -> Any:
    """Return the first element for which *fun* gives the smallest term."""
    items = listed(enum, True)
    return extreme(items, [fun(item) for item in items], None, None, False)


def min_by_3(enum: Any, fun: Fun, sorter: Any) -> Any:
    """Return the smallest element by what *fun* gives and a sorter, or of an empty enumerable what a function gives."""
    items = listed(enum, True)
    how, empty = min_max_arguments((sorter,), "min", enum)
    return extreme(items, [fun(item) for item in items], how, empty, False)


def min_by_4(enum: Any, fun: Fun, sorter: Any, empty: Any) -> Any:
    """Return the smallest element by what *fun* gives and a sorter; what *empty* gives if there is none."""
    items = listed(enum, True)
    how, otherwise = min_max_arguments((sorter, empty), "min", enum)
    return extreme(items, [fun(item) for item in items], how, otherwise, False)


def min_max_1(enum: Any) -> Any:
    """Return the smallest and the largest element. Raises ``Enum.EmptyError``."""
    items = ends(enum) or listed(enum)
    if not items:
        raise error("Enum.EmptyError")
    return (smallest(items, items), largest(items, items))


def min_max_2(enum: Any, empty: Fun) -> Any:
    """Return the smallest and the largest element; what *empty* gives if there is none."""
    items = ends(enum) or listed(enum)
    if not items:
        return empty()
    return (smallest(items, items), largest(items, items))


def min_max_by_2(enum: Any, fun: Fun) -> Any:
    """Return the elements for which *fun* gives the smallest and the largest term."""
    items = listed(enum, True)
    if not items:
        raise error("Enum.EmptyError")
    of = [fun(item) for item in items]
    return (smallest(items, of), largest(items, of))


def min_max_by_3(enum: Any, fun: Fun, sorter: Any) -> Any:
    """Return the smallest and the largest element by a sorter, or of an empty enumerable what a function gives."""
    how, empty = min_max_arguments((sorter,), "min_max", enum)
    return min_max_sorted(listed(enum, True), fun, how, empty)


def min_max_by_4(enum: Any, fun: Fun, sorter: Any, empty: Any) -> Any:
    """Return the smallest and the largest element by a sorter; what *empty* gives if there is none."""
    how, otherwise = min_max_arguments((sorter, empty), "min_max", enum)
    return min_max_sorted(listed(enum, True), fun, how, otherwise)


def min_max_sorted(items: list[Any], fun: Fun, sorter: Any, empty: Any) -> Any:
    """Return the first smallest and the first largest of *items* by what *fun* gives, as *sorter* says."""
    of = [fun(item) for item in items]
    if not items or sorter is None:
        if not items:
            return extreme(items, of, sorter, empty, False)
        return (smallest(items, of), largest(items, of))
    if not callable(sorter):
        return (extreme(items, of, sorter, None, False), extreme(items, of, sorter, None, True))
    before: Fun = sorter
    low = high = 0
    for index in range(1, len(of)):
        if (less := before(of[index], of[low])) is not FALSE and less is not NIL:
            low = index
        if (less := before(of[high], of[index])) is not FALSE and less is not NIL:
            high = index
    return (items[low], items[high])


TABLE = {
    "sort/1": sort_1, "sort/2": sort_2, "sort_by/2": sort_by_2, "sort_by/3": sort_by_3, "max/1": max_1,
    "max/2": max_2, "max/3": max_3, "min/1": min_1, "min/2": min_2, "min/3": min_3, "max_by/2": max_by_2,
    "max_by/3": max_by_3, "max_by/4": max_by_4, "min_by/2": min_by_2, "min_by/3": min_by_3, "min_by/4": min_by_4,
    "min_max/1": min_max_1, "min_max/2": min_max_2, "min_max_by/2": min_max_by_2, "min_max_by/3": min_max_by_3,
    "min_max_by/4": min_max_by_4,
}  # fmt: skip
