"""Runs that would never end, or are made to end: they say who and where, and keep what was written."""

from __future__ import annotations

import re
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Ran, begin, finish, run_process

from simulator.trace import read_trace

Command = Callable[..., Ran]

TICKING = """\
def main(proc):
    while True:
        proc.puts(f"tick {proc.now_ms}")
        yield proc.sleep(1)
"""


def write(folder: Path, text: str) -> None:
    (folder / "loop.py").write_text(text)


# -- in virtual time --------------------------------------------------------------------------


def test_the_event_limit_stops_a_run_without_an_end_and_says_so(simulator: Command, folder: Path) -> None:
    write(folder, TICKING)
    ran = simulator("run", "loop.py", "--limit", "500", "--trace", "loop.jsonl")
    assert ran.status == 3
    assert re.match(r"stopped after 50\d turns of processes, at 50\d ms: the scenario has no end", ran.complaint)
    assert "--until" in ran.complaint and "--limit" in ran.complaint
    assert ran.out.splitlines()[:2] == ["tick 0", "tick 1"] and ran.out.count("\n") >= 500
    trace = read_trace(folder / "loop.jsonl")
    assert trace.complete and list(trace)[-1].reason == "limit"


def test_until_ends_it_well(simulator: Command, folder: Path) -> None:
    write(folder, TICKING)
    assert simulator("run", "loop.py", "--until", "1ms", "-q") == (0, "tick 0\ntick 1\n", "")


def test_a_picture_of_a_run_without_an_end(simulator: Command, folder: Path) -> None:
    write(folder, TICKING)
    ran = simulator("diagram", "loop.py", "--limit", "100", "-o", "loop.svg")
    assert (ran.status, ran.out) == (3, "loop.svg\n")
    assert ran.complaint.startswith("stopped after ")
    assert (folder / "loop.svg").read_text().startswith("<svg")


def started(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """Begin a run of ``loop.py`` and return once it has printed."""
    process = begin("run", "loop.py", *arguments, cwd=folder)
    assert process.stdout is not None
    assert process.stdout.readline() == b"tick 0\n"
    return process


def test_interrupt_keeps_the_trace(folder: Path) -> None:
    write(folder, TICKING)
    process = started(folder, "--trace", "loop.jsonl")
    process.send_signal(signal.SIGINT)
    ran = finish(process)
    assert ran.status == 130
    assert "Traceback" not in ran.err and ran.err.startswith("interrupted at ")
    trace = read_trace(folder / "loop.jsonl")
    assert trace.complete and list(trace)[-1].reason == "interrupted"


def test_interrupt_of_code_that_never_yields(folder: Path) -> None:
    write(
        folder,
        "def main(proc):\n    yield proc.sleep(1)\n    print('tick 0', flush=True)\n    while True:\n        pass\n",
    )
    process = started(folder, "--trace", "loop.jsonl")
    process.send_signal(signal.SIGINT)
    assert finish(process).status == 130
    assert list(read_trace(folder / "loop.jsonl"))[-1].reason == "interrupted"


WAITING = "(receive do :never -> 1 after 1 -> go() end)"
TURNING = "other()\n  def other, do: go()"


@pytest.mark.parametrize("body", [WAITING, TURNING])
def test_interrupt_of_an_elixir_file(folder: Path, body: str) -> None:
    """Its run has a thread of its own, which an interruption has to reach."""
    (folder / "loop.exs").write_text(f'defmodule L do\n  def go, do: {body}\nend\nIO.puts("tick 0")\nL.go()\n')
    process = begin("run", "loop.exs", "--trace", "loop.jsonl", "--limit", "1000000000", cwd=folder)
    assert process.stdout is not None and process.stdout.readline() == b"tick 0\n"
    process.send_signal(signal.SIGINT)
    ran = finish(process)
    assert ran.status == 130 and ran.err.startswith("interrupted at ") and ran.err.count("\n") == 1
    assert list(read_trace(folder / "loop.jsonl"))[-1].reason == "interrupted"


def test_a_run_that_is_killed_leaves_a_trace_that_is_readable_up_to_its_cut(folder: Path) -> None:
    write(folder, TICKING)
    process = started(folder, "--trace", "loop.jsonl")
    path = folder / "loop.jsonl"
    deadline = time.monotonic() + 20
    while path.stat().st_size < 100_000 and time.monotonic() < deadline:
        process.stdout.readline()  # type: ignore[union-attr]
    process.kill()
    assert finish(process).status == -signal.SIGKILL
    trace = read_trace(path)
    assert not trace.complete
    assert sum(1 for _ in trace) > 100
    drawn = finish(begin("diagram", "loop.jsonl", "--to", "5ms", "-o", "loop.svg", cwd=folder))
    assert (drawn.status, drawn.out) == (0, "loop.svg\n")
    assert drawn.complaint == "loop.jsonl: the trace is cut off: its run did not end"


def test_a_run_that_is_killed_early_leaves_a_trace_too(folder: Path) -> None:
    write(
        folder,
        "import time\ndef main(proc):\n    yield proc.sleep(1)\n    print('tick 0', flush=True)\n    time.sleep(9)\n",
    )
    process = started(folder, "--trace", "loop.jsonl")
    process.kill()
    finish(process)
    trace = read_trace(folder / "loop.jsonl")
    assert not trace.complete and trace.header.scenario.name == "loop.py"


# -- at one instant ---------------------------------------------------------------------------


def test_a_process_that_only_looks_into_its_mailbox(simulator: Command, folder: Path) -> None:
    write(folder, "def main(proc):\n    yield proc.sleep(7)\n    while True:\n        yield proc.receive(after=0)\n")
    ran = simulator("run", "loop.py")
    assert (ran.status, ran.out) == (3, "")
    assert ran.complaint == (
        "loop.py:4: virtual time stands still at 7 ms: #PID<0.100.0> (main/0) at line 4 would go on for ever"
    )


def test_processes_that_play_for_ever_at_one_instant(simulator: Command, folder: Path) -> None:
    write(
        folder,
        """\
def player(proc):
    while True:
        sender = yield proc.receive()
        proc.send(sender, proc.pid)

def main(proc):
    proc.send(proc.spawn(player), proc.pid)
    while True:
        sender = yield proc.receive()
        proc.send(sender, proc.pid)
""",
    )
    ran = simulator("run", "loop.py")
    assert (ran.status, ran.out) == (3, "")
    assert "virtual time stands still at 0 ms" in ran.complaint
    assert "#PID<0.100.0> (main/0) at line 9" in ran.complaint
    assert "#PID<0.101.0> (player/0) at line 3" in ran.complaint


def test_a_process_that_floods_its_own_mailbox(simulator: Command, folder: Path) -> None:
    write(folder, "def main(proc):\n    while True:\n        proc.send(proc.pid, 1)\n    yield\n")
    ran = simulator("run", "loop.py", "--set", "mailbox_limit=100000")
    assert (ran.status, ran.out) == (3, "")
    assert re.match(
        r"loop.py:3: the mailbox of #PID<0.100.0> \(main/0\) is flooded: 1\d\d,\d{3} messages", ran.complaint
    )


def test_a_process_that_floods_another_over_time(simulator: Command, folder: Path) -> None:
    write(
        folder,
        """\
def slow(proc):
    while True:
        yield proc.receive()
        yield proc.sleep("1h")

def main(proc):
    pid = proc.spawn(slow)
    while True:
        for n in range(100):
            proc.send(pid, n)
        yield proc.sleep(1)
""",
    )
    ran = simulator("run", "loop.py", "--set", "mailbox_limit=20000", "--trace", "loop.jsonl")
    assert (ran.status, ran.out) == (3, "")
    assert ran.complaint.startswith("loop.py:10: the mailbox of #PID<0.101.0> (slow/0) is flooded: ")
    assert read_trace(folder / "loop.jsonl").complete


@pytest.mark.parametrize(
    ("text", "line", "who"),
    [
        (
            "def main(proc):\n    yield proc.sleep(1)\n    while True:\n        pass\n",
            "[34]",
            r"#PID<0.100.0> \(main/0\)",
        ),
        (
            "def child(proc):\n    x = 0\n    while True: x += 1\n\n"
            "def main(proc):\n    proc.spawn(child)\n    yield proc.receive()\n",
            "3",
            r"#PID<0.101.0> \(child/0\)",
        ),
        (
            "def main(proc):\n    yield proc.sleep(1)\n    while True:\n        try:\n"
            "            sum(range(1000))\n        except BaseException:\n            if proc.get('n', 0): raise\n"
            "            proc.put('n', 1)\n",
            "[3-8]",
            r"#PID<0.100.0> \(main/0\)",
        ),
        (
            "def sim(env):\n    yield env.timeout(1)\n    while True: pass\n"
            "def main(proc):\n    proc.env.process(sim(proc.env))\n    yield proc.sleep(10)\n",
            "3",
            "SimPy process sim",
        ),
    ],
    ids=["main", "a plain function", "one that catches everything", "SimPy code"],
)
def test_code_that_never_yields_is_cut_off_by_the_wall_net(
    simulator: Command, folder: Path, text: str, line: str, who: str
) -> None:
    write(folder, text)
    ran = simulator("run", "loop.py", "--trace", "loop.jsonl", "--wall", "500ms")
    assert (ran.status, ran.out) == (3, "")
    assert re.fullmatch(rf"loop.py:{line}: cut off by --wall 500 ms while {who} ran", ran.complaint)
    end = list(read_trace(folder / "loop.jsonl"))[-1]
    assert end.reason == "error" and end.detail.startswith("cut off by --wall 500 ms")


def test_a_long_computation_that_ends_is_left_alone(simulator: Command, folder: Path) -> None:
    write(folder, "def main(proc):\n    yield proc.sleep(1)\n    sum(range(3_000_000))\n    proc.puts('done')\n")
    assert simulator("run", "loop.py", "-q") == (0, "done\n", "")


# -- nets --------------------------------------------------------------------------------------


SPINNING = "defmodule L do\n  def go(n), do: go(n + 1)\nend\nIO.puts(1)\nL.go(0)\n"


def test_a_program_that_the_wall_net_cuts_off_says_so_in_one_line_and_in_its_trace(
    simulator: Command, folder: Path
) -> None:
    (folder / "loop.exs").write_text(SPINNING)
    assert simulator("run", "loop.exs", "--set", "work_limit=10").status == 3  # what it takes to begin is there now
    ran = simulator("run", "loop.exs", "-q", "--trace", "t.jsonl", "--wall", "700ms", "--set", f"work_limit={10**12}")
    assert (ran.status, ran.out) == (3, "1\n")
    assert ran.err == "simulator: loop.exs:2: cut off by --wall 700 ms while #PID<0.100.0> (main/0) ran\n"
    end = list(read_trace(folder / "t.jsonl"))[-1]
    assert (end.reason, end.detail) == ("error", "cut off by --wall 700 ms while #PID<0.100.0> (main/0) ran")


@pytest.mark.parametrize("command", [["diagram"], ["play"], ["stats"], ["export", "--format", "csv"]])
def test_every_command_that_runs_has_the_nets(simulator: Command, folder: Path, command: list[str]) -> None:
    write(folder, "def main(proc):\n    yield proc.sleep(1)\n    while True:\n        pass\n")
    name, *more = command
    ran = simulator(name, "loop.py", "-o" if name != "stats" else "--wall", "out" if name != "stats" else "300ms",
                    "--wall", "300ms", *more)  # fmt: skip
    assert ran.status == 3 and "cut off by --wall 300 ms while #PID<0.100.0> (main/0) ran" in ran.complaint


def test_the_memory_net(folder: Path) -> None:
    write(
        folder,
        "def main(proc):\n    kept = []\n    while True:\n        kept.append(bytearray(1_000_000))\n    yield\n",
    )
    ran = run_process("run", "loop.py", "-q", "--trace", "t.jsonl", "--memory", "200MB", cwd=folder)
    assert ran.status == 3
    assert re.fullmatch(r"loop.py:[34]: cut off by --memory 200MB while #PID<0.100.0> \(main/0\) ran", ran.complaint)
    assert "cut off by --memory 200MB" in list(read_trace(folder / "t.jsonl"))[-1].detail


def test_what_no_interruption_reaches_is_killed_and_said_to_be(folder: Path) -> None:
    write(folder, "def main(proc):\n    x = 7 ** 40_000_000\n    yield\n")
    ran = run_process("run", "loop.py", "--wall", "300ms", cwd=folder)
    assert ran.status == 3
    assert ran.complaint.startswith("cut off by --wall 300 ms") or "while" in ran.complaint


def test_what_ends_in_time_ends_as_ever(folder: Path) -> None:
    write(folder, "def main(proc):\n    yield proc.sleep(1)\n    proc.puts('done')\n    raise ValueError\n")
    ran = run_process("run", "loop.py", "-q", "--wall", "1min", "--memory", "4GB", cwd=folder)
    assert (ran.status, ran.out) == (1, "done\n") and "ValueError" in ran.err


@pytest.mark.parametrize(
    ("option", "value", "complaint"),
    [
        ("--wall", "soon", "not a duration: 'soon'"),
        ("--memory", "much", "--memory takes a size such as 500MB, not 'much'"),
    ],
)
def test_nets_that_are_none(simulator: Command, folder: Path, option: str, value: str, complaint: str) -> None:
    ran = simulator("run", "ping.py", option, value)
    assert ran.status == 2 and ran.complaint.startswith(complaint)


def test_interrupt_of_a_command_with_nets(folder: Path) -> None:
    write(folder, TICKING)
    process = started(folder, "--trace", "loop.jsonl", "--wall", "1min")
    process.send_signal(signal.SIGINT)
    ran = finish(process)
    assert ran.status == 130 and ran.err.startswith("interrupted at ")
    assert list(read_trace(folder / "loop.jsonl"))[-1].reason == "interrupted"
