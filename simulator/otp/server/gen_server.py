"""GenServer: a process that holds a state, answers calls, takes casts and handles messages.

A server is a class whose functions are its callbacks, as an Elixir module's are; it is never
instantiated. Each callback takes ``proc``, the server's process, first::

    class Stack(GenServer):
        def init(proc, items):
            return (atom.ok, items)

        def handle_call(proc, request, client, items):
            match request:
                case atom.pop:
                    return (atom.reply, items[0], items[1:])

        def handle_cast(proc, request, items):
            match request:
                case (atom.push, item):
                    return (atom.noreply, [item, *items])

A callback that blocks is a generator (it yields what can block). One that returns nothing has no
clause for its arguments, as in Elixir: the server ends with ``:function_clause``.
Source of the semantics: OTP 25's ``gen_server``, Elixir 1.14's ``GenServer``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from types import GeneratorType
from typing import Any, Final

from simulator.kernel import ABSENT, Exit, Process, ScenarioError, Throw, isolated, stacktrace
from simulator.otp.server import gen
from simulator.otp.server.callbacks import NO_STATE, NOT_BEGUN, Raised, callback_name, record_callback, run_callback
from simulator.otp.server.crash import Crash, report_server
from simulator.otp.server.crash_report import crash_report
from simulator.otp.server.debug import IN, NO_EXTRAS, OUT, Extras, Watch
from simulator.otp.server.errors import FunctionClauseError, UndefinedFunctionError
from simulator.otp.server.gen import (
    CALL,
    CAST,
    GEN_SERVER,
    NORMAL,
    Server,
    Steps,
    found_by,
    module_name,
    told,
    told_then,
    whereis,
)
from simulator.otp.server.module import Module
from simulator.otp.server.start import (
    ANCESTORS,
    EXIT,
    acknowledge,
    fail,
    family,
    parent_of,
    register,
    start_steps,
    unregister,
)
from simulator.otp.server.status import told_of_crash
from simulator.otp.server.system import SYSTEM, handle_system, stop_steps
from simulator.terms import Atom, Pid, Reference, atom, inspect

OK: Final = atom.ok
REPLY: Final = atom.reply
NOREPLY: Final = atom.noreply
STOP: Final = atom.stop
CONTINUE: Final = atom("continue")
HIBERNATE: Final = atom.hibernate
TIMEOUT: Final = atom.timeout
IGNORE: Final = atom.ignore
_STATE_AT: Final = {
    (OK, 2): 1,
    (OK, 3): 1,
    (REPLY, 3): 2,
    (REPLY, 4): 2,
    (NOREPLY, 2): 1,
    (NOREPLY, 3): 1,
    (STOP, 3): 2,
    (STOP, 4): 3,
}
"""Where the state stands in what a callback returns."""


class GenServer(Module):  # type: ignore[misc]
    """The behaviour of a server; see this module's text for its shape."""

    @classmethod
    def start_link(
        cls, proc: Process, *args: Any, name: Any = None, timeout: Any = atom.infinity, extras: Extras | None = None
    ) -> Any:
        """Request a server that is linked to this process: ``yield`` it (``GenServer.start_link/3``).

        ``Stack.start_link(proc, arg)`` and ``GenServer.start_link(proc, Stack, arg)`` are the same. *name*
        registers it before ``init`` runs. The answer is ``(:ok, pid)``, ``:ignore`` or ``(:error, reason)``.
        *extras* is for front ends that debug servers, or let them hibernate.
        """
        return _start(cls, proc, args, True, name, timeout, extras)

    @classmethod
    def start(
        cls, proc: Process, *args: Any, name: Any = None, timeout: Any = atom.infinity, extras: Extras | None = None
    ) -> Any:
        """Request a server without a link: ``yield`` it (``GenServer.start/3``)."""
        return _start(cls, proc, args, False, name, timeout, extras)

    @classmethod
    def start_monitor(
        cls, proc: Process, *args: Any, name: Any = None, timeout: Any = atom.infinity, extras: Extras | None = None
    ) -> Any:
        """Request a server that is monitored from its start: ``yield`` it (``:gen_server.start_monitor/3``).

        The answer is ``(:ok, (pid, reference))``, ``:ignore`` or ``(:error, reason)``.
        """
        return _start(cls, proc, args, False, name, timeout, extras, True)

    @classmethod
    def child_spec(cls, arg: Any) -> dict[Atom, Any]:
        """Return how a supervisor starts this server: ``start_link(proc, arg)``, always restarted."""
        return {atom.id: module_name(cls), atom.start: (cls, "start_link", [arg])}

    call = staticmethod(gen.call)
    cast = staticmethod(gen.cast)
    reply = staticmethod(gen.reply)
    whereis = staticmethod(gen.whereis)

    @staticmethod
    def stop(proc: Process, server: Server, reason: Any = NORMAL, timeout: Any = atom.infinity) -> Any:
        """Request that a server ends with *reason*, and wait until it has: ``yield`` it (``GenServer.stop/3``).

        Exits if there is no such server, if it does not end in time or ends with another reason.
        """
        return proc.perform(_stop_steps(proc, server, reason, timeout), "stop")


def _start(
    module: Any,
    proc: Process,
    args: tuple[Any, ...],
    link: bool,
    name: Any,
    timeout: Any,
    extras: Extras | None,
    monitor: bool = False,
) -> Any:
    if module is GenServer:
        module, *rest = args
        args = tuple(rest)
    arg = isolated(args[0]) if args else []
    label = f"{inspect(module_name(module))}.init/1"
    given = (module, arg) if extras is None else (module, arg, extras)
    steps = start_steps(proc, label, serve, given, link, name, timeout, monitor)
    return proc.perform(steps, "start_link" if link else "start")


def _stop_steps(proc: Process, server: Server, reason: Any, timeout: Any) -> Steps:
    """Do what :meth:`GenServer.stop` requests."""
    pid = yield from found_by(whereis(proc, server))
    try:
        if pid is None:
            raise Exit(atom.noproc)
        if pid is proc.pid:
            raise Exit(atom.calling_self)
        return (yield from stop_steps(proc, pid, reason, timeout))
    except Exit as gone:
        complaint = (GEN_SERVER, STOP, proc.front.listed([told(server), reason, timeout]))
        raise Exit((gone.reason, complaint)) from None


# -- the server's own side --------------------------------------------------------------------


def serve(proc: Process, starter: Pid, name: Any, module: Any, arg: Any, extras: Extras = NO_EXTRAS) -> Steps:
    """Be a server: register, initialise, acknowledge, and handle messages until the end."""
    taken = yield from found_by(register(proc, name))
    if taken is not True:
        acknowledge(proc, starter, (atom.error, (atom.already_started, taken)))
        return
    proc.put(atom("$initial_call"), (module_name(module), atom.init, 1))
    proc.put(ANCESTORS, family(proc, starter))
    parent = parent_of(proc, starter)
    try:
        result = yield from _callback(proc, module, "init", (arg,), None)
    except Throw as thrown:
        result = thrown.value
    except ScenarioError:
        raise
    except (Exception, Exit) as failure:
        reason = Crash(proc, failure).reason
        yield from fail(proc, starter, name, reason)
    after: Any = None
    match result:
        case (atom.ok, state):
            pass
        case (atom.ok, state, after) if _is_wait(proc, after):
            pass
        case (atom.stop, reason):
            yield from fail(proc, starter, name, reason)
        case atom.ignore:
            yield from found_by(unregister(proc, name))
            acknowledge(proc, starter, IGNORE)
            return
        case _:
            yield from fail(proc, starter, name, (atom.bad_return_value, result))
    acknowledge(proc, starter, (OK, proc.pid))
    yield from _loop(proc, module, state, after, parent, name, extras)


def enter_loop(proc: Process, module: Any, state: Any, name: Any = None, after: Any = None) -> Steps:
    """Let a process that has begun otherwise be a server from now on (``gen_server:enter_loop/3``)."""
    older = proc.get(ANCESTORS, [])
    starter = older[0] if older else proc.pid
    parent = starter if starter.__class__ is Pid else whereis(proc, starter)
    yield from _loop(proc, module, state, after, parent, name)


_AT_ONCE: Final = 4_000
"""Messages that a server takes out of its mailbox before it gives way to others: the reductions of a turn."""


def _loop(
    proc: Process,
    module: Any,
    state: Any,
    after: Any,
    parent: Pid | None,
    name: Any,
    extras: Extras = NO_EXTRAS,
) -> Steps:
    """Take one message after the other."""
    server = _Server(proc, module, state, parent, name, extras.debug)
    receive = proc.receive
    # Where no states are recorded, a callback that returns at once what most do is all that a message costs.
    quick, recorded = extras.debug is None and not proc.recording_states, proc.recording
    call_name, cast_name, info_name = (
        callback_name(module, function) if recorded else ""
        for function in ("handle_call", "handle_cast", "handle_info")
    )
    handle_call, handle_cast, handle_info = (
        _defined(module, function) for function in ("handle_call", "handle_cast", "handle_info")
    )
    take, left, asked, idle = proc.take, _AT_ONCE, False, extras.hibernate_after
    prompt = idle is None
    while True:
        if after is None or after is atom.infinity:
            if asked:  # its client waits for the reply: seldom is anything else there
                message, asked = (yield receive()), False
            elif idle is not None:
                if (message := take()) is ABSENT and (message := (yield receive(after=idle))) is None:
                    after = HIBERNATE
                    continue
            elif (message := take()) is ABSENT:
                message, left = (yield receive()), _AT_ONCE
            else:
                left -= 1
                if not left:  # as the kernel does with who yields so often without waiting
                    left = _AT_ONCE
                    yield proc.give_way(_AT_ONCE)
        elif after.__class__ is tuple and after[0] is CONTINUE:
            if server.debug is not None:
                yield from server.debug.event(server, after)
            after = yield from server.handle("handle_continue", (after[1],), after)
            left -= 1
            if not left:
                left = _AT_ONCE
                yield proc.give_way(_AT_ONCE)
            continue
        elif after is HIBERNATE:
            yield proc.hibernate()
            message = yield receive()
        else:
            message = yield receive(after=after)
            if message is None:
                message = TIMEOUT
        begun: Any = NOT_BEGUN
        if not quick and server.debug is not None and not _is_for_loop(message, parent):
            yield from server.debug.event(server, (IN, message))
        if message.__class__ is tuple:
            size, tag = len(message), message[0] if message else None
            if tag is CALL and size == 3:
                if quick:
                    if recorded:
                        proc.record_own("callback", call_name, None)
                    try:
                        begun = handle_call(proc, message[2], message[1], server.state)
                    except (Exception, Exit, Throw) as failure:
                        begun = Raised(failure)
                    if begun.__class__ is tuple and len(begun) == 3 and begun[0] is REPLY:
                        server.state = begun[2]
                        ref = message[1][1]
                        if recorded:
                            proc.record_own("called", call_name, REPLY, None)
                            gen.reply(proc, message[1], begun[1])
                        elif ref.__class__ is Reference:
                            proc.send(ref if ref.aliased else message[1][0], (ref, begun[1]))
                        else:
                            gen.reply(proc, message[1], begun[1])
                        after, asked = None, prompt
                        continue
                after = yield from server.handle_call(message, begun)
                continue
            if tag is CAST and size == 2:
                if quick:
                    if recorded:
                        proc.record_own("callback", cast_name, None)
                    try:
                        begun = handle_cast(proc, message[1], server.state)
                    except (Exception, Exit, Throw) as failure:
                        begun = Raised(failure)
                    if begun.__class__ is tuple and len(begun) == 2 and begun[0] is NOREPLY:
                        server.state, after = begun[1], None
                        if recorded:
                            proc.record_own("called", cast_name, NOREPLY, None)
                        continue
                after = yield from server.handle("handle_cast", (message[1],), message, begun)
                continue
            if tag is EXIT and size == 3 and message[1] == parent:
                yield from server.terminate(Crash(proc, Exit(message[2])), message, None)
            if tag is SYSTEM and size == 3:
                yield from handle_system(server, message)
                quick = server.debug is None and not proc.recording_states
                continue  # with the same timeout, from the start
        if quick:
            if recorded:
                proc.record_own("callback", info_name, None)
            try:
                begun = handle_info(proc, message, server.state)
            except (Exception, Exit, Throw) as failure:
                begun = Raised(failure)
            if begun.__class__ is tuple and len(begun) == 2 and begun[0] is NOREPLY:
                server.state, after = begun[1], None
                if recorded:
                    proc.record_own("called", info_name, NOREPLY, None)
                continue
        after = yield from server.handle("handle_info", (message,), message, begun)


def _is_for_loop(message: Any, parent: Pid | None) -> bool:
    """Return whether a message is none that a callback is there for: the parent's end, and what ``:sys`` asks."""
    if message.__class__ is not tuple or len(message) != 3:
        return False
    return message[0] is SYSTEM or (message[0] is EXIT and message[1] == parent)


class _Server:
    """A server while it runs: its module, its state, and how it comes to its end."""

    __slots__ = ("debug", "module", "name", "parent", "proc", "state")
    kind = atom.gen_server

    def __init__(
        self, proc: Process, module: Any, state: Any, parent: Pid | None, name: Any, debug: Watch | None
    ) -> None:
        self.debug = debug
        self.proc = proc
        self.module = module
        self.state = state
        self.parent = parent
        self.name = name

    def seen(self) -> Any:
        """Return the state, as who looks from outside is told it."""
        return self.state

    def replace(self, state: Any) -> None:
        """Take another state."""
        self.state = state

    def status(self) -> dict[Atom, Any]:
        """Return what ``format_status/1`` is given."""
        return {atom.state: self.state, atom.log: [] if self.debug is None else self.debug.events()}

    def looks(self) -> list[Any]:
        """Return what ``format_status/2`` is given after the process dictionary."""
        return [self.state]

    def lines(self, status: dict[Atom, Any]) -> list[tuple[str, Any]]:
        """Return what is told of the server besides its state."""
        return [("Logged events", status[atom.log])]

    def shown(self, status: dict[Atom, Any], instead: Any) -> Any:
        """Return what is told as its state, or what is told *instead*."""
        return status[atom.state] if instead is None else instead

    def change_code(self, version: Any, extra: Any) -> Steps:
        """Let ``code_change`` change the state; return ``:ok``, or what it returned instead."""
        callback, args = _defined(self.module, "code_change"), (version, self.state, extra)
        try:
            result = yield from run_callback(self.proc, callback, args)
        except Throw as thrown:
            result = thrown.value
        if result is None:
            raise FunctionClauseError(module_name(self.module), "code_change", list(args), *_place(callback))
        if result.__class__ is tuple and len(result) == 2 and result[0] is OK:
            self.state = result[1]
            return OK
        return result

    def told_to_end(self, reason: Any) -> Steps:
        """End because a system message says so, or the parent does while the server is suspended."""
        return self.terminate(Crash(self.proc, Exit(reason)), [], None)

    def handle_call(self, message: tuple[Any, ...], begun: Any) -> Steps:
        """Handle a call, whose callback may have *begun*; return what the server waits with for its next message."""
        proc = self.proc
        _, client, request = message
        crash = None
        try:
            result = yield from _callback(proc, self.module, "handle_call", (request, client), self, begun)
        except Throw as ball:
            result = ball.value
        except ScenarioError:
            raise
        except (Exception, Exit) as failure:
            crash = Crash(proc, failure)
        if crash is not None:
            yield from self.terminate(crash, request, client)
        if result.__class__ is tuple and result:
            tag, size = result[0], len(result)
            if tag is REPLY and (size == 3 or (size == 4 and _is_wait(self.proc, result[3]))):
                gen.reply(proc, client, result[1])
                self.state = result[2]
                if self.debug is not None:
                    yield from self.debug.event(self, (OUT, result[1], client, self.state))
                return result[3] if size == 4 else None
            if tag is STOP and size == 4:
                self.state = result[3]
                yield from self.terminate(Crash(proc, Exit(result[1])), request, client, (result[2],))
        after = yield from self._settle(result, request, client)
        return after

    def handle(self, function: str, args: tuple[Any, ...], message: Any, begun: Any = NOT_BEGUN) -> Steps:
        """Handle a cast, a message or a continuation; return what the server waits with for its next message."""
        crash = None
        try:
            result = yield from _callback(self.proc, self.module, function, args, self, begun)
        except Throw as ball:
            result = ball.value
        except ScenarioError:
            raise
        except (Exception, Exit) as failure:
            crash = Crash(self.proc, failure)
        if crash is not None:
            yield from self.terminate(crash, message, None)
        after = yield from self._settle(result, message, None)
        return after

    def _settle(self, result: Any, message: Any, client: Any) -> Steps:
        """Do what a callback's return value asks for."""
        if result.__class__ is tuple and result:
            tag, size = result[0], len(result)
            if tag is NOREPLY and (size == 2 or (size == 3 and _is_wait(self.proc, result[2]))):
                self.state = result[1]
                if self.debug is not None:
                    yield from self.debug.event(self, (NOREPLY, self.state))
                return result[2] if size == 3 else None
            if tag is STOP and size == 3:
                self.state = result[2]
                yield from self.terminate(Crash(self.proc, Exit(result[1])), message, client)
        bad = Exit((atom.bad_return_value, result))
        yield from self.terminate(Crash(self.proc, bad), message, client)

    def terminate(self, crash: Crash, message: Any, client: Any, answer: tuple[Any, ...] = ()) -> Steps:
        """Call ``terminate``, report what has to be reported, give the *answer* if there is one, and end."""
        proc = self.proc
        quiet = crash.quiet
        if getattr(self.module, "terminate", None) is not None:
            try:
                yield from _callback(proc, self.module, "terminate", (crash.reason,), self)
            except Throw:
                pass  # what it throws is what it returns
            except ScenarioError:
                raise
            except (Exception, Exit) as failure:
                crash, quiet = Crash(proc, failure), False
        if not quiet:
            state, told = yield from told_of_crash(self, crash.reason, message)
            yield from report_server(proc, self.name, crash, told, state, client)
        for reply in answer:  # before the neighbours are asked
            gen.reply(proc, client, reply)
            if self.debug is not None:
                yield from self.debug.event(self, (OUT, reply, client, self.state))
        if not crash.quiet:
            yield from crash_report(proc, crash.reason, crash.raised)
        raise Exit(crash.reason)


def _defined(module: Any, function: str) -> Callable[..., Any]:
    """Return a callback of *module*, or what stands in for it."""
    callback = getattr(module, function, None) or getattr(_Defaults, function, None)
    return callback or _missing(module, function)


def _callback(
    proc: Process,
    module: Any,
    function: str,
    args: tuple[Any, ...],
    server: _Server | None,
    begun: Any = NOT_BEGUN,
) -> Steps:
    """Call a callback of *module*, let it block if it is a generator, and return what it returns.

    Where it was tried already, *begun* is what it returned or raised.
    """
    callback = _defined(module, function)
    if server is not None:
        args = (*args, server.state)
    if proc.recording:
        name = callback_name(module, function)
        given = None if server is None else lambda: server.state
        returned = None if function == "terminate" else _new_state
        result = yield from record_callback(proc, name, callback, args, given, returned, begun=begun)
    else:
        if begun.__class__ is Raised:
            raise begun.failure
        result = callback(proc, *args) if begun is NOT_BEGUN else begun
        if result.__class__ is GeneratorType:
            result = yield from result
    if result is None and function != "terminate":
        raise FunctionClauseError(module_name(module), function, list(args), *_place(callback))
    return result


def _is_wait(proc: Process, term: Any) -> bool:
    """Return whether a callback may end its return value with this: a timeout, ``:hibernate`` or a continuation."""
    if term.__class__ is int:
        return bool(term >= 0)
    if term is HIBERNATE or term is atom.infinity:
        return True
    if term.__class__ is tuple:
        return len(term) == 2 and term[0] is CONTINUE
    return proc.front.is_duration(term)


def _new_state(result: Any) -> Any:
    """Return the state that a callback's return value holds."""
    at = _STATE_AT.get((result[0], len(result))) if result.__class__ is tuple and result else None
    return NO_STATE if at is None else result[at]


def _missing(module: Any, function: str) -> Callable[..., Any]:
    """Return what is called in the place of a callback that is not there."""

    def undefined(proc: Process, *args: Any) -> Any:
        place = next(_place(known) for known in vars(module).values() if hasattr(known, "__code__"))
        raise UndefinedFunctionError(module_name(module), function, list(args), *place)

    return undefined


def _place(callback: Any) -> tuple[str, int]:
    """Return the file and the line of a callback."""
    code = callback.__code__
    return os.path.basename(code.co_filename), code.co_firstlineno


class _Defaults:
    """The callbacks of a server that does not define them, as ``use GenServer`` gives them."""

    def init(proc: Process, arg: Any) -> Any:  # type: ignore[misc]
        return (OK, arg)

    def handle_call(proc: Process, request: Any, client: Any, state: Any) -> Any:  # type: ignore[misc]
        raise RuntimeError(f"attempted to call GenServer {_self(proc)} but no handle_call/3 clause was provided")

    def handle_cast(proc: Process, request: Any, state: Any) -> Any:  # type: ignore[misc]
        raise RuntimeError(f"attempted to cast GenServer {_self(proc)} but no handle_cast/2 clause was provided")

    def code_change(proc: Process, version: Any, state: Any, extra: Any) -> Any:  # type: ignore[misc]
        return (OK, state)

    def handle_info(proc: Process, message: Any, state: Any) -> Any:  # type: ignore[misc]
        module = proc.get(atom("$initial_call"))[0]
        text = f"{inspect(module)} {_self(proc)} received unexpected message in handle_info/2: {inspect(message)}\n"
        return told_then(proc.report(text, "no_handle_info", module=module, message=message), (NOREPLY, state))


def _self(proc: Process) -> str:
    """Return how a server is called in a report: by its name if it has one."""
    name = proc.info(proc.pid, atom.registered_name)[1]
    return inspect(name) if name else str(proc.pid)


__all__ = ["GenServer", "serve", "stacktrace"]
