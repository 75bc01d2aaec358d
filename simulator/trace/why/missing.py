"""Why not? What lies in a mailbox and is not taken, what never reached it, and what came after one had given up."""

from __future__ import annotations

from simulator.terms.durations import duration_text
from simulator.trace.records import At, Message, Stretch
from simulator.trace.why.clauses import refused
from simulator.trace.why.known import Because, Known, point, seqs, short, some, told

_SHOWN = 3


def missing(run: Known, pid: int, at: At) -> list[Because]:
    """Return why a process has not got what was sent to it, or what it waited for, up to a moment."""
    return [*_not_taken(run, pid, at), *_lost(run, pid, at), *_too_late(run, pid, at)]


def _not_taken(run: Known, pid: int, at: At) -> list[Because]:
    """Messages that lie in the mailbox while the process waits for others."""
    stretch = run.stretch(pid, at)
    comes = None if stretch is None else run.comes(stretch)
    inside = [message for message in run.mailbox(pid, at) if message is not comes]
    if stretch is None or not inside:
        return []
    who = run.who(pid)
    if stretch.kind != "wait" or stretch.on not in ("receive", "call"):
        first = inside[0]
        waiting = some(len(inside), "message")
        text = f"{who} has not taken {told(first)}: it has come to no receive since; its mailbox holds {waiting}."
        return [Because("busy", pid, text, seqs(first.enqueued, stretch.start))]
    found = []
    for message in inside[:_SHOWN]:
        why = refused(stretch.patterns, message.term) or "it is in a call, which takes its reply alone"
        text = f"{who} does not take {told(message)}, there since {point(message.enqueued or at)}: {why}."
        found.append(Because("refused", pid, text, seqs(message.enqueued, stretch.start)))
    if len(inside) > _SHOWN:
        found.append(
            Because(
                "refused", pid, f"Nor does it take {some(len(inside) - _SHOWN, 'more message')}.", seqs(stretch.start)
            )
        )
    return found


def _lost(run: Known, pid: int, at: At) -> list[Because]:
    """Messages of a process, or to it, that reached nobody."""
    dropped = [
        each
        for each in [*run.messages_by.get(pid, ()), *run.messages_to.get(pid, ())]
        if each.dropped is not None and each.dropped.seq <= at.seq
    ]
    latest = sorted({each.sent.seq: each for each in dropped}.items())[-_SHOWN:]
    return [_drop(run, each) for _, each in latest]


def _drop(run: Known, message: Message) -> Because:
    assert message.dropped is not None
    sender = (
        "A timer's" if message.kind == "timer" else "The" if message.sender is None else f"{run.who(message.sender)}'s"
    )
    text = f"{sender} {told(message)}, sent at {point(message.sent)}, reached nobody: {_reason(run, message)}."
    return Because("dropped", message.sender or 0, text, seqs(message.sent, message.dropped))


def _reason(run: Known, message: Message) -> str:
    """Return why a message was dropped."""
    if message.why == "unregistered" or message.receiver is None:
        name = message.name or "the name"
        held = [
            (each, process.pid)
            for process in run.history.processes.values()
            for each in process.names
            if each.name == name
        ]
        before = [each for each in held if each[0].end is not None and each[0].end.seq <= message.sent.seq]
        after = [each for each in held if each[0].start.seq > message.sent.seq]
        parts = [f"{name} was free"]
        if before:
            last = max(before, key=lambda each: each[0].start)
            parts.append(f"{run.who(last[1])} held it until {point(last[0].end or message.sent)}")
        if after:
            following = min(after, key=lambda each: each[0].start)
            parts.append(f"{run.who(following[1])} took it at {point(following[0].start)}")
        return "; ".join(parts) if len(parts) > 1 else f"{name} was free, and nobody ever held it"
    if message.why == "inactive":
        return f"{run.who(message.receiver)} took no replies to that alias any more"
    end = run.process(message.receiver).end if message.receiver in run.history.processes else None
    when = "" if end is None else f", at {point(end)}"
    return f"{run.who(message.receiver)} had ended{when}"


def _too_late(run: Known, pid: int, at: At) -> list[Because]:
    """A message that came after the process had given up waiting for it."""
    found = []
    for stretch in run.process(pid).stretches:
        if (
            stretch.ended_by == "timeout"
            and stretch.on == "receive"
            and stretch.end is not None
            and stretch.end.seq <= at.seq
        ):
            message = _next(run, pid, stretch)
            if message is not None and message.enqueued is not None and message.enqueued.seq <= at.seq:
                found.append(_after(run, pid, stretch, message))
    return found[-_SHOWN:]


def _next(run: Known, pid: int, stretch: Stretch) -> Message | None:
    """Return the first message after a timeout that the receive would have taken."""
    assert stretch.end is not None
    later: list[Message] = [
        m for m in run.messages_to.get(pid, ()) if m.enqueued is not None and m.enqueued.seq > stretch.end.seq
    ]
    for message in sorted(later, key=lambda each: each.enqueued or each.sent):
        if not stretch.patterns or not refused(stretch.patterns, message.term):
            return message
    return None


def _after(run: Known, pid: int, stretch: Stretch, message: Message) -> Because:
    assert stretch.end is not None and message.enqueued is not None
    late = duration_text(message.enqueued.t - stretch.end.t)
    text = (
        f"{run.who(pid)} gave up at {point(stretch.end)}, and {short(told(message))} came {late} later, at "
        f"{point(message.enqueued)}: it is {message.fate}."
    )
    return Because("after", pid, text, seqs(stretch.start, stretch.end, message.enqueued))
