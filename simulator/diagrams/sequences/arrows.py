"""The arrows of a sequence diagram: messages, exit signals, spawns, links and monitors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from simulator.diagrams.drawing.text import shorten
from simulator.diagrams.reasons import brief
from simulator.diagrams.sequences.signs import LABEL, Arrow, callee, who
from simulator.terms.durations import duration_text
from simulator.terms.visible import printable
from simulator.trace.records import At, Bond, Call, Message, Process, Signal
from simulator.trace.told import History

Candidate = tuple[At, At | None, int | None, int | None, Callable[[], Arrow]]
"""Where an arrow starts and ends, its source and target, and how to make it."""

_LOST = {
    "dead": "lost: the receiver has ended",
    "unregistered": "lost: no such name",
    "inactive": "dropped: no longer awaited",
}


def arrows(history: History) -> Iterator[Candidate]:
    """Yield every arrow that *history* has, not made yet: of a large trace only few are drawn."""
    for process in history.processes.values():
        if process.start is not None and process.parent is not None:
            yield process.start, process.start, process.parent, process.pid, partial(_spawn, history, process)
    for message in history.messages:
        if message.kind != "exit":
            source = None if message.kind == "timer" else message.sender
            end = message.enqueued or message.dropped
            yield message.sent, end, source, message.receiver, partial(_message, history, message)
    for signal in history.signals:
        yield signal.sent, signal.arrived, signal.sender, signal.receiver, partial(_signal, history, signal)
    for bond in history.bonds:
        if bond.for_call:
            continue
        if not bond.at_spawn:
            yield bond.start, bond.start, bond.owner, bond.other, partial(_bond, bond, bond.kind, bond.start, history)
        if bond.end is not None and bond.ended_by in ("unlink", "demonitor"):
            yield bond.end, bond.end, bond.owner, bond.other, partial(_bond, bond, bond.ended_by, bond.end, history)


def _spawn(history: History, process: Process) -> Arrow:
    assert process.start is not None
    verb = "spawn_link" if process.linked else "spawn_monitor" if process.monitored else "spawn"
    told = f"{who(history, process.parent)} spawned {who(history, process.pid)}"
    told += f"\n{printable(process.function)}({printable(', '.join(process.args))})"
    at = process.start
    return Arrow(verb, process.parent, process.pid, at, at, "", verb, tooltip=_told(told, at))


def _message(history: History, message: Message) -> Arrow:
    fate, remark = message.fate, ""
    if fate == "dropped":
        remark = _LOST.get(message.why or "", "lost")
    elif fate == "unread":
        remark = "never received" if history.end else "not received in this trace"
    elif fate == "flushed":
        remark = "flushed by demonitor"
    elif fate == "in flight":
        remark = "still under way"
    source, call = None if message.kind == "timer" else message.sender, message.call
    if call is not None and message.kind == "reply" and call.how == "timeout" and fate == "dropped":
        remark = "too late: dropped"
    return Arrow(
        message.kind, source, message.receiver, message.sent, message.enqueued or message.dropped, fate,
        _term(message), remark, _message_told(history, message, remark), _mailbox(message),
        call.ref if call is not None else None,
    )  # fmt: skip


def _mailbox(message: Message) -> tuple[At, At | None] | None:
    return (message.enqueued, message.received or message.flushed) if message.enqueued else None


def _term(message: Message) -> str:
    """The label: what is in the envelope; for a long ``EXIT`` or ``DOWN`` its ends, which say what matters."""
    if message.content is not None:
        verb = f"{message.kind} " if message.kind in ("call", "cast") else ""
        return shorten(verb + printable(message.content), LABEL)
    term = printable(message.term)
    if message.reason is None or shorten(term, LABEL) == term:
        return shorten(term, LABEL)
    return shorten(f"{{:{message.kind.upper()}, …, {printable(brief(message.reason))}}}", LABEL)


def _message_told(history: History, message: Message, remark: str) -> str:
    sender = f"a timer of {who(history, message.sender)}" if message.kind == "timer" else who(history, message.sender)
    receiver = printable(message.name or "nobody")
    if message.receiver is not None:
        receiver = who(history, message.receiver)
    told = f"{sender} → {receiver}\n{printable(message.term)}\nsent at {duration_text(message.sent.t)}"
    for verb, at in (("arrived", message.enqueued), ("received", message.received), ("dropped", message.dropped)):
        if at is not None:
            told += f", {verb} at {duration_text(at.t)}"
    told = f"{told}\n{remark}" if remark else told
    return told + _call_told(history, message.call) if message.call is not None else told


def _call_told(history: History, call: Call) -> str:
    """A call from its request to its end, which the tooltip of each of its messages tells."""
    told = f"\n\ncall {printable(call.request)} of {printable(callee(history, call))} at {duration_text(call.start.t)}"
    if call.replied is not None:
        told += f"\nreplied at {duration_text(call.replied.t)}: {printable(call.reply or '')}"
    if call.end is None:
        return f"{told}\nnot over in this trace"
    ends = {"replied": "over", "timeout": "given up", "down": "over, without a reply: the server has ended,"}
    lasted = duration_text(call.end.t - call.start.t)
    return f"{told}\n{ends[call.how or 'replied']} at {duration_text(call.end.t)}, after {lasted}"


def _signal(history: History, signal: Signal) -> Arrow:
    reason = printable(signal.reason)
    fate: str = signal.effect or "in flight"
    remark, label, mailbox = "", f"exit {printable(brief(signal.reason))}", None
    if signal.effect == "ignored":
        remark = "ignored"
    elif signal.effect is None:
        receiver = history.processes[signal.receiver]
        gone = receiver.end is not None and receiver.end <= signal.sent
        fate, remark = ("dropped", _LOST["dead"]) if gone else ("in flight", "no effect in this trace")
    elif signal.message is not None:
        message = signal.message
        fate, label, mailbox = message.fate, _term(message), _mailbox(message)
        remark = "trapped" if message.fate == "received" else "trapped, never received"
    origin = "through their link" if signal.via == "link" else "by exit/2"
    told = f"{who(history, signal.sender)} → {who(history, signal.receiver)}\nexit signal {origin}: {reason}"
    return Arrow(
        "exit", signal.sender, signal.receiver, signal.sent, signal.arrived, fate, shorten(label, LABEL), remark,
        _told(told + (f"\n{remark}" if remark else ""), signal.sent), mailbox,
    )  # fmt: skip


def _bond(bond: Bond, verb: str, at: At, history: History) -> Arrow:
    label = f"{verb} {printable(bond.name)}" if bond.name and verb == "monitor" else verb
    told = f"{verb}: {who(history, bond.owner)} and {who(history, bond.other)}"
    return Arrow(verb, bond.owner, bond.other, at, at, "", shorten(label, LABEL), tooltip=_told(told, at))


def _told(text: str, at: At) -> str:
    return f"{text}\nat {duration_text(at.t)}"
