"""Write a scene as DOT whose background is the picture, so that Graphviz makes PNG and PDF of it.

The drawing is in xdot, the language of Graphviz's own drawing operations
(https://graphviz.org/docs/outputs/canon/#xdot), as the ``_background`` of a graph that is empty but for two
points that nobody sees, which hold the picture's corners. There y grows upwards.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from simulator.diagrams.drawing.fonts import FAMILY, text_width
from simulator.diagrams.drawing.graphviz_render import PNG_DPI, Format, render
from simulator.diagrams.drawing.palette import PAPER
from simulator.diagrams.drawing.scene import (
    Circle,
    Pen,
    Point,
    Polygon,
    Polyline,
    Rect,
    Scene,
    Segments,
    Text,
    dashes,
    leaves,
)
from simulator.diagrams.drawing.svg import number

_ALIGN = {"start": -1, "middle": 0, "end": 1}
_LONGEST, _LARGEST = 30_000, 80_000_000  # pixels of a PNG: Cairo has 32,767 a side at most, and memory is finite
_LOWER = 0.14  # of a text's size: Graphviz 2 draws text 0.2 above where it should stand, Graphviz 14 0.05
_PIECES = re.compile(r"(?:[^\\]|\\.){1,4000}", re.DOTALL)  # an escape is whole, a character has four bytes at most
_SEPARATE = "\N{ZERO WIDTH SPACE}"


def picture(scene: Scene, fmt: Format) -> bytes:
    """Return *scene* as ``png`` or ``pdf``.

    Raises :class:`simulator.diagrams.drawing.graphviz_render.RenderError` where there is no Graphviz or it fails. A
    very large PNG gets fewer dots an inch.
    """
    by_side = 72 * _LONGEST / max(scene.width, scene.height)
    dpi = int(min(PNG_DPI, by_side, 72 * math.sqrt(_LARGEST / (scene.width * scene.height))))
    args = ["-n2", f"-Gdpi={dpi}"] if fmt == "png" else ["-n2"]
    return render(xdot(scene), fmt, engine="neato", args=args)


def xdot(scene: Scene) -> str:
    """Return *scene* as DOT text for ``neato -n2``."""
    operations = _broken("".join(f"{operation} " for operation in _Writer(scene.height).write(scene)))
    width, height = number(scene.width), number(scene.height)
    return (
        f'digraph {{\n  graph [bb="0,0,{width},{height}", pad=0, bgcolor="{PAPER}", _background="{operations}"];\n'
        f"  node [style=invis, shape=point, width=0.01, height=0.01];\n"
        f'  low [pos="0,0"];\n  high [pos="{width},{height}"];\n}}\n'
    )


def _broken(text: str) -> str:
    """Return what stands between the quotes of a DOT string with line ends in it that count for nothing.

    Graphviz reads at most 16,384 bytes of a string up to its end or a backslash, whatever stands in it.
    """
    return "\\\n".join(_PIECES.findall(text))


class _Writer:
    """Turns shapes into operations; says a colour, a width or a font only where it changes."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._now: dict[str, str] = {}

    def write(self, scene: Scene) -> Iterator[str]:
        for shape in leaves(scene.shapes):
            if isinstance(shape, Text):
                yield from self._text(shape)
            elif isinstance(shape, Rect):
                yield from self._area(_outline(shape), shape.fill, shape.pen)
            elif isinstance(shape, Polygon):
                yield from self._area(shape.points, shape.fill, shape.pen)
            elif isinstance(shape, Polyline):
                yield from self._line(shape.points, shape.pen)
            elif isinstance(shape, Circle):
                yield from self._circle(shape)
            else:
                yield from self._segments(shape)

    def _set(self, operation: str, value: str) -> Iterator[str]:
        if self._now.get(operation) != value:
            self._now[operation] = value
            yield f"{operation} {value}"

    def _pen(self, pen: Pen) -> Iterator[str]:
        yield from self._set("c", _string(pen.color))
        yield from self._set("S", _string(f"setlinewidth({number(pen.width)})"))

    def _points(self, points: tuple[Point, ...]) -> str:
        return " ".join(f"{number(x)} {number(self._height - y)}" for x, y in points)

    def _area(self, points: tuple[Point, ...], fill: str, pen: Pen) -> Iterator[str]:
        if fill != "none":
            yield from self._set("C", _string(fill))
            # A filled polygon is outlined, too: with the pen where there is one, else as thin as can be.
            yield from self._pen(pen if pen.color != "none" and not pen.dash else Pen(fill, 0))
            yield f"P {len(points)} {self._points(points)}"
        if pen.color != "none" and (fill == "none" or pen.dash):
            yield from self._line((*points, points[0]), pen)

    def _line(self, points: tuple[Point, ...], pen: Pen) -> Iterator[str]:
        yield from self._pen(pen)
        if pen.dash:
            for stroke in dashes(points, pen.dash):
                yield f"L 2 {self._points(stroke)}"
        else:
            yield f"L {len(points)} {self._points(points)}"

    def _circle(self, shape: Circle) -> Iterator[str]:
        place = f"{number(shape.x)} {number(self._height - shape.y)} {number(shape.radius)} {number(shape.radius)}"
        if shape.fill != "none":
            yield from self._set("C", _string(shape.fill))
            yield from self._pen(shape.pen if shape.pen.color != "none" else Pen(shape.fill, 0))
            yield f"E {place}"
        elif shape.pen.color != "none":
            yield from self._pen(shape.pen)
            yield f"e {place}"

    def _segments(self, shape: Segments) -> Iterator[str]:
        yield from self._pen(shape.pen)
        for line in shape.lines:
            yield f"L 2 {self._points(line)}"

    def _text(self, shape: Text) -> Iterator[str]:
        yield from self._set("c", _string(shape.fill))
        yield from self._set("F", f"{number(shape.size)} {_string(FAMILY)}")
        yield from self._set("t", str(int(shape.bold) + 2 * int(shape.italic)))
        width = number(text_width(shape.text, shape.size, shape.bold))
        place = f"{number(shape.x)} {number(self._height - shape.y - _LOWER * shape.size)}"
        yield f"T {place} {_ALIGN[shape.anchor]} {width} {_string(shape.text)}"


def _string(text: str) -> str:
    """A string of xdot inside a quoted string of DOT: its length in bytes first.

    DOT has no way to write a backslash before a quote, so an invisible character parts the two.
    """
    parted = text.replace('\\"', f'\\{_SEPARATE}"')
    return f"{len(parted.encode())} -{parted}".replace('"', '\\"')


def _outline(rect: Rect) -> tuple[Point, ...]:
    """The corners of a rectangle; a round one gets five points for each quarter of a circle."""
    x, y, right, bottom = rect.x, rect.y, rect.x + rect.width, rect.y + rect.height
    if not rect.radius:
        return (x, y), (right, y), (right, bottom), (x, bottom)
    radius = min(rect.radius, rect.width / 2, rect.height / 2)
    low, high, near, far = y + radius, bottom - radius, x + radius, right - radius
    centres = ((far, low), (far, high), (near, high), (near, low))
    return tuple(
        (cx + radius * math.sin(angle), cy - radius * math.cos(angle))
        for quarter, (cx, cy) in enumerate(centres)
        for angle in ((quarter + step / 4) * math.pi / 2 for step in range(5))
    )
