"""System messages: what ``:sys`` and a stop ask of any server, and how a server that is suspended waits.

Source of the semantics: OTP 25's ``sys`` (``handle_system_msg``, ``suspend_loop``) and ``proc_lib:stop/3``.
"""

from __future__ import annotations

from collections.abc import Callable
from types import GeneratorType
from typing import Any, Final, Protocol

from simulator.kernel import ANY, Exit, Process, ScenarioError, Throw
from simulator.otp.server import gen
from simulator.otp.server.debug import COMMANDS, Watch
from simulator.otp.server.gen import DOWN, Server, Steps, whereis
from simulator.otp.server.start import EXIT
from simulator.otp.server.status import Told, told_status
from simulator.terms import Atom, Pid, atom
from simulator.terms.durations import nanoseconds

SYSTEM: Final = atom.system
SYS: Final = atom.sys
TERMINATE: Final = atom.terminate
GET_STATE: Final = atom.get_state
REPLACE_STATE: Final = atom.replace_state
SUSPEND: Final = atom.suspend
RESUME: Final = atom.resume
GET_STATUS: Final = atom.get_status
CHANGE_CODE: Final = atom.change_code
DEBUG: Final = atom.debug
NANOSECONDS: Final = 1_000_000
"""Nanoseconds in a millisecond."""


class Observed(Told, Protocol):
    """What a server offers to who looks at it from outside."""

    debug: Watch | None
    """Who watches its events, while somebody does."""

    def seen(self) -> Any:
        """Return the state, as ``:sys.get_state/1`` tells it."""

    def replace(self, state: Any) -> None:
        """Take another state in its place."""

    def change_code(self, version: Any, extra: Any) -> Steps:
        """Let the module's ``code_change`` change the state; return ``:ok``, or what it returned instead."""

    def told_to_end(self, reason: Any) -> Steps:
        """Terminate; it never returns."""


def handle_system(server: Observed, message: tuple[Any, ...]) -> Steps:
    """Do what a system message asks, and what others ask while the server is suspended; return when it runs again."""
    proc, parent = server.proc, server.parent
    ends = () if parent is None else ((EXIT, parent, ANY),)
    suspended = False
    while True:
        if message[0] is EXIT:
            yield from server.told_to_end(message[2])
        _, client, request = message
        answer: Any = atom.ok
        if request is SUSPEND or request is RESUME:
            suspended = request is SUSPEND
        elif request is GET_STATE:
            answer = server.seen()
        elif request is GET_STATUS:
            answer = yield from told_status(server, suspended)
        elif suspended and request.__class__ is tuple and len(request) == 4 and request[0] is CHANGE_CODE:
            answer = yield from _changed(server, request[2], request[3])
        elif request.__class__ is tuple and len(request) == 2 and request[0] is DEBUG:
            answer = yield from COMMANDS["debug"](server, request[1])
        elif request.__class__ is tuple and len(request) == 2 and request[0] is REPLACE_STATE:
            answer = yield from _replaced(server, request[1])
        elif request.__class__ is tuple and len(request) == 2 and request[0] is TERMINATE:
            gen.reply(proc, client, answer)
            yield from server.told_to_end(request[1])
        else:
            answer = (atom.error, (atom.unknown_system_msg, request))
        gen.reply(proc, client, answer)
        if not suspended:
            return
        message = yield proc.receive((SYSTEM, ANY, ANY), *ends)


def _replaced(server: Observed, function: Any) -> Steps:
    """Let a function make another state of the one that is there; return it, or why the function failed."""
    try:
        state = function(server.seen())
        if state.__class__ is GeneratorType:
            state = yield from state
        server.replace(state)
    except ScenarioError:
        raise
    except (Exception, Exit, Throw) as failure:
        what = _class_and_reason(server.proc, failure)
        return (atom.error, (atom.callback_failed, (server.kind, atom.system_replace_state), what))
    return state


def _changed(server: Observed, version: Any, extra: Any) -> Steps:
    """Let a server change its code; return ``:ok``, or ``{:error, reason}`` as Erlang's ``catch`` has the reason."""
    front = server.proc.front
    try:
        made = yield from server.change_code(version, extra)
    except Throw as thrown:
        made = thrown.value
    except ScenarioError:
        raise
    except (Exception, Exit) as failure:
        made = (atom.EXIT, front.reason(front.failure(failure)))
    return made if made is atom.ok else (atom.error, made)


def _class_and_reason(proc: Process, failure: BaseException) -> tuple[Atom, Any]:
    """Return what ``catch class:reason`` of Erlang binds."""
    failure = proc.front.failure(failure)
    if isinstance(failure, Exit):
        return (atom.exit, failure.reason)
    if isinstance(failure, Throw):
        return (atom.throw, failure.value)
    return (atom.error, proc.front.reason(failure)[0])


def stop_steps(proc: Process, pid: Pid, reason: Any, timeout: Any) -> Steps:
    """End a server with *reason* and wait until it has ended (``proc_lib:stop/3``); *timeout* is in milliseconds.

    It is asked to end, as ``:sys`` asks, and answers before it does so. Raises :class:`Exit`: ``:noproc``,
    ``:timeout``, the other reason with which the server ended, and
    ``{reason, {:sys, :terminate, [pid, reason, timeout]}}`` where it ended without an answer.
    """
    if pid is proc.pid:
        raise _unanswered(proc, pid, reason, timeout)(atom.calling_self)
    after = None if timeout is atom.infinity else nanoseconds(timeout)
    until = None if after is None else proc.now + after
    ref = proc.monitor(pid)
    try:
        yield proc.ask(pid, SYSTEM, (TERMINATE, reason), after, _unanswered(proc, pid, reason, timeout))
    except Exit:
        yield from gen.demonitor_steps(proc, ref)
        raise
    left = None if until is None else (until - proc.now) / NANOSECONDS
    answer = yield proc.receive_for("call", "stop", (DOWN, ref, ANY, ANY, ANY), after=left)
    if answer is None:
        yield from gen.demonitor_steps(proc, ref)
        raise Exit(atom.timeout)
    if answer[4] != reason:
        raise Exit(answer[4])
    return atom.ok


def _unanswered(proc: Process, pid: Pid, reason: Any, timeout: Any) -> Callable[[Any], Exit]:
    """Return what makes the exit of who asked a server to end and got no answer."""

    def gone(why: Any) -> Exit:
        if why is atom.timeout or why is atom.noproc:
            return Exit(why)
        return Exit((why, (SYS, TERMINATE, proc.front.listed([pid, reason, timeout]))))

    return gone


def stop_found(proc: Process, server: Server, reason: Any, timeout: Any) -> Steps:
    """Stop a server as Erlang's ``gen:stop/3`` does, which complains of nothing but the reason."""
    pid = yield from gen.found_by(whereis(proc, server))
    if pid is None:
        raise Exit(atom.noproc)
    return (yield from stop_steps(proc, pid, reason, timeout))
