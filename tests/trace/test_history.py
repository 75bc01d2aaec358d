"""The history that a trace tells."""

import pytest

from simulator.trace import events as ev
from simulator.trace.telling import history
from simulator.trace.told import History, UnknownProcess

MS = 1_000_000


def story(*events):
    """Number the events, each given as (class, time in ms, fields), and tell their history."""
    return history(numbered(*events))


def numbered(*events):
    return [kind(seq=seq, t=int(t * MS), **fields) for seq, (kind, t, fields) in enumerate(events)]


def having(**fields):
    """The fields of an event."""
    return fields


MAIN = (ev.Spawn, 0, having(pid=100, id="main", function="main/0"))
CHILD = (ev.Spawn, 0, having(pid=101, id="main.loop.1", function="loop/1", parent=100, args=["3"]))


def test_a_message_has_three_instants():
    told = story(
        MAIN, CHILD,
        (ev.Wait, 0, having(pid=101, on="receive", patterns=["{:go, _}"], until=9 * MS)),
        (ev.Send, 1, having(pid=100, to=101, name=":loop", msg="{:go, 1}")),
        (ev.Deliver, 2, having(pid=101, cause=3, depth=1)),
        (ev.Receive, 3, having(pid=101, cause=4, depth=0)),
    )  # fmt: skip
    (message,) = told.messages
    assert (message.kind, message.sender, message.receiver, message.name) == ("message", 100, 101, ":loop")
    assert [at.t // MS for at in (message.sent, message.enqueued, message.received)] == [1, 2, 3]
    assert message.fate == "received"
    wait = told.processes[101].stretches[0]
    assert (wait.kind, wait.on, wait.patterns, wait.until) == ("wait", "receive", ("{:go, _}",), 9 * MS)
    assert (wait.end.seq, wait.ended_by) == (5, "receive")


def test_the_ways_a_message_ends():
    told = story(
        MAIN, CHILD,
        (ev.Send, 0, having(pid=100, to=101, msg="1")),
        (ev.Send, 0, having(pid=100, to=101, msg="2")),
        (ev.Deliver, 0, having(pid=101, cause=2, depth=1)),
        (ev.Send, 0, having(pid=100, to=None, name=":gone", msg="3")),
        (ev.Drop, 0, having(cause=5, why="unregistered")),
    )  # fmt: skip
    assert [message.fate for message in told.messages] == ["unread", "in flight", "dropped"]
    assert told.messages[2].why == "unregistered"


def test_running_begins_where_the_process_gets_its_turn():
    told = story(
        MAIN, CHILD,
        (ev.Output, 0, having(pid=100, text="hi\n")),
        (ev.Exit, 0, having(pid=100, reason=":normal", how="returned")),
        (ev.Note, 0, having(pid=101, text="mine")),
        (ev.Exit, 0, having(pid=101, reason=":normal", how="returned")),
    )  # fmt: skip
    main, child = told.processes.values()
    assert [(s.kind, s.start.seq, s.end.seq) for s in main.stretches] == [("active", 1, 3)]
    assert [(s.kind, s.start.seq, s.end.seq) for s in child.stretches] == [("active", 4, 5)]


def test_work_waits_for_a_scheduler_and_is_sliced():
    told = story(
        MAIN,
        (ev.Work, 0, having(pid=100, duration=4 * MS)),
        (ev.Run, 1, having(pid=100, scheduler=2)),
        (ev.Preempt, 3, having(pid=100, left=2 * MS)),
        (ev.Run, 4, having(pid=100, scheduler=1)),
        (ev.Worked, 6, having(pid=100, cause=1)),
    )  # fmt: skip
    process = told.processes[100]
    assert [(s.kind, s.start.t // MS, s.scheduler) for s in process.stretches] == [
        ("queue", 0, None), ("run", 1, 2), ("queue", 3, None), ("run", 4, 1), ("active", 6, None),
    ]  # fmt: skip
    assert (process.works[0].duration, process.works[0].end.t) == (4 * MS, 6 * MS)


def test_an_exit_signal_ends_or_is_trapped_or_ignored():
    signal = having(pid=100, via="link", reason=":boom")
    told = story(
        MAIN, CHILD,
        (ev.Exit, 0, having(pid=100, reason=":boom", how="exit")),
        (ev.Signal, 0, signal | having(to=101)),
        (ev.Signal, 0, signal | having(to=102, msg="{:EXIT, #PID<0.100.0>, :boom}")),
        (ev.Signal, 0, signal | having(to=103)),
        (ev.Exit, 0, having(pid=101, cause=3, reason=":boom", how="signal")),
        (ev.Deliver, 0, having(pid=102, cause=4, depth=1)),
        (ev.Ignore, 0, having(pid=103, cause=5)),
    )  # fmt: skip
    assert [signal.effect for signal in told.signals] == ["ended", "trapped", "ignored"]
    (message,) = told.messages
    assert (message.kind, message.receiver, message.sent.seq, message.enqueued.seq) == ("exit", 102, 4, 7)
    assert told.signals[1].message is message


def test_links_and_monitors_have_lifetimes():
    told = story(
        MAIN,
        (ev.Spawn, 0, having(pid=101, id="a", function="a/0", parent=100, link=True, monitor=7)),
        (ev.Link, 1, having(pid=101, to=100)),  # is linked already
        (ev.Monitor, 1, having(pid=100, to=101, ref=8)),
        (ev.Demonitor, 2, having(pid=100, ref=8)),
        (ev.Exit, 3, having(pid=101, reason=":normal", how="returned")),
        (ev.Down, 3, having(pid=101, to=100, ref=7, reason=":normal", msg="{:DOWN, 7}")),
    )  # fmt: skip
    assert [(b.kind, b.at_spawn, b.end.t // MS, b.ended_by) for b in told.bonds] == [
        ("link", True, 3, "exit"), ("monitor", True, 3, "down"), ("monitor", False, 2, "demonitor"),
    ]  # fmt: skip
    assert told.bonds[1].down is told.messages[0]


def test_a_link_to_the_dead_is_gone_at_once_and_may_come_again():
    told = story(
        MAIN, CHILD,
        (ev.Exit, 0, having(pid=101, reason=":normal", how="returned")),
        (ev.Link, 1, having(pid=100, to=101)),
        (ev.Link, 2, having(pid=100, to=101)),
    )  # fmt: skip
    assert [(bond.start.t, bond.end.t) for bond in told.bonds] == [(MS, MS), (2 * MS, 2 * MS)]


def test_demonitor_with_flush_takes_the_down_message_away():
    told = story(
        MAIN, CHILD,
        (ev.Monitor, 0, having(pid=100, to=101, ref=7)),
        (ev.Down, 0, having(pid=101, to=100, ref=7, reason=":normal", msg="down")),
        (ev.Deliver, 0, having(pid=100, cause=3, depth=1)),
        (ev.Demonitor, 0, having(pid=100, ref=7, flush=True)),
    )  # fmt: skip
    assert told.messages[0].fate == "flushed"
    assert told.bonds[0].ended_by == "down"


def test_timers_fire_are_cancelled_or_are_too_late_to_cancel():
    timer = having(pid=100, to=100, msg=":tick")
    told = story(
        MAIN,
        (ev.Timer, 0, timer | having(ref=1, at=5 * MS)),
        (ev.Timer, 0, timer | having(ref=2, at=6 * MS)),
        (ev.Timer, 0, timer | having(ref=3, at=7 * MS)),
        (ev.Cancel, 1, having(pid=100, ref=2, left=5 * MS)),
        (ev.Fire, 5, having(pid=100, ref=1, to=100, cause=1)),
        (ev.Deliver, 5, having(pid=100, cause=5, depth=1)),
        (ev.Cancel, 5, having(pid=100, ref=1)),
    )  # fmt: skip
    fired, cancelled, pending = told.timers
    assert (fired.fired.t, fired.due, [at.seq for at in fired.too_late]) == (5 * MS, 5 * MS, [7])
    assert (cancelled.cancelled.t, pending.fired, pending.cancelled) == (MS, None, None)
    assert (told.messages[0].kind, told.messages[0].term, told.messages[0].fate) == ("timer", ":tick", "unread")


def test_a_timer_dies_with_its_receiver():
    told = story(
        MAIN, CHILD,
        (ev.Timer, 0, having(pid=100, to=101, ref=1, msg=":tick", at=5 * MS)),
        (ev.Exit, 1, having(pid=101, reason=":normal", how="returned")),
        (ev.Cancel, 1, having(pid=100, ref=1, left=4 * MS)),
        (ev.Cancel, 2, having(pid=100, ref=1)),
    )  # fmt: skip
    (timer,) = told.timers
    assert (timer.void.seq, timer.cancelled, [at.seq for at in timer.too_late]) == (4, None, [5])


REQUEST = '{:"$gen_call", {#PID<0.100.0>, #Reference<0.0.0.1>}, :pop}'


def called(*after):
    """The history of a call of :stack by main, and what comes of it."""
    return story(
        MAIN, CHILD,
        (ev.Monitor, 0, having(pid=100, to=101, ref=1)),
        (ev.Call, 0, having(pid=100, to=101, name=":stack", ref=1, request=":pop", until=5 * MS)),
        (ev.Send, 0, having(pid=100, to=101, cause=3, msg=REQUEST)),
        (ev.Wait, 0, having(pid=100, on="call", until=5 * MS, detail="")),
        (ev.Deliver, 1, having(pid=101, cause=4, depth=1)),
        (ev.Receive, 2, having(pid=101, cause=6, depth=0)),
        (ev.Callback, 2, having(pid=101, name="Stack.handle_call", state="[1]")),
        *after,
    )  # fmt: skip


def test_a_call_is_one_thing_from_its_request_to_its_end():
    told = called(
        (ev.Called, 3, having(pid=101, name="Stack.handle_call", returned=":reply", state="[]")),
        (ev.Reply, 3, having(pid=101, to=100, ref=1, reply="1")),
        (ev.Send, 3, having(pid=101, to=100, cause=10, msg="{#Reference<0.0.0.1>, 1}")),
        (ev.Deliver, 3, having(pid=100, cause=11, depth=1)),
        (ev.Receive, 3, having(pid=100, cause=12, depth=0)),
        (ev.Demonitor, 3, having(pid=100, ref=1, flush=True)),
        (ev.Return, 3, having(pid=100, ref=1, how="replied")),
    )
    (call,) = told.calls
    assert (call.caller, call.server, call.name, call.request, call.reply, call.how) == (
        100, 101, ":stack", ":pop", "1", "replied",
    )  # fmt: skip
    assert [at.t // MS for at in (call.start, call.message.received, call.replied, call.end)] == [0, 2, 3, 3]
    assert (call.answer.kind, call.answer.content, call.answer.term) == ("reply", "1", "{#Reference<0.0.0.1>, 1}")
    assert (call.message.kind, call.message.content, call.message.call) == ("call", ":pop", call)
    assert told.processes[100].stretches[1].call is call
    (callback,) = told.callbacks
    assert (callback.before, callback.returned, callback.after, callback.end.t) == ("[1]", ":reply", "[]", 3 * MS)
    assert [bond.for_call for bond in told.bonds] == [True]
    assert [(remark.kind, remark.text) for remark in told.remarks] == [("state", "[]")]


def test_a_late_reply_is_dropped():
    told = called(
        (ev.Timeout, 5, having(pid=100, cause=5)),
        (ev.Return, 5, having(pid=100, ref=1, how="timeout")),
        (ev.Reply, 9, having(pid=101, to=100, ref=1, reply="1")),
        (ev.Send, 9, having(pid=101, to=100, cause=11, msg="{#Reference<0.0.0.1>, 1}")),
        (ev.Drop, 9, having(pid=100, cause=12, why="inactive")),
    )
    (call,) = told.calls
    assert (call.how, call.end.t // MS, call.replied.t // MS) == ("timeout", 5, 9)
    assert (call.answer.fate, call.answer.why) == ("dropped", "inactive")


def test_a_server_that_ends_ends_its_callback_and_the_call():
    told = called(
        (ev.Exit, 4, having(pid=101, reason=":boom", how="exit")),
        (ev.Down, 4, having(pid=101, to=100, ref=1, reason=":boom", msg="{:DOWN, ...}")),
        (ev.Deliver, 4, having(pid=100, cause=10, depth=1)),
        (ev.Receive, 4, having(pid=100, cause=11, depth=0)),
        (ev.Return, 4, having(pid=100, ref=1, how="down")),
    )
    (call,) = told.calls
    assert (call.how, call.answer, told.messages[-1].call) == ("down", None, call)
    assert (told.callbacks[0].end.t, told.callbacks[0].returned) == (4 * MS, None)


def test_casts_acknowledgements_and_children():
    told = story(
        MAIN, CHILD,
        (ev.Send, 0, having(pid=101, to=100, msg="{:ack, #PID<0.101.0>, {:ok, #PID<0.101.0>}}")),
        (ev.Child, 0, having(pid=100, child=101, id="Stack", role="worker")),
        (ev.Cast, 0, having(pid=100, to=101, request="{:push, 1}")),
        (ev.Send, 0, having(pid=100, to=101, cause=4, msg='{:"$gen_cast", {:push, 1}}')),
        (ev.Child, 1, having(pid=100, child=102, id="Stack", role="worker", replaces=101)),
        (ev.Send, 1, having(pid=100, to=101, msg="{:ack, #PID<0.100.0>, :forged}")),
    )  # fmt: skip
    assert [(message.kind, message.content) for message in told.messages] == [
        ("ack", "{:ok, #PID<0.101.0>}"), ("cast", "{:push, 1}"), ("message", None),
    ]  # fmt: skip
    assert [(child.supervisor, child.pid, child.id, child.replaces) for child in told.children] == [
        (100, 101, "Stack", None), (100, 102, "Stack", 101),
    ]  # fmt: skip


def test_names_crashes_remarks_ties_and_the_end():
    told = story(
        MAIN,
        (ev.Register, 0, having(pid=100, name=":boss")),
        (ev.Unregister, 1, having(pid=100, name=":boss")),
        (ev.Tie, 1, having(among=[100], n=1)),
        (ev.Crash, 2, having(pid=100, report="it broke")),
        (ev.Exit, 2, having(pid=100, reason="{:badarith, []}", how="error")),
        (ev.End, 2, having(reason="halted")),
    )  # fmt: skip
    process = told.processes[100]
    assert process.label == ":boss"
    assert [(name.start.t, name.end.t) for name in process.names] == [(0, MS)]
    assert process.crashed and process.report == "it broke"
    assert (told.ties[0].n, told.end_reason, told.end.seq, told.events) == (1, "halted", 6, 7)


def test_a_history_of_every_cut_has_open_ends():
    events = numbered(
        MAIN, CHILD,
        (ev.Work, 0, having(pid=101, duration=4 * MS)),
        (ev.Run, 0, having(pid=101, scheduler=0)),
        (ev.Send, 0, having(pid=100, to=101, msg="1")),
        (ev.Deliver, 0, having(pid=101, cause=4, depth=1)),
        (ev.Exit, 0, having(pid=100, reason=":normal", how="returned")),
        (ev.Worked, 4, having(pid=101, cause=2)),
        (ev.Receive, 4, having(pid=101, cause=5, depth=0)),
    )  # fmt: skip
    for cut in range(len(events)):
        told = history(events[:cut])
        assert told.end is None
        assert len(told.processes) == min(cut, 2)
    assert told.processes[101].stretches[-1].end is None


def test_events_that_refer_to_what_is_not_there_are_told_as_they_stand():
    told = story(
        (ev.Deliver, 0, having(pid=105, cause=99, depth=1)),
        (ev.Receive, 0, having(pid=105, cause=98, depth=0)),
        (ev.Fire, 0, having(pid=106, ref=3, to=105)),
        (ev.Unlink, 0, having(pid=105, to=107)),
        (ev.Demonitor, 0, having(pid=105, ref=107)),
        (ev.Output, 0, having(text="from outside")),
    )
    assert list(told.processes) == [105, 106]
    assert told.processes[105].label == "#PID<0.105.0>"


@pytest.mark.parametrize("text", ["loop/1", "loop", "#PID<0.101.0>", "0.101.0", "101", "main.loop.1"])
def test_a_process_is_found_by_what_it_is_called(text):
    assert [process.pid for process in story(MAIN, CHILD).find(text)] == [101]


def test_a_process_that_is_not_there_is_an_error_with_the_nearest():
    with pytest.raises(UnknownProcess, match="did you mean 'loop'"):
        story(MAIN, CHILD).find("lopp")
    with pytest.raises(LookupError):
        History().find("x")
