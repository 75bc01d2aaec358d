"""Many time slices are reckoned at once: at the same instants, in the same order, and a trace has each of them."""

from __future__ import annotations

import io
import time
from random import Random
from typing import Any

import pytest

from simulator import Kernel, Process, atom, run
from simulator.kernel.time.schedulers import Schedulers
from simulator.scenario import Config
from simulator.trace.recorder import MemoryRecorder


def busy(seed: int) -> Any:
    """Return a main function whose workers arrive, work, wait, and are killed, often at the same instants."""
    draw = Random(seed)
    whole = draw.random() < 0.5  # whole milliseconds meet a slice's end

    def some(most: int) -> Any:
        return draw.randint(1, most) if whole else draw.randint(1, most * 10) / 7

    plans = [[(draw.choice(["work", "work", "sleep"]), some(40)) for _ in range(draw.randint(1, 4))] for _ in range(12)]
    gaps = [some(15) if draw.random() < 0.7 else 0 for _ in plans]
    kills = [(some(60), draw.randrange(12)) for _ in range(3)]

    def worker(proc: Process, name: int, plan: Any) -> Any:
        for what, ms in plan:
            yield getattr(proc, what)(ms)
            proc.puts(f"{name} {what} {proc.now}")

    def killer(proc: Process, pids: Any) -> Any:
        for ms, number in kills:
            yield proc.sleep(ms)
            if number < len(pids):
                proc.exit(pids[number], atom.kill)
                proc.puts(f"kill {number} {proc.now}")

    def main(proc: Process) -> Any:
        pids = []
        for name, (plan, gap) in enumerate(zip(plans, gaps, strict=True)):
            pids.append(proc.spawn(worker, name, plan))
            if name == 8:
                proc.spawn(killer, pids)
            yield proc.sleep(gap)

    return main


def one_slice(self: Schedulers, process: Any) -> None:
    """Let a process make room for the next, and nothing else: what many slices at once are held against."""
    kernel = self._kernel
    _, since, left = self._running[process]
    left -= kernel._now - since
    kernel._record("preempt", process, process._cause, left)
    self._vacate(process)
    self._queue.append((process, left))
    self._assign()


def traced(main: Any, settings: Config) -> tuple[bytes, list[str], list[Any], tuple[int, int]]:
    """Return the trace of a run as it is in a file, its output, its trace as it is in memory, and how far it came."""
    file = io.BytesIO()
    run(main, config=settings, trace=file)
    kept = run(main, config=settings)
    return file.getvalue(), kept.output, list(kept.trace), (kept.now, kept.kernel.turns)


@pytest.mark.parametrize("schedulers", [1, 2, 3])
@pytest.mark.parametrize("time_slice", [1, "3ms", "0.3ms"])
def test_the_same_comes_of_it_as_slice_by_slice(
    schedulers: int, time_slice: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for seed in range(12):
        main = busy(seed)
        until = [None, 77, "100.5ms"][seed % 3]
        settings = Config(schedulers=schedulers, time_slice=time_slice, until=until, cost=["0ms", "9us"][seed % 5 == 4])
        at_once = traced(main, settings)
        untraced = run(main, config=settings, trace=False)
        with monkeypatch.context() as patched:
            patched.setattr(Schedulers, "_go_round", one_slice)
            sliced = traced(main, settings)
        assert at_once == sliced
        assert (untraced.output, (untraced.now, untraced.kernel.turns)) == at_once[1::2]


def test_what_comes_from_outside_between_two_runs_meets_the_slice_that_is_due() -> None:
    def told(times: list[int]) -> list[str]:
        said: list[str] = []
        kernel = Kernel(schedulers=1, output=said.append)

        def worker(proc: Process, name: str) -> Any:
            yield proc.work(50)
            proc.puts(f"{name} {proc.now}")

        def main(proc: Process) -> Any:
            proc.spawn(worker, "a")
            proc.spawn(worker, "b")
            yield proc.receive()
            proc.spawn(worker, "c")

        pid = kernel.start(main)
        for at in times:
            kernel.run(at)
        kernel.send(pid, 1)
        kernel.run()
        return said

    at_once = told([10_500_000])
    assert at_once == told(list(range(100_000, 10_500_001, 100_000))) and len(at_once) == 3


def test_a_long_queue_of_jobs_costs_little() -> None:
    def job(proc: Process, ms: float) -> Any:
        yield proc.work(ms)

    def main(proc: Process) -> Any:
        for _ in range(500):
            yield proc.sleep(f"{proc.random.expovariate(1 / 60)}ms")
            proc.spawn(job, proc.random.expovariate(1 / 100))

    def seconds(**settings: Any) -> float:
        began = time.process_time()
        run(main, schedulers=2, trace=False, **settings)
        return time.process_time() - began

    seconds()
    assert min(seconds() for _ in range(3)) < 6 * min(seconds(time_slice="1h") for _ in range(3))


def test_slices_that_nothing_comes_between_are_few_records() -> None:
    def worker(proc: Process) -> Any:
        yield proc.work("10s")

    def main(proc: Process) -> None:
        for _ in range(3):
            proc.spawn(worker)

    file = io.BytesIO()
    run(main, schedulers=2, trace=file)
    kept = run(main, schedulers=2)
    recorder = kept.kernel._recorder
    assert isinstance(recorder, MemoryRecorder)
    assert len(recorder.values) < 2_000 and recorder.seq > 40_000
    assert [event.seq for event in kept.trace] == list(range(recorder.seq))
    assert len(file.getvalue().splitlines()) == recorder.seq + 1
