"""``:lists``: taking apart and putting together, without functions.

Source of the semantics: Erlang/OTP 25, the module ``lists``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.enum.sorting import largest, smallest, sorted_terms
from simulator.elixir.library.enum.totals import sum_of
from simulator.elixir.runtime.errors import check, erlang, error, function_clause
from simulator.elixir.runtime.values.counted import count as count_items
from simulator.elixir.runtime.values.counted import parts, to_list
from simulator.elixir.runtime.values.enumerable import FALSE, TRUE
from simulator.kernel.words.errors import badarg
from simulator.terms import Atom
from simulator.terms.lists import NotAList, from_list, is_list
from simulator.terms.maps import PLAIN, equal, strict_equal

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
            count_items(1)  # a list that is shared again and again is short, and has no end
            ahead += checked(item, "do_flatten", 2)[::-1]
        else:
            found.append(item)
    return found


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
    count_items(count)
    return from_list([element] * count)


def member(element: Any, term: Any) -> Any:
    """Return whether an element is strictly equal."""
    if not is_list(term):
        raise badarg(2, "not a list")
    return TRUE if any(strict_equal(item, element) for item in parts(term)[0]) else FALSE


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
    count_items(max(0, (last_one - first) // step + 1))
    return from_list(list(range(first, last_one + (1 if step > 0 else -1), step)))


def sum_(term: Any) -> Any:
    """Return the sum of the elements."""
    return sum_of(checked(term, "sum", 1), True)


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
    from simulator.elixir.library.enum.groups import uniq_1 as uniq

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


def unzip(term: Any) -> Any:
    """Return the list of the first and that of the second elements of pairs."""
    items = checked(term, "unzip", 1)
    return (from_list([item[0] for item in items]), from_list([item[1] for item in items]))


def unzip3(term: Any) -> Any:
    """Return the lists of the first, the second and the third elements of triples."""
    items = checked(term, "unzip3", 1)
    return tuple(from_list([item[index] for item in items]) for index in range(3))


def keyed(term: Any, position: Any, base: int) -> list[Any]:
    """Return the elements of a list of tuples that are looked at *position*, which counts from 1 - *base*."""
    place = "not an integer" if position.__class__ is not int else "out of range" if position + base < 1 else ""
    check("", place, "" if is_list(term) else "not a list")
    return to_list(term)


def place_of(items: list[Any], key: Any, position: int) -> int | None:
    """Return the place of the first tuple with *key* at *position* (from 0); None if there is none."""
    plain = key.__class__ in PLAIN
    for index, item in enumerate(items):
        if item.__class__ is tuple and len(item) > position:
            found = item[position]
            if found == key if plain else equal(found, key):
                return index
    return None


TABLE = {
    "unzip/1": unzip, "unzip3/1": unzip3, "append/1": append_1, "append/2": append_2, "concat/1": concat,
    "flatten/1": flatten_1, "flatten/2": flatten_2, "flatlength/1": flatlength, "reverse/1": reverse_1,
    "reverse/2": reverse_2, "delete/2": delete, "subtract/2": subtract, "duplicate/2": duplicate, "member/2": member,
    "last/1": last, "droplast/1": droplast, "nth/2": nth, "nthtail/2": nthtail, "sublist/2": sublist_2,
    "sublist/3": sublist_3, "split/2": split, "prefix/2": prefix, "suffix/2": suffix, "seq/2": seq_2, "seq/3": seq_3,
    "sum/1": sum_, "max/1": max_, "min/1": min_, "uniq/1": uniq_1, "enumerate/1": enumerate_1,
    "enumerate/2": enumerate_2, "join/2": join, "merge/2": merge_2,
}  # fmt: skip
