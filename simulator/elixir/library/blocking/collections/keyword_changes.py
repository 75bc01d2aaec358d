"""Made by ``simulator.elixir.library.twins`` from ``collections/keyword_changes.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.collections.keyword_changes import ERROR, OK, _both, updated
from simulator.elixir.library.collections.pairs import checked, first_of, is_pair, listed_pairs
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.values.enumerable import FALSE, Fun, NIL, listed_blocking
from simulator.terms import inspect
from simulator.terms.lists import from_list, is_list
from types import GeneratorType
from typing import Any

def merge_3(left: Any, right: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of both; *fun* says of a key that is in both what it has."""
    first, second = _both(left, right, 3)
    keys = {pair[0] for pair in second}
    found = [pair for pair in first if pair[0] not in keys]
    ahead: dict[Any, list[Any]] = {}
    for pair in first:
        ahead.setdefault(pair[0], []).append(pair[1])
    for key, value in second:
        if ahead.get(key):
            found.append((key, (yield from result1) if (result1 := fun(key, ahead[key].pop(0), value)).__class__ is GeneratorType else result1))
        else:
            found.append((key, value))
    return from_list(found)

def filter_(term: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of the pairs for which *fun* gives something true."""
    items = listed_pairs(term, 'filter', 2)
    found1 = []
    for pair in items:
        if (kept := ((yield from result2) if (result2 := fun(pair)).__class__ is GeneratorType else result2)) is not FALSE and kept is not NIL:
            found1.append(pair)
    return from_list(found1)

def reject(term: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of the pairs for which *fun* gives nil or false."""
    items = listed_pairs(term, 'reject', 2)
    found1 = []
    for pair in items:
        if (gone := ((yield from result2) if (result2 := fun(pair)).__class__ is GeneratorType else result2)) is FALSE or gone is NIL:
            found1.append(pair)
    return from_list(found1)

def map_(term: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list with what *fun* gives for each pair as the value of its key."""
    found1 = []
    for pair in listed_pairs(term, 'map', 2):
        found1.append((pair[0], (yield from result2) if (result2 := fun(pair)).__class__ is GeneratorType else result2))
    return from_list(found1)

def get_and_update(term: Any, key: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return what *fun* gives for the key's value as ``{value, new}``, and the list with the new one; or ``:pop``."""
    items = checked(term, key, 'get_and_update', fun)
    found = first_of(items, key)
    current = found[0] if found else NIL
    return updated(items, key, bool(found), current, (yield from result1) if (result1 := fun(current)).__class__ is GeneratorType else result1)

def get_and_update_or_raise(term: Any, key: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return what ``get_and_update/3`` does. Raises ``KeyError``."""
    items = checked(term, key, 'get_and_update!', fun)
    found = first_of(items, key)
    if not found:
        raise error('KeyError', key=key, term=from_list(items[::-1]))
    return updated(items, key, True, found[0], (yield from result1) if (result1 := fun(found[0])).__class__ is GeneratorType else result1)

def validate(term: Any, values: Any) -> Generator[Any, Any, Any]:
    """Return ``{:ok, keywords}`` with defaults if only these keys are there, else ``{:error, keys}``."""
    items = listed_pairs(term, 'validate', 2)
    wrong = next((item for item in items if not is_pair(item)), None)
    if wrong is not None:
        message = f'expected a keyword list as first argument, got invalid entry: {inspect(wrong)}'
        raise error('ArgumentError', message=message)
    if not is_list(values):
        raise function_clause('Keyword', 'validate', 2, [term, values])
    found1 = []
    for pair in (yield from listed_blocking(values)):
        found1.append(pair if pair.__class__ is tuple else (pair,))
    defaults = found1
    allowed = {pair[0] for pair in defaults}
    unknown = [pair[0] for pair in items if pair[0] not in allowed]
    if unknown:
        return (ERROR, from_list(unknown[::-1]))
    known = {pair[0] for pair in items}
    missing = [pair for pair in defaults if len(pair) == 2 and pair[0] not in known]
    return (OK, from_list([*missing[::-1], *items]))

def validate_or_raise(term: Any, values: Any) -> Generator[Any, Any, Any]:
    """Return the keywords with defaults. Raises ``ArgumentError`` if there are other keys."""
    found = (yield from validate(term, values))
    if found[0] is OK:
        return found[1]
    found1 = []
    for pair in (yield from listed_blocking(values)):
        found1.append(pair[0] if pair.__class__ is tuple else pair)
    allowed = from_list(found1)
    message = f'unknown keys {inspect(found[1])} in {inspect(term)}, the allowed keys are: {inspect(allowed)}'
    raise error('ArgumentError', message=message)

def drop(term: Any, keys: Any) -> Generator[Any, Any, Any]:
    """Return the list without these keys."""
    gone = (yield from listed_blocking(keys))
    return from_list([pair for pair in listed_pairs(term, 'drop', 2) if pair[0] not in gone])

def take(term: Any, keys: Any) -> Generator[Any, Any, Any]:
    """Return the list with these keys only."""
    wanted = (yield from listed_blocking(keys))
    return from_list([pair for pair in listed_pairs(term, 'take', 2) if pair[0] in wanted])

def split(term: Any, keys: Any) -> Generator[Any, Any, Any]:
    """Return the list with these keys only, and the list without them."""
    return ((yield from take(term, keys)), (yield from drop(term, keys)))
TABLE = {'drop/2': drop, 'take/2': take, 'split/2': split, 'merge/3': merge_3, 'filter/2': filter_, 'reject/2': reject, 'map/2': map_, 'get_and_update/3': get_and_update, 'get_and_update!/3': get_and_update_or_raise, 'validate/2': validate, 'validate!/2': validate_or_raise}
