"""Which processes a picture shows."""

import pytest

from simulator.diagrams.selection import NothingToDraw, select
from simulator.terms.errors import SimulatorError
from simulator.trace.records import At, Name, Process
from simulator.trace.told import History, UnknownProcess


@pytest.fixture
def story() -> History:
    main, *jobs = [Process(100, function="main/1", id="0"), *(Process(n, function="Pool.job/2") for n in (101, 102))]
    named = Process(103, function="loop/1", names=[Name(":counter", At(0, 1), None)])
    return History(processes={p.pid: p for p in (named, main, *jobs)})


@pytest.mark.parametrize(
    ("only", "hide", "pids"),
    [
        ([], [], (103, 100, 101, 102)),
        (["Pool.job"], [], (101, 102)),
        (["Pool.job/2", "counter"], [], (103, 101, 102)),
        ([], [":counter", "#PID<0.102.0>"], (100, 101)),
        (["Pool.job"], ["0.101.0"], (102,)),
        (["main"], ["main"], ()),
    ],
)
def test_only_keeps_and_hide_takes_away_in_order_of_appearance(story, only, hide, pids):
    assert select(story, only, hide) == pids
    assert select(story, iter(only), iter(hide)) == pids


@pytest.mark.parametrize("which", ["only", "hide"])
def test_an_unknown_name_is_an_error_with_the_nearest(story, which):
    with pytest.raises(UnknownProcess, match="'countr'; did you mean 'counter'") as caught:
        select(story, **{which: ["main", "countr"]})
    assert isinstance(caught.value, SimulatorError) and isinstance(caught.value, LookupError)


def test_a_history_without_processes_is_an_error():
    with pytest.raises(NothingToDraw, match="no events"):
        select(History())
