"""proc.call, cast and reply are there for a program that imports nothing of OTP."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """\
from simulator import atom, {front}
def server(proc):
    tag, (caller, ref), request = yield proc.receive()
    proc.reply((caller, ref), request + 1)
def main(proc):
    proc.register(proc.spawn(server), atom.server)
    proc.puts((yield proc.call(atom.server, 1)))
{run}
"""


@pytest.mark.parametrize(
    ("front", "run"),
    [("run", "print(run(main).output, end='')"), ("Kernel", "k = Kernel(); k.start(main); k.run()")],
)
def test_a_call(front: str, run: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(front=front, run=run)], capture_output=True, text=True, check=False
    )
    assert (ran.stdout, ran.stderr) == ("2\n", "")
