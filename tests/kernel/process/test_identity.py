"""Who a process is in a trace, and where: identities of bounded length, places that are the user's."""

from __future__ import annotations

import os

import pytest

import simulator
from simulator import atom, run
from simulator.kernel import Kernel, StalledClock
from simulator.otp import Agent, GenServer, Task
from simulator.trace.events import NODE, Spawn
from simulator.trace.identity import LONGEST


def spawns(trace):
    return [event for event in trace if isinstance(event, Spawn)]


def chain(proc, left):
    if left:
        proc.spawn(chain, left - 1)
    yield proc.sleep(0)


def test_the_identity_of_a_deep_descendant_is_as_long_as_that_of_a_shallow_one_can_be():
    def main(proc):
        proc.spawn(chain, 300)
        yield proc.sleep(1)

    ids = [event.id for event in spawns(run(main).trace)]
    assert ids[:4] == ["main", "main/chain-1", "main/chain-1/chain-1", "main/chain-1/chain-1/chain-1"]
    assert max(map(len, ids)) <= LONGEST + len("/chain-1")
    assert len(set(ids)) == len(ids) == 302
    assert ids[200].startswith("~") and ids[200].endswith("/chain-1")


def test_descendants_of_different_long_lines_have_different_identities():
    def twice(proc, left):
        for _ in range(1 if left else 0):
            proc.spawn(twice, left - 1)
        yield proc.sleep(0)

    def main(proc):
        for _ in range(3):
            proc.spawn(twice, 60)
        yield proc.sleep(1)

    ids = [event.id for event in spawns(run(main).trace)]
    assert len(set(ids)) == len(ids) == 1 + 3 * 61


def test_identities_are_the_same_in_two_runs():
    def main(proc):
        proc.spawn(chain, 50)
        yield proc.sleep(1)

    assert [event.id for event in spawns(run(main).trace)] == [event.id for event in spawns(run(main).trace)]


def test_a_process_runs_on_the_node_of_the_header():
    def main(proc):
        yield proc.sleep(0)

    trace = run(main).trace
    assert trace.header.node == NODE == "nonode@nohost"
    assert [event.node for event in spawns(trace)] == [None]


class Counter(GenServer):
    def init(proc, arg):
        return atom.ok, arg

    def handle_call(proc, request, sender, state):
        return atom.reply, state, state + 1


def _with_libraries(proc):
    server = (yield Counter.start_link(proc, 1))[1]
    yield proc.call(server, atom.next)
    agent = (yield Agent.start_link(proc, lambda: 1))[1]
    yield Agent.get(proc, agent, lambda value: value)
    task = Task.async_(proc, lambda proc: 1)
    yield Task.await_(proc, task)


_ELIXIR = """
defmodule Counter do
  use GenServer
  def init(n), do: {:ok, n}
  def handle_call(:next, _, n), do: {:reply, n, n + 1}
end

{:ok, pid} = GenServer.start_link(Counter, 1)
GenServer.call(pid, :next)
Task.await(Task.async(fn -> 1 end))
{:ok, _} = Supervisor.start_link([{Task.Supervisor, name: T}], strategy: :one_for_one)
Enum.to_list(Task.Supervisor.async_stream(T, [1, 2], fn n -> n end))
"""


@pytest.mark.parametrize("language", ["Python", "Elixir"])
def test_no_line_of_the_simulators_own_stands_in_a_trace(language, tmp_path):
    if language == "Python":
        done = run(_with_libraries)
    else:
        from simulator.scenario.load import load
        from simulator.scenario.run import start

        path = tmp_path / "counter.exs"
        path.write_text(_ELIXIR)
        done = start(load(str(path)))
    assert done.ok
    trace = done.trace
    own = {name for _, _, names in os.walk(os.path.dirname(simulator.__file__)) for name in names}
    assert {event.file for event in trace} & own == set()
    assert any(event.line is not None for event in trace)


def test_servers_that_go_on_for_ever_are_told_of_without_a_line_of_their_library():
    class Endless(GenServer):
        def init(proc, arg):
            return atom.ok, arg

        def handle_info(proc, message, state):
            proc.send(message, proc.pid)
            return atom.noreply, state

    def main(proc):
        first = (yield Endless.start_link(proc, 1))[1]
        second = (yield Endless.start_link(proc, 2))[1]
        proc.send(first, second)
        yield proc.sleep(1)

    kernel = Kernel(instant_limit=20_000)
    kernel.start(main)
    with pytest.raises(StalledClock) as caught:
        kernel.run()
    assert "(Endless.init/1), #PID" in str(caught.value) and " at line " not in str(caught.value)
