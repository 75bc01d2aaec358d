"""The benchmark of large traces, with traces too small to tell anything but that every figure can be measured."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import trace_figures
from benchmarks.harness import Size
from benchmarks.trace_programs import write_trace
from simulator.trace import read_trace
from simulator.trace.comparison import compare

TINY = Size(rounds=1, divisor=2_000)


@pytest.mark.parametrize("name", trace_figures.FIGURES)
def test_figure_is_measured(name: str) -> None:
    row = trace_figures.FIGURES[name](TINY)
    assert row.name == name
    assert row.value is not None and row.value > 0


def test_the_traces_are_traces_and_part_where_they_should(tmp_path: Path) -> None:
    one, other = tmp_path / "one.jsonl", tmp_path / "other.jsonl"
    write_trace(one, 500)
    write_trace(other, 500, 10)
    assert read_trace(one).complete and len(list(read_trace(one))) > 450
    found = compare(read_trace(one), read_trace(other))
    assert found.parting is not None and found.parting[0] is not None
    assert 130 < found.parting[0].event.seq < 150
