"""Time: integers, in order, and only what still matters moves it."""

from __future__ import annotations

from typing import Any

import pytest
from simpy.core import EmptySchedule, Infinity

from simulator import Kernel, Process, ScenarioError, atom, run

MS = 1_000_000


def started(main: Any) -> Kernel:
    kernel = Kernel(output=lambda text: None)
    kernel.start(main)
    return kernel


def nothing(proc: Process) -> Any:
    yield proc.sleep(0)


def sleeper(proc: Process, ms: Any) -> Any:
    yield proc.sleep(ms)


# -- what moves the clock ---------------------------------------------------------------------


def test_time_is_whole_nanoseconds() -> None:
    seen = []

    def main(proc: Process) -> Any:
        for duration in (1, 0.5, "250us", "1ns", 0.000001, "1.0000005ms"):
            yield proc.sleep(duration)
            seen.append(proc.now)
        assert proc.now_ms == proc.now / 1e6

    run(main)
    assert seen == [1_000_000, 1_500_000, 1_750_000, 1_750_001, 1_750_002, 2_750_003]
    assert all(type(at) is int for at in seen)


def test_now_ms_is_an_int_where_it_is_whole() -> None:
    seen = []

    def main(proc: Process) -> Any:
        yield proc.sleep(2)
        seen.append(proc.now_ms)
        yield proc.sleep("500us")
        seen.append(proc.now_ms)

    run(main)
    assert seen == [2, 2.5] and [type(ms) for ms in seen] == [int, float]


def test_a_run_ends_at_its_last_real_event() -> None:
    def echo(proc: Process) -> Any:
        sender = yield proc.receive()
        proc.send(sender, atom.ok)

    def main(proc: Process) -> Any:
        yield proc.sleep(3)
        proc.send(proc.spawn(echo), proc.pid)
        yield proc.receive(after=5000)

    result = run(main)
    assert (result.now, result.ended) == (3 * MS, "finished")


def test_cancelled_timers_neither_keep_the_run_alive_nor_move_the_clock() -> None:
    def main(proc: Process) -> Any:
        refs = [proc.send_after(proc.pid, n, 1000 + n) for n in range(10)]
        named = proc.send_after(atom.nobody, 1, 5000)
        yield proc.sleep(1)
        for ref in [*refs, named]:
            assert proc.cancel_timer(ref) is not False

    result = run(main, until="1h")
    assert (result.now, result.ended) == (1 * MS, "finished")


def test_peek_skips_what_was_cancelled() -> None:
    kernel = started(lambda proc: main(proc))

    def main(proc: Process) -> Any:
        first = proc.send_after(proc.pid, 1, 10)
        proc.send_after(proc.pid, 2, 20)
        yield proc.receive(atom.never, after=15)
        assert proc.cancel_timer(first) is False
        third = proc.send_after(proc.pid, 3, 1)
        proc.cancel_timer(third)
        yield proc.receive(2)

    assert kernel.peek() == 0
    assert kernel.pending
    kernel.run(until=12 * MS)
    assert kernel.peek() == 15 * MS
    kernel.run(until=15 * MS)
    assert kernel.peek() == 20 * MS
    kernel.run()
    assert kernel.peek() == Infinity
    assert not kernel.pending and kernel.now == 20 * MS


def test_the_timers_of_dead_processes_are_gone() -> None:
    def main(proc: Process) -> Any:
        pid = proc.spawn(sleeper, "1h")
        other = proc.spawn(lambda p: (yield p.receive(after="2h")))
        proc.send_after(pid, atom.late, "3h")
        yield proc.sleep(1)
        proc.exit(pid, atom.kill)
        proc.exit(other, atom.kill)

    assert run(main).now == 1 * MS


def test_a_deadline_beats_a_message_of_the_same_instant() -> None:
    got = []

    def main(proc: Process) -> Any:
        def sender(child: Process, main_pid: Any) -> Any:
            yield child.sleep(10)
            child.send(main_pid, atom.late)

        proc.spawn(sender, proc.pid)
        proc.send_after(proc.pid, atom.timer, 10)
        got.append((yield proc.receive(after=10)))
        got.append((yield proc.receive()))
        got.append((yield proc.receive()))

    run(main)
    assert got == [None, atom.timer, atom.late]


def test_timers_of_one_instant_fire_in_the_order_of_their_making_before_any_process_runs() -> None:
    order: list[Any] = []

    def child(proc: Process, name: str, first: int, then: int) -> Any:
        yield proc.sleep(first)
        yield proc.sleep(then)
        order.append((name, proc.info(proc.pid, atom.message_queue_len)[1]))

    def main(proc: Process) -> Any:
        pids = [proc.spawn(child, name, first, 10 - first) for name, first in (("a", 1), ("b", 9), ("c", 5), ("d", 1))]
        for pid in pids:
            proc.send_after(pid, atom.hello, 10)
        yield proc.sleep(20)

    run(main)
    assert order == [("a", 1), ("d", 1), ("c", 1), ("b", 1)]


# -- entries of the heap that went stale ------------------------------------------------------


def test_a_moved_deadline_wakes_at_its_own_time() -> None:
    woke = []

    def main(proc: Process) -> Any:
        proc.send_after(proc.pid, atom.go, 5)
        yield proc.receive(after=100)  # answered: leaves an entry at 100 ms behind
        yield proc.receive(atom.never, after=15)  # earlier than that entry
        woke.append(proc.now_ms)
        yield proc.receive(atom.never, after=80)  # at the very time of that entry
        woke.append(proc.now_ms)
        yield proc.receive(atom.never, after=30)
        woke.append(proc.now_ms)
        assert (yield proc.receive(atom.never, after=0)) is None
        yield proc.sleep(1)
        woke.append(proc.now_ms)

    run(main)
    assert woke == [20, 100, 130, 131]


def test_a_process_whose_old_deadline_was_pruned_still_wakes() -> None:
    woke = []

    def waiter(proc: Process) -> Any:
        yield proc.receive(1, after=1000)
        yield proc.receive(2)
        yield proc.sleep(5000)
        woke.append(proc.now_ms)

    def main(proc: Process) -> Any:
        proc.spawn(sleeper, 500)  # keeps the stale entry of the waiter from coming to the top
        pid = proc.spawn(waiter)
        yield proc.sleep(2)
        proc.send(pid, 1)
        yield proc.sleep(1)
        for ref in [proc.send_after(proc.pid, 1, 100_000) for _ in range(3000)]:
            proc.cancel_timer(ref)
        proc.send(pid, 2)

    run(main)
    assert woke == [5003]


def test_cancelled_timers_are_pruned_from_the_heap() -> None:
    sizes = []

    def main(proc: Process) -> Any:
        proc.spawn(sleeper, "1d")
        for _ in range(20_000):
            proc.cancel_timer(proc.send_after(proc.pid, 1, "1h"))
            sizes.append(len(proc.env._queue))
            yield proc.receive(atom.never, after=0)

    run(main, trace=False, until="1s")
    assert max(sizes) < 2500


def test_answered_deadlines_are_pruned_from_the_heap() -> None:
    sizes = []

    def echo(proc: Process) -> Any:
        while True:
            sender = yield proc.receive()
            proc.send(sender, atom.ok)

    def main(proc: Process) -> Any:
        proc.spawn(sleeper, "1ns")
        proc.spawn(sleeper, "1d")
        pid = proc.spawn(echo)
        for _ in range(10_000):
            proc.send(pid, proc.pid)
            yield proc.receive(after="1h")
            yield proc.sleep(1)
            sizes.append(len(proc.env._queue))

    run(main, trace=False, until="1min")
    assert max(sizes) < 2500


def test_deadlines_of_processes_that_were_killed_are_pruned_from_the_heap() -> None:
    sizes = []

    def main(proc: Process) -> Any:
        for _ in range(5000):
            pid = proc.spawn(sleeper, "1h")
            yield proc.sleep("1us")
            proc.exit(pid, atom.kill)
            yield proc.sleep("1us")
            sizes.append(len(proc.env._queue))

    assert run(main, trace=False).now == 10 * MS
    assert max(sizes) < 2500


# -- the environment's own interface ----------------------------------------------------------


def test_run_until_a_time_goes_on_to_it_as_simpy_does() -> None:
    kernel = started(nothing)
    kernel.run(until=5 * MS)
    assert kernel.now == 5 * MS


def test_a_scenario_that_is_over_before_until_ends_where_it_ended() -> None:
    assert run(lambda proc: sleeper(proc, 3), until="1h").now == 3 * MS


def test_what_is_due_at_until_still_happens() -> None:
    seen = []

    def main(proc: Process) -> Any:
        for _ in range(5):
            yield proc.sleep(1)
            seen.append(proc.now_ms)

    result = run(main, until=3)
    assert (seen, result.ended, result.now) == ([1, 2, 3], "until", 3 * MS)


def test_a_run_can_be_taken_in_parts() -> None:
    seen = []

    def main(proc: Process) -> Any:
        while proc.now_ms < 6:
            seen.append(proc.now_ms)
            yield proc.sleep(2)

    kernel = started(main)
    kernel.run(until=1 * MS)
    assert seen == [0]
    kernel.run(until=4 * MS)
    assert seen == [0, 2, 4]
    kernel.run()
    assert (seen, kernel.now) == ([0, 2, 4], 6 * MS)


def test_step_lets_one_thing_happen() -> None:
    seen = []

    def main(proc: Process) -> Any:
        seen.append(1)
        yield proc.sleep(1)
        seen.append(2)

    kernel = started(main)
    assert seen == []
    kernel.step()
    assert seen == [1]
    kernel.step()
    assert (seen, kernel.now) == ([1, 2], 1 * MS)
    with pytest.raises(EmptySchedule):
        kernel.step()


@pytest.mark.parametrize("until", [-1, 0.5, ()])
def test_until_is_a_time_in_whole_nanoseconds(until: Any) -> None:
    with pytest.raises(ValueError, match="until is a time in whole nanoseconds"):
        started(nothing).run(until=until)


def test_run_until_a_simpy_event_returns_its_value() -> None:
    kernel = started(lambda proc: sleeper(proc, 10))
    assert kernel.run(until=kernel.timeout(4 * MS, value="four")) == "four"
    assert kernel.now == 4 * MS
    done = kernel.timeout(1 * MS, value=5)
    kernel.run()
    assert (kernel.run(until=done), kernel.now) == (5, 10 * MS)


def test_run_until_an_event_that_never_comes_says_so() -> None:
    kernel = started(nothing)
    with pytest.raises(RuntimeError, match="has not been triggered"):
        kernel.run(until=kernel.event())


def test_simpy_time_is_whole_too() -> None:
    def main(proc: Process) -> Any:
        yield proc.env.timeout(3.0)
        assert proc.now == 3
        yield proc.env.timeout(0.5)

    with pytest.raises(ScenarioError, match=r"test_clock.py:\d+: SimPy's clock counts whole nano.*, not 0.5"):
        run(main)
