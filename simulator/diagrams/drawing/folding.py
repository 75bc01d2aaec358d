"""A picture that is wide, folded into lines below each other, as a page has them: the names again before each line.

Nothing is laid out anew. The picture stands in the file once, unseen, and each line is a window to a part of it; a
line begins a little before the one above it ended, so that what was cut at its edge is whole in the next.
"""

from __future__ import annotations

import math

from simulator.diagrams.drawing.animation import Course
from simulator.diagrams.drawing.palette import FAINT, PAPER
from simulator.diagrams.drawing.scene import Scene
from simulator.diagrams.drawing.svg import number, svg

NARROWEST = 480.0
"""Units: a line has room for the names, and for some time beside them."""

_AGAIN = 48.0  # of a line is the end of the one above
_BETWEEN = 26.0


def folded(scene: Scene, course: Course, width: float) -> str:
    """Return *scene*, whose time goes to the right, as SVG in lines of *width*; as it is where that is wide enough.

    Raises ``ValueError`` for a width in which there is no room.

    >>> from simulator.diagrams.drawing.scene import Scene
    >>> wide = Scene(2000, 100, "", "", ())
    >>> folded(wide, Course(False, 100, 1990, 100, 20, 1890, 60), 700).count('<use href="#whole"/>')
    10
    """
    if not NARROWEST <= width <= 1_000_000:
        raise ValueError(f"{width:g} units: give {NARROWEST:g} or more")
    whole = svg(scene)
    if scene.width <= width:
        return whole
    head, body, tail = _parts(whole)
    left, top, high = course.x, course.y, course.height
    room = max(width - left, NARROWEST / 2)
    lines = max(1, math.ceil((scene.width - left - _AGAIN) / (room - _AGAIN)))
    below = top + lines * (high + _BETWEEN)
    height = below + scene.height - top - high
    windows = [_window(0, 0, 0, 0, width, top), _window(0, below, 0, top + high, width, scene.height - top - high)]
    for line in range(lines):
        y = top + line * (high + _BETWEEN)
        windows.append(_window(0, y, 0, top, left, high))
        windows.append(_window(left, y, left + line * (room - _AGAIN), top, room, high))
        if line:
            windows.append(f'<path d="M0,{number(y - _BETWEEN / 2)}H{number(width)}" fill="none" stroke="{FAINT}"/>')
    size = f'width="{number(width)}" height="{number(height)}" viewBox="0 0 {number(width)} {number(height)}"'
    old = f'width="{number(scene.width)}" height="{number(scene.height)}"'
    head = head.replace(f'{old} viewBox="0 0 {number(scene.width)} {number(scene.height)}"', size, 1)
    paper = f'<rect width="{number(width)}" height="{number(height)}" fill="{PAPER}"/>'
    return "\n".join([head, f'<defs><g id="whole">{body}</g></defs>', paper, *windows, tail])


def _parts(whole: str) -> tuple[str, str, str]:
    """Return what stands before the shapes, the shapes without the paper behind them, and what closes the picture."""
    end = whole.index("</desc>") + len("</desc>")
    begin = whole.index("/>", end) + len("/>")
    close = whole.rindex("</svg>")
    return whole[:end], whole[begin:close].strip(), whole[close:]


def _window(x: float, y: float, from_x: float, from_y: float, width: float, height: float) -> str:
    place = f'x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"'
    view = f"{number(from_x)} {number(from_y)} {number(width)} {number(height)}"
    return f'<svg {place} viewBox="{view}"><use href="#whole"/></svg>'
