"""A trace in columns: one list for each field, every text once. Nothing of the trace is lost.

JavaScript reads whole numbers up to 2^53 - 1 out of JSON; a larger one (a century has more nanoseconds)
is written as a text of digits, which no column of numbers holds otherwise.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable
from operator import attrgetter
from typing import Any, Union

import msgspec

from simulator.trace.events import Event, kinds

LARGEST = 2**53 - 1
"""The largest whole number that JavaScript reads out of JSON as it stands."""

_SHARED = frozenset(Event.__struct_fields__)


class Texts:
    """Every text once, by the order of first use."""

    def __init__(self) -> None:
        self._places: dict[str, int] = {}

    def places(self, texts: Iterable[str | None]) -> list[int | None]:
        """Return the place of each text; ``None`` where there is none."""
        known = self._places
        return [None if text is None else known.setdefault(text, len(known)) for text in texts]

    def all(self) -> list[str]:
        """Return them in the order of their places."""
        return list(self._places)


def columns(events: Iterable[Event]) -> dict[str, Any]:
    """Return the columns of a trace's events.

    >>> from simulator.trace.events import Note, Spawn
    >>> made = columns([Spawn(seq=0, t=0, pid=100, id="0", function="main/0"),
    ...                 Note(seq=1, t=5, pid=100, cause=0, line=3, text="half-way")])
    >>> made["t"], made["kind"], made["cause"], made["strings"][made["fields"]["note"]["text"]["values"][0]]
    ([0, 5], [0, 1], [0, 1], 'half-way')
    """
    everything = list(events)
    texts = Texts()
    by_class: dict[type[Event], list[Event]] = {}
    for event in everything:
        by_class.setdefault(type(event), []).append(event)
    places = {cls: place for place, cls in enumerate(by_class)}
    return {
        "n": len(everything),
        "kinds": [str(cls.__struct_config__.tag) for cls in by_class],
        "t": _steps(list(map(attrgetter("t"), everything))),
        "kind": [places[type(event)] for event in everything],
        "pid": [-1 if event.pid is None else event.pid for event in everything],
        "cause": [0 if event.cause is None else event.seq - event.cause for event in everything],
        "line": [event.line or 0 for event in everything],
        "file": [-1 if place is None else place for place in texts.places(event.file for event in everything)],
        "fields": {str(cls.__struct_config__.tag): _fields(cls, some, texts) for cls, some in by_class.items()},
        "strings": texts.all(),
    }


def number(value: int) -> int | str:
    """Return a whole number as JavaScript can read it.

    >>> number(7), number(2**53)
    (7, '9007199254740992')
    """
    return value if -LARGEST <= value <= LARGEST else str(value)


def _steps(times: list[int]) -> list[int | str]:
    """Return what each time is later than the one before."""
    return [number(after - before) for before, after in zip([0, *times], times, strict=False)]


def _fields(cls: type[Event], events: list[Event], texts: Texts) -> dict[str, Any]:
    """Return the columns of the fields that only this kind has; one in which all have its default is left out."""
    made: dict[str, Any] = {}
    for name, (form, required) in _FORMS[cls].items():
        values = list(map(attrgetter(name), events))
        if required or any(value is not None and value is not False and value != [] for value in values):
            made[name] = {"form": form, "values": _values(form, values, texts)}
    return made


def _values(form: str, values: list[Any], texts: Texts) -> list[Any]:
    if form == "text":
        return texts.places(values)
    if form == "texts":
        return [texts.places(value) for value in values]
    if form == "number":
        return [None if value is None else number(value) for value in values]
    return values


def _form(hint: Any) -> str:
    """Return how values of a type are written: as text, texts, number, numbers or flag."""
    if typing.get_origin(hint) in (Union, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    if typing.get_origin(hint) is list:
        return _form(typing.get_args(hint)[0]) + "s"
    return {bool: "flag", int: "number"}.get(hint, "text")


def _forms(cls: type[Event]) -> dict[str, tuple[str, bool]]:
    """Return, for each field that only this kind has, how it is written and whether every event has to give it."""
    hints = typing.get_type_hints(cls)
    own = [field for field in msgspec.structs.fields(cls) if field.name not in _SHARED]
    return {field.name: (_form(hints[field.name]), field.required) for field in own}


_FORMS = {cls: _forms(cls) for cls in kinds().values()}
