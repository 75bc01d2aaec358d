"""Ranges as Python's; one of very many integers is counted while it is walked, for most of it may never be."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from simulator.elixir.runtime.values.counted import count

_AT_ONCE: Final = 1_000
LONG: Final = 100_000
"""From how many integers on a range is not counted before it is walked."""


class LongRange:
    """A range of very many integers."""

    __slots__ = ("whole",)

    def __init__(self, whole: range) -> None:
        self.whole = whole

    def __iter__(self) -> Iterator[int]:
        left = self.whole
        while left:
            part, left = left[:_AT_ONCE], left[_AT_ONCE:]
            count(len(part))
            yield from part

    def __getitem__(self, index: Any) -> Any:
        found = self.whole[index]
        if found.__class__ is range:
            count(length_of(found))
        return found


def length_of(items: Any) -> int:
    """Return how many elements a sequence has; a range may have more than ``len`` can tell.

    >>> length_of(range(10**40)) == 10**40, length_of(range(7, 0, -3)), length_of([1, 2])
    (True, 3, 2)
    """
    found = items.whole if items.__class__ is LongRange else items
    if found.__class__ is not range:
        return len(found)
    return max(0, (found.stop - found.start + found.step + (-1 if found.step > 0 else 1)) // found.step)


def whole(items: Any) -> Any:
    """Return a sequence all of which will be walked: a long range is counted now."""
    if items.__class__ is not LongRange:
        return items
    count(length_of(items))
    return items.whole
