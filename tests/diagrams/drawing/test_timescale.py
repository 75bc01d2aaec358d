"""The map between a run's points and a picture's places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.diagrams.drawing.timescale import Row, TimeScale
from simulator.trace.records import At

TIMES = st.lists(st.integers(0, 10**13), min_size=1, max_size=30)


@given(TIMES, st.sampled_from(["steps", "scale"]), st.lists(st.integers(0, 10**13), max_size=5))
def test_the_map_is_monotone_and_can_be_inverted(times, mode, marks):
    rows = [Row(At(t, 3 * seq), 12, 9) for seq, t in enumerate(sorted(times))]
    scale = TimeScale(rows, marks, 50, mode)
    points = [At(row.at.t, row.at.seq + step) for row in rows for step in (0, 1, 2)]
    places = [scale.place(at) for at in points]
    assert places == sorted(places) and len(set(places)) == len(places)
    assert [scale.time(place) for place in places] == [at.t for at in points]
    assert scale.top <= places[0] and places[-1] <= scale.bottom


def test_between_instants_the_inverse_is_exact_to_the_pixel():
    scale = TimeScale([Row(At(0, 0), 10, 10), Row(At(1000, 1), 10, 10)], [], 0, "scale")
    assert scale.time(scale.place(At(250, 5))) == 250
    assert scale.time(-5) == 0 and scale.time(1e9) == 1000


def test_to_scale_means_that_gaps_are_as_long_as_their_times():
    scale = TimeScale([Row(At(t, seq), 10, 10) for seq, t in enumerate((0, 10, 40))], [], 0, "scale")
    first, second, third = scale.instants
    assert third.top - second.bottom == pytest.approx(3 * (second.top - first.bottom))


def test_compressed_gaps_grow_slowly_and_stay_between_bounds():
    scale = TimeScale([], [0, 1, 11, 10**12], 0, "steps")
    gaps = [later.top - earlier.bottom for earlier, later in zip(scale.instants, scale.instants[1:], strict=False)]
    assert gaps == sorted(gaps) and 20 < gaps[0] < gaps[-1] < 60


def test_what_lies_outside_stands_at_the_nearer_end():
    scale = TimeScale([Row(At(10, 4), 10, 10)], [], 100, "steps")
    assert (scale.place(At(3, 0)), scale.place(At(30, 9))) == (scale.top, scale.bottom) == (100, 120)
