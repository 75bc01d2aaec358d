"""Runs and traces are pickled; several threads run programs at once."""

from __future__ import annotations

import pickle
import threading
from pathlib import Path
from typing import Any

import pytest

from simulator import ANY, Config, Process, atom, load, run
from simulator.scenario import Run
from simulator.trace import read_trace

own = Config(n=3)


def talking(proc: Process) -> Any:
    pid = proc.spawn(answering)
    ref = proc.make_ref()
    proc.send(pid, (proc.pid, ref))
    yield proc.receive((ref, ANY))
    proc.puts("done")
    raise ValueError("at last")


def answering(proc: Process) -> Any:
    pid, ref = yield proc.receive()
    yield proc.sleep(5)
    proc.send(pid, (ref, [1, 2]))
    raise AssertionError("and then")


class Odd:
    def __init__(self, code: int, more: Any) -> None:
        self.code = code

    def __reduce__(self) -> tuple[Any, ...]:
        return Odd, (self.code,)  # of which none can be made again


def again(thing: Any) -> Any:
    return pickle.loads(pickle.dumps(thing))


def figures(result: Run) -> Any:
    return (
        result.ended, result.ok, result.now, result.output, result.reports, result.crash, result.waiting, result.stuck,
        result.counts(), repr(result), result.config.settings(), [*result.trace], result.trace.header,
        str(result.stats()), result.sequence().svg(), result.status, result.deadlocks,
    )  # fmt: skip


@pytest.mark.parametrize(
    "main",
    [talking, lambda proc: (yield proc.receive()), lambda proc: proc.exit((atom.why, proc.pid, proc.make_ref()))],
)
def test_a_run_is_the_same_after_pickling(main: Any) -> None:
    result = run(main, config=own, n=4)
    copy = again(result)
    assert figures(copy) == figures(result) == figures(again(copy))
    assert str(copy.reason) == str(result.reason)


@pytest.mark.parametrize("reason", [lambda: 1, (atom.why, lambda: 2), Odd(1, 2), threading.Lock()])
def test_a_reason_that_cannot_be_is_the_text_that_elixir_prints(reason: Any) -> None:
    copy = again(run(lambda proc: proc.exit(reason)))
    assert not copy.ok and isinstance(copy.reason, str) and copy.crash


def test_of_elixir_programs_too() -> None:
    result = run(load("nofile", code="IO.puts(:hi)\nsend(self(), %{a: [1, 2]})\nexit({:shutdown, 3})"))
    assert figures(again(result)) == figures(result)
    assert not again(run(load("nofile", code="exit(%{a: fn -> 1 end})"))).ok


def test_traces(tmp_path: Path) -> None:
    result = run(talking, trace=tmp_path / "t.jsonl")
    in_memory = run(talking).trace
    assert [*again(in_memory)] == [*in_memory] == [*again(read_trace(tmp_path / "t.jsonl"))] == [*again(result.trace)]
    assert again(in_memory).complete and again(again(in_memory)).header == in_memory.header


def test_without_a_trace() -> None:
    copy = again(run(talking, trace=False))
    assert copy.stats().totals.received == 2 and copy.config.seed == 0


PROGRAM = """
defmodule Sum%d do
  def of(0), do: 0
  def of(n), do: n + of(n - 1)
end
parent = self()
for i <- 1..5, do: spawn(fn -> Process.sleep(i); send(parent, {i, Sum%d.of(500)}) end)
for _ <- 1..5, do: (receive do {i, s} -> IO.puts("%d #{i} #{s}") end)
"""


def in_threads(works: list[Any]) -> list[Any]:
    done: list[Any] = [None] * len(works)

    def one(place: int) -> None:
        try:
            done[place] = works[place]()
        except BaseException as failure:
            done[place] = failure

    threads = [threading.Thread(target=one, args=(place,)) for place in range(len(works))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return done


def test_threads_run_elixir_programs_at_once(capsys: pytest.CaptureFixture[str]) -> None:
    works = [lambda n=n: run(load("nofile", code=PROGRAM % (n, n, n))).output for n in range(5)]
    assert in_threads(works) == [work() for work in works]
    assert capsys.readouterr().out == ""


def test_threads_run_python_scenarios_with_settings_of_their_own() -> None:
    def main(proc: Process) -> Any:
        for _ in range(20):
            yield proc.sleep(1)
            proc.puts(own.n)

    works = [lambda n=n: run(main, config=own, n=n).output for n in range(5)]
    assert in_threads(works) == [f"{n}\n" * 20 for n in range(5)] and own.n == 3


def test_a_program_that_is_broken_lets_the_next_thread_go_on() -> None:
    def broken() -> Any:
        with pytest.raises(Exception, match="missing terminator"):
            load("nofile", code="IO.puts(")
        return run(load("nofile", code="IO.puts(1)")).output

    assert in_threads([broken, broken]) == ["1\n", "1\n"]


def test_a_run_within_a_run_waits_for_nobody() -> None:
    def main(proc: Process) -> Any:
        proc.puts(run(load("nofile", code="IO.write(7)")).output)
        yield proc.sleep(1)

    assert run(main).output == "7\n"
