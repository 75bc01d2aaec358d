"""``simulator export``: a trace for other tools."""

from __future__ import annotations

import json

import pytest

from simulator.diagrams.exports.formats import FORMATS


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_is_written_below_output(simulator, folder, name):
    ended = simulator("export", "ping.py", "--format", name)
    written = folder / "output" / f"ping.{FORMATS[name].ending}"
    assert ended.status == 0 and ended.out.strip() == str(written.relative_to(folder))
    assert written.stat().st_size > 100


def test_a_trace_gives_the_same_as_its_scenario(simulator):
    simulator("run", "ping.py", "--trace", "ping.jsonl")
    both = [simulator("export", file, "--format", "perfetto", "-o", "-").out for file in ("ping.py", "ping.jsonl")]
    assert both[0] == both[1] and json.loads(both[0])


def test_it_never_writes_over_what_it_reads(simulator, folder):
    ended = simulator("export", "ping.py", "--format", "csv", "-o", "ping.py")
    assert ended.status == 2 and "it is the file to read" in ended.complaint


def test_a_format_there_is_not(simulator):
    ended = simulator("export", "ping.py", "--format", "graphviz")
    assert ended.status == 2 and "perfetto" in ended.complaint
