"""Erlang's ``:counters``: arrays of numbers that processes share."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.counted import count
from simulator.elixir.runtime.world import current, world
from simulator.kernel.process.operations import READ, WRITE
from simulator.terms import Atom, Reference
from simulator.terms.maps import from_pairs

_KEPT = 20
"""Items that an array counts for besides its numbers: it is there until the run ends."""


def new(size: Any, opts: Any) -> Any:
    """``:counters.new/2``"""
    return (Atom("atomics"), new_cells(size))


def new_cells(size: Any) -> Any:
    """Return the reference of a new array of numbers."""
    if size.__class__ is not int or size < 1:
        raise badarg(1, "out of range")
    ref = current().make_ref()
    count(size + _KEPT)
    world().persistent["counters", ref] = [0] * size
    return ref


def cells(counters: Any, index: Any, access: str = WRITE) -> list[int]:
    """Return the numbers of an array that has this index, which are about to be read or written."""
    here = world()
    if here.gates is not None:
        here.gates("counters", counters, access)
    ref = counters[1] if counters.__class__ is tuple and len(counters) == 2 else counters
    found = here.persistent.get(("counters", ref)) if ref.__class__ is Reference else None
    if found is None:
        raise badarg(1, "invalid atomics reference")
    if index.__class__ is not int or not 1 <= index <= len(found):
        raise badarg(2, "out of range")
    return found  # type: ignore[no-any-return]


def get(counters: Any, index: Any) -> int:
    """``:counters.get/2``"""
    return int(cells(counters, index, READ)[index - 1])


def put(counters: Any, index: Any, value: Any) -> Any:
    """``:counters.put/3``"""
    cells(counters, index)[index - 1] = value
    return Atom("ok")


def add(counters: Any, index: Any, value: Any) -> Any:
    """``:counters.add/3``"""
    cells(counters, index)[index - 1] += value
    return Atom("ok")


def sub(counters: Any, index: Any, value: Any) -> Any:
    """``:counters.sub/3``"""
    return add(counters, index, -value)


def info(counters: Any) -> Any:
    """``:counters.info/1``"""
    return from_pairs([(Atom("size"), len(cells(counters, 1, READ))), (Atom("memory"), 0)])


FUNCTIONS = {"new/2": new, "get/2": get, "put/3": put, "add/3": add, "sub/3": sub, "info/1": info}
