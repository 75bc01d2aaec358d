"""``Stream``: walking through one for its effects."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.values.enumerable import walk
from simulator.terms import Atom

OK = Atom("ok")


def run(enum: Any) -> Any:
    """Walk through all elements; return ``:ok``."""
    for _ in walk(enum):
        continue
    return OK


TABLE = {"run/1": run}
