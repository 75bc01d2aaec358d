"""The answers that a page holds are those that are given when one asks, at every event that they are held for."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_why_scenarios import FILES, known, name_of

from simulator.trace.why.ahead import answers
from simulator.trace.why.asking import ask

MOST = 2_500
"""Events of a run of which every moment is asked about."""


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_why_it_waits_is_the_same_at_each_moment(path: Path) -> None:
    run = known(path)
    if len(run.events) > MOST:
        pytest.skip("a longer run of the same")
    for held in answers(run)[1]:
        if held.answer.kind != "wait":
            continue
        end = len(run.events) - 1 if held.end is None else held.end
        for seq in range(held.start, end + 1):
            [asked] = ask(run, held.answer.pid, run.event(seq), ("wait",))
            assert asked.because == held.answer.because, (held.start, seq)
