"""A wide timeline in lines below each other: all of it is there, and nothing twice but the edges."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from itertools import pairwise
from typing import Any

import pytest

from simulator import run
from simulator.diagrams import timeline

SVG = "{http://www.w3.org/2000/svg}"


def chatter(proc: Any) -> Any:
    """Say a lot to oneself."""
    for number in range(120):
        proc.send(proc.pid, number)
        yield proc.receive()
        yield proc.sleep(10)


def windows(text: str) -> list[tuple[list[float], list[float]]]:
    """Where each window is, and of which part: x, y, width, height."""
    found = []
    for one in ElementTree.fromstring(text).iter(f"{SVG}svg"):
        if one.find(f"{SVG}use") is not None:
            place = [float(one.get(name, "")) for name in ("x", "y", "width", "height")]
            found.append((place, [float(part) for part in one.get("viewBox", "").split()]))
    return found


def test_the_lines_hold_all_of_the_picture() -> None:
    picture = timeline(run(chatter).trace)
    scene, course = picture.scene, picture.course
    assert scene.width > 2_000
    text = picture.folded(900)
    found = windows(text)
    assert all(place[0] + place[2] <= 900 and place[2:] == part[2:] for place, part in found)
    tops = sorted({(place[1], place[1] + place[3]) for place, _ in found if place[0] == 0})
    assert all(bottom <= top for (_, bottom), (top, _) in pairwise(tops))
    lines = [part for place, part in found if place[0] > 0]
    assert lines[0][0] == course.x and lines[-1][0] + lines[-1][2] >= scene.width
    for before, after in pairwise(lines):
        assert before[0] < after[0] < before[0] + before[2]
    names = [part for place, part in found if place[0] == 0 and part[2] == pytest.approx(course.x, abs=0.01)]
    assert len(names) == len(lines)
    whole = ElementTree.fromstring(text)
    assert float(whole.get("width", "")) == 900
    assert max(place[1] + place[3] for place, _ in found) <= float(whole.get("height", ""))


def test_a_picture_that_fits_stays_as_it_is_and_no_line_is_too_narrow() -> None:
    picture = timeline(run(chatter).trace)
    assert picture.folded(100_000) == picture.svg()
    for wrong in (0, 100, -5, float("nan")):
        with pytest.raises(ValueError, match="480 or more"):
            picture.folded(wrong)
