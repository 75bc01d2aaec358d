"""Files that are open: devices that read and write at a place, each a process.

Source of the semantics: Elixir 1.14, ``File.open/2``; OTP 25, ``file:open/2``: a device ends with who opened it.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Generator
from typing import Any, Final

from simulator.elixir.runtime.outside.files import Files
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.world import current, world
from simulator.kernel import ANY, Process
from simulator.terms import Atom, atom
from simulator.terms.bits import binary

_CLOSE: Final = Atom("$file_close")
_KNOWN: Final = frozenset({
    "read", "write", "append", "exclusive", "binary", "utf8", "raw", "charlist", "delayed_write", "read_ahead", "sync",
})  # fmt: skip


class FileDevice:
    """A file that is open: where in it the next read or write is."""

    __slots__ = ("_append", "_at", "_files", "_path", "_reads", "_utf8", "_writes")

    def __init__(self, files: Files, path: str, modes: frozenset[str]) -> None:
        self._writes = bool(modes & {"write", "append", "exclusive"})
        self._reads = "read" in modes or not self._writes
        self._append = "append" in modes
        self._utf8 = "utf8" in modes
        self._files, self._path, self._at = files, files.absolute(path), 0
        if "exclusive" in modes and files.exists(path):
            raise OSError(errno.EEXIST, os.strerror(errno.EEXIST), path)
        if not self._writes:
            files.read(path)
        elif self._append or self._reads:
            files.touch(path)
        else:
            files.write(path, b"")

    def write(self, text: str) -> None:
        """Write where the last read or write ended; at the end of a file that is appended to."""
        if not self._writes:
            raise badarg(1, "not open for writing")
        data = text.encode("utf-8", "surrogateescape")
        if self._append:
            self._files.write(self._path, data, append=True)
            return
        content = self._files.read(self._path)
        self._files.write(self._path, content[: self._at] + data + content[self._at + len(data) :])
        self._at += len(data)

    def line(self) -> Any:
        """Return the next line, or ``:eof``."""
        rest = self._rest()
        end = rest.find(b"\n") + 1 or len(rest)
        return self._taken(rest[:end])

    def read(self, count: int | None = None) -> Any:
        """Return the next characters; all that are left without a number."""
        rest = self._rest()
        if count is None:
            return self._taken(rest)
        return self._taken(rest.decode("utf-8", "surrogateescape")[:count].encode("utf-8", "surrogateescape")
                           if self._utf8 else rest[:count])  # fmt: skip

    def _rest(self) -> bytes:
        if not self._reads:
            raise badarg(1, "not open for reading")
        return self._files.read(self._path)[self._at :]

    def _taken(self, data: bytes) -> Any:
        self._at += len(data)
        return binary(data) if data else Atom("eof")


def _living(proc: Process) -> Generator[Any, Any, None]:
    """Be the device's process: it lives until it is closed, or who opened it ends."""
    yield proc.receive(_CLOSE, (atom.DOWN, ANY, ANY, ANY, ANY))
    world().devices.pop(proc.pid, None)


def opened(path: str, modes: list[Any]) -> Any:
    """Open a file and return its device's pid. Raises ``OSError``."""
    names = frozenset(mode.name if mode.__class__ is Atom else mode[0].name for mode in modes)
    if not names <= _KNOWN:
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), path)
    device = FileDevice(world().files, path, names)
    proc = current()
    pid = proc.spawn_opt(_watching, proc.pid, label="File.open/2")
    world().devices[pid] = device
    return pid


def _watching(proc: Process, owner: Any) -> Generator[Any, Any, None]:
    proc.monitor(owner)
    yield from _living(proc)


def closed(pid: Any) -> None:
    """Close a file that is open."""
    if world().devices.pop(pid, None) is not None:
        current().send(pid, _CLOSE)
