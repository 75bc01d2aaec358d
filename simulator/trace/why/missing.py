"""Why not? What lies in a mailbox and is not taken, what never reached it, and what came after one had given up."""

from __future__ import annotations

from bisect import bisect_right

from simulator.terms.durations import duration_text
from simulator.trace.events import Cast
from simulator.trace.records import At, Message, Stretch
from simulator.trace.why.clauses import could_take, refused
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
    found = {each.sent.seq: _drop(run, each) for each in dropped}
    found.update((each.seq, _cast_to_nobody(run, each)) for each in run.casts_to_nobody(pid) if each.seq <= at.seq)
    return [because for _, because in sorted(found.items())[-_SHOWN:]]


def _cast_to_nobody(run: Known, cast: Cast) -> Because:
    when = At(cast.t, cast.seq)
    why = _free(run, cast.name or "the name", when)
    text = f"{run.who(cast.pid)} cast {short(cast.request)} at {point(when)}, which reached nobody: {why}."
    return Because("dropped", cast.pid or 0, text, (cast.seq,))


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
        return _free(run, message.name or "the name", message.sent)
    if message.why == "inactive":
        return f"{run.who(message.receiver)} took no replies to that alias any more"
    end = run.process(message.receiver).end if message.receiver in run.history.processes else None
    when = "" if end is None else f", at {point(end)}"
    return f"{run.who(message.receiver)} had ended{when}"


def _free(run: Known, name: str, at: At) -> str:
    """Return that a name was free at a moment, who had held it until then, and who took it after that."""
    held = [
        (each, process.pid)
        for process in run.history.processes.values()
        for each in process.names
        if each.name == name
    ]
    before = [each for each in held if each[0].end is not None and each[0].end.seq <= at.seq]
    after = [each for each in held if each[0].start.seq > at.seq]
    parts = [f"{name} was free"]
    if before:
        last = max(before, key=lambda each: each[0].start)
        parts.append(f"{_holder(run, last[1], name)} held it until {point(last[0].end or at)}")
    if after:
        following = min(after, key=lambda each: each[0].start)
        parts.append(f"{_holder(run, following[1], name)} took it at {point(following[0].start)}")
    return "; ".join(parts) if len(parts) > 1 else f"{name} was free, and nobody ever held it"


def _holder(run: Known, pid: int, name: str) -> str:
    """Return what a process is called, beside a name that it held."""
    who = run.who(pid)
    return f"{run.process(pid).function} <0.{pid}.0>" if who.startswith(name) else who


def _too_late(run: Known, pid: int, at: At) -> list[Because]:
    """A message that came after the process had given up waiting for it: the last few, in their order."""
    found: list[Because] = []
    following = _Following(run.arrived(pid))
    for stretch in reversed(run.process(pid).stretches):
        given_up = stretch.ended_by == "timeout" and stretch.on == "receive"
        if given_up and stretch.end is not None and stretch.end.seq <= at.seq:
            message = following.taken(stretch.patterns, stretch.end)
            if message is not None and message.enqueued is not None and message.enqueued.seq <= at.seq:
                found.append(_after(run, pid, stretch, message))
                if len(found) == _SHOWN:
                    break
    return found[::-1]


class _Following:
    """Which message, of those that arrived, a receive would have taken after it had given up: asked from the end on."""

    def __init__(self, arrived: list[Message]) -> None:
        self._arrived = arrived
        self._seen: dict[tuple[str, ...], tuple[int, Message | None]] = {}

    def taken(self, patterns: tuple[str, ...], since: At) -> Message | None:
        """Return the first message that arrived after a point and that one of the patterns takes."""
        start = bisect_right(self._arrived, since.seq, key=lambda message: (message.enqueued or since).seq)
        end, found = self._seen.get(patterns, (len(self._arrived), None))
        found = next((each for each in self._arrived[start:end] if could_take(patterns, each.term)), found)
        self._seen[patterns] = start, found
        return found


def _after(run: Known, pid: int, stretch: Stretch, message: Message) -> Because:
    assert stretch.end is not None and message.enqueued is not None
    late = message.enqueued.t - stretch.end.t
    how = f"{duration_text(late)} later" if late else "right after that"
    text = (
        f"{run.who(pid)} gave up at {point(stretch.end)}, and {short(told(message))} came {how}, at "
        f"{point(message.enqueued)}: it is {message.fate}."
    )
    return Because("after", pid, text, seqs(stretch.start, stretch.end, message.enqueued))
