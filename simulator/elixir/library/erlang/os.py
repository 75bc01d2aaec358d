"""Erlang's ``:os``, as far as a simulated machine has one."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.erlang import erlang as erl_erlang
from simulator.elixir.library.language import system
from simulator.elixir.runtime.bridge import FALSE, TRUE
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.world import world
from simulator.terms import Atom
from simulator.terms.lists import from_list


def type_() -> Any:
    """``:os.type/0``"""
    return (Atom("unix"), Atom("linux"))


def getenv(name: Any) -> Any:
    """``:os.getenv/1``"""
    found = world().environment.get("".join(map(chr, to_list(name))))
    return FALSE if found is None else from_list(list(map(ord, found)))


def getenv_or(name: Any, default: Any) -> Any:
    """``:os.getenv/2``"""
    found = getenv(name)
    return default if found is FALSE else found


def putenv(name: Any, value: Any) -> Any:
    """``:os.putenv/2``"""
    world().environment["".join(map(chr, to_list(name)))] = "".join(map(chr, to_list(value)))
    return TRUE


def getpid() -> Any:
    """``:os.getpid/0``"""
    return from_list([ord("1")])


FUNCTIONS = {
    "type/0": type_, "getenv/1": getenv, "getenv/2": getenv_or, "putenv/2": putenv, "getpid/0": getpid,
    "system_time/0": system.system_time, "system_time/1": system.system_time_in, "timestamp/0": erl_erlang.timestamp,
    "perf_counter/0": system.monotonic_time, "perf_counter/1": system.monotonic_time_in,
}  # fmt: skip
