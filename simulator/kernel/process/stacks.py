"""The calls that a process is in the middle of."""

from __future__ import annotations

import sys
from typing import Any

from simulator.kernel.process.state import HIBERNATE
from simulator.terms import Pid


def frames_of(pid: Pid) -> list[Any]:
    """Return the frames of a process, innermost first: of the one that runs, or of one that waits.

    Frames are Python's; those of the simulator's own code are among them. A process that has ended has none.
    """
    process = pid._process
    if process is None:
        return []
    generator = process._generator
    if generator is None:
        return []
    found = _running() if generator.gi_running else _suspended(generator)
    callers = process._callers
    while callers is not None:
        generator, callers = callers
        found += _suspended(generator)
    return found


def _running() -> list[Any]:
    """Return the frames from the caller's caller up to where the process got its turn."""
    frame: Any = sys._getframe(2)
    found = []
    while frame is not None and frame.f_code.co_name != "take_turns":
        found.append(frame)
        frame = frame.f_back
    return found


def _suspended(generator: Any) -> list[Any]:
    found: list[Any] = []
    while generator is not None and getattr(generator, "gi_frame", None) is not None:
        found.append(generator.gi_frame)
        generator = generator.gi_yieldfrom
    found.reverse()
    return found


def hibernates(pid: Pid) -> bool:
    """Return whether a process waits as ``hibernate`` lets it."""
    process = pid._process
    return process is not None and process._pending == HIBERNATE
