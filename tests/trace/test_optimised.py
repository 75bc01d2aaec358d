"""Python's own -OO, which leaves out assertions and docstrings, changes nothing of a run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASSERTING = '''"""A title.

A lesson.
"""


def main(proc):
    try:
        assert proc.now > 0, "no time has passed"
    except AssertionError as wrong:
        proc.puts(str(wrong))
    yield proc.sleep(1)
'''


@pytest.mark.parametrize("program", ["asserting.py", "crash_storm", "stack.exs"])
def test_a_trace_is_the_same(program: str, tmp_path: Path) -> None:
    (tmp_path / "asserting.py").write_text(ASSERTING, encoding="utf-8")
    ran = []
    for way in ([], ["-OO"]):
        command = [sys.executable, *way, "-m", "simulator", "run", program, "--trace", "trace.jsonl", "--quiet"]
        done = subprocess.run(
            command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, timeout=60
        )
        ran.append((done.returncode, done.stdout, done.stderr, (tmp_path / "trace.jsonl").read_bytes()))
    assert ran[0] == ran[1]
