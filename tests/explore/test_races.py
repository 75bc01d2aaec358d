"""Races that the ordinary order hides: each is found, shrunk and replayed, and its mended twin raises no alarm."""

from __future__ import annotations

import json

import pytest

from simulator.explore.directors import BySteps
from simulator.explore.exploring import Options, explore_program
from simulator.explore.failures import Wanted
from simulator.explore.program import Program
from simulator.explore.schedule import parsed
from simulator.explore.search import replay
from simulator.scenario import load, start

LOST_UPDATE = """
t = :ets.new(:counts, [:public])
:ets.insert(t, {:n, 0})
me = self()
for _ <- 1..2 do
  spawn(fn ->
    %s
    send(me, :done)
  end)
end
for _ <- 1..2 do
  receive do :done -> :ok end
end
IO.puts(if :ets.lookup(t, :n) == [n: 2], do: "OK", else: "LOST")
"""
READ_THEN_WRITE = "[n: n] = :ets.lookup(t, :n)\n    :ets.insert(t, {:n, n + 1})"
AT_ONCE = ":ets.update_counter(t, :n, 1)"

LATE_REPLY = """
# slack: 10ms
server = spawn(fn ->
  receive do {from, tag} -> Process.sleep(45); send(from, {%s, :slow}) end
end)
send(server, {self(), 1})
receive do {_, :slow} -> :ok after 50 -> :ok end
send(self(), {2, :quick})
receive do {%s, how} -> IO.puts(if how == :quick, do: "OK", else: "LATE") after 60 -> IO.puts("NONE") end
"""

NAME_TAKEN = """
defmodule Job do
  use GenServer
  def init(n), do: {:ok, n}
  def handle_call(:finish, _from, n), do: {:stop, :normal, n, n}
end
{:ok, pid} = GenServer.start(Job, 1, name: Job)
%s
1 = GenServer.call(pid, :finish)
%s
case GenServer.start(Job, 2, name: Job) do
  {:ok, _} -> IO.puts("OK")
  {:error, {why, _}} -> IO.puts("BUG #{why}")
end
"""

KILLED_BETWEEN = """
for t <- [:a, :b], do: :ets.new(t, [:named_table, :public])
:ets.insert(:a, {:job, 1})
me = self()
owner = spawn(fn ->
  send(me, :ready)
  %s
  Process.sleep(:infinity)
end)
receive do :ready -> Process.exit(owner, :kill) end
ref = Process.monitor(owner)
receive do {:DOWN, ^ref, _, _, _} -> :ok end
IO.puts(if :ets.lookup(:a, :job) ++ :ets.lookup(:b, :job) == [], do: "NOWHERE", else: "OK")
"""
TAKE_THEN_PUT = "[job] = :ets.take(:a, :job)\n  :ets.insert(:b, job)"
PUT_THEN_TAKE = "[job] = :ets.lookup(:a, :job)\n  :ets.insert(:b, job)\n  :ets.delete(:a, :job)"

RACES = {
    "lost update": (LOST_UPDATE % READ_THEN_WRITE, LOST_UPDATE % AT_ONCE),
    "late reply": (LATE_REPLY % ("tag + 1", "2"), LATE_REPLY % ("tag", "2")),
    "name still taken": (
        NAME_TAKEN % ("", ""),
        NAME_TAKEN % ("ref = Process.monitor(pid)", "receive do {:DOWN, ^ref, _, _, _} -> :ok end"),
    ),
    "killed between": (KILLED_BETWEEN % TAKE_THEN_PUT, KILLED_BETWEEN % PUT_THEN_TAKE),
}


def loaded(tmp_path, text):
    path = tmp_path / "program.exs"
    path.write_text(text, encoding="utf-8")
    return load(str(path))


@pytest.mark.parametrize("name", RACES)
def test_a_race_is_found_shrunk_and_replayed(tmp_path, name):
    text = RACES[name][0]
    assert start(loaded(tmp_path, text), trace=False).output == "OK\n"  # as it is, nobody sees it
    report = explore_program(loaded(tmp_path, text), Wanted(expect="OK"), Options(runs=2_000, seconds=None))
    assert report.failure is not None and report.schedule is not None
    assert len(report.schedule.deviations) <= 2
    program = Program(loaded(tmp_path, text), Wanted(expect="OK"))
    failures = program.within(lambda: [replay(program, report.schedule) for _ in range(3)])
    assert [(outcome.failure, missing) for outcome, missing in failures] == [(report.failure, [])] * 3


@pytest.mark.parametrize("name", RACES)
def test_a_mended_twin_raises_no_alarm(tmp_path, name):
    report = explore_program(
        loaded(tmp_path, RACES[name][1]), Wanted(expect="OK"), Options(runs=4_000, seconds=None, slack="5ms")
    )
    assert report.failure is None
    assert report.claim.startswith("no failure in all ") and "at most 2 holds, timers at most 5 ms late" in report.claim


def test_a_run_in_which_nobody_is_held_is_the_ordinary_one(tmp_path):
    for buggy, mended in RACES.values():
        for text in (buggy, mended):
            scenario = loaded(tmp_path, text)
            ordinary = start(scenario, trace=False)
            program = Program(scenario)
            explored = program.within(lambda program=program: program.run(BySteps(log=0))).run
            assert (explored.output, explored.now, explored.kernel.turns, explored.kernel.messages) == (
                ordinary.output, ordinary.now, ordinary.kernel.turns, ordinary.kernel.messages
            )  # fmt: skip


def test_the_schedule_says_how_late_it_needs_anything_to_be(tmp_path):
    report = explore_program(loaded(tmp_path, RACES["late reply"][0]), Wanted(expect="OK"), Options(runs=2_000))
    assert report.schedule.slack == 5_000_000  # at 45 ms, where the other waits until 50
    assert "needs timers or code 5 ms late" in report.text()


def test_of_two_that_are_held_at_once_either_goes_on_first(tmp_path):
    program = """
    me = self()
    for name <- [:a, :b, :c], do: spawn(fn -> send(me, name) end)
    got = for _ <- 1..3, do: (receive do name -> name end)
    IO.puts(if got == [:c, :b, :a], do: "BACKWARDS", else: "OK")
    """
    how = Options(strategy="holds", runs=500, seconds=None, slack=0)
    report = explore_program(loaded(tmp_path, program), Wanted(expect="OK"), how)
    assert [(hold.point.process, hold.first) for hold in report.schedule.holds] == [
        ("main/fn-1", False),
        ("main/fn-2", True),
    ]
    assert "it goes on before who was held earlier" in report.text()
    assert parsed(json.loads(report.schedule.text())) == report.schedule
    assert replay(Program(loaded(tmp_path, program), Wanted(expect="OK")), report.schedule)[0].failure == report.failure
