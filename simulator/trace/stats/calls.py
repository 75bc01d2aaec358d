"""Calls while the pass over a trace goes on: which are open, and how those of each kind went."""

from __future__ import annotations

import re
from array import array
from typing import Final

from simulator.trace import events as ev
from simulator.trace.stats.histogram import bars
from simulator.trace.stats.records import CallFigures

NO_TAG: Final = "_"
_TAG = re.compile(r'\{?(:"(?:[^"\\]|\\.)*"|:[^\s,"{}\[\]]+|[A-Z][\w.]*|(?:true|false|nil)\b)(?=[,}]|$)')


def tag_of(request: str) -> str:
    """Return what tells a request from others to the same server: its atom, or the first of its tuple.

    >>> tag_of(":pop"), tag_of("{:push, 3}"), tag_of('{:"odd name", 1}'), tag_of("[1, 2]"), tag_of("{1, :a}")
    (':pop', ':push', ':"odd name"', '_', '_')
    """
    found = _TAG.match(request)
    return NO_TAG if found is None else found[1]


def percentile(ordered: list[int], percent: int) -> int:
    """Return the smallest of *ordered* that is not exceeded by *percent* of them (the nearest rank).

    >>> percentile([10, 20, 30, 40], 50), percentile([10, 20, 30, 40], 99)
    (20, 40)
    """
    return ordered[(percent * len(ordered) + 99) // 100 - 1]


class _Kind:
    """One kind of call: its figures, and the latency of each that had its reply."""

    __slots__ = ("figures", "latencies")

    def __init__(self, server: str, request: str) -> None:
        self.figures = CallFigures(server, request)
        self.latencies: array[int] | list[int] = array("q")

    def add(self, latency: int) -> None:
        """Keep a latency, in eight bytes if it is not over 292 years."""
        try:
            self.latencies.append(latency)
        except OverflowError:
            self.latencies = [*self.latencies, latency]

    def finish(self) -> CallFigures:
        """Return the figures."""
        figures, ordered = self.figures, sorted(self.latencies)
        if ordered:
            figures.mean_ns = sum(ordered) / len(ordered)
            figures.p50_ns, figures.p90_ns = percentile(ordered, 50), percentile(ordered, 90)
            figures.p95_ns, figures.p99_ns = percentile(ordered, 95), percentile(ordered, 99)
            figures.max_ns = ordered[-1]
            figures.histogram = bars(ordered)
        return figures


class _Open:
    """A call that has not come to its end."""

    __slots__ = ("caller", "kind", "replied", "start")

    def __init__(self, kind: _Kind, start: int, caller: int | None) -> None:
        self.kind = kind
        self.caller = caller
        self.start = start
        self.replied = False


class CallCounter:
    """Joins each call with its reply and its return, by their reference."""

    def __init__(self) -> None:
        self._kinds: dict[tuple[str, str], _Kind] = {}
        self._open: dict[int, _Open] = {}
        self._of: dict[int | None, dict[int, None]] = {}  # references of the open calls of a process
        self._given_up: dict[int, _Kind] = {}

    def call(self, event: ev.Call, server: str) -> None:
        """A process called *server*."""
        key = server, tag_of(event.request)
        kind = self._kinds.get(key)
        if kind is None:
            kind = self._kinds[key] = _Kind(*key)
        kind.figures.count += 1
        self._open[event.ref] = _Open(kind, event.t, event.pid)
        self._of.setdefault(event.pid, {})[event.ref] = None

    def reply(self, ref: int) -> None:
        """A server replied."""
        if ref in self._open:
            self._open[ref].replied = True
        elif ref in self._given_up:
            self._given_up.pop(ref).figures.late_replies += 1

    def returned(self, event: ev.Return) -> None:
        """A call came to its end."""
        call = self._open.pop(event.ref, None)
        if call is None:
            return
        mine = self._of.get(call.caller, {})
        mine.pop(event.ref, None)
        if not mine:
            self._of.pop(call.caller, None)
        figures = call.kind.figures
        if event.how == "replied":
            figures.replied += 1
            call.kind.add(event.t - call.start)
        elif event.how == "down":
            figures.down += 1
        else:
            figures.timeouts += 1
            if call.replied:
                figures.late_replies += 1  # it was still on its way
            else:
                self._given_up[event.ref] = call.kind

    def forget(self, pid: int) -> None:
        """A process ended, and gave up its open calls without a word."""
        for ref in self._of.pop(pid, ()):
            call = self._open.pop(ref, None)
            if call is not None:
                call.kind.figures.unanswered += 1

    def finish(self) -> list[CallFigures]:
        """Return the figures of all kinds, by first appearance."""
        for pid in list(self._of):
            if pid is not None:
                self.forget(pid)
        return [kind.finish() for kind in self._kinds.values()]
