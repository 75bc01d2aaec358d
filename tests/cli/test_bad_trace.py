"""A trace that is none, or not all of one: one clear line with its line number, and no picture."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import Ran

Command = Callable[..., Ran]


def refused(ran: Ran) -> str:
    assert (ran.status, ran.out) == (2, "")
    return ran.complaint


@pytest.mark.parametrize("kind", ["sequence", "links"])
@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "bad.jsonl: empty: not a trace"),
        (b"\n", "bad.jsonl:1: empty: not a trace"),
        (b"hello\n", "bad.jsonl:1: not a trace: its first line is no header of one"),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "bad.jsonl:1: not a trace: its first line is no header of one"),
        (b'{"traceEvents": []}\n', "bad.jsonl:1: not a trace: its first line is no header of one"),
        (b'{"format": "other", "version": 1}\n', "bad.jsonl:1: not a trace: its first line is no header of one"),
        (
            b'{"format": "beam-simulator-trace", "version": 99, "new": 1}\n',
            "bad.jsonl:1: written by a newer simulator: its schema is version 99, this one reads up to 2",
        ),
        (b'{"format": "beam-simulator-trace", "version": 1}\n', "bad.jsonl:1: the header is broken: "),
        (b'{"format": "beam-simulator-tr', "bad.jsonl:1: not a trace: its first line is no header of one"),
    ],
)
def test_no_trace(simulator: Command, folder: Path, kind: str, content: bytes, complaint: str) -> None:
    (folder / "bad.jsonl").write_bytes(content)
    assert refused(simulator("diagram", "bad.jsonl", "--kind", kind)).startswith(complaint)
    assert not list(folder.glob("output/*"))


def test_no_file_and_a_folder(simulator: Command, folder: Path) -> None:
    (folder / "some.jsonl").mkdir()
    assert refused(simulator("diagram", "nowhere.jsonl")) == "nowhere.jsonl: No such file or directory"
    assert refused(simulator("diagram", "some.jsonl")) == "some.jsonl: Is a directory"


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("not json", "ping.jsonl:5: not a line of JSON"),
        ("", "ping.jsonl:5: not a line of JSON"),
        ('{"kind":"note","seq":3,"t":0', "ping.jsonl:5: not a line of JSON"),
        ("[1,2]", "ping.jsonl:5: not an event of this schema"),
        ('{"kind":"dance","seq":3,"t":0}', "ping.jsonl:5: not an event of this schema"),
        ('{"kind":"note","seq":3,"t":0}', "ping.jsonl:5: not an event of this schema"),
        ('{"kind":"note","seq":3,"t":-1,"text":""}', "ping.jsonl:5: not an event of this schema"),
        ('{"kind":"note","seq":3,"t":0,"text":"","more":1}', "ping.jsonl:5: not an event of this schema"),
        ('{"kind":"note","seq":7,"t":0,"text":""}', "ping.jsonl:5: event 7 where event 3 should stand"),
    ],
)
def test_a_line_that_is_no_event(simulator: Command, trace: Path, line: str, complaint: str) -> None:
    lines = trace.read_text().splitlines()
    trace.write_text("\n".join([*lines[:4], line, *lines[5:]]) + "\n")
    assert refused(simulator("diagram", "ping.jsonl", "-o", "x.svg")).startswith(complaint)
    assert not os.path.exists("x.svg")


def test_time_that_runs_backwards(simulator: Command, trace: Path) -> None:
    lines = trace.read_text().splitlines()
    trace.write_text("\n".join([*lines[:2], lines[2].replace('"t":0', '"t":9000000000'), *lines[3:]]) + "\n")
    assert refused(simulator("diagram", "ping.jsonl")).startswith("ping.jsonl:4: time runs backwards, from 9000000000")


def test_a_trace_that_is_cut_off_is_drawn_up_to_its_cut_and_says_so(simulator: Command, trace: Path) -> None:
    whole = trace.read_bytes()
    for length in (len(whole) - 1, len(whole) - 30, len(whole) * 2 // 3):
        trace.write_bytes(whole[:length])
        ran = simulator("diagram", "ping.jsonl", "-o", "x.svg")
        if length == len(whole) - 1:  # only the last line's end is missing
            assert (ran.status, ran.out) == (0, "x.svg\n")
            continue
        assert (ran.status, ran.out) == (0, "x.svg\n")
        assert ran.complaint == "ping.jsonl: the trace is cut off: its run did not end"
        assert "ponger" in Path("x.svg").read_text()


@pytest.mark.parametrize("kind", ["sequence", "links"])
@pytest.mark.parametrize("fmt", ["svg", "png"])
def test_a_picture_of_a_trace_with_no_events(simulator: Command, trace: Path, kind: str, fmt: str) -> None:
    header = trace.read_text().splitlines()[0]
    trace.write_text(header + '\n{"kind":"end","seq":0,"t":0,"reason":"finished"}\n')
    said = refused(simulator("diagram", "ping.jsonl", "--kind", kind, "-o", f"x.{fmt}"))
    assert said == "the trace has no events of any process: there is nothing to draw"
    assert not os.path.exists(f"x.{fmt}")


def test_a_trace_is_no_scenario(simulator: Command, trace: Path) -> None:
    assert refused(simulator("run", "ping.jsonl")).startswith("ping.jsonl: a trace, not a scenario")
