"""Which processes a picture shows: the ``--only`` and ``--hide`` of every kind of picture."""

from __future__ import annotations

from collections.abc import Iterable

from simulator.terms.durations import nanoseconds
from simulator.terms.errors import SimulatorError
from simulator.trace.told import History


class NothingToDraw(SimulatorError, ValueError):
    """A picture was asked of a trace without any process."""


def select(history: History, only: Iterable[str] = (), hide: Iterable[str] = ()) -> tuple[int, ...]:
    """Return the pids to show, in order of first appearance.

    *only* and *hide* hold what :meth:`History.find` understands: names, functions with or without arity, pids,
    ids. Without *only* every process is there; *hide* is taken away from what *only* leaves.

    Raises :class:`simulator.trace.told.UnknownProcess` for a text that no process is called by, with the nearest
    one that there is, and :class:`NothingToDraw` for a history without processes.

    >>> from simulator.trace.records import Process
    >>> story = History(processes={n: Process(n, function=f) for n, f in [(100, "main/1"), (101, "job/1")]})
    >>> select(story), select(story, only=["job"]), select(story, hide=["job/1", "main"])
    ((100, 101), (101,), ())
    """
    if not history.processes:
        raise NothingToDraw("the trace has no events of any process: there is nothing to draw")
    wanted = _called(history, only) if (only := tuple(only)) else history.processes.keys()
    unwanted = _called(history, hide)
    return tuple(pid for pid in history.processes if pid in wanted and pid not in unwanted)


def _called(history: History, texts: Iterable[str]) -> set[int]:
    return {process.pid for text in texts for process in history.find(text)}


def instant(time: int | float | str | None) -> int | None:
    """Return a virtual time in nanoseconds, which is given in milliseconds or as ``"1.5s"``; None where none is given.

    >>> instant(5), instant("250us"), instant(None)
    (5000000, 250000, None)
    """
    return None if time is None else nanoseconds(time)
