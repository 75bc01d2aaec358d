"""The figures of the table of OTP, one function each. The docstring says what is compared with what."""

from __future__ import annotations

import sys
from statistics import median

from benchmarks import otp_programs as programs
from benchmarks.beam import beam
from benchmarks.children import child
from benchmarks.command import Figure
from benchmarks.harness import Row, Size, alternate, at_most, each, ratio_row, seconds, wall_seconds
from benchmarks.programs import run_kernel
from benchmarks.usual import OTP, figures


def call_beam(size: Size) -> Row:
    """GenServer.call there and back, trace off, against the BEAM."""
    count, many = size.of(50_000), size.of(1_000_000)
    ours = median(seconds(lambda: run_kernel(programs.calls(count))) for _ in range(size.rounds))
    row = Row("call-beam", "`GenServer.call`, against the BEAM", each(ours, count), "", None, "-", "", None)
    numbers = sorted(beam("call", many) for _ in range(min(3, size.rounds)))
    if not numbers[0]:
        return row
    theirs = numbers[len(numbers) // 2][0] / 1e6
    value = (ours / count) / (theirs / many)
    shown, target, reached = at_most(value, 4)
    return row._replace(value=value, shown=shown, target=target, reached=reached, beam=each(theirs, many))


def ticker(size: Size) -> Row:
    """A server that sends itself a message after a second, against a process that yields timeouts."""
    count = size.of(100_000)
    pair = alternate(lambda: programs.ticks(count), lambda: programs.simpy_ticks(count), size.rounds)
    return ratio_row(
        "ticker", "10^5 ticks of a GenServer with `send_after`, against bare SimPy timeouts", pair, count, 3
    )


def century(size: Size) -> Row:
    """The scenario of 36,525 backups, none of which is missed in any run; start-up is that of the command."""
    days = size.of(36_525)
    scenario = programs.century(days)
    value = median(seconds(lambda: programs.live_through(scenario, days)) for _ in range(size.rounds))
    command = [sys.executable, "-m", "simulator", "run", str(programs.CENTURY), "-q", "--set", "days=1"]
    starting = median(wall_seconds(command) for _ in range(size.rounds))
    return Row(
        "century", f"a century of backups: {days:,} started and {days:,} completed in every run; start-up apart",
        f"{value:.2f} s, and {starting:.2f} s to start", "", value, f"{value:.2f} s", "0.7 s or less", value <= 0.7,
    )  # fmt: skip


def dynamic_supervisor(size: Size) -> Row:
    """Servers under a DynamicSupervisor. The BEAM is asked for a tenth: the time it takes to stop them is quadratic."""
    row = _supervised(size, "dynamic-supervisor", "DynamicSupervisor", "dynamic", 10_000)
    return row if row.beam == "-" else row._replace(beam=f"{row.beam} (10^4 of them)")


def supervisor(size: Size) -> Row:
    """Servers under a Supervisor that is given all of them."""
    return _supervised(size, "supervisor", "Supervisor", "static", 100_000)


def _supervised(size: Size, name: str, title: str, kind: str, many: int) -> Row:
    """Start and stop servers in a process of its own, which fails if one is not started or not stopped."""
    count, many = size.of(100_000), size.of(many)
    found = child(f"under_{name.replace('-', '_')}", count)
    numbers = beam("supervised", kind, many)
    taken = found["starting"] + found["stopping"]
    ours = _cost(found["starting"], found["stopping"], found["bytes_each"], count)
    theirs = _cost(numbers[0] / 1e6, numbers[1] / 1e6, numbers[2] / many, many) if numbers else "-"
    figure = f"10^5 servers under a {title}, started and stopped: time and bytes each"
    return Row(name, figure, ours, "", taken, f"{taken:.1f} s", "completes", True, theirs)


def _cost(starting: float, stopping: float, size: float, count: int) -> str:
    return f"{each(starting, count)} + {each(stopping, count)}, {size:,.0f} B"


FIGURES: dict[str, Figure] = {
    **figures(OTP),
    "call-beam": call_beam,
    "ticker": ticker,
    "century": century,
    "dynamic-supervisor": dynamic_supervisor,
    "supervisor": supervisor,
}
