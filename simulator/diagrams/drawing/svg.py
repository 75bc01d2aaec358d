"""Write a scene as SVG: one file that needs nothing else, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from simulator.diagrams.drawing.fonts import SVG_FAMILY
from simulator.diagrams.drawing.palette import PAPER
from simulator.diagrams.drawing.scene import (
    Circle,
    Group,
    Pen,
    Point,
    Polygon,
    Polyline,
    Rect,
    Scene,
    Segments,
    Shape,
    Text,
)
from simulator.terms.visible import printable


def svg(scene: Scene) -> str:
    """Return *scene* as the text of an SVG file.

    Tooltips are ``<title>`` elements of groups; the picture's own title and description are there for readers
    who hear it. The background is white in it, so that it reads alike on a dark page.
    """
    width, height = number(scene.width), number(scene.height)
    size = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title description"',
        f' font-family="{SVG_FAMILY}">',
        f'<title id="title">{_escaped(scene.title)}</title>',
        f'<desc id="description">{_escaped(scene.description)}</desc>',
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
    ]
    for shape in scene.shapes:
        lines.extend(_shape(shape))
    lines.append("</svg>")
    return "\n".join(lines) + "\n"


def number(value: float) -> str:
    """Return *value* with two decimals at most and no needless zeros.

    >>> number(3.0), number(2.504), number(-0.001)
    ('3', '2.5', '0')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _shape(shape: Shape) -> Iterator[str]:
    if isinstance(shape, Group):
        yield f"<g class={quoteattr(shape.kind)}>"
        if shape.tooltip:
            yield f"<title>{_escaped(shape.tooltip)}</title>"
        for inner in shape.shapes:
            yield from _shape(inner)
        yield "</g>"
    else:
        yield _leaf(shape)


def _leaf(shape: Rect | Circle | Polyline | Polygon | Segments | Text) -> str:
    if isinstance(shape, Text):
        return _text(shape)
    if isinstance(shape, Rect):
        place = f'x="{number(shape.x)}" y="{number(shape.y)}"'
        size = f'width="{number(shape.width)}" height="{number(shape.height)}"'
        radius = f' rx="{number(shape.radius)}"' if shape.radius else ""
        return f"<rect {place} {size}{radius}{_paint(shape.fill, shape.pen)}/>"
    if isinstance(shape, Circle):
        place = f'cx="{number(shape.x)}" cy="{number(shape.y)}" r="{number(shape.radius)}"'
        return f"<circle {place}{_paint(shape.fill, shape.pen)}/>"
    if isinstance(shape, Polygon):
        return f'<polygon points="{_points(shape.points)}"{_paint(shape.fill, shape.pen)}/>'
    if isinstance(shape, Polyline):
        return f'<polyline points="{_points(shape.points)}"{_paint("none", shape.pen)}/>'
    lines = "".join(f"M{_point(start)}L{_point(end)}" for start, end in shape.lines)
    return f'<path d="{lines}"{_paint("none", shape.pen)}/>'


def _text(shape: Text) -> str:
    style = f' text-anchor="{shape.anchor}"' if shape.anchor != "start" else ""
    style += ' font-weight="bold"' if shape.bold else ""
    style += ' font-style="italic"' if shape.italic else ""
    place = f'x="{number(shape.x)}" y="{number(shape.y)}" font-size="{number(shape.size)}"'
    return f'<text {place} fill="{shape.fill}"{style} xml:space="preserve">{_escaped(shape.text)}</text>'


def _escaped(text: str) -> str:
    """Return text as XML has it: no character in it that XML forbids, whatever a trace calls its processes."""
    return escape("\n".join(map(printable, text.split("\n"))))


def _paint(fill: str, pen: Pen) -> str:
    paint = f' fill="{fill}"'
    if pen.color != "none":
        paint += f' stroke="{pen.color}" stroke-width="{number(pen.width)}"'
        if pen.dash:
            paint += f' stroke-dasharray="{" ".join(number(length) for length in pen.dash)}"'
    return paint


def _point(point: Point) -> str:
    return f"{number(point[0])},{number(point[1])}"


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(_point(point) for point in points)
