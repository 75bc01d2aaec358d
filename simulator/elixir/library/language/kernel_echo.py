"""What ``--echo`` makes of a file's expressions: the value of each is printed, as ``iex`` shows it.

It prints without the group leader, so that a program runs with it as it runs without.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.world import current
from simulator.terms import inspect


def echo(value: Any) -> Any:
    """Print a value, and return it."""
    current().puts(inspect(value, width=80))
    return value


FUNCTIONS = {"echo/1": echo}
