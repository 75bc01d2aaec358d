"""What real Elixir does with each program, and what of it is compared.

A program is a file in ``programs``, or a case of ``tests/oracle`` whose twin in Python is compared there.
``recorded.json`` holds, for each program here, what Elixir printed, its exit status and its error lines.
Pids, references and functions are numbered in order of appearance: their numbers are nobody's business.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PROGRAMS = HERE / "programs"
RECORDED = HERE / "recorded.json"
LOGGER = HERE.parent / "oracle" / "logger"
CASES = HERE.parent / "oracle" / "cases"

_IDENTIFIER = re.compile(r"#(PID|Reference|Function|Port)<[^>]*>")
_STACK = re.compile(r"\[\{[^\n]*?, \d+, \[file: .*\]\}\]|\[\{[^\n]*?, (\d+|\[.*?\]), \[(file: .*?)?\]\}(, \{.*?\})*\]")
_HEADLINE = re.compile(
    r"^\s*\*\* \(|^\[error\] |^warning: |^Last message|^State: |^Client #|^    The following|^        # \d"
)

_TAKEN = re.compile(r"(?<=^Finished) in [\d.]+ seconds .*$| \(\d+\.\d+ms\)(?= \[L#)", re.MULTILINE)
"""How long tests took, which ExUnit tells."""
_OF_LIBRARY = re.compile(r"^ +\((?:elixir|ex_unit|stdlib|kernel|erts) [\d.]+\) .*\n", re.MULTILINE)
"""Entries of stack traces that lie in the library's own files."""
_TIME = re.compile(r"^[\d:.]+ (?=\[)", re.MULTILINE)
_FORESEEN = re.compile(r"^warning: (.* will fail with|invalid function call)")
"""Told by the optimiser of Erlang's compiler, of which there is none here."""


def names() -> list[str]:
    """Return the names of all programs, in alphabetical order."""
    return sorted(path.stem for path in PROGRAMS.glob("*.exs"))


def load() -> dict[str, Any]:
    """Return what was recorded."""
    recorded: dict[str, Any] = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    return recorded


def save(recorded: dict[str, Any]) -> None:
    """Write recordings, one field a line, so that a change shows."""
    RECORDED.write_text(json.dumps(recorded, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def normalised(text: str) -> str:
    """Return *text* with pids, references and functions numbered, without times and stack traces inside terms.

    >>> normalised("#PID<0.96.0> #Function<1.2/0 in :erl> #PID<0.7.0> #PID<0.96.0>")
    '#PID<1> #Function<1> #PID<2> #PID<1>'
    """
    numbers: dict[str, str] = {}
    counts: dict[str, int] = {}

    def number(match: re.Match[str]) -> str:
        found, kind = match.group(), match.group(1)
        if found not in numbers:
            counts[kind] = counts.get(kind, 0) + 1
            numbers[found] = f"#{kind}<{counts[kind]}>"
        return numbers[found]

    text = _OF_LIBRARY.sub("", _TAKEN.sub("", text.replace("\r", "\n")))
    return _STACK.sub("[STACK]", _IDENTIFIER.sub(number, text))


def headlines(text: str) -> list[str]:
    """Return the lines of an error output that say what happened; stack traces and blank lines are left out.

    >>> headlines("** (RuntimeError) oops\\n    raise.exs:2: Main.main/0\\n\\n00:00:01.250 [error] bad")
    ['** (RuntimeError) oops', '[error] bad']
    """
    lines = normalised(_TIME.sub("", text)).splitlines()
    return [line.strip() for line in lines if _HEADLINE.match(line) and not _FORESEEN.match(line)]


def result(output: str, errors: str, status: int) -> dict[str, Any]:
    """Return what of a run is compared."""
    return {"output": normalised(output), "status": status, "errors": headlines(errors)}


def ask_elixir(path: Path) -> dict[str, Any]:
    """Run a program in real Elixir with one scheduler; crash reports go to standard error, without the time of day."""
    done = subprocess.run(
        ["elixir", "--erl", "+S 1:1", "--erl-config", str(LOGGER), path.name],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=path.parent,
        stdin=subprocess.DEVNULL,
    )
    return result(done.stdout, done.stderr, done.returncode)
