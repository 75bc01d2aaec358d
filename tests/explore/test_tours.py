"""Tours: many schedules in one run are what they would have been in runs of their own."""

from __future__ import annotations

import pytest

from simulator.explore.directors import BySteps
from simulator.explore.failures import Wanted
from simulator.explore.holds import HoldsSearch
from simulator.explore.program import Program
from simulator.explore.search import Budget, Exploration, schedule_of
from simulator.scenario import load
from simulator.scenario.run import Given

TALK = """
me = self()
t = :ets.new(:t, [:public])
server = spawn(fn -> Enum.each(1..6, fn _ -> receive do {from, n} -> send(from, {self(), n + 1}) end end) end)
for name <- [:a, :b, :c] do
  spawn(fn ->
    for n <- 1..2 do
      Process.sleep(2)
      :ets.insert(t, {name, n})
      send(server, {self(), n})
      receive do {^server, m} -> IO.puts("#{n} #{m}") end
    end
    send(me, {:done, name})
  end)
end
for name <- [:a, :b, :c], do: (receive do {:done, ^name} -> :ok end)
IO.inspect(Enum.sort(:ets.tab2list(t)))
"""

TIMERS = """
me = self()
for name <- [:a, :b] do
  spawn(fn ->
    Process.sleep(1)
    send(me, {:up, name})
    Process.sleep(3)
    send(me, {:down, name})
  end)
end
for _ <- 1..4, do: (receive do {_, _} = m -> IO.inspect(m) end)
"""
"""Who is held before it goes to sleep wakes up last: nothing is as before, though no step tells that."""

REFERENCES = """
me = self()
for name <- [:a, :b] do
  spawn(fn ->
    Process.sleep(1)
    Process.whereis(:nobody)
    ref = make_ref()
    :persistent_term.put(name, ref)
    Process.sleep(if name == :a, do: 3, else: 4)
    send(me, {name, ref})
  end)
end
[a, b] = for name <- [:a, :b], do: (receive do {^name, ref} -> ref end)
IO.puts(if a < b, do: "OK", else: "OTHER")
"""


def python_main(proc):
    def worker(proc, boss, n):
        for _ in range(4):
            yield proc.sleep(n)
            proc.send(boss, n)

    for n in (2, 2, 4, 8):
        proc.spawn(worker, proc.pid, n)
    for _ in range(16):
        proc.puts((yield proc.receive()))


def programs(tmp_path):
    for name, text in (("talk", TALK), ("timers", TIMERS), ("references", REFERENCES)):
        path = tmp_path / f"{name}.exs"
        path.write_text(text, encoding="utf-8")
        yield load(str(path))
    yield Given(python_main)


def searched(loaded, bound, tours, expect=None):
    """Every schedule that is tried and whether it rejoined, what was found, and what is claimed."""
    program = Program(loaded, Wanted(expect))
    tried = []

    def work():
        program.first(BySteps())
        search = HoldsSearch(bound, 0, tours=tours)
        exploration = Exploration(program, Budget(None, 3_000))
        run = program.run

        def noting(director, *rest, **more):
            outcome = run(director, *rest, **more)
            for visit in getattr(director, "visits", ()):
                tried.append((director.base, visit.hold, visit.rejoined))
            return outcome

        program.run = noting
        found = exploration.search(iter([(search, 1.0)]))
        program.run = run
        schedule = None if found is None else schedule_of(program, found).text()
        return exploration.tallies[0]._replace(chance=None), schedule, exploration.runs

    return (*program.within(work), tried)


@pytest.mark.parametrize("bound", [1, 2])
def test_with_tours_and_without_the_same_schedules_are_tried_and_the_same_is_found(tmp_path, bound):
    for loaded in programs(tmp_path):
        tally, schedule, runs, tried = searched(loaded, bound, True)
        alone = searched(loaded, bound, False)
        assert (tally, schedule, tried) == (alone[0], alone[1], alone[3])
        assert runs <= alone[2]


def test_who_has_rejoined_ends_as_if_nobody_had_been_held(tmp_path):
    for loaded in programs(tmp_path):
        program = Program(loaded)
        rejoined = [hold for _, hold, whether in searched(loaded, 1, True)[3] if whether]

        def work(program=program, rejoined=rejoined):
            ordinary = program.first(BySteps())
            for hold in rejoined:
                other = program.run(BySteps([hold]))
                for run in (ordinary.run, other.run):
                    assert run.output == ordinary.run.output
                    assert (run.now, run.kernel.messages) == (ordinary.run.now, ordinary.run.kernel.messages)
                    assert run.kernel.effects.references == ordinary.kernel.effects.references
                    assert run.kernel.effects.printed == ordinary.kernel.effects.printed

        program.within(work)
        assert rejoined or loaded.path.endswith(("timers.exs", "references.exs"))


def test_what_no_step_tells_is_seen_all_the_same(tmp_path):
    tried = {loaded.name: searched(loaded, 1, True)[3] for loaded in programs(tmp_path)}
    steps = {}
    for loaded in programs(tmp_path):
        log = BySteps(log=0)
        program = Program(loaded)
        program.within(lambda program=program, log=log: program.first(log))
        steps[loaded.name] = {step.number: step.operation for step in log.steps}
    for name, operation in (("timers.exs", "send"), ("references.exs", "whereis")):
        apart = [steps[name][hold[0]] for _, hold, rejoined in tried[name] if not rejoined]
        assert operation in apart, name


def test_a_failure_in_the_middle_of_a_tour_is_told_by_its_own_hold(tmp_path):
    path = tmp_path / "late.exs"
    path.write_text(
        TALK + "t = :ets.new(:n, [:public])\n:ets.insert(t, {:n, 0})\n"
        "for _ <- 1..2, do: spawn(fn -> [n: n] = :ets.lookup(t, :n); :ets.insert(t, {:n, n + 1}) end)\n"
        "Process.sleep(1)\nIO.puts(if :ets.lookup(t, :n) == [n: 2], do: \"FINE\", else: \"LOST\")\n",
        encoding="utf-8",
    )
    _, schedule, runs, tried = searched(load(str(path)), 1, True, "FINE")
    assert schedule is not None and schedule.count('"hold"') == 1 and '"object": "ets of main"' in schedule
    assert len(tried) > runs
