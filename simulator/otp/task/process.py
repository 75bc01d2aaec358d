"""The process that a task is: what it is told to do, what it answers, how its crash is reported.

Work is ``(function, args)``, or ``(module, name, args)``; the function takes the task's own ``proc`` first.
Source of the semantics: Elixir 1.14's ``Task.Supervised``, and the form in which its Logger reports.
"""

from __future__ import annotations

from types import FunctionType, GeneratorType
from typing import Any, Final

from simulator.kernel import ABSENT, ANY, BadArityError, Exit, Matcher, NotAProcess, Process, ScenarioError, Throw
from simulator.otp.server.crash import Crash
from simulator.otp.server.crash_report import crash_report
from simulator.otp.server.functions import found, given, initial_call, name_or_pid, no_clause, takes, undefined
from simulator.otp.server.gen import DOWN, Steps
from simulator.terms import Atom, Pid, atom, inspect

ANCESTORS: Final = Atom("$ancestors")
CALLERS: Final = Atom("$callers")
INITIAL_CALL: Final = Atom("$initial_call")
_TOLD_WITHIN: Final = 5000  # milliseconds that a supervised task waits to be told what to do


def work_of(client: Any, name: str, function: Any, rest: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return the work that was passed to a function of Task, *client*, that Elixir calls ``Task.name``.

    Raises :class:`~simulator.kernel.NotAProcess` for a generator, which comes of calling the function, and
    ``FunctionClauseError`` for what else is no function.
    """
    if not rest and function.__class__ is FunctionType:
        return (function, [])
    work = given(function, rest)
    called, _ = found(work)
    if isinstance(called, GeneratorType):
        code = called.gi_code
        problem = f"{inspect(called)} is no function that a task could run; give the function, without calling it"
        raise NotAProcess(problem, code.co_filename, code.co_firstlineno)
    if len(work) == 2 and not callable(called):
        raise no_clause("Task", name, [function], client)
    return work


def signature(work: tuple[Any, ...]) -> tuple[Any, Atom, int]:
    """Return a task's ``mfa``: that of a function is ``{:erlang, :apply, 2}``."""
    return initial_call(work) if len(work) == 3 else (atom.erlang, atom.apply, 2)


def ancestors(proc: Process, who: Any = None) -> list[Any]:
    """Return the ``$ancestors`` of what this process starts; *who* is what it is called, where that is known."""
    return [who or name_or_pid(proc), *proc.get(ANCESTORS, [])]


def callers(proc: Process) -> list[Pid]:
    """Return the ``$callers`` of a task that this process starts."""
    return [proc.pid, *proc.get(CALLERS, [])]


def silent(proc: Process, starter: Any, family: list[Any], called_by: list[Pid], work: tuple[Any, ...]) -> Steps:
    """Be a task that answers nobody."""
    proc.remember({ANCESTORS: family, INITIAL_CALL: initial_call(work), CALLERS: called_by})
    yield from _perform(proc, starter, work)


def answering(proc: Process, starter: Any, owner: Pid, family: list[Any], watch: bool) -> Steps:
    """Be a task that waits to be told what to do, does it, and answers; *watch* its owner until then."""

    def is_told(message: Any) -> bool:
        return message.__class__ is tuple and len(message) == 5 and message[0] == owner

    told: Any = ABSENT if watch else proc.take()
    if told is not ABSENT and is_told(told):  # in its first turn: nobody has seen it without a part of its dictionary
        proc.remember({ANCESTORS: family, INITIAL_CALL: initial_call(told[4]), CALLERS: told[3]})
    else:
        proc.put(ANCESTORS, family)
        if told is ABSENT:
            told = yield from _be_told(proc, owner, watch)
        else:
            told = yield proc.receive_fitting(Matcher(is_told, ()), back=told)
        proc.remember({INITIAL_CALL: initial_call(told[4]), CALLERS: told[3]})
    result = yield from _perform(proc, starter, told[4])
    proc.send(told[2], (told[1], result))


def _be_told(proc: Process, owner: Pid, watch: bool) -> Steps:
    """Wait to be told what to do."""
    ref = proc.monitor(owner) if watch else None
    down = ((DOWN, ref, ANY, ANY, ANY),) if watch else ()
    told = yield proc.receive((owner, ANY, ANY, ANY, ANY), *down, after=_TOLD_WITHIN if watch else None)
    if told is None:
        raise Exit(atom.timeout)
    if told[0] is DOWN:
        raise Exit((atom.shutdown, told[4]))
    if ref is not None:
        proc.demonitor(ref, flush=True)
    return told


def _perform(proc: Process, starter: Any, work: tuple[Any, ...]) -> Steps:
    """Do the work and return its result; where it fails, report that and exit for the same reason."""
    try:
        if len(work) == 2:
            called, args = work
        else:
            applied = _applied(work)
            called, args = found(applied)
            if len(applied) == 3 and not takes(called, 1 + len(args)):
                raise undefined(*applied)
        result = yield from _call(proc, called, args)
        return result
    except ScenarioError:
        raise
    except (Exception, Exit, Throw) as failure:
        crash = Crash(proc, failure)
    if not crash.quiet:
        running, args = _running(work)
        yield from proc.report(
            f"Task {proc.pid} started from {inspect(starter)} terminating\n{crash.told}\n"
            f"Function: {running}\n    Args: {inspect(args)}",
            "task", reason=crash.reason, words=crash.told, starter=starter, work=work,
        )  # fmt: skip
        yield from crash_report(proc, crash.reason, crash.raised)
    raise Exit(crash.reason)


def _applied(work: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return what ``{:erlang, :apply, [function, args]}``, the work of a stream, comes to."""
    return tuple(work[2]) if work[0] is atom.erlang else work


def _call(proc: Process, function: Any, args: list[Any]) -> Steps:
    """Call a task's function, and let it block if it is a generator or returns a request, as a lambda may."""
    try:
        result = function(proc, *args)
    except TypeError as wrong:
        if wrong.__traceback__ is not None and wrong.__traceback__.tb_next is None:
            raise BadArityError(function, tuple(args), str(wrong)) from None  # the call itself failed
        raise
    if result.__class__ is GeneratorType:
        result = yield from result
    elif result is proc:
        result = yield result
    return result


def _running(work: tuple[Any, ...]) -> tuple[str, list[Any]]:
    """Return the function and the arguments as a crash report shows them."""
    if len(work) == 2:
        return inspect(work[0]), work[1]
    module, name, args = work
    return f"&{inspect(module)}.{name.name}/{len(args)}", args
