"""Room for Python's frames: calls that cost the same however deep they stand.

CPython keeps frames in pieces of 16 kilobytes. A call whose frame begins a new piece gets it from the system, and gives
it back when it ends: in a loop at an unlucky depth each call does so, which takes twenty times as long as the call.
What a frame of a megabyte lies below has a piece as large to itself; of memory only what is used is taken.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

_SLOTS: Final = (1 << 17) + 1
"""So large is that frame, in words: one more than a power of two, so that the piece for it is twice as large."""

_Result = TypeVar("_Result")


def with_room(function: Callable[..., _Result], *args: Any) -> _Result:
    """Return ``function(*args)``, called where a megabyte of frames lies in one piece.

    >>> with_room(max, 2, 3)
    3
    """
    return function(*args)


with_room.__code__ = with_room.__code__.replace(co_stacksize=_SLOTS)
