"""What a lesson says of a run: where its stops are, and what the run answers to its questions."""

from __future__ import annotations

import os
from typing import Any

from simulator.scenario.lessons.lesson import Lesson, LessonError, Modify, Place, Predict, form, place
from simulator.scenario.load import load
from simulator.scenario.run import start
from simulator.terms.durations import duration_text
from simulator.trace.told import UnknownProcess
from simulator.trace.why.asking import ask
from simulator.trace.why.known import Known

TURNS = 20_000
"""Turns after which the run of a variant is stopped: a lesson asks about small ones."""


MOST_VARIANTS = 4
"""Runs with other settings that a page holds beside its own."""

LARGEST_VARIANT = 10_000
"""Events of a run, the scenario's own or one with other settings, up to which these are in a page."""


def changes(lesson: Lesson, path: str, settings: dict[str, Any]) -> dict[str, Any]:
    """Return the trace of a run for each change that a lesson asks about, by its settings as ``--set`` takes them.

    *path* is the scenario's, which is run with *settings* and those of the question. Raises :class:`LessonError`
    where it cannot be run so.
    """
    return {words: _changed(asked, path, settings) for asked in lesson.modify for words in [_words(asked)]}


def shipped(changed: dict[str, Any], trace: Any) -> dict[str, Any]:
    """Return those of the changed runs that a page holds beside *trace*: the first small ones.

    >>> list(shipped({"clients=2": [1, 2], "clients=5000": range(100_000)}, [1]))
    ['clients=2']
    """
    small = [(words, other) for words, other in changed.items() if len(other) <= LARGEST_VARIANT >= len(trace)]
    return dict(small[:MOST_VARIANTS])


def told(lesson: Lesson, trace: Any, path: str, changed: dict[str, Any]) -> dict[str, Any]:
    """Return what a page needs of a lesson, as JSON takes it: stops by event, questions with what the run answers.

    What is not in this run (it has other settings) is left out. *path* is the scenario's, *changed* what
    :func:`changes` gives for it.
    """
    run = Known(trace)
    held = list(shipped(changed, trace))
    return {
        "level": lesson.level,
        "minutes": lesson.minutes,
        "before": lesson.before,
        "walk": [{"at": at, "say": stop.say} for stop in lesson.walk if (at := event(run, place(stop.at))) is not None],
        "predict": [each for asked in lesson.predict if (each := _predict(run, asked)) is not None],
        "investigate": [
            each
            for asked in lesson.investigate
            if (each := _investigate(run, asked.ask, asked.process, asked.why, asked.at)) is not None
        ],
        "modify": [each for asked in lesson.modify if (each := _modify(asked, changed, held)) is not None],
        "make": [{"ask": task.ask, "hint": task.hint} for task in lesson.make],
        "name": os.path.splitext(os.path.basename(path))[0].lstrip("0123456789_"),
    }


def event(run: Known, where: Place) -> int | None:
    """Return the ``seq`` of the event at a place; ``None`` where this run has none."""
    try:
        pids = {process.pid for process in run.history.find(where.process)}
    except UnknownProcess:
        return None
    nth = 0
    for each in run.events:
        if each.pid in pids and each.__struct_config__.tag == where.kind:
            nth += 1
            if nth == where.nth:
                seq: int = each.seq
                return seq
    return None


def answer(run: Known, text: str) -> str | None:
    """Return what a run answers to a question of this form; ``None`` where it has nothing to say.

    >>> from simulator.trace.events import Exit, Spawn
    >>> run = Known([Spawn(seq=0, t=0, pid=100, id="main", function="main/0"),
    ...              Exit(seq=1, t=5_000_000, pid=100, cause=0, reason=":normal", how="returned")])
    >>> answer(run, "time main exit"), answer(run, "count exit"), answer(run, "reason main")
    ('5 ms', '1', ':normal')
    """
    what, of = form(text)
    if what == "output":
        return "".join(each.text for each in run.events if each.__struct_config__.tag == "output").rstrip()
    if what == "time":
        seq = event(run, of)
        return None if seq is None else duration_text(run.events[seq].t)
    if what == "reason":
        seq = event(run, Place(of, "exit", 1))
        return None if seq is None else str(run.events[seq].reason)
    kind, process = of
    try:
        pids = {each.pid for each in run.history.find(process)} if process else None
    except UnknownProcess:
        return None
    return str(sum(each.__struct_config__.tag == kind and (pids is None or each.pid in pids) for each in run.events))


def _predict(run: Known, asked: Predict) -> dict[str, Any] | None:
    found = answer(run, asked.answer)
    if found is None:
        return None
    return {"ask": asked.ask, "hint": asked.hint, "form": form(asked.answer)[0], "answer": found}


def _investigate(run: Known, question: str, process: str, why: Any, at: str) -> dict[str, Any] | None:
    seq = event(run, place(at)) if at else len(run.events) - 1
    try:
        found = run.history.find(process)
    except UnknownProcess:
        return None
    if seq is None:
        return None
    for each in found:
        for said in ask(run, each.pid, run.event(seq), (why,)):
            because = [[b.kind, b.pid, b.text, b.events] for b in said.because]
            return {"ask": question, "why": why, "at": seq, "pid": each.pid, "because": because}
    return None


def _changed(asked: Modify, path: str, settings: dict[str, Any]) -> Any:
    changed = load(path, {**settings, **{key: _text(value) for key, value in asked.set.items()}})
    changed.config.limit = min(changed.config.limit, TURNS)
    result = start(changed, trace=True)
    if result.trace is None or result.error is not None:
        raise LessonError(f"{path}: its lesson's change {asked.set} cannot be run: {result.error}")
    return result.trace


def _modify(asked: Modify, changed: dict[str, Any], held: list[str]) -> dict[str, Any] | None:
    words = _words(asked)
    found = answer(Known(changed[words]), asked.answer)
    if found is None:
        return None
    options = " ".join(f"--set {each}" for each in words.split(" "))
    run = {"run": held.index(words) + 1} if words in held else {}
    return {"ask": asked.ask, "set": options, "form": form(asked.answer)[0], "answer": found, **run}


def _words(asked: Modify) -> str:
    return " ".join(f"{key}={_text(value)}" for key, value in asked.set.items())


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
