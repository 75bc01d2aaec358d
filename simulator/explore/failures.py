"""What a failure of a run is, and how it is told."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from simulator.kernel import MailboxFlood, StalledClock
from simulator.scenario import Run, exit_status

MAIN: Final = "main crashed"
ENDLESS: Final = "main never ends"
DEADLOCK: Final = "deadlock"
TEST: Final = "a test failed"
CRASH: Final = "a process crashed"
MISSING: Final = "output missing"
INVARIANT: Final = "invariant broken"
LIVELOCK: Final = "livelock"
FLOOD: Final = "mailbox flooded"
MISTAKE: Final = "broken off"
_BROKEN: Final = "invariant broken: "  # as the exception says that an Elixir program's own invariant raises


class Failure(NamedTuple):
    """How a run failed."""

    kind: str
    text: str
    """One line, in plain words."""

    def __str__(self) -> str:
        return f"{self.kind}: {self.text}" if self.text else self.kind


class Wanted(NamedTuple):
    """What is taken for a failure, beside what always is."""

    expect: str | None = None
    """What must be in the output."""
    allow_crash: bool = False
    """Whether a process may crash that did not in the first run."""
    invariant: Callable[[Any], Any] | None = None
    """Called with the run when it is over; what it returns or raises says whether it holds."""
    crashed: frozenset[str] = frozenset()
    """Who crashed in the first run."""


def failure_of(result: Run, wanted: Wanted) -> Failure | None:
    """Return how a run failed; None if it did not."""
    kernel = result.kernel
    if result.error is not None:
        return _broken_off(result.error)
    if result.ended == "limit":
        return Failure(LIVELOCK, f"it goes on after {kernel.turns:,} turns: {_who(result)}")
    if kernel.main_exit is None and result.ended == "finished":
        return _waits_for_ever(result)
    if kernel.main_exit is None and result.ended == "until" and kernel._halt:
        return Failure(ENDLESS, f"it goes on at {kernel._now / 1e6:g} ms: {_who(result)}")
    failed = _failed_tests(result.output) if result.status or exit_status(result) else []
    if failed:
        return Failure(TEST, "; ".join(failed))
    if result.status:
        return Failure(MAIN, f"the program stops itself with exit status {result.status}")
    if exit_status(result) != 0 and _BROKEN in kernel.main_banner:
        return Failure(INVARIANT, _first_line(kernel.main_banner).partition(_BROKEN)[2])
    if exit_status(result) != 0:
        return Failure(MAIN, _first_line(kernel.main_banner) or "it ended abnormally")
    if wanted.expect is not None and not _expected(wanted.expect, result.output):
        return Failure(MISSING, f"no {wanted.expect!r} in {_last_lines(result.output)}")
    if not wanted.allow_crash:
        for who, report in kernel.crashes:  # type: ignore[attr-defined]
            if kind_of(who) not in wanted.crashed:
                return Failure(CRASH, f"{who}: {_told(report)}")
    if wanted.invariant is not None:
        broken = wanted.invariant(result)
        if broken:
            return Failure(INVARIANT, broken)
    return None


def kind_of(label: str) -> str:
    """Return what processes of one kind have in common: their stable names, without which of their kind they are.

    >>> kind_of("main/pool-1/worker-12")
    'main/pool/worker'
    """
    return re.sub(r"-\d+(?=/|$)", "", label)


def _broken_off(error: Exception) -> Failure:
    text = _first_line(str(error))
    if isinstance(error, StalledClock):
        return Failure(LIVELOCK, text)
    if isinstance(error, MailboxFlood):
        return Failure(FLOOD, text)
    return Failure(MISTAKE, text)


def _failed_tests(output: str) -> list[str]:
    """Return the tests that ExUnit's output tells to have failed.

    >>> _failed_tests("\\n  1) test adds (SumTest)\\n     sum_test.exs:3\\n")
    ['test adds (SumTest)']
    """
    return [found[1] for found in re.finditer(r"(?m)^ +\d+\) (test .+ \(\S+\))$", output)]


def _expected(text: str, output: str) -> bool:
    return text in output


def _waits_for_ever(result: Run) -> Failure:
    """Return the failure of a run whose main process waits for what never comes: a circle, if there is one."""
    names = result.kernel.circle  # type: ignore[attr-defined]
    if names:
        return Failure(DEADLOCK, " waits for ".join([*names, names[0]]))
    return Failure(ENDLESS, f"nothing more can happen: {_who(result)}")


def _who(result: Run) -> str:
    lines = result.waiting
    return "; ".join(lines[:4]) + (f"; and {len(lines) - 4} more" if len(lines) > 4 else "")


def _told(report: str) -> str:
    lines = [line.strip() for line in report.splitlines()]
    told = [line for line in lines if line.startswith("** (")]
    return _first_line(told[0] if told else report)


def _first_line(text: str) -> str:
    return text.strip().partition("\n")[0][:300]


def _last_lines(output: str) -> str:
    lines = output.strip().splitlines()
    return "the output, which is empty" if not lines else f"the output, which ends with {lines[-1][:200]!r}"
