"""Timers of one instant share an entry on the heap where it is long; what happens is the same, in the same order."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

import pytest

from simulator import Run, run
from simulator.kernel.process import plain, recorded
from simulator.kernel.time import timer


def _main(seed: int) -> Any:
    """Return a program of timers, deadlines, sleeps and SimPy events that meet at a few instants."""
    chance = Random(seed)

    def waits(proc: Any, time: int) -> Iterator[Any]:
        got = yield proc.receive(after=time)
        proc.note(f"{proc.pid} {got}")

    def beside(proc: Any, time: int) -> Iterator[Any]:
        yield proc.env.delay(time)
        proc.note(f"beside {proc.pid}")

    def main(proc: Any) -> Iterator[Any]:
        others = [proc.spawn(waits, chance.randrange(1, 8)) for _ in range(10)]
        armed = []
        for nth in range(120):
            kind = chance.randrange(5)
            if kind == 0:
                others.append(proc.spawn(waits, chance.randrange(1, 8)))
            elif kind == 1:
                proc.spawn(beside, chance.randrange(1, 8))
            elif kind == 2 and armed:
                proc.cancel_timer(chance.choice(armed))
            else:
                dest = chance.choice([proc.pid, *others])
                armed.append(proc.send_after(dest, nth, chance.randrange(1, 8)))
            if chance.randrange(20) == 0:
                yield proc.sleep(1)
        while True:
            got = yield proc.receive(after=10)
            if got is None:
                return
            proc.note(f"main {got}")

    return main


def _ran(seed: int, many: int, trace: bool, monkeypatch: pytest.MonkeyPatch) -> Run:
    for module in (plain, recorded, timer):
        monkeypatch.setattr(module, "MANY", many)
    return run(_main(seed), trace=trace)


@pytest.mark.parametrize("seed", range(12))
def test_it_does_not_show_whether_timers_share_an_entry(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    alone, shared = (list(map(str, _ran(seed, many, True, monkeypatch).trace)) for many in (10**9, 0))
    assert alone == shared and len(alone) > 200
    first, again = (_ran(seed, many, False, monkeypatch) for many in (10**9, 0))
    assert (first.kernel.turns, first.kernel.now) == (again.kernel.turns, again.kernel.now)


def test_cancelled_timers_leave_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {}

    def main(proc: Any) -> Iterator[Any]:
        armed = [proc.send_after(proc.pid, nth, 1 + nth % 3) for nth in range(5_000)]
        for each in armed[:4_900]:
            proc.cancel_timer(each)
        timers = proc.env.timers
        seen["left"] = timers.together, sum(len(each.waiting) for each in timers.instants.values())
        for each in armed[4_900:]:
            proc.cancel_timer(each)
        yield proc.receive(after=5)
        seen["end"] = timers.together, dict(timers.instants), proc.now_ms

    for module in (plain, recorded, timer):
        monkeypatch.setattr(module, "MANY", 0)
    run(main)
    assert seen["left"][0] == seen["left"][1] < 2_500
    assert seen["end"] == (0, {}, 5)
