"""The shapes of a sequence diagram's signs, each its own without its colour."""

from __future__ import annotations

import math
from itertools import pairwise

from simulator.diagrams.drawing.palette import (
    ALARM,
    FAINT,
    INK,
    LINK,
    MESSAGE,
    MESSAGE_FILL,
    MONITOR,
    PALE,
    PAPER,
    QUIET,
    RUN,
    RUN_FILL,
    TIMER,
    WORK,
    WORK_FILL,
)
from simulator.diagrams.drawing.scene import Circle, Pen, Point, Polygon, Polyline, Rect, Segments, Shape

_PENS = {
    "message": Pen(MESSAGE, 1.8),
    "call": Pen(MESSAGE, 1.8),
    "cast": Pen(MESSAGE, 1.8),
    "reply": Pen(MESSAGE, 1.6, (5, 4)),
    "ack": Pen(MESSAGE, 1.6, (5, 4)),
    "timer": Pen(TIMER, 1.8, (2, 3)),
    "exit": Pen(ALARM, 1.7),
    "down": Pen(MONITOR, 1.8, (9, 3, 2, 3)),
    "spawn": Pen(INK, 1.6, (7, 4)),
    "spawn_link": Pen(INK, 1.6, (7, 4)),
    "spawn_monitor": Pen(INK, 1.6, (7, 4)),
    "link": Pen(LINK, 1.4),
    "unlink": Pen(LINK, 1.4),
    "monitor": Pen(MONITOR, 1.4),
    "demonitor": Pen(MONITOR, 1.4),
}
Steps = tuple[tuple[float, int], ...]
"""Places, and how many messages wait from there on."""
Leaves = tuple[tuple[float, str], ...]
"""Places where a message goes, and how."""
SPAWNS = frozenset({"spawn", "spawn_link", "spawn_monitor"})
BAR = 7.0
"""Half the width that a lifeline takes: arrows begin and end that far from it."""
BIRTH = 6.0
"""That far from a lifeline ends the arrow that begins it."""
_REMOVED_AT = 0.8  # of the line: clear of its label, which is in the middle


def color(kind: str) -> str:
    """Return the colour of an arrow's label."""
    return _PENS[kind].color


def arrow(kind: str, path: tuple[Point, ...], fate: str = "") -> list[Shape]:
    """Return an arrow's line along *path* and what stands at its ends."""
    pen = _PENS[kind]
    start, before, end = path[0], path[-2], path[-1]
    if kind in ("link", "unlink"):
        return _link(pen, start, end, kind == "unlink")
    if kind in ("monitor", "demonitor"):
        return _monitor(pen, start, end, kind == "demonitor")
    head: list[Shape]
    tip, size = end, 9.0
    if fate == "dropped":
        tip, size = _towards(end, before, 12), 5.0
        head = [_cross(tip, 5.5, Pen(pen.color, 2.4))]
    elif fate == "ignored":
        head = [Circle(*_towards(end, before, 5), 4, PAPER, Pen(pen.color, 1.6))]
    elif fate == "in flight":
        tip, size = _towards(end, before, 26), 0.0
        head = [Circle(*_towards(end, before, away), 1.6, pen.color) for away in (20, 13, 6)]
    elif kind in SPAWNS:
        head = [_vee(before, end, pen.color), *_bond(kind, start, end)]
        size = 1.0
    elif kind in ("cast", "ack"):
        head = [_vee(before, end, pen.color)]
        size = 1.0
    else:
        head = [_triangle(before, end, size, pen.color, hollow=kind == "down")]
    if kind == "call":
        head.append(Rect(start[0] - 3, start[1] - 3, 6, 6, pen.color))
    stop = _towards(tip, before, size)
    line = (*path[:-1], stop)
    return [Polyline(_zigzag(line) if kind == "exit" else line, pen), *head]


def hook(kind: str, x: float, out: float, top: float, bottom: float, fate: str = "") -> list[Shape]:
    """Return an arrow from a lifeline to itself, by way of *out*."""
    return arrow(kind, ((x + BAR, top), (out, top), (out, bottom), (x + BAR, bottom)), fate)


def birth(x: float, y: float) -> Shape:
    """Return the mark of a spawn on the new lifeline."""
    return Circle(x, y, BIRTH - 0.5, PAPER, Pen(INK, 1.8))


def span(kind: str, x: float, top: float, bottom: float) -> list[Shape]:
    """Return a part of a lifeline; ``ready`` is what is between the others."""
    height = bottom - top
    if kind == "active":
        return [Rect(x - 5, top, 10, height, RUN_FILL, Pen(RUN, 1.3), 2)]
    if kind == "work":
        return [Rect(x - 8, top, 16, height, WORK_FILL, Pen(WORK, 1.4)), _hatch(x - 8, x + 8, top, bottom)]
    if kind == "queue":
        return [Rect(x - 8, top, 16, height, PAPER, Pen(WORK, 1.4, (4, 3)))]
    if kind == "turns":
        return [
            Rect(x - 8, top, 16, height, WORK_FILL, Pen(WORK, 1.4)),
            _stripes(x - 8, x + 8, top, bottom, Pen(WORK, 0.9)),
        ]
    if kind == "callback":
        return [Rect(x - 11, top, 22, height, PALE, Pen(QUIET, 1.2), 3)]
    if kind == "receive":
        return [Rect(x - 3, top, 6, height, PAPER, Pen(QUIET, 1.2))]
    if kind == "await":
        pen = Pen(QUIET, 1.2)
        return [Rect(x - 5, top, 10, height, PAPER, pen), _stripes(x - 5, x + 5, top, bottom, pen)]
    pens = {
        "sleep": Pen(QUIET, 2.6, (2, 4)),
        "hibernate": Pen(QUIET, 2.6, (2, 10)),
        "event": Pen(QUIET, 1.8, (8, 4)),
        "ready": Pen(FAINT, 1.4),
    }
    return [Polyline(((x, top), (x, bottom)), pens[kind])]


def ending(kind: str, x: float, y: float) -> list[Shape]:
    """Return the mark at a lifeline's end."""
    if kind == "normal":
        return [Rect(x - 9, y - 2, 18, 4, INK)]
    if kind == "crash":
        star = tuple(
            (x + math.sin(step * math.pi / 8) * reach, y - math.cos(step * math.pi / 8) * reach)
            for step in range(16)
            for reach in ((12.0 if step % 2 == 0 else 6.5),)
        )
        return [Polygon(star, ALARM, Pen(ALARM, 1)), _cross((x, y), 3, Pen(PAPER, 1.8))]
    if kind == "killed":
        return [Circle(x, y, 9, PAPER, Pen(ALARM, 2)), _cross((x, y), 4.5, Pen(ALARM, 2.4))]
    return [_cross((x, y), 7, Pen(ALARM if kind == "died" else INK, 2.8))]


def bracket(x: float, lane: float, top: float, bottom: float, how: str) -> list[Shape]:
    """Return a message's time in the mailbox, beside the lifeline at *x*; *how* it ended stands at its foot."""
    pen = Pen(MESSAGE, 1.2)
    line: list[Shape] = [Polyline(((x - BAR + 2, top), (lane, top), (lane, bottom)), pen)]
    if how == "received":
        return [*line, Polyline(((lane, bottom), (x, bottom)), pen), Circle(x, bottom, 3.4, MESSAGE, Pen(PAPER, 1))]
    if how == "unread":
        return [*line, *unread(lane, bottom)]
    if how == "flushed":
        return [*line, _cross((lane, bottom), 4, Pen(MESSAGE, 2))]
    return line


def pile(
    x: float, near: float, unit: float, steps: Steps, arrivals: tuple[float, ...], leaves: Leaves, bottom: float
) -> list[Shape]:
    """Return a pile of messages beside the lifeline at *x*: it reaches *unit* from *near* for each of them."""
    outline, depth = [(near, steps[0][0])], 0
    for y, now in steps:
        outline += [(near - unit * depth, y), (near - unit * now, y)]
        depth = now
    outline += [(near - unit * depth, bottom), (near, bottom)]
    pen = Pen(MESSAGE, 1.2)
    shapes: list[Shape] = [Polygon(tuple(outline), MESSAGE_FILL, pen)]
    shapes.append(Segments(tuple(((x - BAR + 2, y), (near, y)) for y in arrivals), pen))
    for y, how in leaves:
        if how == "flushed":
            shapes.append(_cross((near, y), 4, Pen(MESSAGE, 2)))
        else:
            shapes += [Polyline(((near, y), (x, y)), pen), Circle(x, y, 3.4, MESSAGE, Pen(PAPER, 1))]
    return shapes


def unread(x: float, y: float) -> list[Shape]:
    """Return the mark of a message that nobody received: an envelope, closed and crossed out."""
    pen = Pen(MESSAGE, 1.3)
    flap = Polyline(((x - 7, y - 5), (x, y + 1), (x + 7, y - 5)), pen)
    return [Rect(x - 7, y - 5, 14, 10, PAPER, pen), flap, Polyline(((x - 9, y + 7), (x + 9, y - 7)), Pen(ALARM, 2))]


def glyph(kind: str, x: float, y: float) -> list[Shape]:
    """Return the small picture before a tag's text, 12 wide; none for a tag that needs none."""
    if kind in ("timer", "cancel", "void"):
        pen = Pen(TIMER, 1.4)
        clock: list[Shape] = [Circle(x, y, 6, PAPER, pen), Polyline(((x, y - 4), (x, y), (x + 3, y + 2)), pen)]
        if kind == "cancel":
            clock.append(Polyline(((x - 7, y + 7), (x + 7, y - 7)), Pen(TIMER, 2)))
        elif kind == "void":
            clock[1] = _cross((x, y), 6, Pen(TIMER, 1.6))
        return clock
    if kind in ("deadline", "timeout"):
        glass = ((x - 4.5, y - 6), (x + 4.5, y - 6), (x - 4.5, y + 6), (x + 4.5, y + 6))
        return [Polygon(glass, QUIET if kind == "timeout" else PAPER, Pen(QUIET, 1.3))]
    if kind in ("name", "unname"):
        outline = ((x - 6, y), (x - 2, y - 5), (x + 6, y - 5), (x + 6, y + 5), (x - 2, y + 5))
        label: list[Shape] = [Polygon(outline, PAPER, Pen(QUIET, 1.3)), Circle(x - 1, y, 1.3, QUIET)]
        if kind == "unname":
            label.append(Polyline(((x - 7, y + 7), (x + 7, y - 7)), Pen(QUIET, 2)))
        return label
    if kind == "restart":
        turn = tuple(
            (x + 5.5 * math.cos(step * math.pi / 8), y + 5.5 * math.sin(step * math.pi / 8)) for step in range(-4, 9)
        )
        return [Polyline(turn, Pen(INK, 1.6)), _triangle((x - 5.5, y + 3), (x - 5.5, y - 4.5), 6, INK, hollow=False)]
    if kind == "flag":
        cloth = ((x - 4, y - 6), (x + 6, y - 3), (x - 4, y))
        return [Polyline(((x - 4, y - 6), (x - 4, y + 6)), Pen(QUIET, 1.5)), Polygon(cloth, QUIET)]
    return []


def _bond(kind: str, start: Point, end: Point) -> list[Shape]:
    """What a spawn has of the bond that it makes: the dots of a link, the eye of a monitor."""
    if kind == "spawn_link":
        return [Circle(*start, 4, LINK), Circle(*_towards(end, start, -BIRTH), 2.8, LINK)]
    if kind == "spawn_monitor":
        x, y = _towards(start, end, 16)
        upper = [(x + step * 2.5, y - 5 * math.cos(step * math.pi / 8)) for step in range(-4, 5)]
        lower = [(px, 2 * y - py) for px, py in reversed(upper[1:-1])]
        return [Polygon((*upper, *lower), PAPER, Pen(MONITOR, 1.5)), Circle(x, y, 2.4, MONITOR)]
    return []


def _link(pen: Pen, start: Point, end: Point, removed: bool) -> list[Shape]:
    across = _unit(start, end)
    side = (-across[1] * 2, across[0] * 2)
    shapes: list[Shape] = []
    for sign in (-1, 1):
        shift = (side[0] * sign, side[1] * sign)
        pair = (start[0] + shift[0], start[1] + shift[1]), (end[0] + shift[0], end[1] + shift[1])
        shapes += _parted(pair[0], pair[1], pen) if removed else [Polyline(pair, pen)]
    shapes += [Circle(*start, 4, pen.color), Circle(*end, 4, pen.color)]
    return [*shapes, _slashes(start, end, pen)] if removed else shapes


def _monitor(pen: Pen, start: Point, end: Point, removed: bool) -> list[Shape]:
    begin, stop = _towards(start, end, 4), _towards(end, start, 8)
    shapes = _parted(begin, stop, pen) if removed else [Polyline((begin, stop), pen)]
    shapes += [Circle(*start, 4, PAPER, Pen(pen.color, 1.8)), _triangle(start, end, 8, pen.color, hollow=True)]
    return [*shapes, _slashes(start, end, pen)] if removed else shapes


def _parted(start: Point, end: Point, pen: Pen) -> list[Shape]:
    """A line with a gap where :func:`_slashes` go."""
    here = math.dist(start, end) * _REMOVED_AT
    return [
        Polyline((start, _towards(start, end, here - 5)), pen),
        Polyline((_towards(start, end, here + 5), end), pen),
    ]


def _slashes(start: Point, end: Point, pen: Pen) -> Shape:
    x, y = _towards(start, end, math.dist(start, end) * _REMOVED_AT)
    pair = (((x - 6, y + 5), (x - 2, y - 5)), ((x + 2, y + 5), (x + 6, y - 5)))
    return Segments(pair, Pen(pen.color, 1.8))


def _cross(at: Point, arm: float, pen: Pen) -> Shape:
    x, y = at
    return Segments((((x - arm, y - arm), (x + arm, y + arm)), ((x - arm, y + arm), (x + arm, y - arm))), pen)


def _triangle(start: Point, end: Point, size: float, fill: str, hollow: bool) -> Shape:
    ux, uy = _unit(start, end)
    bx, by = end[0] - ux * size, end[1] - uy * size
    half = size * 0.48
    corners = (end, (bx - uy * half, by + ux * half), (bx + uy * half, by - ux * half))
    return Polygon(corners, PAPER if hollow else fill, Pen(fill, 1.4 if hollow else 0.8))


def _vee(start: Point, end: Point, paint: str) -> Shape:
    ux, uy = _unit(start, end)
    bx, by = end[0] - ux * 9, end[1] - uy * 9
    return Polyline(((bx - uy * 5, by + ux * 5), end, (bx + uy * 5, by - ux * 5)), Pen(paint, 1.6))


def _zigzag(path: tuple[Point, ...]) -> tuple[Point, ...]:
    """A line like lightning, straight at both ends of each part."""
    points = [path[0]]
    for start, end in pairwise(path):
        ux, uy = _unit(start, end)
        length, along, swing = math.dist(start, end), 6.0, 1
        while along < length - 8:
            points.append((start[0] + ux * along - uy * 3.2 * swing, start[1] + uy * along + ux * 3.2 * swing))
            along, swing = along + 6, -swing
        points += [_towards(end, start, min(5.0, length)), end]
    return tuple(points)


def _hatch(left: float, right: float, top: float, bottom: float) -> Shape:
    """Slanted lines inside a rectangle."""
    width, lines = right - left, []
    foot = top + 7
    while foot < bottom + width:
        low, high = min(foot, bottom), max(foot - width, top)
        lines.append(((left + foot - low, low), (left + foot - high, high)))
        foot += 7
    return Segments(tuple(lines), Pen(WORK, 0.9))


def _stripes(left: float, right: float, top: float, bottom: float, pen: Pen) -> Shape:
    """Level lines inside a rectangle."""
    count = int((bottom - top) // 5)
    return Segments(tuple(((left, top + 5 * n), (right, top + 5 * n)) for n in range(1, count + 1)), pen)


def _unit(start: Point, end: Point) -> Point:
    length = math.dist(start, end) or 1.0
    return (end[0] - start[0]) / length, (end[1] - start[1]) / length


def _towards(start: Point, end: Point, length: float) -> Point:
    ux, uy = _unit(start, end)
    return start[0] + ux * length, start[1] + uy * length
