"""Races in the manner of real libraries, among twelve processes that chatter: found and small; twins are quiet."""

from __future__ import annotations

import pytest

from benchmarks.explore import NOISE
from simulator.explore.directors import BySteps
from simulator.explore.exploring import Options, explore_program
from simulator.explore.failures import Wanted
from simulator.explore.program import Program
from simulator.explore.search import Budget, Exploration, plan, replay
from simulator.scenario import load, start

SEMAPHORE = """
defmodule Semaphore do
  use GenServer
  def init(n), do: {:ok, %%{n: n, held: %%{}}}
  def handle_call(:acquire, {pid, _}, %%{n: n} = s) when n > 0 do
    ref = %s
    {:reply, :ok, %%{s | n: n - 1, held: Map.put(s.held, ref, pid)}}
  end
  def handle_call(:acquire, _from, s), do: {:reply, :full, s}
  def handle_info({:DOWN, ref, _, _, _}, s) do
    case Map.pop(s.held, ref) do
      {nil, _} -> {:noreply, s}
      {_, held} -> {:noreply, %%{s | n: s.n + 1, held: held}}
    end
  end
end

{:ok, semaphore} = GenServer.start_link(Semaphore, 1)
holder = spawn(fn -> GenServer.call(semaphore, :acquire); Process.sleep(:infinity) end)
ref = Process.monitor(holder)
spawn(fn ->
  for _ <- 1..2, do: :sys.get_state(semaphore)
  Process.exit(holder, :kill)
end)
receive do {:DOWN, ^ref, _, _, _} -> :ok end
tried = fn _ -> Process.sleep(10); GenServer.call(semaphore, :acquire) == :ok end
IO.puts(if Enum.any?(1..3, tried), do: "OK", else: "FULL")
"""
"""Who has died before it is monitored gives nothing back."""

TWO_READS = """
t = :ets.new(:t, [:public])
:ets.insert(t, [first: 0, second: 0])
me = self()
spawn(fn ->
  :ets.insert(t, {:first, 1})
  :ets.insert(t, {:second, 1})
  send(me, :written)
end)
spawn(fn ->
  %s
  send(me, {:read, a, b})
end)
receive do :written -> :ok end
receive do {:read, a, b} -> IO.puts(if b <= a, do: "OK", else: "TORN") end
"""
"""It needs two holds: the writer comes before the reader, but between its two reads."""

PAUSED = """
# slack: 5ms
defmodule Ticker do
  use GenServer
  def init(boss), do: {:ok, %%{boss: boss, timer: Process.send_after(self(), :tick, 10), on: true}}
  def handle_info(:tick, s) do
    %s
    {:noreply, s}
  end
  def handle_call(:pause, _from, s) do
    Process.cancel_timer(s.timer)
    {:reply, :paused, %%{s | on: false}}
  end
end

{:ok, ticker} = GenServer.start_link(Ticker, self())
Process.sleep(9)
:paused = GenServer.call(ticker, :pause)
receive do :ticked -> :in_time after 0 -> :ok end
receive do :ticked -> IO.puts("TICKED WHILE PAUSED") after 50 -> IO.puts("OK") end
"""
"""A timer that is cancelled may have fired: its message is behind the one that cancels it."""

CONNECTING = """
defmodule Connection do
  @behaviour :gen_statem
  def callback_mode, do: :state_functions
  def init(boss) do
    me = self()
    spawn(fn -> send(me, :connected) end)
    {:ok, :connecting, boss}
  end
  def connecting(:info, :connected, boss), do: {:next_state, :ready, boss}
  def connecting(:cast, {:publish, _}, boss), do: {:keep_state, boss%s}
  def ready(:cast, {:publish, x}, boss) do
    send(boss, {:published, x})
    {:keep_state, boss}
  end
end

{:ok, connection} = :gen_statem.start_link(Connection, self(), [])
me = self()
spawn(fn -> :gen_statem.cast(connection, {:publish, 1}); send(me, :sent) end)
receive do :sent -> :ok end
receive do {:published, 1} -> IO.puts("OK") after 1_000 -> IO.puts("LOST") end
"""
"""What comes before the connection is up is to be postponed."""

RACES = {
    "dead before it is monitored": (SEMAPHORE, "if Process.alive?(pid), do: Process.monitor(pid), else: make_ref()",
                                    "Process.monitor(pid)", 1),
    "two reads": (TWO_READS, "[first: a] = :ets.lookup(t, :first)\n  [second: b] = :ets.lookup(t, :second)",
                  "[second: b] = :ets.lookup(t, :second)\n  [first: a] = :ets.lookup(t, :first)", 2),
    "cancelled too late": (PAUSED, "send(s.boss, :ticked)", "if s.on, do: send(s.boss, :ticked)", 2),
    "not postponed": (CONNECTING, "", ", [:postpone]", 1),
}  # fmt: skip


def loaded(tmp_path, text, noise=""):
    path = tmp_path / "program.exs"
    head, newline, rest = text.lstrip("\n").partition("\n")
    path.write_text(head + newline + noise + rest if head.startswith("#") else noise + text, encoding="utf-8")
    return load(str(path))


@pytest.mark.parametrize("name", RACES)
def test_it_is_found_among_others_that_chatter(tmp_path, name):
    text, bug, _, holds = RACES[name]
    scenario = loaded(tmp_path, text % bug, NOISE)
    assert start(scenario, trace=False).output == "OK\n"
    report = explore_program(scenario, Wanted(expect="OK"), Options(runs=2_000, seconds=None))
    assert report.failure is not None and report.schedule is not None
    assert report.runs < 1_000 and len(report.schedule.deviations) == holds
    program = Program(scenario, Wanted(expect="OK"))
    assert program.within(lambda: replay(program, report.schedule)[0]).failure == report.failure


@pytest.mark.parametrize("name", RACES)
def test_its_mended_twin_is_quiet(tmp_path, name):
    text, _, mended, _ = RACES[name]
    report = explore_program(loaded(tmp_path, text % mended), Wanted("OK"), Options(runs=1_500, seconds=None))
    assert report.failure is None and "at most 2 holds" in report.claim


def test_those_who_talk_among_themselves_come_last_and_all_schedules_are_run_all_the_same(tmp_path):
    text = "for _ <- 1..2 do\n  a = spawn(fn -> receive do p -> send(p, 1) end end)\n  spawn(fn -> send(a, self()); " \
        "receive do 1 -> 1 end end)\nend\n" + TWO_READS % RACES["two reads"][2]  # fmt: skip
    program = Program(loaded(tmp_path, text), Wanted("OK"))

    def count(strategy):
        """How many schedules there are of each bound, and who is dull."""
        program.first(BySteps())
        exploration = Exploration(program, Budget(None, 20_000))
        searches = [search for search, _ in plan("holds", [0], 0) if search.bound < 3]
        order = searches if strategy == "dull last" else searches[::-1]  # without single holds first nobody is dull
        assert exploration.search((search, 1.0) for search in order) is None
        return {tally.name: tally.runs + tally.pruned for tally in exploration.tallies}, exploration.interest.dull

    (last, dull), (either, _) = (program.within(lambda how=how: count(how)) for how in ("dull last", "either"))
    assert last == either and last["holds(2)"] > 100
    assert dull == {f"main/fn-{number}" for number in range(1, 5)}


def test_nothing_is_held_when_the_program_is_over(tmp_path):
    """What `elixir FILE` runs ends with its main process: whoever is told of that is told in vain."""
    text = "spawn_link(fn -> Process.flag(:trap_exit, true); receive do {:EXIT, _, _} -> 1 end end)\nIO.puts(1)\n"
    program = Program(loaded(tmp_path, text))
    log = BySteps(log=0)
    outcome = program.within(lambda: program.run(log))
    assert [step.operation for step in log.steps] == ["spawn_opt", "flag", "end"] and outcome.kernel.is_over
    assert outcome.kernel.steps > log.steps[-1].number


def test_an_earlier_hold_goes_on_before_the_exit_signal_that_a_later_one_lets_come(tmp_path):
    text = """
    defmodule Store do
      use GenServer
      def init(_), do: {:ok, []}
      def handle_call(:put, {pid, _}, s), do: {:reply, :ok, (if Process.alive?(pid), do: s, else: [pid | s])}
      def handle_call(:dead, _from, s), do: {:reply, length(s), s}
    end

    {:ok, store} = GenServer.start_link(Store, nil)
    me = self()
    worker = spawn(fn -> GenServer.call(store, :put); Process.sleep(:infinity) end)
    spawn(fn ->
      for _ <- 1..2, do: :sys.get_state(store)
      Process.exit(worker, :kill)
      send(me, :killed)
    end)
    receive do :killed -> :ok end
    IO.puts(if GenServer.call(store, :dead) == 0, do: "OK", else: "PUT BY THE DEAD")
    """
    how = Options(strategy="holds", runs=400, seconds=None, slack=0)
    report = explore_program(loaded(tmp_path, text), Wanted("OK"), how)
    assert report.schedule is not None
    assert [hold.outruns for hold in report.schedule.holds] == [True, False]
