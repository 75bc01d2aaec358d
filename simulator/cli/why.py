"""``simulator why``: why a process waits, ended, was late, or has its state, at a moment of a run."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from typing import Any

from simulator.cli.settings import find_scenario
from simulator.cli.status import USAGE, complain
from simulator.cli.traces import is_scenario, trace_of
from simulator.terms.durations import nanoseconds
from simulator.terms.visible import printable
from simulator.trace.records import At, Process
from simulator.trace.why.asking import QUESTIONS, ask, standing_out
from simulator.trace.why.known import Answer, Known

_WIDTH = 100
_STATES = "states=true"


def why_command(options: argparse.Namespace) -> int:
    """Answer as the command line asks; return the exit status: the run's, or 0 for a trace; 2 for trouble."""
    if options.process is None and (options.at is not None or options.ask):
        complain("--at and --ask are about a process: name one with --process")
        return USAGE
    path = find_scenario(options.file)
    if is_scenario(path) and not any(each.startswith("states=") for each in options.assignments):
        options.assignments = [*options.assignments, _STATES]
    trace, status = trace_of(options, path)
    if trace is None:
        return status
    run = Known(trace)
    answers = standing_out(run) if options.process is None else _asked(run, options)
    sys.stdout.write(_as_json(run, answers) if options.json else _as_text(answers, options, _holds_states(run)))
    return status


def _asked(run: Known, options: argparse.Namespace) -> list[Answer]:
    at = _moment(run, options.at)
    questions = tuple(options.ask) if options.ask else QUESTIONS
    return [answer for process in _meant(run, options.process, at) for answer in ask(run, process.pid, at, questions)]


def _moment(run: Known, text: str | None) -> At:
    """Return the moment that *text* means; raises ``DurationError`` for what is none."""
    if text is None or text == "end":
        return run.event(len(run.events) - 1)
    if text.startswith("#") and text[1:].isdecimal():
        return run.event(int(text[1:12]))
    return run.moment(nanoseconds(text))


def _meant(run: Known, name: str, at: At) -> list[Process]:
    """Return the processes of a name that are alive at a moment; else the last that ended, or the first to come.

    Raises :class:`UnknownProcess`, with the nearest name that there is.
    """
    found = run.history.find(name)
    born = [each for each in found if each.start is None or each.start.seq <= at.seq]
    alive = [each for each in born if each.end is None or each.end.seq > at.seq]
    if alive:
        return alive
    return born[-1:] if born else found[:1]


def _as_text(answers: list[Answer], options: argparse.Namespace, known_states: bool) -> str:
    if not answers and options.ask and set(options.ask) <= {"value", "history"} and not known_states:
        return "The trace holds no states of servers: record them with --set states=true.\n"
    if not answers:
        about = "Nothing stands out" if options.process is None else "There is nothing to say to that"
        return f"{about}: ask about a process, with --process NAME and --at T.\n"
    return "\n".join(_paragraph(answer) for answer in answers)


def _holds_states(run: Known) -> bool:
    return any(each.after is not None for each in run.history.callbacks)


def _paragraph(answer: Answer) -> str:
    lines = [printable(answer.question)]
    for because in answer.because:
        text = printable(because.text)
        lines += textwrap.wrap(text, _WIDTH, initial_indent="  - ", subsequent_indent="    ", break_on_hyphens=False)
    return "\n".join(lines) + "\n"


def _as_json(run: Known, answers: list[Answer]) -> str:
    told = [_answer_as_json(run, answer) for answer in answers]
    return json.dumps({"answers": told}, indent=2, ensure_ascii=False) + "\n"


def _answer_as_json(run: Known, answer: Answer) -> dict[str, Any]:
    because = [{"kind": each.kind, "text": each.text, "events": list(each.events)} for each in answer.because]
    return {
        "kind": answer.kind,
        "pid": answer.pid,
        "process": run.who(answer.pid),
        "t": answer.at.t,
        "event": answer.at.seq,
        "question": answer.question,
        "because": because,
    }
