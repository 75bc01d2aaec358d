"""``Enum``: collecting into something, and choosing at random.

Source of the semantics: Elixir 1.14, the module ``Enum`` and the ``Collectable`` protocol.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.index import functions, library
from simulator.elixir.runtime.values.enumerable import (
    COLLECTABLES,
    MAP_SET,
    RANGE,
    Fun,
    implementation,
    is_lazy,
    listed,
    range_of,
    sequence,
)
from simulator.elixir.runtime.values.ranges import length_of
from simulator.terms import Atom, ProtocolUndefinedError
from simulator.terms.lists import EMPTY, from_list, is_list
from simulator.terms.maps import Map, from_pairs, merge, struct_name

_CONT, _DONE, _HALT = (Atom(name) for name in ("cont", "done", "halt"))
_BADARG = Atom("badarg")
_MAP = Atom("map")


def into_2(enum: Any, collectable: Any) -> Any:
    """Return *collectable* with the elements of *enum* in it."""
    return collected(listed(enum), collectable)


def into_3(enum: Any, collectable: Any, transform: Fun) -> Any:
    """Return *collectable* with what *transform* gives for each element in it."""
    return collected([transform(item) for item in listed(enum, True)], collectable)


def collected(items: list[Any], collectable: Any) -> Any:
    """Return *collectable* with *items* in it."""
    if is_list(collectable):
        return from_list([*listed(collectable), *items])
    cls = collectable.__class__
    if cls is str or cls is bytes:
        return joined(items, collectable)
    if cls is Map:
        module = struct_name(collectable)
        if module is None:
            return merge(collectable, pairs_of(items))
        if module is MAP_SET:
            return library("Elixir.MapSet").of_items(items, collectable)
        begin = COLLECTABLES.get(module)
        if begin is None:
            own = implementation("Elixir.Collectable", module)
            begin = None if own is None else own["into/1"]
        if begin is not None:
            into: Fun = begin
            return fed(into(collectable), items)
    raise ProtocolUndefinedError("Collectable", collectable)


def fed(begun: Any, items: list[Any]) -> Any:
    """Return what a program's own ``Collectable`` makes of *items*."""
    acc = begun[0]
    collector: Fun = begun[1]
    for item in items:
        acc = collector(acc, (_CONT, item))
    return collector(acc, _DONE)


def pairs_of(items: list[Any]) -> Map:
    """Return the map of *items*, which must be pairs."""
    for item in items:
        if item.__class__ is not tuple or len(item) != 2:
            raise error("ArgumentError", message="argument error")
    return from_pairs(items)


def joined(items: list[Any], begin: Any) -> Any:
    """Return a binary with *items*, which must be binaries, at its end."""
    from simulator.elixir.library.enum.walks import text_of

    for item in items:
        if item.__class__ is not str and item.__class__ is not bytes:
            raise function_clause("Collectable.BitString", "into", 2, [begin, (_CONT, item)])
    return text_of([begin, *items], "")


def uniform(limit: int) -> int:
    """Return a random number from 1 to *limit*, by ``:rand``."""
    return int(functions("rand")["uniform/1"](limit))


def between(low: int, high: int) -> int:
    """Return a random number of *low* to *high*."""
    return low if low == high else low + uniform(high - low + 1) - 1


def random_(enum: Any) -> Any:
    """Return an element by chance. Raises ``Enum.EmptyError``."""
    items = range_of(enum) if struct_name(enum) is RANGE else sequence(enum)
    if not items:
        raise error("Enum.EmptyError")
    return sampled(items, 1)[0] if is_lazy(enum) else items[between(0, length_of(items) - 1)]


def shuffle(enum: Any) -> Any:
    """Return the list of the elements in an order by chance."""
    draw = functions("rand")["uniform/0"]
    drawn = [(draw(), item) for item in listed(enum)]
    drawn.reverse()
    drawn.sort(key=lambda pair: pair[0])
    return from_list([item for _, item in reversed(drawn)])


def take_random(enum: Any, count: Any) -> Any:
    """Return the list of *count* elements by chance, in an order by chance."""
    if count.__class__ is not int or count < 0:
        raise function_clause("Enum", "take_random", 2, [enum, count])
    if count == 0:
        return EMPTY
    items = listed(enum)
    return one_of(items) if count == 1 and is_list(enum) else from_list(sampled(items, count))


def sampled(items: Any, count: int) -> list[Any]:
    """Return *count* of *items* by chance, each drawn for its place as it comes."""
    sample: list[Any] = []
    for index, item in enumerate(items):
        place = between(0, index)
        if index < count:
            sample.append(item)
            if place != index:
                sample[index], sample[place] = sample[place], item
        elif place < count:
            sample[place] = item
    return sample


def one_of(items: list[Any]) -> Any:
    """Return the list of one of *items* by chance, chosen as ``Enum.take_random(list, 1)`` does."""
    chosen = items[:1]
    for index in range(1, len(items)):
        if uniform(index + 1) == 1:
            chosen = [items[index]]
    return from_list(chosen)


TABLE = {
    "into/2": into_2, "into/3": into_3, "random/1": random_, "shuffle/1": shuffle, "take_random/2": take_random,
}  # fmt: skip
