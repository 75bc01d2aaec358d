"""Why late? Calls that gave up, late replies, timers, and what the time of a message was spent on."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from simulator.terms.durations import duration_text
from simulator.trace.records import At, Call, Message, Stretch
from simulator.trace.why.known import Because, Known, listed, name_of, point, seqs, short, some, told

_SHOWN = 3  # calls, messages and timers that are told of each


def late(run: Known, pid: int, at: At) -> list[Because]:
    """Return what came too late for a process, or took long, up to a moment: the last of each."""
    found: list[Because] = []
    for call in _gave_up(run, pid, at):
        found += _call(run, call)
    for message in _late_timers(run, pid, at):
        found.append(_timer(run, message))
    latest = _last_received(run, pid, at)
    if latest is not None and not (latest.kind == "timer" and found and found[-1].kind == "timer"):
        found.append(_in_mailbox(run, pid, latest))
    return found + _starved(run, pid, at)


# -- calls


def _gave_up(run: Known, pid: int, at: At) -> list[Call]:
    """Return the last calls, by or to a process, whose caller gave up."""
    calls = [*run.calls_by.get(pid, ()), *run.calls_to.get(pid, ())]
    over = [each for each in calls if each.how == "timeout" and each.end is not None and each.end.seq <= at.seq]
    return sorted(over, key=lambda each: each.end or at)[-_SHOWN:]


def _call(run: Known, call: Call) -> list[Because]:
    """A call that gave up: where its time went, and what became of the reply."""
    assert call.end is not None
    server, caller, message = name_of(call, run), run.who(call.caller), call.message
    text = (
        f"{caller} gave up its call {short(call.request)} of {server} at {point(call.end)}, "
        f"after {duration_text(call.end.t - call.start.t)}: {_where(run, call, message)}."
    )
    found = [
        Because(
            "gave_up",
            call.caller or 0,
            text,
            seqs(call.start, *((message.enqueued, message.received) if message else ()), call.end),
        )
    ]
    if call.replied is not None:
        found.append(_late_reply(run, call))
    return found


def _where(run: Known, call: Call, message: Message | None) -> str:
    """Return where the request was when its caller gave up."""
    assert call.end is not None
    if message is None or message.enqueued is None or message.enqueued.seq > call.end.seq:
        return "the request had not arrived"
    if message.received is None or message.received.seq > call.end.seq:
        lay = duration_text(call.end.t - message.enqueued.t)
        return f"the request lay in the mailbox all the while, for {lay}"
    lay = duration_text(message.received.t - message.enqueued.t)
    return f"the request lay in the mailbox for {lay} and was being handled from {point(message.received)} on"


def _late_reply(run: Known, call: Call) -> Because:
    """The reply to a call that had given up."""
    assert call.end is not None and call.replied is not None
    answer = call.answer
    late_by = duration_text(call.replied.t - call.end.t)
    fate = "" if answer is None else f", and was {answer.fate}" if answer.fate != "in flight" else ""
    text = (
        f"The reply {short(call.reply or '')} to it left {name_of(call, run)} at {point(call.replied)}, "
        f"{late_by} after {run.who(call.caller)} had given up{fate}."
    )
    return Because(
        "late_reply",
        call.server or 0,
        text,
        seqs(call.end, call.replied, (answer.received or answer.dropped) if answer else None),
    )


# -- messages


def _last_received(run: Known, pid: int, at: At) -> Message | None:
    """Return the last message, received by a moment, that had to lie in the mailbox for a while."""
    received = [
        each
        for each in run.messages_to.get(pid, ())
        if each.received is not None and each.received.seq <= at.seq and _lay(each) > 0
    ]
    return max(received, key=lambda each: each.received or at, default=None)


def _lay(message: Message) -> int:
    """Return for how many nanoseconds a message lay in the mailbox."""
    if message.enqueued is None or message.received is None:
        return 0
    return message.received.t - message.enqueued.t


def _in_mailbox(run: Known, pid: int, message: Message) -> Because:
    """What a receiver did while a message lay in its mailbox."""
    assert message.enqueued is not None and message.received is not None
    spent = _spent(run, pid, message.enqueued, message.received)
    parts = [f"{duration_text(time)} {what}" for what, time in spent.items()]
    handling = _handling(run, pid, message.enqueued, message.received)
    before = [
        each for each in run.mailbox(pid, message.enqueued) if (each.enqueued or message.enqueued) < message.enqueued
    ]
    behind = f" behind {some(len(before), 'message')}" if before else ""
    text = (
        f"{told(message)} lay in the mailbox of {run.who(pid)} for {duration_text(_lay(message))}{behind}, from "
        f"{point(message.enqueued)} on; meanwhile {run.who(pid)} spent {listed(parts)}{handling}."
    )
    return Because("mailbox", pid, text, seqs(message.enqueued, message.received))


_SPENT = {
    "run": "at work", "queue": "without a scheduler", "sleep": "asleep", "call": "in a call", "active": "at its code",
    "event": "on a SimPy event", "receive": "in a receive of other messages", "hibernate": "in hibernation",
}  # fmt: skip


def _spent(run: Known, pid: int, start: At, end: At) -> dict[str, int]:
    """Return what a process spent the time between two points on, in nanoseconds, the most first."""
    found: Counter[str] = Counter()
    for stretch in run.process(pid).stretches:
        time = _overlap(stretch, start.t, end.t)
        if time:
            found[_SPENT[stretch.on if stretch.kind == "wait" else stretch.kind]] += time
    rest = end.t - start.t - found.total()
    if rest:
        found["ready, before its turn"] += rest
    return dict(found.most_common())


def _handling(run: Known, pid: int, start: At, end: At) -> str:
    """Return which messages a process was handling between two points, as the end of a sentence."""
    got = run.asked(pid)
    places = [message.received.seq for message in got if message.received is not None]
    found: Counter[str] = Counter()
    for stretch in run.process(pid).stretches:
        time = _overlap(stretch, start.t, end.t)
        place = bisect_right(places, stretch.start.seq) - 1
        if time and place >= 0 and stretch.on not in _IDLE:
            message = got[place]
            sender = "a timer" if message.kind == "timer" else run.who(message.sender)
            found[f"{told(message)} from {sender}"] += time
    whole = end.t - start.t
    parts = [what if time == whole else f"{what} for {duration_text(time)}" for what, time in found.most_common()]
    what = "handling" if run.callbacks.get(pid) else "after it had received"
    return f", {what} {listed(parts)}" if parts else ""


_IDLE = ("receive", "hibernate")


def _overlap(stretch: Stretch, start: int, end: int) -> int:
    """Return for how many nanoseconds between two times a stretch lasted."""
    until = end if stretch.end is None else min(stretch.end.t, end)
    return max(until - max(stretch.start.t, start), 0)


# -- timers


def _late_timers(run: Known, pid: int, at: At) -> list[Message]:
    """Return the last messages of timers that were received later than they were due."""
    return [
        each
        for each in run.messages_to.get(pid, ())
        if came_late(each) and each.received is not None and each.received.seq <= at.seq
    ][-_SHOWN:]


def came_late(message: Message) -> bool:
    """Return whether a message is a timer's and was received later than the timer had fired."""
    return message.kind == "timer" and message.received is not None and message.received.t > message.sent.t


def _timer(run: Known, message: Message) -> Because:
    """A timer's message that was read late."""
    assert message.received is not None and message.receiver is not None
    who = run.who(message.receiver)
    spent = _spent(run, message.receiver, message.sent, message.received)
    what = listed([f"{duration_text(time)} {name}" for name, time in spent.items()])
    handling = _handling(run, message.receiver, message.sent, message.received)
    text = (
        f"The timer's {told(message)} fired at {point(message.sent)} and was received "
        f"{duration_text(message.received.t - message.sent.t)} later: {who} had spent {what}{handling}."
    )
    return Because("timer", message.receiver, text, seqs(message.sent, message.received))


# -- starvation


def _starved(run: Known, pid: int, at: At) -> list[Because]:
    """How long a process has waited for a scheduler, and who had them meanwhile."""
    waits = [each for each in run.process(pid).stretches if each.kind == "queue" and each.start.seq <= at.seq]
    total = sum(_overlap(each, 0, at.t) for each in waits)
    if not total:
        return []
    shares: Counter[int] = Counter()
    for other, process in run.history.processes.items():
        if other != pid:
            for stretch in process.stretches:
                if stretch.kind == "run" and stretch.scheduler:
                    shares[other] += sum(
                        _overlap(stretch, wait.start.t, min(wait.end.t if wait.end else at.t, at.t)) for wait in waits
                    )
    had = [(run.who(other), duration_text(time)) for other, time in shares.most_common() if time]
    parts = [f"{who} {'for' if number else 'had one for'} {time}" for number, (who, time) in enumerate(had)]
    whose = f", while {listed(parts)}" if parts else ""
    text = f"{run.who(pid)} has waited {duration_text(total)} for a scheduler so far{whose}."
    return [Because("starved", pid, text, seqs(waits[0].start, waits[-1].start))]
