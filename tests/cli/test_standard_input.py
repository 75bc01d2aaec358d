"""``-`` reads a scenario or a trace from standard input; output goes where not every letter can be written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PYTHON = "def main(proc):\n    proc.puts('from Python')\n    yield proc.sleep(1)\n"
LETTERS = "def main(proc):\n    proc.puts('h\\u00e9 \\u2192 \\u4e16')\n    yield proc.sleep('1us')\n"


def piped(given: str | bytes, *arguments: str, cwd: Path, **environment: str) -> tuple[int, str, str]:
    raw = given.encode() if isinstance(given, str) else given
    ran = subprocess.run(
        [sys.executable, "-m", "simulator", *arguments], input=raw, capture_output=True, check=False, cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
    )  # fmt: skip
    return ran.returncode, ran.stdout.decode("cp1252"), ran.stderr.decode("cp1252")


def test_python_elixir_and_a_trace(tmp_path: Path) -> None:
    assert piped(PYTHON, "run", "-", "-q", cwd=tmp_path) == (0, "from Python\n", "")
    assert piped("IO.inspect(System.argv())", "run", "-", "-q", "--", "a", cwd=tmp_path) == (0, '["a"]\n', "")
    status, trace, _ = piped(PYTHON, "run", "-", "-q", "--trace", "-", cwd=tmp_path)
    assert status == 0
    status, figures, _ = piped(trace, "stats", "-", "--json", cwd=tmp_path)
    assert (status, json.loads(figures)["totals"]["duration_ns"]) == (0, 1_000_000)
    status, picture, _ = piped(trace, "diagram", "-", "-o", "-", cwd=tmp_path)
    assert status == 0 and picture.startswith("<svg")
    status, same, _ = piped(trace, "diff", "-", "-", cwd=tmp_path)
    assert status == 0 and "The same" in same


def test_mistakes_name_the_line(tmp_path: Path) -> None:
    assert piped("", "run", "-", cwd=tmp_path)[2] == "simulator: standard input: nothing was given\n"
    assert "stdin.py:2: main/0" in piped("def main(proc):\n    1 / 0\n", "run", "-", cwd=tmp_path)[2]
    status, _, told = piped(PYTHON, "stats", "-", "--runs", "2", "--jobs", "2", cwd=tmp_path)
    assert (status, told) == (2, "simulator: --jobs needs a file: each job reads the scenario for itself\n")


@pytest.mark.parametrize(("encoding", "shown"), [("ascii", "h\\xe9 -> \\u4e16"), ("cp1252", "hé -> \\u4e16")])
def test_what_an_encoding_lacks_is_written_plainly(tmp_path: Path, encoding: str, shown: str) -> None:
    (tmp_path / "letters.py").write_text(LETTERS, encoding="utf-8")
    status, out, err = piped("", "run", "letters.py", cwd=tmp_path, PYTHONIOENCODING=encoding)
    assert (status, out) == (0, f"{shown}\n") and err.startswith("finished at 1 ")
    for command in (["stats", "letters.py"], ["run", "letters.py", "--json"], ["diff", "letters.py", "letters.py"]):
        status, _, err = piped("", *command, cwd=tmp_path, PYTHONIOENCODING=encoding)
        assert (status, err) == (0, ""), command


def test_a_kernel_of_its_own_prints_plainly_too(tmp_path: Path) -> None:
    program = f"from simulator import Kernel\n{LETTERS}kernel = Kernel()\nkernel.start(main)\nkernel.run()\n"
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert ran.stdout == b"h\\xe9 \\u2192 \\u4e16\n"
