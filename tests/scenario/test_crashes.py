"""What a run says of processes that crashed: its repr, its display, its reports, check=True."""

from __future__ import annotations

from typing import Any

import pytest

from simulator import GenServer, Process, Supervisor, atom, run
from simulator.scenario import AssertionRunError, RunError
from simulator.scenario.run import start

PLACE = r"test_crashes\.py:\d+: "


def bad(proc: Process) -> Any:
    yield proc.sleep(1)
    raise ValueError("no such account")


def child(proc: Process) -> Any:
    yield proc.sleep(1)
    assert proc.now == 0, "the clock moved"


def parent(proc: Process) -> Any:
    proc.spawn(child)
    yield proc.sleep(5)


class Server(GenServer):
    def init(proc: Any, state: Any) -> Any:
        return (atom.ok, state)

    def handle_cast(proc: Any, request: Any, state: Any) -> Any:
        assert request == state
        return (atom.noreply, state)


def supervising(proc: Process) -> Any:
    yield Supervisor.start_link(proc, [(Server, 1)], strategy=atom.one_for_one)
    [(_, pid, _, _)] = yield Supervisor.which_children(proc, proc.info(proc.pid, atom.links)[1][0])
    proc.cast(pid, 2)
    yield proc.sleep(5)


def killed(proc: Process) -> Any:
    proc.spawn_link(child)
    yield proc.sleep(5)


def test_a_crash_of_main_is_told_with_the_users_file_and_line() -> None:
    result = run(bad)
    assert result.crash is not None and "** (ValueError) no such account" in result.crash
    assert result.reports == [result.crash] and not result.ok
    assert repr(result).startswith("<Run crashed at 1 ms, 1 process: ** (ValueError) no such account (test_crashes.py:")
    html = result._repr_mimebundle_()["text/html"]
    assert "no such account" in html and "test_crashes.py:" in html and html.count("<svg") == 1
    assert run(bad, trace=False)._repr_mimebundle_()["text/html"].count("no such account") == 2


def test_a_crash_of_another_is_told_too() -> None:
    result = run(parent)
    assert (result.crash, result.ok, len(result.reports)) == (None, True, 1)
    assert "finished at 5 ms, 2 processes; 1 crash report, the first: ** (AssertionError) the clock" in repr(result)
    assert "the clock moved (test_crashes.py:" in repr(result)
    assert "the clock moved" in result._repr_mimebundle_()["text/html"]


def test_an_exit_signal_that_ends_main_is_told() -> None:
    result = run(killed)
    assert result.crash is not None and result.crash.startswith("** (EXIT from #PID<0.100.0>) an exception was raised:")
    assert "raised: ** (AssertionError) the clock moved (test_crashes.py:" in repr(result)
    assert "test_crashes.py:" in result.crash


def test_a_run_without_a_crash_shows_its_picture_alone() -> None:
    result = run(lambda proc: None)
    assert (result.crash, result.reports) == (None, [])
    assert sorted(result._repr_mimebundle_()) == ["image/svg+xml", "text/plain"]
    assert repr(result) == "<Run finished at 0 ms, 1 process>"


@pytest.mark.parametrize("failing", [parent, supervising, killed])
def test_check_raises_on_an_assertion_in_any_process(failing: Any) -> None:
    with pytest.raises(AssertionError, match=PLACE) as caught:
        run(failing, check=True)
    assert isinstance(caught.value, AssertionRunError) and isinstance(caught.value.__cause__, AssertionError)
    assert caught.value.run.reports and run(failing).reports == caught.value.run.reports


def test_check_raises_on_a_crash_of_main() -> None:
    with pytest.raises(RunError, match=PLACE) as caught:
        run(bad, check=True)
    assert isinstance(caught.value.__cause__, ValueError) and not isinstance(caught.value, AssertionError)
    with pytest.raises(RunError):
        run(lambda proc: proc.exit(atom.boom), check=True)
    with pytest.raises(RunError):
        run(lambda proc: proc.throw(1), check=True)
    with pytest.raises(RunError):
        run(lambda proc: proc.exit(proc.pid, atom.kill), check=True)


def test_check_raises_where_a_run_was_stopped_by_a_limit() -> None:
    def endless(proc: Process) -> Any:
        while True:
            yield proc.sleep(1)

    with pytest.raises(RunError, match="limit at "):
        run(endless, limit=100, check=True)


def test_check_is_silent_where_all_is_well() -> None:
    def rescuing(proc: Process) -> Any:
        try:
            raise AssertionError
        except AssertionError:
            yield proc.sleep(1)

    assert run(rescuing, check=True).ok
    assert run(lambda proc: proc.exit(atom.normal), check=True).ok
    run(lambda proc: [proc.spawn(bad)], check=True)


def test_what_is_heard_as_it_comes_is_not_main_s() -> None:
    heard: list[str] = []
    result = run(bad, report=heard.append)
    assert heard == [] and len(result.reports) == 1


def test_a_started_run_has_its_reports_however_it_ended() -> None:
    from simulator.scenario.run import Given

    assert start(Given(bad)).reports and start(Given(bad), trace=False).reports
