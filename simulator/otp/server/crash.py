"""How a behaviour comes to a bad end: the exit reason, and the report that Logger prints of it.

Source of the forms: OTP 25's ``gen_server:error_info`` as Elixir 1.14's Logger translates it.
"""

from __future__ import annotations

from typing import Any

from simulator.kernel import Exit, Process, error_headline
from simulator.terms import atom, inspect


class Crash:
    """What ended a callback: its exit reason, and how it is told."""

    __slots__ = ("failure", "reason", "told")

    def __init__(self, proc: Process, failure: BaseException) -> None:
        front = proc.front
        self.failure = failure = front.failure(failure)
        self.reason = front.reason(failure)
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


def report_server(proc: Process, name: Any, crash: Crash, message: Any, state: Any, client: Any) -> None:
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
    proc.report("\n".join(lines))
