"""Made by ``simulator.elixir.library.twins`` from ``enum/groups.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.enum.groups import _DISCARD, _TRY_CLAUSE, chunks_of
from simulator.elixir.runtime.errors import erlang, error, function_clause
from simulator.elixir.runtime.values.enumerable import CONT, Fun, HALT, NIL, fold_steps, is_lazy, listed_blocking, sequence_blocking, start_of, steps
from simulator.elixir.runtime.values.ranges import length_of
from simulator.elixir.runtime.values.walking import Pending, Steps, killed
from simulator.terms import inspect
from simulator.terms.lists import EMPTY, from_list
from simulator.terms.maps import Map, PLAIN, key_of, strict_equal
from types import GeneratorType
from typing import Any

def group_by_2(enum: Any, key_fun: Fun) -> Generator[Any, Any, Any]:
    """Return the map of lists of the elements for which *key_fun* gives the same."""
    groups: dict[Any, list[Any]] = {}
    if not callable(key_fun):
        raise error('ArgumentError', message=f'unsupported dict: {inspect(key_fun)}')
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            key = (yield from result1) if (result1 := key_fun(item)).__class__ is GeneratorType else result1
            if key.__class__ not in PLAIN:
                key = key_of(key)
            if key in groups:
                groups[key].append(item)
            else:
                groups[key] = [item]
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return Map({key: from_list(group) for key, group in groups.items()})

def group_by_3(enum: Any, key_fun: Fun, value_fun: Fun) -> Generator[Any, Any, Any]:
    """Return the map of lists of what *value_fun* gives for the elements for which *key_fun* gives the same."""
    groups: dict[Any, list[Any]] = {}
    source3 = fold_steps(enum)
    try:
        for item in source3:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            key = key_of((yield from result1) if (result1 := key_fun(item)).__class__ is GeneratorType else result1)
            value = (yield from result2) if (result2 := value_fun(item)).__class__ is GeneratorType else result2
            if key in groups:
                groups[key].append(value)
            else:
                groups[key] = [value]
    finally:
        if source3.__class__ is Steps and (not killed()):
            yield from source3.halt()
    return Map({key: from_list(group) for key, group in groups.items()})

def frequencies(enum: Any) -> Generator[Any, Any, Any]:
    """Return the map of how often each element is there."""
    counts: dict[Any, int] = {}
    source1 = fold_steps(enum)
    try:
        for item in source1:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            key = item if item.__class__ in PLAIN else key_of(item)
            counts[key] = counts.get(key, 0) + 1
    finally:
        if source1.__class__ is Steps and (not killed()):
            yield from source1.halt()
    return Map(counts)

def frequencies_by(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the map of how often *fun* gives each term."""
    counts: dict[Any, int] = {}
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            key = key_of((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)
            counts[key] = counts.get(key, 0) + 1
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return Map(counts)

def uniq_1(enum: Any) -> Generator[Any, Any, Any]:
    """Return the list of the elements without those that were there before."""
    seen: set[Any] = set()
    found: list[Any] = []
    source1 = fold_steps(enum)
    try:
        for item in source1:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            key = item if item.__class__ in PLAIN else key_of(item)
            if key not in seen:
                seen.add(key)
                found.append(item)
    finally:
        if source1.__class__ is Steps and (not killed()):
            yield from source1.halt()
    return from_list(found)

def uniq_by(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of the elements without those for which *fun* gives what it gave before."""
    seen: set[Any] = set()
    found: list[Any] = []
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            key = key_of((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)
            if key not in seen:
                seen.add(key)
                found.append(item)
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return from_list(found)

def dedup(enum: Any) -> Generator[Any, Any, Any]:
    """Return the list of the elements without those that equal the one before."""
    found: list[Any] = []
    source1 = fold_steps(enum)
    try:
        for item in source1:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if not found or not strict_equal(found[-1], item):
                found.append(item)
    finally:
        if source1.__class__ is Steps and (not killed()):
            yield from source1.halt()
    return from_list(found)

def dedup_by(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of the elements without those for which *fun* gives what it gave for the one before."""
    found: list[Any] = []
    before: Any = None
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            value = (yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1
            if not found or not strict_equal(before, value):
                found.append(item)
            before = value
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return from_list(found)

def chunk_by(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of lists of neighbours for which *fun* gives the same."""
    chunks: list[list[Any]] = []
    before: Any = None
    source2 = steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            value = (yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1
            if chunks and strict_equal(before, value):
                chunks[-1].append(item)
            else:
                chunks.append([item])
            before = value
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return from_list([from_list(chunk) for chunk in chunks])

def chunk_every_2(enum: Any, count: Any) -> Generator[Any, Any, Any]:
    """Return the list of lists of *count* elements; the last may be shorter."""
    return (yield from chunk_every_4(enum, count, count, EMPTY))

def chunk_every_3(enum: Any, count: Any, step: Any) -> Generator[Any, Any, Any]:
    """Return the list of lists of *count* elements, each beginning *step* elements after the one before."""
    return (yield from chunk_every_4(enum, count, step, EMPTY))

def chunk_every_4(enum: Any, count: Any, step: Any, leftover: Any) -> Generator[Any, Any, Any]:
    """Return the chunks; *leftover* fills up the last one, or ``:discard`` leaves it out."""
    if count.__class__ is not int or step.__class__ is not int or count < 1 or (step < 1):
        raise function_clause('Enum', 'chunk_every', 4, [enum, count, step, leftover])
    items = (yield from listed_blocking(enum))
    filling = [] if leftover is _DISCARD else (yield from listed_blocking(leftover))
    return from_list([from_list(chunk) for chunk in chunks_of(items, count, step, filling, leftover is _DISCARD)])

def chunk_2(enum: Any, count: Any) -> Generator[Any, Any, Any]:
    """Return the list of lists of *count* elements; what is left is left out."""
    return (yield from chunk_every_4(enum, count, count, _DISCARD))

def chunk_3(enum: Any, count: Any, step: Any) -> Generator[Any, Any, Any]:
    """Return the lists of *count* elements, each *step* after the one before; what is left is left out."""
    return (yield from chunk_every_4(enum, count, step, _DISCARD))

def chunk_4(enum: Any, count: Any, step: Any, leftover: Any) -> Generator[Any, Any, Any]:
    """Return the chunks; *leftover* fills up the last one, or nil leaves it out."""
    return (yield from chunk_every_4(enum, count, step, _DISCARD if leftover is NIL else leftover))

def chunk_while(enum: Any, acc: Any, chunk_fun: Fun, after_fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of the chunks that *chunk_fun* says are complete, and what *after_fun* makes of the rest."""
    chunks: list[Any] = []
    source2 = steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            step = (yield from result1) if (result1 := chunk_fun(item, acc)).__class__ is GeneratorType else result1
            if step.__class__ is not tuple or len(step) not in (2, 3) or step[0] not in (CONT, HALT):
                raise erlang((_TRY_CLAUSE, step))
            if len(step) == 3:
                chunks.append(step[1])
            acc = step[-1]
            if step[0] is HALT:
                break
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    last = (yield from result3) if (result3 := after_fun(acc)).__class__ is GeneratorType else result3
    if last.__class__ is not tuple or last[0] is not CONT or len(last) not in (2, 3):
        raise erlang((_TRY_CLAUSE, last))
    if len(last) == 3:
        chunks.append(last[1])
    return from_list(chunks)

def zip_2(left: Any, right: Any) -> Generator[Any, Any, Any]:
    """Return the list of pairs of elements of both, as long as there are both."""
    return from_list(list(zip(*(yield from both(left, right)), strict=False)))

def both(left: Any, right: Any) -> Generator[Any, Any, list[Any]]:
    """Return the elements of two enumerables; of a stream no more than there are in the other."""
    return (yield from columns([left, right]))

def columns(enums: list[Any]) -> Generator[Any, Any, list[Any]]:
    """Return the elements of the enumerables, of streams no more than the shortest other one has."""
    limit = None
    found: dict[int, Any] = {}
    for index, enum in enumerate(enums):
        if not is_lazy(enum):
            found[index] = (yield from sequence_blocking(enum))
            size = length_of(found[index])
            limit = size if limit is None else min(limit, size)
    lazy = [index for index in range(len(enums)) if index not in found]
    if len(lazy) > 1:
        return (yield from together(enums))
    for index in lazy:
        start_of(enums[index])
        items: list[Any] = []
        told = any(length_of(found[before]) == limit for before in range(index) if before in found)
        most = limit if told or limit is None else limit + 1
        if most != 0:
            source1 = steps(enums[index])
            try:
                for item in source1:
                    if item.__class__ is Pending:
                        yield from item.settle()
                        continue
                    items.append(item)
                    if len(items) == most:
                        break
            finally:
                if source1.__class__ is Steps and (not killed()):
                    yield from source1.halt()
        found[index] = items
    return [found[index] for index in range(len(enums))]

def together(enums: list[Any]) -> Generator[Any, Any, list[Any]]:
    """Return the elements of several streams, walked side by side."""
    from simulator.elixir.library.stream.stream import zipped
    rows = (yield from listed_blocking(zipped(enums)))
    return [list(column) for column in zip(*rows, strict=True)] if rows else [[] for _ in enums]

def zip_1(enums: Any) -> Generator[Any, Any, Any]:
    """Return the list of tuples of elements of all the enumerables, as long as all have some."""
    return from_list(list(zip(*(yield from columns((yield from listed_blocking(enums)))), strict=False)))

def zip_with_2(enums: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of what *fun* gives for each list of elements."""
    found1 = []
    for row in zip(*(yield from columns((yield from listed_blocking(enums)))), strict=False):
        found1.append((yield from result2) if (result2 := fun(from_list(list(row)))).__class__ is GeneratorType else result2)
    return from_list(found1)

def zip_with_3(left: Any, right: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of what *fun* gives for each two elements."""
    found1 = []
    for first, second in zip(*(yield from both(left, right)), strict=False):
        found1.append((yield from result2) if (result2 := fun(first, second)).__class__ is GeneratorType else result2)
    return from_list(found1)

def zip_reduce_3(enums: Any, acc: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Reduce over the lists of elements of all the enumerables."""
    for row in zip(*(yield from columns((yield from listed_blocking(enums)))), strict=False):
        acc = (yield from result1) if (result1 := fun(from_list(list(row)), acc)).__class__ is GeneratorType else result1
    return acc

def zip_reduce_4(left: Any, right: Any, acc: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Reduce over each two elements."""
    for first, second in zip(*(yield from both(left, right)), strict=False):
        acc = (yield from result1) if (result1 := fun(first, second, acc)).__class__ is GeneratorType else result1
    return acc

def unzip(enum: Any) -> Generator[Any, Any, Any]:
    """Return the list of the first and that of the second elements of pairs."""
    items = (yield from listed_blocking(enum, True))
    for item in items:
        if item.__class__ is not tuple or len(item) != 2:
            raise function_clause('Enum', 'unzip', 3, [from_list(items), EMPTY, EMPTY])
    return (from_list([item[0] for item in items]), from_list([item[1] for item in items]))
TABLE = {'group_by/2': group_by_2, 'group_by/3': group_by_3, 'frequencies/1': frequencies, 'frequencies_by/2': frequencies_by, 'uniq/1': uniq_1, 'uniq/2': uniq_by, 'uniq_by/2': uniq_by, 'dedup/1': dedup, 'dedup_by/2': dedup_by, 'chunk_by/2': chunk_by, 'chunk_every/2': chunk_every_2, 'chunk_every/3': chunk_every_3, 'chunk_every/4': chunk_every_4, 'chunk/2': chunk_2, 'chunk/3': chunk_3, 'chunk/4': chunk_4, 'chunk_while/4': chunk_while, 'zip/1': zip_1, 'zip/2': zip_2, 'zip_with/2': zip_with_2, 'zip_with/3': zip_with_3, 'zip_reduce/3': zip_reduce_3, 'zip_reduce/4': zip_reduce_4, 'unzip/1': unzip}
