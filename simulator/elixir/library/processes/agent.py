"""Elixir's ``Agent``, which is :class:`simulator.otp.Agent` for Elixir's functions."""

from __future__ import annotations

from types import GeneratorType
from typing import Any

from simulator.elixir.library.processes.children import specification_of
from simulator.elixir.library.processes.gen_server import stop, stop_for, stop_within
from simulator.elixir.library.processes.servers import address, extras_of, started_with, timeout_of, with_priority
from simulator.elixir.runtime.bridge import Foreign, converts, is_function
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.world import current
from simulator.kernel import Process
from simulator.otp.agent import Agent
from simulator.otp.server import gen
from simulator.otp.server.gen_server import GenServer
from simulator.terms import atom
from simulator.terms.inspect import PRINTERS
from simulator.terms.lists import EMPTY, to_list

_TIMEOUT = 5000


class Server(Agent.Server):
    """The server that an agent is, for Elixir's functions."""

    __qualname__ = Agent.Server.__qualname__

    def code_change(proc: Process, version: Any, state: Any, function: Any) -> Any:
        """Let a function make the new state of the old one."""
        if function.__class__ is tuple and len(function) == 3:
            function = _module_work(*function)
        result = function(state)
        if result.__class__ is GeneratorType:
            result = yield from result
        return (atom.ok, result)


def _work(name: str, function: Any, arity: int, args: list[Any]) -> Foreign:
    """Return a function as an agent takes it; raises ``FunctionClauseError`` for what is none of that arity."""
    if not is_function(function, arity):
        raise function_clause("Agent", name, len(args), args)
    return Foreign(function)


class ModuleWork(Foreign):
    """A module's function as an agent takes it: it is called with the state before its other arguments."""

    __slots__ = ("mfa",)

    def __init__(self, mfa: tuple[Any, Any, Any]) -> None:
        module, name, args = mfa
        given = to_list(args)
        super().__init__(lambda *state: call(module, name.name, [*state, *given]))
        self.mfa = mfa

    @property
    def initial_call(self) -> tuple[Any, Any, int]:
        """What a process that begins with it has in its dictionary."""
        module, name, args = self.mfa
        return module, name, len(to_list(args))


converts(ModuleWork, lambda work: work.mfa)
PRINTERS[ModuleWork] = lambda term, limit, walk: PRINTERS[tuple](term.mfa, limit, walk)


def _module_work(module: Any, name: Any, args: Any) -> Foreign:
    return ModuleWork((module, name, args))


def _starting(how: str) -> Any:
    def start(function: Any, opts: Any) -> Any:
        work = _work(how, function, 0, [function, opts])
        return (yield from _start(how, work, opts))

    def start_plain(function: Any) -> Any:
        return (yield from start(function, EMPTY))

    def start_module(module: Any, name: Any, args: Any) -> Any:
        return (yield from _start(how, _module_work(module, name, args), EMPTY))

    def start_module_with(module: Any, name: Any, args: Any, opts: Any) -> Any:
        return (yield from _start(how, _module_work(module, name, args), opts))

    return {f"{how}/1": start_plain, f"{how}/2": start, f"{how}/3": start_module, f"{how}/4": start_module_with}


def _start(how: str, work: Foreign, opts: Any) -> Any:
    name, timeout = started_with(opts)
    extras = extras_of(opts)
    started = yield getattr(GenServer, how)(current(), Server, work, name=name, timeout=timeout, extras=extras)
    return with_priority(opts, started)


def _limit(agent: Any, request: Any, timeout: Any) -> Any:
    """Return the timeout of a call to an agent, which is one of ``GenServer``'s."""
    return timeout_of(timeout, "GenServer", "call", [agent, request, timeout])


def _asking(kind: str) -> dict[str, Any]:
    """Return the functions with which an agent is asked for something of this kind."""
    tag = getattr(atom, kind)

    def ask(agent: Any, function: Any) -> Any:
        work = _work(kind, function, 1, [agent, function, _TIMEOUT])
        return (yield gen.call(current(), address(agent), (tag, work), _TIMEOUT))

    def ask_within(agent: Any, function: Any, timeout: Any) -> Any:
        work = _work(kind, function, 1, [agent, function, timeout])
        return (yield gen.call(current(), address(agent), (tag, work), _limit(agent, (tag, work), timeout)))

    def ask_module(agent: Any, module: Any, name: Any, args: Any) -> Any:
        return (yield gen.call(current(), address(agent), (tag, _module_work(module, name, args)), _TIMEOUT))

    def ask_module_within(agent: Any, module: Any, name: Any, args: Any, timeout: Any) -> Any:
        done = _module_work(module, name, args)
        return (yield gen.call(current(), address(agent), (tag, done), _limit(agent, (tag, done), timeout)))

    return {f"{kind}/2": ask, f"{kind}/3": ask_within, f"{kind}/4": ask_module, f"{kind}/5": ask_module_within}


def cast(agent: Any, function: Any) -> Any:
    """``Agent.cast/2``"""
    return gen.cast(current(), address(agent), (atom.cast, _work("cast", function, 1, [agent, function])))


def cast_module(agent: Any, module: Any, name: Any, args: Any) -> Any:
    """``Agent.cast/4``"""
    return gen.cast(current(), address(agent), (atom.cast, _module_work(module, name, args)))


def child_spec(arg: Any) -> Any:
    """``Agent.child_spec/1``"""
    return specification_of("Agent", arg)


FUNCTIONS = {"cast/2": cast, "cast/4": cast_module, "child_spec/1": child_spec}
BLOCKING = {
    **_starting("start_link"), **_starting("start"),
    **_asking("get"), **_asking("update"), **_asking("get_and_update"),
    "stop/1": stop, "stop/2": stop_for, "stop/3": stop_within,
}  # fmt: skip
