"""Files that lose nothing: written whole or not at all, or by one run alone for as long as it goes on."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import BinaryIO

from simulator.scenario.errors import OutputError


def write_whole(path: str, raw: Iterable[bytes]) -> None:
    """Write the pieces of a file so that it is either what it was or what it is to be, whatever comes between.

    It is written beside its place and then put there; a device is written to as it is. Raises :class:`OutputError`.
    """
    try:
        place = os.path.realpath(path)
        beside = os.path.join(os.path.dirname(place), f".simulator-{os.getpid()}.part")
        if os.path.exists(place) and not os.path.isfile(place):
            _write(place, raw)
        elif not os.access(os.path.dirname(place), os.W_OK):
            _write(place, raw)  # a file that may be written in a folder that may not
        else:
            _replace(place, beside, raw)
    except OSError as wrong:
        raise unwritable(path, wrong) from None


def _write(path: str, raw: Iterable[bytes]) -> None:
    with open(path, "wb") as file:
        file.writelines(raw)


def _replace(place: str, beside: str, raw: Iterable[bytes]) -> None:
    try:
        _write(beside, raw)
        if os.path.exists(place):
            os.chmod(beside, os.stat(place).st_mode & 0o7777)
        os.replace(beside, place)
    except BaseException:
        if os.path.exists(beside):
            os.remove(beside)
        raise


_BEHIND = 1 << 30


def open_trace(path: str | os.PathLike[str]) -> BinaryIO:
    """Open the file of a trace, empty, for one run: another that would write it is refused until this is closed.

    The lock is the process's (on Windows the open file's): a run that was broken off leaves none to the next one in its
    notebook. Raises :class:`OutputError` for what another process has, or cannot be opened.
    """
    try:
        file = open(path, "wb", opener=_untouched)  # noqa: SIM115 - open for as long as the run
    except OSError as wrong:
        raise unwritable(path, wrong) from None
    if os.path.isfile(path):
        try:
            _lock(file)
        except BlockingIOError:
            file.close()
            raise OutputError(f"{os.fspath(path)}: cannot be written: another run is writing it") from None
        except OSError:
            pass  # a file system that has no locks
        file.truncate()
    return file


def _untouched(path: str, flags: int) -> int:
    """Open as asked, but leave what is in the file."""
    return os.open(path, flags & ~os.O_TRUNC, 0o666)


def _lock(file: BinaryIO) -> None:
    """Raise ``BlockingIOError`` if another holds the file."""
    try:
        import fcntl
    except ImportError:
        _lock_on_windows(file.fileno())
    else:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _lock_on_windows(descriptor: int) -> None:
    """Do the same with a byte behind whatever a trace may hold: what is locked there nobody else can read."""
    try:
        import msvcrt
    except ImportError:  # WebAssembly: there is one process
        return
    place = os.lseek(descriptor, 0, os.SEEK_CUR)
    os.lseek(descriptor, _BEHIND, os.SEEK_SET)
    try:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except PermissionError as held:
        raise BlockingIOError(*held.args) from None
    finally:
        os.lseek(descriptor, place, os.SEEK_SET)


def unwritable(path: str | os.PathLike[str], wrong: OSError) -> OutputError:
    """Return what to raise where a file cannot be written, with the system's reason."""
    return OutputError(f"{os.fspath(path)}: cannot be written: {wrong.strerror or wrong}")
