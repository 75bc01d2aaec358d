"""Made by ``simulator.elixir.library.twins`` from ``enum/into.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.enum.into import _CONT, _DONE, between, joined, one_of, pairs_of, sampled
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.index import functions, library
from simulator.elixir.runtime.values.enumerable import COLLECTABLES, Fun, MAP_SET, RANGE, implementation, is_lazy, listed_blocking, range_of, sequence_blocking
from simulator.elixir.runtime.values.ranges import length_of
from simulator.terms import ProtocolUndefinedError
from simulator.terms.lists import EMPTY, from_list, is_list
from simulator.terms.maps import Map, merge, struct_name
from types import GeneratorType
from typing import Any

def into_2(enum: Any, collectable: Any) -> Generator[Any, Any, Any]:
    """Return *collectable* with the elements of *enum* in it."""
    return (yield from collected((yield from listed_blocking(enum)), collectable))

def into_3(enum: Any, collectable: Any, transform: Fun) -> Generator[Any, Any, Any]:
    """Return *collectable* with what *transform* gives for each element in it."""
    found1 = []
    for item in (yield from listed_blocking(enum, True)):
        found1.append((yield from result2) if (result2 := transform(item)).__class__ is GeneratorType else result2)
    return (yield from collected(found1, collectable))

def collected(items: list[Any], collectable: Any) -> Generator[Any, Any, Any]:
    """Return *collectable* with *items* in it."""
    if is_list(collectable):
        return from_list([*(yield from listed_blocking(collectable)), *items])
    cls = collectable.__class__
    if cls is str or cls is bytes:
        return joined(items, collectable)
    if cls is Map:
        module = struct_name(collectable)
        if module is None:
            return merge(collectable, pairs_of(items))
        if module is MAP_SET:
            return library('Elixir.MapSet').of_items(items, collectable)
        begin = COLLECTABLES.get(module)
        if begin is None:
            own = implementation('Elixir.Collectable', module)
            begin = None if own is None else own['into/1']
        if begin is not None:
            into: Fun = begin
            return (yield from fed((yield from result1) if (result1 := into(collectable)).__class__ is GeneratorType else result1, items))
    raise ProtocolUndefinedError('Collectable', collectable)

def fed(begun: Any, items: list[Any]) -> Generator[Any, Any, Any]:
    """Return what a program's own ``Collectable`` makes of *items*."""
    acc = begun[0]
    collector: Fun = begun[1]
    for item in items:
        acc = (yield from result1) if (result1 := collector(acc, (_CONT, item))).__class__ is GeneratorType else result1
    return (yield from result2) if (result2 := collector(acc, _DONE)).__class__ is GeneratorType else result2

def random_(enum: Any) -> Generator[Any, Any, Any]:
    """Return an element by chance. Raises ``Enum.EmptyError``."""
    items = range_of(enum) if struct_name(enum) is RANGE else (yield from sequence_blocking(enum))
    if not items:
        raise error('Enum.EmptyError')
    return sampled(items, 1)[0] if is_lazy(enum) else items[between(0, length_of(items) - 1)]

def shuffle(enum: Any) -> Generator[Any, Any, Any]:
    """Return the list of the elements in an order by chance."""
    draw = functions('rand')['uniform/0']
    found1 = []
    for item in (yield from listed_blocking(enum)):
        found1.append((draw(), item))
    drawn = found1
    drawn.reverse()
    drawn.sort(key=lambda pair: pair[0])
    return from_list([item for _, item in reversed(drawn)])

def take_random(enum: Any, count: Any) -> Generator[Any, Any, Any]:
    """Return the list of *count* elements by chance, in an order by chance."""
    if count.__class__ is not int or count < 0:
        raise function_clause('Enum', 'take_random', 2, [enum, count])
    if count == 0:
        return EMPTY
    items = (yield from listed_blocking(enum))
    return one_of(items) if count == 1 and is_list(enum) else from_list(sampled(items, count))
TABLE = {'into/2': into_2, 'into/3': into_3, 'random/1': random_, 'shuffle/1': shuffle, 'take_random/2': take_random}
