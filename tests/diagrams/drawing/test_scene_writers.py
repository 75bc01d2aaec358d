"""The two ways to write a scene: SVG, and xdot for Graphviz."""

import re
from xml.etree import ElementTree

import pytest
from link_stories import HOSTILE

from simulator.diagrams.drawing.fonts import text_width
from simulator.diagrams.drawing.scene import Circle, Group, Pen, Polygon, Polyline, Rect, Scene, Segments, Text
from simulator.diagrams.drawing.svg import svg
from simulator.diagrams.drawing.xdot import picture, xdot
from simulator.terms.visible import printable

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = (
    Rect(10, 10, 80, 30, "#ffeecc", Pen("#aa0000", 2, (4, 2)), 5),
    Circle(120, 25, 10, "#00aa00"),
    Polyline(((10, 60), (90, 60), (90, 90)), Pen("#0000aa", 1, (2, 2))),
    Polygon(((120, 60), (140, 60), (130, 80)), "none", Pen("#000000")),
    Segments((((10, 100), (30, 120)), ((30, 100), (10, 120))), Pen("#000000")),
)


def scene(*shapes):
    return Scene(200, 150, "A <title>", "What & why", shapes)


def test_svg_is_xml_with_a_title_a_description_and_tooltips():
    tree = ElementTree.fromstring(svg(scene(Group("sign", SHAPES, "more & <more>"), Text(5, 5, " a < b "))))
    assert tree.get("role") == "img" and tree.get("viewBox") == "0 0 200 150"
    assert tree.find(f"{SVG}title").text == "A <title>" and tree.find(f"{SVG}desc").text == "What & why"
    group = tree.find(f"{SVG}g")
    assert group.get("class") == "sign" and group.find(f"{SVG}title").text == "more & <more>"
    assert [child.tag.removeprefix(SVG) for child in group][1:] == ["rect", "circle", "polyline", "polygon", "path"]
    assert tree.find(f"{SVG}text").text == " a < b "


@pytest.mark.parametrize("text", [printable(text) for text in HOSTILE.values()], ids=list(HOSTILE))
def test_any_text_survives_both_writers(text):
    drawing = scene(Text(5, 50, text, bold=True))
    assert ElementTree.fromstring(svg(drawing)).find(f"{SVG}text").text == text
    assert picture(drawing, "png").startswith(b"\x89PNG")


def test_xdot_counts_bytes_and_turns_the_picture_over():
    text = xdot(scene(Text(5, 50, "é→", anchor="end")))
    assert f"T 5 98.18 1 {text_width('é→', 13):g} 5 -é→" in text
    assert '_background="' in text and 'pos="200,150"' in text


def test_xdot_parts_a_backslash_from_a_quote():
    assert '\\\N{ZERO WIDTH SPACE}\\"' in xdot(scene(Text(0, 0, 'a\\"b')))


@pytest.mark.parametrize("text", ["→" * 20_000, "\\" * 20_000, '"' * 20_000, "a" * 3_999 + "\\"], ids=list("abcd"))
def test_a_text_of_any_length_is_drawn(text):
    assert picture(scene(Text(5, 50, text)), "png").startswith(b"\x89PNG")


def test_xdot_has_no_dashes_so_it_draws_them():
    strokes = re.findall(r" L 2 ", xdot(scene(Polyline(((0, 0), (30, 0)), Pen("#000000", 1, (5, 5))))))
    assert len(strokes) == 3


@pytest.mark.parametrize(("fmt", "magic"), [("png", b"\x89PNG"), ("pdf", b"%PDF")])
def test_graphviz_makes_a_picture_of_it(fmt, magic):
    assert picture(scene(*SHAPES), fmt).startswith(magic)


def test_a_png_has_the_size_of_the_scene_at_twice_the_resolution():
    png = picture(scene(*SHAPES), "png")
    width, height = (int.from_bytes(png[place : place + 4], "big") for place in (16, 20))
    assert abs(width - 400) <= 2 and abs(height - 300) <= 2
