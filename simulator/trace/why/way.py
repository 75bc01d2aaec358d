"""Which way a value came: from who has it, over the states it lay in and the messages that brought it, to its start."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from simulator.terms.durations import duration_text
from simulator.trace import events as ev
from simulator.trace.records import At, Message
from simulator.trace.why.differences import difference
from simulator.trace.why.known import Because, Known, listed, name_of, point, seqs, short, told
from simulator.trace.why.provenance import SENDS, Provenance, carries, content, provenance, said, values
from simulator.trace.why.values import Change, changes, set_by

_DEEPEST = 12  # sentences of a way


def way(run: Known, pid: int, at: At) -> list[Because]:
    """Return which way the value came that a process has at a moment: a server its state, others what they got last."""
    known = provenance(run)
    start = _start(run, pid, at)
    if start is None:
        return []
    path = path_to(start, known)
    found: list[Because] = []
    for later, seq in zip([None, *path], path, strict=False):
        found += _step(run, known, later, seq)
    if len(found) > _DEEPEST:
        text = f"And so on, back to {point(run.event(path[-1]))}."
        found[_DEEPEST:] = [Because("more", pid, text, (path[-1],))]
    return found + _took(run, known, path) if len(found) > 1 else found


def path_to(seq: int, known: Provenance) -> list[int]:
    """Return the events that a value came over, from the one that has it back to the first."""
    path: list[int] = []
    current: int | None = seq
    while current is not None:
        path.append(current)
        current = known.back(current)
    return path


def _start(run: Known, pid: int, at: At) -> int | None:
    """Return the event by which a process has its value."""
    if pid in run.children_of:
        return None
    written = [each.at.seq for each in changes(run, pid) if each.at.seq <= at.seq]
    if written:
        return written[-1]
    got = [
        message.received.seq
        for message in run.messages_to.get(pid, ())
        if message.received is not None and message.received.seq <= at.seq and values(content(message))
    ]
    return max(got, default=None)


def _step(run: Known, known: Provenance, later: int | None, seq: int) -> list[Because]:
    """Return what is to be said of one event of the way; *later* is the one that it led to."""
    event = run.events[seq]
    after = None if later is None else run.events[later]
    if isinstance(event, ev.Called):
        read = isinstance(after, ev.Callback)
        return [_kept(run, known, known.written[seq], after)] if seq in known.written and (read or not after) else []
    message = run.received(seq)
    if isinstance(after, ev.Callback):
        return [_made(run, after, message)] if message is not None and _gives(run, known, after) else []
    if message is not None:
        return [_got(run, message, later is None)]
    if isinstance(event, ev.Exit):
        text = f"{run.who(event.pid)} ended with {short(event.reason)} at {_at(event)}."
        return [Because("gone", event.pid or 0, text, (seq,))]
    if isinstance(event, ev.Spawn) and after is not None:
        return [_began(run, event, after)]
    return []


def _at(event: ev.Event) -> str:
    return point(At(event.t, event.seq))


def _gives(run: Known, known: Provenance, callback: ev.Event) -> bool:
    """Return whether a callback set no state: of one that did it is said what it handled."""
    record = next(each for each in run.callbacks[callback.pid] if each.start.seq == callback.seq)
    return record.end is None or record.end.seq not in known.written


def _got(run: Known, message: Message, first: bool) -> Because:
    """A process received a message: a reply, or another."""
    assert message.received is not None
    had = "got" if first else "had got"
    call = message.call
    if message.kind == "reply" and call is not None:
        how = f", the reply of {name_of(call, run)} to {short(call.request)}"
    elif message.kind == "timer":
        how = " from a timer"
    else:
        how = f" from {run.who(message.sender)}"
    who = run.who(message.receiver)
    text = f"{who} {had} {told(message)} at {point(message.received)}{how}."
    return Because("got", message.receiver or 0, text, seqs(message.sent, message.enqueued, message.received))


def _kept(run: Known, known: Provenance, change: Change, after: ev.Event | None) -> Because:
    """A server had a value in its state; *after*: the callback that read it there."""
    pid, callback = change.callback.pid, change.callback
    assert callback.after is not None
    what = short(callback.after) if callback.before is None else difference(callback.before, callback.after)
    if after is None:
        text = f"{run.who(pid)} has {what} in its state: {set_by(run, change)}."
        return Because("kept", pid, text, seqs(callback.start, change.at))
    lay, value = duration_text(after.t - change.at.t), known.found.get(after.seq)
    had = (
        f"made it of its state, which had been so for {lay}"
        if value is None
        else f"had {short(value)} in its state for {lay}"
    )
    text = f"{run.who(pid)} {had}: {set_by(run, change)}{'' if what == value else f': {what}'}."
    return Because("kept", pid, text, (*seqs(callback.start, change.at), after.seq))


def _made(run: Known, callback: ev.Event, message: Message) -> Because:
    """A server made a value of the message that it handled."""
    sender = "a timer" if message.kind == "timer" else run.who(message.sender)
    text = f"{run.who(callback.pid)} made it when it handled {told(message)} from {sender}, at {_at(callback)}."
    return Because("made", callback.pid or 0, text, (*seqs(message.received), callback.seq))


def _began(run: Known, event: ev.Spawn, later: ev.Event) -> Because:
    """A process has a value of its own, as far as its messages tell."""
    who = run.who(event.pid)
    if not isinstance(later, SENDS) or carries(said(later)):
        parent = "" if event.parent is None else f", or had it from {run.who(event.parent)}, which spawned it"
        text = f"{who} made it itself{parent}: it had received no value since it began, at {_at(event)}."
    else:
        text = f"{who} sent that of its own, at {_at(later)}: there is no value in it."
    return Because("began", event.pid or 0, text, (event.seq, later.seq))


def _took(run: Known, known: Provenance, path: list[int]) -> list[Because]:
    """Return what the time of a way was spent on."""
    first, last = run.event(path[-1]), run.event(path[0])
    counted: Counter[str] = Counter()
    for later, earlier in pairwise(path):
        counted[_spent(run, known, later, earlier)] += run.events[later].t - run.events[earlier].t
    spent = {what: time for what, time in counted.most_common() if time}
    parts = [f"{duration_text(time)} {what}" for what, time in spent.items()]
    whole = duration_text(last.t - first.t)
    spent_on = "" if not parts else f", all of it {next(iter(spent))}" if len(parts) == 1 else f": {listed(parts)}"
    text = f"From {point(first)} to {point(last)} it took {whole}{spent_on}."
    return [Because("took", run.events[path[0]].pid or 0, text, tuple(sorted(path)))]


def _spent(run: Known, known: Provenance, later: int, earlier: int) -> str:
    event, before = run.events[later], run.events[earlier]
    if isinstance(event, ev.Callback) and earlier in known.written:
        return "in a state"
    if isinstance(event, ev.Deliver):
        return "in flight"
    if isinstance(event, ev.Receive):
        return "in a mailbox"
    if isinstance(event, ev.Fire) and isinstance(before, ev.Timer):
        return "with a timer"
    return "with a process"
