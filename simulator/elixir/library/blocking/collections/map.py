"""Made by ``simulator.elixir.library.twins`` from ``collections/map.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.collections.map import NONE, checked, keys, no_key, of_pairs, updated
from simulator.elixir.runtime.values.enumerable import FALSE, Fun, NIL, fold_steps, listed_blocking
from simulator.elixir.runtime.values.walking import Pending, Steps, killed
from simulator.terms.maps import Map, PLAIN, STRUCT, delete, folded_pairs, from_pairs, get, has, key_of, pairs, put
from types import GeneratorType
from typing import Any

def new_1(enum: Any) -> Generator[Any, Any, Any]:
    """Return the map of the pairs in *enum*."""
    if enum.__class__ is Map and STRUCT not in enum.d:
        return enum
    return of_pairs((yield from listed_blocking(enum)))

def new_2(enum: Any, transform: Fun) -> Generator[Any, Any, Any]:
    """Return the map of the pairs that *transform* gives for each element."""
    found1 = []
    source3 = fold_steps(enum)
    try:
        for item in source3:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            found1.append((yield from result2) if (result2 := transform(item)).__class__ is GeneratorType else result2)
    finally:
        if source3.__class__ is Steps and (not killed()):
            yield from source3.halt()
    return of_pairs(found1)

def from_keys(keys: Any, value: Any) -> Generator[Any, Any, Map]:
    """Return the map that has *value* for each of the keys."""
    found1 = []
    for key in (yield from listed_blocking(keys)):
        found1.append((key, value))
    return from_pairs(found1)

def get_lazy(term: Any, key: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the value of the key, or what *fun* gives."""
    return get(term, key) if has(checked(term), key) else (yield from result1) if (result1 := fun()).__class__ is GeneratorType else result1

def put_new_lazy(term: Any, key: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the map with what *fun* gives for the key, unless it has the key."""
    return term if has(checked(term), key) else put(term, key, (yield from result1) if (result1 := fun()).__class__ is GeneratorType else result1)

def replace_lazy(term: Any, key: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the map with what *fun* gives for the key's value, if it has the key."""
    return put(term, key, (yield from result1) if (result1 := fun(get(term, key))).__class__ is GeneratorType else result1) if has(checked(term), key) else term

def drop(term: Any, keys: Any) -> Generator[Any, Any, Map]:
    """Return the map without these keys."""
    found1 = set()
    for key in (yield from listed_blocking(keys)):
        found1.add(key_of(key))
    gone = found1
    return Map({key: value for key, value in checked(term).d.items() if key not in gone})

def take(term: Any, keys: Any) -> Generator[Any, Any, Map]:
    """Return the map with these keys only."""
    known = checked(term).d
    found1 = {}
    for key in map(key_of, (yield from listed_blocking(keys))):
        if key in known:
            found1[key] = known[key]
    return Map(found1)

def split(term: Any, keys: Any) -> Generator[Any, Any, Any]:
    """Return the map with these keys only, and the map without them."""
    return ((yield from take(term, keys)), (yield from drop(term, keys)))

def merge_3(left: Any, right: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the map of both; *fun* says of a key that is in both what it has."""
    known = checked(left).d
    found = dict(known.items())
    for pair in folded_pairs(checked(right)):
        key = key_of(pair[0])
        found[key] = ((yield from result1) if (result1 := fun(pair[0], known[key], pair[1])).__class__ is GeneratorType else result1) if key in known else pair[1]
    return Map(found)

def update(term: Any, key: Any, default: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the map with what *fun* gives for the key's value; with *default* if it does not have the key."""
    value = checked(term).d.get(key if key.__class__ in PLAIN else key_of(key), NONE)
    return put(term, key, default if value is NONE else (yield from result1) if (result1 := fun(value)).__class__ is GeneratorType else result1)

def update_or_raise(term: Any, key: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the map with what *fun* gives for the key's value. Raises ``KeyError``."""
    if not has(checked(term), key):
        raise no_key(key, term)
    return put(term, key, (yield from result1) if (result1 := fun(get(term, key))).__class__ is GeneratorType else result1)

def get_and_update(term: Any, key: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return what *fun* gives for the key's value as ``{value, new}``, and the map with the new one; or ``:pop`` it."""
    current = get(checked(term), key, NIL)
    return updated(term, key, current, (yield from result1) if (result1 := fun(current)).__class__ is GeneratorType else result1)

def get_and_update_or_raise(term: Any, key: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return what ``get_and_update/3`` does. Raises ``KeyError``."""
    if not has(checked(term), key):
        raise no_key(key, term)
    current = get(term, key)
    return updated(term, key, current, (yield from result1) if (result1 := fun(current)).__class__ is GeneratorType else result1)

def pop_lazy(term: Any, key: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the value of the key, or what *fun* gives, and the map without it."""
    if not has(checked(term), key):
        return ((yield from result1) if (result1 := fun()).__class__ is GeneratorType else result1, term)
    return (get(term, key), delete(term, key))

def filter_(term: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the map of the pairs for which *fun* gives something true."""
    found1 = []
    for pair in folded_pairs(checked(term)):
        if (kept := ((yield from result2) if (result2 := fun(pair)).__class__ is GeneratorType else result2)) is not FALSE and kept is not NIL:
            found1.append(pair)
    return from_pairs(found1)

def reject(term: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the map of the pairs for which *fun* gives nil or false."""
    found1 = []
    for pair in folded_pairs(checked(term)):
        if (gone := ((yield from result2) if (result2 := fun(pair)).__class__ is GeneratorType else result2)) is FALSE or gone is NIL:
            found1.append(pair)
    return from_pairs(found1)

def map_(term: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the map with what *fun* gives for each pair in the place of its value."""
    found1 = []
    for pair in pairs(checked(term)):
        found1.append((pair[0], (yield from result2) if (result2 := fun(pair)).__class__ is GeneratorType else result2))
    return from_pairs(found1)
TABLE = {'new/1': new_1, 'new/2': new_2, 'from_keys/2': from_keys, 'get_lazy/3': get_lazy, 'put_new_lazy/3': put_new_lazy, 'replace_lazy/3': replace_lazy, 'drop/2': drop, 'take/2': take, 'split/2': split, 'merge/3': merge_3, 'update/4': update, 'update!/3': update_or_raise, 'get_and_update/3': get_and_update, 'get_and_update!/3': get_and_update_or_raise, 'pop_lazy/3': pop_lazy, 'filter/2': filter_, 'reject/2': reject, 'map/2': map_}
