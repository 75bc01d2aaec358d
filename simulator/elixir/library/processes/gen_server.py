"""Elixir's ``GenServer``, which is :class:`simulator.otp.GenServer` for Elixir's modules.

A call is one request of the kernel's; what it is made of is written out here, because nearly all that a
program of servers does is to call.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.processes.servers import (
    SERVER,
    address,
    behaviour,
    is_timeout,
    started_with,
    timeout_of,
    unasked,
)
from simulator.elixir.runtime.bridge import client_of, nilled
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.world import current
from simulator.kernel import Exit
from simulator.otp.server import gen
from simulator.otp.server.gen import absent
from simulator.otp.server.gen_server import GenServer
from simulator.terms import Atom, Pid, atom
from simulator.terms.lists import EMPTY, from_list

_OK = atom.ok
_ADDRESSES = (Pid, Atom, tuple)


def call(server: Any, request: Any) -> Any:
    """``GenServer.call/2``"""
    if server.__class__ is not Pid:
        server = address(server)
    return (yield gen.call(current(), server, request, 5000))


def call_within(server: Any, request: Any, timeout: Any) -> Any:
    """``GenServer.call/3``"""
    limit = timeout_of(timeout, "GenServer", "call", [server, request, timeout])
    return (yield gen.call(current(), address(server), request, limit))


def cast(server: Any, request: Any) -> Any:
    """``GenServer.cast/2``"""
    if server.__class__ is Pid:
        proc = current()
        if not proc.recording and server is not proc.pid:  # terms of Elixir: none to copy
            proc.post(server, (gen.CAST, request))
            return _OK
    if server.__class__ not in _ADDRESSES or (server.__class__ is tuple and len(server) not in (2, 3)):
        raise function_clause("GenServer", "cast", 2, [server, request])
    return gen.cast(current(), address(server), request)


def reply(client: Any, answer: Any) -> Any:
    """``GenServer.reply/2``"""
    if client.__class__ is not tuple or len(client) != 2:
        raise function_clause(Atom("gen"), "reply", 2, [client, answer])
    return gen.reply(current(), client_of(client), answer)


def start_link(module: Any, arg: Any) -> Any:
    """``GenServer.start_link/2``"""
    return (yield from _start("start_link", module, arg, EMPTY))


def start_link_with(module: Any, arg: Any, opts: Any) -> Any:
    """``GenServer.start_link/3``"""
    return (yield from _start("start_link", module, arg, opts))


def start(module: Any, arg: Any) -> Any:
    """``GenServer.start/2``"""
    return (yield from _start("start", module, arg, EMPTY))


def start_with(module: Any, arg: Any, opts: Any) -> Any:
    """``GenServer.start/3``"""
    return (yield from _start("start", module, arg, opts))


def _start(how: str, module: Any, arg: Any, opts: Any) -> Any:
    name, timeout = started_with(opts)
    if module.__class__ is not Atom:
        raise function_clause("GenServer", how, 3, [module, arg, opts])
    served = behaviour(module, SERVER)
    return (yield getattr(GenServer, how)(current(), served, arg, name=name, timeout=timeout))


def stop(server: Any) -> Any:
    """``GenServer.stop/1``"""
    return (yield GenServer.stop(current(), address(server)))


def stop_for(server: Any, reason: Any) -> Any:
    """``GenServer.stop/2``"""
    return (yield GenServer.stop(current(), address(server), reason))


def stop_within(server: Any, reason: Any, timeout: Any) -> Any:
    """``GenServer.stop/3``"""
    server = address(server)
    pid = yield from gen.found_by(gen.whereis(current(), server))
    if pid is not None and not is_timeout(timeout):
        refused = unasked(pid, atom.terminate, [pid, reason, timeout], (atom.terminate, reason), timeout)
        raise Exit((refused.reason, (gen.GEN_SERVER, atom.stop, from_list([server, reason, timeout]))))
    return (yield GenServer.stop(current(), server, reason, timeout))


def whereis(server: Any) -> Any:
    """``GenServer.whereis/1``"""
    if server.__class__ is tuple and _is_elsewhere(address(server)):
        return server
    return nilled(gen.whereis(current(), address(server)))


def _is_elsewhere(resolved: Any) -> bool:
    """Return whether an address is that of another node."""
    return absent(resolved) is not atom.noproc


def multi_call(name: Any, request: Any) -> Any:
    """``GenServer.multi_call/2``: there is one node."""
    try:
        answer = yield from call(name, request)
    except Exit:
        return (EMPTY, from_list([Atom("nonode@nohost")]))
    return (from_list([(Atom("nonode@nohost"), answer)]), EMPTY)


def abcast(name: Any, request: Any) -> Any:
    """``GenServer.abcast/2``: there is one node."""
    gen.cast(current(), name, request)
    return Atom("abcast")


def cast_waiting(server: Any, request: Any) -> Any:
    """``GenServer.cast/2``, where the registry of the server's name may wait"""
    answer = cast(server, request)
    return answer if answer is _OK else (yield answer)


def whereis_waiting(server: Any) -> Any:
    """``GenServer.whereis/1``, where the registry of the server's name may wait"""
    return nilled((yield from gen.found_by(whereis(server))))


FUNCTIONS = {"cast/2": cast, "reply/2": reply, "whereis/1": whereis, "abcast/2": abcast}
BLOCKING = {
    "cast/2": cast_waiting, "whereis/1": whereis_waiting,
    "call/2": call, "call/3": call_within, "start_link/2": start_link, "start_link/3": start_link_with,
    "start/2": start, "start/3": start_with, "stop/1": stop, "stop/2": stop_for, "stop/3": stop_within,
    "multi_call/2": multi_call,
}  # fmt: skip
