"""Random programs of processes: whatever they do, the rules of signals hold, and their trace tells them."""

from __future__ import annotations

import io
from collections import Counter, defaultdict
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator import Kernel, Process, Reference, atom, run
from simulator.trace import FileRecorder, read_trace
from simulator.trace.events import (
    Cancel,
    Deliver,
    Demonitor,
    Down,
    Drop,
    End,
    Exit,
    Fire,
    Ignore,
    Output,
    Receive,
    Send,
    Signal,
    Spawn,
    Timeout,
    Timer,
    Wait,
    Worked,
)
from simulator.trace.events import Exit as ExitEvent

QUICK = settings(
    derandomize=True, deadline=None, max_examples=70, database=None, suppress_health_check=list(HealthCheck)
)
LATENCIES = [None, "1ms", "0..3ms", "exponential(2ms)"]

# A program is a list of scripts; each process runs one of them. A step is a word and small numbers,
# which choose among what the process knows by then.
small = st.integers(0, 7)
steps = st.one_of(
    st.tuples(st.just("send"), small, small),
    st.tuples(st.just("send_name"), small, small),
    st.tuples(st.just("send"), small, small),
    st.tuples(st.just("spawn"), small, small),
    st.tuples(st.just("spawn"), small, small),
    st.tuples(st.just("link"), small, small),
    st.tuples(st.just("unlink"), small, small),
    st.tuples(st.just("monitor"), small, small),
    st.tuples(st.just("demonitor"), small, small),
    st.tuples(st.just("exit"), small, small),
    st.tuples(st.just("timer"), small, small),
    st.tuples(st.just("cancel"), small, small),
    st.tuples(st.just("register"), small, small),
    st.tuples(st.just("flag"), small, small),
    st.tuples(st.just("receive"), small, small),
    st.tuples(st.just("receive"), small, small),
    st.tuples(st.just("sleep"), small, small),
    st.tuples(st.just("work"), small, small),
    st.tuples(st.just("raise"), small, small),
)
programs = st.lists(st.lists(steps, min_size=4, max_size=16), min_size=2, max_size=5)
REASONS = [atom.normal, atom.kill, atom.boom, atom.shutdown, (atom.bad, 1), atom.killed, atom.normal, atom.boom]
PATTERNS = [(), (int,), ((atom.m, int, int),), (atom.never,), (tuple,), ((atom.timer, int),), (), (tuple, int)]


class Program:
    """Runs scripts and keeps what the trace does not tell."""

    def __init__(self, scripts: list[Any]) -> None:
        self.scripts = scripts
        self.spawned = 0
        self.sent: dict[tuple[int, int], list[int]] = defaultdict(list)  # (from, to) -> numbers
        self.received: dict[tuple[int, int], list[int]] = defaultdict(list)
        self.number = 0
        self.cancelled: set[Reference] = set()
        self.fired: list[Reference] = []
        self.downs: Counter[Reference] = Counter()
        self.demonitored: dict[Reference, int] = {}  # by how many DOWNs had come then

    def main(self, proc: Process) -> Any:
        for index in range(min(3, len(self.scripts))):
            proc.spawn(self.body, index)
            self.spawned += 1
        yield from self.body(proc, 0)

    def body(self, proc: Process, index: int) -> Any:
        refs: list[Any] = []
        timers: list[Any] = []
        for word, a, b in self.scripts[index % len(self.scripts)]:
            pids = proc.list()
            pid = pids[a % len(pids)] if a < 6 else self.anybody(proc, b)
            if word == "send":
                self.send(proc, pid, pid)
            elif word == "send_name":
                target = proc.whereis(atom(f"n{a}"))
                if target is not None:
                    self.send(proc, atom(f"n{a}"), target)
            elif word == "spawn" and self.spawned < 40:
                self.spawned += 1
                if b < 3:
                    proc.spawn(self.body, a)
                elif b < 6:
                    proc.spawn_link(self.body, a)
                else:
                    refs.append(proc.spawn_monitor(self.body, a)[1])
            elif word == "link" and proc.alive(pid):
                proc.link(pid)
            elif word == "unlink":
                proc.unlink(pid)
            elif word == "monitor":
                refs.append(proc.monitor(atom(f"n{b}") if a == 7 else pid))
            elif word == "demonitor" and refs:
                ref = refs[a % len(refs)]
                proc.demonitor(ref, flush=b > 4)
                self.demonitored.setdefault(ref, self.downs[ref])
            elif word == "exit":
                proc.exit(pid, REASONS[b])
            elif word == "timer":
                ref = proc.send_after(pid if b < 5 else atom(f"n{b}"), (atom.timer, b), a)
                timers.append(ref)
            elif word == "cancel" and timers:
                ref = timers[a % len(timers)]
                if proc.cancel_timer(ref) is not False:
                    self.cancelled.add(ref)
            elif word == "register" and proc.whereis(atom(f"n{a}")) is None and not self.named(proc):
                proc.register(proc.pid, atom(f"n{a}"))
            elif word == "flag":
                proc.flag(atom.trap_exit, b % 2 == 0)
            elif word == "receive":
                self.note(proc, (yield proc.receive(*PATTERNS[a], after=None if b == 7 and a == 0 else b)))
            elif word == "sleep":
                yield proc.sleep(b)
            elif word == "work":
                yield proc.work(b)
            elif word == "raise":
                raise ValueError(b)
        while (message := (yield proc.receive(after=3))) is not None:
            self.note(proc, message)

    def anybody(self, proc: Process, b: int) -> Any:
        return proc.pid if b % 2 else proc.list()[0]

    def named(self, proc: Process) -> bool:
        return proc.info(proc.pid, atom.registered_name)[1] != []

    def send(self, proc: Process, dest: Any, target: Any) -> None:
        self.number += 1
        self.sent[proc.pid.number, target.number].append(self.number)
        proc.send(dest, (atom.m, proc.pid.number, self.number))

    def note(self, proc: Process, message: Any) -> None:
        if isinstance(message, tuple) and message[0] is atom.m:
            self.received[message[1], proc.pid.number].append(message[2])
        elif isinstance(message, tuple) and message[0] is atom.DOWN:
            self.downs[message[1]] += 1


def executed(scripts: list[Any], **options: Any) -> tuple[Program, Any, list[Any]]:
    program = Program(scripts)
    result = run(program.main, limit=200_000, **options)
    return program, result, list(result.trace)


@QUICK
@given(programs, st.sampled_from(LATENCIES), st.integers(0, 3))
def test_order_per_pair_and_nothing_lost_or_doubled(scripts: list[Any], latency: Any, seed: int) -> None:
    program, _, events = executed(scripts, latency=latency, seed=seed)
    for pair, numbers in program.received.items():
        sent = program.sent[pair]
        assert numbers == [number for number in sent if number in set(numbers)] or out_of_order_by_choice(scripts)
        assert len(set(numbers)) == len(numbers)
    fates: dict[int, list[Any]] = defaultdict(list)
    for event in events:
        if isinstance(event, (Deliver, Drop)):
            fates[event.cause if event.cause is not None else -1].append(event)
    receipts = Counter(event.cause for event in events if isinstance(event, Receive))
    assert not receipts or max(receipts.values()) == 1
    delivered: dict[Any, list[int]] = defaultdict(list)
    for event in events:
        if isinstance(event, (Send, Fire)):
            assert len(fates[event.seq]) == 1, (event, fates[event.seq])
        elif isinstance(event, (Down, Signal)):
            assert len(fates[event.seq]) <= 1
    senders = {event.seq: event.pid for event in events if isinstance(event, Send)}
    for event in events:
        if isinstance(event, Deliver) and event.cause in senders:
            delivered[senders[event.cause], event.pid].append(event.cause)
    assert all(causes == sorted(causes) for causes in delivered.values())


def out_of_order_by_choice(scripts: list[Any]) -> bool:
    """A selective receive takes messages out of order; only scripts without any must keep it."""
    return any(word == "receive" and a in (1, 2, 3, 4, 5, 7) for script in scripts for word, a, _ in script)


@QUICK
@given(programs, st.integers(1, 3))
def test_links_are_symmetric_once_all_signals_have_arrived(scripts: list[Any], schedulers: int) -> None:
    program = Program(scripts)
    asymmetric = []

    def checking(proc: Process) -> Any:
        pid = proc.spawn(program.main)
        for _ in range(12):
            yield proc.sleep("1.5ms")
            alive = [p for p in proc.list() if p not in (proc.pid,) and proc.alive(p)]
            links = {p: set(proc.info(p, atom.links)[1]) for p in alive if proc.alive(p)}
            asymmetric.extend((p, q) for p in links for q in links[p] if q in links and p not in links[q])
            watched = {p: Counter(proc.info(p, atom.monitored_by)[1]) for p in links if proc.alive(p)}
            for p, watchers in watched.items():
                asymmetric.extend((p, w) for w in watchers if proc.info(w, atom.monitors) is None)
        return pid

    run(checking, schedulers=schedulers, limit=200_000)
    assert asymmetric == []


@QUICK
@given(programs, st.sampled_from(LATENCIES))
def test_every_monitor_gives_at_most_one_down(scripts: list[Any], latency: Any) -> None:
    program, _, events = executed(scripts, latency=latency)
    assert not program.downs or max(program.downs.values()) == 1
    fired = Counter(event.ref for event in events if isinstance(event, Down))
    assert not fired or max(fired.values()) == 1
    delivered = {event.cause for event in events if isinstance(event, Deliver)}
    ended = {event.ref: event.seq for event in events if isinstance(event, Demonitor)}
    for event in events:
        if isinstance(event, Down) and event.ref in ended and event.seq > ended[event.ref]:
            assert event.seq not in delivered, "a DOWN after its demonitor"


@QUICK
@given(programs, st.sampled_from(LATENCIES))
def test_a_cancelled_timer_never_fires_and_the_others_do_once_in_time(scripts: list[Any], latency: Any) -> None:
    program, result, events = executed(scripts, latency=latency)
    armed = {event.ref: event for event in events if isinstance(event, Timer)}
    fired = Counter(event.ref for event in events if isinstance(event, Fire))
    cancelled = {event.ref for event in events if isinstance(event, Cancel) and event.left is not None}
    assert not fired or max(fired.values()) == 1
    assert cancelled.isdisjoint(fired)
    assert {ref.number for ref in program.cancelled} <= cancelled
    assert cancelled | set(fired) == set(armed) or result.ended != "finished"
    for event in events:
        if isinstance(event, Fire):
            assert event.t == armed[event.ref].at and event.cause == armed[event.ref].seq


@QUICK
@given(programs, st.sampled_from(LATENCIES), st.sampled_from([None, 1, 2]))
def test_causes_precede_effects_and_time_never_runs_back(scripts: list[Any], latency: Any, schedulers: Any) -> None:
    _, result, events = executed(scripts, latency=latency, schedulers=schedulers)
    assert [event.seq for event in events] == list(range(len(events)))
    assert all(before.t <= after.t for before, after in pairwise(events))
    assert isinstance(events[-1], End) and events[-1].t == result.now
    alive: set[int] = set()
    for event in events:
        if event.cause is not None:
            assert event.cause < event.seq, event
        elif not isinstance(event, (End, Spawn)):
            assert event.pid is None or type(event).__name__ == "Tie", event
        if isinstance(event, Spawn):
            assert event.pid not in alive
            alive.add(event.pid or 0)
        elif isinstance(event, ExitEvent):
            alive.remove(event.pid or 0)
        elif isinstance(event, (Send, Receive, Wait, Timeout, Worked, Output, Ignore, Deliver)):
            assert event.pid in alive, event
        elif isinstance(event, Drop) and event.why == "dead":
            assert event.pid not in alive, event
    assert len(alive) == result.kernel.alive


@QUICK
@given(programs)
def test_what_a_thing_is_caused_by(scripts: list[Any]) -> None:
    _, _, events = executed(scripts, latency="0..2ms", schedulers=1)
    allowed: dict[type, tuple[type, ...]] = {
        Receive: (Deliver,),
        Timeout: (Wait,),
        Fire: (Timer,),
        Drop: (Send, Fire, Signal, Down),
        Ignore: (Signal,),
    }
    for event in events:
        for kind, causes in allowed.items():
            if isinstance(event, kind) and event.cause is not None:
                assert isinstance(events[event.cause], causes), (event, events[event.cause])
        if isinstance(event, Receive):
            assert events[event.cause or 0].pid == event.pid
        if isinstance(event, Exit) and event.how == "signal":
            assert isinstance(events[event.cause or 0], Signal) and events[event.cause or 0].to == event.pid


@QUICK
@given(programs, st.sampled_from(LATENCIES))
def test_a_trace_is_read_back_as_it_was_and_memory_and_file_agree(
    tmp_path_factory: pytest.TempPathFactory, scripts: list[Any], latency: Any
) -> None:
    path = tmp_path_factory.getbasetemp() / "properties.jsonl"
    _, result, events = executed(scripts, latency=latency)
    written = io.BytesIO()
    result.trace.write(written)
    path.write_bytes(written.getvalue())
    trace = read_trace(path)
    assert trace.complete and trace.header == result.trace.header
    assert list(trace) == events == list(result.trace)
    streamed = run(Program(scripts).main, limit=200_000, latency=latency, trace=path)
    assert path.read_bytes() == written.getvalue()
    assert streamed.output == result.output


@QUICK
@given(programs, st.sampled_from(LATENCIES), st.sampled_from([None, 1, 2]))
def test_tracing_changes_nothing_and_runs_repeat(scripts: list[Any], latency: Any, schedulers: Any) -> None:
    def outcome(**options: Any) -> Any:
        program = Program(scripts)
        result = run(program.main, limit=200_000, latency=latency, schedulers=schedulers, **options)
        kernel = result.kernel
        return (
            result.now, result.ended, result.reason.__class__, kernel.turns, kernel.messages, kernel.spawned,
            kernel.alive, program.received, program.sent, result.reports,
        )  # fmt: skip

    plain = outcome(trace=False)
    assert plain == outcome(trace=False)
    assert plain == outcome(trace=True)


def test_the_recorder_of_a_stream_holds_little(tmp_path: Any) -> None:
    """However long the run, what is held back stays bounded, also within a turn that floods."""
    held = 0

    class Watching(FileRecorder):
        def flush(self) -> None:
            nonlocal held
            held = max(held, len(self.values))
            super().flush()

    def echo(proc: Process) -> Any:
        while True:
            sender, n = yield proc.receive()
            proc.send(sender, n)

    def main(proc: Process) -> Any:
        pid = proc.spawn(echo)
        for n in range(15_000):
            proc.send(pid, (proc.pid, n))
            yield proc.receive(n)
        for n in range(40_000):
            proc.send(proc.pid, n)

    header = run(lambda proc: (yield proc.sleep(0))).trace.header
    with open(tmp_path / "long.jsonl", "wb") as file:
        recorder = Watching(header, "", file)
        kernel = Kernel(recorder=recorder)
        kernel.start(main)
        kernel.run()
        recorder.close()
    assert recorder.seq > 100_000
    assert held < 500_000
    assert sum(1 for _ in read_trace(tmp_path / "long.jsonl")) == recorder.seq
