"""``simulator play``: where the page goes, and which mistakes are told in which words."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Ran

Command = Callable[..., Ran]


def test_the_page_of_a_scenario_goes_below_output(simulator: Command, folder: Path) -> None:
    ran = simulator("play", "ping.py")
    assert (ran.status, ran.out, ran.err) == (0, "output/ping.html\n", "")
    assert (folder / "output" / "ping.html").read_text().startswith("<!doctype html>")


def test_a_trace_and_the_run_that_made_it_give_the_same_page(simulator: Command, folder: Path) -> None:
    assert (
        simulator("run", "ping.py", "--limit", "99", "--set", "states=true", "--trace", "ping.jsonl", "-q").status == 0
    )
    assert (
        simulator("play", "ping.py", "--limit", "99", "-o", "a.html").status
        == simulator("play", "ping.jsonl", "-o", "b.html").status
        == 0
    )
    assert (folder / "a.html").read_bytes() == (folder / "b.html").read_bytes()


def test_settings_reach_the_run(simulator: Command, folder: Path) -> None:
    made = {
        simulator("play", "ping.py", *given, "-o", "-").out for given in ([], ["--set", "rounds=1"], ["--until", "1ms"])
    }
    assert len(made) == 3


def test_two_runs_in_one_page(simulator: Command, folder: Path) -> None:
    ran = simulator("play", "ping.py", "--against", "rounds=2", "-o", "two.html")
    assert (ran.status, ran.out) == (0, "two.html\n")
    assert simulator("run", "ping.py", "--trace", "a.jsonl", "-q").status == 0
    assert simulator("play", "a.jsonl", "ping.py", "-o", "three.html").status == 0


def test_files_beside_the_scenario_are_in_the_page(simulator: Command, folder: Path) -> None:
    (folder / "helper.py").write_text("def greet(proc):\n    proc.puts('hello')\n    yield proc.sleep(1)\n")
    (folder / "main.py").write_text(
        "import helper\n\n\ndef main(proc):\n    proc.spawn(helper.greet)\n    yield proc.sleep(5)\n"
    )
    packed = simulator("play", "main.py", "-o", "-").out.partition('id="trace">')[2].split()[0]
    sources = json.loads(gzip.decompress(base64.b64decode(packed)))["runs"][0]["sources"]
    assert list(sources) == ["main.py", "helper.py"]


def test_it_opens_in_the_browser_when_asked(simulator: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    assert simulator("play", "ping.py", "--open").status == 0
    assert opened == [(folder / "output" / "ping.html").resolve().as_uri()]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["nowhere"], "nowhere: no such file"),
        (["ping.py", "--open", "-o", "-"], "--open needs a file to open, not standard output"),
        (["ping.py", "--port", "80"], "--port is for --watch"),
        (["ping.py", "--watch", "--port", "70000"], "a port is a number from 0 to 65535, not 70000"),
        (["ping.jsonl", "--watch"], "--watch is for a scenario: a trace does not change"),
        (["ping.py", "--watch", "-o", "x.html"], "--watch serves the page and writes none: leave out -o"),
        (["ping.py", "-o", "no/where.html"], "no/where.html: cannot be written: No such file or directory"),
        (["ping.py", "-o", "ping.py"], "ping.py: cannot be written: it is the file to read"),
        (["ping.jsonl", "--against", "seed=1"], "--against runs a scenario again: a trace is of one run"),
        (["ping.py", "--set", "rounds"], "--set takes KEY=VALUE, not 'rounds'"),
    ],
)
def test_mistakes(simulator: Command, trace: Path, arguments: list[str], complaint: str) -> None:
    ran = simulator("play", *arguments)
    assert (ran.status, ran.complaint) == (2, complaint)


def test_a_broken_trace_is_told_with_its_line(simulator: Command, trace: Path) -> None:
    lines = trace.read_text().splitlines()
    (trace.parent / "bad.jsonl").write_text("\n".join([*lines[:3], "{}", *lines[3:]]) + "\n")
    assert simulator("play", "bad.jsonl").complaint.startswith("bad.jsonl:4: ")


def test_a_scenario_that_is_broken_leaves_no_page(simulator: Command, folder: Path) -> None:
    (folder / "bad.py").write_text("def main(proc):\n    yield 5\n")
    assert simulator("play", "bad.py", "-o", "bad.html").status == 2
    assert not (folder / "bad.html").exists()
