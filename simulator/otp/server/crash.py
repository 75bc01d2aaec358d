"""How a behaviour comes to a bad end: the exit reason, and the report that Logger prints of it.

Source of the forms: OTP 25's ``gen_server:error_info`` as Elixir 1.14's Logger translates it.
"""

from __future__ import annotations

from collections.abc import Generator
from typing import Any, Final

from simulator.kernel import Exit, Process, error_headline
from simulator.terms import Pid, atom, inspect

Steps = Generator[Any, Any, Any]


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
    def raised(self) -> bool:
        """Whether this is no exit: the reason has a stack, then."""
        return not isinstance(self.failure, Exit)

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


_REDUCTIONS: Final = 4_000
"""What a process may do in a turn."""
_ALWAYS, _OF_CLIENT, _A_FRAME, _A_LETTER = 1_100, 1_200, 206, 13
"""Reductions that were measured: of a report of nothing, of the client's stack, of a line of the stack, and those that
a letter of a printed term takes."""


def ask_client(proc: Process, client: Pid | None) -> Steps:
    """Ask a client where it is, as OTP does for the report; others get turns until it is known. Return if it lives."""
    if client is None or client._process is None:
        return False
    return client == proc.pid or (yield proc.inquire(client, lambda: True, True)) is True


def report(proc: Process, crash: Crash, text: str, terms: int, asked: bool, kind: str, **told: Any) -> Steps:
    """Report a crash, and give way as often as it takes to format it: its *terms*, letters, and whom it *asked*.

    *kind* and *told* are for :meth:`~simulator.kernel.Process.report`.
    """
    yield from proc.report(text, kind, reason=crash.reason, raised=crash.raised, words=crash.told, **told)
    banner, *frames = crash.told.split("\n")
    effort = _ALWAYS + asked * _OF_CLIENT + _A_LETTER * terms
    if isinstance(crash.failure, Exit):
        effort += _A_LETTER * len(banner)
    for frame in frames:
        effort += _A_FRAME + _A_LETTER * max(0, len(frame) - 100)
    for _ in range(effort // _REDUCTIONS):
        yield proc.yield_()


def report_server(proc: Process, name: Any, crash: Crash, message: Any, state: Any, client: Any) -> Steps:
    """Report that a server ends for a bad reason: what ended it, its last message, its state, its client.

    Of a name in a registry, that of the registry is not told.
    """
    alive = yield from ask_client(proc, None if client is None else client[0])
    who = inspect(name[2] if isinstance(name, tuple) else name) if name is not None else str(proc.pid)
    asked, shown = inspect(message), inspect(state)
    sender = "" if client is None else f" (from {client[0]})"
    lines = [f"GenServer {who} terminating", crash.told, f"Last message{sender}: {asked}", f"State: {shown}"]
    if client is not None:
        lines.append(f"Client {client[0]} is {'alive' if alive else 'dead'}\n")
    yield from report(
        proc, crash, "\n".join(lines), len(asked) + len(shown), alive, "gen_server",
        name=name, message=message, state=state, client=None if client is None else (client[0], alive),
    )  # fmt: skip
