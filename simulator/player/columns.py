"""A trace in columns of bytes, some thousand events at a time, every text once. Nothing of the trace is lost.

Events are taken as they come and are never held all at once. What a column holds is whole numbers from 0 on (a text is
its place among the texts); they are written as planes: the lowest byte of each, then the next byte of each, as many
planes as the largest needs. So most planes are all zeros, or nearly, which is what gzip is good at.
"""

from __future__ import annotations

import sys
import types
import typing
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from operator import attrgetter, sub
from typing import Any, Union

import msgspec

from simulator.trace.events import Event, kinds

LARGEST = 2**53 - 1
"""The largest whole number that JavaScript reads out of JSON as it stands."""

SLICE = 1 << 15
"""Events of a slice: 32,768 of them take about 10 MB while they are written, and less while they are read."""

SHARED = ("pid", "cause", "line", "file")
"""What every kind of event has, in the order in which its columns are written; its own fields come behind."""

ODD = 1
"""Stands for a number that no column can hold; 0 stands for what is absent, and a number is written as two more."""

_FIRST = 2
"""Stands for the number 0."""

_MOST = 2**64 - 3


def number(value: int) -> int | str:
    """Return a whole number as JavaScript can read it out of JSON.

    >>> number(7), number(2**53)
    (7, '9007199254740992')
    """
    return value if -LARGEST <= value <= LARGEST else str(value)


def planes(values: Sequence[int]) -> tuple[int, bytes]:
    """Return how many planes the largest of some numbers needs, and the planes, the lowest first.

    >>> planes([1, 258, 0])
    (2, b'\\x01\\x02\\x00\\x00\\x01\\x00')
    >>> planes([0, 0])
    (0, b'')
    """
    size = (max(values, default=0).bit_length() + 7) // 8
    if size == 0:
        return 0, b""
    wide = array("BBHIIQQQQ"[size], values)
    if sys.byteorder == "big":
        wide.byteswap()
    raw = wide.tobytes()
    return size, b"".join([raw[plane :: wide.itemsize] for plane in range(size)])


class Texts(dict[str | None, int]):
    """Every text once, by the order of first use; asked for an unknown one it learns it. No text has place 0."""

    def __init__(self) -> None:
        super().__init__({None: 0})
        self._fresh: list[str] = []

    def __missing__(self, text: str) -> int:
        place = self[text] = len(self)
        self._fresh.append(text)
        return place

    def fresh(self) -> list[bytes]:
        """Return the texts that were learnt since this was asked last, in the order of their places."""
        fresh, self._fresh = self._fresh, []
        return [text.encode() for text in fresh]


class Columns:
    """The events of a run as slices of columns; what is the same for all of them is known when the last is written.

    >>> from simulator.trace.events import Note, Spawn
    >>> made = Columns([Spawn(seq=0, t=0, pid=100, id="0", function="main/0"),
    ...                 Note(seq=1, t=5, pid=100, cause=0, line=3, text="half-way")])
    >>> slices = list(made)
    >>> [kind["name"] for kind in made.head()["kinds"]], made.head()["n"], len(slices)
    (['spawn', 'note'], 2, 1)
    """

    def __init__(self, events: Iterable[Event]) -> None:
        self._events = events
        self._texts = Texts()
        self._kinds: dict[type[Event], _Kind] = {}
        self._n = self._slices = self._text_bytes = self._now = 0
        self._odd_steps: list[list[int | str]] = []
        self.files: dict[str, None] = {}
        """The names of the files besides the scenario's own that events took place in, as they came."""

    def head(self) -> dict[str, Any]:
        """Return what is to be known before the slices are read, as JSON takes it."""
        return {
            "n": self._n,
            "slice": SLICE,
            "pid": max((kind.last_pid for kind in self._kinds.values()), default=0),
            "slices": self._slices,
            "texts": len(self._texts) - 1,
            "bytes": self._text_bytes,
            "latest": str(self._now),
            "odd": self._odd_steps,
            "kinds": [kind.head() for kind in self._kinds.values()],
        }

    def __iter__(self) -> Iterator[bytes]:
        events = iter(self._events)
        while some := list(islice(events, SLICE)):
            yield self._slice(some)
            self._slices += 1
            self._n += len(some)

    def _slice(self, events: list[Event]) -> bytes:
        """Return a slice: the length of what follows as JSON, that (planes and values of each column), the columns."""
        by_class: defaultdict[type[Event], list[Event]] = defaultdict(list)
        for event in events:
            by_class[event.__class__].append(event)
        for cls in by_class:
            if cls not in self._kinds:
                self._kinds[cls] = _Kind(cls, len(self._kinds))
        places = {cls: self._kinds[cls].place for cls in by_class}
        written = _Written()
        written.column([places[event.__class__] for event in events])
        written.column(self._steps(list(map(attrgetter("t"), events))))
        for cls, some in by_class.items():
            self.files.update(self._kinds[cls].write(some, self._texts, written))
        fresh = self._texts.fresh()
        written.column([len(text) for text in fresh])
        self._text_bytes += sum(map(len, fresh))
        counts = [[places[cls], len(some)] for cls, some in by_class.items()]
        about = msgspec.json.encode({"kinds": counts, "columns": written.columns})
        return len(about).to_bytes(4, "little") + about + b"".join(written.parts) + b"".join(fresh)

    def _steps(self, times: list[int]) -> list[int]:
        """Return what each time is later than the one before."""
        steps = list(map(sub, times, [self._now, *times[:-1]]))
        self._now = times[-1]
        if max(steps) <= _MOST:
            return steps
        self._odd_steps += [[self._n + at, str(step)] for at, step in enumerate(steps) if step > _MOST]
        return [min(step, _MOST) for step in steps]


class _Written:
    """Columns of a slice, one behind the other."""

    def __init__(self) -> None:
        self.columns: list[tuple[int, int]] = []
        self.parts: list[bytes] = []

    def column(self, values: Sequence[int]) -> int:
        """Add a column and return of how many planes it is."""
        size, raw = planes(values)
        self.columns.append((size, len(values)))
        self.parts.append(raw)
        return size


class _Kind:
    """One kind of event: which columns it has, and of how many planes each is where it is widest."""

    def __init__(self, cls: type[Event], place: int) -> None:
        self.place = place
        self._name = str(cls.__struct_config__.tag)
        self._forms = _FORMS[cls]
        self._sizes = dict.fromkeys([*SHARED, *self._forms], 0)
        self._longest = dict.fromkeys(self._forms, 0)
        self._odd: dict[str, list[list[int | str]]] = {}
        self._count = 0
        self.last_pid = 0
        """The largest number of a process that was written."""

    def head(self) -> dict[str, Any]:
        """Return its name, how many there are of it, and its columns."""
        fields = {
            name: {
                "form": form,
                "size": self._sizes[name],
                "values": self._longest[name],
                "odd": self._odd.get(name, []),
            }
            for name, form in self._forms.items()
        }
        return {
            "name": self._name,
            "count": self._count,
            "shared": {name: self._sizes[name] for name in SHARED},
            "fields": fields,
        }

    def write(self, events: list[Event], texts: Texts, into: _Written) -> dict[str, None]:
        """Write the columns of some events of this kind: the shared ones, then its own; a list's lengths before it.

        Returns the names of the files that they took place in.
        """
        seqs, pids, causes, lines, files = (list(map(attrgetter(name), events)) for name in ("seq", *SHARED))
        pids = [0 if pid is None else pid + 1 for pid in pids]
        self.last_pid = max(self.last_pid, max(pids) - 1)
        self._add("pid", pids, into)
        # How far before an event its cause is: 0 where it has none, or one that is not before it.
        back = [
            seq - cause if cause is not None and 0 <= cause < seq else 0
            for seq, cause in zip(seqs, causes, strict=True)
        ]
        self._add("cause", back, into)
        self._add("line", [line or 0 for line in lines], into)
        self._add("file", list(map(texts.__getitem__, files)), into)
        for name, form in self._forms.items():
            values = list(map(attrgetter(name), events))
            if form.endswith("s"):
                into.column(list(map(len, values)))
                values = list(chain.from_iterable(values))
            self._add(name, self._written(name, form, values, texts), into)
            self._longest[name] += len(values)
        self._count += len(events)
        return {name: None for name in dict.fromkeys(files) if name}

    def _add(self, name: str, values: Sequence[int], into: _Written) -> None:
        self._sizes[name] = max(self._sizes[name], into.column(values))

    def _written(self, name: str, form: str, values: Sequence[Any], texts: Texts) -> Sequence[int]:
        """Return values as the whole numbers that stand for them."""
        if form.startswith("text"):
            return list(map(texts.__getitem__, values))
        if form == "flag":
            return [1 if value else 0 for value in values]
        made = [0 if value is None else value + _FIRST for value in values]
        if made and (max(made) > _MOST or (min(made) < _FIRST and min(filter(None, values), default=0) < 0)):
            before = self._longest[name]
            odd = {
                at: value for at, value in enumerate(values) if value is not None and not 0 <= value <= _MOST - _FIRST
            }
            self._odd.setdefault(name, []).extend([before + at, str(value)] for at, value in odd.items())
            return [ODD if at in odd else value for at, value in enumerate(made)]
        return made


def _form(hint: Any) -> str:
    """Return how values of a type are written: as text, texts, number, numbers or flag."""
    if typing.get_origin(hint) in (Union, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    if typing.get_origin(hint) is list:
        return _form(typing.get_args(hint)[0]) + "s"
    return {bool: "flag", int: "number"}.get(hint, "text")


def _forms(cls: type[Event]) -> dict[str, str]:
    """Return, for each field that only this kind has, how it is written."""
    hints = typing.get_type_hints(cls)
    shared = frozenset(Event.__struct_fields__)
    return {name: _form(hints[name]) for name in cls.__struct_fields__ if name not in shared}


_FORMS = {cls: _forms(cls) for cls in kinds().values()}
