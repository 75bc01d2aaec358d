"""What ``--echo`` makes of a file's expressions: the value of each is printed, as ``iex`` shows it."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.io import inspect


def echo(value: Any) -> Any:
    """Print a value, and return it."""
    return (yield from inspect(value))


BLOCKING = {"echo/1": echo}
