"""Erlang's ``:atomics``: arrays of numbers that processes share, and what changes and tells them at once."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.erlang.counters import add, cells, get, info, new_cells, put, sub
from simulator.terms import Atom


def new(size: Any, opts: Any) -> Any:
    """``:atomics.new/2``"""
    return new_cells(size)


def add_get(counters: Any, index: Any, value: Any) -> int:
    """``:atomics.add_get/3``"""
    found = cells(counters, index)
    found[index - 1] += value
    return int(found[index - 1])


def sub_get(counters: Any, index: Any, value: Any) -> int:
    """``:atomics.sub_get/3``"""
    return add_get(counters, index, -value)


def exchange(counters: Any, index: Any, value: Any) -> int:
    """``:atomics.exchange/3``"""
    found = cells(counters, index)
    old, found[index - 1] = found[index - 1], value
    return int(old)


def compare_exchange(counters: Any, index: Any, expected: Any, value: Any) -> Any:
    """``:atomics.compare_exchange/4``"""
    found = cells(counters, index)
    old = found[index - 1]
    if old != expected:
        return old
    found[index - 1] = value
    return Atom("ok")


FUNCTIONS = {
    "new/2": new, "get/2": get, "put/3": put, "add/3": add, "sub/3": sub, "info/1": info, "add_get/3": add_get,
    "sub_get/3": sub_get, "exchange/3": exchange, "compare_exchange/4": compare_exchange,
}  # fmt: skip
