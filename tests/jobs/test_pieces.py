"""Work over processes and a cluster: all of it comes back, and what a lost worker had is given out again."""

from __future__ import annotations

import os
from contextlib import closing
from pathlib import Path

import pytest

from simulator.jobs import JobsError, LostWork, done


def square(number):
    return number * number


def fail(number):
    raise ValueError(f"no {number}")


def die_once(task):
    """End the worker that has the piece, the first time that it is given out."""
    number, folder = task
    mark = Path(folder) / str(number)
    if number == 1 and not mark.exists():
        mark.touch()
        os._exit(9)
    return number


def die(_):
    os._exit(9)


def test_one_job_works_here_and_in_order():
    assert list(done(square, [3, 1, 2])) == [(0, 9), (1, 1), (2, 4)]


def test_processes_do_all_of_it():
    assert sorted(done(square, range(5), jobs=2)) == [(number, number * number) for number in range(5)]


def test_what_a_lost_worker_had_is_given_out_again(tmp_path):
    pieces = [(number, str(tmp_path)) for number in range(4)]
    assert sorted(done(die_once, pieces, jobs=2)) == [(number, number) for number in range(4)]
    assert (tmp_path / "1").exists()


def test_a_piece_that_ends_every_worker_is_an_error():
    with pytest.raises(LostWork, match="3 times"):
        list(done(die, [1, 2], jobs=2))


def test_what_the_function_raises_is_raised():
    with pytest.raises(ValueError, match="no 1"):
        list(done(fail, [1, 1], jobs=2))


def test_closing_ends_the_workers():
    with closing(done(square, range(50), jobs=2)) as results:
        next(results)
    from multiprocessing import active_children

    assert not active_children()


def test_a_cluster_of_two_workers_of_which_one_is_killed(tmp_path):
    pytest.importorskip("distributed")
    pieces = [(number, str(tmp_path)) for number in range(4)]
    assert sorted(done(die_once, pieces, jobs=2, dask="local")) == [(number, number) for number in range(4)]
    assert (tmp_path / "1").exists()


def test_a_cluster_that_is_not_there(monkeypatch):
    pytest.importorskip("distributed")
    monkeypatch.setattr("simulator.jobs.cluster._PATIENCE", 1)
    with pytest.raises(JobsError, match="no Dask cluster at tcp://127.0.0.1:1"):
        list(done(square, [1], dask="tcp://127.0.0.1:1"))
