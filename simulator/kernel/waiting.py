"""Who still waits for whom when nothing more can happen.

A process is *blocked* if it waits, without a limit, for particular others: for the reply to a call, for a task, or in
a receive each of whose patterns names a process (its pid, or the reference of a monitor of it). A server that
waits for any message is idle, and not blocked. Where those who are blocked wait for each other in a circle, that
is a *deadlock*. The main process is *stuck* if it waits for a message or an event that cannot come any more; one that
sleeps for ever has been told to.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from simulator.kernel.limits import at_line
from simulator.kernel.process.patterns import Ask, Matcher
from simulator.kernel.process.state import EVENT, EXITED, HIBERNATE, RECEIVE
from simulator.terms import Pid, Reference, inspect
from simulator.terms.durations import duration_text
from simulator.terms.patterns import When

_SHOWN: Final = 20  # processes for which there is a line
_WIDTH: Final = 80  # characters of a message
_MESSAGES: Final = 5  # messages of a mailbox that are told


class Blocked(NamedTuple):
    """A process that waits for others."""

    pid: Pid
    """Who waits."""
    on: str
    """In what: ``call``, as in the trace's ``wait``, or ``receive``."""
    awaits: tuple[Pid, ...]
    """For whom: any one of these would do."""
    seq: int
    """The trace's event of the wait; 0 without a recorder."""


def blocked(processes: Iterable[Any]) -> list[Blocked]:
    """Return those of *processes* that are blocked, in their order."""
    found = []
    for process in processes:
        if process._pending == RECEIVE and process._status != EXITED and process._deadline is None:
            awaits = tuple(dict.fromkeys(_awaited(process)))
            if awaits:
                on = getattr(process._patterns, "on", "receive")
                found.append(Blocked(process.pid, on, awaits, process._wait_seq))
    return found


def deadlocks(waiting: Iterable[Blocked]) -> list[tuple[Pid, ...]]:
    """Return the circles among those who are blocked: each waits for the next, the last for the first.

    Each process is in one circle at most, the shortest that it is in; a circle begins with its oldest process.

    >>> a, b, c = Pid(1), Pid(2), Pid(3)
    >>> deadlocks([Blocked(a, "call", (b,), 0), Blocked(b, "call", (a, c), 0), Blocked(c, "call", (a,), 0)])
    [(#PID<0.1.0>, #PID<0.2.0>)]
    """
    awaits = {each.pid: each.awaits for each in waiting}
    circles: list[tuple[Pid, ...]] = []
    taken: set[Pid] = set()
    for pid in sorted(awaits):
        circle = () if pid in taken else _circle(pid, awaits, taken)
        if circle:
            circles.append(circle)
            taken.update(circle)
    return circles


def is_stuck(process: Any) -> bool:
    """Return whether a process waits, without a limit, for something to come to it."""
    return process._status != EXITED and process._deadline is None and process._pending in (RECEIVE, EVENT, HIBERNATE)


def waiting_lines(processes: Iterable[Any]) -> list[str]:
    """Return a line for each process, twenty at most: who it is, where in its code, whom it waits for.

    Those that wait for others come first.
    """
    everybody = list(processes)
    known = {each.pid: each for each in blocked(everybody)}
    first = [process for process in everybody if process.pid in known]
    alive = first + [process for process in everybody if process.pid not in known]
    lines = [waiting_line(process, known.get(process.pid)) for process in alive[:_SHOWN]]
    return lines if len(lines) == len(everybody) else [*lines, f"and {len(everybody) - len(lines):,} more"]


def state_lines(processes: Iterable[Any]) -> list[str]:
    """Return a line for each process, as :func:`waiting_lines`, with its mailbox, five messages at most."""
    everybody = list(processes)
    known = {each.pid: each for each in blocked(everybody)}
    lines = [f"{waiting_line(each, known.get(each.pid))}{_until(each)}{_mailbox(each)}" for each in everybody[:_SHOWN]]
    return lines if len(lines) == len(everybody) else [*lines, f"and {len(everybody) - len(lines):,} more"]


def _until(process: Any) -> str:
    """Return until when a process waits, if it does not wait for ever."""
    if process._status == EXITED or process._pending != RECEIVE or process._deadline is None:
        return ""
    return f", until {duration_text(process._deadline)}"


def _mailbox(process: Any) -> str:
    """Return what lies in a mailbox."""
    box = list(process._mailbox or ())
    if not box:
        return ""
    more = f" and {len(box) - _MESSAGES:,} more" if len(box) > _MESSAGES else ""
    return f", mailbox: {', '.join(map(_short, box[:_MESSAGES]))}{more}"


def _short(message: Any) -> str:
    """Return a message on part of a line."""
    text = " ".join(inspect(message).split())
    return text if len(text) <= _WIDTH else f"{text[: _WIDTH - 1]}…"


def waiting_line(process: Any, found: Blocked | None) -> str:
    """Return who a process is, where in its code, and for whom it waits, if it is blocked."""
    line = f"{process.pid} ({_shown_name(process)}){at_line(process)}"
    if found is None:
        return line
    others = " or ".join(called(pid) for pid in found.awaits)
    return f"{line} waits {'in a call ' if found.on == 'call' else ''}for {others}"


def called(pid: Pid) -> str:
    """Return what a process is called in a report: its pid, and its name or function while it is alive."""
    process = pid._process
    return f"{pid}, which has ended" if process is None else f"{pid} ({_shown_name(process)})"


def _shown_name(process: Any) -> str:
    """Return the registered name of a process as Elixir prints it, or its function's label."""
    return str(process.function) if process._name is None else inspect(process._name)


def _circle(start: Pid, awaits: dict[Pid, tuple[Pid, ...]], taken: set[Pid]) -> tuple[Pid, ...]:
    """Return the shortest way from *start* back to it; nothing if there is none."""
    ways: deque[tuple[Pid, ...]] = deque([(start,)])
    seen: set[Pid] = set()
    while ways:
        way = ways.popleft()
        for pid in awaits.get(way[-1], ()):
            if pid == start:
                return way
            if pid not in seen and pid not in taken:
                seen.add(pid)
                ways.append((*way, pid))
    return ()


def _awaited(process: Any) -> Iterator[Pid]:
    """Yield those for whom a process waits in its receive; nobody if a message of anybody might do."""
    patterns = process._patterns
    if patterns.__class__ is Ask:
        yield patterns.pid
    elif patterns.__class__ is Matcher:
        yield from _named(process, patterns.needed)
    elif hasattr(patterns, "on"):
        yield from _named(process, (*patterns, *patterns.of))
    else:
        named = [list(_named(process, pattern)) for pattern in patterns]
        if all(named):
            for pids in named:
                yield from pids


def _named(process: Any, pattern: Any) -> Iterator[Pid]:
    """Yield the processes that a pattern names: by their pids, or by the monitors that *process* has of them."""
    if isinstance(pattern, Pid):
        if pattern != process.pid:
            yield pattern
    elif isinstance(pattern, Reference):
        monitor = process._relations and process._relations.monitors.get(pattern.number)
        if monitor and monitor[0] is not None:
            yield monitor[0]
    elif isinstance(pattern, When):
        yield from _named(process, pattern.pattern)
    elif isinstance(pattern, (tuple, list)):
        for part in pattern:
            yield from _named(process, part)
