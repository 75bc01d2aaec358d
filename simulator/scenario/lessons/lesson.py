"""A lesson's file: ``NAME.lesson.toml`` beside the scenario ``NAME.py``.

It has a walk through the run, questions about it, and tasks. Where something in the run is meant, its *place* is named:
``"Stock call 2"`` is the second ``call`` of the process called Stock (a name, a function, a label; quoted where it has
spaces), so that a place survives other settings. ``docs/lessons.md`` tells each field.
"""

from __future__ import annotations

import os
import re
import tomllib
from typing import Any, Final, Literal

import msgspec

from simulator.terms.errors import SimulatorError
from simulator.trace.events import kinds

ENDING: Final = ".lesson.toml"
_PLACE: Final = re.compile(r'(?P<quoted>"[^"]+"|\S+) (?P<kind>[a-z]+)(?: (?P<nth>[1-9]\d{0,5}))?\Z')

Set = dict[str, int | float | str | bool]


class LessonError(SimulatorError, ValueError):
    """A lesson's file that cannot be read; says which, and what is wrong where."""


class Place(msgspec.Struct, frozen=True):
    """An event of a run, without its number."""

    process: str
    """What its process is called."""
    kind: str
    """Which kind of event, as the trace names it."""
    nth: int
    """The how manieth of its kind and process, from 1."""


class Stop(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A stop of the guided walk."""

    at: str
    """The place of the event that it is about."""
    say: str
    """What is to be seen there."""


class Predict(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question before the run is seen; the run itself answers it."""

    ask: str
    """The question."""
    answer: str
    """What of the run answers it: ``output``; ``time PLACE``; ``reason PROCESS``; ``count KIND`` or ``count KIND of
    PROCESS``."""
    hint: str = ""
    """What helps who does not know."""


class Investigate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A question that ``simulator why`` answers."""

    ask: str
    """The question."""
    process: str
    """The process that it is about."""
    why: Literal["wait", "end", "value", "late", "not"]
    """Which of the questions of ``simulator why``."""
    at: str = ""
    """The place of the moment; empty for the end of the run."""


class Modify(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A setting to change, and a question about what comes of it, which a run answers."""

    ask: str
    """The question."""
    set: Set
    """The settings, as ``--set`` takes them."""
    answer: str = "output"
    """What of that run answers it, as for :class:`Predict`."""


class Check(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What must be true of the run of whoever solves a task."""

    output: list[str] | None = None
    """These lines are printed, and no others."""
    prints: list[str] = []
    """Each of these texts is printed somewhere."""
    processes: int = 0
    """So many processes take part, or more."""
    messages: int = 0
    """So many messages are received, or more."""
    uses: list[str] = []
    """Kinds of events that occur: ``monitor``, ``call``, ``timer`` ..."""
    avoids: list[str] = []
    """Kinds of events that do not occur: ``crash``, ``drop``, ``deadlock`` ..."""
    within: str | None = None
    """The run ends by this virtual time."""
    lasts: str | None = None
    """The run ends at this virtual time or later."""
    unread: bool = True
    """Messages may be left in mailboxes; ``false``: none may be."""


class Make(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A program to write, judged by its trace."""

    ask: str
    """The task."""
    check: Check
    """What must be true of its run."""
    hint: str = ""
    """What helps who is stuck."""


class Lesson(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in a lesson's file."""

    level: Literal[1, 2, 3]
    """1: first steps; 2: going on; 3: for those who know the rest."""
    minutes: int
    """How long it takes to walk through and answer."""
    before: list[str] = []
    """Names of the scenarios that one should know first."""
    walk: list[Stop] = []
    """The guided walk."""
    predict: list[Predict] = []
    """What to predict."""
    investigate: list[Investigate] = []
    """What to ask the run."""
    modify: list[Modify] = []
    """What to change."""
    make: list[Make] = []
    """What to write oneself."""


def beside(path: str) -> str:
    """Return where the lesson of a scenario's file would be.

    >>> beside("lessons/01_ping.py")
    'lessons/01_ping.lesson.toml'
    """
    return os.path.splitext(path)[0] + ENDING


def lesson_of(path: str) -> Lesson | None:
    """Return the lesson of a scenario's file; ``None`` where it has none; raises :class:`LessonError`."""
    file = beside(path)
    if not os.path.isfile(file):
        return None
    try:
        with open(file, "rb") as opened:
            lesson = msgspec.convert(tomllib.load(opened), Lesson)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as wrong:
        raise LessonError(f"{file}: {wrong}") from None
    except msgspec.ValidationError as wrong:
        raise LessonError(f"{file}: {wrong}") from None
    _check(lesson, file)
    return lesson


def _check(lesson: Lesson, file: str) -> None:
    """Raise :class:`LessonError` for a place that is none, or an answer that no run can give."""
    for number, stop in enumerate(lesson.walk, 1):
        _named(place, stop.at, f"{file}: stop {number}")
    forms = [*(each.answer for each in lesson.predict), *(each.answer for each in lesson.modify)]
    for number, answer in enumerate(forms, 1):
        _named(form, answer, f"{file}: question {number}")
    for asked in lesson.investigate:
        if asked.at:
            _named(place, asked.at, f"{file}: {asked.ask!r}")
    for task in lesson.make:
        unknown = [kind for kind in (*task.check.uses, *task.check.avoids) if kind not in kinds()]
        if unknown:
            raise LessonError(f"{file}: {task.ask!r}: no kind of event is called {unknown[0]!r}")


def _named(read: Any, text: str, where: str) -> None:
    try:
        read(text)
    except LessonError as wrong:
        raise LessonError(f"{where}: {wrong}") from None


def place(text: str) -> Place:
    """Return the place that a text names; raises :class:`LessonError`.

    >>> place("Stock call 2")
    Place(process='Stock', kind='call', nth=2)
    >>> place('"the client" exit')
    Place(process='the client', kind='exit', nth=1)
    """
    found = _PLACE.match(text)
    if found is None or found["kind"] not in kinds():
        raise LessonError(f"not a place: {text!r} (write PROCESS KIND or PROCESS KIND N, as in 'Stock call 2')")
    return Place(found["quoted"].strip('"'), found["kind"], int(found["nth"] or 1))


def form(text: str) -> tuple[str, Any]:
    """Return what of a run answers a question: its form, and what that is of; raises :class:`LessonError`.

    >>> form("count send of main"), form("output")
    (('count', ('send', 'main')), ('output', None))
    """
    what, _, rest = text.partition(" ")
    if text == "output":
        return "output", None
    if what == "time":
        return "time", place(rest)
    if what == "reason" and rest:
        return "reason", rest.strip('"')
    kind, _, process = rest.partition(" of ")
    if what == "count" and kind in kinds():
        return "count", (kind, process.strip('"'))
    raise LessonError(f"not an answer of a run: {text!r} (output, time PLACE, reason PROCESS, count KIND of PROCESS)")
