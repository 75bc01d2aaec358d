"""Erlang's ``:persistent_term``: what all processes read and hardly anybody writes."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.bridge import boolean
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.kept import check_kept
from simulator.elixir.runtime.world import current, world
from simulator.kernel.process.operations import READ, WRITE
from simulator.terms import Atom
from simulator.terms.lists import from_list
from simulator.terms.maps import key_of, strict_equal, term_of


def _terms(key: Any, access: str) -> dict[Any, Any]:
    """Return all that is kept, of which *key* is about to be read or written; all keys, if that is None."""
    here = world()
    if here.gates is not None:
        here.gates("persistent_term", key, access)
    return here.persistent


def put(key: Any, value: Any) -> Any:
    """``:persistent_term.put/2``"""
    terms = _terms(key, WRITE)
    place = key_of(key)
    changes = place not in terms or not strict_equal(terms[place], value)
    terms[place] = value
    check_kept(len(terms), ":persistent_term")
    if changes:
        yield from _others_go_on()
    return Atom("ok")


def _others_go_on() -> Any:
    """Wait as one does whose change is made known to all: on the BEAM by turns of its own."""
    for _ in range(2):
        yield current().yield_()


def get(key: Any) -> Any:
    """``:persistent_term.get/1``"""
    known = _terms(key, READ)
    if key_of(key) not in known:
        raise badarg(1, "no persistent term stored with this key")
    return known[key_of(key)]


def get_or(key: Any, default: Any) -> Any:
    """``:persistent_term.get/2``"""
    return _terms(key, READ).get(key_of(key), default)


def get_all() -> Any:
    """``:persistent_term.get/0``"""
    return from_list([(term_of(key), value) for key, value in _terms(None, READ).items()])


def erase(key: Any) -> Any:
    """``:persistent_term.erase/1``"""
    terms = _terms(key, WRITE)
    known = key_of(key) in terms
    terms.pop(key_of(key), None)
    if known:
        yield from _others_go_on()
    return boolean(known)


FUNCTIONS = {"get/1": get, "get/2": get_or, "get/0": get_all}
BLOCKING = {"put/2": put, "erase/1": erase}
