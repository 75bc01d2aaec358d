"""Room for deep recursion where there are threads, and where there are none."""

from __future__ import annotations

import sys
import threading

import pytest

from simulator.elixir.runtime.values.deep import with_deep_stack


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
