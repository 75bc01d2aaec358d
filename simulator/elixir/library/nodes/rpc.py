"""Erlang's ``:rpc``: calls on other nodes, where the only node is this one.

Source of the semantics: OTP 25, ``rpc``: a node that is not there gives ``{:badrpc, :nodedown}``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.language.node import NODE
from simulator.elixir.library.language.spawning import spawn_module
from simulator.elixir.library.nodes.erpc import body_of, local_outcome
from simulator.elixir.runtime.running.bodies import Steps
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.world import current
from simulator.kernel import ANY
from simulator.terms import Atom, atom
from simulator.terms.lists import from_list

_BADRPC = Atom("badrpc")
_DOWN = (_BADRPC, Atom("nodedown"))


def _call(node: Any, args: tuple[Any, ...], timeout: Any) -> Any:
    if node is not NODE:
        return _DOWN
    found = yield from local_outcome(body_of(args), timeout)
    if found is None:
        return _BADRPC, Atom("timeout")
    kind, value, stack = found
    if kind is atom.error:
        return _BADRPC, (atom.EXIT, (value, stack))
    return (_BADRPC, (atom.EXIT, value)) if kind is atom.exit else value


def call(node: Any, module: Any, name: Any, args: Any) -> Any:
    """``:rpc.call/4`` and ``block_call/4``"""
    return _call(node, (module, name, args), atom.infinity)


def call_within(node: Any, module: Any, name: Any, args: Any, timeout: Any) -> Any:
    """``:rpc.call/5`` and ``block_call/5``"""
    return _call(node, (module, name, args), timeout)


def cast(node: Any, module: Any, name: Any, args: Any) -> Atom:
    """``:rpc.cast/4``"""
    if node is NODE:
        spawn_module(module, name, args)
    return Atom("true")


def multicall(module: Any, name: Any, args: Any) -> Any:
    """``:rpc.multicall/3``"""
    return _multicall(from_list([NODE]), (module, name, args), atom.infinity)


def multicall_of(*given: Any) -> Any:
    """``:rpc.multicall/4``: with the nodes before the call, or a limit of time behind it."""
    if given[0].__class__ is Atom:
        return _multicall(from_list([NODE]), given[:3], given[3])
    return _multicall(given[0], given[1:], atom.infinity)


def multicall_within(nodes: Any, module: Any, name: Any, args: Any, timeout: Any) -> Any:
    """``:rpc.multicall/5``"""
    return _multicall(nodes, (module, name, args), timeout)


def _multicall(nodes: Any, args: tuple[Any, ...], timeout: Any) -> Any:
    good, bad = [], []
    for node in to_list(nodes):
        if node is NODE:
            good.append((yield from _call(node, args, timeout)))
        else:
            bad.append(node)
    return from_list(good), from_list(bad)


def eval_everywhere(module: Any, name: Any, args: Any) -> Any:
    """``:rpc.eval_everywhere/3``"""
    spawn_module(module, name, args)
    return Atom("abcast")


def eval_everywhere_of(nodes: Any, module: Any, name: Any, args: Any) -> Any:
    """``:rpc.eval_everywhere/4``"""
    if NODE in to_list(nodes):
        spawn_module(module, name, args)
    return Atom("abcast")


def abcast(name: Any, message: Any) -> Any:
    """``:rpc.abcast/2``"""
    return abcast_of(from_list([NODE]), name, message)


def abcast_of(nodes: Any, name: Any, message: Any) -> Any:
    """``:rpc.abcast/3``"""
    proc = current()
    if NODE in to_list(nodes) and proc.whereis(name) is not None:
        proc.send(name, message)
    return Atom("abcast")


def async_call(node: Any, module: Any, name: Any, args: Any) -> Any:
    """``:rpc.async_call/4``: its key is the process that makes the call."""
    parent = current().pid

    def run() -> Steps:
        answer = yield from _call(node, (module, name, args), atom.infinity)
        current().send(parent, (current().pid, (Atom("promise_reply"), answer)))

    return current().spawn_opt(run(), label="rpc")


def yield_(key: Any) -> Any:
    """``:rpc.yield/1``"""
    return (yield current().receive((key, (Atom("promise_reply"), ANY))))[1][1]


FUNCTIONS = {
    "cast/4": cast, "eval_everywhere/3": eval_everywhere, "eval_everywhere/4": eval_everywhere_of, "abcast/2": abcast,
    "abcast/3": abcast_of, "async_call/4": async_call,
}  # fmt: skip
BLOCKING = {
    "call/4": call, "call/5": call_within, "block_call/4": call, "block_call/5": call_within, "yield/1": yield_,
    "multicall/3": multicall, "multicall/4": multicall_of, "multicall/5": multicall_within,
}  # fmt: skip
