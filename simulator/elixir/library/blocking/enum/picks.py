"""Made by ``simulator.elixir.library.twins`` from ``enum/picks.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.enum.picks import ERROR, OK, bounds
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.values.enumerable import FALSE, Fun, NIL, RANGE, fold_steps, listed_blocking, sequence_blocking, steps
from simulator.elixir.runtime.values.ranges import length_of
from simulator.elixir.runtime.values.walking import Pending, Steps, killed
from simulator.terms import inspect
from simulator.terms.lists import EMPTY, from_list
from simulator.terms.maps import struct_name
from types import GeneratorType
from typing import Any

def at_2(enum: Any, index: Any) -> Generator[Any, Any, Any]:
    """Return the element at *index*, from the end if it is negative; nil outside."""
    found = (yield from fetch_item(enum, index, 'at', NIL))
    return found[0] if found else NIL

def at_3(enum: Any, index: Any, default: Any) -> Generator[Any, Any, Any]:
    """Return the element at *index*, or *default*."""
    found = (yield from fetch_item(enum, index, 'at', default))
    return found[0] if found else default

def fetch(enum: Any, index: Any) -> Generator[Any, Any, Any]:
    """Return ``{:ok, element}``, or ``:error``."""
    found = (yield from fetch_item(enum, index, 'fetch'))
    return (OK, found[0]) if found else ERROR

def fetch_or_raise(enum: Any, index: Any) -> Generator[Any, Any, Any]:
    """Return the element at *index*. Raises ``Enum.OutOfBoundsError``."""
    found = (yield from fetch_item(enum, index, 'fetch!'))
    if not found:
        raise error('Enum.OutOfBoundsError')
    return found[0]

def fetch_item(enum: Any, index: Any, name: str, *rest: Any) -> Generator[Any, Any, tuple[Any, ...]]:
    """Return the element at *index* in a tuple, or ()."""
    if index.__class__ is not int:
        raise function_clause('Enum', name, 2 + len(rest), [enum, index, *rest])
    if index >= 0 and struct_name(enum) is not RANGE:
        left = index
        source1 = steps(enum)
        try:
            for item in source1:
                if item.__class__ is Pending:
                    yield from item.settle()
                    continue
                if left == 0:
                    return (item,)
                left -= 1
        finally:
            if source1.__class__ is Steps and (not killed()):
                yield from source1.halt()
        return ()
    items = (yield from sequence_blocking(enum))
    size = length_of(items)
    return (items[index],) if -size <= index < size else ()

def take(enum: Any, amount: Any) -> Generator[Any, Any, Any]:
    """Return the list of the first *amount* elements; of the last if it is negative."""
    if amount.__class__ is not int:
        raise function_clause('Enum', 'take', 2, [enum, amount])
    if amount < 0:
        return from_list(list((yield from sequence_blocking(enum))[amount:]))
    found: list[Any] = []
    if amount:
        source1 = steps(enum)
        try:
            for item in source1:
                if item.__class__ is Pending:
                    yield from item.settle()
                    continue
                found.append(item)
                if len(found) == amount:
                    break
        finally:
            if source1.__class__ is Steps and (not killed()):
                yield from source1.halt()
    return from_list(found)

def drop(enum: Any, amount: Any) -> Generator[Any, Any, Any]:
    """Return the list without its first *amount* elements; without its last if it is negative."""
    if amount.__class__ is not int:
        raise function_clause('Enum', 'drop', 2, [enum, amount])
    items = (yield from sequence_blocking(enum))
    return from_list(list(items[amount:] if amount >= 0 else items[:amount]))

def take_while(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of the elements before the first for which *fun* gives nil or false."""
    found: list[Any] = []
    source2 = steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if (kept := ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)) is FALSE or kept is NIL:
                break
            found.append(item)
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return from_list(found)

def drop_while(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list from the first element on for which *fun* gives nil or false."""
    found: list[Any] = []
    dropping = True
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if dropping and (gone := ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)) is not FALSE and (gone is not NIL):
                continue
            dropping = False
            found.append(item)
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return from_list(found)

def take_every(enum: Any, nth: Any) -> Generator[Any, Any, Any]:
    """Return the list of every *nth* element, from the first on."""
    if nth.__class__ is not int or nth < 0:
        raise function_clause('Enum', 'take_every', 2, [enum, nth])
    return from_list(list((yield from sequence_blocking(enum, True))[::nth])) if nth else EMPTY

def drop_every(enum: Any, nth: Any) -> Generator[Any, Any, Any]:
    """Return the list without every *nth* element, from the first on."""
    if nth.__class__ is not int or nth < 0:
        raise function_clause('Enum', 'drop_every', 2, [enum, nth])
    items = (yield from listed_blocking(enum, True))
    return from_list([item for index, item in enumerate(items) if index % nth] if nth else items)

def slice_2(enum: Any, where: Any) -> Generator[Any, Any, Any]:
    """Return the list of the elements whose indexes are in a range; negative ones count from the end."""
    if struct_name(where) is not RANGE:
        raise function_clause('Enum', 'slice', 2, [enum, where])
    first, last, step = bounds(where)
    if step < 0:
        if step < -1 or first <= last:
            message = f'Enum.slice/2 does not accept ranges with negative steps, got: {inspect(where)}'
            raise error('ArgumentError', message=message)
        step = 1
    items = (yield from sequence_blocking(enum))
    count = length_of(items)
    first = first if first >= 0 else max(first + count, 0)
    last = last if last >= 0 else last + count
    return from_list(list(items[first:last + 1:step])) if first <= last else EMPTY

def slice_3(enum: Any, start: Any, amount: Any) -> Generator[Any, Any, Any]:
    """Return the list of *amount* elements from *start* on, which counts from the end if it is negative."""
    if start.__class__ is not int or amount.__class__ is not int or amount < 0:
        raise function_clause('Enum', 'slice', 3, [enum, start, amount])
    if start >= 0 and struct_name(enum) is not RANGE:
        found: list[Any] = []
        index = 0
        if amount:
            source1 = steps(enum)
            try:
                for item in source1:
                    if item.__class__ is Pending:
                        yield from item.settle()
                        continue
                    if index >= start:
                        found.append(item)
                        if len(found) == amount:
                            break
                    index += 1
            finally:
                if source1.__class__ is Steps and (not killed()):
                    yield from source1.halt()
        return from_list(found)
    items = (yield from sequence_blocking(enum))
    begin = start if start >= 0 else max(length_of(items) + start, 0)
    return from_list(list(items[begin:begin + amount]))

def slide(enum: Any, where: Any, to: Any) -> Generator[Any, Any, Any]:
    """Return the list in which the elements at an index, or in a range of them, are moved to the index *to*."""
    items = (yield from listed_blocking(enum, True))
    count = len(items)
    if where.__class__ is int:
        first = last = where
    elif struct_name(where) is RANGE:
        first, last, step = bounds(where)
        if step != 1:
            message = f'Enum.slide/3 does not accept ranges with custom steps, got: {inspect(where)}'
            raise error('ArgumentError', message=message)
    else:
        raise function_clause('Enum', 'slide', 3, [enum, where, to])
    if to.__class__ is not int:
        raise function_clause('Enum', 'slide', 3, [enum, where, to])
    first, last, to = [index if index >= 0 else index + count for index in (first, last, to)]
    if to == first or last < first or first < 0:
        return from_list(items)
    if first < to <= last:
        message = 'insertion index for slide must be outside the range being moved '
        raise error('ArgumentError', message=f'{message}(tried to insert {first}..{last} at {to})')
    moved = items[first:last + 1]
    rest = items[:first] + items[last + 1:]
    place = to if to < first else to - len(moved) + 1
    return from_list(rest[:place] + moved + rest[place:])

def split(enum: Any, count: Any) -> Generator[Any, Any, Any]:
    """Return the first *count* elements and the rest; negative ones count from the end."""
    if count.__class__ is not int:
        raise function_clause('Enum', 'split', 2, [enum, count])
    items = (yield from sequence_blocking(enum, True))
    place = count if count >= 0 else max(len(items) + count, 0)
    return (from_list(list(items[:place])), from_list(list(items[place:])))

def split_while(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the elements before the first for which *fun* gives nil or false, and the rest."""
    before: list[Any] = []
    rest: list[Any] = []
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if rest or (kept := ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)) is FALSE or kept is NIL:
                rest.append(item)
            else:
                before.append(item)
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return (from_list(before), from_list(rest))

def split_with(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the elements for which *fun* gives something true, and the others."""
    taken: list[Any] = []
    others: list[Any] = []
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if (kept := ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)) is not FALSE and kept is not NIL:
                taken.append(item)
            else:
                others.append(item)
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return (from_list(taken), from_list(others))

def reverse_1(enum: Any) -> Generator[Any, Any, Any]:
    """Return the list of the elements, the last first."""
    return from_list(list((yield from sequence_blocking(enum, True))[::-1]))

def reverse_2(enum: Any, tail: Any) -> Generator[Any, Any, Any]:
    """Return the list of the elements, the last first, and then those of *tail*."""
    return from_list([*(yield from sequence_blocking(enum, True))[::-1], *(yield from listed_blocking(tail))])

def reverse_slice(enum: Any, start: Any, count: Any) -> Generator[Any, Any, Any]:
    """Return the list in which *count* elements from *start* on are in reverse."""
    if start.__class__ is not int or count.__class__ is not int or start < 0 or (count < 0):
        raise function_clause('Enum', 'reverse_slice', 3, [enum, start, count])
    items = (yield from listed_blocking(enum, True))
    return from_list(items[:start] + items[start:start + count][::-1] + items[start + count:])
TABLE = {'at/2': at_2, 'at/3': at_3, 'fetch/2': fetch, 'fetch!/2': fetch_or_raise, 'take/2': take, 'drop/2': drop, 'take_while/2': take_while, 'drop_while/2': drop_while, 'take_every/2': take_every, 'drop_every/2': drop_every, 'slice/2': slice_2, 'slice/3': slice_3, 'slide/3': slide, 'split/2': split, 'split_while/2': split_while, 'split_with/2': split_with, 'partition/2': split_with, 'reverse/1': reverse_1, 'reverse/2': reverse_2, 'reverse_slice/3': reverse_slice}
