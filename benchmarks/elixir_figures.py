"""The figures on Elixir source: the same file on the simulator and on the BEAM, modules compiled on both sides.

On the simulator a figure is the run's own time, without the command's start; on the BEAM the program times itself.
Memory is the most that the system says either whole process held.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from statistics import median
from typing import NamedTuple

from benchmarks.beam import FLAGS, PROGRAMS, has_elixir
from benchmarks.harness import Row, Size, at_most, each, wall_seconds

_ROUNDS = 3  # each takes seconds


class Ran(NamedTuple):
    """One run of a program as a process of its own."""

    seconds: float
    """As the program, or the simulator, tells it."""
    peak: int
    """The most bytes it held."""


def _ran(command: Sequence[str]) -> tuple[str, int]:
    """Return what a command printed, and the most bytes that it held."""
    with tempfile.TemporaryFile() as file:
        process = subprocess.Popen(command, stdout=file, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, command)
        file.seek(0)
        return file.read().decode(), usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def simulated(program: str, count: int) -> Ran:
    """Run a program on the simulator."""
    path = str(PROGRAMS / f"{program}.exs")
    limit = ["--limit", "1000000000", "--set", "process_limit=2000000", "--set", "mailbox_limit=3000000"]
    text, peak = _ran([sys.executable, "-m", "simulator", "run", "--json", *limit, path, str(count)])
    return Ran(json.loads(text)["wall_s"], peak)


def on_the_beam(program: str, count: int) -> Ran:
    """Run a program on the BEAM."""
    text, peak = _ran(["elixir", "--erl", FLAGS, str(PROGRAMS / f"{program}.exs"), str(count)])
    return Ran(int(text.split()[0]) / 1e6, peak)


def compared(name: str, figure: str, program: str, amount: int, target: float, size: Size, memory: bool = False) -> Row:
    """Return the row of one program, of so many things each."""
    count = size.of(amount)
    simulated(program, count)  # the first run compiles, and keeps what it has compiled
    rounds = min(size.rounds, _ROUNDS)
    ours = [simulated(program, count) for _ in range(rounds)]
    mine = median(run.seconds for run in ours)
    if not has_elixir():
        return Row(name, figure, each(mine, count), "", None, "-", f"{target:g} x or less", None)
    theirs = [on_the_beam(program, count) for _ in range(rounds)]
    other = median(run.seconds for run in theirs)
    shown, wanted, reached = at_most(mine / other, target)
    if memory:
        peaks = median(run.peak for run in ours), median(run.peak for run in theirs)
        shown += f", {peaks[0] / 1e6:.0f} MB against {peaks[1] / 1e6:.0f} MB"
        wanted += ", no more memory"
        reached = reached and peaks[0] <= peaks[1]
    return Row(name, figure, each(mine, count), "", mine / other, shown, wanted, reached, each(other, count))


def start(size: Size) -> Row:
    """Return the row of a small file's whole command, from its start to its end."""
    path = str(PROGRAMS / "small.exs")
    command, other = [sys.executable, "-m", "simulator", "run", "-q", path], ["elixir", "--erl", FLAGS, path]
    wall_seconds(command)
    mine = median(wall_seconds(command) for _ in range(size.rounds))
    figure, wanted = "a small `.exs`, whole command", "1 x or less"
    if not has_elixir():
        return Row("start", figure, each(mine, 1), "", None, "-", wanted, None)
    theirs = median(wall_seconds(other) for _ in range(size.rounds))
    shown, wanted, reached = at_most(mine / theirs, 1)
    return Row("start", figure, each(mine, 1), "", mine / theirs, shown, wanted, reached, each(theirs, 1))


FIGURES: dict[str, Callable[[Size], Row]] = {
    "fib": lambda size: compared("fib", "`fib(22)`: recursion with arithmetic", "fib", 100, 20, size),
    "counter": lambda size: compared(
        "counter", "a counter process taking 10^6 messages", "counter", 1_000_000, 8, size
    ),
    "pipeline": lambda size: compared(
        "pipeline", "`Enum` over 10^5 elements, maps and strings built", "pipeline", 100_000, 20, size
    ),
    "chain": lambda size: compared("chain", "10^5 processes in a chain", "chain", 100_000, 4, size, memory=True),
    "start": start,
}
"""By the name that ``--only`` takes."""
