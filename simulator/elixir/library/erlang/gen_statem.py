"""Erlang's ``:gen_statem``, which is :class:`simulator.otp.StateMachine` for Elixir's modules."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.erlang.gen_server import named, stop, stop_within
from simulator.elixir.library.erlang.requests import FUNCTIONS_OF_ALL, of_all, send, send_labelled
from simulator.elixir.library.processes.servers import MACHINE, address, behaviour, extras_of, timeout_of_start
from simulator.elixir.runtime.bridge import client_of
from simulator.elixir.runtime.errors import CAUGHT
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.world import current
from simulator.otp.server import gen
from simulator.otp.state_machine.state_machine import StateMachine, complaint
from simulator.terms import Atom, atom
from simulator.terms.lists import is_list


def _given(opts: Any) -> dict[str, Any]:
    """Return what options of a start ask for."""
    extras = extras_of(opts)
    if extras is not None and extras.debug is not None:
        refuse("the option debug: of :gen_statem")
    return {"timeout": timeout_of_start(opts), "hibernate_after": None if extras is None else extras.hibernate_after}


def start_link(module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_statem.start_link/3``"""
    return (yield StateMachine.start_link(current(), behaviour(module, MACHINE), arg, **_given(opts)))


def start_link_named(name: Any, module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_statem.start_link/4``"""
    served = behaviour(module, MACHINE)
    return (yield StateMachine.start_link(current(), served, arg, name=named(name), **_given(opts)))


def start(module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_statem.start/3``"""
    return (yield StateMachine.start(current(), behaviour(module, MACHINE), arg, **_given(opts)))


def start_named(name: Any, module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_statem.start/4``"""
    served = behaviour(module, MACHINE)
    return (yield StateMachine.start(current(), served, arg, name=named(name), **_given(opts)))


def start_monitor(module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_statem.start_monitor/3``"""
    return (yield StateMachine.start_monitor(current(), behaviour(module, MACHINE), arg, **_given(opts)))


def start_monitor_named(name: Any, module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_statem.start_monitor/4``"""
    served = behaviour(module, MACHINE)
    return (yield StateMachine.start_monitor(current(), served, arg, name=named(name), **_given(opts)))


def call(server: Any, request: Any) -> Any:
    """``:gen_statem.call/2``"""
    return (yield StateMachine.call(current(), address(server), request))


def call_within(server: Any, request: Any, timeout: Any) -> Any:
    """``:gen_statem.call/3``; ``{:clean_timeout, ms}`` and ``{:dirty_timeout, ms}`` are the same here."""
    limit = timeout[1] if timeout.__class__ is tuple else timeout
    gone = complaint(current(), atom.call, [server, request, timeout])
    return (yield gen.call(current(), address(server), request, limit, gone))


def cast(server: Any, request: Any) -> Any:
    """``:gen_statem.cast/2``"""
    if server.__class__ is tuple and server[0] in (Atom("via"), Atom("global")):  # a registry that fails is no matter
        try:
            return gen.cast(current(), address(server), request)
        except CAUGHT as failure:
            caught(failure)
            return atom.ok
    return gen.cast(current(), address(server), request)


def reply(replies: Any) -> Any:
    """``:gen_statem.reply/1``"""
    for _, client, answer in to_list(replies) if is_list(replies) else [replies]:
        gen.reply(current(), client_of(client), answer)
    return atom.ok


def reply_to(client: Any, answer: Any) -> Any:
    """``:gen_statem.reply/2``"""
    return gen.reply(current(), client_of(client), answer)


FUNCTIONS = {
    "cast/2": cast, "reply/1": reply, "reply/2": reply_to, "send_request/2": send, "send_request/4": send_labelled,
    **FUNCTIONS_OF_ALL,
}  # fmt: skip
BLOCKING = {
    "start_link/3": start_link, "start_link/4": start_link_named, "start/3": start, "start/4": start_named,
    "call/2": call, "call/3": call_within, "stop/1": stop, "stop/3": stop_within,
    **of_all(), "start_monitor/3": start_monitor, "start_monitor/4": start_monitor_named,
}  # fmt: skip
