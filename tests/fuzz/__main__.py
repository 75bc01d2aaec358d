"""The fuzzers' long forms: ``python -m tests.fuzz traces --count 20000 --seed 0``, ``sources``, ``programs``.

Prints what was wrong, each kind once with a seed that shows it, and ends with status 1 if anything was.
"""

from __future__ import annotations

import argparse
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import hostile_programs
import hostile_sources
import hostile_traces
from in_process import environment

LONGEST = 40  # seconds for one


@contextmanager
def _traces() -> Iterator[Callable[[int], bool]]:
    with tempfile.TemporaryDirectory() as folder:
        yield lambda seed: bool(hostile_traces.look(hostile_traces.tampered(seed), Path(folder)))


@contextmanager
def _sources() -> Iterator[Callable[[int], bool]]:
    with tempfile.TemporaryDirectory() as folder, environment(Path(folder)):
        yield lambda seed: hostile_sources.look(seed, Path(folder))


@contextmanager
def _programs() -> Iterator[Callable[[int], bool]]:
    with tempfile.TemporaryDirectory() as folder:
        watched = hostile_programs.Watched(Path(folder))
        with environment(watched.home, **watched.variables):
            yield lambda seed: hostile_programs.look(seed, watched)


KINDS: dict[str, Callable[[], Any]] = {"traces": _traces, "sources": _sources, "programs": _programs}
SHOWN = {"traces": "shown", "sources": "run", "programs": "ended by themselves"}
COUNTS = {"traces": 20_000, "sources": 20_000, "programs": 2_000}


def main() -> int:
    """Try as many as asked for, and tell what was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("what", choices=list(KINDS))
    parser.add_argument("--count", type=int, help="20000; of programs 2000")
    parser.add_argument("--seed", type=int, default=0, help="of the first")
    options = parser.parse_args()
    count = options.count or COUNTS[options.what]
    wrong: Counter[str] = Counter()
    fine = 0
    if hasattr(signal, "SIGALRM"):
        signal.signal(signal.SIGALRM, _too_long)
    with KINDS[options.what]() as look:
        for seed in range(options.seed, options.seed + count):
            with _limited():
                try:
                    fine += look(seed)
                except Exception as problem:
                    told = f"{type(problem).__name__}: {str(problem)[:200]} at {_place(problem)}"
                    if told not in wrong:
                        print(f"seed {seed}: {told}", flush=True)
                    wrong[told] += 1
    print(f"{count:,} {options.what}, {fine:,} of them {SHOWN[options.what]}, "
          f"{wrong.total():,} wrong in {len(wrong)} ways")  # fmt: skip
    return 1 if wrong else 0


def _limited() -> Any:
    return _alarm() if hasattr(signal, "SIGALRM") else nullcontext()


@contextmanager
def _alarm() -> Iterator[None]:
    signal.alarm(LONGEST)
    try:
        yield
    finally:
        signal.alarm(0)


def _too_long(*_: object) -> None:
    raise TimeoutError(f"more than {LONGEST} seconds")


def _place(problem: Exception) -> str:
    steps = [step for step in traceback.extract_tb(problem.__traceback__) if "simulator" in step.filename]
    return f"{Path(steps[-1].filename).name}:{steps[-1].lineno}" if steps else "no line of ours"


if __name__ == "__main__":
    sys.exit(main())
