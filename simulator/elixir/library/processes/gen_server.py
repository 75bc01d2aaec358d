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
    extras_of,
    is_timeout,
    started_with,
    timeout_of,
    unasked,
    with_priority,
)
from simulator.elixir.runtime.bridge import client_of, nilled
from simulator.elixir.runtime.errors import CAUGHT, function_clause
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.world import current
from simulator.kernel import Exit
from simulator.otp.server import gen
from simulator.otp.server.gen import absent
from simulator.otp.server.gen_server import GenServer
from simulator.terms import Atom, Pid, atom
from simulator.terms.lists import EMPTY, from_list, is_list, to_list

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
    found = address(server)
    try:
        return gen.cast(current(), found, request)
    except CAUGHT as failure:  # a registry of names that fails, or is none
        caught(failure)
        return _OK


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
    served, extras = behaviour(module, SERVER), extras_of(opts)
    started = yield getattr(GenServer, how)(current(), served, arg, name=name, timeout=timeout, extras=extras)
    return with_priority(opts, started)


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
    if pid is not None and pid is not current().pid and not is_timeout(timeout):
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
    return (yield from multi_call_within(from_list([gen.NODE]), name, request, atom.infinity))


def multi_call_on(nodes: Any, name: Any, request: Any) -> Any:
    """``GenServer.multi_call/3``"""
    return (yield from multi_call_within(nodes, name, request, atom.infinity))


def multi_call_within(nodes: Any, name: Any, request: Any, timeout: Any) -> Any:
    """``GenServer.multi_call/4``: another node than this one is never there."""
    if not is_list(nodes) or name.__class__ is not Atom:
        raise function_clause("GenServer", "multi_call", 4, [nodes, name, request, timeout])
    replies, bad = [], []
    for node in to_list(nodes):
        try:
            if node is not gen.NODE:
                bad.append(node)
            else:
                replies.append((node, (yield from call_within(name, request, timeout))))
        except Exit:
            bad.append(node)
    return (from_list(replies), from_list(bad))


def abcast(name: Any, request: Any) -> Any:
    """``GenServer.abcast/2``: there is one node."""
    return abcast_on(from_list([gen.NODE]), name, request)


def abcast_on(nodes: Any, name: Any, request: Any) -> Any:
    """``GenServer.abcast/3``"""
    if not is_list(nodes) or name.__class__ is not Atom:
        raise function_clause("GenServer", "abcast", 3, [nodes, name, request])
    for node in to_list(nodes):
        if node is gen.NODE:
            gen.cast(current(), name, request)
    return Atom("abcast")


def cast_waiting(server: Any, request: Any) -> Any:
    """``GenServer.cast/2``, where the registry of the server's name may wait"""
    answer = cast(server, request)
    if answer is _OK:
        return answer
    try:
        return (yield answer)
    except CAUGHT as failure:
        caught(failure)
        return _OK


def whereis_waiting(server: Any) -> Any:
    """``GenServer.whereis/1``, where the registry of the server's name may wait"""
    return nilled((yield from gen.found_by(whereis(server))))


FUNCTIONS = {
    "cast/2": cast, "reply/2": reply, "whereis/1": whereis, "abcast/2": abcast,
    "abcast/3": abcast_on,
}  # fmt: skip
BLOCKING = {
    "cast/2": cast_waiting, "whereis/1": whereis_waiting,
    "call/2": call, "call/3": call_within, "start_link/2": start_link, "start_link/3": start_link_with,
    "start/2": start, "start/3": start_with, "stop/1": stop, "stop/2": stop_for, "stop/3": stop_within,
    "multi_call/2": multi_call, "multi_call/3": multi_call_on, "multi_call/4": multi_call_within,
}  # fmt: skip
