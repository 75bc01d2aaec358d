"""The kernel's side of the trace: what it hands to a recorder, and where in the user's code it happened.

The kernel appends plain tuples ``(kind, seq, t, pid, cause, code, instruction, *fields)``; the trace
room turns them into typed events when they are read. A place in the code is kept as code object
and instruction offset, because a frame's line number costs 180 ns and those two 60 ns.
"""

from __future__ import annotations

from bisect import bisect_right
from types import CodeType
from typing import Any, Protocol

from simulator.terms import inspect


class Recorder(Protocol):
    """What the kernel needs of a recorder."""

    seq: int
    """Number of the next event."""

    def append(self, event: tuple[Any, ...], /) -> None:
        """Take one event."""

    def flush(self) -> None:
        """Called now and then: a recorder that streams writes what it holds."""


class Shown(str):
    """A term that could change later, rendered at once; stands in an event where a term would."""

    __slots__ = ()

    def __new__(cls, term: Any) -> Shown:
        return super().__new__(cls, inspect(term))


_lines: dict[CodeType, tuple[list[int], list[int]]] = {}


def place_of(code: CodeType | None, instruction: int) -> tuple[str, int]:
    """Return file and line of an instruction; ``("", 0)`` where there is none."""
    if code is None:
        return "", 0
    known = _lines.get(code)
    if known is None:
        spans = [(start, line) for start, _, line in code.co_lines() if line is not None]
        known = _lines[code] = ([start for start, _ in spans], [line for _, line in spans])
    starts, lines = known
    return code.co_filename, lines[max(0, bisect_right(starts, instruction) - 1)]
