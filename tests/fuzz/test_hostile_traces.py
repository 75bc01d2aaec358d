"""Traces that somebody has tampered with: refused in one line, or shown; never more than that.

The long form: ``python -m tests.fuzz traces --count 20000``.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path
from time import process_time

import pytest
from hostile_traces import TEXTS, look, tampered

from simulator.diagrams import sequence, timeline
from simulator.terms import inspect
from simulator.trace import TraceError, read_trace, statistics
from simulator.trace import events as ev
from simulator.trace.cells import cells
from simulator.trace.stats.report import report
from simulator.trace.stats.text import report_text

SEED = 20_000  # of the first; the long form begins at 0
LEAST = 60
SECONDS = 4.0  # of processor time, for as many more as there is time for


def test_a_trace_that_was_tampered_with_is_refused_or_shown(tmp_path: Path):
    began = process_time()
    shown = 0
    for seed in count(SEED):
        if seed - SEED >= LEAST and process_time() - began > SECONDS:
            break
        try:
            shown += bool(look(tampered(seed), tmp_path))
        except Exception as wrong:
            raise AssertionError(f"python -m tests.fuzz traces --seed {seed} --count 1") from wrong
    assert shown > LEAST // 4, "hardly anything gets past the reader: nothing is tried"


def test_the_same_seed_gives_the_same_trace():
    assert [tampered(seed) for seed in range(20)] == [tampered(seed) for seed in range(20)]
    assert len({tampered(seed) for seed in range(20)}) == 20


LIFE = (
    '{"format":"beam-simulator-trace","version":2,"scenario":{"name":"x"},"settings":{},"seed":0}\n'
    '{"kind":"spawn","seq":0,"t":0,"pid":100,"id":"0","function":"main/0"}\n'
)


@pytest.mark.parametrize("event", [
    '"kind":"spawn","id":"1","function":"f/0"', '"kind":"exit","reason":":normal","how":"returned"',
    '"kind":"register","name":":a"', '"kind":"unregister","name":":a"', '"kind":"work","duration":5', '"kind":"worked"',
])  # fmt: skip
def test_an_event_that_is_of_a_process_is_refused_without_one(event: str, tmp_path: Path):
    path = tmp_path / "trace.jsonl"
    path.write_text(LIFE + f'{{"seq":1,"t":0,{event}}}\n', encoding="utf-8")
    with pytest.raises(TraceError, match=r"trace\.jsonl:3: .* of no process"):
        list(read_trace(path))


@pytest.mark.parametrize("cause", [1, 2, -1])
def test_an_event_that_is_not_after_its_cause_is_refused(cause: int, tmp_path: Path):
    path = tmp_path / "trace.jsonl"
    work = f'{{"kind":"work","seq":1,"t":0,"pid":100,"duration":5,"cause":{cause}}}\n'
    path.write_text(LIFE + work, encoding="utf-8")
    with pytest.raises(TraceError, match=rf"trace\.jsonl:3: event {cause} as the cause of event 1"):
        list(read_trace(path))


def test_a_time_beyond_any_clock_is_refused(tmp_path: Path):
    path = tmp_path / "trace.jsonl"
    path.write_text(LIFE + f'{{"kind":"note","seq":1,"t":{10**60},"pid":100,"text":"x"}}\n', encoding="utf-8")
    with pytest.raises(TraceError, match="a time of 61 digits is beyond any clock"):
        list(read_trace(path))


@pytest.mark.parametrize("draw", [sequence, timeline])
def test_a_very_late_event_to_scale_has_a_picture_of_ordinary_size(draw):
    told = [
        ev.Spawn(seq=0, t=0, pid=100, id="m", function="main/0"),
        *(ev.Note(seq=n, t=t, pid=100, text="x") for n, t in enumerate((5, 10**18, 10**25, 10**25), 1)),
    ]
    assert len(draw(told, time="scale").svg()) < 20_000


def test_statistics_show_every_character_of_a_name():
    told = [
        ev.Spawn(seq=0, t=0, pid=100, id="m", function="\x1b[31mmain/0"),
        ev.End(seq=1, t=5_000_000, reason="finished"),
    ]
    assert "\\e[31mmain/0" in report_text(report(statistics(told)))


def test_no_cell_is_a_formula():
    for text in TEXTS:
        (cell,) = cells([text])
        assert not cell.startswith(("=", "+", "@", "\t", "\r"))
        assert not cell.startswith("-") or cell[1:].isdigit()
    assert cells([inspect("=1"), "-12", 5]) == ['"=1"', "-12", 5]
