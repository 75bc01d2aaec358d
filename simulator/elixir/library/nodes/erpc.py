"""Erlang's ``:erpc``: calls on other nodes, where the only node is this one.

Source of the semantics: OTP 25, ``erpc``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.library.language.node import NODE
from simulator.elixir.library.language.spawning import spawn, spawn_module
from simulator.elixir.runtime.errors import CAUGHT, erlang
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.failures.stack import stacktrace
from simulator.elixir.runtime.running.bodies import Steps, module_steps, steps_of
from simulator.elixir.runtime.running.flow import kind_of, value_of
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.world import current
from simulator.kernel import ANY, Exit, Throw
from simulator.terms import Atom, atom
from simulator.terms.lists import from_list

_ERPC = Atom("erpc")
_EXCEPTION = Atom("exception")
Body = Callable[[], Steps]


def body_of(args: tuple[Any, ...]) -> Body:
    """Return what runs a function, or a module's function with arguments."""
    if len(args) == 1:
        return lambda: steps_of(args[0], [])
    module, name, given = args
    return lambda: module_steps(module, name.name, list(to_list(given)))


def outcome(body: Body) -> Steps:
    """Run a call; return how it ended (``:return``, ``:error``, ``:exit``, ``:throw``) and what came of it."""
    try:
        return Atom("return"), (yield from body()), None
    except CAUGHT as failure:
        found = caught(failure)
        return kind_of(found), value_of(found), stacktrace(found)


def local_outcome(body: Body, timeout: Any) -> Steps:
    """Run a call here: in this process, or with a limit of time in one of its own; None when that is over."""
    if timeout is atom.infinity:
        return (yield from outcome(body))
    proc = current()
    reply = proc.make_ref()
    parent = proc.pid

    def run() -> Steps:
        found = yield from outcome(body)
        current().send(parent, (reply, found))

    pid = proc.spawn_opt(run(), label="erpc")
    watch = proc.monitor(pid)
    answer = yield proc.receive((reply, ANY), (atom.DOWN, watch, ANY, ANY, ANY), after=timeout)
    if answer is None:
        return None
    if answer[0] is reply:
        proc.demonitor(watch, flush=True)
        return answer[1]
    return atom.exit, answer[4], None


def _answer(found: Any) -> Any:
    if found is None:
        raise erlang((_ERPC, Atom("timeout")))
    kind, value, stack = found
    if kind is Atom("return"):
        return value
    if kind is atom.error:
        raise erlang((_EXCEPTION, value, stack))
    if kind is atom.exit:
        raise Exit((_EXCEPTION, value))
    raise Throw(value)


def _call(node: Any, timeout: Any, args: tuple[Any, ...]) -> Any:
    if node is not NODE:
        raise erlang((_ERPC, Atom("noconnection")))
    return _answer((yield from local_outcome(body_of(args), timeout)))


def call(node: Any, *args: Any) -> Any:
    """``:erpc.call/2`` and ``/4``"""
    return _call(node, atom.infinity, args)


def call_within(node: Any, *args: Any) -> Any:
    """``:erpc.call/3`` and ``/5``"""
    return _call(node, args[-1], args[:-1])


def cast(node: Any, *args: Any) -> Any:
    """``:erpc.cast/2`` and ``/4``"""
    if node is NODE:
        spawn(args[0]) if len(args) == 1 else spawn_module(*args)
    return atom.ok


def _multicall(nodes: Any, timeout: Any, args: tuple[Any, ...]) -> Any:
    made = []
    for node in to_list(nodes):
        if node is not NODE:
            made.append((atom.error, (_ERPC, Atom("noconnection"))))
            continue
        found = yield from local_outcome(body_of(args), timeout)
        made.append(_told(found))
    return from_list(made)


def _told(found: Any) -> Any:
    if found is None:
        return atom.error, (_ERPC, Atom("timeout"))
    kind, value, stack = found
    if kind is Atom("return"):
        return atom.ok, value
    if kind is atom.error:
        return atom.error, (_EXCEPTION, value, stack)
    return (kind, (_EXCEPTION, value)) if kind is atom.exit else (kind, value)


def multicall(nodes: Any, *args: Any) -> Any:
    """``:erpc.multicall/2`` and ``/4``"""
    return _multicall(nodes, atom.infinity, args)


def multicall_within(nodes: Any, *args: Any) -> Any:
    """``:erpc.multicall/3`` and ``/5``"""
    return _multicall(nodes, args[-1], args[:-1])


def multicast(nodes: Any, *args: Any) -> Any:
    """``:erpc.multicast/2`` and ``/4``"""
    for node in to_list(nodes):
        cast(node, *args)
    return atom.ok


FUNCTIONS = {"cast/2": cast, "cast/4": cast, "multicast/2": multicast, "multicast/4": multicast}
BLOCKING = {
    "call/2": call, "call/3": call_within, "call/4": call, "call/5": call_within, "multicall/2": multicall,
    "multicall/3": multicall_within, "multicall/4": multicall, "multicall/5": multicall_within,
}  # fmt: skip
