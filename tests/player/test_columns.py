"""The columns of a page hold every event of its trace, whatever its numbers and texts are."""

from __future__ import annotations

from pathlib import Path

import pytest
from played_traces import SCENARIOS, hostile, name_of, trace_of
from rebuild import data_of, events_of, there_and_back

from simulator import run
from simulator.player import columns, page
from simulator.player.columns import Columns
from simulator.trace.events import Cancel, End, Link, Output, Tie, Timer, Wait


@pytest.mark.parametrize("path", SCENARIOS, ids=name_of)
def test_every_event_of_a_scenario_comes_back(path: Path) -> None:
    trace = trace_of(path)
    data = data_of(page(trace))
    assert list(events_of(data.head["runs"][0], data.slices)) == list(trace)


def test_every_text_comes_back() -> None:
    assert there_and_back(hostile()) == list(hostile())


def test_numbers_of_any_size_come_back() -> None:
    century = 36_525 * 86_400 * 10**9
    events = [
        Wait(seq=0, t=0, pid=100, on="sleep", until=century),
        Wait(seq=1, t=0, pid=100, on="sleep", until=10**30),
        Timer(seq=2, t=5, pid=100, ref=1, msg=":a", at=2**64 - 3),
        Timer(seq=3, t=5, pid=100, ref=-7, msg=":a", at=2**53 - 1),
        Cancel(seq=4, t=century, ref=2**53, left=0),
        Cancel(seq=5, t=10**29, ref=3),
        End(seq=6, t=2 * 10**29, reason="finished"),
    ]
    assert there_and_back(events) == events


def test_the_slices_of_a_run_fit_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(columns, "SLICE", 7)
    trace = hostile()
    made = Columns(trace)
    slices = list(made)
    assert len(slices) == made.head()["slices"] == -(-len(trace) // 7)
    assert list(events_of(made.head(), slices)) == list(trace)
    odd = [Wait(seq=seq, t=seq * 10**25, pid=1, on="sleep", until=10**28 + seq) for seq in range(20)]
    assert there_and_back(odd) == odd


def test_values_that_are_nothing_to_a_truth_test_are_kept() -> None:
    events = [
        Output(seq=0, t=0, pid=0, text=""),
        Cancel(seq=1, t=0, pid=0, ref=0, left=0),
        Link(seq=2, t=0, pid=0, to=0),
        Tie(seq=3, t=0, among=[], n=0),
        Wait(seq=4, t=0, pid=0, on="receive", patterns=["", "_"], until=0),
    ]
    assert there_and_back(events) == events


def test_a_trace_without_events() -> None:
    assert there_and_back([]) == []


def test_a_seed_and_a_setting_of_any_size_come_back() -> None:
    def main(proc):
        yield proc.sleep("1ms")

    header = data_of(page(run(main, seed=2**70, until="36525d").trace)).head["runs"][0]["header"]
    assert header["seed"] == str(2**70)
    assert header["settings"]["until"] == str(36_525 * 86_400 * 10**9)
