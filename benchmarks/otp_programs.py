"""The programs of OTP that are measured: the simulator's side, and SimPy's."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import simpy

from benchmarks.programs import Body, Stopwatch, run_kernel
from simulator import DynamicSupervisor, GenServer, Supervisor, atom
from simulator.kernel import Kernel
from simulator.scenario import Loaded, load
from simulator.scenario.run import start

CENTURY = Path(__file__).parents[1] / "scenarios" / "13_time_and_load" / "03_century_of_backups.py"
SECOND = 1_000  # milliseconds

# -- calls ----------------------------------------------------------------------------------------


class Echo(GenServer):
    """Replies what it is asked."""

    def handle_call(proc, request, client, state):  # type: ignore[no-untyped-def]
        return (atom.reply, request, state)


def calls(count: int) -> Callable[..., Body]:
    """Call a server *count* times, with the deadline of five seconds that every call has."""

    def main(proc: Any) -> Body:
        _, server = yield GenServer.start(proc, Echo, 0)
        for number in range(count):
            yield GenServer.call(proc, server, number)

    return main


# -- time -----------------------------------------------------------------------------------------


class Ticker(GenServer):
    """Sends itself a message after a second, as often as it was told."""

    def init(proc, left):  # type: ignore[no-untyped-def]
        proc.send_after(proc.pid, atom.tick, SECOND)
        return (atom.ok, left)

    def handle_info(proc, message, left):  # type: ignore[no-untyped-def]
        match message:
            case atom.tick:
                if left == 1:
                    return (atom.stop, atom.normal, 0)
                proc.send_after(proc.pid, atom.tick, SECOND)
                return (atom.noreply, left - 1)


def ticks(count: int) -> Kernel:
    """Let a server tick *count* times."""

    def main(proc: Any) -> Body:
        yield GenServer.start(proc, Ticker, count)

    kernel = run_kernel(main)
    assert kernel.now == count * 1_000_000_000, "it ticks once a second, as often as it was told"
    return kernel


def simpy_ticks(count: int) -> None:
    """Do the same with a bare process and its timeouts."""
    env = simpy.Environment()

    def ticker() -> Body:
        left = count
        while left:
            yield env.timeout(SECOND)
            left -= 1

    env.process(ticker())
    env.run()


def century(days: int) -> Loaded:
    """Load the century of backups, of so many days."""
    return load(str(CENTURY), {"days": days})


def live_through(scenario: Loaded, days: int) -> None:
    """Run it, and see that no night was left out."""
    output = start(scenario, trace=False).output
    for what in ("started", "completed"):
        assert f"{what}: {days:,}\n" in output, output


# -- many -----------------------------------------------------------------------------------------


class Idle(GenServer):
    """Does nothing."""


def under_dynamic_supervisor(proc: Any, count: int) -> Body:
    """Start *count* servers one after the other; return their supervisor."""
    _, supervisor = yield DynamicSupervisor.start_link(proc)
    for number in range(count):
        yield DynamicSupervisor.start_child(proc, supervisor, (Idle, number))
    return supervisor


def under_supervisor(proc: Any, count: int) -> Body:
    """Start a supervisor of *count* servers and return it."""
    specs = [{atom.id: number, atom.start: (Idle, "start_link", [number])} for number in range(count)]
    _, supervisor = yield Supervisor.start_link(proc, specs, strategy=atom.one_for_one)
    return supervisor


def supervised(begin: Callable[[Any, int], Body], count: int, watch: Stopwatch, started: Callable[[], object]) -> None:
    """Start *count* servers as *begin* does, call *started*, and stop them; the watch is held while *started* runs."""
    alive = []

    def main(proc: Any) -> Body:
        watch.start()
        supervisor = yield from begin(proc, count)
        watch.stop()
        alive.append(proc.env.alive)
        started()
        watch.start()
        yield Supervisor.stop(proc, supervisor)
        watch.stop()
        alive.append(proc.env.alive)

    run_kernel(main)
    assert alive == [count + 2, 1], "not all of them were started, or not all of them stopped"
