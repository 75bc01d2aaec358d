"""Made by ``simulator.elixir.library.twins`` from ``collections/keyword.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.collections.keyword import last_of_each
from simulator.elixir.library.collections.pairs import checked, first_of, replaced, without
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.values.enumerable import Fun, listed_blocking, steps
from simulator.elixir.runtime.values.walking import Pending, Steps, killed
from simulator.terms.lists import from_list
from types import GeneratorType
from typing import Any

def new_1(enum: Any) -> Generator[Any, Any, Any]:
    """Return the keyword list of the pairs in *enum*, of equal keys the last."""
    return from_list(last_of_each((yield from listed_blocking(enum))))

def new_2(enum: Any, transform: Fun) -> Generator[Any, Any, Any]:
    """Return the keyword list of the pairs that *transform* gives, of equal keys the last."""
    found1 = []
    source3 = steps(enum)
    try:
        for item in source3:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            found1.append((yield from result2) if (result2 := transform(item)).__class__ is GeneratorType else result2)
    finally:
        if source3.__class__ is Steps and (not killed()):
            yield from source3.halt()
    return from_list(last_of_each(found1))

def from_keys(keys: Any, value: Any) -> Generator[Any, Any, Any]:
    """Return the keyword list that has *value* for each of the keys."""
    found1 = []
    for key in (yield from listed_blocking(keys)):
        found1.append((key, value))
    return from_list(found1)

def get_lazy(term: Any, key: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the first value of the key, or what *fun* gives."""
    found = first_of(checked(term, key, 'get_lazy', fun), key)
    return found[0] if found else (yield from result1) if (result1 := fun()).__class__ is GeneratorType else result1

def put_new_lazy(term: Any, key: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list with what *fun* gives for the key, unless the key is there."""
    items = checked(term, key, 'put_new_lazy', fun)
    return term if first_of(items, key) else from_list([(key, (yield from result1) if (result1 := fun()).__class__ is GeneratorType else result1), *items])

def replace_lazy(term: Any, key: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list with what *fun* gives for the key's value, if it is there."""
    items = checked(term, key, 'replace_lazy', fun)
    found = first_of(items, key)
    return from_list(replaced(items, key, (yield from result1) if (result1 := fun(found[0])).__class__ is GeneratorType else result1)) if found else term

def update(term: Any, key: Any, default: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list with what *fun* gives for the key's value; with *default* if it is not there."""
    items = checked(term, key, 'update', default, fun)
    found = first_of(items, key)
    return from_list(replaced(items, key, (yield from result1) if (result1 := fun(found[0])).__class__ is GeneratorType else result1) if found else [*items, (key, default)])

def update_or_raise(term: Any, key: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list with what *fun* gives for the key's value. Raises ``KeyError``."""
    items = checked(term, key, 'update!', fun)
    found = first_of(items, key)
    if not found:
        raise error('KeyError', key=key, term=term)
    return from_list(replaced(items, key, (yield from result1) if (result1 := fun(found[0])).__class__ is GeneratorType else result1))

def pop_lazy(term: Any, key: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the first value of the key, or what *fun* gives, and the list without the key."""
    items = checked(term, key, 'pop_lazy', fun)
    found = first_of(items, key)
    return (found[0], from_list(without(items, key))) if found else ((yield from result1) if (result1 := fun()).__class__ is GeneratorType else result1, term)
TABLE = {'new/1': new_1, 'new/2': new_2, 'from_keys/2': from_keys, 'get_lazy/3': get_lazy, 'put_new_lazy/3': put_new_lazy, 'replace_lazy/3': replace_lazy, 'update/4': update, 'update!/3': update_or_raise, 'pop_lazy/3': pop_lazy}
