"""Processor time of a program of ``benchmarks/exs``, by any checkout of the project.

``python benchmarks/exs_child.py CHECKOUT PROGRAM COUNT``: prints the seconds of a run without a trace, with one in
memory and with one in a file, as JSON; for ``load`` in the place of a program, those of loading one COUNT times.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
from pathlib import Path
from time import process_time
from typing import Any

HERE = Path(__file__).parent
LESSON = HERE.parent / "scenarios/08_tasks/04_task_start_link.exs"
"""An Elixir file of forty lines."""
_SETTINGS = {"limit": 1_000_000_000, "process_limit": 2_000_000, "mailbox_limit": 3_000_000}


def runs(program: str, count: int) -> list[float]:
    """Return the seconds of a program's runs: untraced, in memory, in a file. What is imported is apart."""
    from simulator.scenario import load, start

    def seconds(amount: int, trace: Any) -> float:
        loaded = load(str(HERE / "exs" / f"{program}.exs"), dict(_SETTINGS), arguments=[str(amount)])
        gc.collect()
        began = process_time()
        result = start(loaded, trace=trace)
        taken = process_time() - began
        if result.error is not None or result.reports:
            raise SystemExit(f"{program}.exs failed: {result.error} {result.reports}")
        return taken

    with tempfile.TemporaryDirectory() as folder:
        ways = (False, True, Path(folder) / "trace.jsonl")
        for way in ways:
            seconds(10, way)
        return [seconds(count, way) for way in ways]


def loads(count: int) -> list[float]:
    """Return the seconds that loading the lesson takes, so many times, once it is compiled."""
    from simulator.scenario import load

    load(str(LESSON))
    began = process_time()
    for _ in range(count):
        load(str(LESSON))
    return [process_time() - began]


def main(arguments: list[str]) -> None:
    """Measure and print."""
    checkout, program, count = arguments
    sys.path[0] = checkout  # in the place of this file's own folder
    gc.set_threshold(50_000, 20, 100)  # the command's
    print(json.dumps(loads(int(count)) if program == "load" else runs(program, int(count))))


if __name__ == "__main__":
    main(sys.argv[1:])
