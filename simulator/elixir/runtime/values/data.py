"""What generated code calls for maps, structs and enumerables."""

from __future__ import annotations

from types import GeneratorType
from typing import Any, Final

from simulator.elixir.runtime.alone import settle
from simulator.elixir.runtime.errors import erlang
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.values.bits import NO
from simulator.elixir.runtime.values.counted import count
from simulator.elixir.runtime.values.enumerable import fold, fold_steps
from simulator.elixir.runtime.values.ranges import length_of
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, Lazy, to_list
from simulator.terms.maps import SMALL, STRUCT, Map, has, key_of, persistent, term_of

# -- maps -------------------------------------------------------------------------------------


def is_map_key(term: Any, key: Any) -> bool:
    """``is_map_key/2``"""
    if term.__class__ is not Map:
        raise erlang((Atom("badmap"), term))
    return has(term, key)


def map_get(key: Any, term: Any) -> Any:
    """``:erlang.map_get/2``"""
    if term.__class__ is not Map:
        raise erlang((Atom("badmap"), term))
    value = term.d.get(key_of(key), NO)
    if value is NO:
        raise erlang((Atom("badkey"), key))
    return value


def asked_field(term: Any, key: Atom) -> Any:
    """The same as :func:`field`, for code that can wait."""
    if term.__class__ is Atom and term.name not in ("nil", "true", "false"):
        answer = call(term, key.name, ())
        return (yield from answer) if answer.__class__ is GeneratorType else answer
    return field(term, key)


def field(term: Any, key: Atom) -> Any:
    """``term.key`` where it is no field of a map that has it."""
    if term.__class__ is Atom and term.name not in ("nil", "true", "false"):
        return settle(call(term, key.name, ()))
    raise erlang((Atom("badkey"), key, term))


def update_map(term: Any, new: dict[Any, Any]) -> Map:
    """``%{term | key => value}``: every key must be there."""
    if term.__class__ is not Map:
        raise erlang((Atom("badmap"), term))
    known = term.d
    for key in new:
        if key not in known:
            raise erlang((Atom("badkey"), term_of(key)))
    if known.__class__ is dict and len(known) <= SMALL:
        return Map({**known, **new})
    return Map(persistent(term).update(new))


def update_struct(term: Any, module: Atom, new: dict[Any, Any]) -> Map:
    """``%Module{term | field: value}``: raises ``BadStructError``."""
    if term.__class__ is not Map or term.d.get(STRUCT) is not module:
        raise erlang((Atom("badstruct"), module, term))
    return update_map(term, new)


def new_struct(module: Atom, given: dict[Any, Any]) -> Map:
    """``%Module{...}`` where the fields are known only when it runs."""
    made: Map = settle(call(module, "__struct__", ()))
    return Map({**made.d, **given})


def pairs_into_map(found: list[Any]) -> Map:
    """Return the map of what a comprehension collected into ``%{}``."""
    made = {}
    for pair in found:
        if pair.__class__ is not tuple or len(pair) != 2:
            raise erlang(Atom("badarg"))
        made[key_of(pair[0])] = pair[1]
    return Map(made)


# -- enumerables ------------------------------------------------------------------------------

_RANGE: Final = Atom("Elixir.Range")
_FIRST, _LAST, _STEP = Atom("first"), Atom("last"), Atom("step")


def enumerated(term: Any) -> Any:
    """Return the elements of an enumerable for a loop, counted."""
    cls = term.__class__
    if cls is Lazy or term is EMPTY:
        items: Any = to_list(term)
    elif cls is Map and term.d.get(STRUCT) is _RANGE:
        first, last, step = term.d[_FIRST], term.d[_LAST], term.d[_STEP]
        items = range(first, last + (1 if step > 0 else -1), step)
    else:
        return fold(term)
    count(length_of(items))
    return items


def enumerated_steps(term: Any) -> Any:
    """Return the same, and ``Pending`` among the elements where a function in a stream waits."""
    return fold_steps(term)
