"""A failing schedule in plain words: who is held before what, and what happens meanwhile."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from simulator.explore.directors import ByPoints, Counter, label_of
from simulator.explore.points import Labels
from simulator.explore.program import Outcome, Program
from simulator.explore.schedule import Hold, Schedule
from simulator.explore.trail import READS, Step
from simulator.terms.durations import duration_text

_TOLD: Final = 3


class Told(NamedTuple):
    """A failing run, told."""

    sentences: list[str]
    """One for each deviation."""
    objects: list[dict[str, Any]]
    """What the held processes and the others both touch: the name, who read it, who wrote it."""


def told(program: Program, schedule: Schedule) -> Told:
    """Run a schedule once more, look at what others do during each hold, and put it into words."""
    director = ByPoints(schedule.deviations, log=True)
    outcome = program.run(director, slack=schedule.slack)
    names = short_names(outcome.kernel.labels)
    sentences = []
    touched: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for deviation in schedule.deviations:
        found = [step for step, point in director.met if point == deviation.point]
        if not found or not isinstance(deviation, Hold):
            sentences.append(_renamed(deviation.told(), names) + ".")
            continue
        step = found[0]
        end = outcome.kernel.keeping.end_of(step.number)
        meanwhile = [each for each in director.steps if step.number < each.number <= end]
        later = [each for each in director.steps if each.number > end and each.process is step.process]
        sentences.append(_sentence(deviation, meanwhile, _concerning(step, later, meanwhile), outcome, names))
        for each in [step, *meanwhile, *later[:4]]:
            _touch(touched, each, outcome.kernel.labels, names)
    both: list[dict[str, Any]] = [
        {"object": thing, "read_by": [*read], "written_by": [*written]}
        for thing, (read, written) in touched.items()
        if written and len({**read, **written}) > 1
    ]
    return Told(sentences, both)


def _touch(
    touched: dict[str, tuple[dict[str, None], dict[str, None]]], step: Step, labels: Labels, names: dict[str, str]
) -> None:
    if step.thing is None:
        return
    thing = labels.thing(step.thing)
    kind = step.thing[0]
    shown = names.get(thing, thing)
    shown = shown if shown.startswith(f"{kind} ") else f"{kind} {shown}"
    read, written = touched.setdefault(shown, ({}, {}))
    who = label_of(labels, step.process)
    (read if step.operation in READS else written)[names.get(who, who)] = None


def _concerning(step: Step, later: Sequence[Step], meanwhile: Sequence[Step]) -> list[Step]:
    """Return what others did that concerns what the held process does: the same thing, or an end."""
    others = [each for each in meanwhile if each.process is not step.process]
    things = [each.thing for each in [step, *later[:4]] if each.thing is not None]
    here = [each for each in others if each.thing == step.thing]
    ends = [each for each in others if each.operation in ("die", "end") and ("process", each.process.pid) in things]
    return here or ends or [each for each in others if each.thing in things] or others


def _sentence(
    hold: Hold, meanwhile: Sequence[Step], some: Sequence[Step], outcome: Outcome, names: dict[str, str]
) -> str:
    labels = outcome.kernel.labels
    counter = Counter()
    happens = []
    for each in some:
        point = counter.point(label_of(labels, each.process), each.operation, labels.thing(each.thing))
        text = f"{point.process} {point._replace(nth=1).told()}"
        if text not in happens:
            happens.append(text)
    first = _renamed(hold.told(), names)
    if not happens:
        return f"{first}."
    shown = happens[:_TOLD]
    more = len({id(each) for each in meanwhile}) - len(shown)
    rest = f" ({more} more step{'s' if more != 1 else ''})" if more > 0 else ""
    return f"{first}; meanwhile {_renamed(', '.join(shown), names)}{rest}."


def _renamed(text: str, names: dict[str, str]) -> str:
    for label in sorted(names, key=len, reverse=True):
        text = text.replace(label, f"\0{names[label]}\0") if names[label] != label else text
    return text.replace("\0", "")


def short_names(labels: Labels) -> dict[str, str]:
    """Return, for each process by its stable name, the shortest one that no other has.

    >>> labels = Labels()
    >>> for number, parent, name in ((1, None, "main"), (2, 1, "A.init/1"), (3, 1, "B.init/1"), (4, 1, "B.init/1")):
    ...     labels.born(number, parent, name)
    >>> sorted(short_names(labels).values())
    ['A', 'B-1', 'B-2', 'main']
    """
    every = labels.all()
    found: dict[str, str] = {}
    for shorten in (_bare, _last, str):
        taken: dict[str, int] = {}
        for label in every:
            taken[shorten(label)] = taken.get(shorten(label), 0) + 1
        for label in every:
            if label not in found and taken[shorten(label)] == 1 and shorten(label) not in found.values():
                found[label] = shorten(label)
    return found


def _last(label: str) -> str:
    """Return the last part of a stable name, without what OTP calls the function that begins."""
    last = label.rpartition("/main")[2] if label == "main" else _parts(label)[-1]
    name, dash, number = last.rpartition("-")
    return f"{name.removesuffix('.init/1')}-{number}" if dash and number.isdigit() else last


def _bare(label: str) -> str:
    name, dash, number = _last(label).rpartition("-")
    return name if dash and number.isdigit() else _last(label)


def _parts(label: str) -> list[str]:
    """Return the parts of a stable name: functions with a slash and an arity of their own stay whole."""
    parts: list[str] = []
    for piece in label.split("/"):
        if parts and piece.partition("-")[0].isdigit():
            parts[-1] += f"/{piece}"
        else:
            parts.append(piece)
    return parts


def seconds_text(seconds: float) -> str:
    """Return seconds of the clock on the wall, as they are shown."""
    return f"{seconds:.2f} s" if seconds < 10 else f"{seconds:,.0f} s"


def lateness_needed(schedule: Schedule) -> str:
    """Return which lateness a schedule needs, in words."""
    late = max((hold.late for hold in schedule.holds), default=0)
    return f"needs timers or code {duration_text(late)} late" if late else "needs nothing late"
