"""``simulator stats``: of a scenario, of a trace, of many runs; for people and for machines."""

from __future__ import annotations

import csv
import io
import json
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Ran, begin, finish

Command = Callable[..., Ran]

DESK = '''\
"""A desk.

Customers come at random.
"""
from simulator import Config, GenServer, atom

config = Config(seed=3, customers=40, broken=-1, patience=1000)


class Desk(GenServer):
    def init(proc, state):
        return (atom.ok, state)

    def handle_call(proc, request, client, state):
        yield proc.work(proc.random.expovariate(1.0))
        return (atom.reply, atom.served, state)


def customer(proc):
    yield proc.call(Desk, (atom.serve, 1), config.patience)


def main(proc):
    if config.seed == config.broken:
        proc.inspect(5).nonsense
    yield Desk.start_link(proc, None, name=Desk)
    for _ in range(config.customers):
        yield proc.sleep(proc.random.expovariate(0.7))
        proc.spawn(customer)
    proc.puts("all are here")
'''


@pytest.fixture
def desk(folder: Path) -> Path:
    (folder / "desk.py").write_text(DESK)
    return folder


def test_of_a_scenario(simulator: Command, desk: Path) -> None:
    ran = simulator("stats", "desk.py")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("A desk (desk.py), seed 3: finished\n\nTotals\n")
    assert "all are here" not in ran.out
    assert "Desk :serve" in ran.out
    assert "  unlimited " in ran.out


def test_of_its_trace_the_same(simulator: Command, desk: Path) -> None:
    assert simulator("run", "desk.py", "--trace", "desk.jsonl", "-q").status == 0
    for form in ((), ("--json",), ("--csv",)):
        assert simulator("stats", "desk.jsonl", *form) == simulator("stats", "desk.py", *form)


def test_text_and_json_agree(simulator: Command, desk: Path) -> None:
    told = json.loads(simulator("stats", "desk.py", "--json").out)
    (call,) = told["calls"]
    text = simulator("stats", "desk.py").out
    (line,) = [line for line in text.splitlines() if "Desk :serve " in line]
    assert line.split()[2:4] == [str(call["count"]), str(call["replied"])] == ["40", "40"]
    assert [float(word) for word in line.split()[4::2]] == [
        pytest.approx(call[figure] / 1e6, rel=1e-3)
        for figure in ("mean_ns", "p50_ns", "p90_ns", "p95_ns", "p99_ns", "max_ns")
    ]
    bars = [line.rpartition(" ")[2] for line in text.splitlines() if "Desk :serve, " in line]
    assert bars == [str(bar["count"]) for bar in told["latencies"]]
    assert sum(bar["count"] for bar in told["latencies"]) == 40
    (server,) = [process for process in told["processes"] if process["name"] == "Desk"]
    (line,) = [line for line in text.splitlines() if line.startswith("  Desk <0.101.0>") and " s " not in line][:1]
    assert int(line.split()[3]) == server["messages_in"]
    assert told["totals"]["processes"] == 42


def test_csv_can_be_read(simulator: Command, desk: Path) -> None:
    lines = list(csv.DictReader(io.StringIO(simulator("stats", "desk.py", "--csv").out)))
    told = {(line["table"], line["name"], line["figure"]): float(line["value"]) for line in lines}
    assert told["calls", "Desk :serve", "count"] == 40
    assert told["totals", "", "processes"] == 42


def test_settings_count(simulator: Command, desk: Path) -> None:
    told = json.loads(simulator("stats", "desk.py", "--set", "customers=7", "--schedulers", "2", "--json").out)
    assert told["totals"]["calls"] == 7
    assert [scheduler["number"] for scheduler in told["schedulers"]] == [1, 2]
    assert json.loads(simulator("stats", "desk.py", "--until", "1ms", "--json").out)["ended"] == "until"


def test_only_some(simulator: Command, desk: Path) -> None:
    ran = simulator("stats", "desk.py", "--only", "main, customer")
    assert len([line for line in ran.out.splitlines() if line.startswith("  customer/0 <")]) == 80
    assert "Desk" not in ran.out.partition("Processes")[2]
    ran = simulator("stats", "desk.py", "--only", "Dsk")
    assert (ran.status, ran.out) == (2, "")
    assert ran.complaint == "no process is called 'Dsk'; did you mean 'Desk'?"


def test_many_alike_are_one_row_unless_all_are_asked_for(simulator: Command, desk: Path) -> None:
    folded, each = simulator("stats", "desk.py").out, simulator("stats", "desk.py", "--all").out
    assert folded.count("  customer/0 ") == 2
    assert each.count("  customer/0 <") == 80


def test_many_runs(simulator: Command, desk: Path) -> None:
    ran = simulator("stats", "desk.py", "--runs", "3", "--json")
    assert (ran.status, ran.err) == (0, "")
    told = json.loads(ran.out)
    assert (told["seeds"], told["runs"]) == ([3, 4, 5], 3)
    single = [json.loads(simulator("stats", "desk.py", "--seed", seed, "--json").out) for seed in ("3", "4", "5")]
    latency = told["calls"][0]["p90_ns"]
    assert latency["mean"] == pytest.approx(sum(run["calls"][0]["p90_ns"] for run in single) / 3)
    assert latency["low"] < latency["mean"] < latency["high"]
    text = simulator("stats", "desk.py", "--runs", "3", "--seed", "8").out
    assert text.startswith("A desk (desk.py), seeds 8 to 10, 3 runs: finished\n")
    assert " ± " in text


def test_jobs_make_no_difference(simulator: Command, desk: Path) -> None:
    alone = simulator("stats", "desk.py", "--runs", "3", "--csv")
    assert simulator("stats", "desk.py", "--runs", "3", "--csv", "--jobs", "2") == alone


def test_only_in_many_runs(simulator: Command, desk: Path) -> None:
    ran = simulator("stats", "desk.py", "--runs", "2", "--only", "Desk", "--json")
    assert [process["name"] for process in json.loads(ran.out)["processes"]] == ["Desk"]
    ran = simulator("stats", "desk.py", "--runs", "2", "--only", "Dsk")
    assert (ran.status, ran.complaint) == (2, "no process is called 'Dsk'; did you mean 'Desk'?")


def test_a_run_that_fails_is_named_by_its_seed(simulator: Command, desk: Path) -> None:
    (desk / "bad.py").write_text(DESK.replace("proc.inspect(5).nonsense", "yield 5"))
    for jobs in ("1", "2"):
        ran = simulator("stats", "bad.py", "--runs", "3", "--set", "broken=4", "--jobs", jobs)
        assert (ran.status, ran.out) == (2, "")
        assert ran.complaint.startswith("seed 4: bad.py:25: ")


def test_a_run_whose_main_process_crashes_counts(simulator: Command, desk: Path) -> None:
    ran = simulator("stats", "desk.py", "--runs", "3", "--set", "broken=4", "--json")
    assert (ran.status, ran.complaint) == (1, "seed 4: the main process ended abnormally")
    assert json.loads(ran.out)["totals"]["crashes"]["mean"] == pytest.approx(1 / 3)
    ran = simulator("stats", "desk.py", "--seed", "4", "--set", "broken=4")
    assert ran.status == 1
    assert "crashes" in ran.out


def test_an_endless_run(simulator: Command, folder: Path) -> None:
    (folder / "ticker.py").write_text("def main(proc):\n    while True:\n        yield proc.sleep(1)\n")
    ran = simulator("stats", "ticker.py", "--limit", "1000")
    assert ran.status == 3
    assert "has no end" in ran.complaint
    assert ran.out.startswith("ticker.py, seed 0: limit\n")
    ran = simulator("stats", "ticker.py", "--limit", "1000", "--runs", "2")
    assert (ran.status, ran.out) == (2, "")
    assert ran.complaint.startswith("seed 0: stopped after 1,00")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("desk.py", "--runs", "0"), "--runs is 1 or more, not 0"),
        (("desk.py", "--runs", "2", "--jobs", "-1"), "--jobs is 1 or more, not -1"),
        (("desk.py", "--jobs", "2"), "--jobs is for --runs: one run is one job"),
        (("ping.jsonl", "--runs", "2"), "--runs is for a scenario: a trace is of one run"),
        (
            ("desk.py", "--runs", "2", "--seed", "x"),
            "argument --seed: invalid int value: 'x' (see simulator stats --help)",
        ),
        (
            ("desk.py", "--json", "--csv"),
            "argument --csv: not allowed with argument --json (see simulator stats --help)",
        ),
        (("dsk.jsonl",), "dsk.jsonl: No such file or directory"),
        (("desk.py", "--set", "custmers=1"), "no setting 'custmers'; did you mean customers?"),
    ],
)
def test_bad_arguments(simulator: Command, desk: Path, trace: Path, arguments: tuple[str, ...], complaint: str) -> None:
    ran = simulator("stats", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.complaint.startswith(complaint)


def test_a_trace_that_is_cut_off(simulator: Command, trace: Path) -> None:
    whole = trace.read_bytes()
    trace.write_bytes(whole[: len(whole) * 2 // 3])
    ran = simulator("stats", "ping.jsonl")
    assert ran.status == 0
    assert ran.complaint == "ping.jsonl: the trace is cut off: its run did not end"
    assert ran.out.startswith("Ping-pong (ping.py), seed 0: cut off\n")


def test_without_scipy(simulator: Command, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "scipy", None)
    ran = simulator("stats", "desk.py", "--runs", "2", "--json")
    assert ran.status == 0
    assert ran.complaint == "means only: intervals need SciPy (pip install 'beam-simulator[stats]')"
    assert json.loads(ran.out)["totals"]["calls"] == {"mean": 40.0, "low": None, "high": None, "runs": 2}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupted(folder: Path, jobs: str) -> None:
    (folder / "ticker.py").write_text(
        "import os\n\ndef main(proc):\n    os.write(1, b'on\\n')\n    while True:\n        yield proc.sleep(1)\n"
    )
    process = begin("stats", "ticker.py", "--limit", "1000000000", "--runs", "4", "--jobs", jobs, cwd=folder)
    assert process.stdout is not None
    assert process.stdout.readline() == b"on\n"
    process.send_signal(signal.SIGINT)
    ran = finish(process)
    assert (ran.status, ran.err) == (130, "simulator: interrupted\n")


def test_as_a_process_of_its_own(desk: Path) -> None:
    ran = finish(begin("stats", "dask", "--runs", "2", "--jobs", "2", "--csv", cwd=desk))
    assert (ran.status, ran.err) == (2, "simulator: dask: no such file; did you mean desk?\n")
    ran = finish(begin("stats", "desk.py", "--runs", "2", "--jobs", "2", "--csv", cwd=desk))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith("table,id,name,figure,unit,mean,low,high,runs\ntotals,,,duration_ns,ns,")
