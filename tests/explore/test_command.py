"""The command `simulator explore`, the orders of chance, failures of each kind, and what it refuses."""

from __future__ import annotations

import json
import sys

import pytest

from simulator.cli import main
from simulator.explore import MissingExtra, require_greenlet
from simulator.explore.directors import BySteps
from simulator.explore.exploring import ExploreError, Options, explore_program
from simulator.explore.failures import CRASH, DEADLOCK, ENDLESS, FLOOD, INVARIANT, LIVELOCK, MAIN, MISSING, TEST, Wanted
from simulator.explore.invariants import breaking, invariant_of
from simulator.explore.orders import NAMES
from simulator.explore.program import Program
from simulator.explore.schedule import Hold, Pick, Schedule, ScheduleError, parsed, read_schedule
from simulator.explore.search import Exploration, replay
from simulator.explore.shrinking import Shrinker
from simulator.scenario import load, start

RACE = """
t = :ets.new(:t, [:public])
:ets.insert(t, {:n, 0})
me = self()
for _ <- 1..2 do
  spawn(fn ->
    [n: n] = :ets.lookup(t, :n)
    :ets.insert(t, {:n, n + 1})
    send(me, :done)
  end)
end
for _ <- 1..2 do
  receive do :done -> :ok end
end
"""
COUNTED = RACE + 'IO.puts(if :ets.lookup(t, :n) == [n: 2], do: "OK", else: "LOST")\n'
IF_LOST = RACE + "[n: last] = :ets.lookup(t, :n)\nlost = last < 2\n"

KINDS = {
    MISSING: COUNTED,
    MAIN: IF_LOST + 'if lost, do: raise "lost"\n',
    ENDLESS: IF_LOST + "if lost, do: Process.sleep(:infinity)\n",
    CRASH: IF_LOST + 'if lost, do: spawn(fn -> raise "lost" end)\nProcess.sleep(1)\nIO.puts("OK")\n',
    DEADLOCK: IF_LOST + """
defmodule Waits do
  use GenServer
  def init(x), do: {:ok, x}
  def handle_call(other, _, x), do: {:reply, GenServer.call(other, me = self(), :infinity), x}
end
{:ok, a} = GenServer.start(Waits, nil)
{:ok, b} = GenServer.start(Waits, nil)
if lost, do: GenServer.call(a, b, :infinity)
IO.puts("OK")
""".replace("me = self()", "self()"),
    LIVELOCK: IF_LOST + """
defmodule Spin do
  def on(pid), do: if(Process.alive?(pid), do: on(pid))
end
if lost, do: Spin.on(self())
IO.puts("OK")
""",
    FLOOD: IF_LOST + 'if lost, do: for(n <- 1..200, do: send(me, n))\nIO.puts("OK")\n',
}  # fmt: skip


def program_file(tmp_path, text, name="program.exs"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_failure_is_named(tmp_path, kind):
    scenario = load(program_file(tmp_path, KINDS[kind]))
    report = explore_program(scenario, Wanted("OK" if kind == MISSING else None),
                             Options(runs=300, seconds=None, mailbox=100))  # fmt: skip
    assert report.failure is not None and report.failure.kind == kind and not report.in_order, report.failure
    if kind == DEADLOCK:
        assert report.failure.text.count(" waits for ") == 2
    if kind == CRASH:
        assert explore_program(scenario, Wanted(allow_crash=True), Options(runs=300, seconds=None)).failure is None


def test_a_test_that_fails_and_an_invariant_that_does_not_hold(tmp_path):
    suite = (
        "ExUnit.start()\ndefmodule SumTest do\n  use ExUnit.Case\n  @tag explore: 50\n  test \"adds\" do\n"
        + IF_LOST.replace("\n", "\n    ") + "\n    refute lost\n  end\nend\n"
    )  # fmt: skip
    path = program_file(tmp_path, suite, "sum_test.exs")
    report = explore_program(load(path), Wanted(), Options(runs=100, seconds=None))
    assert report.failure == (TEST, "test adds (SumTest)")
    assert main(["run", path, "-q"]) == 2  # the tag lets a run find it, too

    module = 'defmodule Sum do\n  def whole?, do: :ets.lookup(:sum, :n) == [n: 2]\nend\n'
    named = RACE.replace(":ets.new(:t, [:public])", ":ets.new(:sum, [:public, :named_table])")
    scenario = load(program_file(tmp_path, module + named))
    assert invariant_of("Sum.whole?", scenario) is None
    report = explore_program(scenario, Wanted(), Options(runs=100, seconds=None))
    assert report.failure is not None and report.failure.kind == INVARIANT
    checks = program_file(tmp_path, "def few(trace):\n    return len(list(trace)) < 3 or 'too many'\n", "checks.py")
    broken = explore_program(scenario, Wanted(invariant=invariant_of(f"{checks}:few", scenario)), Options(runs=5))
    assert broken.failure == (INVARIANT, "few: too many") and broken.in_order


def test_an_invariant_is_asked_while_the_run_goes_on(tmp_path):
    program = """
    me = self()
    for name <- [:open, :close], do: spawn(fn -> send(me, name) end)
    for _ <- 1..2, do: (receive do name -> name end)
    """
    checks = (
        "def balanced(trace):\n"
        "    seen = [e.msg for e in trace if type(e).__name__ == 'Send']\n"
        "    return seen[:1] != [':close'] or 'closed before it was opened'\n"
        "def at_the_end(trace):\n    return not trace.complete or sum(1 for e in trace) > 5\n"
    )
    checks = program_file(tmp_path, checks, "checks.py")
    scenario = load(program_file(tmp_path, program))
    never = Wanted(invariant=invariant_of(f"{checks}:balanced", scenario))
    report = explore_program(scenario, never, Options(runs=100, seconds=None, slack=0))
    assert report.failure == (INVARIANT, "balanced: closed before it was opened") and not report.in_order
    at_the_end = Wanted(invariant=invariant_of(f"{checks}:at_the_end", scenario))
    assert explore_program(scenario, at_the_end, Options(runs=20, seconds=None)).failure is None
    looks = []
    assert breaking(lambda trace: looks.append(len(trace)), "it")(start(scenario)) is None
    assert looks == list(range(1, looks[-1] + 1))


@pytest.mark.parametrize("at", ["search", "shrinking"])
def test_interrupted_it_keeps_what_was_found(tmp_path, monkeypatch, at):
    def interrupted(*given):
        raise KeyboardInterrupt

    where = (Exploration, "_one") if at == "search" else (Shrinker, "_shorter")
    monkeypatch.setattr(*where, interrupted)
    scenario = load(program_file(tmp_path, COUNTED))
    report = explore_program(scenario, Wanted(expect="OK"), Options(runs=300, seconds=None))
    assert report.interrupted
    assert (report.schedule is None) == (at == "search")
    assert ("interrupted" in report.text()) == (at == "search")


@pytest.mark.parametrize("strategy", NAMES)
def test_chance_finds_it_and_it_is_shrunk_to_holds(tmp_path, strategy):
    scenario = load(program_file(tmp_path, COUNTED))
    how = Options(strategy, None, 2_000, slack=0)
    one, other = (explore_program(scenario, Wanted("OK"), how) for _ in range(2))
    assert one.schedule == other.schedule  # seeded
    assert one.schedule is not None and len(one.schedule.deviations) <= 2
    assert all(isinstance(each, Hold) for each in one.schedule.deviations)


def test_many_switches_are_kept_as_picks_and_replayed(tmp_path):
    scenario = load(program_file(tmp_path, COUNTED))
    program = Program(scenario, Wanted("OK"))

    def both():
        from simulator.explore.orders import Walk
        from simulator.explore.search import Found, Trial, schedule_of

        for number in range(200):
            director = Walk(f"walk {number}", 0, 20)
            trial = Trial(director, 0)
            trial.outcome = program.run(director)
            if trial.outcome.failure is not None:
                schedule = schedule_of(program, Found(trial.outcome.failure, trial))
                return schedule, replay(program, parsed(json.loads(schedule.text())))
        return None

    schedule, (outcome, missing) = program.within(both)
    assert any(isinstance(each, Pick) for each in schedule.deviations)
    assert (missing, outcome.failure.kind) == ([], MISSING)


def test_the_command_writes_the_schedule_and_the_page_and_run_follows_it(tmp_path, capsys):
    path, target = program_file(tmp_path, COUNTED), str(tmp_path / "bug.json")
    assert main(["explore", path, "--expect", "OK", "--runs", "100", "-o", target, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["failure"]["kind"] == MISSING and told["schedule"] == target and len(told["sentences"]) == 1
    assert (tmp_path / "bug.html").stat().st_size > 10_000
    assert main(["run", path, "-q", "--schedule", target]) == 0
    assert capsys.readouterr().out == "LOST\n"
    assert main(["diff", path, "--against", f"schedule={target}"]) == 1
    assert "They part here" in capsys.readouterr().out
    assert main(["explore", path, "--runs", "30"]) == 0
    assert capsys.readouterr().out.startswith("no failure in ")


def test_parts_are_all_of_it(tmp_path, capsys):
    path = program_file(tmp_path, COUNTED)
    assert main(["explore", path, "--expect", "LOST", "--runs", "1"]) == 1  # it fails as it is
    assert "in the ordinary order" in capsys.readouterr().out
    from simulator.explore.holds import HoldsSearch

    def numbers(share):
        program = Program(load(path))
        found = []

        def work():
            log = BySteps(log=0)
            ordinary = program.first(log)
            for trial in HoldsSearch(1, 0, share).trials(log.trail(ordinary.kernel)):
                trial.outcome = program.run(trial.director)
                found.extend(trial.director.every)

        program.within(work)
        return found

    whole, parts = numbers((0, 1)), [numbers((part, 3)) for part in range(3)]
    assert sorted(whole) == sorted(number for part in parts for number in part)


def test_a_schedule_outlasts_edits_and_says_where_it_does_not_fit(tmp_path, capsys):
    path, target = program_file(tmp_path, COUNTED), str(tmp_path / "bug.json")
    assert main(["explore", path, "--expect", "OK", "--runs", "100", "-o", target, "--no-page"]) == 1
    program_file(tmp_path, "_ = :persistent_term.put(:k, 1)\n" + COUNTED)
    capsys.readouterr()
    assert main(["run", path, "-q", "--schedule", target]) == 0
    program_file(tmp_path, 'IO.puts("OK")\n')
    assert main(["run", path, "-q", "--schedule", target]) == 2
    assert "does not fit this program any more: there is no process main/fn-" in capsys.readouterr().err
    assert main(["run", program_file(tmp_path, "1\n", "other.exs"), "-q", "--schedule", target]) == 2
    assert "the schedule is of program.exs, not of other.exs" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{", "it is not JSON"),
        ("[]", "not a schedule"),
        ('{"format": "beam-simulator-schedule", "version": 9}', "version 9"),
        ('{"format": "beam-simulator-schedule", "version": 1, "deviations": [{"hold": 1}]}', "deviation 1 is none"),
        ('{"format": "beam-simulator-schedule", "version": 1, "slack_ns": -1, "deviations": []}', "slack_ns"),
    ],
)
def test_what_is_no_schedule(tmp_path, text, wrong):
    with pytest.raises(ScheduleError, match=wrong):
        read_schedule(program_file(tmp_path, text, "schedule.json"))


def test_an_empty_schedule_is_the_ordinary_run():
    assert parsed(json.loads(Schedule("a.exs").text())) == Schedule("a.exs")


@pytest.mark.parametrize(
    ("options", "wrong"),
    [
        (["--strategy", "best"], "no strategy 'best': there are all, holds, walk, pct, pos"),
        (["--runs", "0"], "--runs is 1 or more"),
        (["--seconds", "0"], "--seconds is more than 0"),
        (["--jobs", "0"], "--jobs is 1 or more"),
        (["--slack", "soon"], "not a duration"),
        (["--delivery", "late"], "delivery is instant or pairwise"),
        (["--invariant", "nothing"], "an invariant is FILE.py:function"),
        (["--invariant", "no.py:f"], "no.py: No such file"),
    ],
)
def test_what_cannot_be_asked_for(tmp_path, capsys, options, wrong):
    path = program_file(tmp_path, COUNTED)
    assert main(["explore", path, "-o", str(tmp_path / "s.json"), *options]) == 2
    assert wrong in capsys.readouterr().err


def test_a_program_that_reads_a_clock_is_named(tmp_path):
    text = "import time\n\ndef main(proc):\n    yield proc.sleep(1)\n    proc.puts(time.perf_counter_ns())\n"
    with pytest.raises(ExploreError, match=r"clock\.py is not the same each time .*the first run printed"):
        explore_program(load(program_file(tmp_path, text, "clock.py")))


def test_programs_that_end_at_once_or_never(tmp_path):
    report = explore_program(load(program_file(tmp_path, "1\n")), None, Options("holds", None, 50))
    assert report.claim == "no failure in all 1 schedules of at most 3 holds, timers at most 5 ms late"
    path = program_file(tmp_path, "Process.sleep(:infinity)\n")
    assert explore_program(load(path), None, Options(runs=5)).failure.kind == ENDLESS
    path = program_file(tmp_path, "defmodule A do\n  def on, do: (Process.sleep(1); on())\nend\nA.on()\n")
    report = explore_program(load(path), None, Options(runs=5))
    assert report.failure.kind == LIVELOCK and "after 200,001 turns" in report.failure.text and report.in_order


def test_without_greenlet_it_says_what_is_missing(monkeypatch):
    monkeypatch.setitem(sys.modules, "greenlet", None)
    with pytest.raises(MissingExtra, match=r"beam-simulator\[explore\]"):
        require_greenlet()
