"""Where a command writes what it makes: below ``output/`` unless told otherwise, never over what it reads."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable

from simulator.cli.settings import check_not_input
from simulator.scenario import OutputError
from simulator.scenario.outputs import write_whole

FOLDER = "output"


def stem(path: str) -> str:
    """Return the name by which things made of a file are called.

    >>> stem("scenarios/02_messages/01_send_receive.py")
    'send_receive'
    """
    return os.path.splitext(os.path.basename(path))[0].lstrip("0123456789_") or "trace"


def target_of(given: str | None, path: str, ending: str) -> str:
    """Return where to write what is made of *path*: the path *given*, or one below ``output/``, which is made.

    Raises :class:`OutputError` if that is the file that is read, or cannot be written: before a run, not after it.
    """
    if given == "-":
        return given
    if not given:
        os.makedirs(FOLDER, exist_ok=True)
        given = os.path.join(FOLDER, f"{stem(path)}.{ending}")
    check_not_input(given, path)
    _check_writable(given)
    return given


def write(target: str, made: str | bytes | Iterable[str]) -> None:
    """Write what was made, or is made piece by piece, and say where; ``-`` is standard output."""
    pieces = (made,) if isinstance(made, (str, bytes)) else made
    raw = (piece.encode() if isinstance(piece, str) else piece for piece in pieces)
    if target == "-":
        sys.stdout.buffer.writelines(raw)
        sys.stdout.buffer.flush()
        return
    write_whole(target, raw)
    print(target)


def _check_writable(target: str) -> None:
    there = os.path.exists(target)
    try:
        with open(target, "ab"):
            pass
    except OSError as wrong:
        raise OutputError(f"{target}: cannot be written: {wrong.strerror}") from None
    if not there:
        os.remove(target)
