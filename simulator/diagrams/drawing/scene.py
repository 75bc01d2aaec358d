"""A picture as a list of shapes, before anything is known of the format it will be written in.

The origin is the upper left corner, x grows to the right, y downwards; a unit is a CSS pixel in SVG and a
point in PDF. Layout makes a :class:`Scene` by pure functions, :mod:`simulator.diagrams.drawing.svg` and
:mod:`simulator.diagrams.drawing.xdot` write it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from simulator.diagrams.drawing.palette import INK

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Pen:
    """How an outline is drawn; colours are ``#rrggbb`` or ``none``."""

    color: str = "none"
    """Colour of the line."""
    width: float = 1.5
    """Thickness."""
    dash: tuple[float, ...] = ()
    """Lengths of strokes and gaps in turn; empty for a line without gaps."""


NO_PEN = Pen()


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, its corners round where it has a ``radius``."""

    x: float
    y: float
    width: float
    height: float
    fill: str = "none"
    pen: Pen = NO_PEN
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around ``x``, ``y``."""

    x: float
    y: float
    radius: float
    fill: str = "none"
    pen: Pen = NO_PEN


@dataclass(frozen=True, slots=True)
class Polyline:
    """Straight lines from point to point."""

    points: tuple[Point, ...]
    pen: Pen


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed line around an area."""

    points: tuple[Point, ...]
    fill: str = "none"
    pen: Pen = NO_PEN


@dataclass(frozen=True, slots=True)
class Segments:
    """Many separate lines with one pen, each from a point to a point."""

    lines: tuple[tuple[Point, Point], ...]
    pen: Pen


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text with its baseline at ``y``."""

    x: float
    y: float
    text: str
    size: float = 13
    fill: str = INK
    anchor: Anchor = "start"
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Shapes that are one sign of the picture: ``kind`` says which, ``tooltip`` says more where formats can."""

    kind: str
    shapes: tuple[Shape, ...]
    tooltip: str = ""


Shape = Rect | Circle | Polyline | Polygon | Segments | Text | Group


@dataclass(frozen=True, slots=True)
class Scene:
    """A whole picture."""

    width: float
    height: float
    title: str
    """A short name, for those who cannot see the picture, too."""
    description: str
    """What it shows, in sentences."""
    shapes: tuple[Shape, ...]
    """From back to front."""


def leaves(shapes: tuple[Shape, ...]) -> Iterator[Rect | Circle | Polyline | Polygon | Segments | Text]:
    """Yield the shapes in drawing order, those inside groups too, the groups themselves not."""
    for shape in shapes:
        if isinstance(shape, Group):
            yield from leaves(shape.shapes)
        else:
            yield shape


def dashes(points: tuple[Point, ...], pattern: tuple[float, ...]) -> list[tuple[Point, Point]]:
    """Return the strokes of a line through *points* that is dashed by *pattern*, for formats that cannot do it.

    >>> dashes(((0, 0), (10, 0)), (4, 2))
    [((0, 0), (4.0, 0.0)), ((6.0, 0.0), (10.0, 0.0))]
    """
    strokes: list[tuple[Point, Point]] = []
    place, left = 0, pattern[0]
    for start, end in pairwise(points):
        length, done, here = math.dist(start, end), 0.0, start
        while length - done > 1e-9:
            step = min(left, length - done)
            done, left = done + step, left - step
            there = (start[0] + (end[0] - start[0]) * done / length, start[1] + (end[1] - start[1]) * done / length)
            if place % 2 == 0:
                strokes.append((here, there))
            here = there
            if left <= 1e-9:
                place += 1
                left = pattern[place % len(pattern)]
    return strokes
