"""Erlang's ``:sys``: a look at the state of a server from outside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.library.processes.debugging import command
from simulator.elixir.library.processes.servers import address, is_timeout, unasked
from simulator.elixir.runtime.bridge import from_python
from simulator.elixir.runtime.errors import erlang
from simulator.elixir.runtime.world import current
from simulator.kernel import Exit
from simulator.otp.server import gen
from simulator.otp.server.debug import COMMANDS
from simulator.otp.server.system import (
    CHANGE_CODE,
    DEBUG,
    GET_STATE,
    GET_STATUS,
    REPLACE_STATE,
    RESUME,
    SUSPEND,
    SYS,
    SYSTEM,
    TERMINATE,
)
from simulator.terms import Atom, atom

_TIMEOUT = 5000
COMMANDS["debug"] = command
_TOLD = (TERMINATE, CHANGE_CODE)
"""The requests that are told with what they ask for where there is no answer."""


def _asked(server: Any, request: Any, *timeout: Any) -> Any:
    """Ask a server what it answers to who looks at it from outside; steps."""
    proc = current()
    resolved = address(server)
    pid = yield from gen.found_by(gen.whereis(proc, resolved))
    name, *arguments = request if request.__class__ is tuple and request[0] in _TOLD else (request,)
    if name.__class__ is tuple and name[1].__class__ is tuple:
        name, *arguments = name[1]

    def gone(reason: Any) -> Exit:
        return Exit((reason, (SYS, name, proc.front.listed([server, *arguments, *timeout]))))

    if pid is None:
        raise gone(gen.absent(resolved))
    if pid is proc.pid:
        raise gone(atom.calling_self)
    (limit,) = timeout or (_TIMEOUT,)
    if not is_timeout(limit):
        raise unasked(pid, name, [server, *arguments, *timeout], request, limit)
    return (yield proc.ask(pid, SYSTEM, request, None if limit is atom.infinity else limit * 1_000_000, gone))


def _telling(request: Atom) -> dict[str, Callable[..., Any]]:
    """Return the two functions of ``:sys`` that make a request of one word."""
    return {
        f"{request.name}/1": lambda server: _asked(server, request),
        f"{request.name}/2": lambda server, timeout: _asked(server, request, timeout),
    }


def get_state(server: Any, *timeout: Any) -> Any:
    """``:sys.get_state/1``, ``/2``"""
    return _state((yield from _asked(server, GET_STATE, *timeout)))


def replace_state(server: Any, function: Any, *timeout: Any) -> Any:
    """``:sys.replace_state/2``, ``/3``; the function runs in the server."""
    return _state((yield from _asked(server, (REPLACE_STATE, function), *timeout)))


def _state(answer: Any) -> Any:
    """Return the state that was answered; an answer ``{:error, reason}`` is raised, as a state that looks so is."""
    if answer.__class__ is tuple and len(answer) == 2 and answer[0] is atom.error:
        raise erlang(answer[1])
    return from_python(answer)


def terminate(server: Any, reason: Any, *timeout: Any) -> Any:
    """``:sys.terminate/2``, ``/3``: it does not wait until the server has ended."""
    return (yield from _asked(server, (TERMINATE, reason), *timeout))


def change_code(server: Any, module: Any, version: Any, extra: Any, *timeout: Any) -> Any:
    """``:sys.change_code/4``, ``/5``: the module's ``code_change`` runs in the server, which has to be suspended."""
    return (yield from _asked(server, (CHANGE_CODE, module, version, extra), *timeout))


def _debugging(name: str) -> dict[str, Callable[..., Any]]:
    """Return the two functions of ``:sys`` that ask for debugging with an argument."""
    what = Atom(name)
    return {
        f"{name}/2": lambda server, given: _asked(server, (DEBUG, (what, given))),
        f"{name}/3": lambda server, given, timeout: _asked(server, (DEBUG, (what, given)), timeout),
    }


_NO_DEBUG = (DEBUG, Atom("no_debug"))

BLOCKING = {
    **_debugging("statistics"), **_debugging("log"), **_debugging("trace"), **_debugging("install"),
    **_debugging("remove"), "no_debug/1": lambda server: _asked(server, _NO_DEBUG),
    "no_debug/2": lambda server, timeout: _asked(server, _NO_DEBUG, timeout),
    **_telling(SUSPEND), **_telling(RESUME), **_telling(GET_STATUS), "change_code/4": change_code,
    "change_code/5": change_code, "get_state/1": get_state, "get_state/2": get_state,
    "replace_state/2": replace_state, "replace_state/3": replace_state, "terminate/2": terminate,
    "terminate/3": terminate,
}  # fmt: skip
