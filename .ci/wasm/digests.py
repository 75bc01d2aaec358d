"""Print what every scenario does, shortened: a line each with its name and the digest of its output and its trace.

    python .ci/wasm/digests.py [FOLDER]      of the scenarios below FOLDER, by default those of this repository

Under two Pythons the lines are the same. The gate compares CPython 3.14 as WebAssembly with the one that is here.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def digest(path: str) -> str:
    """Return the digest of what a scenario prints, reports and traces, or what went wrong."""
    from simulator.scenario import load, start

    with tempfile.TemporaryDirectory() as folder:
        trace = os.path.join(folder, "trace.jsonl")
        reports: list[str] = []
        result = start(load(path), trace=trace, report=reports.append)
        if result.error is not None:
            return str(result.error)
        text = "\0".join([result.output, *reports, Path(trace).read_text(encoding="utf-8")])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def main(arguments: list[str]) -> None:
    """Print the lines."""
    os.chdir(ROOT)
    sys.path.insert(0, str(ROOT))
    folder = arguments[0] if arguments else "scenarios"
    for path in sorted(Path(folder).rglob("*")):
        if path.suffix in (".py", ".exs"):
            print(digest(path.as_posix()), path.as_posix(), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
