"""The figures of the table, one function each. The docstring says what is compared with what."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median

from benchmarks import programs
from benchmarks.beam import beam, beam_each
from benchmarks.children import child
from benchmarks.command import Figure
from benchmarks.harness import Row, Size, alternate, at_most, each, ratio_row, wall_seconds
from benchmarks.usual import KERNEL, figures

_HELLO = Path(__file__).with_name("hello.py")
_SAME = 1.1  # "as fast as": what a busy machine can tell apart


def spawn(size: Size) -> Row:
    """Spawn processes that each sleep once, against bare simpy.Process with a timeout."""
    count = size.of(100_000)
    pair = alternate(
        lambda: programs.run_kernel(programs.spawn_sleepers(count)), lambda: programs.simpy_sleepers(count), size.rounds
    )
    figure = "spawn 10^5 processes that each sleep once, against bare `simpy.Process`"
    row = ratio_row("spawn", figure, pair, count, 1.0)
    return row._replace(beam=beam_each("spawn", count, count))


def timeouts(size: Size) -> Row:
    """Timeouts of 1,000 processes, about forty of them at each instant."""
    return _timeouts(
        size, "timeouts", "timeouts of 1,000 processes, about forty an instant, against bare SimPy", 20_000
    )


def timeouts_apart(size: Size) -> Row:
    """Timeouts of 1,000 processes, hardly two of them at one instant."""
    return _timeouts(size, "timeouts-apart", "the same, hardly two at one instant", 1)


def _timeouts(size: Size, name: str, figure: str, step: int) -> Row:
    processes, naps = size.of(1_000), 50
    plan = programs.naps(processes, naps, step)
    pair = alternate(
        lambda: programs.run_kernel(programs.timeouts(plan)), lambda: programs.simpy_timeouts(plan), size.rounds
    )
    return ratio_row(name, figure, pair, processes * naps, 1.2)


def flood(size: Size) -> Row:
    """Twice as many messages in one mailbox take twice as long."""
    count = size.of(100_000)
    pair = alternate(
        lambda: programs.run_kernel(programs.flood(2 * count)),
        lambda: programs.run_kernel(programs.flood(count)),
        size.rounds,
    )
    shown, wanted, reached = at_most(1 / pair.ratio, 2.3)
    return Row(
        "flood",
        "2·10^5 messages into one mailbox and out of it, against 10^5",
        f"{pair.ours * 1e3:.0f} ms",
        f"{pair.other * 1e3:.0f} ms",
        1 / pair.ratio,
        shown,
        wanted,
        reached,
    )


def selective(size: Size) -> Row:
    """A receive of a fresh reference behind 10^5 messages that do not match, against none."""
    count, backlog = size.of(10_000), size.of(100_000)
    with_backlog, without = [], []
    for _ in range(size.rounds):
        for taken, waiting in ((with_backlog, backlog), (without, 0)):
            watch = programs.Stopwatch()
            programs.run_kernel(programs.calls(count, waiting, watch))
            taken.append(watch.taken)
    value = median(a / b for a, b in zip(with_backlog, without, strict=True))
    shown, wanted, reached = at_most(value, _SAME)
    return Row(
        "selective",
        "a call (fresh reference) behind 10^5 unmatched messages, against none",
        each(median(with_backlog), count),
        each(median(without), count),
        value,
        shown,
        f"as fast ({wanted})",
        reached,
    )


def _waiting(size: Size, name: str, count: int, words: str) -> Row:
    found = child("waiting", size.of(count))["bytes_each"]
    return Row(
        name, f"bytes a waiting process, {words} of them", f"{found:,.0f} B", "", found, f"{found:,.0f} B",
        "1,000 B or fewer", found <= 1_000,
    )  # fmt: skip


def waiting(size: Size) -> Row:
    """Bytes a waiting process takes, 10^5 of them."""
    return _waiting(size, "waiting", 100_000, "10^5")


def waiting_million(size: Size) -> Row:
    """Bytes a waiting process takes, 10^6 of them."""
    return _waiting(size, "waiting-million", 1_000_000, "10^6")


def ring(size: Size) -> Row:
    """A ring of 10^6 processes: the time to make it and to pass a token around, and the most memory it took."""
    count = size.of(1_000_000)
    found = child("ring", count)
    gigabytes = found["peak"] / 1e9
    numbers = beam("ring", count)
    return Row(
        "ring", "a ring of 10^6 processes, one token around it", f"{found['seconds']:.1f} s", "", gigabytes,
        f"{gigabytes:.2f} GB", "1.2 GB or less", gigabytes <= 1.2,
        f"{numbers[0] / 1e6:.1f} s, {numbers[1] * 1024 / 1e9:.2f} GB" if numbers else "-",
    )  # fmt: skip


def links(size: Size) -> Row:
    """10^6 processes die of the end of the one to which they are linked; made and ended."""
    found = child("links", size.of(1_000_000))
    gigabytes = found["peak"] / 1e9
    return Row(
        "links", "10^6 processes made, and ended by the one that they are linked to", f"{found['seconds']:.1f} s", "",
        found["seconds"], f"{found['seconds']:.1f} s, {gigabytes:.2f} GB", "15 s and 1.3 GB or less",
        found["seconds"] <= 15 and gigabytes <= 1.3,
    )  # fmt: skip


def timers(size: Size) -> Row:
    """10^6 timers armed, and their messages taken."""
    found = child("timers", size.of(1_000_000))
    return Row(
        "timers", "10^6 timers armed, and their messages taken", f"{found['seconds']:.1f} s", "", found["seconds"],
        f"{found['seconds']:.1f} s, {found['peak'] / 1e9:.2f} GB", "11 s or less", found["seconds"] <= 11,
    )  # fmt: skip


def stream(size: Size) -> Row:
    """Stream events to a file; memory after 10^6 of them against after 10^5."""
    found = child("stream", size.of(1_000_000))
    growth = (found["late"] - found["early"]) / 1e6
    speed = found["events"] / found["seconds"]
    return Row(
        "stream", "streaming 10^6 trace events to a file: memory after 10^6 less memory after 10^5",
        f"{speed:,.0f} events/s", "", growth, f"{growth:+.1f} MB", "flat (2 MB or less)", growth <= 2,
    )  # fmt: skip


def start(size: Size) -> Row:
    """The whole of ``simulator run`` on a small scenario, against a Python that imports simpy."""
    ours: list[float] = []
    other: list[float] = []
    run = [sys.executable, "-m", "simulator", "run", str(_HELLO), "-q"]
    bare = [sys.executable, "-c", "import simpy"]
    for _ in range(2 * size.rounds + 1):
        for taken, command in ((ours, run), (other, bare)):
            taken.append(wall_seconds(command))
    value = median(a / b for a, b in zip(ours, other, strict=True))
    shown, wanted, reached = at_most(value, 2.0)
    figure = '`simulator run` on a small scenario, whole process, against `python -c "import simpy"`'
    return Row(
        "start", figure, f"{median(ours) * 1e3:.0f} ms", f"{median(other) * 1e3:.0f} ms", value, shown, wanted, reached
    )


FIGURES: dict[str, Figure] = {
    **figures(KERNEL),
    "spawn": spawn,
    "waiting": waiting,
    "waiting-million": waiting_million,
    "timeouts": timeouts,
    "timeouts-apart": timeouts_apart,
    "flood": flood,
    "selective": selective,
    "ring": ring,
    "links": links,
    "timers": timers,
    "stream": stream,
    "start": start,
}
