"""The trace for Perfetto (https://ui.perfetto.dev) and chrome://tracing: Chrome's trace event format, as JSON.

A process is a thread of one program; what it waits for, works on and handles are slices of it, a message is
an arrow (a flow) from the slice that sends it to the one that receives it, the depth of a mailbox is a counter.
Source of the format: "Trace Event Format", Google 2016. Times there are microseconds, given here with three
decimals: nanoseconds.

A trace is read twice, and nothing of it is kept that is over: first for what is told before it happens (what becomes
of a message, how a process is called, when it ends), then for the records, which are written as they are made.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import Any

import msgspec

from simulator.diagrams.exports.foretold import Foretold
from simulator.trace import events as ev
from simulator.trace.records import At, Message, Remark, Stretch
from simulator.trace.telling import Teller, trapped
from simulator.trace.trace import Trace

PROGRAM = 1
"""The one process id of the format: all of ours are its threads."""

_WAITS = {"call": "waits for a reply", "sleep": "sleeps", "hibernate": "hibernates", "event": "waits for an event"}
_BORN, _OVER, _RECEIVED, _BEGUN, _SENT, _DEPTH, _DEAD = range(7)  # in this order at one event
_BATCH = 1_000  # records that are written at once: one by one they take twice as long
_KEEP = 20_000  # events after which what is over is forgotten
Record = dict[str, Any]
_ORDER = itemgetter(0, 1)
Placed = tuple[int, int, Record]
"""Where a record stands among those of its event: which of the seven it is, and then by the order of the processes."""


def perfetto(trace: Trace) -> Iterator[str]:
    """Yield the trace, piece by piece, as a JSON object of that format."""
    foretold = Foretold(trace)
    encode = msgspec.json.Encoder().encode
    yield '{"displayTimeUnit":"ns","traceEvents":['
    yield ",".join(encode(head).decode() for head in _heads(trace, foretold))
    batch: list[Record] = []
    for placed in _Records(trace, foretold).of_each_event():
        if len(placed) > 1:
            placed.sort(key=_ORDER)
        batch += [record for _, _, record in placed]
        if len(batch) > _BATCH:
            yield f",{encode(batch)[1:-1].decode()}"
            batch.clear()
    yield (f",{encode(batch)[1:-1].decode()}" if batch else "") + "]}\n"


def _heads(trace: Trace, foretold: Foretold) -> Iterator[Record]:
    yield _about("process_name", 0, {"name": trace.header.scenario.title or trace.header.scenario.name})
    for position, process in enumerate(foretold.processes.values()):
        label = process.label if process.label == process.pid_text else f"{process.label} {process.pid_text}"
        yield _about("thread_name", process.pid, {"name": label})
        yield _about("thread_sort_index", process.pid, {"sort_index": position})


def _about(name: str, tid: int, args: Record) -> Record:
    return {"ph": "M", "name": name, "pid": PROGRAM, "tid": tid, "args": args}


def _record(phase: str, at: At, tid: int, **more: Any) -> Record:
    return {"ph": phase, "ts": _microseconds(at.t), "pid": PROGRAM, "tid": tid, **more}


def _microseconds(ns: int) -> float | int:
    return ns // 1000 if ns % 1000 == 0 else ns / 1000


class _Records:
    """The second reading: the records of each event, made while it is taken in."""

    def __init__(self, trace: Trace, foretold: Foretold) -> None:
        self._trace = trace
        self._foretold = foretold
        self._teller = Teller()
        self._numbers: dict[int, int] = {}  # of the messages that are under way or in a mailbox, by their identity
        self._count = 0
        self._depths: dict[int, int] = {}
        self._mailboxes: dict[int, str] = {}  # what the counter of each is called
        self._order = {pid: n for n, pid in enumerate(foretold.processes)}

    def of_each_event(self) -> Iterator[list[Placed]]:
        """Yield what there is to write of each event; what ends with the trace is of its last one."""
        told, foretold = self._teller.history, self._foretold
        born, dead = foretold.born, foretold.dead
        placed: list[Placed] = []
        before = -1
        for event in self._trace:
            yield placed
            placed = []
            self._take(event, placed)
            seq = event.seq
            if before + 1 != seq or seq in born:
                placed += self._births(before, seq)
            if seq in dead:
                placed += self._deaths(seq)
            before = seq
            if told.events % _KEEP == 0:
                self._teller.let_go()
        for process in told.processes.values():
            if process.stretches and process.stretches[-1].end is None and process.stretches[-1].kind != "active":
                placed.append((_OVER, self._order[process.pid], _record("E", foretold.last, process.pid)))
        yield placed

    def _births(self, before: int, seq: int) -> Iterator[Placed]:
        for pid in (pid for at in range(before + 1, seq + 1) for pid in self._foretold.born.get(at, ())):
            process = self._foretold.processes[pid]
            name, start = process.function or process.label, process.start or At(0, 0)
            yield _BORN, self._order[pid], _record("B", start, pid, name=name, cat="life")

    def _deaths(self, seq: int) -> Iterator[Placed]:
        for pid, end in self._foretold.dead[seq]:
            reason = self._foretold.processes[pid].reason
            args = {} if reason is None else {"reason": reason}
            yield _DEAD, self._order[pid], _record("E", end, pid, args=args)

    def _take(self, event: ev.Event, placed: list[Placed]) -> None:
        """Take an event in, and put down what it shows."""
        teller, told, pid = self._teller, self._teller.history, event.pid
        kind = event.__class__
        process = None if pid is None else told.processes.get(pid)
        stretch = process.stretches[-1] if process is not None and process.stretches else None
        queued = teller.queued(event.cause) if kind is ev.Receive else None
        lost = teller.flying(event.cause) if kind is ev.Drop else None
        messages, remarks = len(told.messages), len(told.remarks)
        teller.take(event)
        at = told.last
        if pid is not None:
            stretches = told.processes[pid].stretches
            if stretches and (stretches[-1] is not stretch or stretch.end == at):
                self._stretches(pid, stretch, stretches[-1], placed)
        if len(told.messages) > messages:
            self._new(told.messages[messages:], placed)
        if kind is ev.Signal and event.seq in self._foretold.trapped:
            message = trapped(told.signals[-1], event.msg)  # type: ignore[attr-defined]
            self._sent(message, self._foretold.trapped[event.seq], placed)
        elif kind is ev.Deliver:
            arrived = teller.queued(event.seq)
            if arrived is not None:
                self._depth(arrived.receiver, 1, at, placed)
        elif queued is not None:
            self._received(queued, self._numbers.pop(id(queued)), placed)
            self._depth(queued.receiver, -1, at, placed)
        elif lost is not None:
            self._numbers.pop(id(lost), None)
        elif kind is ev.Demonitor and event.flush:  # type: ignore[attr-defined]
            flushed = teller.told_of(event.ref)  # type: ignore[attr-defined]
            if flushed is not None and flushed.flushed == at:
                self._numbers.pop(id(flushed), None)
                self._depth(flushed.receiver, -1, at, placed)
        if len(told.remarks) > remarks:
            placed += [(_SENT, 1, _remark(remark)) for remark in told.remarks[remarks:]]

    def _new(self, messages: list[Message], placed: list[Placed]) -> None:
        """Number messages that there are now; what an exit signal became was sent when the signal was."""
        for message in messages:
            self._count += 1
            self._numbers[id(message)] = self._count
            if message.kind != "exit":
                self._sent(message, self._count, placed)

    # -- what a process does ------------------------------------------------------------------

    def _stretches(self, pid: int, before: Stretch | None, now: Stretch, placed: list[Placed]) -> None:
        """Put down the end of the stretch that was open before an event, and the beginning of the one that is now."""
        if before is not None and before.kind != "active" and before.end == self._teller.history.last:
            placed.append((_OVER, self._order[pid], _record("E", before.end, pid)))
        if now is not before and now.kind != "active":
            args: Record = {"patterns": list(now.patterns)} if now.patterns else {}
            if now.until is not None:
                args["until_us"] = _microseconds(now.until)
            begun = _record("B", now.start, pid, name=_name(now), cat="state", args=args)
            placed.append((_BEGUN, self._order[pid], begun))

    # -- messages -----------------------------------------------------------------------------

    def _args(self, message: Message, number: int) -> Record:
        return {"term": message.term, "fate": self._foretold.fate(number)}

    def _sent(self, message: Message, number: int, placed: list[Placed]) -> None:
        """Put down a slice of no length where a message is sent, and the begin of an arrow if it is received."""
        at, sender = message.sent, message.sender
        if sender is None:
            return
        args = self._args(message, number)
        begun = _record("B", at, sender, name=f"sends {_short(message)}", cat="message", args=args)
        placed.append((_SENT, 0, begun))
        if self._foretold.arrives(number):
            placed.append((_SENT, 0, _flow("s", at, sender, message, number)))
        placed.append((_SENT, 0, _record("E", at, sender)))

    def _received(self, message: Message, number: int, placed: list[Placed]) -> None:
        """Put down the same where a message is received."""
        at, pid = message.received, message.receiver
        if at is None or pid is None:
            return
        args = self._args(message, number)
        begun = _record("B", at, pid, name=f"receives {_short(message)}", cat="message", args=args)
        placed.append((_RECEIVED, 0, begun))
        if message.sender is not None:
            flow = _flow("f", at, pid, message, number)
            flow["bp"] = "e"
            placed.append((_RECEIVED, 0, flow))
        placed.append((_RECEIVED, 0, _record("E", at, pid)))

    def _depth(self, pid: int | None, step: int, at: At, placed: list[Placed]) -> None:
        """Put down how many messages lie in a mailbox now."""
        if pid is None:
            return
        depth = self._depths[pid] = self._depths.get(pid, 0) + step
        name = self._mailboxes.get(pid)
        if name is None:
            name = self._mailboxes[pid] = f"mailbox of {self._foretold.processes[pid].label} <0.{pid}.0>"
        placed.append((_DEPTH, 0, _record("C", at, pid, name=name, args={"messages": depth})))


def _name(stretch: Stretch) -> str:
    if stretch.kind == "run":
        return f"works on scheduler {stretch.scheduler}" if stretch.scheduler else "works"
    if stretch.kind == "queue":
        return "waits for a scheduler"
    if stretch.on == "receive":
        return "waits in receive"
    what = _WAITS.get(stretch.on, stretch.on)
    return f"{what}: {stretch.detail}" if stretch.detail else what


def _flow(phase: str, at: At, pid: int, message: Message, number: int) -> Record:
    return _record(phase, at, pid, name=message.kind, cat="message", id=number)


def _short(message: Message) -> str:
    text = message.content or message.term
    return text if len(text) <= 80 else text[:79] + "…"


def _remark(remark: Remark) -> Record:
    name = {"output": "prints", "note": "notes", "state": "state", "crash": "crashes", "flag": "sets"}[remark.kind]
    text = remark.text.strip()
    record = _record("i", remark.at, remark.pid or 0, name=f"{name} {text[:80]}", cat=remark.kind, s="t")
    return record | {"args": {"text": text}}
