"""Erlang's ``:gen_server``: Elixir's ``GenServer`` with names in front."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library import gen_server
from simulator.elixir.library.servers import SERVER, address, behaviour
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.world import current
from simulator.otp.gen_server import GenServer
from simulator.terms import Atom, inspect


def named(name: Any) -> Any:
    """Return a name as Erlang gives it (``{:local, name}``, ``{:global, term}``, ``{:via, module, term}``) for OTP."""
    if name.__class__ is tuple and len(name) == 2 and name[0] is Atom("local"):
        return name[1]
    if name.__class__ is tuple:
        return address(name)
    raise error("ArgumentError", message=f"not a name of a server: {inspect(name)}")


def start_link(module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_server.start_link/3``"""
    return (yield GenServer.start_link(current(), behaviour(module, SERVER), arg))


def start_link_named(name: Any, module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_server.start_link/4``"""
    return (yield GenServer.start_link(current(), behaviour(module, SERVER), arg, name=named(name)))


def start(module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_server.start/3``"""
    return (yield GenServer.start(current(), behaviour(module, SERVER), arg))


def start_named(name: Any, module: Any, arg: Any, opts: Any) -> Any:
    """``:gen_server.start/4``"""
    return (yield GenServer.start(current(), behaviour(module, SERVER), arg, name=named(name)))


def multi_call(nodes: Any, name: Any, request: Any) -> Any:
    """``:gen_server.multi_call/3``"""
    return (yield from gen_server.multi_call(name, request))


FUNCTIONS = {"cast/2": gen_server.cast, "reply/2": gen_server.reply, "abcast/2": gen_server.abcast}
BLOCKING = {
    "call/2": gen_server.call, "call/3": gen_server.call_within, "start_link/3": start_link,
    "start_link/4": start_link_named, "start/3": start, "start/4": start_named, "stop/1": gen_server.stop,
    "stop/3": gen_server.stop_within, "multi_call/2": gen_server.multi_call, "multi_call/3": multi_call,
}  # fmt: skip
