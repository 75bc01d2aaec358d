"""The command, called in this process where that will do, and as a process of its own where it must be one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
COMMAND = [sys.executable, "-m", "simulator"]


class Ran(NamedTuple):
    """What came of a command."""

    status: int
    out: str
    err: str

    @property
    def complaint(self) -> str:
        """The one line that says what was wrong; there is no second one, and no traceback."""
        assert "Traceback" not in self.err, self.err
        lines = [line for line in self.err.splitlines() if line.startswith("simulator: ")]
        assert len(lines) == 1, self.err
        return lines[0].removeprefix("simulator: ")


def begin(*arguments: str, cwd: Path, out: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    """Begin the command as a process of its own."""
    return subprocess.Popen([*COMMAND, *arguments], cwd=cwd, env=ENVIRONMENT, stdout=out, stderr=subprocess.PIPE)


def finish(process: subprocess.Popen[bytes], timeout: float = 120) -> Ran:
    """Wait for it to end, and return what came of it."""
    try:
        out, err = process.communicate(timeout=timeout)
    finally:
        process.kill()
    return Ran(process.returncode, (out or b"").decode(), err.decode())


def run_process(*arguments: str, cwd: Path, timeout: float = 120) -> Ran:
    """Run the command as a process of its own."""
    return finish(begin(*arguments, cwd=cwd), timeout)
