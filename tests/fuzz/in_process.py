"""The command in this process, again and again: cheap enough for thousands of programs."""

from __future__ import annotations

import gc
import io
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from simulator.cli import main
from simulator.cli.status import DEFECT, MEANINGS

_TRACEBACK = re.compile(r"^Traceback \(most recent call last\)", re.M)


class Broken(AssertionError):
    """A command did what no program may bring it to."""


class Ran(NamedTuple):
    """What came of a command."""

    status: int
    out: str
    err: str


def run(*arguments: str) -> Ran:
    """Call the command with these arguments."""
    out, err = _Stream(), _Stream()
    path, threshold, limit = list(sys.path), gc.get_threshold(), sys.getrecursionlimit()
    try:
        with redirect_stdout(out), redirect_stderr(err):
            try:
                status = main(arguments)
            except SystemExit as gone:
                status = gone.code if isinstance(gone.code, int) else 1
    finally:
        sys.path[:] = path
        gc.set_threshold(*threshold)
        gc.unfreeze()
    if sys.getrecursionlimit() != limit:
        raise Broken(f"the limit of frames is {sys.getrecursionlimit()} after it, where it was {limit}")
    return Ran(status, out.getvalue(), err.getvalue())


class _Stream(io.StringIO):
    """Takes what a program prints: the first million characters are enough."""

    def write(self, text: str) -> int:
        text.encode()  # as a real one does
        return super().write(text) if self.tell() < 1_000_000 else len(text)

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return "utf-8"


def check(ran: Ran, chosen: bool = False) -> None:
    """Raise :class:`Broken` for an end that no command may come to.

    Where the program may have *chosen* its status by itself (``System.halt/1``) it can be any but a defect's.
    """
    if ran.status == DEFECT and "a defect of the simulator" in ran.err:
        raise Broken(ran.err.strip().splitlines()[-1][:300])
    if ran.status not in MEANINGS and not chosen:
        raise Broken(f"exit status {ran.status}: {ran.err[-200:]!r}")
    if _TRACEBACK.search(ran.err) or _TRACEBACK.search(ran.out):
        raise Broken(f"a traceback of Python's: {ran.err[-300:]!r}")
    if ran.status == 2 and not ran.err.strip() and not ran.out.strip():
        raise Broken("status 2, and nothing is said")


@contextmanager
def environment(folder: Path, **variables: str) -> Iterator[None]:
    """Let *folder* be the current one, with these variables besides, and nothing kept of compiled programs."""
    before, where = dict(os.environ), os.getcwd()
    os.environ.update({"XDG_CACHE_HOME": "-", "HOME": "-", **variables})
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(where)
        os.environ.clear()
        os.environ.update(before)
