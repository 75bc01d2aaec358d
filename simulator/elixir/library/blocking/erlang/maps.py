"""Made by ``simulator.elixir.library.twins`` from ``erlang/maps.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.blocking.collections.map import drop, merge_3, take
from simulator.elixir.library.collections.map import checked
from simulator.elixir.library.erlang.maps import OK, present
from simulator.elixir.runtime.values.enumerable import FALSE, Fun, TRUE
from simulator.terms.lists import from_list, to_list as items_of
from simulator.terms.maps import Map, folded_pairs, from_pairs, get, has, key_of, put
from types import GeneratorType
from typing import Any

def update_with_3(key: Any, fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the map with what *fun* gives for the key's value. Raises ``KeyError``."""
    return put(term, present(key, term), (yield from result1) if (result1 := fun(get(term, key))).__class__ is GeneratorType else result1)

def update_with_4(key: Any, fun: Fun, default: Any, term: Any) -> Generator[Any, Any, Any]:
    """Return the map with what *fun* gives for the key's value; with *default* if it does not have the key."""
    return put(term, key, ((yield from result1) if (result1 := fun(get(term, key))).__class__ is GeneratorType else result1) if has(checked(term), key) else default)

def with_(wanted: Any, term: Any) -> Generator[Any, Any, Any]:
    """Return the map with these keys only."""
    return (yield from take(term, wanted))

def without(gone: Any, term: Any) -> Generator[Any, Any, Any]:
    """Return the map without these keys."""
    return (yield from drop(term, gone))

def map_(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the map with what *fun* gives for each key and value."""
    found1 = []
    for pair in folded_pairs(checked(term)):
        found1.append((pair[0], (yield from result2) if (result2 := fun(pair[0], pair[1])).__class__ is GeneratorType else result2))
    return from_pairs(found1)

def filter_(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the map of the pairs for which *fun* gives true."""
    found1 = []
    for pair in folded_pairs(checked(term)):
        if ((yield from result2) if (result2 := fun(pair[0], pair[1])).__class__ is GeneratorType else result2) is TRUE:
            found1.append(pair)
    return from_pairs(found1)

def filtermap(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the map of what *fun* keeps (true), or gives as ``{true, value}``."""
    found: list[Any] = []
    for key, value in folded_pairs(checked(term)):
        answer = (yield from result1) if (result1 := fun(key, value)).__class__ is GeneratorType else result1
        if answer is TRUE:
            found.append((key, value))
        elif answer is not FALSE:
            found.append((key, answer[1]))
    return from_pairs(found)

def fold(fun: Fun, acc: Any, term: Any) -> Generator[Any, Any, Any]:
    """Reduce over keys and values."""
    for key, value in folded_pairs(checked(term)):
        acc = (yield from result1) if (result1 := fun(key, value, acc)).__class__ is GeneratorType else result1
    return acc

def foreach(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Call *fun* with each key and value; return ``:ok``."""
    for key, value in folded_pairs(checked(term)):
        (yield from result1) if (result1 := fun(key, value)).__class__ is GeneratorType else result1
    return OK

def merge_with(fun: Fun, left: Any, right: Any) -> Generator[Any, Any, Any]:
    """Return the map of both; *fun* says of a key that is in both what it has."""
    return (yield from merge_3(left, right, fun))

def intersect_with(fun: Fun, left: Any, right: Any) -> Generator[Any, Any, Any]:
    """Return the map of the keys that are in both; *fun* says what they have."""
    found: list[Any] = []
    for key, value in folded_pairs(checked(left)):
        if has(checked(right), key):
            found.append((key, (yield from result1) if (result1 := fun(key, value, get(right, key))).__class__ is GeneratorType else result1))
    return from_pairs(found)

def groups_from_list_2(fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the map of lists of the elements for which *fun* gives the same."""
    groups: dict[Any, list[Any]] = {}
    for item in items_of(term):
        key = key_of((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)
        groups.setdefault(key, []).append(item)
    return Map({key: from_list(group) for key, group in groups.items()})

def groups_from_list_3(fun: Fun, value_fun: Fun, term: Any) -> Generator[Any, Any, Any]:
    """Return the map of lists of what *value_fun* gives for the elements for which *fun* gives the same."""
    groups: dict[Any, list[Any]] = {}
    for item in items_of(term):
        key = key_of((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)
        value = (yield from result2) if (result2 := value_fun(item)).__class__ is GeneratorType else result2
        groups.setdefault(key, []).append(value)
    return Map({key: from_list(group) for key, group in groups.items()})
TABLE = {'update_with/3': update_with_3, 'update_with/4': update_with_4, 'with/2': with_, 'without/2': without, 'map/2': map_, 'filter/2': filter_, 'filtermap/2': filtermap, 'fold/3': fold, 'foreach/2': foreach, 'merge_with/3': merge_with, 'intersect_with/3': intersect_with, 'groups_from_list/2': groups_from_list_2, 'groups_from_list/3': groups_from_list_3}
