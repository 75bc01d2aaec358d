"""What ``simulator run`` prints, where it prints it, and the status it ends with."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Ran, begin, finish, run_process

from simulator import __version__
from simulator.cli.status import MEANINGS
from simulator.trace import read_trace

Command = Callable[..., Ran]
EXIT = "** (EXIT from #PID<0.100.0>) "
ROUNDS = "round 0\nround 1\nround 2\n"


def test_output_goes_to_standard_output_and_the_summary_does_not(simulator: Command) -> None:
    ran = simulator("run", "ping.py")
    assert (ran.status, ran.out) == (0, ROUNDS)
    assert ran.err.startswith("finished at 3 ms · 2 processes · 6 messages · ")
    assert ran.err.endswith(" s of wall time\n") and ran.err.count("\n") == 1


def test_quiet_prints_no_summary(simulator: Command) -> None:
    assert simulator("run", "ping.py", "-q") == (0, ROUNDS, "")


def test_verbose_tells_settings_and_who_still_waits(simulator: Command) -> None:
    err = simulator("run", "ping.py", "-v", "--seed", "7").err
    assert "settings: Config(" in err and "rounds=3, schedulers=None, seed=7" in err
    assert "still alive: #PID<0.101.0> (ponger/0) at line 12\n" in err


def test_settings_come_from_the_command_line(simulator: Command) -> None:
    assert simulator("run", "ping.py", "-q", "--set", "rounds=1").out == "round 0\n"
    assert simulator("run", "ping.py", "-q", "--until", "2").out == "round 0\nround 1\n"
    assert simulator("run", "ping.py", "-q", "--until", "1ms", "--timestamps").out == "00:00:00.001 round 0\n"
    stopped = simulator("run", "ping.py", "--until", "1.5ms")
    assert stopped.err.startswith("stopped at 1.5 ms")
    assert simulator("run", "ping.py", "--halt").err.startswith("main process ended at 3 ms")


def test_timestamps_stand_before_each_line(simulator: Command, folder: Path) -> None:
    (folder / "two.py").write_text(
        "def main(proc):\n    proc.puts('a\\nb')\n    yield proc.sleep('61s')\n"
        "    yield proc.sleep('1us')\n    proc.puts('')\n"
    )
    out = simulator("run", "two.py", "--timestamps", "-q").out
    assert out == "00:00:00.000 a\n00:00:00.000 b\n00:01:01.000001000 \n"


def test_json_is_one_object_on_standard_output(simulator: Command) -> None:
    ran = simulator("run", "ping.py", "--json")
    told = json.loads(ran.out)
    assert ran.err == ""
    assert told.items() >= {
        "scenario": "ping.py", "title": "Ping-pong.", "status": 0, "ended": "finished", "reason": ":normal",
        "error": None, "output": ROUNDS, "reports": [], "virtual_time_ns": 3_000_000, "processes": 2, "alive": 1,
        "messages": 6,
    }.items()  # fmt: skip
    assert told["settings"]["rounds"] == 3


def test_json_of_a_run_that_went_wrong(simulator: Command, folder: Path) -> None:
    (folder / "bad.py").write_text("def main(proc):\n    proc.puts('kept')\n    proc.sleep(1)\n    yield 5\n")
    ran = simulator("run", "bad.py", "--json")
    told = json.loads(ran.out)
    assert (ran.status, told["status"], told["ended"], told["output"]) == (2, 2, "error", "kept\n")
    assert told["error"] == ran.complaint


# -- the trace --------------------------------------------------------------------------------


def test_the_trace_in_a_file_is_whole(simulator: Command, folder: Path) -> None:
    assert simulator("run", "ping.py", "--trace", "t.jsonl").out == ROUNDS
    trace = read_trace(folder / "t.jsonl")
    assert trace.complete
    assert (trace.header.scenario.name, trace.header.scenario.title) == ("ping.py", "Ping-pong.")
    assert trace.header.scenario.source == (folder / "ping.py").read_text()
    assert [event.text for event in trace if hasattr(event, "text")] == ROUNDS.splitlines(keepends=True)


def test_the_trace_on_standard_output_leaves_nothing_else_there(simulator: Command, folder: Path) -> None:
    simulator("run", "ping.py", "--trace", "t.jsonl")
    ran = simulator("run", "ping.py", "--trace", "-", "-q")
    assert ran.out == (folder / "t.jsonl").read_text()
    assert ran.err == ROUNDS


def test_a_trace_piped_into_the_diagram_command(folder: Path) -> None:
    recorded = run_process("run", "ping.py", "--trace", "-", "-q", cwd=folder).out
    (folder / "piped.jsonl").write_text(recorded)
    assert run_process("diagram", "piped.jsonl", "--format", "mermaid", "-o", "-", cwd=folder).out.startswith(
        "sequence"
    )


# -- how it ends ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        ("yield proc.sleep(1)", 0, None),
        ("yield from ()\n    proc.exit(atom.normal)", 0, None),
        ("yield from ()\n    proc.exit(atom.shutdown)", 0, None),
        ("yield from ()\n    proc.exit((atom.shutdown, 3))", 3, None),
        ("yield from ()\n    proc.exit(atom.oops)", 1, "** (exit) :oops\n    end.py:4: main/0"),
        ("yield from ()\n    proc.throw((atom.ball, 1))", 1, "** (throw) {:ball, 1}\n    end.py:4: main/0"),
        ("yield from ()\n    raise ValueError('bad\\nnews')", 1, "** (ValueError) bad\nnews\n    end.py:4: main/0"),
        ("yield from ()\n    {}['k']", 1, '** (KeyError) key "k" not found\n    end.py:4: main/0'),
        ("proc.spawn_link(lambda p: 1 / 0)\n    yield proc.receive()", 1, EXIT + "an exception was raised:"),
        ("proc.spawn_link(lambda p: p.exit(atom.oops))\n    yield proc.receive()", 1, EXIT + ":oops"),
        ("proc.exit(proc.pid, atom.kill)\n    yield", 1, EXIT + "killed"),
        ("proc.spawn_link(lambda p: p.exit((atom.bad, [1, 2])))\n    yield proc.receive()", 1, EXIT + "{:bad, [1, 2]}"),
    ],
)
def test_exit_status(simulator: Command, folder: Path, body: str, status: int, told: str | None) -> None:
    (folder / "end.py").write_text(f"from simulator import atom\ndef main(proc):\n    {body}\n")
    ran = simulator("run", "end.py")
    assert (ran.status, ran.out) == (status, "")
    assert "Traceback" not in ran.err
    assert (told in ran.err) if told else "**" not in ran.err


def test_an_exception_in_a_process_is_reported_and_the_run_goes_on(simulator: Command, folder: Path) -> None:
    (folder / "crash.py").write_text("""\
from simulator import atom

def worker(proc):
    yield proc.sleep(1500)
    raise RuntimeError("boom")

def linked(proc, worker):
    proc.link(worker)
    yield proc.receive()

def main(proc):
    pid = proc.spawn(worker)
    other = proc.spawn(linked, pid)
    ref = proc.monitor(pid)
    down = yield proc.receive()
    yield proc.sleep(1)
    proc.puts(f"{down[0]} {down[4][0]} {proc.alive(other)} {proc.now_ms}")
""")
    ran = simulator("run", "crash.py", "--trace", "crash.jsonl")
    assert (ran.status, ran.out) == (0, "DOWN boom False 1501\n")
    assert ran.err.splitlines()[1:4] == [
        "00:00:01.500 [error] Process #PID<0.101.0> raised an exception",
        "** (RuntimeError) boom",
        "    crash.py:5: worker/0",
    ]
    how = {event.pid: event.how for event in read_trace(folder / "crash.jsonl") if hasattr(event, "how")}
    assert how == {101: "error", 102: "signal", 100: "returned"}


def test_a_mistake_in_the_scenario_keeps_what_was_written(simulator: Command, folder: Path) -> None:
    (folder / "bad.py").write_text("def main(proc):\n    proc.puts('kept')\n    yield proc.sleep(1)\n    yield 5\n")
    ran = simulator("run", "bad.py", "--trace", "bad.jsonl")
    assert (ran.status, ran.out) == (2, "kept\n")
    assert ran.complaint.startswith("bad.py:4: yielded 5, which is no request")
    trace = read_trace(folder / "bad.jsonl")
    last = list(trace)[-1]
    assert trace.complete and last.reason == "error" and last.detail in ran.complaint


def test_a_process_that_leaves_python_ends_the_run_with_its_status(simulator: Command, folder: Path) -> None:
    (folder / "gone.py").write_text(
        "import sys\ndef main(proc):\n    proc.puts('a')\n    yield proc.sleep(1)\n    sys.exit(3)\n"
    )
    ran = simulator("run", "gone.py", "--trace", "gone.jsonl")
    assert (ran.status, ran.out) == (3, "a\n")
    assert list(read_trace(folder / "gone.jsonl"))[-1].reason == "interrupted"


# -- as a process of its own ------------------------------------------------------------------


def test_a_reader_that_goes_away_ends_the_run_quietly(folder: Path) -> None:
    (folder / "many.py").write_text(
        "def main(proc):\n    for n in range(100_000):\n        proc.puts(f'line {n}')\n        yield proc.sleep(1)\n"
    )
    process = begin("run", "many.py", "--trace", "many.jsonl", cwd=folder)
    assert process.stdout is not None
    assert process.stdout.readline() == b"line 0\n"
    process.stdout.close()
    process.stdout = None
    assert finish(process) == (0, "", "")
    assert read_trace(folder / "many.jsonl").complete


def test_a_reader_of_the_trace_that_goes_away(folder: Path) -> None:
    process = begin("run", "ping.py", "--trace", "-", "-q", "--set", "rounds=20000", cwd=folder)
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    process.stdout = None
    ran = finish(process)
    assert ran.status == 0 and "Traceback" not in ran.err and "simulator: " not in ran.err


def test_standard_output_that_is_full(folder: Path) -> None:
    with open("/dev/full", "wb") as full:
        ran = finish(begin("run", "ping.py", "-q", cwd=folder, out=full.fileno()))
    assert ran.status == 2
    assert "No space left on device" in ran.complaint


def test_version(simulator: Command) -> None:
    assert simulator("--version") == (0, f"simulator {__version__}\n", "")


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_completion(simulator: Command, shell: str) -> None:
    ran = simulator("completion", shell)
    assert ran.status == 0 and ran.err == ""
    assert "--schedulers" in ran.out and "diagram" in ran.out and "simulator" in ran.out


def test_the_exit_statuses_of_the_documents_are_those_of_the_command() -> None:
    page = (Path(__file__).parents[2] / "docs" / "scenarios.md").read_text(encoding="utf-8")
    table = dict(re.findall(r"^\| (\d+) \| (.+) \|$", page, re.MULTILINE))
    assert {int(status): meaning.replace("`", "") for status, meaning in table.items()} == MEANINGS


DEADLOCK = """\
from simulator import ANY
def waiter(proc):
    other = yield proc.receive()
    yield proc.receive((other, ANY))
def main(proc):
    a, b = proc.spawn(waiter), proc.spawn(waiter)
    proc.send(a, b)
    proc.send(b, a)
    %s
"""


def test_a_deadlock_is_told_and_is_no_success_where_main_is_in_it(simulator: Command, tmp_path: Path) -> None:
    path = tmp_path / "knot.py"
    path.write_text(DEADLOCK % "yield proc.sleep(1)")
    ran = simulator("run", str(path))
    circle = "#PID<0.101.0> (waiter/0) -> #PID<0.102.0> (waiter/0) -> #PID<0.101.0>"
    assert ran.status == 0 and ran.err.endswith(f" s of wall time\ndeadlock: {circle}\n")
    path.write_text(DEADLOCK % "yield proc.receive((a, ANY))")
    ran = simulator("run", str(path), "-q")
    told = "#PID<0.100.0> (main/0) at line 9 waits for #PID<0.101.0> (waiter/0), and nothing more can happen"
    assert (ran.status, ran.err) == (1, f"simulator: {told}\n")
    shown = json.loads(simulator("run", str(path), "--json").out)
    assert (shown["status"], shown["deadlocks"]) == (1, [circle]) and len(shown["waiting"]) == 3
    figures = json.loads(simulator("stats", str(path), "--json").out)
    assert [circle["pids"] for circle in figures["deadlocks"]] == [[101, 102]] and len(figures["blocked"]) == 3
