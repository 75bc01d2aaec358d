"""Work: who occupies a scheduler, for how long, and when each is done."""

from __future__ import annotations

from typing import Any

import pytest

from simulator import Process, atom, run
from simulator.trace.events import Preempt, Run, Work, Worked


def finishing(
    jobs: list[Any], schedulers: int | None, time_slice: Any = 1, starts: list[Any] | None = None
) -> list[Any]:
    """Return at how many milliseconds each job was done."""
    done: list[Any] = [None] * len(jobs)

    def worker(proc: Process, index: int) -> Any:
        if starts is not None:
            yield proc.sleep(starts[index])
        yield proc.work(jobs[index])
        done[index] = proc.now_ms

    def main(proc: Process) -> Any:
        for index in range(len(jobs)):
            proc.spawn(worker, index)
        yield proc.sleep(0)

    run(main, trace=False, schedulers=schedulers, time_slice=time_slice)
    return done


@pytest.mark.parametrize(
    ("schedulers", "expected"),
    [(None, [3, 3, 3]), (4, [3, 3, 3]), (3, [3, 3, 3]), (2, [4, 4, 5]), (1, [7, 8, 9])],
)
def test_three_jobs_of_three_milliseconds(schedulers: int | None, expected: list[int]) -> None:
    assert finishing([3, 3, 3], schedulers) == expected


def test_the_work_done_is_the_work_asked_for() -> None:
    jobs = ["1.5ms", "250us", "7ms", "1ns", "3ms"]
    assert max(finishing(jobs, 1)) == 11.750001
    assert finishing(jobs, None) == [1.5, 0.25, 7, 0.000001, 3]


def test_a_slice_ends_only_where_somebody_waits() -> None:
    assert finishing([10, 10], 1, time_slice=100) == [10, 20]
    assert finishing([10, 10], 1, time_slice=4) == [18, 20]
    assert finishing([10, 2], 1, time_slice=4) == [12, 6]


def test_who_comes_while_another_works_gets_the_next_slice() -> None:
    # alone until 2.5; the slice that runs then ends at 3; from there on they take turns
    assert finishing([10, 2], 1, starts=[0, 2.5]) == [12, 6]
    # alone again afterwards: no more slices
    assert finishing([10, 2], 1, starts=[0, 20]) == [10, 22]


def test_waiting_and_sleeping_need_no_scheduler() -> None:
    seen = []

    def busy(proc: Process) -> Any:
        yield proc.work(100)

    def idle(proc: Process, main: Any) -> Any:
        yield proc.sleep(5)
        proc.send(main, proc.now_ms)

    def main(proc: Process) -> Any:
        proc.spawn(busy)
        proc.spawn(idle, proc.pid)
        seen.append((yield proc.receive()))
        seen.append(proc.now_ms)

    run(main, schedulers=1)
    assert seen == [5, 5]


def test_work_of_no_time_needs_none() -> None:
    assert finishing([0, 10, 0], 1) == [0, 10, 0]


def test_messages_wait_until_the_work_is_done() -> None:
    got = []

    def worker(proc: Process) -> Any:
        yield proc.work(10)
        got.append(((yield proc.receive()), proc.now_ms))

    def main(proc: Process) -> Any:
        pid = proc.spawn(worker)
        yield proc.sleep(1)
        proc.send(pid, atom.hello)

    run(main)
    assert got == [(atom.hello, 10)]


@pytest.mark.parametrize("victim", [0, 1, 2])
def test_a_process_that_dies_leaves_its_scheduler_to_the_others(victim: int) -> None:
    done = {}

    def worker(proc: Process, name: int) -> Any:
        yield proc.work(10)
        done[name] = proc.now_ms

    def main(proc: Process) -> Any:
        pids = [proc.spawn(worker, name) for name in range(3)]
        yield proc.sleep("5.5ms")
        proc.exit(pids[victim], atom.kill)

    run(main, schedulers=1)
    left = [name for name in range(3) if name != victim]
    assert sorted(done) == left
    spent = {0: 2, 1: 2, 2: 1.5}[victim]  # of the first 5.5 ms
    assert max(done.values()) == 20 + spent
    assert min(done.values()) > 18


def test_trapped_exits_and_links_do_not_disturb_work() -> None:
    done = []

    def worker(proc: Process) -> Any:
        proc.flag(atom.trap_exit, True)
        yield proc.work(10)
        done.append((proc.now_ms, (yield proc.receive())[2]))

    def main(proc: Process) -> Any:
        pid = proc.spawn(worker)
        yield proc.sleep(3)
        proc.exit(pid, atom.boo)
        yield proc.sleep(20)

    run(main, schedulers=1)
    assert done == [(10, atom.boo)]


def test_the_trace_tells_of_slices() -> None:
    def worker(proc: Process) -> Any:
        yield proc.work(2)

    def main(proc: Process) -> Any:
        proc.spawn(worker)
        proc.spawn(worker)
        yield proc.sleep(0)

    events = list(run(main, schedulers=1).trace)
    work = [(e.t // 1_000_000, e.pid, type(e).__name__) for e in events if isinstance(e, (Work, Run, Preempt, Worked))]
    assert work == [
        (0, 101, "Work"), (0, 101, "Run"), (0, 102, "Work"),
        (1, 101, "Preempt"), (1, 102, "Run"),
        (2, 102, "Preempt"), (2, 101, "Run"),
        (3, 101, "Worked"), (3, 102, "Run"),
        (4, 102, "Worked"),
    ]  # fmt: skip
    by_seq = {e.seq: e for e in events}
    ended = [event for event in events if isinstance(event, Worked)]
    assert [(by_seq[event.cause or 0].pid, type(by_seq[event.cause or 0])) for event in ended] == [
        (101, Work),
        (102, Work),
    ]
    assert by_seq[events[-2].cause or 0] in ended  # the exit of the process that worked last


def test_schedulers_are_numbered_and_reused() -> None:
    def worker(proc: Process) -> Any:
        yield proc.work(2)

    def main(proc: Process) -> Any:
        for _ in range(4):
            proc.spawn(worker)
        yield proc.sleep(0)

    events = list(run(main, schedulers=2).trace)
    busy: dict[int, int] = {}
    for event in events:
        if isinstance(event, Run):
            assert event.scheduler in (1, 2) and event.scheduler not in busy.values()
            busy[event.pid or 0] = event.scheduler
        elif isinstance(event, (Preempt, Worked)):
            busy.pop(event.pid or 0, None)
    assert not busy
    unlimited = [event.scheduler for event in run(main).trace if isinstance(event, Run)]
    assert unlimited == [0, 0, 0, 0]


def test_many_jobs_on_few_schedulers_keep_every_scheduler_busy() -> None:
    jobs = [(n * 7) % 13 + 1 for n in range(30)]
    done = finishing(jobs, 3)
    assert sum(jobs) / 3 <= max(done) <= sum(jobs) / 3 + max(jobs)
