"""``:lists``.

Source of the semantics: Erlang/OTP 25, the module ``lists``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.collections.lists_parts import LISTS, checked
from simulator.elixir.library.collections.lists_parts import TABLE as PARTS
from simulator.elixir.library.enum.sorting import sorted_by, sorted_terms
from simulator.elixir.library.lazily import blocking
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import FALSE, TRUE, Fun
from simulator.terms import Atom
from simulator.terms.lists import from_list

_BADARG = Atom("badarg")


def map_(fun: Fun, term: Any) -> Any:
    """Return the list of what *fun* gives for each element."""
    items = checked(term, "map", 2, fun)
    if not callable(fun):
        raise function_clause(LISTS, "map", 2, [fun, term])
    return from_list([fun(item) for item in items])


def filter_(fun: Fun, term: Any) -> Any:
    """Return the list of the elements for which *fun* gives true."""
    items = checked(term, "filter", 2, fun)
    return from_list([item for item in items if fun(item) is TRUE])


def foreach(fun: Fun, term: Any) -> Any:
    """Call *fun* with each element; return ``:ok``."""
    for item in checked(term, "foreach", 2, fun):
        fun(item)
    return Atom("ok")


def foldl(fun: Fun, acc: Any, term: Any) -> Any:
    """Reduce from the left."""
    for item in checked(term, "foldl", 3, fun, acc):
        acc = fun(item, acc)
    return acc


def foldr(fun: Fun, acc: Any, term: Any) -> Any:
    """Reduce from the right."""
    for item in reversed(checked(term, "foldr", 3, fun, acc)):
        acc = fun(item, acc)
    return acc


def flatmap(fun: Fun, term: Any) -> Any:
    """Return the list of all elements of the lists that *fun* gives."""
    found: list[Any] = []
    for item in checked(term, "flatmap", 2, fun):
        found += to_list(fun(item))
    return from_list(found)


def filtermap(fun: Fun, term: Any) -> Any:
    """Return the list of what *fun* keeps (true), or gives as ``{true, value}``."""
    found: list[Any] = []
    for item in checked(term, "filtermap", 2, fun):
        answer = fun(item)
        if answer is TRUE:
            found.append(item)
        elif answer.__class__ is tuple and len(answer) == 2 and answer[0] is TRUE:
            found.append(answer[1])
    return from_list(found)


def mapfoldl(fun: Fun, acc: Any, term: Any) -> Any:
    """Map and reduce from the left."""
    found: list[Any] = []
    for item in checked(term, "mapfoldl", 3, fun, acc):
        step = fun(item, acc)
        found.append(step[0])
        acc = step[1]
    return (from_list(found), acc)


def mapfoldr(fun: Fun, acc: Any, term: Any) -> Any:
    """Map and reduce from the right."""
    found: list[Any] = []
    for item in reversed(checked(term, "mapfoldr", 3, fun, acc)):
        step = fun(item, acc)
        found.append(step[0])
        acc = step[1]
    return (from_list(found[::-1]), acc)


def all_(fun: Fun, term: Any) -> Any:
    """Return whether *fun* gives true for all elements."""
    for item in checked(term, "all", 2, fun):
        if fun(item) is not TRUE:
            return FALSE
    return TRUE


def any_(fun: Fun, term: Any) -> Any:
    """Return whether *fun* gives true for an element."""
    for item in checked(term, "any", 2, fun):
        if fun(item) is TRUE:
            return TRUE
    return FALSE


def search(fun: Fun, term: Any) -> Any:
    """Return ``{:value, element}`` of the first element for which *fun* gives true, or false."""
    for item in checked(term, "search", 2, fun):
        if fun(item) is TRUE:
            return (Atom("value"), item)
    return FALSE


def partition(fun: Fun, term: Any) -> Any:
    """Return the elements for which *fun* gives true, and the others."""
    taken: list[Any] = []
    others: list[Any] = []
    for item in checked(term, "partition", 2, fun):
        if fun(item) is TRUE:
            taken.append(item)
        else:
            others.append(item)
    return (from_list(taken), from_list(others))


def takewhile(fun: Fun, term: Any) -> Any:
    """Return the elements before the first for which *fun* does not give true."""
    return splitwith(fun, term)[0]


def dropwhile(fun: Fun, term: Any) -> Any:
    """Return the elements from the first on for which *fun* does not give true."""
    return splitwith(fun, term)[1]


def splitwith(fun: Fun, term: Any) -> Any:
    """Return the elements before the first for which *fun* does not give true, and the rest."""
    items = checked(term, "splitwith", 2, fun)
    place = 0
    for item in items:
        if fun(item) is not TRUE:
            break
        place += 1
    return (from_list(items[:place]), from_list(items[place:]))


def sort_1(term: Any) -> Any:
    """Return the list in the order of terms."""
    return from_list(sorted_terms(checked(term, "sort", 1)))


def sort_2(fun: Fun, term: Any) -> Any:
    """Return the list sorted by a function that says whether an element may come before another."""
    return from_list(sorted_by(checked(term, "sort", 2, fun), fun))


def usort_1(term: Any) -> Any:
    """Return the list in the order of terms, without elements that equal another."""
    found: list[Any] = []
    for item in sorted_terms(checked(term, "usort", 1)):
        if not found or found[-1] != item:
            found.append(item)
    return from_list(found)


def usort_2(fun: Fun, term: Any) -> Any:
    """Return the list sorted by a function, of elements that may stand either way the first."""
    found: list[Any] = []
    for item in sorted_by(checked(term, "usort", 2, fun), fun):
        if not found or fun(item, found[-1]) is not TRUE:
            found.append(item)
    return from_list(found)


def keymap(fun: Fun, position: Any, term: Any) -> Any:
    """Return the list of tuples with what *fun* gives for the element at *position*."""
    return from_list([
        (*item[: position - 1], fun(item[position - 1]), *item[position:]) for item in checked(term, "keymap", 3)
    ])  # fmt: skip


def zipwith(fun: Fun, left: Any, right: Any) -> Any:
    """Return the list of what *fun* gives for each two elements."""
    first, second = _alike(left, right, "zipwith", fun)
    return from_list([fun(one, other) for one, other in zip(first, second, strict=True)])


def _alike(left: Any, right: Any, name: str, *args: Any) -> tuple[list[Any], list[Any]]:
    first, second = checked(left, name, 2, *args, right), checked(right, name, 2, *args, left)
    if len(first) != len(second):
        raise function_clause(LISTS, name, 2 + len(args), [*args, left, right])
    return first, second


def zip_(left: Any, right: Any) -> Any:
    """Return the list of pairs of elements of two lists of one length."""
    return from_list(list(zip(*_alike(left, right, "zip"), strict=True)))


def zip3(one: Any, two: Any, three: Any) -> Any:
    """Return the list of triples of elements of three lists of one length."""
    _alike(one, two, "zip3")
    return from_list(list(zip(to_list(one), *_alike(two, three, "zip3"), strict=True)))


TABLE = {
    "map/2": map_, "filter/2": filter_, "foreach/2": foreach, "foldl/3": foldl, "foldr/3": foldr,
    "flatmap/2": flatmap, "filtermap/2": filtermap, "zf/2": filtermap, "mapfoldl/3": mapfoldl, "mapfoldr/3": mapfoldr,
    "all/2": all_, "any/2": any_, "search/2": search, "partition/2": partition, "takewhile/2": takewhile,
    "dropwhile/2": dropwhile, "splitwith/2": splitwith, "sort/1": sort_1, "sort/2": sort_2, "usort/1": usort_1,
    "usort/2": usort_2, "keymap/3": keymap, "zipwith/3": zipwith, "zip/2": zip_, "zip3/3": zip3,
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name == "FUNCTIONS":
        from simulator.elixir.library.erlang.lists_keys import FUNCTIONS_OF_LISTS as keys

        found = globals()[name] = {**TABLE, **PARTS, **keys}
        return found
    return blocking(name, __name__)
