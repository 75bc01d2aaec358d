"""``ExUnit.CaptureIO``: what a function prints, as a text."""

from __future__ import annotations

from types import GeneratorType
from typing import Any, Final

from simulator.elixir.runtime.bridge import TRUE, is_function, options
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.world import current, world
from simulator.kernel import Process
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, is_list

_DEVICES: Final = ("stdio", "standard_io", "stderr", "standard_error", "user")


class Capture:
    """Takes what a process prints, and what those print that are spawned meanwhile; gives them lines to read."""

    def __init__(self, proc: Process, device: str, given: str, prompts: bool) -> None:
        self.device = device
        self.prompts = prompts
        """Whether what asks for a line is taken, too."""
        self._pid = proc.pid
        self._newest = proc.spawn_opt(_nothing(), label="capture_io")
        self._parts: list[str] = []
        self._lines = given.splitlines(keepends=True)

    def takes(self, proc: Process) -> bool:
        """Return whether this is for what *proc* prints."""
        return proc.pid == self._pid or proc.pid.number > self._newest.number

    def write(self, text: str) -> None:
        """Take a text."""
        self._parts.append(text)

    def line(self) -> Any:
        """Return the next line to read, or ``:eof``."""
        return self._lines.pop(0) if self._lines else Atom("eof")

    def read(self, count: int = -1) -> str:
        """Return so many characters to read, or all that are left."""
        rest = "".join(self._lines)
        count = len(rest) if count < 0 else count
        self._lines = rest[count:].splitlines(keepends=True)
        return rest[:count]

    @property
    def text(self) -> str:
        """All that was taken."""
        return "".join(self._parts)


def _nothing() -> Any:
    """Be the device of a capture, which nobody sends anything to."""
    yield current().yield_()


def with_io(function: Any) -> Any:
    """``ExUnit.CaptureIO.with_io/1``"""
    return (yield from with_io_on(Atom("stdio"), function))


def with_io_on(device: Any, function: Any) -> Any:
    """``ExUnit.CaptureIO.with_io/2``: with a device, or with what can be read."""
    if device.__class__ is str or is_list(device):
        return (yield from with_io_from(Atom("stdio"), device, function))
    return (yield from with_io_from(device, EMPTY, function))


def with_io_from(device: Any, source: Any, function: Any) -> Any:
    """``ExUnit.CaptureIO.with_io/3``: with a device, and with what can be read, or options."""
    if not is_function(function, 0):
        raise function_clause("ExUnit.CaptureIO", "with_io", 2, [device, function])
    given = options(source) if is_list(source) else {"input": source}
    if device.__class__ is Atom and device.name not in _DEVICES:
        if current().whereis(device) is None:
            raise error("RuntimeError", message=f"could not find IO device registered at {inspect(device)}")
        refuse(f"to capture what is printed on {inspect(device)}")
    name = "stderr" if device in (Atom("stderr"), Atom("standard_error")) else "stdio"
    capture = Capture(current(), name, given.get("input", ""), given.get("capture_prompt", TRUE) is TRUE)
    world().captures.append(capture)
    logs = world().log_device
    if device is Atom("user"):  # Logger prints there
        world().log_device = capture.write
    try:
        answer = function()
        if answer.__class__ is GeneratorType:
            answer = yield from answer
    finally:
        world().captures.remove(capture)
        world().log_device = logs
    return (answer, capture.text)


def capture_io(function: Any) -> Any:
    """``ExUnit.CaptureIO.capture_io/1``"""
    _, text = yield from with_io(function)
    return text


def capture_io_on(device: Any, function: Any) -> Any:
    """``ExUnit.CaptureIO.capture_io/2``"""
    _, text = yield from with_io_on(device, function)
    return text


def capture_io_from(device: Any, source: Any, function: Any) -> Any:
    """``ExUnit.CaptureIO.capture_io/3``"""
    _, text = yield from with_io_from(device, source, function)
    return text


BLOCKING = {
    "capture_io/3": capture_io_from, "with_io/3": with_io_from,
    "capture_io/1": capture_io, "capture_io/2": capture_io_on, "with_io/1": with_io, "with_io/2": with_io_on,
}  # fmt: skip
