"""Made by ``simulator.elixir.library.twins`` from ``language/access.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.blocking.collections.keyword_changes import get_and_update as update_pair
from simulator.elixir.library.blocking.collections.map import get_and_update as update_key
from simulator.elixir.library.collections.keyword import pop_2 as pop_pair
from simulator.elixir.library.collections.map import pop_2 as pop_key
from simulator.elixir.library.language.access import ERROR, OK, behaviour, found_in
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.values.enumerable import Fun, NIL
from simulator.terms import Atom, inspect
from simulator.terms.lists import is_list
from simulator.terms.maps import Map, get, has, struct_name
from types import GeneratorType
from typing import Any

def fetch(term: Any, key: Any) -> Generator[Any, Any, Any]:
    """Return ``{:ok, value}``, or ``:error``."""
    if term.__class__ is Map:
        module = struct_name(term)
        if module is None:
            return (OK, get(term, key)) if has(term, key) else ERROR
        own: Fun = behaviour(module, 'fetch', 2)
        return (yield from result1) if (result1 := own(term, key)).__class__ is GeneratorType else result1
    if is_list(term):
        return found_in(term, key)
    if term is NIL:
        return ERROR
    raise function_clause('Access', 'fetch', 2, [term, key])

def fetch_or_raise(term: Any, key: Any) -> Generator[Any, Any, Any]:
    """Return the value of the key. Raises ``KeyError``."""
    found = (yield from fetch(term, key))
    if found is ERROR:
        raise error('KeyError', key=key, term=term)
    return found[1]

def get_2(term: Any, key: Any) -> Generator[Any, Any, Any]:
    """Return the value of the key, or nil."""
    return (yield from get_3(term, key, NIL))

def get_3(term: Any, key: Any, default: Any) -> Generator[Any, Any, Any]:
    """Return the value of the key, or *default*."""
    if term is NIL:
        return default
    if term.__class__ is not Map and (not is_list(term)):
        raise function_clause('Access', 'get', 3, [term, key, default])
    found = (yield from fetch(term, key))
    return default if found is ERROR else found[1]

def get_and_update(term: Any, key: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return what *fun* gives for the value as ``{value, new}``, and the term with the new one; or ``:pop`` it."""
    if term.__class__ is Map:
        module = struct_name(term)
        if module is None:
            return (yield from update_key(term, key, fun))
        own: Fun = behaviour(module, 'get_and_update', 3)
        return (yield from result1) if (result1 := own(term, key, fun)).__class__ is GeneratorType else result1
    if is_list(term):
        if key.__class__ is not Atom:
            found_in(term, key)
        return (yield from update_pair(term, key, fun))
    if term is NIL:
        raise error('ArgumentError', message=f'could not put/update key {inspect(key)} on a nil value')
    raise function_clause('Access', 'get_and_update', 3, [term, key, fun])

def pop(term: Any, key: Any) -> Generator[Any, Any, Any]:
    """Return the value of the key, or nil, and the term without it."""
    if term.__class__ is Map:
        module = struct_name(term)
        if module is None:
            return pop_key(term, key)
        own: Fun = behaviour(module, 'pop', 2)
        return (yield from result1) if (result1 := own(term, key)).__class__ is GeneratorType else result1
    if is_list(term):
        return pop_pair(term, key)
    if term is NIL:
        raise error('ArgumentError', message=f'could not pop key {inspect(key)} on a nil value')
    raise function_clause('Access', 'pop', 2, [term, key])
TABLE = {'fetch/2': fetch, 'fetch!/2': fetch_or_raise, 'get/2': get_2, 'get/3': get_3, 'get_and_update/3': get_and_update, 'pop/2': pop}
