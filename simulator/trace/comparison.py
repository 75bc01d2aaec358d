"""Two runs of one scenario side by side: which events are the same, and where they part.

Pids, references and times may differ between two runs though the same happens, so events are compared by
the stable id of their process, their kind and their texts, with pids in them replaced by those ids and
references left out. The n-th event of such a description in one run is paired with the n-th in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from simulator.trace import events as ev

_PID = re.compile(r"#PID<0\.(\d+)\.0>")
_REFERENCE = re.compile(r"#Reference<[\d.]+>")
_POINTS_AT_PROCESS = frozenset({"to", "parent", "child", "replaces"})
_NOT_COMPARED = frozenset({
    "seq", "t", "pid", "cause", "ref", "monitor", "until", "at", "left", "line", "file", "among",
})  # fmt: skip
"""Positions, times and numbers of references: they may differ where the same happens."""
_ASIDE = ev.Tie  # who could have run besides is paired, but is no part of what happened


class Told(NamedTuple):
    """An event as it is compared."""

    event: ev.Event
    who: str
    """Stable id of its process; empty where there is none."""
    key: tuple[Any, ...]
    """What must be the same."""


class Comparison(NamedTuple):
    """How two runs relate."""

    pairs: list[tuple[int, int]]
    """``seq`` in the first and in the second run of events that are the same, in the order of the first."""
    parting: tuple[Told | None, Told | None] | None
    """The first two events that differ, in order; ``None`` for one of them where that run was over; ``None`` where
    the same happens in both in the same order."""
    timing: tuple[Told, Told] | None
    """The first pair before the parting that happens at different times; ``None`` for none."""
    only_first: int
    """How many events have no partner in the second run."""
    only_second: int
    """How many have none in the first."""

    @property
    def same(self) -> bool:
        """The same happens, in the same order, at the same times."""
        return self.parting is None and self.timing is None


def compare(first: Iterable[ev.Event], second: Iterable[ev.Event]) -> Comparison:
    """Return how the events of two runs relate.

    >>> from simulator.trace.events import Note, Spawn
    >>> one = [Spawn(seq=0, t=0, pid=100, id="main", function="main/0"), Note(seq=1, t=0, pid=100, text="left")]
    >>> two = [Spawn(seq=0, t=0, pid=100, id="main", function="main/0"), Note(seq=1, t=0, pid=100, text="right")]
    >>> compare(one, two).parting[1].event.text, compare(one, two).pairs
    ('right', [(0, 0)])
    """
    ours, theirs = list(told(first)), list(told(second))
    partners: dict[tuple[Any, ...], list[int]] = {}
    for there in reversed(theirs):
        partners.setdefault(there.key, []).append(there.event.seq)
    pairs = [(here.event.seq, partners[here.key].pop()) for here in ours if partners.get(here.key)]
    parting = _parting(ours, theirs)
    return Comparison(pairs, parting, _timing(ours, theirs, parting), len(ours) - len(pairs), len(theirs) - len(pairs))


def told(events: Iterable[ev.Event]) -> Iterator[Told]:
    """Return the events of a run as they are compared."""
    ids: dict[int, str] = {}

    def named(found: re.Match[str]) -> str:
        return f"#PID<{ids.get(int(found[1]), found[1])}>"

    def plain(name: str, value: Any) -> Any:
        if name in _POINTS_AT_PROCESS:
            return ids.get(value, value)
        if value.__class__ is str:
            return _REFERENCE.sub("#Reference<>", _PID.sub(named, value)) if "#" in value else value
        if value.__class__ is list:
            return tuple(plain("", part) for part in value)
        return value

    for event in events:
        if isinstance(event, ev.Spawn) and event.pid is not None:
            ids[event.pid] = event.id
        who = "" if event.pid is None else ids.get(event.pid, str(event.pid))
        fields = event.__struct_fields__
        values = [plain(name, getattr(event, name)) for name in fields if name not in _NOT_COMPARED]
        yield Told(event, who, (type(event).__name__, who, *values))


def _parting(ours: list[Told], theirs: list[Told]) -> tuple[Told | None, Told | None] | None:
    for here, there in zip(ours, theirs, strict=False):
        if here.key != there.key:
            return here, there
    shared = min(len(ours), len(theirs))
    if len(ours) == len(theirs):
        return None
    return (ours[shared], None) if len(ours) > shared else (None, theirs[shared])


def _timing(
    ours: list[Told], theirs: list[Told], parting: tuple[Told | None, Told | None] | None
) -> tuple[Told, Told] | None:
    for here, there in zip(ours, theirs, strict=False):
        if parting is not None and here is parting[0]:
            return None
        if here.event.t != there.event.t:
            return here, there
    return None
