"""``Enum``: elements by their place: taking, dropping, slicing, splitting.

Source of the semantics: Elixir 1.14, the module ``Enum``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.values.enumerable import FALSE, NIL, RANGE, Fun, fold, listed, range_of, sequence, walk
from simulator.elixir.runtime.values.ranges import length_of
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list
from simulator.terms.maps import struct_name

OK, ERROR = Atom("ok"), Atom("error")


def at_2(enum: Any, index: Any) -> Any:
    """Return the element at *index*, from the end if it is negative; nil outside."""
    found = fetch_item(enum, index, "at", NIL)
    return found[0] if found else NIL


def at_3(enum: Any, index: Any, default: Any) -> Any:
    """Return the element at *index*, or *default*."""
    found = fetch_item(enum, index, "at", default)
    return found[0] if found else default


def fetch(enum: Any, index: Any) -> Any:
    """Return ``{:ok, element}``, or ``:error``."""
    found = fetch_item(enum, index, "fetch")
    return (OK, found[0]) if found else ERROR


def fetch_or_raise(enum: Any, index: Any) -> Any:
    """Return the element at *index*. Raises ``Enum.OutOfBoundsError``."""
    found = fetch_item(enum, index, "fetch!")
    if not found:
        raise error("Enum.OutOfBoundsError")
    return found[0]


def fetch_item(enum: Any, index: Any, name: str, *rest: Any) -> tuple[Any, ...]:
    """Return the element at *index* in a tuple, or ()."""
    if index.__class__ is not int:
        raise function_clause("Enum", name, 2 + len(rest), [enum, index, *rest])
    if index >= 0 and struct_name(enum) is not RANGE:
        left = index
        for item in walk(enum):
            if left == 0:
                return (item,)
            left -= 1
        return ()
    items = sequence(enum)
    size = length_of(items)
    return (items[index],) if -size <= index < size else ()


def take(enum: Any, amount: Any) -> Any:
    """Return the list of the first *amount* elements; of the last if it is negative."""
    if amount.__class__ is not int:
        raise function_clause("Enum", "take", 2, [enum, amount])
    if amount < 0:
        return from_list(list(sequence(enum)[amount:]))
    found: list[Any] = []
    if amount:
        for item in walk(enum):
            found.append(item)
            if len(found) == amount:
                break
    return from_list(found)


def drop(enum: Any, amount: Any) -> Any:
    """Return the list without its first *amount* elements; without its last if it is negative."""
    if amount.__class__ is not int:
        raise function_clause("Enum", "drop", 2, [enum, amount])
    items = sequence(enum)
    return from_list(list(items[amount:] if amount >= 0 else items[:amount]))


def take_while(enum: Any, fun: Fun) -> Any:
    """Return the list of the elements before the first for which *fun* gives nil or false."""
    found: list[Any] = []
    for item in walk(enum):
        if (kept := fun(item)) is FALSE or kept is NIL:
            break
        found.append(item)
    return from_list(found)


def drop_while(enum: Any, fun: Fun) -> Any:
    """Return the list from the first element on for which *fun* gives nil or false."""
    found: list[Any] = []
    dropping = True
    for item in fold(enum):
        if dropping and (gone := fun(item)) is not FALSE and gone is not NIL:
            continue
        dropping = False
        found.append(item)
    return from_list(found)


def take_every(enum: Any, nth: Any) -> Any:
    """Return the list of every *nth* element, from the first on."""
    if nth.__class__ is not int or nth < 0:
        raise function_clause("Enum", "take_every", 2, [enum, nth])
    return from_list(list(sequence(enum, True)[::nth])) if nth else EMPTY


def drop_every(enum: Any, nth: Any) -> Any:
    """Return the list without every *nth* element, from the first on."""
    if nth.__class__ is not int or nth < 0:
        raise function_clause("Enum", "drop_every", 2, [enum, nth])
    items = listed(enum, True)
    return from_list([item for index, item in enumerate(items) if index % nth] if nth else items)


def slice_2(enum: Any, where: Any) -> Any:
    """Return the list of the elements whose indexes are in a range; negative ones count from the end."""
    if struct_name(where) is not RANGE:
        raise function_clause("Enum", "slice", 2, [enum, where])
    first, last, step = bounds(where)
    if step < 0:
        if step < -1 or first <= last:
            message = f"Enum.slice/2 does not accept ranges with negative steps, got: {inspect(where)}"
            raise error("ArgumentError", message=message)
        step = 1
    items = sequence(enum)
    count = length_of(items)
    first = first if first >= 0 else max(first + count, 0)
    last = last if last >= 0 else last + count
    return from_list(list(items[first : last + 1 : step])) if first <= last else EMPTY


def bounds(where: Any) -> tuple[int, int, int]:
    """Return the first, the last and the step of a range."""
    found = range_of(where)
    return found.start, found.stop - (1 if found.step > 0 else -1), found.step


def slice_3(enum: Any, start: Any, amount: Any) -> Any:
    """Return the list of *amount* elements from *start* on, which counts from the end if it is negative."""
    if start.__class__ is not int or amount.__class__ is not int or amount < 0:
        raise function_clause("Enum", "slice", 3, [enum, start, amount])
    if start >= 0 and struct_name(enum) is not RANGE:
        found: list[Any] = []
        index = 0
        if amount:
            for item in walk(enum):
                if index >= start:
                    found.append(item)
                    if len(found) == amount:
                        break
                index += 1
        return from_list(found)
    items = sequence(enum)
    begin = start if start >= 0 else max(length_of(items) + start, 0)
    return from_list(list(items[begin : begin + amount]))


def slide(enum: Any, where: Any, to: Any) -> Any:
    """Return the list in which the elements at an index, or in a range of them, are moved to the index *to*."""
    items = listed(enum, True)
    count = len(items)
    if where.__class__ is int:
        first = last = where
    elif struct_name(where) is RANGE:
        first, last, step = bounds(where)
        if step != 1:
            message = f"Enum.slide/3 does not accept ranges with custom steps, got: {inspect(where)}"
            raise error("ArgumentError", message=message)
    else:
        raise function_clause("Enum", "slide", 3, [enum, where, to])
    if to.__class__ is not int:
        raise function_clause("Enum", "slide", 3, [enum, where, to])
    first, last, to = [index if index >= 0 else index + count for index in (first, last, to)]
    if to == first or last < first or first < 0:
        return from_list(items)
    if first < to <= last:
        message = "insertion index for slide must be outside the range being moved "
        raise error("ArgumentError", message=f"{message}(tried to insert {first}..{last} at {to})")
    moved = items[first : last + 1]
    rest = items[:first] + items[last + 1 :]
    place = to if to < first else to - len(moved) + 1
    return from_list(rest[:place] + moved + rest[place:])


def split(enum: Any, count: Any) -> Any:
    """Return the first *count* elements and the rest; negative ones count from the end."""
    if count.__class__ is not int:
        raise function_clause("Enum", "split", 2, [enum, count])
    items = sequence(enum, True)
    place = count if count >= 0 else max(len(items) + count, 0)
    return (from_list(list(items[:place])), from_list(list(items[place:])))


def split_while(enum: Any, fun: Fun) -> Any:
    """Return the elements before the first for which *fun* gives nil or false, and the rest."""
    before: list[Any] = []
    rest: list[Any] = []
    for item in fold(enum):
        if rest or (kept := fun(item)) is FALSE or kept is NIL:
            rest.append(item)
        else:
            before.append(item)
    return (from_list(before), from_list(rest))


def split_with(enum: Any, fun: Fun) -> Any:
    """Return the elements for which *fun* gives something true, and the others."""
    taken: list[Any] = []
    others: list[Any] = []
    for item in fold(enum):
        if (kept := fun(item)) is not FALSE and kept is not NIL:
            taken.append(item)
        else:
            others.append(item)
    return (from_list(taken), from_list(others))


def reverse_1(enum: Any) -> Any:
    """Return the list of the elements, the last first."""
    return from_list(list(sequence(enum, True)[::-1]))


def reverse_2(enum: Any, tail: Any) -> Any:
    """Return the list of the elements, the last first, and then those of *tail*."""
    return from_list([*sequence(enum, True)[::-1], *listed(tail)])


def reverse_slice(enum: Any, start: Any, count: Any) -> Any:
    """Return the list in which *count* elements from *start* on are in reverse."""
    if start.__class__ is not int or count.__class__ is not int or start < 0 or count < 0:
        raise function_clause("Enum", "reverse_slice", 3, [enum, start, count])
    items = listed(enum, True)
    return from_list(items[:start] + items[start : start + count][::-1] + items[start + count :])


TABLE = {
    "at/2": at_2, "at/3": at_3, "fetch/2": fetch, "fetch!/2": fetch_or_raise, "take/2": take, "drop/2": drop,
    "take_while/2": take_while, "drop_while/2": drop_while, "take_every/2": take_every, "drop_every/2": drop_every,
    "slice/2": slice_2, "slice/3": slice_3, "slide/3": slide, "split/2": split, "split_while/2": split_while,
    "split_with/2": split_with, "partition/2": split_with, "reverse/1": reverse_1, "reverse/2": reverse_2,
    "reverse_slice/3": reverse_slice,
}  # fmt: skip
