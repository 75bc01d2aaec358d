"""What a sentence of an answer claims, looked up in the raw events: slowly, and without the history or an index."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from simulator.terms.durations import duration_text
from simulator.trace import events as ev
from simulator.trace.why.known import Because, short

Events = list[Any]
_ENDS_WAIT = (ev.Receive, ev.Timeout, ev.Resume, ev.Exit, ev.Wait, ev.Work, ev.Run, ev.Preempt, ev.Worked)
_SECOND = 1_000_000_000


def check(events: Events, because: Because, at: int) -> None:
    """Hold that a sentence is true of a trace, of which *at* is the last event that had happened."""
    assert list(because.events) == sorted(set(because.events)), "evidence in the order of the trace"
    assert all(0 <= seq < len(events) for seq in because.events)
    for before, seq in re.findall(r"(.{1,40}) \(#(\d+)\)", because.text):
        assert before.endswith(duration_text(events[int(seq)].t)), "an event is named with its time"
    CLAIMS[because.kind](events, because, at)


def chained(events: Events, exits: list[int]) -> None:
    """Hold that each of these exits is a cause, near or far, of the one before it."""
    for later, earlier in pairwise(exits):
        assert earlier in causes(events, later)


def causes(events: Events, seq: int) -> Iterator[int]:
    cause = events[seq].cause
    while cause is not None:
        yield cause
        cause = events[cause].cause


def exit_of(events: Events, pid: int) -> Any:
    return next((event for event in events if isinstance(event, ev.Exit) and event.pid == pid), None)


def doing(events: Events, pid: int, at: int) -> Any:
    """Return the last event by *at* that says what a process does: a wait, work, or what ended such."""
    return next((e for e in reversed(events[: at + 1]) if e.pid == pid and isinstance(e, _ENDS_WAIT)), None)


def evidence(events: Events, because: Because, kind: type[ev.Event]) -> list[Any]:
    return [events[seq] for seq in because.events if isinstance(events[seq], kind)]


def waits(*on: str) -> Callable[[Events, Because, int], None]:
    def holds(events: Events, because: Because, at: int) -> None:
        last = doing(events, because.pid, at)
        assert isinstance(last, ev.Wait)
        assert last.on in on
        assert last.seq in because.events

    return holds


def works(kind: type[ev.Event], *others: type[ev.Event]) -> Callable[[Events, Because, int], None]:
    def holds(events: Events, because: Because, at: int) -> None:
        assert isinstance(doing(events, because.pid, at), (kind, *others))

    return holds


def alive(events: Events, because: Because, at: int) -> None:
    mine = [e for e in events[: at + 1] if e.pid == because.pid]
    assert any(isinstance(e, ev.Spawn) for e in mine)
    assert not any(isinstance(e, ev.Exit) for e in mine)
    assert not isinstance(doing(events, because.pid, at), ev.Wait)


def unborn(events: Events, because: Because, at: int) -> None:
    [spawn] = evidence(events, because, ev.Spawn)
    assert spawn.pid == because.pid
    assert spawn.seq > at


def over(events: Events, because: Because, at: int) -> None:
    end = exit_of(events, because.pid)
    assert end.seq <= at
    assert short(end.reason) in because.text


def deadlock(events: Events, because: Because, at: int) -> None:
    next_of = {}
    for wait in evidence(events, because, ev.Wait):
        assert doing(events, wait.pid, at) is wait
        call = events[wait.cause]
        blocked = [e for e in events if isinstance(e, ev.Blocked) and e.cause == wait.seq]
        next_of[wait.pid] = call.to if isinstance(call, ev.Call) else blocked[0].awaits[0]
    walked = [because.pid]
    while len(walked) <= len(next_of):
        walked.append(next_of[walked[-1]])
    assert walked[-1] == because.pid
    assert set(walked) == set(next_of)


def own_end(events: Events, because: Because, at: int) -> None:
    end = exit_of(events, because.pid)
    assert end.seq in because.events
    assert not isinstance(events[end.cause] if end.cause is not None else None, ev.Signal)


def signalled(via: str) -> Callable[[Events, Because, int], None]:
    def holds(events: Events, because: Because, at: int) -> None:
        end = exit_of(events, because.pid)
        signal = events[end.cause]
        assert (signal.via, signal.to) == (via, because.pid)
        assert {end.seq, signal.seq} <= set(because.events)

    return holds


def budget(events: Events, because: Because, at: int) -> None:
    used, most = map(int, re.findall(r"(\d+) of (\d+) restart", because.text)[0])
    now = events[because.events[-1]]
    children = [e for e in events[: now.seq] if isinstance(e, ev.Child) and e.pid == because.pid]
    assert {child.most for child in children} == {most}
    again = [e for e in children if e.replaces is not None]
    recent = {e.t for e in again if e.t // _SECOND >= (now.t - e.within) // _SECOND}
    assert used >= len(recent)  # of one instant there can be several
    assert used == len(because.events) - 1
    assert ("gives up" in because.text) == (used >= most)


def restarted(events: Events, because: Because, at: int) -> None:
    [child] = [e for e in events if isinstance(e, ev.Child) and e.replaces == because.pid]
    assert child.seq in because.events
    if child.most is not None:
        again = [e for e in events[: child.seq + 1] if isinstance(e, ev.Child) and e.pid == child.pid and e.replaces]
        recent = {e.t for e in again if e.t // _SECOND >= (child.t - child.within) // _SECOND}
        used, most = map(int, re.findall(r"(\d+) of (\d+) restart", because.text)[0])
        assert most == child.most
        assert used >= len(recent)  # of one instant there can be several
        assert used == len(because.events)


def along(events: Events, because: Because, at: int) -> None:
    first, *rest = because.events
    for seq in rest:
        assert isinstance(events[seq], ev.Exit)
        signal = events[events[seq].cause]
        assert signal.via == "link"
        assert signal.cause in because.events
    assert events[first].pid == because.pid


def states(events: Events, pid: int, at: int) -> list[Any]:
    """Return the events by *at* at which a server's state became another."""
    found: list[Any] = []
    for event in events[: at + 1]:
        if isinstance(event, ev.Called) and event.pid == pid and event.state is not None:
            given = events[event.cause] if event.cause is not None else None
            before = next(
                (e for e in reversed(events[: event.seq]) if isinstance(e, ev.Callback) and e.pid == pid), given
            )
            if before is None or before.state != event.state:
                found.append(event)
    return found


def written(back: int) -> Callable[[Events, Because, int], None]:
    def holds(events: Events, because: Because, at: int) -> None:
        last = states(events, because.pid, at)[back]
        assert last.seq in because.events
        assert short(last.state) in because.text

    return holds


def read_since(events: Events, because: Because, at: int) -> None:
    last = states(events, because.pid, at)[-1]
    for seq in because.events:
        assert last.seq < seq <= at
        assert events[seq].state == last.state


def state(events: Events, because: Because, at: int) -> None:
    """What changed, who set it, who read it: the parts of the words stand in the states before and after."""
    setter = events[because.events[0]]
    said = re.split(r": [^ ]+ set it at ", because.text)[0]
    changed = states(events, because.pid, at)
    assert setter in changed
    before = next(e for e in reversed(events[: setter.seq]) if isinstance(e, ev.Callback) and e.pid == setter.pid)
    if before.state is None:
        assert said == short(setter.state)
    else:
        parts = (("+", setter.state), ("-", before.state))
        for sign, term in parts:
            for told in re.findall(rf"(?<=[\[{{ (])\{sign} ((?:\w+: )?[^\s,{{}}\[\]…]+)", said):
                assert told in term
        for old, new in re.findall(r"([^\s{\[(…]+) -> ([^\s,}\])…]+)", said):
            assert old in before.state
            assert new in setter.state
        assert "->" in said or "+ " in said or "- " in said or "beyond" in said
    following = next((e.seq for e in changed if e.seq > setter.seq), at + 1)
    for seq in because.events[1:]:
        assert setter.seq < seq < following
        assert events[seq].state == setter.state


def got(events: Events, because: Because, at: int) -> None:
    *_, deliver, receive = (events[seq] for seq in because.events)
    assert isinstance(receive, ev.Receive)
    assert receive.pid == because.pid
    assert receive.cause == deliver.seq


def kept(events: Events, because: Because, at: int) -> None:
    """A state had been set, and nobody else has set the value in it until it was read."""
    callback, setter, *read = (events[seq] for seq in because.events)
    assert isinstance(setter, ev.Called)
    assert callback.pid == setter.pid == because.pid
    assert callback.state != setter.state
    told = re.search(r" had (.+?) in its state for ", because.text)
    for reader in read:
        between = [e for e in events[setter.seq : reader.seq + 1] if e.pid == because.pid and hasattr(e, "state")]
        assert reader is between[-1]
        assert f"for {duration_text(reader.t - setter.t)}: " in because.text
        for each in between:
            assert told is None or each.state is None or "…" in told[1] or plainly(told[1]) in plainly(each.state)
        if told is None:
            assert {each.state for each in between} - {None} == {setter.state}


def plainly(term: str) -> str:
    """Return a term without what writes pairs of a keyword list otherwise than tuples."""
    return re.sub(r"[{}:,\s]", "", term)


def made(events: Events, because: Because, at: int) -> None:
    receive, callback = (events[seq] for seq in because.events)
    assert receive.pid == callback.pid == because.pid
    assert receive.seq in causes(events, callback.seq)


def began(events: Events, because: Because, at: int) -> None:
    spawn, sent = (events[seq] for seq in because.events)
    assert isinstance(spawn, ev.Spawn)
    assert spawn.pid == sent.pid == because.pid


def gone(events: Events, because: Because, at: int) -> None:
    [end] = evidence(events, because, ev.Exit)
    assert end is exit_of(events, because.pid)
    assert short(end.reason) in because.text


def took(events: Events, because: Because, at: int) -> None:
    first, last = events[because.events[0]], events[because.events[-1]]
    assert f"took {duration_text(last.t - first.t)}" in because.text
    assert because.pid == last.pid


def outside(events: Events, because: Because, at: int) -> None:
    callback = events[because.events[-1]]
    assert isinstance(callback, ev.Callback)
    before = next(e for e in reversed(events[: callback.seq]) if isinstance(e, ev.Called) and e.pid == callback.pid)
    assert before.state != callback.state


def client_of(events: Events, called: Any) -> int:
    """Return who sent the message that a callback handled."""
    return next(events[seq].pid for seq in causes(events, called.seq) if isinstance(events[seq], ev.Send))


def lost_update(events: Events, because: Because, at: int) -> None:
    if not because.events:
        assert re.match(r"\d+ updates were lost so far", because.text)
        return
    read, between, write = (events[seq] for seq in because.events)
    changed = [event.seq for event in states(events, because.pid, at)]
    assert read.seq not in changed
    assert between.seq in changed
    client = client_of(events, read)
    assert client == client_of(events, write)
    assert client != client_of(events, between)
    mine = [
        e
        for e in events[read.seq + 1 : write.seq]
        if isinstance(e, ev.Called) and e.pid == because.pid and client_of(events, e) == client
    ]
    assert not mine


def gave_up(events: Events, because: Because, at: int) -> None:
    [end] = evidence(events, because, ev.Return)
    [call] = evidence(events, because, ev.Call)
    assert (end.how, end.ref) == ("timeout", call.ref)
    received = evidence(events, because, ev.Receive)
    assert ("being handled" in because.text) == any(e.seq < end.seq for e in received)


def late_reply(events: Events, because: Because, at: int) -> None:
    [end], [reply] = evidence(events, because, ev.Return), evidence(events, because, ev.Reply)
    assert end.ref == reply.ref
    assert f"{duration_text(reply.t - end.t)} after" in because.text


def lay(events: Events, because: Because, at: int) -> None:
    deliver, receive = (events[seq] for seq in because.events)
    if not isinstance(deliver, ev.Deliver):  # a timer's is told from when it fired
        deliver = next(e for e in events if isinstance(e, ev.Deliver) and e.cause == deliver.seq)
    assert receive.cause == deliver.seq
    assert duration_text(receive.t - events[because.events[0]].t) in because.text


def starved(events: Events, because: Because, at: int) -> None:
    total, since = 0, None
    for event in events[: at + 1]:
        if event.pid == because.pid and isinstance(event, _ENDS_WAIT):
            total += 0 if since is None else event.t - since
            since = event.t if isinstance(event, (ev.Work, ev.Preempt)) else None
    total += 0 if since is None else events[at].t - since
    assert f"waited {duration_text(total)} for" in because.text


def woken(events: Events, because: Because, at: int) -> None:
    assert isinstance(doing(events, because.pid, at), ev.Wait)
    [receive] = evidence(events, because, ev.Receive)
    deliver = events[receive.cause]
    assert deliver.seq <= at < receive.seq
    assert deliver.seq in because.events


def unread(events: Events, because: Because, at: int) -> None:
    for deliver in evidence(events, because, ev.Deliver):
        assert deliver.pid == because.pid
        assert not any(isinstance(e, ev.Receive) and e.cause == deliver.seq for e in events[: at + 1])


def refused(events: Events, because: Because, at: int) -> None:
    unread(events, because, at)
    following = next((e for e in events[at + 1 :] if e.pid == because.pid and isinstance(e, _ENDS_WAIT)), None)
    for deliver in evidence(events, because, ev.Deliver):
        assert following is None or following.cause != deliver.seq, "it is taken as soon as its receiver runs"


def dropped(events: Events, because: Because, at: int) -> None:
    [drop] = evidence(events, because, ev.Drop) or evidence(events, because, ev.Send)
    assert drop.seq <= at
    if isinstance(drop, ev.Drop):
        assert drop.cause in because.events


def after(events: Events, because: Because, at: int) -> None:
    [deliver], [timeout] = evidence(events, because, ev.Deliver), evidence(events, because, ev.Timeout)
    assert timeout.seq < deliver.seq
    late = deliver.t - timeout.t
    assert (f"came {duration_text(late)} later" if late else "came right after that") in because.text


CLAIMS: dict[str, Callable[[Events, Because, int], None]] = {
    "call": waits("call"), "receive": waits("receive", "call"), "hibernate": waits("hibernate"),
    "sleep": waits("sleep"), "event": waits("event"), "works": works(ev.Run), "queue": works(ev.Work, ev.Preempt),
    "active": alive, "ready": alive, "unborn": unborn, "ended": over, "deadlock": deadlock, "end": own_end,
    "link": signalled("link"), "signal": signalled("exit"), "budget": budget, "along": along, "write": written(-1),
    "before": written(-2), "outside": outside, "state": state, "got": got, "kept": kept,
    "made": made, "gone": gone, "restarted": restarted, "began": began, "took": took,
    "more": lambda events, because, at: None,
    "read": read_since, "lost": lost_update, "gave_up": gave_up, "late_reply": late_reply, "mailbox": lay, "timer": lay,
    "starved": starved, "refused": refused, "woken": woken, "busy": unread, "dropped": dropped, "after": after,
}  # fmt: skip
