"""Elixir's ``StringIO``: a device that is a process, reads from a text and keeps what is written to it."""

from __future__ import annotations

from collections.abc import Generator
from types import GeneratorType
from typing import Any

from simulator.elixir.runtime.bridge import TRUE, options
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.world import current, world
from simulator.kernel import Exit, Process
from simulator.otp.server.gen import GEN_SERVER
from simulator.terms import Atom, Pid, atom
from simulator.terms.lists import EMPTY, from_list, is_list

_CLOSE = Atom("$string_io_close")
_OK = Atom("ok")


class Device:
    """What such a device holds: the text that is left to read, and what was written."""

    __slots__ = ("left", "prompts", "written")

    def __init__(self, text: str, prompts: bool) -> None:
        self.left = text
        self.prompts = prompts
        self.written = ""

    def write(self, text: str) -> None:
        """Take what is printed."""
        self.written += text

    def line(self) -> Any:
        """Return the next line, or ``:eof``."""
        line, end, self.left = self.left.partition("\n")
        return line + end or Atom("eof")

    def read(self, count: int | None = None) -> str:
        """Return the next characters; all that are left without a number."""
        size = len(self.left) if count is None else count
        text, self.left = self.left[:size], self.left[size:]
        return text


def _living(proc: Process) -> Generator[Any, Any, None]:
    """Be the device's process: it does nothing but live until it is closed."""
    yield proc.receive(_CLOSE)


def _started(text: Any, opts: Any) -> Any:
    if text.__class__ is not str:
        raise badarg(1, "not a text")
    proc = current()
    pid = proc.spawn_opt(_living, label="StringIO.init/1", link=True)
    world().devices[pid] = Device(text, options(opts).get("capture_prompt") is TRUE)
    return pid


def open_(text: Any) -> Any:
    """``StringIO.open/1``"""
    return (_OK, (yield from _opened(text, EMPTY)))


def _opened(text: Any, opts: Any) -> Any:
    """Start a device: others go on until it says that it is there."""
    pid = _started(text, opts)
    yield current().consult()
    return pid


def open_with(text: Any, given: Any) -> Any:
    """``StringIO.open/2``: with options, or with a function that gets the device, which is closed after it."""
    if is_list(given):
        return (_OK, (yield from _opened(text, given)))
    return (yield from open_for(text, EMPTY, given))


def open_for(text: Any, opts: Any, function: Any) -> Any:
    """``StringIO.open/3``"""
    pid = yield from _opened(text, opts)
    answer = function(pid)
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    yield from close(pid)
    return (_OK, answer)


def _device(pid: Any, request: str) -> Device:
    """Return an open device; whoever asks one that is closed exits as from a call."""
    if pid.__class__ is not Pid:
        raise function_clause("StringIO", request, 1, [pid])
    found = world().devices.get(pid)
    if not isinstance(found, Device):
        raise Exit((atom.noproc, (GEN_SERVER, atom.call, from_list([pid, Atom(request), 5000]))))
    return found


def contents(pid: Any) -> Any:
    """``StringIO.contents/1``: what is left to read, and what was written."""
    device = _device(pid, "contents")
    yield current().consult()
    return (device.left, device.written)


def flush(pid: Any) -> Any:
    """``StringIO.flush/1``: what was written, which is forgotten."""
    device = _device(pid, "flush")
    text, device.written = device.written, ""
    yield current().consult()
    return text


def close(pid: Any) -> Any:
    """``StringIO.close/1``"""
    device = _device(pid, "close")
    found = (device.left, device.written)
    del world().devices[pid]
    current().send(pid, _CLOSE)
    yield current().consult()
    return (_OK, found)


FUNCTIONS: dict[str, Any] = {}
BLOCKING = {
    "open/1": open_, "open/2": open_with, "open/3": open_for, "contents/1": contents, "flush/1": flush,
    "close/1": close,
}  # fmt: skip
