"""Arguments that make no sense: one clear line, exit status 2, and the run does not begin."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Ran

Command = Callable[..., Ran]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--set", "ronuds=5"], "no setting 'ronuds'; did you mean rounds?"),
        (["--set", "xyzzy=5"], "no setting 'xyzzy' (this scenario has "),
        (["--set", "rounds"], "--set takes KEY=VALUE, not 'rounds'"),
        (["--set", "=5"], "--set takes KEY=VALUE, not '=5'"),
        (["--set", "rounds=many"], "ping.py:7: rounds is a number, not 'many'"),
        (["--set", "speed=fast"], "ping.py:7: speed is a number, not 'fast'"),
        (["--set", "loud=perhaps"], "ping.py:7: loud is true or false, not 'perhaps'"),
        (["--until", "-5"], "a duration cannot be negative: '-5'"),
        (["--until", "-5s"], "a duration cannot be negative: '-5s'"),
        (["--until=-0.5s"], "a duration cannot be negative: '-0.5s'"),
        (["--until", "soon"], "not a duration: 'soon'"),
        (["--until", "5 parsecs"], "not a duration: '5 parsecs'"),
        (["--until", ""], "not a duration: ''"),
        (["--until", "1e"], "not a duration: '1e'"),
        (["--until", "٣s"], "not a duration: '٣s'"),
        (["--until", "9" * 60], "a duration of more than 40 digits"),
        (["--latency", "-1ms"], "a duration cannot be negative: '-1ms'"),
        (["--latency", "5ms..1ms"], "a range of latencies from low to high"),
        (["--latency", "gamma(1ms)"], "not a latency: 'gamma(1ms)'"),
        (["--latency", "exponential(x)"], "not a duration: 'x'"),
        (["--schedulers", "0"], "schedulers is a whole number from 1, not 0"),
        (["--schedulers", "-1"], "schedulers is a whole number from 1, not -1"),
        (["--schedulers", "two"], "schedulers is a number, not 'two'"),
        (["--limit", "0"], "limit is 1 or more, not 0"),
        (["--limit", "lots"], "argument --limit: invalid int value: 'lots'"),
        (["--seed", "x"], "argument --seed: invalid int value: 'x'"),
        (["--set", "time_slice=0"], "time_slice is more than 0"),
        (["--set", "seed=x"], "seed is a number, not 'x'"),
        (["--trace", "-", "--json"], "--trace - and --json both want standard output"),
        (["-q", "-v"], "argument -v/--verbose: not allowed with argument -q/--quiet"),
        (["--nonsense"], "unrecognized arguments: --nonsense"),
    ],
)
def test_run(simulator: Command, arguments: list[str], complaint: str) -> None:
    ran = simulator("run", "ping.py", *arguments)
    assert ran.complaint.startswith(complaint)
    assert (ran.status, ran.out) == (2, "")


@pytest.mark.parametrize(
    "arguments", [[], ["run"], ["walk"], ["completion", "fish"], ["diagram", "ping.py", "--kind", "pie"]]
)
def test_usage(simulator: Command, arguments: list[str]) -> None:
    ran = simulator(*arguments)
    assert ran.complaint.endswith("--help)")
    assert (ran.status, ran.out) == (2, "")


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["--only", "pongr"], "no process is called 'pongr'; did you mean 'ponger'?"),
        (["--hide", "mian"], "no process is called 'mian'; did you mean 'main'?"),
        (["--only", "main,pongre"], "no process is called 'pongre'; did you mean 'ponger'?"),
        (["--kind", "links", "--only", "pongr"], "no process is called 'pongr'; did you mean 'ponger'?"),
        (["--at", "5"], "--at is for --kind links"),
        (["--from", "5", "--kind", "links"], "--from is for --kind sequence"),
        (["--kind", "links", "--time", "scale"], "--time is for --kind sequence"),
        (["--kind", "links", "--at", "-5ms"], "a duration cannot be negative: '-5ms'"),
        (["--from", "-5"], "a duration cannot be negative: '-5'"),
        (["--to", "later"], "not a duration: 'later'"),
        (["--from", "5", "--to", "3"], "--from is later than --to"),
        (["--format", "dot"], "no dot of a sequence picture: there is svg, png, pdf, mermaid"),
        (["--kind", "timeline", "--format", "mermaid"], "no mermaid of a timeline picture"),
        (["--kind", "timeline", "-o", "x.mmd"], "no mermaid of a timeline picture"),
        (["-o", "x.jpeg"], "x.jpeg: no picture has this ending"),
    ],
)
def test_diagram(simulator: Command, trace: Path, arguments: list[str], complaint: str) -> None:
    ran = simulator("diagram", "ping.jsonl", *arguments)
    assert ran.complaint.startswith(complaint)
    assert (ran.status, ran.out) == (2, "")


# -- where to write ---------------------------------------------------------------------------


@pytest.mark.parametrize("path", ["nowhere/x.jsonl", ".", "ping.py/x.jsonl"])
def test_a_trace_that_cannot_be_written_is_found_before_the_run(simulator: Command, path: str) -> None:
    ran = simulator("run", "ping.py", "--trace", path)
    assert ran.complaint.startswith(f"{path}: cannot be written: ")
    assert (ran.status, ran.out) == (2, "")


@pytest.mark.parametrize("path", ["nowhere/x.svg", ".", "ping.py/x.svg"])
def test_a_picture_that_cannot_be_written_is_found_before_the_run(simulator: Command, folder: Path, path: str) -> None:
    (folder / "ping.py").write_text("def main(proc):\n    open('ran', 'w').close()\n    yield proc.sleep(1)\n")
    ran = simulator("diagram", "ping.py", "-o", path, "--format", "svg")
    assert ran.complaint.startswith(f"{path}: cannot be written: ")
    assert (ran.status, ran.out) == (2, "")
    assert not (folder / "ran").exists()


def test_looking_whether_a_picture_can_be_written_leaves_nothing_behind(simulator: Command, folder: Path) -> None:
    (folder / "bad.py").write_text("def main(proc):\n    yield 5\n")
    assert simulator("diagram", "bad.py", "-o", "x.svg").status == 2
    assert not (folder / "x.svg").exists()
    (folder / "old.svg").write_text("mine")
    assert simulator("diagram", "bad.py", "-o", "old.svg").status == 2
    assert (folder / "old.svg").read_text() == "mine"


def test_what_is_read_is_never_overwritten(simulator: Command, trace: Path, folder: Path) -> None:
    source, recorded = (folder / "ping.py").read_text(), trace.read_text()
    os.link(folder / "ping.py", folder / "other_name.py")
    for target in ("ping.py", "./ping.py", "other_name.py"):
        complaint = f"{target}: cannot be written: it is the file to read"
        assert simulator("run", "ping.py", "--trace", target).complaint == complaint
        assert simulator("diagram", "ping.py", "--format", "svg", "-o", target).complaint == complaint
    assert simulator("diagram", "ping.jsonl", "--format", "svg", "-o", "ping.jsonl").status == 2
    assert (source, recorded) == ((folder / "ping.py").read_text(), trace.read_text())


def test_a_setting_that_cannot_be_leaves_an_older_trace_alone(simulator: Command, trace: Path) -> None:
    recorded = trace.read_text()
    for wrong in (["--latency", "5x"], ["--until", "x"], ["--set", "rounds=x"], ["--limit", "0"]):
        assert simulator("run", "ping.py", "--trace", "ping.jsonl", *wrong).status == 2
    assert trace.read_text() == recorded


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")
def test_a_full_disk_is_one_clear_line(simulator: Command) -> None:
    ran = simulator("run", "ping.py", "--trace", "/dev/full")
    assert ran.complaint == "/dev/full: cannot be written: No space left on device"
    assert (ran.status, ran.out) == (2, "")
