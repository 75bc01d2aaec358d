"""``simulator check``: whether a program does what a lesson's task asks for, by the trace of its run."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from simulator.cli.settings import find_scenario
from simulator.cli.status import FINE
from simulator.cli.traces import trace_of
from simulator.scenario.lessons.lesson import LessonError, Make, lesson_of
from simulator.scenario.lessons.tasks import Verdict, judge
from simulator.terms.visible import printable

NOT_SOLVED = 1


def check_command(options: argparse.Namespace) -> int:
    """Check as the command line says; return the exit status: 0 solved, 1 not yet, 2 for trouble."""
    task = _task(options.task)
    if options.file is None:
        sys.stdout.write(f"{task.ask}\n" + (f"hint: {task.hint}\n" if task.hint else ""))
        return FINE
    trace, status = trace_of(options, find_scenario(options.file))
    if trace is None:
        return status
    verdicts = judge(task.check, trace)
    sys.stdout.write(_as_json(task, verdicts) if options.json else _as_text(task, verdicts))
    return FINE if all(each.holds for each in verdicts) else NOT_SOLVED


def _task(text: str) -> Make:
    """Return the task ``NAME`` or ``NAME:2`` of a scenario's lesson; raises :class:`LessonError`."""
    name, _, number = text.partition(":")
    lesson = lesson_of(find_scenario(name))
    tasks = [] if lesson is None else lesson.make
    if not tasks:
        raise LessonError(f"{name} has no task")
    if number and (not number.isdecimal() or not 0 < int(number[:6]) <= len(tasks)):
        raise LessonError(f"{name} has tasks 1 to {len(tasks)}, not {number}")
    return tasks[int(number or 1) - 1]


def _as_text(task: Make, verdicts: list[Verdict]) -> str:
    lines = [printable(task.ask)]
    for holds, wanted, found in verdicts:
        here = f" (here: {found})" if found and not holds else ""
        lines.append(printable(f"  {'✓' if holds else '✗'} {wanted}{here}"))
    solved = all(each.holds for each in verdicts)
    return "\n".join([*lines, "Solved." if solved else "Not yet."]) + "\n"


def _as_json(task: Make, verdicts: list[Verdict]) -> str:
    told: dict[str, Any] = {"task": task.ask, "solved": all(each.holds for each in verdicts)}
    told["verdicts"] = [each._asdict() for each in verdicts]
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"
