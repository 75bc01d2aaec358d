"""Checking what somebody has written for a task: by the trace of its run, a line for each thing that must be true."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from simulator.scenario.lessons.lesson import Check
from simulator.terms.durations import duration_text, nanoseconds
from simulator.trace.why.known import Known, some


class Verdict(NamedTuple):
    """One thing that must be true of a run, and whether it is."""

    holds: bool
    """Whether it is."""
    wanted: str
    """What must be true."""
    found: str
    """What is; empty where that is all there is to say."""


def judge(check: Check, trace: Any) -> list[Verdict]:
    """Return a verdict for each thing that a task's check asks for.

    >>> from simulator.trace.events import Exit, Output, Spawn
    >>> trace = [Spawn(seq=0, t=0, pid=100, id="main", function="main/0"), Output(seq=1, t=0, pid=100, text="hi"),
    ...          Exit(seq=2, t=0, pid=100, cause=0, reason=":normal", how="returned")]
    >>> for verdict in judge(Check(output=["hello"]), trace):
    ...     print(*verdict)
    False it prints exactly: hello hi
    """
    run = Known(trace)
    return [*_printed(check, run), *_parts(check, run), *_kinds(check, run), *_times(check, run)]


def _printed(check: Check, run: Known) -> Iterator[Verdict]:
    text = "".join(each.text for each in run.events if each.__struct_config__.tag == "output")
    lines = text.splitlines()
    shown = " | ".join(lines[:10]) or "nothing"
    if check.output is not None:
        wanted = " | ".join(check.output)
        yield Verdict(lines == check.output, f"it prints exactly: {wanted}", "" if lines == check.output else shown)
    for part in check.prints:
        yield Verdict(part in text, f"it prints {part!r}", "" if part in text else shown)


def _parts(check: Check, run: Known) -> Iterator[Verdict]:
    if check.processes:
        there = len(run.history.processes)
        yield Verdict(there >= check.processes, f"{some(check.processes, 'process')} or more take part", str(there))
    if check.messages:
        received = sum(each.received is not None for each in run.history.messages)
        yield Verdict(
            received >= check.messages, f"{some(check.messages, 'message')} or more are received", str(received)
        )
    if not check.unread:
        left = [each for each in run.history.messages if each.fate == "unread"]
        told = "" if not left else f"{left[0].term} lies in the mailbox of {run.who(left[0].receiver)}"
        yield Verdict(not left, "no message is left in a mailbox", told)


def _kinds(check: Check, run: Known) -> Iterator[Verdict]:
    first: dict[str, Any] = {}
    for event in run.events:
        first.setdefault(event.__struct_config__.tag, event)
    for kind in check.uses:
        yield Verdict(kind in first, f"there is a {kind}", "")
    for kind in check.avoids:
        event = first.get(kind)
        told = "" if event is None else f"at {duration_text(event.t)} (#{event.seq}), {run.who(event.pid)}"
        yield Verdict(event is None, f"no {kind}", told)


def _times(check: Check, run: Known) -> Iterator[Verdict]:
    end = run.history.last.t
    if check.within is not None:
        yield Verdict(end <= nanoseconds(check.within), f"it ends by {check.within}", duration_text(end))
    if check.lasts is not None:
        yield Verdict(end >= nanoseconds(check.lasts), f"it lasts until {check.lasts} at least", duration_text(end))
