"""The trace for Perfetto (https://ui.perfetto.dev) and chrome://tracing: Chrome's trace event format, as JSON.

A process is a thread of one program; what it waits for, works on and handles are slices of it, a message is
an arrow (a flow) from the slice that sends it to the one that receives it, the depth of a mailbox is a counter.
Source of the format: "Trace Event Format", Google 2016. Times there are microseconds, given here with three
decimals: nanoseconds.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from simulator.trace.records import At, Message, Process, Remark, Stretch
from simulator.trace.telling import history
from simulator.trace.told import History
from simulator.trace.trace import Trace

PROGRAM = 1
"""The one process id of the format: all of ours are its threads."""

_WAITS = {"call": "waits for a reply", "sleep": "sleeps", "hibernate": "hibernates", "event": "waits for an event"}
Record = dict[str, Any]
Placed = tuple[int, int, Record]
"""Where in the order a record belongs: ``seq`` and, at the same event, what comes first."""


def perfetto(trace: Trace) -> str:
    """Return the trace as a JSON object of that format."""
    told = history(trace)
    title = trace.header.scenario.title or trace.header.scenario.name
    head: list[Record] = [_about("process_name", 0, {"name": title})]
    placed: list[Placed] = []
    last_words = {message.sender: message.sent for message in told.messages if message.sender is not None}
    for position, process in enumerate(told.processes.values()):
        label = process.label if process.label == process.pid_text else f"{process.label} {process.pid_text}"
        head.append(_about("thread_name", process.pid, {"name": label}))
        head.append(_about("thread_sort_index", process.pid, {"sort_index": position}))
        placed += _life(told, process, last_words.get(process.pid, At(0, 0)))
    placed += _messages(told)
    placed += _depths(told)
    placed += (_remark(remark) for remark in told.remarks)
    placed.sort(key=lambda one: one[:2])
    document = {"displayTimeUnit": "ns", "traceEvents": head + [record for _, _, record in placed]}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"), default=str) + "\n"


def _about(name: str, tid: int, args: Record) -> Record:
    return {"ph": "M", "name": name, "pid": PROGRAM, "tid": tid, "args": args}


def _record(phase: str, at: At, tid: int, **more: Any) -> Record:
    return {"ph": phase, "ts": _microseconds(at.t), "pid": PROGRAM, "tid": tid, **more}


def _microseconds(ns: int) -> float | int:
    return ns // 1000 if ns % 1000 == 0 else ns / 1000


def _life(told: History, process: Process, last_word: At) -> Iterator[Placed]:
    """The slices of a process: whole life, and in it each stretch that takes time or has a reason.

    Its links and monitors speak for it right after its end, so its life lasts until *last_word* here.
    """
    start, end = process.start or At(0, 0), max(process.end or told.last, last_word)
    yield start.seq, 0, _record("B", start, process.pid, name=process.function or process.label, cat="life")
    for stretch in process.stretches:
        if stretch.kind == "active":
            continue
        over = stretch.end or told.last
        args: Record = {"patterns": list(stretch.patterns)} if stretch.patterns else {}
        if stretch.until is not None:
            args["until_us"] = _microseconds(stretch.until)
        yield (
            stretch.start.seq,
            3,
            _record("B", stretch.start, process.pid, name=_name(stretch), cat="state", args=args),
        )
        yield over.seq, 1, _record("E", over, process.pid)
    args = {} if process.reason is None else {"reason": process.reason}
    yield end.seq, 6, _record("E", end, process.pid, args=args)


def _name(stretch: Stretch) -> str:
    if stretch.kind == "run":
        return f"works on scheduler {stretch.scheduler}" if stretch.scheduler else "works"
    if stretch.kind == "queue":
        return "waits for a scheduler"
    if stretch.on == "receive":
        return "waits in receive"
    what = _WAITS.get(stretch.on, stretch.on)
    return f"{what}: {stretch.detail}" if stretch.detail else what


def _messages(told: History) -> Iterator[Placed]:
    """Each message as a slice of no length where it is sent and where it is received, and an arrow between them."""
    for number, message in enumerate(told.messages, 1):
        args = {"term": message.term, "fate": message.fate}
        arrives = message.received is not None and message.receiver in told.processes
        if message.sender is not None:
            at = message.sent
            yield at.seq, 4, _record("B", at, message.sender, name=f"sends {_short(message)}", cat="message", args=args)
            if arrives:
                yield at.seq, 4, _flow("s", at, message.sender, message, number)
            yield at.seq, 4, _record("E", at, message.sender)
        if arrives:
            assert message.received is not None and message.receiver is not None
            at, pid = message.received, message.receiver
            yield at.seq, 2, _record("B", at, pid, name=f"receives {_short(message)}", cat="message", args=args)
            if message.sender is not None:
                yield at.seq, 2, _flow("f", at, pid, message, number) | {"bp": "e"}
            yield at.seq, 2, _record("E", at, pid)


def _flow(phase: str, at: At, pid: int, message: Message, number: int) -> Record:
    return _record(phase, at, pid, name=message.kind, cat="message", id=number)


def _short(message: Message) -> str:
    text = message.content or message.term
    return text if len(text) <= 80 else text[:79] + "…"


def _depths(told: History) -> Iterator[Placed]:
    """How many messages lie in each mailbox, whenever that changes."""
    changes: dict[int, list[tuple[At, int]]] = {}
    for message in told.messages:
        if message.enqueued is None or message.receiver is None:
            continue
        changes.setdefault(message.receiver, []).append((message.enqueued, 1))
        gone = message.received or message.flushed
        if gone is not None:
            changes[message.receiver].append((gone, -1))
    for pid, steps in changes.items():
        depth = 0
        process = told.processes.get(pid)
        name = f"mailbox of {process.label if process else ''} <0.{pid}.0>"
        for at, step in sorted(steps):
            depth += step
            yield at.seq, 5, _record("C", at, pid, name=name, args={"messages": depth})


def _remark(remark: Remark) -> Placed:
    name = {"output": "prints", "note": "notes", "state": "state", "crash": "crashes", "flag": "sets"}[remark.kind]
    text = remark.text.strip()
    record = _record("i", remark.at, remark.pid or 0, name=f"{name} {text[:80]}", cat=remark.kind, s="t")
    return remark.at.seq, 4, record | {"args": {"text": text}}
