"""One clock for both: processes that wait for SimPy's events, SimPy code that waits for processes."""

from __future__ import annotations

from typing import Any

import pytest
import simpy

from simulator import Exit, Kernel, Process, ScenarioError, atom, run
from simulator.trace.events import Resume, Wait

MS = 1_000_000


def test_processes_share_a_simpy_resource() -> None:
    served = []

    def customer(proc: Process, name: str) -> Any:
        with desk[0].request() as turn:
            yield turn
            yield proc.sleep(10)
            served.append((name, proc.now_ms))

    desk: list[simpy.Resource] = []

    def main(proc: Process) -> Any:
        desk.append(simpy.Resource(proc.env, capacity=2))
        for name in "abcde":
            proc.spawn(customer, name)
        yield proc.sleep(0)

    run(main)
    assert served == [("a", 10), ("b", 10), ("c", 20), ("d", 20), ("e", 30)]


def test_a_request_that_can_be_granted_at_once_is() -> None:
    def main(proc: Process) -> Any:
        resource = simpy.Resource(proc.env)
        yield resource.request()
        store = simpy.Store(proc.env)
        store.put(atom.thing)
        assert (yield store.get()) is atom.thing
        assert proc.now == 0

    assert run(main).ok


def test_the_values_of_events_come_back_from_the_yield() -> None:
    got = []

    def main(proc: Process) -> Any:
        env = proc.env
        got.append((yield env.timeout(5 * MS, value="five")))
        done = env.event()
        done.succeed(7)
        got.append((yield done))
        got.append((yield done))  # it has happened: answered at once
        first, second = env.timeout(1, "a"), env.timeout(2, "b")
        both = yield first & second
        got.append(list(both.values()))
        either = yield env.timeout(1, "x") | env.timeout(9 * MS, "y")
        got.append(list(either.values()))

    result = run(main)
    assert got == ["five", 7, 7, ["a", "b"], ["x"]]
    assert result.now == 14 * MS + 2  # as in SimPy, what nobody waits for any more still happens


def test_an_event_that_fails_is_raised_at_the_yield() -> None:
    caught = []

    def main(proc: Process) -> Any:
        for delay in (0, 5):
            event = proc.env.event()
            proc.spawn(lambda p, event=event, delay=delay: fail(p, event, delay))
            try:
                yield event
            except LookupError as wrong:
                caught.append((str(wrong), proc.now_ms))
            try:
                yield event  # it has happened already
            except LookupError as wrong:
                caught.append((str(wrong), proc.now_ms))

    def fail(proc: Process, event: Any, delay: int) -> Any:
        yield proc.sleep(delay)
        event.fail(LookupError("lost"))

    assert run(main).reason is atom.normal
    assert caught == [("lost", 0), ("lost", 0), ("lost", 5), ("lost", 5)]


def test_an_event_that_fails_crashes_the_process_that_does_not_catch_it() -> None:
    def main(proc: Process) -> Any:
        def child(p: Process) -> Any:
            event = p.env.event()
            event.fail(LookupError("lost"))
            yield event

        proc.spawn_monitor(child)
        down = yield proc.receive()
        proc.puts(str(down[4][0]))

    result = run(main)
    assert result.output == "lost\n"
    assert result.reports[0].startswith("Process #PID<0.101.0> raised an exception\n** (LookupError) lost\n")


def test_a_simpy_process_waits_for_one_of_ours() -> None:
    told: list[Any] = []

    def watcher(env: Any, process: Any) -> Any:
        try:
            value = yield process
        except BaseException as wrong:
            value = (type(wrong), wrong.args)
        told.append((env.now // MS, value))

    def child(proc: Process, how: str) -> Any:
        yield proc.sleep(5)
        if how == "raise":
            raise ValueError("bad")
        if how == "exit":
            proc.exit(atom.done)
        if how == "killed":
            yield proc.receive()
        return 42

    def main(proc: Process) -> Any:
        env = proc.env
        for how in ("return", "raise", "exit", "killed"):
            pid = proc.spawn(child, how)
            env.process(watcher(env, env.process_of(pid)))
            yield proc.sleep(7)
            proc.exit(pid, atom.kill)
            yield proc.sleep(3)
            env.process(watcher(env, env.process_of(pid)))  # it is dead
            yield proc.sleep(10)

    run(main)
    assert told == [
        (5, 42), (10, None), (25, (ValueError, ("bad",))), (30, None),
        (45, (Exit, (atom.done,))), (50, None), (67, (Exit, (atom.killed,))), (70, None),
    ]  # fmt: skip


def test_run_until_one_of_our_processes_has_ended() -> None:
    kernel = Kernel(output=lambda text: None)

    def main(proc: Process) -> Any:
        yield proc.sleep(7)
        return "result"

    pid = kernel.start(main)
    kernel.timeout(100 * MS)
    assert kernel.run(until=kernel.process_of(pid)) == "result"
    assert kernel.now == 7 * MS


def test_our_processes_in_simpy_conditions() -> None:
    def child(proc: Process, ms: int) -> Any:
        yield proc.sleep(ms)
        return ms

    def main(proc: Process) -> Any:
        env = proc.env
        a, b = (env.process_of(proc.spawn(child, ms)) for ms in (3, 5))
        done = yield a & b
        proc.puts(f"{list(done.values())} {proc.now_ms}")
        slow = env.process_of(proc.spawn(child, 50))
        yield slow | env.timeout(1 * MS)
        proc.puts(f"{slow.is_alive} {proc.now_ms}")

    assert run(main).output == "[3, 5] 5\nTrue 6\n"


def test_one_of_our_processes_waits_for_another_of_ours_as_an_event() -> None:
    def main(proc: Process) -> Any:
        def child(p: Process) -> Any:
            yield p.sleep(4)
            return "value"

        value = yield proc.env.process_of(proc.spawn(child))
        proc.puts(f"{value} {proc.now_ms}")

    assert run(main).output == "value 4\n"


def test_a_process_that_waits_for_an_event_can_be_killed_and_nothing_is_left_over() -> None:
    def waiter(proc: Process, event: Any) -> Any:
        yield event

    def main(proc: Process) -> Any:
        event = proc.env.event()
        pid = proc.spawn(lambda p: waiter(p, event))
        _, ref = proc.spawn_monitor(lambda p: waiter(p, event))
        yield proc.sleep(1)
        proc.exit(pid, atom.kill)
        yield proc.sleep(1)
        assert not proc.alive(pid)
        event.succeed(5)
        down = yield proc.receive()
        assert (down[1], down[4]) == (ref, atom.normal)

    assert run(main).ok


def test_messages_wait_while_a_process_waits_for_an_event() -> None:
    got = []

    def main(proc: Process) -> Any:
        proc.send_after(proc.pid, atom.early, 1)
        yield proc.env.timeout(5 * MS)
        got.append(((yield proc.receive()), proc.now_ms))

    run(main)
    assert got == [(atom.early, 5)]


def test_simpy_code_sends_messages() -> None:
    def clock(env: Any, pid: Any) -> Any:
        for n in range(3):
            yield env.timeout(2 * MS)
            env.send(pid, (atom.tick, n))
        env.send(atom.main, atom.stop)

    def main(proc: Process) -> Any:
        proc.register(proc.pid, atom.main)
        proc.env.process(clock(proc.env, proc.pid))
        while (message := (yield proc.receive())) is not atom.stop:
            proc.inspect((message[1], proc.now_ms))

    result = run(main)
    assert result.output == "{0, 2}\n{1, 4}\n{2, 6}\n"


def test_simpy_code_that_fails_ends_the_run_and_names_its_line() -> None:
    def broken(env: Any) -> Any:
        yield env.timeout(5)
        raise ValueError("oh")

    def main(proc: Process) -> Any:
        proc.env.process(broken(proc.env))
        yield proc.sleep(1)

    with pytest.raises(ScenarioError, match=r"test_simpy.py:\d+: SimPy code .* failed: ValueError: oh"):
        run(main)


def test_a_plain_simpy_model_runs_as_it_does_on_simpy() -> None:
    def model(env: Any, log: list[Any]) -> Any:
        def car(name: str, delay: int) -> Any:
            yield env.timeout(delay)
            with station.request() as request:
                result = yield request | env.timeout(3)
                log.append((env.now, name, request in result))
                if request in result:
                    yield env.timeout(5)
            try:
                yield env.timeout(50)
            except simpy.Interrupt as interrupt:
                log.append((env.now, name, interrupt.cause))

        def stopper() -> Any:
            yield env.timeout(20)
            for process in cars:
                process.interrupt("closing")
            yield env.all_of(cars)
            log.append((env.now, "all done"))

        station = simpy.Resource(env, capacity=1)
        cars = [env.process(car(name, delay)) for name, delay in (("a", 0), ("b", 1), ("c", 1), ("d", 4))]
        env.process(stopper())
        env.run()

    plain: list[Any] = []
    ours: list[Any] = []
    model(simpy.Environment(), plain)
    model(Kernel(), ours)
    assert ours == plain and plain


def test_the_trace_tells_of_the_wait() -> None:
    def main(proc: Process) -> Any:
        yield proc.env.timeout(5)

    events = list(run(main).trace)
    wait = next(event for event in events if isinstance(event, Wait))
    resume = next(event for event in events if isinstance(event, Resume))
    assert (wait.on, resume.cause, resume.t) == ("event", wait.seq, 5)


def test_simpy_cannot_interrupt_one_of_ours() -> None:
    def main(proc: Process) -> Any:
        pid = proc.spawn(lambda p: (yield p.receive()))
        yield proc.sleep(1)
        proc.env.process_of(pid).interrupt()

    with pytest.raises(ScenarioError, match="cannot be interrupted by SimPy: send it an exit signal"):
        run(main)
