"""Reading traces: lazily, checked line by line, up to the cut of one that was cut off."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from simulator import ANY, Process, atom, run
from simulator.scenario import start
from simulator.scenario.run import Given
from simulator.trace import TraceError, read_trace
from simulator.trace.events import End, Note, kinds


def chatty(proc: Process) -> Any:
    def echo(child: Process) -> Any:
        while True:
            sender, what = yield child.receive((ANY, ANY))
            child.send(sender, (atom.ok, what))

    proc.flag(atom.trap_exit, True)
    pid = proc.spawn_link(echo)
    ref = proc.monitor(pid)
    proc.register(pid, atom.echo)
    timer = proc.send_after(atom.echo, atom.never, 500)
    for n in range(3):
        proc.send(atom.echo, (proc.pid, [n, 'é\u2028\U0001f600\n"\\']))
        yield proc.receive((atom.ok, list), after=10)
        proc.note("a note: \u0000 \u001b")
        yield proc.sleep("1.5ms")
    proc.cancel_timer(timer)
    yield proc.work(3)
    proc.exit(pid, atom.boom)
    yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
    yield proc.receive()
    proc.puts("done")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "chatty.jsonl"
    run(chatty, trace=path)
    return path


def test_a_trace_is_read_as_often_as_one_likes(path: Path) -> None:
    trace = read_trace(path)
    assert list(trace) == list(trace) == list(run(chatty).trace)
    assert trace.complete


def test_it_is_read_lazily(path: Path) -> None:
    lines = path.read_text().split("\n")
    path.write_text("\n".join([*lines[:10], "broken", *lines[11:]]))
    events = iter(read_trace(path))
    assert [next(events).seq for _ in range(9)] == list(range(9))
    with pytest.raises(TraceError, match=r"chatty.jsonl:11: not a line of JSON") as caught:
        next(events)
    assert (caught.value.line, caught.value.path) == (11, str(path))


def test_every_prefix_is_readable_up_to_its_cut_and_says_so(path: Path) -> None:
    whole = path.read_bytes()
    events = list(read_trace(path))
    header = whole.index(b"\n") + 1
    for cut in range(header, len(whole), 13):
        path.write_bytes(whole[:cut])
        trace = read_trace(path)
        read = list(trace)
        assert read == events[: len(read)]
        assert len(read) in (whole[header:cut].count(b"\n"), whole[header:cut].count(b"\n") + 1)
        assert not trace.complete or read == events
    path.write_bytes(whole[:-1])
    assert list(read_trace(path)) == events


def test_a_header_that_is_cut_off_is_no_trace(path: Path) -> None:
    whole = path.read_bytes()
    for cut in (0, 1, 20, whole.index(b"\n") - 1):
        path.write_bytes(whole[:cut])
        with pytest.raises(TraceError):
            read_trace(path)


def test_an_end_that_is_not_the_last_line_is_no_end(path: Path) -> None:
    whole = path.read_bytes()
    seq = len(list(read_trace(path)))
    path.write_bytes(whole + b'{"kind":"note","seq":%d,"t":99000000,"text":"more"}\n' % seq)
    trace = read_trace(path)
    assert isinstance(list(trace)[-1], Note) and not trace.complete


def test_older_fields_and_their_defaults(path: Path) -> None:
    header = path.read_bytes().split(b"\n")[0]
    path.write_bytes(
        header + b'\n{"seq":0,"t":0,"kind":"note","text":"x"}\n{"kind":"end","t":0,"reason":"until","seq":1}\n'
    )
    note, end = list(read_trace(path))
    assert note == Note(seq=0, t=0, text="x") and end == End(seq=1, t=0, reason="until")
    assert (note.pid, note.cause, note.line, note.file) == (None, None, None, None)


def test_a_trace_of_schema_1_is_read(path: Path) -> None:
    header, _, events = path.read_text().partition("\n")
    older = header.replace('"version":2', '"version":1').replace(',"node":"nonode@nohost"', "")
    assert older != header
    path.write_text(f"{older}\n{events}")
    assert (read_trace(path).header.version, read_trace(path).header.node) == (1, "nonode@nohost")
    assert list(read_trace(path)) == list(run(chatty).trace)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_another_encoding_is_no_trace(path: Path, encoding: str) -> None:
    path.write_text(path.read_text(encoding="utf-8"), encoding=encoding)
    with pytest.raises(TraceError, match="not a trace"):
        read_trace(path)


def test_a_missing_file_is_the_systems_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_trace(tmp_path / "none.jsonl")


def test_every_kind_has_a_tag_of_its_own() -> None:
    assert all(cls.__name__.lower() == tag for tag, cls in kinds().items())


# -- an interrupt, wherever it comes ----------------------------------------------------------


def interrupted(at: int, trace: Any) -> tuple[bool, Any]:
    """Interrupt a run at bytecode or line number *at* of the simulator; was it that long, and what came of it."""
    count = 0

    def inside(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        if event in ("opcode", "line"):  # Python 3.12 tells of the lines alone
            count += 1
            if count == at:
                raise KeyboardInterrupt
        return inside

    def entering(frame: FrameType, event: str, argument: Any) -> Any:
        module = frame.f_globals.get("__name__", "")
        if module.startswith(("simulator.kernel.", "simulator.terms.", "simulator.trace.recorder")):
            frame.f_trace_opcodes = True
            return inside
        return None

    before = sys.gettrace()
    sys.settrace(entering)
    try:
        result = start(Given(chatty), trace=trace)
    except KeyboardInterrupt:
        result = None  # before the run began, or when it had ended
    finally:
        sys.settrace(before)
    return count >= at, result


@pytest.mark.parametrize("where", ["memory", "file"])
def test_an_interrupt_leaves_a_whole_trace_wherever_it_comes(tmp_path: Path, where: str) -> None:
    at, kept = 500, 0
    while True:
        long_enough, result = interrupted(at, True if where == "memory" else tmp_path / "interrupted.jsonl")
        if not long_enough:
            break
        if result is not None:
            events = list(result.trace)
            assert [event.seq for event in events] == list(range(len(events)))
            assert isinstance(events[-1], End)
            kept += 1
        at += 397
    assert kept > 30
