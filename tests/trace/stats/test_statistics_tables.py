"""The figures as text, CSV and JSON, of one run and of several."""

import csv
import dataclasses
import io
import json
import sys

import pytest

from simulator.trace.stats.export import report_csv, report_json
from simulator.trace.stats.records import (
    CallFigures,
    ChildFigures,
    ProcessFigures,
    SchedulerFigures,
    Statistics,
    Totals,
)
from simulator.trace.stats.repeated import estimate, have_intervals, repeated, student
from simulator.trace.stats.report import report, tables
from simulator.trace.stats.tables import Estimate
from simulator.trace.stats.text import cell, report_text

MS = 1_000_000


def figures(seed=0, messages=3, workers=2):
    """The figures of a run with a main process and some workers."""
    processes = [ProcessFigures(100, id="main", function="main/0", life_ns=9 * MS)]
    for n in range(1, workers + 1):
        processes.append(
            ProcessFigures(
                100 + n,
                id=f"main/worker-{n}",
                function="worker/1",
                life_ns=4 * MS,
                messages_in=messages * n,
                mailbox_max=n,
                mailbox_max_at_ns=n * MS,
            )
        )
    return Statistics(
        scenario="pool.py",
        title="A pool.",
        seed=seed,
        ended="finished",
        totals=Totals(duration_ns=9 * MS, processes=1 + workers),
        processes=processes,
        calls=[CallFigures("Desk", ":ask", count=messages, replied=messages, p50_ns=1500 * messages)],
        schedulers=[SchedulerFigures(1, 3 * MS, 0.25, 4, 1)],
        children=[ChildFigures(100, "main", "main/0", ":a", 2, 1)],
    )


RECORDS = {
    "totals": Totals, "processes": ProcessFigures, "calls": CallFigures, "schedulers": SchedulerFigures,
    "children": ChildFigures,
}  # fmt: skip
IDENTITY = {"pid", "id", "function", "names", "start_ns", "end_ns", "server", "request", "number"}
IDENTITY |= {"supervisor", "supervisor_id", "supervisor_label", "own_label"}


@pytest.mark.parametrize("name", RECORDS)
def test_each_figure_stands_in_its_table(name):
    (table,) = [table for table in tables(figures()) if table.name == name]
    fields = {field.name for field in dataclasses.fields(RECORDS[name])}
    assert {column.figure for column in table.columns} == fields - IDENTITY - {"histogram"}  # a table of its own


TEXT = """\
A pool (pool.py), seed 0: finished

Totals
  virtual time  9 ms
  processes        3

Processes: their messages, how many were in the mailbox, how long they waited in it
                      in  max length  max at
  worker/1 <0.102.0>   6           2    2 ms
  worker/1 <0.101.0>   3           1    1 ms
  main/0 <0.100.0>     0           0       0

Processes: where their time went
                      life
  main/0 <0.100.0>    9 ms
  worker/1 <0.101.0>  4 ms
  worker/1 <0.102.0>  4 ms

Calls: how they ended, and the latency of those that had a reply
             calls  replied     p50
  Desk :ask      3        3  4.5 µs

Schedulers
               utilisation  busy  slices  preemptions
  scheduler 1         25 %  3 ms       4            1

Supervised children
                       starts  restarts
  main/0 <0.100.0> :a       2         1
"""


def test_text():
    assert report_text(report(figures())) == TEXT


def test_the_largest_of_many_rows():
    shown = report_text(report(figures(workers=30)))
    assert "... and 11 more processes" in shown
    assert "<0.130.0>" in shown
    assert "<0.101.0>" not in shown.partition("where their time went")[0]
    assert "more" not in report_text(report(figures(workers=30)), rows=None)


def test_many_processes_of_one_name_are_one_row():
    shown = report_text(report(figures(workers=9), fold=True))
    assert "<0.101.0>" not in shown
    (first, second) = [line.split() for line in shown.splitlines() if line.startswith("  worker/1")]
    assert first == ["worker/1", "9", "15", "9", "9", "ms"]
    assert second == ["worker/1", "9", "4", "ms"]
    assert "<0.102.0>" in report_text(report(figures(workers=5), fold=True))


def test_json_has_each_row_with_what_it_is():
    told = json.loads(report_json(report(figures())))
    assert (told["scenario"], told["seed"], told["ended"]) == ("pool.py", 0, "finished")
    assert told["totals"]["duration_ns"] == 9 * MS
    worker = told["processes"][1]
    assert (worker["pid"], worker["id"], worker["name"], worker["messages_in"]) == (101, "main/worker-1", "worker/1", 3)
    assert (told["calls"][0]["server"], told["calls"][0]["request"], told["calls"][0]["p50_ns"]) == (
        "Desk",
        ":ask",
        4500,
    )
    assert told["children"][0] | {"starts": 2, "restarts": 1, "supervisor": "main", "id": ":a"} == told["children"][0]


def test_csv_has_what_json_has():
    told = json.loads(report_json(report(figures())))
    lines = list(csv.DictReader(io.StringIO(report_csv(report(figures())))))
    assert list(lines[0]) == ["table", "id", "name", "figure", "unit", "value"]
    assert {line["unit"] for line in lines} == {"count", "mean", "ns", "share"}
    for name in RECORDS:
        rows = [told[name]] if name == "totals" else told[name]
        figures_told = [(line["figure"], float(line["value"])) for line in lines if line["table"] == name]
        each = len(figures_told) // len(rows)
        for n, row in enumerate(rows):
            assert all(row[figure] == value for figure, value in figures_told[n * each : (n + 1) * each])
        assert len(figures_told) == each * len(rows)


def test_a_name_with_commas_and_quotes_is_one_field_of_csv():
    told = figures()
    told.calls[0].request = ':"a, ""b\n'
    lines = list(csv.DictReader(io.StringIO(report_csv(report(told)))))
    assert next(line["id"] for line in lines if line["table"] == "calls") == 'Desk :"a, ""b\n'


def test_mean_and_interval_over_runs():
    (low, high) = (figures(seed=5, messages=2), figures(seed=6, messages=4))
    told = json.loads(report_json(repeated([low, high])))
    assert (told["runs"], told["seeds"], told["confidence"]) == (2, [5, 6], 0.95)
    worker = told["processes"][1]
    assert "pid" not in worker
    half = 12.706204736 * 2**0.5 / 2**0.5  # Student's t for one degree of freedom; the deviation is the root of 2
    assert worker["messages_in"] == {
        "mean": 3.0,
        "low": pytest.approx(3 - half),
        "high": pytest.approx(3 + half),
        "runs": 2,
    }
    text = report_text(repeated([low, high]))
    assert text.startswith("A pool (pool.py), seeds 5 to 6, 2 runs: finished\n")
    assert "Desk :ask  3 ± 13" in text
    assert "main/worker-1" in text  # two rows of one name are told apart
    header = report_csv(repeated([low, high])).splitlines()[0]
    assert header == "table,id,name,figure,unit,mean,low,high,runs"


def test_a_process_that_is_not_in_every_run():
    told = json.loads(report_json(repeated([figures(workers=1), figures(workers=2), figures(workers=2)])))
    assert [row["life_ns"]["runs"] for row in told["processes"]] == [3, 3, 2]


def test_rows_are_folded_alike_in_every_run():
    text = report_text(repeated([figures(workers=5), figures(workers=7)], fold=True))
    assert [line.split()[:2] for line in text.splitlines() if "worker/1" in line] == [["worker/1", "6"]] * 2


def test_one_run_has_no_interval():
    assert estimate([4]) == Estimate(4.0, None, 1)
    with pytest.raises(ValueError, match="no runs"):
        repeated([])


def test_quantiles_of_student():
    assert student(0) is None
    assert [student(degrees) for degrees in (1, 9, 29)] == pytest.approx([12.7062, 2.26216, 2.04523], rel=1e-5)


def test_without_scipy_there_are_means_alone(monkeypatch):
    monkeypatch.setitem(sys.modules, "scipy", None)
    assert not have_intervals()
    assert estimate([1, 3]) == Estimate(2.0, None, 2)


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (0, "ns", "0"), (999, "ns", "999 ns"), (1_500, "ns", "1.5 µs"), (1_234_567, "ns", "1.235 ms"),
        (90 * 10**9, "ns", "90 s"), (36_525 * 86_400 * 10**9, "ns", "36,525 d"), (3 * 3600 * 10**9, "ns", "3 h"),
        (3600 * 10**9, "ns", "60 min"),
        (1_234_567, "count", "1,234,567"), (0.000123456, "mean", "0.0001235"), (0.5, "share", "50 %"),
        (Estimate(12_345_678.0, 98_765.0, 3), "ns", "12.346 ± 0.099 ms"), (Estimate(5.0, 0.0, 3), "count", "5"),
        (Estimate(1234.5, 210.0, 3), "count", "1,234 ± 210"), (Estimate(2.5, None, 1), "mean", "2.5"),
    ],
)  # fmt: skip
def test_cells(value, unit, shown):
    assert cell(value, unit) == shown
