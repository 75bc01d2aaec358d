"""Two runs of one scenario side by side: which events are the same, and where they part.

Pids, references and times may differ between two runs though the same happens, so events are compared by
the stable id of their process, their kind and their texts, with pids in them replaced by those ids and
references left out. The n-th event of such a description in one run is paired with the n-th in the other.
Both runs are read once, side by side, and neither is kept: of what comes after their parting a digest is.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from itertools import chain, islice
from operator import attrgetter
from typing import Any, NamedTuple

from simulator.trace import events as ev

_PID = re.compile(r"#PID<0\.(\d+)\.0>")
_REFERENCE = re.compile(r"#Reference<[\d.]+>")
_POINTS_AT_PROCESS = frozenset({"to", "parent", "child", "replaces"})
_NOT_COMPARED = frozenset({
    "seq", "t", "pid", "cause", "ref", "monitor", "until", "at", "left", "line", "file", "among",
})  # fmt: skip
"""Positions, times and numbers of references: they may differ where the same happens."""
_BEFORE, _AFTER = 3, 5  # events told around the parting
_DIGEST = 16  # bytes: of 10^6 events no two that differ are taken for the same
_SHELVES = 256  # by the first byte of a digest, so that what is sorted out at once stays small


class Told(NamedTuple):
    """An event as it is compared."""

    event: ev.Event
    who: str
    """Stable id of its process; empty where there is none."""
    key: tuple[Any, ...]
    """What must be the same."""


class Comparison(NamedTuple):
    """How two runs relate."""

    in_both: int
    """How many events are the same in both."""
    parting: tuple[Told | None, Told | None] | None
    """The first two events that differ, in order; ``None`` for one of them where that run was over; ``None`` where
    the same happens in both in the same order."""
    timing: tuple[Told, Told] | None
    """The first pair before the parting that happens at different times; ``None`` for none."""
    only_first: int
    """How many events have no partner in the second run."""
    only_second: int
    """How many have none in the first."""
    before: tuple[Told, ...]
    """The last few events before the parting, as the first run has them."""
    after: tuple[tuple[Told, ...], tuple[Told, ...]]
    """The first few events from the parting on, of the first run and of the second."""

    @property
    def same(self) -> bool:
        """The same happens, in the same order, at the same times."""
        return self.parting is None and self.timing is None


def compare(first: Iterable[ev.Event], second: Iterable[ev.Event]) -> Comparison:
    """Return how the events of two runs relate.

    >>> from simulator.trace.events import Note, Spawn
    >>> one = [Spawn(seq=0, t=0, pid=100, id="main", function="main/0"), Note(seq=1, t=0, pid=100, text="left")]
    >>> two = [Spawn(seq=0, t=0, pid=100, id="main", function="main/0"), Note(seq=1, t=0, pid=100, text="right")]
    >>> compare(one, two).parting[1].event.text, compare(one, two).in_both
    ('right', 1)
    """
    ours, theirs = told(first), told(second)
    before: deque[Told] = deque(maxlen=_BEFORE)
    parting: tuple[Told | None, Told | None] | None = None
    timing: tuple[Told, Told] | None = None
    alike = 0
    while parting is None:
        here, there = next(ours, None), next(theirs, None)
        if here is None and there is None:
            return Comparison(alike, None, timing, 0, 0, (), ((), ()))
        if here is None or there is None or here.key != there.key:
            parting = here, there
        else:
            alike += 1
            before.append(here)
            if timing is None and here.event.t != there.event.t:
                timing = here, there
    rest = [chain([told_] if told_ else (), others) for told_, others in zip(parting, (ours, theirs), strict=True)]
    after = tuple(islice(rest[0], _AFTER)), tuple(islice(rest[1], _AFTER))
    one, two = [_Tally(chain(shown, others)) for shown, others in zip(after, rest, strict=True)]
    shared = one.shared(two)
    only_first, only_second = one.count - shared, two.count - shared
    return Comparison(alike + shared, parting, timing, only_first, only_second, tuple(before), after)


def pairs(first: Iterable[ev.Event], second: Iterable[ev.Event]) -> list[tuple[int, int]]:
    """Return the ``seq`` in the first and in the second run of events that are the same, in the order of the first.

    >>> from simulator.trace.events import Note
    >>> pairs([Note(seq=0, t=0, text="a"), Note(seq=1, t=0, text="b")], [Note(seq=0, t=0, text="b")])
    [(1, 0)]
    """
    partners: dict[tuple[Any, ...], deque[int]] = {}
    for there in told(second):
        partners.setdefault(there.key, deque()).append(there.event.seq)
    return [(here.event.seq, partners[here.key].popleft()) for here in told(first) if partners.get(here.key)]


def alignment(first: Iterable[ev.Event], second: Iterable[ev.Event]) -> dict[str, Any]:
    """Return which events of two runs are the same, and the first that are not; -1 for one that there is not.

    >>> from simulator.trace.events import Note
    >>> alignment([Note(seq=0, t=0, text="a")], [Note(seq=0, t=0, text="b")])
    {'pairs': [], 'divergence': [0, 0]}
    """
    parting = compare(first, second).parting
    where = None if parting is None else [-1 if each is None else each.event.seq for each in parting]
    return {"pairs": pairs(first, second), "divergence": where}


def told(events: Iterable[ev.Event]) -> Iterator[Told]:
    """Return the events of a run as they are compared."""
    ids: dict[int, str] = {}

    def named(found: re.Match[str]) -> str:
        return f"#PID<{ids.get(int(found[1]), found[1])}>"

    def plain(value: Any) -> Any:
        if value.__class__ is str:
            return _REFERENCE.sub("#Reference<>", _PID.sub(named, value)) if "#" in value else value
        return tuple(map(plain, value)) if value.__class__ is list else value

    readers: dict[type[ev.Event], tuple[str, Callable[[Any], Any], Callable[[Any], Any]]] = {}
    for event in events:
        cls = event.__class__
        if cls is ev.Spawn and event.pid is not None:
            ids[event.pid] = event.id  # type: ignore[attr-defined]
        if cls not in readers:
            compared = [name for name in cls.__struct_fields__ if name not in _NOT_COMPARED]
            pointers = [name for name in compared if name in _POINTS_AT_PROCESS]
            readers[cls] = cls.__name__, _reader(pointers), _reader([name for name in compared if name not in pointers])
        name, pointed, read = readers[cls]
        who = "" if event.pid is None else ids.get(event.pid, str(event.pid))
        yield Told(event, who, (name, who, *[ids.get(pid, pid) for pid in pointed(event)], *map(plain, read(event))))


def _reader(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """Return what reads the attributes of these names."""
    if len(names) > 1:
        return attrgetter(*names)
    return (lambda event: (getattr(event, names[0]),)) if names else lambda event: ()


class _Tally:
    """How often there is each of a series of events, which are not kept."""

    def __init__(self, events: Iterable[Told]) -> None:
        self.count = 0
        self._shelves = [bytearray() for _ in range(_SHELVES)]
        for told_ in events:
            digest = blake2b(repr(told_.key).encode("utf-8", "surrogatepass"), digest_size=_DIGEST).digest()
            self._shelves[digest[0]] += digest
            self.count += 1

    def shared(self, other: _Tally) -> int:
        """Return how many of these are in the other, too; of those that are there several times so many."""
        shelves = zip(self._shelves, other._shelves, strict=True)
        return sum((_counted(ours) & _counted(theirs)).total() for ours, theirs in shelves)


def _counted(shelf: bytearray) -> Counter[bytes]:
    return Counter(bytes(shelf[at : at + _DIGEST]) for at in range(0, len(shelf), _DIGEST))
