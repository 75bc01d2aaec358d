"""Record what real Elixir says of the sources in ``diagnostics``: ``python record_expand_diagnostics.py [NAME]``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent / "diagnostics"
RECORDED = HERE / "recorded.json"


def said(name: str) -> str:
    """Return warnings and the error, without the stack trace after it."""
    run = subprocess.run(
        ["elixir", "--erl", "+S 1:1", f"{name}.exs"], cwd=HERE, capture_output=True, text=True, timeout=60, check=False
    )
    return without_stack(run.stderr)


def without_stack(text: str) -> str:
    """Cut the stack trace that ends an error; lines of the error itself stay."""
    lines = text.splitlines()
    start = next((index for index, line in enumerate(lines) if line.startswith("** (")), None)
    if start is None:
        return text.strip()
    undefined = lines[start].startswith("** (UndefinedFunctionError)")
    end = next((index for index in range(start + 1, len(lines)) if undefined or _is_frame(lines[index])), len(lines))
    return "\n".join(lines[:end]).strip()


def _is_frame(line: str) -> bool:
    if line.startswith(("    :", "    expanding ")):
        return True
    return (line.startswith("    ") and ("): " in line or ": (" in line or ".exs:" in line or line.startswith("    (")))


def main(names: list[str]) -> None:
    """Record these cases, or all; the others stay as they are."""
    recorded = json.loads(RECORDED.read_text()) if RECORDED.exists() else {}
    every = sorted(path.stem for path in HERE.glob("*.exs"))
    for name in names or every:
        recorded[name] = said(name)
    kept = {name: recorded[name] for name in every if name in recorded}
    RECORDED.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
