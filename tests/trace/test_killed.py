"""A run that is killed loses few events of its trace: those of the last second, and at most 8,000 of them."""

from __future__ import annotations

import io
import itertools
from typing import Any

import pytest

from simulator import Process, run
from simulator.trace import FileRecorder, recorder

MOST = 8_000
MANY = 12_000


def echo(proc: Process) -> Any:
    while True:
        sender = yield proc.receive()
        proc.send(sender, proc.pid)


def conversation(proc: Process) -> Any:
    """Very many turns at one instant."""
    pid = proc.spawn(echo)
    for _ in range(MANY):
        proc.send(pid, proc.pid)
        yield proc.receive()


def calls(proc: Process) -> Any:
    """Records of several events each."""
    from simulator.otp import Agent

    _, pid = yield Agent.start_link(proc, lambda: 1)
    for _ in range(MANY // 6):
        yield Agent.get(proc, pid, lambda value: value)


def never_waits(proc: Process) -> Any:
    pid = proc.spawn(echo)
    for n in range(MANY):
        proc.send(pid, n)
    yield proc.sleep(0)


def never_waits_and_sends_to_many(proc: Process) -> Any:
    pids = [proc.spawn(echo) for _ in range(MANY // 3)]
    yield proc.sleep(1)
    for pid in pids:
        proc.send(pid, proc.pid)


def never_waits_and_spawns(proc: Process) -> Any:
    for _ in range(MANY // 2):
        proc.spawn_link(echo)
    yield proc.sleep(0)


def never_waits_and_notes(proc: Process) -> Any:
    for n in range(MANY):
        proc.note(str(n))
    yield proc.sleep(0)


PROGRAMS = [
    conversation,
    calls,
    never_waits,
    never_waits_and_sends_to_many,
    never_waits_and_spawns,
    never_waits_and_notes,
]


class Watched(FileRecorder):
    """Notes at which event it wrote."""

    def __init__(self, header: Any, scenario: str) -> None:
        self.written = [0]
        self.file = io.BytesIO()
        super().__init__(header, scenario, self.file)

    def _write(self) -> None:
        self.written.append(self.seq)
        super()._write()


@pytest.mark.parametrize("program", PROGRAMS)
def test_few_events_are_held_back(program: Any) -> None:
    made: list[Watched] = []

    def watched(header: Any, scenario: str) -> Watched:
        made.append(Watched(header, scenario))
        return made[0]

    run(program, trace=watched)
    written = made[0].written
    assert written[-1] > MANY
    assert max(later - earlier for earlier, later in itertools.pairwise(written)) <= MOST
    assert made[0].file.getvalue().count(b"\n") == written[-1] + 1


def test_what_is_held_back_is_written_when_half_a_second_has_passed(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(recorder, "monotonic", lambda: now[0])
    made: list[Watched] = []
    lines: list[int] = []

    def watched(header: Any, scenario: str) -> Watched:
        made.append(Watched(header, scenario))
        return made[0]

    def main(proc: Process) -> Any:
        for _ in range(6):
            proc.note("a moment")
            lines.append(made[0].file.getvalue().count(b"\n"))
            now[0] += 0.3
            yield proc.sleep(1)

    run(main, trace=watched)
    assert lines[0] == 1 and lines[-1] > lines[2] > 1


def test_a_trace_is_the_same_however_often_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = []
    for at in (0, 100, 10**9):
        monkeypatch.setattr(recorder, "_WRITE_AT", at)
        made: list[Watched] = []
        run(calls, trace=lambda header, scenario, made=made: made.append(Watched(header, scenario)) or made[0])
        texts.append(made[0].file.getvalue())
    assert texts[0] == texts[1] == texts[2]
