"""Programs that mean harm: stopped, refused or harmless; never more than that.

The long form, in which each twentieth has a command of its own: ``python -m tests.fuzz programs --count 2000``.
"""

from __future__ import annotations

from itertools import count
from pathlib import Path
from time import process_time

from hostile_programs import REAL, Watched, look, made
from in_process import environment

SEED = 20_001  # of the first; the long form begins at 0
LEAST = 10
SECONDS = 2.0  # of processor time, for as many more as there is time for


def test_a_program_that_means_harm_does_none(tmp_path: Path):
    watched = Watched(tmp_path)
    began = process_time()
    ended = 0
    with environment(watched.home, **watched.variables):
        for seed in count(SEED):
            if seed - SEED >= LEAST and process_time() - began > SECONDS:
                break
            if seed % REAL == 0:
                continue
            try:
                ended += look(seed, watched)
            except Exception as wrong:
                raise AssertionError(f"python -m tests.fuzz programs --seed {seed} --count 1") from wrong
    assert ended, "no program comes to its end: nothing is tried"


def test_the_same_seed_gives_the_same_program(tmp_path: Path):
    watched = Watched(tmp_path)
    assert [made(seed, watched) for seed in range(20)] == [made(seed, watched) for seed in range(20)]
