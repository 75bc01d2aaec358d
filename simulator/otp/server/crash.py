"""How a behaviour comes to a bad end: the exit reason, and the report that Logger prints of it.

Source of the forms: OTP 25's ``gen_server:error_info`` as Elixir 1.14's Logger translates it.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from simulator.kernel import Exit, Process, error_headline
from simulator.terms import Atom, Pid, atom, inspect

Steps = Generator[Any, Any, Any]


class Crash:
    """What ended a callback: its exit reason, and how it is told."""

    __slots__ = ("failure", "reason", "told", "turns")

    def __init__(self, proc: Process, failure: BaseException, turns: int = 1) -> None:
        front = proc.front
        raised = failure.__traceback__ is not None
        self.failure = failure = front.failure(failure)
        self.reason = front.reason(failure)
        named = not isinstance(failure, Exit) and not isinstance(self.reason[0], (Atom, tuple))
        self.turns = 2 if raised and not named else turns
        """How many turns others get while the client is asked and the report is formatted: what was measured."""
        told, *frames = [*front.stopped(failure).split("\n"), *front.lines(failure)]
        if isinstance(failure, Exit):
            if frames and self.reason in (atom.badarg, atom.badarith):  # with a stack they stand for exceptions
                told = error_headline(self.reason, [])
            elif told.endswith("an exception was raised:"):  # that of another process, with its own stack
                told, *frames = (line[4:] if line.startswith("    ") else line for line in frames)
        else:
            place = getattr(failure, "place", None)
            frames = [*([place] if place else []), *frames]
        self.told = "\n".join([told, *frames])
        failure.__traceback__ = None

    @property
    def quiet(self) -> bool:
        """Whether this is an ordinary end, of which nothing is reported."""
        return isinstance(self.failure, Exit) and is_ordinary(self.reason)


def is_ordinary(reason: Any) -> bool:
    """Return whether an exit reason is one of those that OTP does not report.

    >>> is_ordinary(atom.normal), is_ordinary((atom.shutdown, 7)), is_ordinary(atom.killed)
    (True, True, False)
    """
    return (
        reason is atom.normal
        or reason is atom.shutdown
        or (isinstance(reason, tuple) and len(reason) == 2 and reason[0] is atom.shutdown)
    )


def report(proc: Process, crash: Crash, text: str, client: Pid | None) -> Steps:
    """Report a crash. A client is asked where it is, and others get turns until it is known, and told."""
    proc.report(text)
    if client is not None and client != proc.pid and proc.alive(client):
        yield proc.inquire(client, lambda: None, True)
        for _ in range(crash.turns - 1):
            yield proc.yield_()


def report_server(proc: Process, name: Any, crash: Crash, message: Any, state: Any, client: Any) -> Steps:
    """Report that a server ends for a bad reason: what ended it, its last message, its state, its client.

    Of a name in a registry, that of the registry is not told.
    """
    who = inspect(name[2] if isinstance(name, tuple) else name) if name is not None else str(proc.pid)
    lines = [f"GenServer {who} terminating", crash.told]
    if client is None:
        lines.append(f"Last message: {inspect(message)}")
    else:
        lines.append(f"Last message (from {client[0]}): {inspect(message)}")
    lines.append(f"State: {inspect(state)}")
    if client is not None:
        lines.append(f"Client {client[0]} is {'alive' if proc.alive(client[0]) else 'dead'}\n")
    yield from report(proc, crash, "\n".join(lines), None if client is None else client[0])
