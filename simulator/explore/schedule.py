"""A schedule: how one run of a program differs from its ordinary one, as a small file that can be kept.

It holds the deviations only, each by the name of its point, so that it survives edits elsewhere in the program.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from simulator.explore.points import DELIVER, TIMED, Point
from simulator.terms.durations import duration_text
from simulator.terms.errors import SimulatorError

FORMAT: Final = "beam-simulator-schedule"
VERSION: Final = 1
DELIVERIES: Final = ("instant", "pairwise")


class ScheduleError(SimulatorError, ValueError):
    """A schedule that cannot be read, or that is of another program than the one that is run."""


class Hold(NamedTuple):
    """A process is kept back at a point until nobody else can go on, for *late* nanoseconds at most."""

    point: Point
    late: int = 0
    outruns: bool = False
    """Whether it goes on for a while before an exit signal ends it that has come meanwhile."""
    first: bool = False
    """Whether it goes on before those who were held before it; else the oldest is the first to go on."""

    def told(self) -> str:
        """Return it in plain words.

        >>> Hold(Point("main", "whereis", ":db", 1), 5_000_000).told()
        'main is held, for 5 ms at most, before it looks up the name :db'
        """
        after = "; it goes on before the exit signal that has come ends it" if self.outruns else ""
        after += "; it goes on before who was held earlier" if self.first else ""
        limit = f", for {duration_text(self.late)} at most," if self.late else ""
        if self.point.operation == DELIVER:
            sent = f"what {self.point.process} sends to {self.point.object} is on its way until nobody else can go on"
            return sent + after
        if self.point.operation in TIMED:
            what = "the `after` of its receive" if self.point.operation == "timeout" else self.point.told()
            return f"{self.point.process} is late: {what} comes{limit.rstrip(',') or ' after everything else'}{after}"
        return f"{self.point.process} is held{limit} before it {self.point.told()}{after}"


class Pick(NamedTuple):
    """Where the process of a point would go on, another one does."""

    point: Point
    other: str
    outruns: bool = False
    """As of a hold."""

    def told(self) -> str:
        """Return it in plain words.

        >>> Pick(Point("main", "send", "main/a-1", 1), "main/b-1").told()
        'main/b-1 goes on before main sends to main/a-1'
        """
        return f"{self.other} goes on before {self.point.process} {self.point.told()}"


Deviation = Hold | Pick


class Schedule(NamedTuple):
    """The deviations of one run, and the settings in which they are legal."""

    program: str
    """The name of the program's file."""
    deviations: tuple[Deviation, ...] = ()
    slack: int = 0
    """How late what waits for the clock may be, in nanoseconds."""
    delivery: str = "instant"
    failure: str = ""
    """What came of it when it was found."""

    @property
    def holds(self) -> list[Hold]:
        """The deviations that are holds."""
        return [each for each in self.deviations if isinstance(each, Hold)]

    def text(self) -> str:
        """Return it as JSON, a deviation a line.

        >>> print(Schedule("a.exs", (Hold(Point("main", "send", "main/b-1", 1)),)).text(), end="")
        {"format": "beam-simulator-schedule", "version": 1, "program": "a.exs", "slack_ns": 0, "delivery": "instant",
         "failure": "", "deviations": [
          {"hold": "main", "before": "send", "object": "main/b-1", "nth": 1}
         ]}
        """
        import json

        def shown(value: Any) -> str:
            return json.dumps(value, ensure_ascii=False)

        lines = ",\n  ".join(shown(_as_json(each)) for each in self.deviations)
        body = f"\n  {lines}\n " if lines else ""
        return (
            f'{{"format": {shown(FORMAT)}, "version": {VERSION}, "program": {shown(self.program)}, '
            f'"slack_ns": {self.slack}, "delivery": {shown(self.delivery)},\n'
            f' "failure": {shown(self.failure)}, "deviations": [{body}]}}\n'
        )

    def told(self) -> list[str]:
        """Return a line for each deviation."""
        return [each.told() for each in self.deviations]


def _as_json(each: Deviation) -> dict[str, Any]:
    process, operation, touched, nth = each.point
    more: dict[str, Any] = {"outruns": True} if each.outruns else {}
    if isinstance(each, Hold):
        if each.late:
            more["late_ns"] = each.late
        if each.first:
            more["first"] = True
        return {"hold": process, "before": operation, "object": touched, "nth": nth, **more}
    return {"pick": each.other, "instead": process, "before": operation, "object": touched, "nth": nth, **more}


def read_schedule(path: str) -> Schedule:
    """Return the schedule in a file. Raises :class:`ScheduleError` for what is none."""
    import json

    try:
        with open(path, encoding="utf-8") as file:
            found = json.load(file)
    except OSError as wrong:
        raise ScheduleError(f"{path}: {wrong.strerror}") from None
    except (ValueError, RecursionError):
        raise ScheduleError(f"{path}: not a schedule: it is not JSON") from None
    return parsed(found, path)


def parsed(found: Any, path: str = "schedule") -> Schedule:
    """Return the schedule that JSON stands for. Raises :class:`ScheduleError` for what is none."""
    if not isinstance(found, dict) or found.get("format") != FORMAT:
        raise ScheduleError(f'{path}: not a schedule: no "format": "{FORMAT}"')
    if found.get("version") != VERSION:
        raise ScheduleError(f"{path}: version {found.get('version')!r} of the format, and this reads version {VERSION}")
    slack, delivery = found.get("slack_ns", 0), found.get("delivery", "instant")
    listed = found.get("deviations")
    if not _whole(slack) or delivery not in DELIVERIES or not isinstance(listed, list):
        raise ScheduleError(f"{path}: not a schedule: slack_ns, delivery or deviations are not what they should be")
    deviations = tuple(_deviation(each, number, path) for number, each in enumerate(listed, 1))
    return Schedule(str(found.get("program", "")), deviations, slack, delivery, str(found.get("failure", "")))


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _deviation(each: Any, number: int, path: str) -> Deviation:
    if isinstance(each, dict):
        who = each.get("hold", each.get("instead"))
        texts = (who, each.get("before"), each.get("object"), each.get("pick", ""))
        nth, late = each.get("nth"), each.get("late_ns", 0)
        if all(isinstance(text, str) for text in texts) and _whole(nth) and nth and _whole(late):
            point, outruns = Point(str(who), each["before"], each["object"], nth), each.get("outruns") is True
            if "pick" in each:
                return Pick(point, each["pick"], outruns)
            return Hold(point, late, outruns, each.get("first") is True)
    raise ScheduleError(f"{path}: deviation {number} is none: it has a hold or a pick, before, object and nth")


def write_schedule(schedule: Schedule, path: str) -> None:
    """Write a schedule to a file. Raises ``OSError``."""
    folder = os.path.dirname(path)
    if folder:
        os.makedirs(folder, exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(schedule.text())


def same_program(schedule: Schedule, path: str) -> None:
    """Raise :class:`ScheduleError` if a schedule was found for a program of another name."""
    name = os.path.basename(path)
    if schedule.program and schedule.program != name:
        raise ScheduleError(f"the schedule is of {schedule.program}, not of {name}")


def unmet(missing: Sequence[str]) -> ScheduleError:
    """Return the error of a schedule whose points did not all come."""
    return ScheduleError("the schedule does not fit this program any more: " + "; ".join(missing))
