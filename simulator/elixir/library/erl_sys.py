"""Erlang's ``:sys``: a look at the state of a server from outside."""

from __future__ import annotations

from types import GeneratorType
from typing import Any

from simulator.elixir.library.servers import address
from simulator.elixir.runtime.world import current
from simulator.kernel import Exit
from simulator.otp import gen
from simulator.otp.gen_server import SYSTEM
from simulator.terms import Atom, atom


def _asked(server: Any, request: Any, timeout: Any) -> Any:
    """Request what a server answers to who looks at it from outside."""
    proc = current()
    pid = gen.whereis(proc, address(server))

    def gone(reason: Any) -> Exit:
        called = proc.front.listed([server, Atom("get_state"), timeout])
        return Exit((reason, (Atom("sys"), request[0], called)))

    if pid is None:
        raise gone(atom.noproc)
    after = None if timeout is atom.infinity else timeout * 1_000_000
    return proc.ask(pid, SYSTEM, request, after, gone)


def get_state(server: Any) -> Any:
    """``:sys.get_state/1``"""
    return (yield from get_state_within(server, 5000))


def get_state_within(server: Any, timeout: Any) -> Any:
    """``:sys.get_state/2``"""
    return (yield _asked(server, (Atom("get_state"),), timeout))


def replace_state(server: Any, function: Any) -> Any:
    """``:sys.replace_state/2``; its function runs in the server, and must not block."""

    def plain(state: Any) -> Any:
        answer = function(state)
        if answer.__class__ is GeneratorType:
            raise TypeError("the function of :sys.replace_state/2 waits")
        return answer

    return (yield _asked(server, (Atom("replace_state"), plain), 5000))




def terminate(server: Any, reason: Any) -> Any:
    """``:sys.terminate/2``"""
    from simulator.otp.gen_server import GenServer

    return (yield GenServer.stop(current(), address(server), reason))


def suspend(server: Any) -> Any:
    """``:sys.suspend/1``: the server takes nothing but what :sys sends, until it is resumed."""
    return (yield _asked(server, (Atom("suspend"),), 5000))


def resume(server: Any) -> Any:
    """``:sys.resume/1``"""
    return (yield _asked(server, (Atom("resume"),), 5000))


BLOCKING = {
    "suspend/1": suspend, "resume/1": resume,
    "get_state/1": get_state, "get_state/2": get_state_within, "replace_state/2": replace_state,
    "terminate/2": terminate,
}  # fmt: skip
