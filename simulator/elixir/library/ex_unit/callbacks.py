"""``ExUnit.Callbacks``: what is cleared up after a test, and what is started for it only."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.ex_unit.suite import Clearing, suite
from simulator.elixir.library.processes import supervisor
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.failures.exit_text import exit_text
from simulator.elixir.runtime.world import current, world
from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import EMPTY, from_list

_ALWAYS = from_list([
    (atom.strategy, atom.one_for_one), (Atom("max_restarts"), 1_000_000), (Atom("max_seconds"), 1),
])  # fmt: skip


def _clearing(name: str) -> Clearing:
    found = suite().clearing.get(current().pid)
    if found is None:
        raise error("ArgumentError", message=f"{name} can only be invoked from the test process")
    return found


def on_exit(function: Any) -> Atom:
    """``ExUnit.Callbacks.on_exit/1``"""
    return on_exit_named(current().make_ref(), function)


def on_exit_named(name: Any, function: Any) -> Atom:
    """``ExUnit.Callbacks.on_exit/2``"""
    clearing = _clearing("on_exit/2")
    clearing.callbacks = [each for each in clearing.callbacks if each[0] != name] + [(name, function)]
    return atom.ok


def _supervisor(clearing: Clearing) -> Any:
    """Return the supervisor of a test, which is started when it is needed first; steps."""
    if clearing.supervisor is None:
        _, clearing.supervisor = yield from supervisor.start_link(EMPTY, _ALWAYS)
    return clearing.supervisor


def fetch_test_supervisor() -> Any:
    """``ExUnit.fetch_test_supervisor/0``: that of the test that asks, ``:error`` for another process."""
    clearing = None if world().suite is None else suite().clearing.get(current().pid)
    return atom.error if clearing is None else (atom.ok, (yield from _supervisor(clearing)))


def start_supervised(given: Any) -> Any:
    """``ExUnit.Callbacks.start_supervised/1``"""
    return (yield from start_supervised_as(given, EMPTY))


def start_supervised_as(given: Any, overrides: Any) -> Any:
    """``ExUnit.Callbacks.start_supervised/2``"""
    clearing = _clearing("start_supervised/2")
    spec = yield from supervisor.child_spec(given, overrides)
    parent = yield from _supervisor(clearing)
    answer = yield from supervisor.start_child(parent, spec)
    if answer[0] is atom.error and answer[1].__class__ is tuple and answer[1][0] is Atom("already_started"):
        return (atom.error, (Atom("duplicate_child_name"), spec.d[atom.id]))
    return answer


def start_supervised_strictly(given: Any) -> Any:
    """``ExUnit.Callbacks.start_supervised!/1``"""
    return (yield from start_supervised_strictly_as(given, EMPTY))


def start_supervised_strictly_as(given: Any, overrides: Any) -> Any:
    """``ExUnit.Callbacks.start_supervised!/2``"""
    answer = yield from start_supervised_as(given, overrides)
    if answer[0] is atom.ok:
        return answer[1]
    reason = answer[1]
    told = exit_text(reason[0]) if reason.__class__ is tuple else inspect(reason)
    spec = yield from supervisor.child_spec(given, overrides)
    raise error("RuntimeError", message=f"failed to start child with the spec {inspect(spec)}.\nReason: {told}")


def start_link_supervised_strictly(given: Any) -> Any:
    """``ExUnit.Callbacks.start_link_supervised!/1``"""
    return (yield from start_link_supervised_strictly_as(given, EMPTY))


def start_link_supervised_strictly_as(given: Any, overrides: Any) -> Any:
    """``ExUnit.Callbacks.start_link_supervised!/2``"""
    pid = yield from start_supervised_strictly_as(given, overrides)
    current().link(pid)
    return pid


def stop_supervised(name: Any) -> Any:
    """``ExUnit.Callbacks.stop_supervised/1``"""
    clearing = _clearing("stop_supervised/1")
    if clearing.supervisor is None:
        return (atom.error, Atom("not_found"))
    answer = yield from supervisor.terminate_child(clearing.supervisor, name)
    if answer is atom.ok:
        yield from supervisor.delete_child(clearing.supervisor, name)
    return answer


def stop_supervised_strictly(name: Any) -> Any:
    """``ExUnit.Callbacks.stop_supervised!/1``"""
    answer = yield from stop_supervised(name)
    if answer is atom.ok:
        return atom.ok
    raise error("RuntimeError", message=f"could not stop child ID {inspect(name)} because it was not found")


MACROS = dict.fromkeys(["setup/1", "setup/2", "setup_all/1", "setup_all/2"])
"""What there is; ``simulator.elixir.expand.ex_unit.macros`` does it."""
FUNCTIONS = {"on_exit/1": on_exit, "on_exit/2": on_exit_named}
BLOCKING = {
    "start_supervised/1": start_supervised, "start_supervised/2": start_supervised_as,
    "start_supervised!/1": start_supervised_strictly, "start_supervised!/2": start_supervised_strictly_as,
    "start_link_supervised!/1": start_link_supervised_strictly,
    "start_link_supervised!/2": start_link_supervised_strictly_as,
    "stop_supervised/1": stop_supervised, "stop_supervised!/1": stop_supervised_strictly,
}  # fmt: skip
