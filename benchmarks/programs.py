"""The programs that are measured: the simulator's side and, with the same messages, SimPy's."""

from __future__ import annotations

from collections.abc import Callable, Generator
from random import Random
from time import process_time
from typing import Any

import simpy

from simulator.kernel import ANY, Kernel
from simulator.terms import atom

Body = Generator[Any, Any, None]


def run_kernel(main: Callable[..., Body], recorder: Any = None) -> Kernel:
    """Run *main* on a kernel of its own, until nothing more can happen."""
    kernel = Kernel(recorder=recorder)
    kernel.start(main)
    kernel.run()
    return kernel


# -- messages -------------------------------------------------------------------------------------


def ping_pong(turns: int) -> Callable[..., Body]:
    """Two processes send each other a message *turns* times there and back."""

    def ponger(proc: Any) -> Body:
        while True:
            message = yield proc.receive()
            if message[0] is atom.stop:
                return
            proc.send(message[1], (atom.pong, proc.pid, message[2]))

    def main(proc: Any) -> Body:
        other = proc.spawn(ponger)
        for number in range(turns):
            proc.send(other, (atom.ping, proc.pid, number))
            yield proc.receive()
        proc.send(other, (atom.stop,))

    return main


# -- processes and time ---------------------------------------------------------------------------


def spawn_sleepers(count: int) -> Callable[..., Body]:
    """Spawn *count* processes that each sleep once."""

    def sleeper(proc: Any) -> Body:
        yield proc.sleep(1)

    def main(proc: Any) -> Body:
        for _ in range(count):
            proc.spawn(sleeper)
        yield proc.sleep(0)

    return main


def simpy_sleepers(count: int) -> None:
    """Do the same with SimPy's processes."""
    env = simpy.Environment()

    def sleeper() -> Body:
        yield env.timeout(1)

    def main() -> Body:
        for _ in range(count):
            env.process(sleeper())
        yield env.timeout(0)

    env.process(main())
    env.run()


def naps(processes: int, each: int, step: int) -> list[list[int]]:
    """Return *each* durations for every process: milliseconds up to 10^6, multiples of *step*."""
    random = Random(1)
    return [[random.randrange(step, 1_000_000, step) for _ in range(each)] for _ in range(processes)]


def timeouts(plan: list[list[int]]) -> Callable[..., Body]:
    """Let one process for each row of *plan* sleep its durations one after the other."""

    def sleeper(proc: Any, durations: tuple[int, ...]) -> Body:
        for duration in durations:
            yield proc.sleep(duration)

    def main(proc: Any) -> Body:
        for durations in plan:
            proc.spawn(sleeper, tuple(durations))
        yield proc.sleep(0)

    return main


def simpy_timeouts(plan: list[list[int]]) -> None:
    """Do the same with SimPy's timeouts."""
    env = simpy.Environment()

    def sleeper(durations: tuple[int, ...]) -> Body:
        for duration in durations:
            yield env.timeout(duration)

    for durations in plan:
        env.process(sleeper(tuple(durations)))
    env.run()


# -- mailboxes ------------------------------------------------------------------------------------


def flood(count: int) -> Callable[..., Body]:
    """Put *count* messages into one mailbox, then take them all out."""

    def sink(proc: Any) -> Body:
        yield proc.sleep(1)
        for _ in range(count):
            yield proc.receive()

    def main(proc: Any) -> Body:
        pid = proc.spawn(sink)
        for number in range(count):
            proc.send(pid, (atom.item, number))
        yield proc.sleep(0)

    return main


class Stopwatch:
    """Takes the processor time of a part of a program."""

    def __init__(self) -> None:
        self.taken = 0.0

    def start(self) -> None:
        """Begin."""
        self.taken -= process_time()

    def stop(self) -> None:
        """End."""
        self.taken += process_time()


def calls(count: int, backlog: int, watch: Stopwatch) -> Callable[..., Body]:
    """Ask a server *count* times, with a fresh reference each, behind *backlog* messages that do not match."""

    def server(proc: Any) -> Body:
        while True:
            message = yield proc.receive()
            proc.send(message[1], (message[2], atom.ok))

    def main(proc: Any) -> Body:
        pid = proc.spawn(server)
        for number in range(backlog):
            proc.send(proc.pid, (atom.unmatched, number))
        yield proc.sleep(0)
        watch.start()
        for _ in range(count):
            ref = proc.make_ref()
            proc.send(pid, (atom.call, proc.pid, ref))
            yield proc.receive((ref, ANY))
        watch.stop()

    return main


# -- many -----------------------------------------------------------------------------------------


def waiting(count: int) -> Callable[..., Body]:
    """Spawn *count* processes that wait for a message, and wait with them."""

    def waiter(proc: Any) -> Body:
        yield proc.receive()

    def main(proc: Any) -> Body:
        for _ in range(count):
            proc.spawn(waiter)
        yield proc.receive()

    return main


def linked(count: int) -> Callable[..., Body]:
    """One process that *count* others are linked to ends, and all of them with it."""

    def other(proc: Any) -> Body:
        yield proc.receive()

    def hub(proc: Any) -> Body:
        for _ in range(count):
            proc.spawn_link(other)
        yield proc.sleep(1)
        proc.exit(atom.crash)

    def main(proc: Any) -> Body:
        proc.spawn(hub)
        yield proc.sleep(2)

    return main


def timers(count: int) -> Callable[..., Body]:
    """*count* timers are armed, a thousandth of them for each millisecond, and their messages taken."""

    def main(proc: Any) -> Body:
        for nth in range(count):
            proc.send_after(proc.pid, nth, 1 + nth % 1_000)
        for _ in range(count):
            yield proc.receive()

    return main


def ring(count: int) -> Callable[..., Body]:
    """Let a token go once around a ring of *count* processes."""

    def member(proc: Any, following: Any) -> Body:
        token = yield proc.receive()
        proc.send(following, token)

    def main(proc: Any) -> Body:
        following = proc.pid
        for _ in range(count):
            following = proc.spawn(member, following)
        proc.send(following, (atom.token, count))
        message = yield proc.receive()
        assert message == (atom.token, count)

    return main
