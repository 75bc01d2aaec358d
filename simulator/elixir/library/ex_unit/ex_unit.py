"""``ExUnit``: its start; its tests run when the program's file has ended."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.ex_unit.suite import Suite
from simulator.elixir.runtime.bridge import options
from simulator.elixir.runtime.world import world
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list
from simulator.terms.maps import from_pairs

_OK = Atom("ok")


def start() -> Atom:
    """``ExUnit.start/0``"""
    return start_with(EMPTY)


def start_with(opts: Any) -> Atom:
    """``ExUnit.start/1``"""
    if world().suite is None:
        world().suite = Suite({})
    return configure(opts)


def configure(opts: Any) -> Atom:
    """``ExUnit.configure/1``"""
    if world().suite is None:
        world().suite = Suite({"autorun": Atom("false")})
    world().suite.options.update(options(opts))
    return _OK


def configuration() -> Any:
    """``ExUnit.configuration/0``"""
    found = {} if world().suite is None else world().suite.options
    return from_list([(Atom(key), value) for key, value in found.items()])


def run() -> Any:
    """``ExUnit.run/0``"""
    from simulator.elixir.library.ex_unit.runner import run as run_all

    if world().suite is None:
        configure(EMPTY)
    suite: Suite = world().suite
    yield from run_all(suite)
    counts = suite.counts
    told = {"total": counts["tests"], **{what: counts[what] for what in ("failures", "excluded", "skipped")}}
    return from_pairs([(Atom(key), value) for key, value in told.items()])


BLOCKING = {"run/0": run}
FUNCTIONS = {
    "start/0": start, "start/1": start_with, "configure/1": configure, "configuration/0": configuration,
}  # fmt: skip
