"""Erlang's ``:persistent_term``: what all processes read and hardly anybody writes."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.bridge import boolean
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.world import world
from simulator.terms import Atom
from simulator.terms.lists import from_list
from simulator.terms.maps import key_of, term_of


def put(key: Any, value: Any) -> Any:
    """``:persistent_term.put/2``"""
    world().persistent[key_of(key)] = value
    return Atom("ok")


def get(key: Any) -> Any:
    """``:persistent_term.get/1``"""
    known = world().persistent
    if key_of(key) not in known:
        raise badarg(1, "no persistent term stored with this key")
    return known[key_of(key)]


def get_or(key: Any, default: Any) -> Any:
    """``:persistent_term.get/2``"""
    return world().persistent.get(key_of(key), default)


def get_all() -> Any:
    """``:persistent_term.get/0``"""
    return from_list([(term_of(key), value) for key, value in world().persistent.items()])


def erase(key: Any) -> Any:
    """``:persistent_term.erase/1``"""
    known = key_of(key) in world().persistent
    world().persistent.pop(key_of(key), None)
    return boolean(known)


FUNCTIONS = {"put/2": put, "get/1": get, "get/2": get_or, "get/0": get_all, "erase/1": erase}
