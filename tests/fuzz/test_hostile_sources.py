"""Sources that somebody has tampered with: refused with what is wrong, or run; never more than that.

The long form: ``python -m tests.fuzz sources --count 20000``.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path
from time import process_time

from hostile_sources import look, tampered
from in_process import environment

SEED = 20_000  # of the first; the long form begins at 0
LEAST = 20
SECONDS = 3.0  # of processor time, for as many more as there is time for


def test_a_source_that_was_tampered_with_is_refused_or_run(tmp_path: Path):
    began = process_time()
    ran = 0
    with environment(tmp_path):
        for seed in count(SEED):
            if seed - SEED >= LEAST and process_time() - began > SECONDS:
                break
            try:
                ran += look(seed, tmp_path)
            except Exception as wrong:
                raise AssertionError(f"python -m tests.fuzz sources --seed {seed} --count 1") from wrong
    assert ran, "nothing gets past the compiler: nothing is tried"


def test_the_same_seed_gives_the_same_source():
    assert [tampered(seed) for seed in range(20)] == [tampered(seed) for seed in range(20)]
    assert len({tampered(seed) for seed in range(20)}) == 20
