"""``ExUnit.CaptureIO``: what a function prints, as a text."""

from __future__ import annotations

from types import GeneratorType
from typing import Any

from simulator.elixir.runtime.bridge import is_function
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.world import current, world
from simulator.kernel import Process


class Capture:
    """Takes what a process prints, and what those print that are spawned meanwhile."""

    def __init__(self, proc: Process) -> None:
        self._pid = proc.pid
        self._newest = proc.spawn_opt(_nothing(), label="capture_io")
        self._parts: list[str] = []

    def takes(self, proc: Process) -> bool:
        """Return whether this is for what *proc* prints."""
        return proc.pid == self._pid or proc.pid.number > self._newest.number

    def write(self, text: str) -> None:
        """Take a text."""
        self._parts.append(text)

    @property
    def text(self) -> str:
        """All that was taken."""
        return "".join(self._parts)


def _nothing() -> Any:
    """Be the device of a capture, which nobody sends anything to."""
    yield current().yield_()


def with_io(function: Any) -> Any:
    """``ExUnit.CaptureIO.with_io/1``"""
    if not is_function(function, 0):
        raise function_clause("ExUnit.CaptureIO", "with_io", 1, [function])
    capture = Capture(current())
    world().captures.append(capture)
    try:
        answer = function()
        if answer.__class__ is GeneratorType:
            answer = yield from answer
    finally:
        world().captures.remove(capture)
    return (answer, capture.text)


def capture_io(function: Any) -> Any:
    """``ExUnit.CaptureIO.capture_io/1``"""
    _, text = yield from with_io(function)
    return text


BLOCKING = {"capture_io/1": capture_io, "with_io/1": with_io}
