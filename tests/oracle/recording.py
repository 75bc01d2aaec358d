"""What real Elixir said to each case, and how two outputs are compared.

A case is a pair of files in ``cases``: ``NAME.exs`` for Elixir and ``NAME.py`` for the simulator.
``recorded.json`` holds, for each name, what Elixir printed, its exit status and its error lines.
"""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
CASES = HERE / "cases"
RECORDED = HERE / "recorded.json"

_IDENTIFIER = re.compile(r"#(?:PID<[\d.]+>|Reference<[\d.]+>)")
_HEADLINE = re.compile(r"^\s*\*\* \(|^\[error\] |^Last message|^State: |^Client #")


def names() -> list[str]:
    """Return the names of all cases, in alphabetical order."""
    return sorted(path.stem for path in CASES.glob("*.exs"))


def load(path: Path) -> Any:
    """Return what was recorded in a file; an empty dict where there is none yet."""
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def save(path: Path, recorded: Any) -> None:
    """Write recordings, one field a line, so that a change shows."""
    path.write_text(json.dumps(recorded, indent=1, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def normalised(text: str) -> str:
    """Return *text* with its pids and references numbered in order of appearance.

    >>> normalised("#PID<0.96.0> #PID<0.7.0> #PID<0.96.0> #Reference<0.1.2.3>")
    '#PID<1> #PID<2> #PID<1> #Reference<1>'
    """
    numbers: dict[str, str] = {}
    counts = {"PID": 0, "Reference": 0}

    def number(match: re.Match[str]) -> str:
        found = match.group()
        if found not in numbers:
            kind = found[1 : found.index("<")]
            counts[kind] += 1
            numbers[found] = f"#{kind}<{counts[kind]}>"
        return numbers[found]

    return _IDENTIFIER.sub(number, text)


def headlines(text: str) -> list[str]:
    """Return the lines of an error output that say what happened; stack traces and blank lines are left out.

    >>> headlines("** (RuntimeError) oops\\n    raise.exs:2: Main.main/0\\n")
    ['** (RuntimeError) oops']
    """
    return [line.strip() for line in normalised(text).splitlines() if _HEADLINE.match(line)]


def ask_elixir(name: str) -> dict[str, Any]:
    """Run one case in real Elixir with one scheduler; crash reports go to standard error, without the time of day."""
    done = subprocess.run(
        ["elixir", "--erl", "+S 1:1", "--erl-config", str(HERE / "logger"), str(CASES / f"{name}.exs")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return {"output": normalised(done.stdout), "status": done.returncode, "errors": headlines(done.stderr)}
