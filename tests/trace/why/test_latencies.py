"""How long calls took: each bar has the calls that the raw events say it has, of every scenario."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_why_scenarios import FILES, known, name_of

from simulator.terms.durations import duration_text
from simulator.trace import events as ev
from simulator.trace import statistics
from simulator.trace.stats.histogram import bar_text
from simulator.trace.why.latencies import latencies


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_the_bars_hold_every_call_once_and_are_those_of_the_figures(path: Path) -> None:
    run = known(path)
    figures = {f"{call.server} {call.request}": call for call in statistics(run.events).calls}
    found = latencies(run)
    assert [kind.kind for kind in found] == list(figures)
    starts = [call.events[0] for kind in found for bar in kind.bars for call in bar.calls]
    assert sorted(starts) == [event.seq for event in run.events if isinstance(event, ev.Call)]
    for kind in found:
        figure = figures[kind.kind]
        bars = [(bar_text(bar.low, bar.high), bar.count) for bar in figure.histogram]
        assert [(bar.text, len(bar.calls)) for bar in kind.bars][: len(bars)] == bars
        assert sum(len(bar.calls) for bar in kind.bars[len(bars) :]) == figure.count - figure.replied
        if figure.replied:
            percentiles = (("p50", figure.p50_ns), ("p95", figure.p95_ns), ("p99", figure.p99_ns))
            assert kind.text.startswith(", ".join(f"{name} {duration_text(ns)}" for name, ns in percentiles))
