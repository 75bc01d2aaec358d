"""Made by ``simulator.elixir.library.twins`` from ``stream/runs.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.stream.runs import OK
from simulator.elixir.runtime.values.enumerable import steps
from simulator.elixir.runtime.values.walking import Pending, Steps, killed
from typing import Any

def run(enum: Any) -> Generator[Any, Any, Any]:
    """Walk through all elements; return ``:ok``."""
    source1 = steps(enum)
    try:
        for _ in source1:
            if _.__class__ is Pending:
                yield from _.settle()
                continue
            continue
    finally:
        if source1.__class__ is Steps and (not killed()):
            yield from source1.halt()
    return OK
TABLE = {'run/1': run}
