"""Why does it wait? On whom, since when, until when; and what those do whom it waits for, to the end or in a circle."""

from __future__ import annotations

from simulator.terms.durations import duration_text
from simulator.trace.records import At, Call, Message, Stretch
from simulator.trace.why.known import Because, Known, listed, name_of, point, seqs, short, some, told

_DEEPEST = 20  # processes of a chain


def waiting(run: Known, pid: int, at: At) -> list[Because]:
    """Return what a process does at a moment, and, as long as one waits for another, what that one does."""
    found: list[Because] = []
    way: list[int] = []
    needs: list[bool] = []
    current: int | None = pid
    while current in run.history.processes and len(way) < _DEEPEST:  # else it is of another trace, or of none
        if current in way:
            if all(needs[way.index(current) :]):
                found.append(_circle(run, way[way.index(current) :], at))
            break
        because, following, needed = _one(run, current, at)
        found.append(because)
        way.append(current)
        needs.append(needed)
        current = following
    return found


def _one(run: Known, pid: int, at: At) -> tuple[Because, int | None, bool]:
    """Return what one process does, for whom it waits, and whether nobody else can end that wait."""
    process, who = run.process(pid), run.who(pid)
    if process.start is not None and process.start.seq > at.seq:
        by = "" if process.parent is None else f" by {run.who(process.parent)}"
        text = f"{who} is not there yet: it is spawned{by} at {point(process.start)}."
        return Because("unborn", pid, text, seqs(process.start)), None, False
    if process.end is not None and process.end.seq <= at.seq:
        text = f"{who} has ended, at {point(process.end)}: {short(process.reason or '')}."
        return Because("ended", pid, text, seqs(process.end)), None, False
    stretch = run.stretch(pid, at)
    if stretch is None:
        return _ready(run, pid, at), None, False
    if stretch.kind == "wait":
        message = run.comes(stretch)
        if message is not None and message.enqueued is not None and message.enqueued.seq <= at.seq:
            return _woken(run, pid, stretch, message), None, False
        if stretch.on == "call" and stretch.call is not None:
            return _on_call(run, pid, stretch, stretch.call, at), stretch.call.server, True
        if stretch.on == "sleep":
            return _asleep(who, pid, stretch), None, False
        if stretch.on == "event":
            return _on_event(who, pid, stretch), None, False
        return _on_message(run, pid, stretch, at)
    if stretch.kind == "active":
        return _active(run, pid, stretch), None, False
    return _working(run, pid, stretch, at), None, False


def _since(stretch: Stretch) -> str:
    return f"since {point(stretch.start)}"


def _ready(run: Known, pid: int, at: At) -> Because:
    """A process between two stretches: something has come that it waited for, or it was just spawned."""
    process = run.process(pid)
    before = [each for each in process.stretches if each.end is not None and each.end.seq <= at.seq]
    after = next((each for each in process.stretches if each.start.seq > at.seq), None)
    turn = (
        "its turn has not come by the end of the trace" if after is None else f"its turn comes at {point(after.start)}"
    )
    since = before[-1].end if before else process.start
    return Because(
        "ready", pid, f"{run.who(pid)} is ready to run: {turn}.", seqs(since, after.start if after else None)
    )


def _woken(run: Known, pid: int, stretch: Stretch, message: Message) -> Because:
    """A process whose message is there, and whose turn has not come."""
    assert message.enqueued is not None and stretch.end is not None
    text = (
        f"{run.who(pid)} is ready to run: {told(message)}{_from(run, message)}, for which it had waited "
        f"{_since(stretch)}, is there since {point(message.enqueued)}; its turn comes at {point(stretch.end)}."
    )
    return Because("woken", pid, text, seqs(stretch.start, message.enqueued, stretch.end))


def _active(run: Known, pid: int, stretch: Stretch) -> Because:
    """A process that runs code."""
    message = run.received(stretch.start.seq)
    if message is None:
        return Because("active", pid, f"{run.who(pid)} runs its code, {_since(stretch)}.", seqs(stretch.start))
    text = f"{run.who(pid)} runs its code, {_since(stretch)}, when it received {told(message)}{_from(run, message)}."
    return Because("active", pid, text, seqs(message.sent, stretch.start))


def _from(run: Known, message: Message) -> str:
    """Return who sent a message, as the end of a sentence."""
    if message.kind == "timer":
        return " from a timer"
    return "" if message.sender is None else f" from {run.who(message.sender)}"


def _working(run: Known, pid: int, stretch: Stretch, at: At) -> Because:
    """A process that works, or wants to."""
    work = next((each for each in reversed(run.process(pid).works) if each.start.seq <= at.seq), None)
    if work is None:
        return _active(run, pid, stretch)
    done = "" if work.end is None else f", and is done at {point(work.end)}"
    who, wants = run.who(pid), duration_text(work.duration)
    if stretch.kind == "run":
        where = f" on scheduler {stretch.scheduler}" if stretch.scheduler else ""
        text = f"{who} works{where}, {_since(stretch)}: it has work of {wants}{done}."
        return Because("works", pid, text, seqs(work.start, stretch.start, work.end))
    busy = busy_with(run, at)
    held = (
        f": {listed([run.who(each) for each, _ in busy])} {'has it' if len(busy) == 1 else 'have them'}" if busy else ""
    )
    text = f"{who} wants a scheduler for {wants} of work, {_since(stretch)}, and none is free{held}."
    return Because("queue", pid, text, seqs(work.start, stretch.start, *(each.start for _, each in busy)))


def busy_with(run: Known, at: At) -> list[tuple[int, Stretch]]:
    """Return who has a scheduler at a moment, by the number of the scheduler."""
    found = []
    for pid in run.history.processes:
        stretch = run.stretch(pid, at)
        if stretch is not None and stretch.kind == "run":
            found.append((pid, stretch))
    return sorted(found, key=lambda each: (each[1].scheduler or 0, each[0]))


def _asleep(who: str, pid: int, stretch: Stretch) -> Because:
    until = "for ever" if stretch.until is None else f"until {duration_text(stretch.until)}"
    return Because("sleep", pid, f"{who} sleeps, {_since(stretch)}, {until}.", seqs(stretch.start, stretch.end))


def _on_event(who: str, pid: int, stretch: Stretch) -> Because:
    what = f" {stretch.detail}" if stretch.detail else ""
    end = (
        "it has not happened by the end of the trace" if stretch.end is None else f"it happens at {point(stretch.end)}"
    )
    text = f"{who} waits for the SimPy event{what}, {_since(stretch)}: {end}."
    return Because("event", pid, text, seqs(stretch.start, stretch.end))


# -- calls


def _on_call(run: Known, pid: int, stretch: Stretch, call: Call, at: At) -> Because:
    """A client that waits for its reply."""
    until = "for ever if need be" if call.until is None else f"until {duration_text(call.until)} at most"
    text = (
        f"{run.who(pid)} waits for the reply of {name_of(call, run)} to its call {short(call.request)}, "
        f"{_since(stretch)}, {until}: {_request(run, call, at)}; {_outcome(run, call)}."
    )
    message = call.message
    points = [call.start, stretch.start, call.end]
    if message is not None:
        points += [message.enqueued, message.received]
    return Because("call", pid, text, seqs(*points))


def _request(run: Known, call: Call, at: At) -> str:
    """Return where the request is at a moment."""
    message = call.message
    if message is None:
        return "the request has not been sent"
    if call.replied is not None and call.replied.seq <= at.seq:
        return f"the reply is on its way, sent at {point(call.replied)}"
    if message.received is not None and message.received.seq <= at.seq:
        return f"the request is being handled, since {point(message.received)}"
    if message.enqueued is not None and message.enqueued.seq <= at.seq:
        before = [each for each in run.mailbox(message.receiver or 0, at) if (each.enqueued or at) < message.enqueued]
        behind = f", behind {some(len(before), 'message')}" if before else ""
        return f"the request lies in the mailbox{behind}"
    return "the request is on its way" if message.dropped is None else "the request reached nobody"


def _outcome(run: Known, call: Call) -> str:
    """Return how a call ends."""
    if call.end is None:
        return "no reply has come by the end of the trace"
    how = {
        "replied": "the reply comes",
        "timeout": f"{run.who(call.caller)} gives up",
        "down": f"{name_of(call, run)} ends without a reply",
    }
    return f"{how[call.how or 'replied']} at {point(call.end)}"


# -- messages


def _on_message(run: Known, pid: int, stretch: Stretch, at: At) -> tuple[Because, int | None, bool]:
    """A process in a receive; who will send what ends that, or who alone could."""
    what = (
        "any message"
        if not stretch.patterns
        else f"a message that matches {listed(list(map(short, stretch.patterns)), 'or')}"
    )
    if stretch.on == "call":
        what = f"the answer of {stretch.detail}"
    until = "" if stretch.until is None else f", until {duration_text(stretch.until)} at most"
    waits = "hibernates until there is" if stretch.on == "hibernate" else "waits for"
    end, points, following, needed = _end_of_wait(run, pid, stretch)
    inside = run.mailbox(pid, at)
    unmatched = f"; of {some(len(inside), 'message')} in its mailbox none does" if inside and stretch.patterns else ""
    text = f"{run.who(pid)} {waits} {what}, {_since(stretch)}{until}{unmatched}: {end}."
    kind = "hibernate" if stretch.on == "hibernate" else "receive"
    return Because(kind, pid, text, seqs(stretch.start, *points)), following, needed


def _end_of_wait(run: Known, pid: int, stretch: Stretch) -> tuple[str, list[At | None], int | None, bool]:
    """Return what ends a wait for a message, at which points, who is waited for, and whether nobody else will do."""
    message = run.comes(stretch)
    if message is not None and stretch.end is not None:
        sender = message.sender if message.kind not in ("timer", "down", "exit") and message.sender != pid else None
        text = f"{told(message)} comes{_from(run, message)} at {point(stretch.end)}"
        return text, [message.sent, message.enqueued, stretch.end], sender, False
    if stretch.ended_by == "timeout" and stretch.end is not None:
        return f"none comes, and it goes on at {point(stretch.end)}", [stretch.end], None, False
    if stretch.ended_by == "exit" and stretch.end is not None:
        return f"none comes before it ends, at {point(stretch.end)}", [stretch.end], None, False
    blocked = next((each for each in run.history.blocked if each.pid == pid and each.since == stretch.start), None)
    if blocked is not None:
        awaited = listed([run.who(each) for each in blocked.awaits], "or")
        return (
            f"it can only come from {awaited}, and none has come by the end",
            [blocked.at],
            blocked.awaits[0],
            len(blocked.awaits) == 1,
        )
    if stretch.end is not None:
        return f"the wait ends at {point(stretch.end)}", [stretch.end], None, False
    return "none has come by the end of the trace", [], None, False


# -- circles


def _circle(run: Known, among: list[int], at: At) -> Because:
    """Those who wait for each other: a deadlock, for ever or until one of them gives up."""
    stretches = [each for each in (run.stretch(pid, at) for pid in among) if each is not None]
    deadlines = sorted(each.until for each in stretches if each.until is not None)
    names = " -> ".join(run.who(pid) for pid in [*among, among[0]])
    if deadlines:
        end = f"a deadlock until one of them gives up, at {duration_text(deadlines[0])}"
    else:
        end = "a deadlock: none of them can go on"
    points = seqs(*(each.start for each in stretches))
    return Because("deadlock", among[0], f"{names}: each waits for the next, which is {end}.", points)
