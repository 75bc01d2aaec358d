"""``Enum``: grouping, counting and chunking.

Source of the semantics: Elixir 1.14, the module ``Enum``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.errors import erlang, error, function_clause
from simulator.elixir.runtime.values.enumerable import (
    CONT,
    HALT,
    NIL,
    Fun,
    fold,
    is_lazy,
    listed,
    sequence,
    start_of,
    walk,
)
from simulator.elixir.runtime.values.ranges import length_of
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list
from simulator.terms.maps import PLAIN, Map, key_of, strict_equal

_DISCARD = Atom("discard")
_TRY_CLAUSE = Atom("case_clause")


def group_by_2(enum: Any, key_fun: Fun) -> Any:
    """Return the map of lists of the elements for which *key_fun* gives the same."""
    groups: dict[Any, list[Any]] = {}
    if not callable(key_fun):
        raise error("ArgumentError", message=f"unsupported dict: {inspect(key_fun)}")
    for item in fold(enum):
        key = key_fun(item)
        if key.__class__ not in PLAIN:
            key = key_of(key)
        if key in groups:
            groups[key].append(item)
        else:
            groups[key] = [item]
    return Map({key: from_list(group) for key, group in groups.items()})


def group_by_3(enum: Any, key_fun: Fun, value_fun: Fun) -> Any:
    """Return the map of lists of what *value_fun* gives for the elements for which *key_fun* gives the same."""
    groups: dict[Any, list[Any]] = {}
    for item in fold(enum):
        key = key_of(key_fun(item))
        value = value_fun(item)
        if key in groups:
            groups[key].append(value)
        else:
            groups[key] = [value]
    return Map({key: from_list(group) for key, group in groups.items()})


def frequencies(enum: Any) -> Any:
    """Return the map of how often each element is there."""
    counts: dict[Any, int] = {}
    for item in fold(enum):
        key = item if item.__class__ in PLAIN else key_of(item)
        counts[key] = counts.get(key, 0) + 1
    return Map(counts)


def frequencies_by(enum: Any, fun: Fun) -> Any:
    """Return the map of how often *fun* gives each term."""
    counts: dict[Any, int] = {}
    for item in fold(enum):
        key = key_of(fun(item))
        counts[key] = counts.get(key, 0) + 1
    return Map(counts)


def uniq_1(enum: Any) -> Any:
    """Return the list of the elements without those that were there before."""
    seen: set[Any] = set()
    found: list[Any] = []
    for item in fold(enum):
        key = item if item.__class__ in PLAIN else key_of(item)
        if key not in seen:
            seen.add(key)
            found.append(item)
    return from_list(found)


def uniq_by(enum: Any, fun: Fun) -> Any:
    """Return the list of the elements without those for which *fun* gives what it gave before."""
    seen: set[Any] = set()
    found: list[Any] = []
    for item in fold(enum):
        key = key_of(fun(item))
        if key not in seen:
            seen.add(key)
            found.append(item)
    return from_list(found)


def dedup(enum: Any) -> Any:
    """Return the list of the elements without those that equal the one before."""
    found: list[Any] = []
    for item in fold(enum):
        if not found or not strict_equal(found[-1], item):
            found.append(item)
    return from_list(found)


def dedup_by(enum: Any, fun: Fun) -> Any:
    """Return the list of the elements without those for which *fun* gives what it gave for the one before."""
    found: list[Any] = []
    before: Any = None
    for item in fold(enum):
        value = fun(item)
        if not found or not strict_equal(before, value):
            found.append(item)
        before = value
    return from_list(found)


def chunk_by(enum: Any, fun: Fun) -> Any:
    """Return the list of lists of neighbours for which *fun* gives the same."""
    chunks: list[list[Any]] = []
    before: Any = None
    for item in walk(enum):
        value = fun(item)
        if chunks and strict_equal(before, value):
            chunks[-1].append(item)
        else:
            chunks.append([item])
        before = value
    return from_list([from_list(chunk) for chunk in chunks])


def chunk_every_2(enum: Any, count: Any) -> Any:
    """Return the list of lists of *count* elements; the last may be shorter."""
    return chunk_every_4(enum, count, count, EMPTY)


def chunk_every_3(enum: Any, count: Any, step: Any) -> Any:
    """Return the list of lists of *count* elements, each beginning *step* elements after the one before."""
    return chunk_every_4(enum, count, step, EMPTY)


def chunk_every_4(enum: Any, count: Any, step: Any, leftover: Any) -> Any:
    """Return the chunks; *leftover* fills up the last one, or ``:discard`` leaves it out."""
    if count.__class__ is not int or step.__class__ is not int or count < 1 or step < 1:
        raise function_clause("Enum", "chunk_every", 4, [enum, count, step, leftover])
    items = listed(enum)
    filling = [] if leftover is _DISCARD else listed(leftover)
    return from_list([from_list(chunk) for chunk in chunks_of(items, count, step, filling, leftover is _DISCARD)])


def chunks_of(items: list[Any], count: int, step: int, filling: list[Any], discard: bool) -> list[list[Any]]:
    """Return the chunks of *items*; the one that is too short, if there is one, is filled up or left out."""
    chunks: list[list[Any]] = []
    start = 0
    while start < len(items):
        chunk = items[start : start + count]
        if len(chunk) < count:
            if not discard:
                chunks.append(chunk + filling[: count - len(chunk)])
            break
        chunks.append(chunk)
        start += step
    return chunks


def chunk_2(enum: Any, count: Any) -> Any:
    """Return the list of lists of *count* elements; what is left is left out."""
    return chunk_every_4(enum, count, count, _DISCARD)


def chunk_3(enum: Any, count: Any, step: Any) -> Any:
    """Return the lists of *count* elements, each *step* after the one before; what is left is left out."""
    return chunk_every_4(enum, count, step, _DISCARD)


def chunk_4(enum: Any, count: Any, step: Any, leftover: Any) -> Any:
    """Return the chunks; *leftover* fills up the last one, or nil leaves it out."""
    return chunk_every_4(enum, count, step, _DISCARD if leftover is NIL else leftover)


def chunk_while(enum: Any, acc: Any, chunk_fun: Fun, after_fun: Fun) -> Any:
    """Return the list of the chunks that *chunk_fun* says are complete, and what *after_fun* makes of the rest."""
    chunks: list[Any] = []
    for item in walk(enum):
        step = chunk_fun(item, acc)
        if step.__class__ is not tuple or len(step) not in (2, 3) or step[0] not in (CONT, HALT):
            raise erlang((_TRY_CLAUSE, step))
        if len(step) == 3:
            chunks.append(step[1])
        acc = step[-1]
        if step[0] is HALT:
            break
    last = after_fun(acc)
    if last.__class__ is not tuple or last[0] is not CONT or len(last) not in (2, 3):
        raise erlang((_TRY_CLAUSE, last))
    if len(last) == 3:
        chunks.append(last[1])
    return from_list(chunks)


def zip_2(left: Any, right: Any) -> Any:
    """Return the list of pairs of elements of both, as long as there are both."""
    return from_list(list(zip(*both(left, right), strict=False)))


def both(left: Any, right: Any) -> list[Any]:
    """Return the elements of two enumerables; of a stream no more than there are in the other."""
    return columns([left, right])


def columns(enums: list[Any]) -> list[Any]:
    """Return the elements of the enumerables, of streams no more than the shortest other one has."""
    limit = None
    found: dict[int, Any] = {}
    for index, enum in enumerate(enums):
        if not is_lazy(enum):
            found[index] = sequence(enum)
            size = length_of(found[index])
            limit = size if limit is None else min(limit, size)
    lazy = [index for index in range(len(enums)) if index not in found]
    if len(lazy) > 1:
        return together(enums)
    for index in lazy:
        start_of(enums[index])  # raises for what is no enumerable, even if nothing is asked of it
        items: list[Any] = []
        told = any(length_of(found[before]) == limit for before in range(index) if before in found)
        most = limit if told or limit is None else limit + 1  # it gives one more before the others have none
        if most != 0:
            for item in walk(enums[index]):
                items.append(item)
                if len(items) == most:
                    break
        found[index] = items
    return [found[index] for index in range(len(enums))]


def together(enums: list[Any]) -> list[Any]:
    """Return the elements of several streams, walked side by side."""
    from simulator.elixir.library.stream.stream import zipped

    rows = listed(zipped(enums))
    return [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in enums]


def zip_1(enums: Any) -> Any:
    """Return the list of tuples of elements of all the enumerables, as long as all have some."""
    return from_list(list(zip(*columns(listed(enums)), strict=False)))


def zip_with_2(enums: Any, fun: Fun) -> Any:
    """Return the list of what *fun* gives for each list of elements."""
    return from_list([fun(from_list(list(row))) for row in zip(*columns(listed(enums)), strict=False)])


def zip_with_3(left: Any, right: Any, fun: Fun) -> Any:
    """Return the list of what *fun* gives for each two elements."""
    return from_list([fun(first, second) for first, second in zip(*both(left, right), strict=False)])


def zip_reduce_3(enums: Any, acc: Any, fun: Fun) -> Any:
    """Reduce over the lists of elements of all the enumerables."""
    for row in zip(*columns(listed(enums)), strict=False):
        acc = fun(from_list(list(row)), acc)
    return acc


def zip_reduce_4(left: Any, right: Any, acc: Any, fun: Fun) -> Any:
    """Reduce over each two elements."""
    for first, second in zip(*both(left, right), strict=False):
        acc = fun(first, second, acc)
    return acc


def unzip(enum: Any) -> Any:
    """Return the list of the first and that of the second elements of pairs."""
    items = listed(enum, True)
    for item in items:
        if item.__class__ is not tuple or len(item) != 2:
            raise function_clause("Enum", "unzip", 3, [from_list(items), EMPTY, EMPTY])
    return (from_list([item[0] for item in items]), from_list([item[1] for item in items]))


TABLE = {
    "group_by/2": group_by_2, "group_by/3": group_by_3, "frequencies/1": frequencies,
    "frequencies_by/2": frequencies_by, "uniq/1": uniq_1, "uniq/2": uniq_by, "uniq_by/2": uniq_by, "dedup/1": dedup,
    "dedup_by/2": dedup_by, "chunk_by/2": chunk_by, "chunk_every/2": chunk_every_2, "chunk_every/3": chunk_every_3,
    "chunk_every/4": chunk_every_4, "chunk/2": chunk_2, "chunk/3": chunk_3, "chunk/4": chunk_4,
    "chunk_while/4": chunk_while, "zip/1": zip_1, "zip/2": zip_2, "zip_with/2": zip_with_2,
    "zip_with/3": zip_with_3, "zip_reduce/3": zip_reduce_3, "zip_reduce/4": zip_reduce_4, "unzip/1": unzip,
}  # fmt: skip
