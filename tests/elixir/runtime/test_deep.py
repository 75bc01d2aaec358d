"""Room for deep recursion where there are threads, and where there are none."""

from __future__ import annotations

import sys
import threading
from typing import Any

import pytest

from simulator.elixir.runtime.values.deep import with_deep_stack
from simulator.scenario import load, start


def test_without_threads_the_run_has_the_stack_that_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*given: object, **named: object) -> None:
        raise RuntimeError("can't start new thread")

    monkeypatch.setattr(sys, "platform", "emscripten")
    monkeypatch.setattr(threading, "Thread", refused)
    limit = sys.getrecursionlimit()
    assert with_deep_stack(lambda a, b: (a + b, sys.getrecursionlimit()), 1, 2) == (3, 4_000)
    with pytest.raises(ZeroDivisionError):
        with_deep_stack(lambda: 1 // 0)
    assert sys.getrecursionlimit() == limit


_DEEP = """
defmodule Deep do
  def down(0), do: 0

  def down(n) do
    Process.sleep(1)
    1 + down(n - 1)
  end
end

Deep.down(500)
"""


def test_a_wait_goes_through_few_generators_however_deep_a_function_calls_itself() -> None:
    lengths: list[int] = []

    def prepare(kernel: Any) -> None:
        def look(_: Any) -> None:
            (process,) = kernel._processes.values()
            callers = (process._generator, process._callers)
            while callers is not None:
                generator, callers = callers
                lengths.append(0)
                while generator is not None:
                    lengths[-1] += 1
                    generator = getattr(generator, "gi_yieldfrom", None)

        kernel.timeout(400_500_000).callbacks.append(look)

    start(load("nofile", code=_DEEP), trace=False, prepare=prepare)
    assert sum(lengths) > 400 and max(lengths) < 24
