"""Room for frames: no depth at which each call gets memory of its own from the system."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from simulator.terms.frames import with_room

resource = pytest.importorskip("resource")


def _called(a: Any) -> list[Any]:
    return [a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a, a]


def _faults() -> list[int]:
    """Return how often memory was first touched while a function was called a hundred times, by the depth of that."""
    found: list[int] = []

    def below(depth: int) -> None:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
        for _ in range(100):
            _called(depth)
        found.append(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)
        if depth:
            below(depth - 1)

    below(800)
    return found


@pytest.mark.skipif(sys.platform != "linux", reason="faults of pages are counted otherwise elsewhere")
def test_calls_get_no_memory_of_their_own() -> None:
    assert max(with_room(_faults)) < 100
