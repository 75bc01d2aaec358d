"""A run that is cut short in the middle of a turn leaves a trace that can be read, and that says where it ended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from simulator import Process, ScenarioError, atom, run
from simulator.trace import Event, FileRecorder, MemoryRecorder, MemoryTrace, Trace, read_trace
from simulator.trace.events import End, Receive, Send, Wait

Recorders = Callable[[Any, str], MemoryRecorder | FileRecorder]


class Cut:
    """A run that ends with an exception in the middle of the second turn of a process."""

    def __init__(self, failure: BaseException, gap: int = 0) -> None:
        self.failure = failure
        self.gap = gap
        self.recorder: Any = None

    def main(self, proc: Process) -> Any:
        other = proc.spawn(self.answering)
        yield proc.sleep(1)
        proc.send(other, (atom.ping, proc.pid))
        yield proc.receive()

    def answering(self, proc: Process) -> Any:
        _, sender = yield proc.receive()
        proc.send(sender, atom.pong)
        self.recorder.seq += self.gap  # as an interrupt does that comes before the event of a number is recorded
        raise self.failure

    def trace(self, path: Path | None) -> Trace:
        """Run it, with a trace in memory, or in a file, and return that."""
        file = None if path is None else path.open("wb")

        def recorder(header: Any, scenario: str) -> Any:
            self.recorder = MemoryRecorder(header, scenario) if file is None else FileRecorder(header, scenario, file)
            return self.recorder

        with pytest.raises(type(self.failure)):
            run(self.main, trace=recorder)
        if file is None or path is None:
            return MemoryTrace(self.recorder)
        file.close()
        return read_trace(path)


@pytest.mark.parametrize("where", ["memory", "file"])
@pytest.mark.parametrize("gap", [0, 1])
@pytest.mark.parametrize(
    ("failure", "ended"), [(KeyboardInterrupt(), "interrupted"), (ScenarioError("a mistake", __file__, 1), "error")]
)
def test_it_ends_with_end_and_lacks_nothing(
    failure: BaseException, ended: str, gap: int, where: str, tmp_path: Path
) -> None:
    trace = Cut(failure, gap).trace(tmp_path / "cut.jsonl" if where == "file" else None)
    events = list(trace)
    assert [event.seq for event in events] == list(range(len(events)))
    assert isinstance(events[-1], End)
    assert events[-1].reason == ended
    assert trace.complete
    received = [event for event in events if isinstance(event, Receive)]
    sent = [event for event in events if isinstance(event, Send)]
    assert [event.pid for event in received] == [101]
    assert sent[-1].cause == received[-1].seq


# -- the lines of what happens most -----------------------------------------------------------


def _lines(main: Any, *kinds: type[Event]) -> list[int]:
    """Run *main* and return the lines of its events of these kinds, counted from its first line."""
    first = main.__code__.co_firstlineno
    return [event.line - first for event in run(main).trace if isinstance(event, kinds) and event.line is not None]


def test_a_wait_in_a_generator_that_is_performed_is_at_the_line_there() -> None:
    def main(proc: Process) -> Any:
        def steps() -> Any:
            yield proc.receive(after=1)  # line 2
            yield proc.receive(after=1)

        yield proc.perform(steps())
        yield proc.receive(after=1)

    assert _lines(main, Wait) == [2, 3, 6]


def test_a_wait_after_one_in_a_generator_that_was_performed_is_at_its_own_line() -> None:
    def main(proc: Process) -> Any:
        def steps() -> Any:
            if proc.now == 0 and proc.pid is not None and [proc.now_ms, proc.now_ms, proc.now_ms]:
                yield proc.sleep(1)  # line 3

        yield proc.perform(steps())
        yield proc.sleep(1)
        proc.send_after(proc.pid, 1, 1)
        yield proc.receive(int)
        proc.send_after(proc.pid, 1, 1)
        yield proc.receive()

    assert _lines(main, Wait) == [3, 6, 8, 10]


def test_a_wait_in_a_generator_that_is_yielded_from_is_at_the_line_there() -> None:
    def main(proc: Process) -> Any:
        def steps() -> Any:
            proc.send_after(proc.pid, 1, 1)
            yield proc.receive()  # line 3
            yield proc.receive(after=1)

        yield from steps()
        yield proc.receive(after=1)

    assert _lines(main, Wait) == [3, 4, 7]


def test_a_receive_is_at_the_line_where_its_process_waited() -> None:
    def main(proc: Process) -> Any:
        proc.send_after(proc.pid, 1, 1)
        yield proc.receive()  # line 2
        proc.send_after(proc.pid, 2, 1)
        yield proc.receive()  # line 4

    assert _lines(main, Receive) == [2, 4]


def test_a_receive_of_a_turn_that_ends_its_process_keeps_its_line() -> None:
    def main(proc: Process) -> Any:
        proc.send_after(proc.pid, 1, 1)
        yield proc.receive()  # line 2
        proc.exit(proc.pid, atom.kill)

    assert _lines(main, Receive) == [2]


def test_a_send_is_at_the_line_of_the_function_that_sends() -> None:
    def main(proc: Process) -> Any:
        def helper(pid: Any) -> None:
            proc.send(pid, atom.two)  # line 2

        def waiting(proc: Process) -> Any:
            yield proc.receive()
            yield proc.receive()

        pid = proc.spawn(waiting)
        yield proc.sleep(1)
        proc.send(pid, atom.one)  # line 10
        yield proc.sleep(1)
        helper(pid)

    assert _lines(main, Send) == [10, 2]
