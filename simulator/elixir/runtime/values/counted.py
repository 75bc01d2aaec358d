"""Counted work: what a program may do at one instant before it is held to have no end.

Time does not pass while code runs, so nothing else would ever stop it. Items of every walk through an enumerable
are counted, those of a stream as eight, because they take as much longer; the limit is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from simulator.elixir.runtime.unsupported import stop_program
from simulator.elixir.runtime.world import world
from simulator.kernel import TooMuchWork

LIMIT: Final = 20_000_000
"""Items that may be walked at one instant: some seconds."""
_STREAMED: Final = 8

_left = LIMIT
_instant: Any = None


def count(items: int) -> None:
    """Count *items* that are about to be walked; stop the program if they are too many for one instant."""
    global _left
    _left -= items
    if _left < 0:
        _refill(items)


def _refill(items: int) -> None:
    """Begin to count anew at another instant; at the one that was counted already there is no end in sight."""
    global _left, _instant
    kernel = world().kernel
    instant = (kernel, None if kernel is None else kernel.now)
    if items > LIMIT or instant == _instant:
        _left, _instant = LIMIT, None
        stop_program(TooMuchWork, f"no end: more than {LIMIT:,} items are walked at one instant")
    _left, _instant = LIMIT, instant


def counted(items: Iterator[Any]) -> Iterator[Any]:
    """Hand on the items of a stream, each counted."""
    for item in items:
        count(_STREAMED)
        yield item
