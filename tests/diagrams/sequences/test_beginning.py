"""A picture of a long trace is that of its whole history, although most of it is let go."""

from __future__ import annotations

from typing import Any

import pytest

from simulator import ANY, GenServer, Process, atom, run
from simulator.diagrams import sequence, timeline
from simulator.diagrams.sequences import beginning, plan
from simulator.trace.events import Event
from simulator.trace.telling import Teller


class Server(GenServer):
    def init(proc: Process, state: Any) -> Any:  # type: ignore[misc]
        return atom.ok, state

    def handle_call(proc: Process, request: Any, client: Any, state: Any) -> Any:  # type: ignore[misc]
        if request % 5 == 0:
            yield proc.sleep(3)
        return atom.reply, request, state + request % 3

    def handle_cast(proc: Process, request: Any, state: Any) -> Any:  # type: ignore[misc]
        proc.note(f"cast {request}")
        return atom.noreply, state


def worker(proc: Process, rounds: int) -> Any:
    for n in range(rounds):
        yield proc.work(2 if n % 4 else 9)
        timer = proc.send_after(proc.pid, atom.late, 5 if n % 2 else 1)
        if n % 3 == 0:
            proc.cancel_timer(timer)
        yield proc.sleep(1)


def main(proc: Process) -> Any:
    _, server = yield Server.start_link(proc, 0)
    workers = [proc.spawn(worker, 40) for _ in range(3)]
    for n in range(60):
        yield GenServer.call(proc, server, n)
        GenServer.cast(proc, server, n)
        if n % 7 == 0:
            _, ref = proc.spawn_monitor(lambda proc: proc.exit(atom.oops))
            yield proc.receive((atom.DOWN, ref, ANY, ANY, ANY))
        yield proc.receive(after=1)
    for each in workers:
        proc.demonitor(proc.monitor(each))


@pytest.fixture(scope="module")
def events() -> list[Event]:
    return list(run(main, schedulers=2, states=True).trace)


@pytest.mark.parametrize("picture", [sequence, timeline])
@pytest.mark.parametrize(
    "options",
    [{}, {"start": "60ms"}, {"start": "20ms", "end": "40ms"}, {"end": "9ms"}, {"only": ["main"]}, {"hide": ["main"]}],
)
def test_what_is_let_go_is_not_missed(
    events: list[Event], picture: Any, options: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beginning, "_STEP", 60)
    for module in (beginning, plan):
        monkeypatch.setattr(module, "MAX_ARROWS", 12)
        monkeypatch.setattr(module, "MAX_SIGNS", 30)
    whole = picture(iter(events), **options).svg()  # what can be read only once is kept whole
    assert picture(events, **options).svg() == whole
    assert "left out" in whole or "the picture ends at" in whole


def test_few_records_of_a_long_trace_are_kept(events: list[Event], monkeypatch: pytest.MonkeyPatch) -> None:
    most = 0

    class Watched(Teller):
        def take(self, event: Event) -> None:
            nonlocal most
            super().take(event)
            most = max(most, len(self.history.messages))

    monkeypatch.setattr(beginning, "_STEP", 60)
    monkeypatch.setattr(beginning, "MAX_ARROWS", 5)
    monkeypatch.setattr(beginning, "Teller", Watched)
    told, beyond = beginning.beginning(events, None, None, (), ())
    assert told.events == len(events)
    assert most < 100 < beyond.arrows
