"""Agent: a process that holds a state, which functions that are sent to it read and change.

What is sent is a plain function of the state, or a module, a function's name and more arguments
(``Agent.get(proc, agent, Stats, "above", [10])`` calls ``Stats.above(state, 10)``). It costs no time.
One that takes time in the agent, and keeps everybody else waiting, is a generator function, and takes
the agent's ``proc`` before the state::

    def slow_sum(proc, state):
        yield proc.work(200)
        return sum(state)

Source of the semantics: Elixir 1.14's ``Agent``, a GenServer.
"""

from __future__ import annotations

from types import GeneratorType
from typing import Any, Final

from simulator.kernel import NotAProcess, Process
from simulator.otp.server.functions import (
    blocks,
    found,
    given,
    initial_call,
    misfit,
    name_or_pid,
    no_clause,
    takes,
    undefined,
)
from simulator.otp.server.gen import Steps, call_steps, cast, module_name, told_then
from simulator.otp.server.gen_server import NOREPLY, OK, REPLY, STOP, GenServer
from simulator.otp.server.module import Module
from simulator.terms import Atom, atom, inspect

GET: Final = atom.get
UPDATE: Final = atom.update
GET_AND_UPDATE: Final = atom.get_and_update
_CALLS: Final = frozenset({GET, UPDATE, GET_AND_UPDATE})
_CASTS: Final = frozenset({atom.cast})


class Agent(Module):  # type: ignore[misc]
    """The functions of an agent's clients; each takes ``proc`` first.

    A module of one's own that wraps an agent is a subclass, as ``use Agent`` makes it: it gets a ``child_spec``.

    >>> from simulator import run
    >>> def main(proc):
    ...     _, counter = yield Agent.start_link(proc, lambda: 0)
    ...     yield Agent.update(proc, counter, lambda n: n + 1)
    ...     proc.puts((yield Agent.get(proc, counter, lambda n: n)))
    >>> run(main).output
    '1\\n'
    """

    __slots__ = ()

    @staticmethod
    def start_link(proc: Process, function: Any, *rest: Any, name: Any = None, timeout: Any = atom.infinity) -> Any:
        """Request an agent whose first state is what *function* returns: ``yield`` it (``Agent.start_link/2``, ``/4``).

        The answer is ``(:ok, pid)`` or ``(:error, reason)``; *name* and *timeout* are those of a GenServer.
        """
        sent = _checked("start_link", [function, []], function, rest, 0)
        return GenServer.start_link(proc, Agent.Server, sent, name=name, timeout=timeout)

    @staticmethod
    def start(proc: Process, function: Any, *rest: Any, name: Any = None, timeout: Any = atom.infinity) -> Any:
        """Request an agent without a link: ``yield`` it (``Agent.start/2``, ``/4``)."""
        sent = _checked("start", [function, []], function, rest, 0)
        return GenServer.start(proc, Agent.Server, sent, name=name, timeout=timeout)

    @staticmethod
    def get(proc: Process, agent: Any, function: Any, *rest: Any, timeout: Any = 5000) -> Any:
        """Request what *function* of the state returns: ``yield`` it (``Agent.get/3``, ``/5``).

        *timeout* is in milliseconds; ``atom.infinity`` waits for ever. Where there is no answer it exits with
        ``{reason, {GenServer, :call, [agent, {:get, function}, timeout]}}``, as the other requests do.
        """
        return _request(proc, agent, GET, function, rest, timeout)

    @staticmethod
    def update(proc: Process, agent: Any, function: Any, *rest: Any, timeout: Any = 5000) -> Any:
        """Request that what *function* of the state returns becomes the state: ``yield`` it.

        The answer is ``:ok`` (``Agent.update/3``, ``/5``).
        """
        return _request(proc, agent, UPDATE, function, rest, timeout)

    @staticmethod
    def get_and_update(proc: Process, agent: Any, function: Any, *rest: Any, timeout: Any = 5000) -> Any:
        """Request both at once: *function* of the state returns ``(answer, new state)``.

        ``yield`` it. Whatever else the function returns ends the agent with ``{:bad_return_value, value}``
        (``Agent.get_and_update/3``, ``/5``).

        >>> from simulator import run
        >>> def main(proc):
        ...     _, queue = yield Agent.start_link(proc, lambda: ["a", "b"])
        ...     proc.puts((yield Agent.get_and_update(proc, queue, lambda jobs: (jobs[0], jobs[1:]))))
        >>> run(main).output
        'a\\n'
        """
        return _request(proc, agent, GET_AND_UPDATE, function, rest, timeout)

    @staticmethod
    def cast(proc: Process, agent: Any, function: Any, *rest: Any) -> Any:
        """Send an update and return ``:ok`` at once, whatever becomes of it (``Agent.cast/2``, ``/4``)."""
        return cast(proc, agent, (atom.cast, _checked("cast", [agent, function], function, rest, 1)))

    @staticmethod
    def stop(proc: Process, agent: Any, reason: Any = atom.normal, timeout: Any = atom.infinity) -> Any:
        """Request that an agent ends with *reason*, and wait until it has: ``yield`` it (``Agent.stop/3``)."""
        return GenServer.stop(proc, agent, reason, timeout)

    @classmethod
    def child_spec(cls, arg: Any) -> dict[Atom, Any]:
        """Return how a supervisor starts this agent: ``start_link(proc, arg)``, always restarted."""
        return {atom.id: module_name(cls), atom.start: (cls, "start_link", [arg])}

    class Server(GenServer):
        """The server that an agent is; its requests are the functions that clients send."""

        def init(proc: Process, function: Any) -> Steps:
            """Make the first state."""
            work = function if function.__class__ is tuple else (function, [])
            proc.put(atom("$initial_call"), initial_call(work))
            state = _apply(proc, function, ())
            if state.__class__ is GeneratorType:
                state = yield from state
            return (OK, state)

        def code_change(proc: Process, version: Any, state: Any, extra: Any) -> Any:
            """Refuse it: what is sent with it is no function as clients send them."""
            proc.front.refuse(":sys.change_code of an agent")

        def handle_call(proc: Process, request: Any, client: Any, state: Any) -> Any:
            """Let a function read the state, change it, or both."""
            if not _is_request(request, _CALLS):
                return None
            kind, function = request
            result = _apply(proc, function, (state,))
            return (_later if result.__class__ is GeneratorType else _settled)(kind, result, state)

        def handle_cast(proc: Process, request: Any, state: Any) -> Any:
            """Let a function change the state, and tell nobody."""
            if not _is_request(request, _CASTS):
                return None
            kind, function = request
            result = _apply(proc, function, (state,))
            return (_later if result.__class__ is GeneratorType else _settled)(kind, result, state)

        def handle_info(proc: Process, message: Any, state: Any) -> Any:
            """Report a message that is none of a client's."""
            who = inspect(name_or_pid(proc))
            told = f"Agent.Server {who} received unexpected message in handle_info/2: {inspect(message)}\n"
            return told_then(proc.report(told, "no_handle_info", module=Atom("Elixir.Agent.Server"), message=message),
                             (NOREPLY, state))  # fmt: skip


def _is_request(request: Any, kinds: frozenset[Atom]) -> bool:
    """Return whether a request is one of this module's: others come of who calls an agent as a GenServer."""
    return request.__class__ is tuple and len(request) == 2 and request[0].__class__ is Atom and request[0] in kinds


def _request(proc: Process, agent: Any, kind: Atom, function: Any, rest: tuple[Any, ...], timeout: Any) -> Any:
    """Return the request that calls an agent; the timeout may come last, as in Elixir."""
    if len(rest) in (1, 3):
        *rest_, timeout = rest
        rest = tuple(rest_)
    sent = _checked(kind.name, [agent, function, timeout], function, rest, 1)
    return proc.perform(call_steps(proc, agent, (kind, sent), timeout), kind.name)


def _checked(client: str, arguments: list[Any], function: Any, rest: tuple[Any, ...], count: int) -> Any:
    """Return a function as it is sent, alone or as ``(module, name, args)``; it has to take *count* values."""
    work = given(function, rest)
    called, args = found(work)
    values = count + len(args)
    if blocks(called) and not takes(called, values + 1):
        code = called.__code__
        problem = f"{called.__name__} is a generator, so it takes the agent's proc first; a plain one takes the state"
        raise NotAProcess(problem, code.co_filename, code.co_firstlineno)
    if len(work) == 3:
        return work
    if rest or not takes(called, values + blocks(called)):
        failure = no_clause("Agent", client, arguments, getattr(Agent, client))
        failure.add_note(misfit(called, values, f"Agent.{client}"))
        raise failure
    return function


def _apply(proc: Process, function: Any, values: tuple[Any, ...]) -> Any:
    """Call a function that a client sent; return what it returns, or the generator of one that blocks."""
    if function.__class__ is tuple:
        called, args = found(function)
        values = (*values, *args)
        if not takes(called, len(values) + blocks(called)):
            raise undefined(function[0], function[1], list(values))
        function = called
    if blocks(function):
        return function(proc, *values)
    result = function(*values)
    code = getattr(function, "__code__", None)
    if result.__class__ is GeneratorType and code is not None:
        raise NotAProcess(
            f"{function.__name__} returned a generator to an agent: give the generator function itself, "
            "which takes the agent's proc and the state",
            code.co_filename,
            code.co_firstlineno,
        )
    return result


def _later(kind: Atom, steps: Steps, state: Any) -> Steps:
    """Let a function that blocks come to its end."""
    result = yield from steps
    return _settled(kind, result, state)


def _settled(kind: Atom, result: Any, state: Any) -> tuple[Any, ...]:
    """Return what the server does with what a client's function returned."""
    if kind is GET:
        return (REPLY, result, state)
    if kind is UPDATE:
        return (REPLY, OK, result)
    if kind is GET_AND_UPDATE:
        if result.__class__ is tuple and len(result) == 2:
            return (REPLY, *result)
        return (STOP, (atom.bad_return_value, result), state)
    return (NOREPLY, result)
