"""``:lists``.

Source of the semantics: Erlang/OTP 25, the module ``lists``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.enumerable import FALSE, TRUE, Fun
from simulator.elixir.library.lazily import blocking
from simulator.elixir.library.sorting import largest, smallest, sorted_by, sorted_terms
from simulator.elixir.library.totals import sum_of
from simulator.elixir.runtime.errors import erlang, error, function_clause
from simulator.kernel.errors import badarg
from simulator.terms import Atom
from simulator.terms.lists import NotAList, from_list, is_list, parts, to_list
from simulator.terms.strict import strict_equal

LISTS = Atom("lists")
_BADARG = Atom("badarg")


def checked(term: Any, name: str, arity: int, *args: Any) -> list[Any]:
    """Return the elements of a list; raise ``FunctionClauseError`` for anything else."""
    try:
        return to_list(term)
    except NotAList:
        raise function_clause(LISTS, name, arity, [*args, term]) from None


def flattened(term: Any) -> list[Any]:
    """Return all elements of nested lists."""
    found: list[Any] = []
    ahead: list[Any] = checked(term, "flatten", 1)[::-1]
    while ahead:
        item = ahead.pop()
        if is_list(item):
            ahead += checked(item, "do_flatten", 2)[::-1]
        else:
            found.append(item)
    return found


def keyed(term: Any, position: Any, base: int) -> list[Any]:
    """Return the elements of a list of tuples that are looked at *position*, which counts from 1 - *base*."""
    if not is_list(term):
        raise badarg(3, "not a list")
    if position.__class__ is not int:
        raise badarg(2, "not an integer")
    if position + base < 1:
        raise badarg(2, "out of range")
    return to_list(term)


def place_of(items: list[Any], key: Any, position: int) -> int | None:
    """Return the place of the first tuple with *key* at *position* (from 0); None if there is none."""
    for index, item in enumerate(items):
        if item.__class__ is tuple and len(item) > position and item[position] == key:
            return index
    return None


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


def unzip(term: Any) -> Any:
    """Return the list of the first and that of the second elements of pairs."""
    items = checked(term, "unzip", 1)
    return (from_list([item[0] for item in items]), from_list([item[1] for item in items]))


def unzip3(term: Any) -> Any:
    """Return the lists of the first, the second and the third elements of triples."""
    items = checked(term, "unzip3", 1)
    return tuple(from_list([item[index] for item in items]) for index in range(3))


def append_2(left: Any, right: Any) -> Any:
    """Return *left* before *right*."""
    try:
        return from_list(to_list(left), right)
    except NotAList:
        raise erlang(_BADARG) from None


def append_1(terms: Any) -> Any:
    """Return the list of the elements of all lists."""
    found: list[Any] = []
    for term in checked(terms, "append", 1):
        found += checked(term, "append", 1)
    return from_list(found)


def concat(terms: Any) -> Any:
    """Return the charlist of atoms, numbers and charlists, one after the other."""
    from simulator.terms import to_string

    return from_list([ord(letter) for term in checked(terms, "concat", 1) for letter in to_string(term)])


def flatten_1(term: Any) -> Any:
    """Return the list of all elements of nested lists."""
    return from_list(flattened(term))


def flatten_2(term: Any, tail: Any) -> Any:
    """Return the list of all elements of nested lists, and then *tail*."""
    return from_list(flattened(term), tail)


def flatlength(term: Any) -> int:
    """Return the number of all elements of nested lists."""
    return len(flattened(term))


def reverse_1(term: Any) -> Any:
    """Return the list with the last element first."""
    return from_list(checked(term, "reverse", 1)[::-1])


def reverse_2(term: Any, tail: Any) -> Any:
    """Return the list with the last element first, and then *tail*."""
    return from_list(checked(term, "reverse", 2)[::-1], tail)


def delete(element: Any, term: Any) -> Any:
    """Return the list without the first element that is strictly equal."""
    items = checked(term, "delete", 2, element)
    for index, item in enumerate(items):
        if strict_equal(item, element):
            return from_list(items[:index] + items[index + 1 :])
    return term


def subtract(left: Any, right: Any) -> Any:
    """Return *left* without the first element equal to each of *right*."""
    items = list(checked(left, "subtract", 2))
    for element in checked(right, "subtract", 2):
        for index, item in enumerate(items):
            if strict_equal(item, element):
                del items[index]
                break
    return from_list(items)


def duplicate(count: Any, element: Any) -> Any:
    """Return the list with *element*, *count* times."""
    if count.__class__ is not int or count < 0:
        raise function_clause(LISTS, "duplicate", 2, [count, element])
    return from_list([element] * count)


def member(element: Any, term: Any) -> Any:
    """Return whether an element is strictly equal."""
    if not is_list(term):
        raise badarg(2, "not a list")
    return TRUE if any(item == element and strict_equal(item, element) for item in parts(term)[0]) else FALSE


def last(term: Any) -> Any:
    """Return the last element."""
    items = checked(term, "last", 1)
    if not items:
        raise function_clause(LISTS, "last", 1, [term])
    return items[-1]


def droplast(term: Any) -> Any:
    """Return the list without its last element."""
    items = checked(term, "droplast", 1)
    if not items:
        raise function_clause(LISTS, "droplast", 1, [term])
    return from_list(items[:-1])


def nth(position: Any, term: Any) -> Any:
    """Return the element at a position from 1."""
    items = parts(term)[0] if is_list(term) else []
    if position.__class__ is not int or not 1 <= position <= len(items):
        raise function_clause(LISTS, "nth", 2, [position, term])
    return items[position - 1]


def nthtail(count: Any, term: Any) -> Any:
    """Return the list without its first *count* elements."""
    items = checked(term, "nthtail", 2, count)
    if count.__class__ is not int or not 0 <= count <= len(items):
        raise function_clause(LISTS, "nthtail", 2, [count, term])
    return from_list(items[count:])


def sublist_2(term: Any, count: Any) -> Any:
    """Return the first *count* elements."""
    if count.__class__ is not int or count < 0:
        raise function_clause(LISTS, "sublist", 2, [term, count])
    return from_list(checked(term, "sublist", 2)[:count])


def sublist_3(term: Any, start: Any, count: Any) -> Any:
    """Return *count* elements from the position *start* on, which counts from 1."""
    items = checked(term, "sublist", 3)
    if start.__class__ is not int or count.__class__ is not int or not 1 <= start <= len(items) + 1 or count < 0:
        raise function_clause(LISTS, "sublist", 3, [term, start, count])
    return from_list(items[start - 1 : start - 1 + count])


def split(count: Any, term: Any) -> Any:
    """Return the first *count* elements and the rest. Raises ``ArgumentError`` if there are not so many."""
    items = checked(term, "split", 2, count)
    if count.__class__ is not int or not 0 <= count <= len(items):
        raise error("ArgumentError", message="argument error")
    return (from_list(items[:count]), from_list(items[count:]))


def prefix(begin: Any, term: Any) -> Any:
    """Return whether *term* begins with *begin*."""
    first, items = checked(begin, "prefix", 2), checked(term, "prefix", 2)
    return TRUE if len(first) <= len(items) and all(map(strict_equal, first, items)) else FALSE


def suffix(end: Any, term: Any) -> Any:
    """Return whether *term* ends with *end*."""
    last_ones, items = checked(end, "suffix", 2), checked(term, "suffix", 2)
    same = len(last_ones) <= len(items) and all(map(strict_equal, last_ones[::-1], items[::-1]))
    return TRUE if same else FALSE


def seq_2(first: Any, last_one: Any) -> Any:
    """Return the list of the integers from *first* to *last_one*."""
    return seq_3(first, last_one, 1)


def seq_3(first: Any, last_one: Any, step: Any) -> Any:
    """Return the list of every *step*-th integer from *first* to *last_one*."""
    if not all(each.__class__ is int for each in (first, last_one, step)):
        raise (
            error("ArgumentError", message="argument error")
            if step != 1
            else function_clause(LISTS, "seq", 2, [first, last_one])
        )
    if step == 0:
        if first != last_one:
            raise error("ArgumentError", message="argument error")
        return from_list([first])
    if (step > 0 and first - step > last_one) or (step < 0 and first - step < last_one):
        raise (
            function_clause(LISTS, "seq", 2, [first, last_one])
            if step == 1
            else error("ArgumentError", message="argument error")
        )
    return from_list(list(range(first, last_one + (1 if step > 0 else -1), step)))


def sum_(term: Any) -> Any:
    """Return the sum of the elements."""
    return sum_of(checked(term, "sum", 1))


def max_(term: Any) -> Any:
    """Return the largest element."""
    items = checked(term, "max", 1)
    if not items:
        raise function_clause(LISTS, "max", 1, [term])
    return largest(items, items)


def min_(term: Any) -> Any:
    """Return the smallest element."""
    items = checked(term, "min", 1)
    if not items:
        raise function_clause(LISTS, "min", 1, [term])
    return smallest(items, items)


def uniq_1(term: Any) -> Any:
    """Return the list of the elements without those that were there before."""
    from simulator.elixir.library.enum_groups import uniq_1 as uniq

    checked(term, "uniq", 1)
    return uniq(term)


def enumerate_1(term: Any) -> Any:
    """Return the list of pairs of a number from 1 and an element."""
    return enumerate_2(1, term)


def enumerate_2(first: Any, term: Any) -> Any:
    """Return the list of pairs of a number from *first* and an element."""
    if first.__class__ is not int:
        raise function_clause(LISTS, "enumerate", 2, [first, term])
    return from_list(list(enumerate(checked(term, "enumerate", 2, first), first)))


def join(separator: Any, term: Any) -> Any:
    """Return the list of the elements with *separator* between."""
    found: list[Any] = []
    for item in checked(term, "join", 2, separator):
        found += [separator, item]
    return from_list(found[1:])


def merge_2(left: Any, right: Any) -> Any:
    """Return two sorted lists as one."""
    return from_list(sorted_terms([*checked(left, "merge", 2), *checked(right, "merge", 2)]))


TABLE = {
    "map/2": map_, "filter/2": filter_, "foreach/2": foreach, "foldl/3": foldl, "foldr/3": foldr,
    "flatmap/2": flatmap, "filtermap/2": filtermap, "zf/2": filtermap, "mapfoldl/3": mapfoldl,
    "mapfoldr/3": mapfoldr, "all/2": all_, "any/2": any_, "search/2": search, "partition/2": partition,
    "takewhile/2": takewhile, "dropwhile/2": dropwhile, "splitwith/2": splitwith, "sort/1": sort_1, "sort/2": sort_2,
    "usort/1": usort_1, "usort/2": usort_2, "keymap/3": keymap, "zipwith/3": zipwith, "zip/2": zip_, "zip3/3": zip3,
    "unzip/1": unzip, "unzip3/1": unzip3, "append/1": append_1, "append/2": append_2, "concat/1": concat,
    "flatten/1": flatten_1, "flatten/2": flatten_2, "flatlength/1": flatlength, "reverse/1": reverse_1,
    "reverse/2": reverse_2, "delete/2": delete, "subtract/2": subtract, "duplicate/2": duplicate, "member/2": member,
    "last/1": last, "droplast/1": droplast, "nth/2": nth, "nthtail/2": nthtail, "sublist/2": sublist_2,
    "sublist/3": sublist_3, "split/2": split, "prefix/2": prefix, "suffix/2": suffix, "seq/2": seq_2, "seq/3": seq_3,
    "sum/1": sum_, "max/1": max_, "min/1": min_, "uniq/1": uniq_1, "enumerate/1": enumerate_1,
    "enumerate/2": enumerate_2, "join/2": join, "merge/2": merge_2,
}  # fmt: skip


def __getattr__(name: str) -> Any:
    if name == "FUNCTIONS":
        from simulator.elixir.library.lists_keys import FUNCTIONS as keys

        found = globals()[name] = {**TABLE, **keys}
        return found
    return blocking(name, __name__)
