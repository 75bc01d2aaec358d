"""How a state machine comes to a bad end, and what is told of it.

Source of the forms: OTP 25's ``gen_statem`` for the reasons. Elixir 1.14's Logger leaves the reports of
state machines out; a simulation that hides crashes would teach nothing, so they are issued in the
form that Elixir has given them since 1.17.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from simulator.kernel import ArgumentError, ErlangError, Exit
from simulator.otp.server.crash import Crash, Steps, ask_client, report
from simulator.otp.server.errors import FunctionClauseError, UndefinedFunctionError
from simulator.otp.server.gen import module_name
from simulator.terms import Atom, atom, inspect

if TYPE_CHECKING:
    from simulator.otp.state_machine.loop import Machine


class Fault(Exception):
    """What a callback asked for cannot be done: *what* is wrong with *term*."""

    def __init__(self, what: Atom, term: Any) -> None:
        super().__init__(what, term)
        self.reason = (what, term)


class BadReturn(ErlangError):
    """A callback returned what a state machine can do nothing with."""

    def __init__(self, reason: Any, module: Any, function: Callable[..., Any] | None) -> None:
        super().__init__(reason)
        self.frames: list[Any] = []
        if function is not None:
            name, (file, line) = module_name(module), place(function)
            where = [(atom.file, list(map(ord, file))), (atom.line, line)]
            arity = function.__code__.co_argcount - 1
            self.frames = [(name, Atom(function.__name__), arity, where)]
            self.place = f"    {file}:{line}: {inspect(name)}.{function.__name__}/{arity}"


def place(function: Callable[..., Any]) -> tuple[str, int]:
    """Return file and line of a callback."""
    code = function.__code__
    return os.path.basename(code.co_filename), code.co_firstlineno


def no_clause(module: Any, function: Callable[..., Any], args: tuple[Any, ...]) -> FunctionClauseError:
    """Return the error of a callback that returned nothing."""
    return FunctionClauseError(module_name(module), function.__name__, list(args), *place(function))


def missing(module: Any, name: str, args: tuple[Any, ...]) -> UndefinedFunctionError:
    """Return the error of a callback that is not there; its place is that of the machine's first callback."""
    given = [each for each in module.__dict__.values() if hasattr(each, "__code__")]
    where = place(given[0]) if given else ("", 0)
    return UndefinedFunctionError(module_name(module), name, list(args), *where)


def not_an_atom() -> ArgumentError:
    """Return the error of a state that is no atom, where each state has a function."""
    error = ArgumentError("errors were found at the given arguments:\n\n  * 2nd argument: not an atom\n")
    error.original = atom.badarg
    return error


def raised(crash: Crash) -> Any:
    """Return the reason of a crash as ``terminate`` is given it: without the stack."""
    return crash.reason if isinstance(crash.failure, Exit) else crash.reason[0]


def report_machine(machine: Machine, crash: Crash, queue: list[Any]) -> Steps:
    """Report that a machine ends for a bad reason; *queue* holds the event at hand and those behind it."""
    proc, name = machine.proc, machine.name
    if isinstance(name, tuple):
        name = name[2]
    client = queue[0][0][1][0] if queue and isinstance(queue[0][0], tuple) and queue[0][0][0] is atom.call else None
    enters = "true" if machine.enters else "false"
    alive = yield from ask_client(proc, client)
    terms = [inspect(term) for term in (queue, machine.postponed[::-1], (machine.state, machine.data))]
    lines = [
        f":gen_statem {proc.pid if name is None else inspect(name)} terminating",
        crash.told,
        *(f"{what}: {shown}" for what, shown in zip(("Queue", "Postponed", "State"), terms, strict=True)),
        f"Callback mode: {inspect(machine.mode)}, state_enter: {enters}",
    ]
    if client is not None:
        known = proc.info(client, atom.registered_name) if alive else None
        lines.append(f"Client {client} is dead" if known is None else f"Client {inspect(known[1] or client)} is alive")
    yield from report(
        proc, crash, "\n".join(lines), sum(map(len, terms)), alive, "gen_statem",
        name=name, queue=queue, postponed=machine.postponed[::-1], state=(machine.state, machine.data),
        mode=machine.mode, enters=machine.enters, client=None if client is None else (client, alive),
    )  # fmt: skip
