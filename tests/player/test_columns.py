"""The columns of a page hold every event of its trace, whatever its numbers and texts are."""

from __future__ import annotations

from pathlib import Path

import pytest
from played_traces import SCENARIOS, hostile, name_of, trace_of
from rebuild import data_of, events_of

from simulator import run
from simulator.player import page
from simulator.player.columns import columns
from simulator.trace.events import Cancel, End, Link, Output, Tie, Timer, Wait


@pytest.mark.parametrize("path", SCENARIOS, ids=name_of)
def test_every_event_of_a_scenario_comes_back(path: Path) -> None:
    trace = trace_of(path)
    assert list(events_of(data_of(page(trace))["runs"][0])) == list(trace)


def test_every_text_comes_back() -> None:
    assert list(events_of(data_of(page(hostile()))["runs"][0])) == list(hostile())


def test_numbers_that_javascript_cannot_hold_are_texts() -> None:
    century = 36_525 * 86_400 * 10**9
    events = [
        Wait(seq=0, t=0, pid=100, on="sleep", until=century),
        Timer(seq=1, t=5, pid=100, ref=1, msg=":a", at=2**53 - 1),
        Cancel(seq=2, t=century, ref=2**53, left=0),
        Cancel(seq=3, t=2 * century, ref=3),
        End(seq=4, t=2 * century, reason="finished"),
    ]
    made = columns(events)
    assert made["t"] == [0, 5, str(century - 5), str(century), 0]
    assert made["fields"]["wait"]["until"]["values"] == [str(century)]
    assert made["fields"]["timer"]["at"]["values"] == [2**53 - 1]
    assert list(events_of(made)) == events


def test_values_that_are_nothing_to_a_truth_test_are_kept() -> None:
    events = [
        Output(seq=0, t=0, pid=0, text=""),
        Cancel(seq=1, t=0, pid=0, ref=0, left=0),
        Link(seq=2, t=0, pid=0, to=0),
        Tie(seq=3, t=0, among=[], n=0),
        Wait(seq=4, t=0, pid=0, on="receive", patterns=["", "_"], until=0),
    ]
    assert list(events_of(columns(events))) == events


def test_a_trace_without_events() -> None:
    made = columns([])
    assert made["n"] == 0
    assert list(events_of(made)) == []


def test_a_seed_and_a_setting_of_any_size_come_back() -> None:
    def main(proc):
        yield proc.sleep("1ms")

    header = data_of(page(run(main, seed=2**70, until="36525d").trace))["runs"][0]["header"]
    assert header["seed"] == str(2**70)
    assert header["settings"]["until"] == str(36_525 * 86_400 * 10**9)
