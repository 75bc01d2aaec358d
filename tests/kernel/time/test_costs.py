"""Code that takes time: nobody is starved, clocks move, schedulers are occupied; and nothing of it where it is 0."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator import Config, run
from simulator.kernel import Kernel, StalledClock
from simulator.scenario.config import ConfigError
from simulator.scenario.load import load
from simulator.scenario.run import start
from simulator.trace.events import Deliver, Receive, Send


def talker(proc):
    while True:
        sender = yield proc.receive()
        proc.send(sender, proc.pid)


def conversation(proc):
    first, second = proc.spawn(talker), proc.spawn(talker)
    proc.send(first, second)
    yield proc.sleep(5)
    proc.puts(f"slept until {proc.now // 1_000_000}")


def test_an_endless_conversation_starves_nobody():
    kernel = Kernel(instant_limit=20_000)
    kernel.start(conversation, halt=True)
    with pytest.raises(StalledClock):
        kernel.run()
    done = run(conversation, halt=True, trace=False, cost="1us")
    assert done.output == "slept until 5\n"
    assert 9_900 < done.kernel.messages < 10_100  # two a microsecond: what is sent leaves at a turn's start


def test_a_loop_that_looks_at_the_clock_comes_to_its_end():
    def main(proc):
        while proc.now_ms < 3:
            pass
        proc.puts(proc.now)
        yield proc.sleep(0)

    assert run(main, cost="10us").output == "3010000\n"


def test_a_clock_that_is_read_twice_has_moved():
    def main(proc):
        proc.puts(proc.now - proc.now)
        yield proc.sleep(0)

    assert run(main, cost="1us").output == "-1000\n"


def test_a_process_goes_on_when_it_has_paid_for_its_turn():
    def main(proc):
        times = []
        for _ in range(3):
            times.append(proc.env._now)
            yield proc.yield_()
        proc.inspect(times)

    assert run(main, cost="1ms").output == "[0, 1000000, 2000000]\n"


def clerk(proc, log):
    for _ in range(2):
        proc.send(log, proc.env._now // 1_000_000)
        yield proc.yield_()


def two_clerks(proc):
    for _ in range(2):
        proc.spawn(clerk, proc.pid)
    times = []
    for _ in range(4):
        times.append((yield proc.receive()))
    proc.inspect(sorted(times), label="at")


@pytest.mark.parametrize(("schedulers", "times"), [(None, "[0, 0, 10, 10]"), (2, "[0, 10, 20, 20]")])
def test_a_turn_occupies_a_scheduler(schedulers, times):
    done = run(two_clerks, cost="10ms", schedulers=schedulers)
    assert done.output == f"at: {times}\n"


def test_a_trace_of_it_is_whole_and_the_same_each_time(tmp_path):
    kept = []
    for name in ("a", "b"):
        run(conversation, halt=True, trace=tmp_path / name, cost="100us")
        kept.append((tmp_path / name).read_bytes())
    trace = run(conversation, halt=True, cost="100us").trace
    assert kept[0] == kept[1]
    assert trace.header.settings["cost"] == 100_000
    assert {type(event) for event in trace} >= {Send, Deliver, Receive}
    assert [event.t for event in trace] == sorted(event.t for event in trace)


def test_where_code_costs_nothing_the_run_is_an_ordinary_one():
    assert type(run(two_clerks).kernel) is Kernel
    assert "cost" not in run(two_clerks).trace.header.settings
    with pytest.raises((ConfigError, ValueError)):
        Config(cost="soon")


def elixir(tmp_path: Path, source: str):
    path = tmp_path / "program.exs"
    path.write_text(source)
    return start(load(str(path)))


def test_a_loop_of_an_elixir_program_is_paid_for_call_by_call(tmp_path):
    done = elixir(
        tmp_path,
        "# cost: 1us\n"
        "defmodule Busy do\n  def down(0), do: :ok\n  def down(n), do: down(n - 1)\nend\n"
        "t = System.monotonic_time(:microsecond)\nBusy.down(10_000)\n"
        "IO.puts(System.monotonic_time(:microsecond) - t)\n"
        "t = System.monotonic_time(:microsecond)\nEnum.each(1..1000, fn n -> n * n end)\n"
        "IO.puts(System.monotonic_time(:microsecond) - t)\n",
    )
    paid = [int(line) for line in done.output.split()]
    assert 10_000 <= paid[0] <= 10_003 and 1_000 <= paid[1] <= 1_003


def test_what_is_sent_after_a_long_loop_arrives_after_what_was_sent_after_a_short_one(tmp_path):
    done = elixir(
        tmp_path,
        "# cost: 1us\nme = self()\n"
        "for n <- [5_000, 50] do\n"
        "  spawn(fn -> send(me, Enum.reduce(1..n, 0, fn i, a -> max(i, a) end)) end)\nend\n"
        "for _ <- 1..2, do: receive(do: (n -> IO.puts(n)))\n",
    )
    assert done.output == "50\n5000\n"


def test_a_loop_that_polls_gives_way_and_pays(tmp_path):
    done = elixir(
        tmp_path,
        "# cost: 1us\n"
        "defmodule Poll do\n  def until(n) do\n    receive do\n      :stop -> IO.puts(\"stopped\")\n"
        "    after 0 -> until(n + 1)\n    end\n  end\nend\n"
        "Process.send_after(self(), :stop, 5)\nPoll.until(0)\n",
    )
    assert done.output == "stopped\n"


def test_a_turn_that_begins_work_on_the_last_scheduler_takes_no_other():
    def main(proc):
        yield proc.work(10)
        proc.puts(proc.now)

    assert run(main, schedulers=1, cost="1us").output == "10001000\n"
