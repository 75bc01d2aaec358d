"""The benchmark's table, in amounts too small to tell anything but that every figure can be measured."""

from __future__ import annotations

import json

import pytest

from benchmarks import beam, command, kernel
from benchmarks.children import ring_memory, stream
from benchmarks.figures import FIGURES
from benchmarks.harness import GC_THRESHOLDS, Row, Size, at_least, at_most, each
from benchmarks.usual import KERNEL

IN_PROCESS = [*KERNEL, "spawn", "timeouts", "timeouts-apart", "flood", "selective"]
TINY = Size(rounds=1, divisor=2_000)


@pytest.fixture(autouse=True)
def without_elixir(monkeypatch):
    monkeypatch.setattr(beam, "has_elixir", lambda: False)


@pytest.mark.parametrize("name", IN_PROCESS)
def test_figure_is_measured(name):
    row = FIGURES[name](TINY)
    assert row.name == name
    assert row.value is not None and row.value > 0
    assert row.ours and row.against and row.beam == "-"


def test_ring_goes_round():
    assert ring_memory(50)["peak"] > 0


def test_stream_writes_the_events():
    found = stream(800)
    assert 750 <= found["events"] <= 850
    assert found["early"] > 0


def test_command_as_json(capsys, monkeypatch):
    monkeypatch.setattr(command, "tune", lambda: None)
    assert kernel.main(["--quick", "--only", "flood", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in told["rows"]] == ["flood"]
    assert str(GC_THRESHOLDS) in told["machine"]["gc"]


def test_table_and_markdown_say_what_was_missed():
    row = Row("a", "figure `x \\| y`", "1 us", "2 us", 2.0, *at_least(2.0, 6))
    assert "missed" in command.table([row]) and "x | y" in command.table([row])
    assert command.markdown([row]).splitlines()[2].startswith("| figure `x \\| y` | 1 us | 2 us | 2.0 x faster |")


def test_targets():
    assert at_least(6.0, 6)[2] and not at_least(5.9, 6)[2]
    assert at_most(1.2, 1.2)[2] and not at_most(1.3, 1.2)[2]


def test_times_have_fitting_units():
    assert [each(total, 10) for total in (1e-6, 1e-3, 0.5, 90)] == ["100 ns", "100.00 us", "50.00 ms", "9.00 s"]


def test_concuerror_runs_the_erlang_modules_of_the_folder_or_the_project_s_own(tmp_path):
    from benchmarks import concuerror

    own = concuerror.programs(None)
    assert [path.stem for path in own] == ["lost_addition", "restart_race", "stale_answer"]
    assert concuerror.programs(tmp_path) == own
    (tmp_path / "mine.erl").write_text("-module(mine).\n-export([bug/0]).\n", encoding="utf-8")
    assert [path.stem for path in concuerror.programs(tmp_path)] == ["mine"]
