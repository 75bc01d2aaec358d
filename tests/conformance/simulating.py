"""What the simulator does with a program: the command's own code, in this process."""

from __future__ import annotations

import gc
import io
import os
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

from recordings import result

from simulator.cli import main


class Streams:
    """What a run wrote, standard output and standard error apart."""

    def __init__(self) -> None:
        self.output, self.errors = io.StringIO(), io.StringIO()


def simulate(path: Path, *arguments: str) -> dict[str, Any]:
    """Run a program as ``simulator run NAME`` in its folder; return what :func:`recordings.ask_elixir` returns.

    It may read what lies beside its folder: some cases load a file that they share.
    """
    granted = f"--allow-read={path.parents[1]}"
    streams, status = run_command(path.parent, "run", "--quiet", granted, path.name, *arguments)
    return result(streams.output.getvalue(), streams.errors.getvalue(), status)


def run_command(folder: Path, *arguments: str) -> tuple[Streams, int]:
    """Run the command in *folder*; return what it wrote and its exit status."""
    streams = Streams()
    known, threshold, settings, source = list(sys.path), gc.get_threshold(), dict(os.environ), sys.stdin
    try:
        with chdir(folder), redirect_stdout(streams.output), redirect_stderr(streams.errors):
            sys.stdin = io.StringIO()
            status = main(list(arguments))
    except SystemExit as gone:
        status = int(gone.code or 0)
    finally:
        sys.stdin = source
        sys.path[:] = known
        gc.set_threshold(*threshold)
        gc.unfreeze()
        os.environ.clear()
        os.environ.update(settings)
    return streams, status
