"""The fuzzers' long form: ``python -m tests.fuzz traces --count 20000 --seed 0``.

Prints what was wrong, each kind once with a seed that shows it, and ends with status 1 if anything was.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from hostile_traces import look, tampered

LONGEST = 20  # seconds for one trace


def main() -> int:
    """Tamper with as many traces as asked for, and tell what was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("what", choices=["traces"])
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0, help="of the first")
    options = parser.parse_args()
    wrong: Counter[str] = Counter()
    shown = 0
    signal.signal(signal.SIGALRM, _too_long)
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(options.seed, options.seed + options.count):
            signal.alarm(LONGEST)
            try:
                shown += bool(look(tampered(seed), Path(folder)))
            except Exception as problem:
                told = f"{type(problem).__name__}: {str(problem)[:100]} at {_place(problem)}"
                if told not in wrong:
                    print(f"seed {seed}: {told}", flush=True)
                wrong[told] += 1
            signal.alarm(0)
    print(f"{options.count:,} traces, {shown:,} of them shown, {wrong.total():,} wrong in {len(wrong)} ways")
    return 1 if wrong else 0


def _too_long(*_: object) -> None:
    raise TimeoutError(f"more than {LONGEST} seconds")


def _place(problem: Exception) -> str:
    steps = [step for step in traceback.extract_tb(problem.__traceback__) if "simulator" in step.filename]
    return f"{Path(steps[-1].filename).name}:{steps[-1].lineno}" if steps else "no line of ours"


if __name__ == "__main__":
    sys.exit(main())
