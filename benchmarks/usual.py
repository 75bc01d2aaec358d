"""What programs mostly do, as users write it, each beside plain SimPy: without a trace, with one in memory, in a file.

A program is a function of how often it does its thing, which returns the main function; its counterpart in SimPy
does it as SimPy's documentation would.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import simpy

from benchmarks.command import Figure
from benchmarks.harness import Row, Size, each, seconds
from simulator import ANY, GenServer, Task, atom, run

Body = Generator[Any, Any, Any]
Program = Callable[[int], Callable[[Any], Body]]
_TIMEOUT = 5000
_ROOT = Path(__file__).parents[1]


def _patterns(any_message: bool, after: int | None) -> Program:
    """Two processes that send each other a message, received by a pattern or as the first that is there."""

    def program(count: int) -> Callable[[Any], Body]:
        def ponger(proc: Any) -> Body:
            patterns = () if any_message else ((atom.ping, ANY),)
            while True:
                message = yield proc.receive(*patterns, after=after)
                proc.send(message[1], (atom.pong, 1))

        def main(proc: Any) -> Body:
            other = proc.spawn_link(ponger)
            for _ in range(count // 2):
                proc.send(other, (atom.ping, proc.pid))
                if any_message:
                    yield proc.receive(after=after)
                else:
                    yield proc.receive((atom.pong, ANY), after=after)
            proc.exit(atom.shutdown)

        return main

    return program


def _stores(after: int | None) -> Callable[[int], None]:
    def program(count: int) -> None:
        env = simpy.Environment()
        pings, pongs = simpy.Store(env), simpy.Store(env)

        def taken(store: simpy.Store) -> Body:
            wanted = store.get()
            yield wanted if after is None else wanted | env.timeout(after)
            return wanted.value

        def ponger() -> Body:
            while True:
                message = yield from taken(pings)
                yield message[1].put((atom.pong, 1))

        def main() -> Body:
            for _ in range(count // 2):
                yield pings.put((atom.ping, pongs))
                yield from taken(pongs)

        env.process(ponger())
        env.run(env.process(main()))

    return program


class _Echo(GenServer):
    def handle_call(proc: Any, request: Any, client: Any, state: int) -> Any:  # type: ignore[misc]
        return (atom.reply, request, state)

    def handle_cast(proc: Any, request: Any, state: int) -> Any:  # type: ignore[misc]
        return (atom.noreply, state + 1)


def _calls(count: int) -> Callable[[Any], Body]:
    def main(proc: Any) -> Body:
        _, server = yield _Echo.start_link(proc, 0)
        for number in range(count):
            yield GenServer.call(proc, server, number)

    return main


def _casts(count: int) -> Callable[[Any], Body]:
    def main(proc: Any) -> Body:
        _, server = yield _Echo.start_link(proc, 0)
        for number in range(count):
            GenServer.cast(proc, server, number)
        yield GenServer.call(proc, server, 0)

    return main


def _simpy_calls(count: int) -> None:
    env = simpy.Environment()
    requests = simpy.Store(env)

    def server() -> Body:
        while True:
            replies, request = yield requests.get()
            yield replies.put(request)

    def client() -> Body:
        replies = simpy.Store(env)
        for number in range(count):
            yield requests.put((replies, number))
            yield replies.get() | env.timeout(_TIMEOUT)

    env.process(server())
    env.run(env.process(client()))


def _simpy_casts(count: int) -> None:
    env = simpy.Environment()
    requests = simpy.Store(env)

    def server() -> Body:
        state = 0
        while True:
            yield requests.get()
            state += 1

    def client() -> Body:
        for number in range(count):
            yield requests.put(number)

    env.process(server())
    env.process(client())
    env.run()


def _job(proc: Any) -> Body:
    yield proc.sleep(1)
    return 1


def _tasks(count: int) -> Callable[[Any], Body]:
    def main(proc: Any) -> Body:
        for _ in range(count):
            yield Task.await_(proc, Task.async_(proc, _job))

    return main


def _child(proc: Any) -> Body:
    return
    yield


def _ticks(count: int) -> Callable[[Any], Body]:
    def main(proc: Any) -> Body:
        for _ in range(count):
            proc.send_after(proc.pid, atom.tick, 1000)
            yield proc.receive(atom.tick)

    return main


def _spawns(count: int) -> Callable[[Any], Body]:
    def main(proc: Any) -> Body:
        for _ in range(count // 100):
            for _ in range(100):
                proc.spawn(_child)
            yield proc.yield_()

    return main


def _monitors(count: int) -> Callable[[Any], Body]:
    def main(proc: Any) -> Body:
        for _ in range(count):
            _, ref = proc.spawn_monitor(_child)
            yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))

    return main


def _links(count: int) -> Callable[[Any], Body]:
    def main(proc: Any) -> Body:
        proc.flag(atom.trap_exit, True)
        for _ in range(count):
            pid = proc.spawn_link(_child)
            yield proc.receive((atom.EXIT, pid, ANY))

    return main


def _processes(duration: int | None, at_once: int = 1) -> Callable[[int], None]:
    """SimPy processes that end at once, or after a time, waited for one by one or left alone."""

    def program(count: int) -> None:
        env = simpy.Environment()

        def child() -> Body:
            if duration is not None:
                yield env.timeout(duration)

        def main() -> Body:
            for _ in range(count // at_once):
                made = [env.process(child()) for _ in range(at_once)]
                yield made[0] if at_once == 1 else env.timeout(0)

        env.process(main())
        env.run()

    return program


def _timeouts(count: int) -> None:
    env = simpy.Environment()

    def main() -> Body:
        for _ in range(count):
            yield env.timeout(1000)

    env.process(main())
    env.run()


class Usual(NamedTuple):
    """A row: what is done, by which programs, how often, and at how many times SimPy's time it should be."""

    words: str
    ours: Program
    simpy: Callable[[int], None]
    count: int
    targets: tuple[float, float, float]
    """Without a trace, with one in memory, with one in a file."""


KERNEL = {
    "message": Usual(
        "a message, received by a pattern", _patterns(False, None), _stores(None), 6_000, (0.28, 0.5, 1.5)
    ),
    "message-any": Usual(
        "the same, received without one", _patterns(True, None), _stores(None), 6_000, (0.2, 0.35, 1.2)
    ),
    "message-after": Usual(
        "a message, received by a pattern with `after`", _patterns(False, _TIMEOUT), _stores(_TIMEOUT), 6_000,
        (0.14, 0.25, 0.7),
    ),
    "tick": Usual("`send_after` and its message", _ticks, _timeouts, 6_000, (2.5, 5, 10)),
    "exit": Usual("spawn and end of a process", _spawns, _processes(None, 100), 6_000, (1, 2, 3.5)),
    "monitor": Usual("`spawn_monitor`, end, `DOWN`", _monitors, _processes(None), 3_000, (2, 5, 9)),
    "link": Usual("`spawn_link`, end, `EXIT`", _links, _processes(None), 3_000, (2, 5, 9)),
}  # fmt: skip
OTP = {
    "call": Usual("`GenServer.call`, with its timeout", _calls, _simpy_calls, 2_000, (0.25, 0.8, 2)),
    "cast": Usual("`GenServer.cast`", _casts, _simpy_casts, 4_000, (0.3, 2, 4)),
    "task": Usual("`Task.async` and `await`", _tasks, _processes(1), 1_000, (5, 12, 20)),
}


def figures(rows: dict[str, Usual]) -> dict[str, Figure]:
    """Return the figures of these rows, by name."""

    def figure(name: str, row: Usual) -> Figure:
        return lambda size: _measured(name, row, size)

    return {name: figure(name, row) for name, row in rows.items()}


def timed(row: Usual, count: int, folder: Path) -> list[float]:
    """Return the processor seconds of a row in its three ways."""
    ways: list[Any] = [False, True, folder / "trace.jsonl"]
    return [seconds(lambda way=way: run(row.ours(count), trace=way)) for way in ways]  # type: ignore[misc]


def _by_checkout(checkout: Path | str, name: str, count: int) -> list[float]:
    """Return the same, measured in a process of its own with the simulator of another checkout."""
    command = [sys.executable, str(Path(__file__).with_name("usual_child.py")), str(checkout), name, str(count)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, cwd=checkout)
    found: list[float] = json.loads(answer.stdout)
    return found


def _measured(name: str, row: Usual, size: Size) -> Row:
    """Measure a row in its three ways, in turn with SimPy; and, in processes of their own, with another checkout."""
    count = max(100, size.of(row.count))
    ours, theirs, pairs = [], [], []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(size.rounds):
            theirs.append(seconds(lambda: row.simpy(count)))
            ours.append(timed(row, count, Path(folder)))
            if size.paired:
                sides = [_ROOT, size.paired] if number % 2 else [size.paired, _ROOT]
                found = {side: _by_checkout(side, name, count) for side in sides}
                pairs.append((found[_ROOT], found[size.paired]))
    ratios = [median(a / b for a, b in zip(taken, theirs, strict=True)) for taken in zip(*ours, strict=True)]
    reached = all(ratio <= 1.02 * target for ratio, target in zip(ratios, row.targets, strict=True))
    against, shown = each(median(theirs), count), " / ".join(f"{ratio:.2f}" for ratio in ratios) + " x its time"
    if pairs:
        before = [median(other[way] for _, other in pairs) for way in range(3)]
        against += "; the other checkout " + " / ".join(each(taken, count) for taken in before)
        parts = [median(mine[way] / other[way] for mine, other in pairs) for way in range(3)]
        shown += "; " + " / ".join(f"{part:.2f}" for part in parts) + " of the other checkout's"
    return Row(
        name, row.words, " / ".join(each(median(taken), count) for taken in zip(*ours, strict=True)), against,
        ratios[1], shown, " / ".join(f"{target:g}" for target in row.targets), reached,
    )  # fmt: skip
