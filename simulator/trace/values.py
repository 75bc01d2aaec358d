"""What the kernel hands to a recorder, taken apart record by record (see :mod:`simulator.kernel.process.recording`)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

from simulator.terms.inspect import inspect, small
from simulator.terms.patterns import pattern_text
from simulator.terms.places import place_of
from simulator.terms.shown import Shown
from simulator.trace.events import Event, kinds

COMMON = 7
"""Values that each event has in full: kind, seq, t, pid, cause, code, instruction."""
BRIEF = {"sent": 10, "took": 6, "waits": 8, "asked": 14, "answered": 7, "responded": 11, "fired": 8}
"""How many values each record has that stands for what happens most: the method of its name makes its events."""
SHARED = frozenset(Event.__struct_fields__)
"""The names of the fields that all events have."""
TERMS = frozenset({"msg", "request", "reply", "reason", "returned"})
"""The fields that hold a term: what cannot change comes as it is, and is rendered only when it is read."""

Made = TypeVar("Made")


def rendered(term: Any) -> str:
    """Return a term as text; what the kernel had to render at once comes as text that says so."""
    return str(term) if term.__class__ is Shown else small(term) or inspect(term)


def fields_of(kind: str) -> tuple[str, ...]:
    """Return the names of the fields that events of a kind have of their own, in the order of the schema."""
    return tuple(name for name in kinds()[kind].__struct_fields__ if name not in SHARED)


def readied(kind: str, name: str) -> Callable[[Any], Any] | None:
    """Return what makes a field's value of what the kernel handed over; None where it is the same."""
    if name in TERMS and kind != "end":
        return rendered
    return {"patterns": _patterns, "args": _args}.get(name)


def _patterns(patterns: Any) -> list[str]:
    return [each if each.__class__ is str else pattern_text(each) for each in patterns]


def _args(args: Any) -> list[str]:
    return [rendered(each) for each in args]


class Values(Generic[Made]):
    """Takes recorded values apart; what is made of each record is said by who inherits this."""

    nowhere: Any
    """The place of an event that has none."""

    def __init__(self, scenario_file: str) -> None:
        self._own = scenario_file
        self._next = 0
        self._places: dict[tuple[int, int], Any] = {}  # by the identity of the code, which `place_of` keeps alive
        self.waits_at: dict[int, Any] = {}
        """Where each process last waited, which is where its receive is."""
        self._makers: dict[str, tuple[int, Callable[..., Made]]] = {
            name: (length, getattr(self, name)) for name, length in BRIEF.items()
        }

    def records(self, values: list[Any]) -> Iterator[Made]:
        """Yield what comes of each record in *values*."""
        position, end, makers = 0, len(values), self._makers
        while position < end:
            kind = values[position]
            known = makers.get(kind)
            if known is None:
                known = makers[kind] = COMMON + len(fields_of(kind)), self._maker(kind)
            length, make = known
            if kind == "end":  # an interrupt may have come between the taking of a number and its event
                yield make(self._next, *values[position + 2 : position + length])
            else:
                yield make(*values[position + 1 : position + length])
            self._next = values[position + 1] + 1
            position += length

    def _maker(self, kind: str) -> Callable[..., Made]:
        """Return what makes an event that comes in full."""
        make, at, waits_at = self.whole(kind), self.at, self.waits_at

        def made(seq: int, t: int, pid: Any, cause: Any, code: Any, instruction: int, *fields: Any) -> Made:
            return make(seq, t, pid, cause, at(code, instruction), *fields)

        def waits(seq: int, t: int, pid: Any, cause: Any, code: Any, instruction: int, *fields: Any) -> Made:
            place = waits_at[pid] = at(code, instruction)
            return make(seq, t, pid, cause, place, *fields)

        def ends(seq: int, t: int, pid: Any, cause: Any, code: Any, instruction: int, *fields: Any) -> Made:
            waits_at.pop(pid, None)
            return make(seq, t, pid, cause, at(code, instruction), *fields)

        return waits if kind == "wait" else ends if kind == "exit" else made

    def whole(self, kind: str) -> Callable[..., Made]:
        """Return what makes an event of this kind of ``seq, t, pid, cause, place`` and its own fields."""
        raise TypeError("what is made of records is not said here")

    def at(self, code: Any, instruction: int) -> Any:
        """Return the place of an instruction, in the form that events have it."""
        if code is None:
            return self.nowhere
        known = self._places.get((id(code), instruction))
        if known is None:
            file, line = place_of(code, instruction)
            known = self.placed(line, None if file == self._own else os.path.basename(file))
            self._places[id(code), instruction] = known
        return known

    def placed(self, line: int, file: str | None) -> Any:
        """Return a place in the form that events have it."""
        raise TypeError("how places look is not said here")
