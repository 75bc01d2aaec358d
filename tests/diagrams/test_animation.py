"""An SVG that plays by itself, and pictures in words."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from typing import Any

import pytest

from simulator import atom, run
from simulator.diagrams import links, sequence, timeline

SVG = "{http://www.w3.org/2000/svg}"


def talk(proc: Any) -> Any:
    """Ask a process that thinks about it."""

    def answers(proc: Any) -> Any:
        _, sender, text = yield proc.receive()
        yield proc.work(20)
        proc.send(sender, (atom.answer, text))

    pid = proc.spawn_link(answers)
    proc.send(pid, (atom.ask, proc.pid, "<why> & how"))
    yield proc.receive()
    proc.puts("answered")


@pytest.mark.parametrize("make", [sequence, timeline])
def test_the_animation_is_the_picture_with_a_veil_that_goes_along_its_time(make: Any) -> None:
    picture = make(run(talk).trace)
    film = ElementTree.fromstring(picture.animated(5))
    assert not [each for each in film.iter() if each.tag == f"{SVG}script"]
    (style,) = film.iter(f"{SVG}style")
    assert style.text is not None
    assert "prefers-reduced-motion:no-preference" in style.text and "7s linear infinite" in style.text
    assert picture.animated(5).startswith(picture.svg().rsplit("</svg>", 1)[0])
    veil = next(each for each in film.iter(f"{SVG}svg") if each.get("class") == "course")
    course = picture.course
    x, y, width, height = (float(veil.get(name, "")) for name in ("x", "y", "width", "height"))
    assert (x >= 0) and x + width <= picture.scene.width
    assert (y >= 0) and y + height <= picture.scene.height
    assert (y if course.down else x) <= course.start < course.end <= (y + height if course.down else x + width)


def test_its_length_is_that_which_was_asked_for_or_needed() -> None:
    picture = timeline(run(talk).trace)
    assert "6s linear" in picture.animated(4)
    assert 4 <= picture.course.pace <= 40
    assert picture.animated() == picture.animated(picture.course.pace)
    for wrong in (0, -1, 4000, float("nan")):
        with pytest.raises(ValueError, match="more than 0"):
            picture.animated(wrong)


def test_a_picture_in_words_has_everybody_and_everything_in_order() -> None:
    words = sequence(run(talk).trace).alt().splitlines()
    assert words[0] == "Ask a process that thinks about it."
    assert "- talk/0 #PID<0.100.0>" in words
    told = words[words.index("What happens:") + 1 :]
    order = ["spawns and links", ': {:ask, #PID<0.100.0>, "<why> & how"}', "20 ms", "answered"]
    places = [next(n for n, line in enumerate(told) if part in line) for part in order]
    assert places == sorted(places)


def test_the_link_graph_in_words_has_its_ties() -> None:
    words = links(run(talk).trace, at=10).alt().splitlines()
    assert any("is linked with" in line for line in words)
    assert words[0] == "Ask a process that thinks about it.: links and monitors at 10 ms"
