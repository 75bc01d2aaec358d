"""run(main) and the Run that it yields."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from simulator import Config, Process, ScenarioError, atom, run
from simulator.scenario import OutputError, load
from simulator.trace import read_trace


def talking(proc: Process) -> Any:
    """Talking.

    To itself.
    """
    proc.send(proc.pid, atom.hello)
    proc.puts("one")
    yield proc.receive()
    yield proc.sleep(5)
    proc.puts("two")


def test_a_run_knows_what_happened() -> None:
    result = run(talking)
    assert (result.output, result.reason, result.ended, result.ok) == ("one\ntwo\n", atom.normal, "finished", True)
    assert (result.now, result.waiting, result.reports) == (5_000_000, [], [])
    totals = result.stats().totals
    assert (totals.duration_ns, totals.processes, totals.alive, totals.received) == (5_000_000, 1, 0, 1)
    assert repr(result) == "<Run finished at 5 ms, 1 process>"


def test_the_trace_can_be_had_in_memory_in_a_file_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "talk.jsonl"
    in_file = run(talking, trace=path)
    in_memory = run(talking)
    assert list(in_file.trace) == list(in_memory.trace) == list(read_trace(path))
    assert (in_memory.trace.header.scenario.name, in_memory.trace.header.scenario.title) == ("talking", "Talking.")
    with pytest.raises(ValueError, match="made without a trace"):
        _ = run(talking, trace=False).trace


def test_a_file_that_cannot_be_written_is_found_before_the_run(tmp_path: Path) -> None:
    ran = []
    with pytest.raises(OutputError, match="cannot be written: No such file or directory"):
        run(lambda proc: (yield ran.append(1)), trace=tmp_path / "no" / "x.jsonl")
    assert ran == []


def test_what_is_printed_and_reported_can_be_heard_as_it_comes() -> None:
    heard: list[str] = []
    reported: list[str] = []

    def main(proc: Process) -> Any:
        proc.spawn(lambda p: 1 / 0)
        proc.puts("a")
        yield proc.sleep(1)

    result = run(main, echo=heard.append, report=reported.append)
    assert heard == ["a\n"] and result.output == "a\n"
    assert reported == result.reports and "ZeroDivisionError" in reported[0]


def test_settings_and_config() -> None:
    def main(proc: Process) -> Any:
        yield proc.sleep(10)
        proc.puts(str(proc.random.random()))

    assert run(main, until=5).ended == "until"
    assert run(main, seed=1).output == run(main, config=Config(seed=1)).output != run(main, seed=2).output
    assert run(main, seed=3).trace.header.seed == 3
    with pytest.raises(ValueError):
        run(main, until=-1)


def test_the_headers_settings_are_in_nanoseconds() -> None:
    header = run(talking, until="1.5s", latency={("a", "*"): "5ms"}, schedulers=2).trace.header
    assert header.settings["until"] == 1_500_000_000 and header.settings["schedulers"] == 2
    assert header.settings["time_slice"] == 1_000_000
    assert header.settings["latency"] == {"a -> *": "5ms"}


def test_a_mistake_is_raised_and_what_was_written_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"

    def main(proc: Process) -> Any:
        proc.puts("kept")
        yield 5

    heard: list[str] = []
    with pytest.raises(ScenarioError):
        run(main, trace=path, echo=heard.append)
    assert heard == ["kept\n"]
    trace = read_trace(path)
    assert trace.complete and list(trace)[-1].reason == "error"


def test_an_interrupt_is_passed_on_and_the_trace_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "stopped.jsonl"

    def main(proc: Process) -> Any:
        yield proc.sleep(1)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(main, trace=path)
    assert list(read_trace(path))[-1].reason == "interrupted"


@pytest.mark.parametrize(
    ("main", "reason"),
    [
        (lambda proc: (yield proc.exit(atom.oops)), atom.oops),
        (lambda proc: (yield proc.exit((atom.a, 1))), (atom.a, 1)),
        (lambda proc: (yield proc.receive()), None),
    ],
)
def test_reason(main: Any, reason: Any) -> None:
    assert run(main).reason == reason


def test_a_loaded_scenario_runs_with_its_own_config(tmp_path: Path) -> None:
    path = tmp_path / "own.py"
    path.write_text(
        "'''Own.'''\nfrom simulator import Config\nconfig = Config(until=3, seed=5)\n"
        "def main(proc):\n    while True:\n        yield proc.sleep(1)\n"
    )
    loaded = load(str(path))
    result = run(loaded)
    assert (loaded.title, loaded.name, result.ended, result.now) == ("Own.", "own.py", "until", 3_000_000)
    assert result.trace.header.scenario.source == path.read_text()


def test_it_shows_itself_in_a_notebook() -> None:
    bundle = run(talking)._repr_mimebundle_()
    assert bundle["text/plain"].startswith("<Run finished at 5 ms")
    assert bundle["image/svg+xml"].startswith("<svg")
    assert "image/svg+xml" not in run(talking, trace=False)._repr_mimebundle_()


def test_runs_do_not_disturb_each_other() -> None:
    def outer(proc: Process) -> Any:
        yield proc.sleep(1)
        proc.puts(run(talking).output.replace("\n", " "))
        proc.send(proc.pid, 1)
        assert (yield proc.receive()) == 1

    assert run(outer).output == "one two \n"


def test_a_time_for_a_picture_is_in_milliseconds_or_has_its_unit() -> None:
    def main(proc: Process) -> Any:
        yield proc.sleep(10)
        proc.spawn(lambda child: None)
        yield proc.sleep(10)

    result = run(main)
    assert list(result.links(at=5).graph) == list(result.links(at="5ms").graph) == [100]
    assert list(result.links(at="0.01s").graph) == [100, 101] == list(result.links().graph)
    assert result.sequence(start="15ms").svg() == result.sequence(start=15).svg() != result.sequence().svg()
    assert result.timeline(end="15ms").svg() == result.timeline(end=15.0).svg() != result.timeline().svg()


def test_the_fronts_list_what_they_have() -> None:
    import simulator
    from simulator import diagrams, otp, trace

    for front in (simulator, diagrams, otp, trace):
        assert set(front.__all__) <= set(dir(front)) and all(hasattr(front, name) for name in dir(front))
    picture = diagrams.sequence_diagram(run(talking).trace)
    assert picture.svg() == run(talking).sequence().svg() and diagrams.link_graph is diagrams.links
