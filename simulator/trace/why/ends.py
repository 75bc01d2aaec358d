"""Why did it end? The chain of exits back to the first cause; at a supervisor, who was restarted and how often."""

from __future__ import annotations

from typing import Any

from simulator.terms.durations import duration_text
from simulator.trace import events as ev
from simulator.trace.records import At
from simulator.trace.why.known import Because, Known, listed, point, short, some, told

_DEEPEST = 50  # exits of a chain
_SECOND = 1_000_000_000
_OWN = {
    "returned": "its function has returned",
    "exit": "it exits",
    "error": "it raises",
    "throw": "it throws, and nothing catches that",
}


def ended(run: Known, pid: int) -> list[Because]:
    """Return why a process ended, from its own end back to the first cause, and who was taken along."""
    end = run.process(pid).end
    if end is None:
        return []
    found: list[Because] = []
    seen: set[int] = set()
    current: int | None = end.seq
    while current is not None and current not in seen and len(found) < _DEEPEST:
        seen.add(current)
        because, current = _exit(run, run.events[current])
        found += because
    return found + _taken_along(run, pid, end.seq) + _in_its_place(run, pid)


def _exit(run: Known, event: Any) -> tuple[list[Because], int | None]:
    """Return the sentences about one exit, and the ``seq`` of the exit that was its cause."""
    who, here = run.who(event.pid), At(event.t, event.seq)
    cause = None if event.cause is None else run.events[event.cause]
    if isinstance(cause, ev.Signal):
        return _of_a_signal(run, event, cause)
    what = f"{_OWN.get(event.how, 'it ends')}"
    report = _headline(run.process(event.pid).report)
    why = f": {report}" if report else "" if event.how == "returned" else f": {short(event.reason)}"
    reached = _reached_by(run, event)
    after, points, earlier = _after(run, reached)
    text = f"{who} ends at {point(here)}, {what}{why}{after}."
    sentences = [Because("end", event.pid, text, tuple(sorted({*points, event.seq})))]
    return sentences + _given_up(run, event.pid, reached), earlier


def _of_a_signal(run: Known, event: Any, signal: Any) -> tuple[list[Because], int | None]:
    """A process that an exit signal ended: through a link, or that another sent."""
    who, sender, here = run.who(event.pid), run.who(signal.pid), At(event.t, event.seq)
    reason = short(signal.reason)
    if signal.via == "link":
        text = f"{who} ends at {point(here)}, taken along by its link to {sender}, which ended with {reason}."
        return [Because("link", event.pid, text, (signal.seq, event.seq))], _exit_before(run, signal)
    line = "" if signal.line is None else f" (line {signal.line})"
    reached = _reached_by(run, signal)
    after, points, earlier = _after(run, reached)
    killed = "kills it" if event.how == "killed" else f"sends it the exit signal {reason}"
    if signal.pid == event.pid:
        killed = f"sends itself the exit signal {reason}"
    text = f"{who} ends at {point(here)}: {sender} {killed}{line}{after}."
    found = [Because("signal", event.pid, text, tuple(sorted({*points, signal.seq, event.seq})))]
    return found + _given_up(run, signal.pid, reached), earlier


def _headline(report: str | None) -> str:
    """Return the line of a crash report that names what was raised."""
    lines = [line.strip() for line in (report or "").splitlines() if line.strip()]
    named = next((line for line in lines if line.startswith("** ")), "")
    return short(named.removeprefix("** "))


def _exit_before(run: Known, event: Any) -> int | None:
    """Return the exit that an event comes of, where that is its cause."""
    cause = None if event.cause is None else run.events[event.cause]
    return cause.seq if isinstance(cause, ev.Exit) else None


def _reached_by(run: Known, event: Any) -> Any:
    """Return by what a process came to do this: a receive, a return, a timeout ... or its spawn."""
    seq = _before_terminating(run, event)
    while seq is not None:
        cause = run.events[seq]
        if isinstance(cause, (ev.Receive, ev.Return, ev.Timeout, ev.Resume, ev.Worked, ev.Spawn)):
            return cause
        seq = cause.cause
    return None


def _before_terminating(run: Known, event: Any) -> int | None:
    """Return the cause of an event; of one within, or right after, ``terminate`` that of the termination."""
    inside = [
        each
        for each in run.callbacks.get(event.pid, ())
        if each.name.endswith(".terminate") and each.start.seq < event.seq
    ]
    seq: int | None = run.events[inside[-1].start.seq].cause if inside else event.cause
    return seq


def _after(run: Known, reached: Any) -> tuple[str, list[int], int | None]:
    """Return after what a process does something, the events of it, and the exit behind it, if there is one."""
    if isinstance(reached, ev.Return) and reached.how == "timeout":
        call = next((each for each in run.calls_by.get(reached.pid, ()) if each.ref == reached.ref), None)
        if call is not None:
            waited = duration_text(reached.t - call.start.t)
            text = f", when its call of {run.who(call.server)} with {short(call.request)} has no reply after {waited}"
            return text, [call.start.seq, reached.seq], None
    if isinstance(reached, ev.Return) and reached.how == "down":
        message = None if reached.cause is None else run.received(reached.cause)
        if message is not None and message.sender is not None:
            text = f", in the middle of its call of {run.who(message.sender)}, which ends"
            return text, [reached.seq], _cause_of_down(run, message.sent.seq)
    if isinstance(reached, ev.Receive):
        message = run.received(reached.seq)
        if message is not None and message.kind in ("down", "exit"):
            text = f", when it has received {told(message)}"
            return text, [message.sent.seq, reached.seq], _cause_of_down(run, message.sent.seq)
        if message is not None:
            source = " from a timer" if message.kind == "timer" else f" from {run.who(message.sender)}"
            return f", while it handles {told(message)}{source}", [message.sent.seq, reached.seq], None
    return "", [], None


def _cause_of_down(run: Known, seq: int) -> int | None:
    """Return the exit that a DOWN message or an exit signal tells of."""
    return _exit_before(run, run.events[seq])


# -- supervisors


def _given_up(run: Known, pid: int, reached: Any) -> list[Because]:
    """A supervisor that stops of itself: how often it had restarted, in which time, and how often it may."""
    if reached is None or not _gives_up(run, pid, reached):
        return []
    children = [each for each in run.children_of[pid] if each.at.seq < reached.seq]
    allowed = run.events[children[-1].at.seq] if children else None
    if allowed is None or allowed.most is None or allowed.within is None:
        return []
    who, most, within = run.who(pid), allowed.most, duration_text(allowed.within)
    used = _restarts(run, pid, children, reached.t, allowed.within)
    if len(used) < most:
        text = f"{who} stops with its child: {len(used)} of {some(most, 'restart')} in {within} are used."
    else:
        text = (
            f"{who} gives up: {len(used)} of {some(most, 'restart')} in {within} are used, and this would be one more."
        )
    return [Because("budget", pid, text, (*used, reached.seq))]


def _in_its_place(run: Known, pid: int) -> list[Because]:
    """Who was started in the place of a process, and which of how many restarts in which time that was."""
    child = next((each for each in run.history.children if each.replaces == pid), None)
    if child is None:
        return []
    who, allowed = run.who(child.supervisor), run.events[child.at.seq]
    text = f"{who} starts {run.who(child.pid)} in its place at {point(child.at)}"
    used: tuple[int, ...] = ()
    if allowed.most is not None and allowed.within is not None:
        before = [each for each in run.children_of[child.supervisor] if each.at.seq <= child.at.seq]
        used = _restarts(run, child.supervisor, before, child.at.t, allowed.within)
        text += f": {len(used)} of {some(allowed.most, 'restart')} in {duration_text(allowed.within)}"
    return [Because("restarted", pid, f"{text}.", tuple(sorted({*used, child.at.seq})))]


def _restarts(run: Known, pid: int, children: list[Any], now: int, within: int) -> tuple[int, ...]:
    """Return the restarts that count now, each by its first child: those of the last whole seconds, as OTP counts."""
    found: dict[int, int] = {}
    for child in children:
        if child.replaces is not None and child.at.t // _SECOND >= (now - within) // _SECOND:
            callback = run.callback_at(pid, child.at)
            found.setdefault(child.at.seq if callback is None else callback.start.seq, child.at.seq)
    return tuple(found.values())


def _gives_up(run: Known, pid: int, reached: Any) -> bool:
    """Return whether a supervisor, told that a child has ended, stops."""
    if not run.children_of.get(pid):
        return False
    handling = [each for each in run.callbacks.get(pid, ()) if run.events[each.start.seq].cause == reached.seq]
    return any(each.returned == ":stop" for each in handling)


# -- who was taken along


def _taken_along(run: Known, pid: int, seq: int) -> list[Because]:
    """Return whom an exit takes along through links, and those through theirs."""
    gone: list[int] = []
    events: dict[int, None] = {}
    for signal in run.history.signals:
        if signal.via == "link" and signal.effect == "ended" and signal.arrived is not None:
            source = run.events[signal.sent.seq].cause
            if source == seq or source in events:
                gone.append(signal.receiver)
                events[signal.arrived.seq] = None
    if not gone:
        return []
    names = listed([run.who(each) for each in gone])
    return [Because("along", pid, f"Its end takes {names} along, through links.", (seq, *events))]
