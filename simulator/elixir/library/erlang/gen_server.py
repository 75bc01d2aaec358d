"""Erlang's ``:gen_server``: Elixir's ``GenServer`` with names in front."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.erlang.requests import FUNCTIONS_OF_ALL, of_all, send, send_labelled
from simulator.elixir.library.logging.report_texts import newer, older
from simulator.elixir.library.processes import gen_server
from simulator.elixir.library.processes.servers import SERVER, address, behaviour, extras_of, timeout_of_start
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.world import current
from simulator.kernel import Exit
from simulator.otp.server import gen
from simulator.otp.server.gen_server import GenServer
from simulator.otp.server.gen_server import enter_loop as loop_steps
from simulator.otp.server.system import stop_found
from simulator.terms import Atom, Pid, atom, inspect

_TIMEOUT = 5000


def named(name: Any) -> Any:
    """Return a name as Erlang gives it (``{:local, name}``, ``{:global, term}``, ``{:via, module, term}``) for OTP."""
    if name.__class__ is tuple and len(name) == 2 and name[0] is Atom("local"):
        return name[1]
    if name.__class__ is tuple:
        return address(name)
    raise error("ArgumentError", message=f"not a name of a server: {inspect(name)}")


def _given(opts: Any) -> dict[str, Any]:
    """Return what options of a start ask for."""
    return {"timeout": timeout_of_start(opts), "extras": extras_of(opts)}


def start_link(module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_server.start_link/3``"""
    return (yield GenServer.start_link(current(), behaviour(module, SERVER), arg, **_given(opts)))


def start_link_named(name: Any, module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_server.start_link/4``"""
    served = behaviour(module, SERVER)
    return (yield GenServer.start_link(current(), served, arg, name=named(name), **_given(opts)))


def start(module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_server.start/3``"""
    return (yield GenServer.start(current(), behaviour(module, SERVER), arg, **_given(opts)))


def start_named(name: Any, module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_server.start/4``"""
    served = behaviour(module, SERVER)
    return (yield GenServer.start(current(), served, arg, name=named(name), **_given(opts)))


def start_monitor(module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_server.start_monitor/3``"""
    return (yield GenServer.start_monitor(current(), behaviour(module, SERVER), arg, **_given(opts)))


def start_monitor_named(name: Any, module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_server.start_monitor/4``"""
    served = behaviour(module, SERVER)
    return (yield GenServer.start_monitor(current(), served, arg, name=named(name), **_given(opts)))


def call(server: Any, request: Any, *timeout: Any) -> Any:
    """``:gen_server.call/2``, ``/3``"""
    proc = current()

    def gone(reason: Any) -> Exit:
        return Exit((reason, (atom.gen_server, atom.call, proc.front.listed([server, request, *timeout]))))

    (limit,) = timeout or (_TIMEOUT,)
    return (yield gen.call(proc, address(server), request, limit, gone))


def stop(server: Any) -> Any:
    """``:gen_server.stop/1``"""
    return stop_within(server, atom.normal, atom.infinity)


def stop_within(server: Any, reason: Any, timeout: Any) -> Any:
    """``:gen_server.stop/3``, ``:gen_statem.stop/3``"""
    proc = current()
    return (yield proc.perform(stop_found(proc, address(server), reason, timeout), "stop"))


def enter_loop(module: Any, opts: Any, state: Any, *more: Any) -> Any:
    """``:gen_server.enter_loop/3``, ``/4``, ``/5``: with a name, a limit of time or what is to be continued with."""
    name, after = None, None
    for each in more:
        if each.__class__ is tuple and each[0] in (atom.local, atom("global"), atom.via):
            name = named(each)
        elif each.__class__ is not Pid:
            after = each
    return (yield from loop_steps(current(), behaviour(module, SERVER), state, name, after))


def multi_call(nodes: Any, name: Any, request: Any) -> Any:
    """``:gen_server.multi_call/3``"""
    return (yield from gen_server.multi_call(name, request))


FUNCTIONS = {
    "send_request/2": send, "send_request/4": send_labelled, **FUNCTIONS_OF_ALL,
    "format_log/1": older, "format_log/2": newer, "cast/2": gen_server.cast,
    "reply/2": gen_server.reply, "abcast/2": gen_server.abcast,
}  # fmt: skip
BLOCKING = {
    **of_all(), "start_monitor/3": start_monitor, "start_monitor/4": start_monitor_named,
    "call/2": call, "call/3": call, "start_link/3": start_link,
    "start_link/4": start_link_named, "start/3": start, "start/4": start_named, "stop/1": stop,
    "stop/3": stop_within,
    "enter_loop/3": enter_loop, "enter_loop/4": enter_loop, "enter_loop/5": enter_loop,
    "multi_call/2": gen_server.multi_call, "multi_call/3": multi_call,
}  # fmt: skip
