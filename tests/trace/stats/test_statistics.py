"""The figures of small traces, worked out by hand."""

import pytest
from test_history import CHILD, MAIN, MS, having, numbered

from simulator import GenServer, Pid, atom, run
from simulator.trace import StatisticsRecorder, UnknownProcess, statistics
from simulator.trace import events as ev
from simulator.trace.stats.calls import percentile, tag_of

DESK = (ev.Spawn, 0, having(pid=101, id="main/Desk.init/1-1", function="Desk.init/1", parent=100))


def figures_of(*events):
    return statistics(numbered(*events))


def process(figures, pid):
    (found,) = [process for process in figures.processes if process.pid == pid]
    return found


def call(t, ref, request=":ask", to=101, name=None, pid=100):
    return ev.Call, t, having(pid=pid, to=to, name=name, ref=ref, request=request)


def reply(t, ref):
    return ev.Reply, t, having(pid=101, to=100, ref=ref, reply=":ok")


def comes_back(t, ref, how="replied", pid=100):
    return ev.Return, t, having(pid=pid, ref=ref, how=how)


def test_a_mailbox_over_time():
    figures = figures_of(
        CHILD,
        (ev.Deliver, 1, having(pid=101, cause=50, depth=1)),
        (ev.Deliver, 3, having(pid=101, cause=51, depth=2)),
        (ev.Receive, 7, having(pid=101, cause=1, depth=1)),
        (ev.Deliver, 8, having(pid=101, cause=52, depth=2)),
        (ev.Exit, 10, having(pid=101, reason=":normal", how="returned")),
        (ev.End, 20, having(reason="finished")),
    )
    child = process(figures, 101)
    assert (child.messages_in, child.received, child.life_ns, child.end_ns) == (3, 1, 10 * MS, 10 * MS)
    assert child.mailbox_mean == pytest.approx((1 * 2 + 2 * 4 + 1 * 1 + 2 * 2) / 10)
    assert (child.mailbox_max, child.mailbox_max_at_ns) == (2, 3 * MS)
    assert (child.queueing_mean_ns, child.queueing_max_ns) == (6 * MS, 6 * MS)
    assert (figures.totals.delivered, figures.totals.received, figures.totals.duration_ns) == (3, 1, 20 * MS)


def test_a_down_message_that_is_flushed_leaves_the_mailbox():
    figures = figures_of(
        MAIN, CHILD,
        (ev.Down, 2, having(pid=101, to=100, ref=7, reason=":normal", msg="{:DOWN}")),
        (ev.Deliver, 2, having(pid=100, cause=2, depth=1)),
        (ev.Demonitor, 6, having(pid=100, ref=6, flush=True)),
        (ev.Demonitor, 7, having(pid=100, ref=7, flush=True)),
        (ev.Demonitor, 8, having(pid=100, ref=7, flush=True)),
        (ev.End, 10, having(reason="finished")),
    )  # fmt: skip
    assert process(figures, 100).mailbox_mean == pytest.approx(5 / 10)
    assert process(figures, 100).received == 0


def test_where_the_time_of_a_process_goes():
    figures = figures_of(
        MAIN,
        (ev.Wait, 0, having(pid=100, on="receive")),
        (ev.Receive, 1, having(pid=100, depth=0)),
        (ev.Wait, 1, having(pid=100, on="sleep", until=3 * MS)),
        (ev.Timeout, 3, having(pid=100, cause=3)),
        (ev.Wait, 3, having(pid=100, on="hibernate")),
        (ev.Resume, 7, having(pid=100, cause=5)),
        (ev.Wait, 7, having(pid=100, on="event", detail="Request")),
        (ev.Resume, 15, having(pid=100, cause=7)),
        (ev.Wait, 15, having(pid=100, on="call")),
        (ev.Receive, 31, having(pid=100, depth=0)),
        (ev.Work, 31, having(pid=100, duration=64 * MS)),
        (ev.Run, 63, having(pid=100, scheduler=2)),
        (ev.Preempt, 100, having(pid=100, left=1)),
        (ev.Run, 110, having(pid=100, scheduler=1)),
        (ev.End, 200, having(reason="until")),
    )
    main = process(figures, 100)
    assert main.end_ns is None
    times = [main.waiting_ns, main.sleeping_ns, main.event_ns, main.calling_ns, main.queued_ns, main.working_ns]
    assert [ns // MS for ns in times] == [1 + 4, 2, 8, 16, 32 + 10, 37 + 90]
    assert sum(times) == main.life_ns == 200 * MS
    assert [(s.number, s.busy_ns // MS, s.slices, s.preemptions) for s in figures.schedulers] == [
        (1, 90, 1, 0),
        (2, 37, 1, 1),
    ]
    assert [s.utilisation for s in figures.schedulers] == pytest.approx([0.45, 0.185])


def test_work_ends_with_the_process_that_did_it():
    figures = figures_of(
        MAIN,
        (ev.Work, 0, having(pid=100, duration=9 * MS)),
        (ev.Run, 0, having(pid=100, scheduler=1)),
        (ev.Exit, 4, having(pid=100, reason=":killed", how="killed")),
        (ev.End, 8, having(reason="finished")),
    )
    assert (figures.schedulers[0].busy_ns, figures.schedulers[0].utilisation) == (4 * MS, 0.5)
    assert process(figures, 100).working_ns == 4 * MS


def test_calls_and_how_they_end():
    figures = figures_of(
        MAIN, DESK,
        call(0, 1, "{:push, 3}"), reply(4, 1), comes_back(4, 1),
        call(4, 2, "{:push, 4}"), reply(6, 2), comes_back(6, 2),
        call(6, 3), comes_back(11, 3, "timeout"), reply(12, 3),
        call(12, 4), reply(13, 4), comes_back(14, 4, "timeout"),
        call(14, 5), comes_back(15, 5, "down"),
        call(15, 6),
        (ev.End, 20, having(reason="finished")),
    )  # fmt: skip
    push, ask = figures.calls
    assert (push.server, push.request, push.count, push.replied) == ("Desk", ":push", 2, 2)
    assert (push.mean_ns, push.p50_ns, push.p90_ns, push.max_ns) == (3 * MS, 2 * MS, 4 * MS, 4 * MS)
    assert (ask.request, ask.count, ask.replied, ask.timeouts, ask.down, ask.unanswered) == (":ask", 4, 0, 2, 1, 1)
    assert (ask.late_replies, ask.mean_ns, ask.max_ns) == (2, 0, 0)
    assert (figures.totals.calls, figures.totals.timeouts, figures.totals.late_replies) == (6, 2, 2)


def test_a_caller_that_ends_takes_its_call_with_it():
    figures = figures_of(
        MAIN, DESK, call(0, 1),
        (ev.Exit, 2, having(pid=100, reason=":killed", how="killed")),
        reply(3, 1),
        (ev.End, 4, having(reason="finished")),
    )  # fmt: skip
    assert (figures.calls[0].unanswered, figures.calls[0].late_replies, figures.calls[0].timeouts) == (1, 0, 0)


def test_a_server_is_called_by_its_name_however_it_was_reached():
    figures = figures_of(
        MAIN, DESK,
        (ev.Register, 0, having(pid=101, name=":desk")),
        call(0, 1), call(0, 2, name=":desk"), call(0, 3, to=None, name=":lost"),
        (ev.End, 1, having(reason="finished")),
    )  # fmt: skip
    assert [(kind.server, kind.count) for kind in figures.calls] == [(":desk", 2), (":lost", 1)]


def test_callbacks_are_busy_until_they_return_raise_or_die():
    figures = figures_of(
        DESK,
        (ev.Callback, 0, having(pid=101, name="Desk.init")),
        (ev.Called, 1, having(pid=101, name="Desk.init", returned=":ok")),
        (ev.Callback, 5, having(pid=101, name="Desk.handle_info")),
        (ev.Callback, 7, having(pid=101, name="Desk.terminate")),
        (ev.Exit, 11, having(pid=101, reason=":normal", how="returned")),
    )
    assert (process(figures, 101).callbacks, process(figures, 101).busy_ns) == (3, (1 + 2 + 4) * MS)


def test_restarts():
    figures = figures_of(
        MAIN,
        (ev.Child, 0, having(pid=100, child=101, id=":a", role="worker")),
        (ev.Child, 0, having(pid=100, child=102, id=":b", role="worker")),
        (ev.Child, 5, having(pid=100, child=103, id=":a", role="worker", replaces=101)),
        (ev.Child, 6, having(pid=100, child=104, id=":a", role="worker", replaces=103)),
    )
    assert [(child.id, child.starts, child.restarts) for child in figures.children] == [(":a", 3, 2), (":b", 1, 0)]
    assert (process(figures, 100).restarts, figures.totals.restarts) == (2, 2)


def test_messages_that_reach_nobody_and_those_from_nobody():
    figures = figures_of(
        MAIN,
        (ev.Send, 0, having(pid=100, name=":gone", msg="1")),
        (ev.Drop, 0, having(cause=1, why="unregistered")),
        (ev.Send, 0, having(to=100, msg="2")),
        (ev.Deliver, 0, having(pid=100, cause=3, depth=1)),
        (ev.Fire, 1, having(pid=100, ref=1, to=100)),
        (ev.Cast, 1, having(pid=100, to=101, request=":x")),
        (ev.Crash, 2, having(pid=100, report="boom")),
        (ev.Exit, 2, having(pid=100, reason="{:boom, []}", how="error")),
    )
    totals = figures.totals
    assert (totals.sent, totals.dropped, totals.delivered, totals.timers, totals.casts) == (2, 1, 1, 1, 1)
    assert (totals.crashes, totals.alive, totals.processes, totals.events) == (1, 0, 1, 9)
    assert process(figures, 100).messages_out == 1
    assert figures.ended is None


def test_a_dead_process_keeps_its_figures():
    figures = figures_of(
        MAIN,
        (ev.Send, 0, having(pid=100, to=101, msg="1")),
        (ev.Exit, 1, having(pid=100, reason=":normal", how="returned")),
        (ev.Drop, 5, having(pid=100, cause=9, why="dead")),
        (ev.End, 9, having(reason="finished")),
    )
    assert [(main.messages_out, main.life_ns) for main in figures.processes] == [(1, 1 * MS)]
    assert figures.totals.alive == 0


def test_no_events_at_all():
    figures = statistics([])
    assert (figures.processes, figures.calls, figures.schedulers, figures.totals.duration_ns) == ([], [], [], 0)
    assert "Totals" in str(figures)


@pytest.mark.parametrize(
    ("request_text", "tag"),
    [
        (":pop", ":pop"), ("{:push, 3}", ":push"), ("{:ok?}", ":ok?"), ('{:"odd, name}", 1}', ':"odd, name}"'),
        ("Stack", "Stack"), ("{Stack.Item, 1}", "Stack.Item"), ("nil", "nil"), ("{true, 1}", "true"),
        ("{1, :a}", "_"), ("{{:a, 1}, 2}", "_"), ("[:a]", "_"), ("%{a: 1}", "_"),
        ('"text"', "_"), ("12", "_"), ("{}", "_"),
    ],
)  # fmt: skip
def test_the_tag_of_a_request(request_text, tag):
    assert tag_of(request_text) == tag


def test_percentiles_are_exact():
    ordered = list(range(1, 201))
    assert [percentile(ordered, percent) for percent in (50, 90, 99)] == [100, 180, 198]
    assert [percentile([7], percent) for percent in (50, 99)] == [7, 7]


def test_latencies_of_centuries():
    figures = figures_of(MAIN, DESK, call(0, 1), comes_back(1, 1), call(1, 2), comes_back(10**14, 2))
    assert figures.calls[0].max_ns == 10**20 - MS


class Desk(GenServer):
    def init(proc, state):
        return (atom.ok, state)

    def handle_call(proc, request, client, state):
        yield proc.work(request[1])
        return (atom.reply, atom.done, state)


def visitor(proc, desk, ms):
    yield proc.call(desk, (atom.serve, ms), 50)


def office(proc):
    _, desk = yield Desk.start_link(proc, None)
    for ms in (20, 20, 20, 1):
        proc.spawn(visitor, desk, ms)
    proc.send_after(proc.pid, atom.done, 10)
    yield proc.receive()
    yield proc.sleep(90)


def test_a_server_that_is_too_slow():
    figures = run(office).stats()
    (kind,) = figures.calls
    assert (kind.server, kind.request, kind.count, kind.replied, kind.timeouts) == ("Desk", ":serve", 4, 2, 2)
    assert (kind.p50_ns, kind.max_ns, kind.late_replies) == (20 * MS, 40 * MS, 2)
    desk = process(figures, 101)
    assert (desk.busy_ns, desk.working_ns, desk.waiting_ns, desk.mailbox_max) == (61 * MS, 61 * MS, 39 * MS, 4)
    assert desk.mailbox_mean == pytest.approx((3 * 20 + 2 * 20 + 1 * 20) / 100)
    assert [process(figures, pid).calling_ns // MS for pid in (102, 103, 104, 105)] == [20, 40, 50, 50]
    assert figures.ended == "finished"


def test_states_fill_each_life_and_the_recorder_counts_what_the_trace_tells():
    kept = run(office, schedulers=1)
    recorders = []

    def recorder(header, scenario_file):
        recorders.append(StatisticsRecorder(header, scenario_file))
        return recorders[0]

    run(office, schedulers=1, trace=recorder)
    figures = recorders[0].statistics()
    assert figures == kept.stats()
    assert (figures.scenario, figures.seed, [s.number for s in figures.schedulers]) == ("office", 0, [1])
    for each in figures.processes:
        filled = each.waiting_ns + each.sleeping_ns + each.calling_ns + each.event_ns + each.queued_ns + each.working_ns
        assert filled == each.life_ns
    assert recorders[0].values == []


def test_without_a_trace_there_are_the_totals_that_cost_nothing():
    traced, bare = run(office).stats(), run(office, trace=False).stats()
    for name in ("duration_ns", "processes", "alive", "received"):
        assert getattr(bare.totals, name) == getattr(traced.totals, name)
    assert (bare.processes, bare.calls, bare.ended) == ([], [], "finished")


def test_only_some_processes():
    figures = run(office).stats()
    desk = figures.only(["Desk.init"])
    assert ([each.pid for each in desk.processes], [kind.server for kind in desk.calls]) == ([101], ["Desk"])
    assert desk.totals == figures.totals
    assert ([each.pid for each in figures.only(["visitor", "100"]).processes]) == [100, 102, 103, 104, 105]
    assert figures.only(["visitor"]).calls == []
    with pytest.raises(UnknownProcess, match="no process is called 'visitr'; did you mean 'visitor'"):
        figures.only(["visitr"])


def test_the_recorder_holds_back_little():
    recorder = StatisticsRecorder()
    most = 0
    for seq in range(0, 30_000, 2):
        recorder.extend(("sent", seq + 1, seq, Pid(100), None, None, 0, Pid(101), atom.hello, 1))
        recorder.flush()
        most = max(most, len(recorder.values))
    assert most <= 20_010
    recorder.close()
    assert recorder.statistics().totals.delivered == 15_000
