"""The timeline: each thing is where its time is, and no text meets another."""

from __future__ import annotations

import xml.dom.minidom
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from link_stories import MS
from sequence_stories import chance, crowd, serving

from simulator import run
from simulator.diagrams import NothingToDraw, timeline
from simulator.diagrams.drawing.fonts import text_width
from simulator.diagrams.drawing.scene import Group, Rect, Segments, Text, leaves
from simulator.diagrams.sequences.layout import TAG
from simulator.diagrams.sequences.plan import plan
from simulator.diagrams.timelines.draw import turned
from simulator.diagrams.timelines.layout import lanes
from simulator.scenario import load, start
from simulator.trace.told import UnknownProcess

ROOT = Path(__file__).parents[3]
SCENARIOS = sorted((ROOT / "scenarios").rglob("*.py"))


def labels(place):
    """Left, right and row of every text below each lane."""
    return [(label.pid, label.row, label.x, label.x + text_width(label.text, TAG)) for label in place.labels]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("mode", ["steps", "scale"])
def test_no_label_meets_another(seed, mode):
    place = lanes(plan(chance(seed), "chance", None, None, (), ()), mode)
    for one, other in combinations(labels(place), 2):
        if one[:2] == other[:2]:
            assert one[3] <= other[2] or other[3] <= one[2]


@pytest.mark.parametrize("seed", range(6))
def test_time_goes_to_the_right_and_can_be_read_back(seed):
    place = lanes(plan(chance(seed), "chance", None, None, (), ()), "scale")
    lefts = [instant.top for instant in place.scale.instants]
    assert lefts == sorted(lefts)
    assert all(place.scale.time((i.top + i.bottom) / 2) == i.t for i in place.scale.instants)


def test_lanes_stand_apart():
    place = lanes(plan(crowd(30, 300), "crowd", None, None, (), ()), "steps")
    heights = list(place.y.values())
    assert all(later - earlier >= 30 for earlier, later in pairwise(heights))


def test_twice_as_long_is_twice_as_wide_to_scale():
    def two(proc):
        yield proc.sleep(100)
        yield proc.sleep(200)

    place = lanes(plan(run(two).trace, "two", None, None, (), ()), "scale")
    first, second, third = place.scale.instants
    assert second.bottom < third.top
    assert third.top - second.bottom == pytest.approx(2 * (second.top - first.bottom))


def test_a_crowded_picture_says_what_it_leaves_out():
    picture = timeline(crowd(50, 600))
    assert "lifelines are drawn" in picture.svg() and "arrows are drawn" in picture.svg()


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_every_scenario_has_a_timeline(path):
    loaded = load(str(path))
    loaded.config.limit = 2000
    picture = timeline(start(loaded, trace=True).trace)
    xml.dom.minidom.parseString(picture.svg())
    scene = picture.scene
    for shape in leaves(scene.shapes):
        if isinstance(shape, Text):
            assert 0 <= shape.x <= scene.width and 0 <= shape.y <= scene.height
        elif isinstance(shape, Rect):
            assert shape.x + shape.width <= scene.width + 1


def test_turning_twice_changes_nothing():
    for shape in timeline(serving()).scene.shapes:
        assert turned(turned(shape)) == shape
    lines = Segments((((1, 2), (3, 4)),), pen=None)  # type: ignore[arg-type]
    assert turned(lines).lines == (((2, 1), (4, 3)),)  # type: ignore[union-attr]


def test_a_part_of_the_time_and_of_the_processes():
    whole, part = (timeline(serving(), **given).scene for given in ({}, {"start": 10 * MS, "end": 200 * MS}))
    count = [sum(isinstance(shape, Group) for shape in scene.shapes) for scene in (whole, part)]
    assert count[1] < count[0]
    with pytest.raises(UnknownProcess):
        timeline(serving(), only=["nobody"])
    with pytest.raises(NothingToDraw):
        timeline([])
    with pytest.raises(ValueError, match="steps"):
        timeline(serving(), time="years")  # type: ignore[arg-type]


def test_it_shows_itself_in_a_notebook():
    picture = timeline(serving())
    assert picture._repr_mimebundle_() == {"image/svg+xml": picture.svg()}
    assert picture.svg() == timeline(serving()).svg()
