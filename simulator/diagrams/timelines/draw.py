"""The shapes of a timeline, from its layout.

The parts of a lifeline and the messages that wait are those of the sequence diagram, turned on their side.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from simulator.diagrams.drawing.fonts import text_width
from simulator.diagrams.drawing.palette import ALARM, BAND, FAINT, INK, PALE, PAPER, QUIET, TIMER
from simulator.diagrams.drawing.scene import Circle, Group, Pen, Point, Polygon, Polyline, Rect, Segments, Shape, Text
from simulator.diagrams.sequences import glyphs
from simulator.diagrams.sequences.draw import ENDINGS
from simulator.diagrams.sequences.layout import GLYPH_TAGS, HEAD, SMALL, TAG
from simulator.diagrams.sequences.plan import lands
from simulator.diagrams.sequences.signs import Arrow, Tag, place_of
from simulator.diagrams.timelines.layout import FIRST_ROW, MARGIN, ROW, Label, Lanes
from simulator.terms.durations import duration_text
from simulator.terms.visible import printable
from simulator.trace.records import At, Process, Timer

_STUB = 26.0  # length of an arrow that goes nowhere
_TIMER = 11.0  # below a lane: the line of a timer


def turned(shape: Shape) -> Shape:
    """Return a shape with x and y exchanged; texts stay as they are."""
    if isinstance(shape, Rect):
        return Rect(shape.y, shape.x, shape.height, shape.width, shape.fill, shape.pen, shape.radius)
    if isinstance(shape, Circle):
        return Circle(shape.y, shape.x, shape.radius, shape.fill, shape.pen)
    if isinstance(shape, Polyline):
        return Polyline(_turned(shape.points), shape.pen)
    if isinstance(shape, Polygon):
        return Polygon(_turned(shape.points), shape.fill, shape.pen)
    if isinstance(shape, Segments):
        return Segments(tuple((start[::-1], end[::-1]) for start, end in shape.lines), shape.pen)
    if isinstance(shape, Group):
        return Group(shape.kind, tuple(turned(inner) for inner in shape.shapes), shape.tooltip)
    return Text(shape.y, shape.x, shape.text, shape.size, shape.fill, shape.anchor, shape.bold, shape.italic)


def _turned(points: tuple[Point, ...]) -> tuple[Point, ...]:
    return tuple((y, x) for x, y in points)


def heads(place: Lanes) -> Iterator[Shape]:
    """Yield what each lane is called."""
    for process in place.plan.lifelines:
        lines, y = place.heads[process.pid], place.y[process.pid]
        texts = [
            Text(MARGIN, y + 4 + 14 * n, line, SMALL if n else HEAD, QUIET if n else INK, bold=not n)
            for n, line in enumerate(lines)
        ]
        told = [process.label, process.function, process.pid_text, process.id and f"id {process.id}"]
        yield Group("process", tuple(texts), printable(" · ".join(dict.fromkeys(line for line in told if line))))


def axis(place: Lanes) -> Iterator[Shape]:
    """Yield the axis: a bar for each instant; its time where there is room for it."""
    y, free = place.top, [0.0, 0.0]
    for instant in place.scale.instants:
        yield Rect(instant.top, y - 3, max(instant.bottom - instant.top, 2), 6, INK, radius=3)
        text = duration_text(instant.t)
        x, width = (instant.top + instant.bottom) / 2, text_width(text, SMALL, bold=True)
        row = next((n for n, end in enumerate(free) if end < x - width / 2), None)
        if row is not None:
            free[row] = x + width / 2 + 8
            yield Group(
                "instant", (Text(x, y - 9 - 13 * row, text, SMALL, INK, "middle", bold=True),), f"{instant.t:,} ns"
            )
    for earlier, later in pairwise(place.scale.instants):
        yield Polyline(((earlier.bottom, y), (later.top, y)), Pen(FAINT, 1.4))


def bands(place: Lanes) -> Iterator[Shape]:
    """Yield the strips in which time stands still."""
    for instant in place.scale.instants:
        yield Rect(instant.top, place.top, max(instant.bottom - instant.top, 1), place.bottom - place.top, BAND)


def strips(place: Lanes) -> Iterator[Shape]:
    """Yield each lane: its parts, from the process's birth to its end."""
    scale = place.scale
    for process in place.plan.lifelines:
        y = place.y[process.pid]
        start = scale.top if process.start is None else scale.place(process.start)
        end = _end(place, process)
        yield Polyline(((place.left - 8, y), (place.right, y)), Pen(PALE, 1, (2, 5)))
        yield Group("ready", (turned(glyphs.span("ready", y, start, end)[0]),), "ready to run, or not looking yet")
        for span in (*place.plan.callbacks, *place.plan.spans):
            if span.pid != process.pid:
                continue
            left = scale.place(span.start)
            right = end if span.end is None or span.end > place.plan.last else scale.place(span.end)
            right = max(right, left + 5) if span.kind == "active" else right
            if right > left:
                shapes = glyphs.span(span.kind, y, left, min(right, max(end, left + 5)))
                yield Group(span.kind, tuple(turned(shape) for shape in shapes), span.tooltip)
        if process.start is not None and place.plan.shows(process.start):
            yield turned(glyphs.birth(y, start))
        if process.end is None or process.end > place.plan.last:
            yield Group("alive", tuple(Circle(end + 6 + 5 * n, y, 1.5, FAINT) for n in range(3)), "lives on")


def _end(place: Lanes, process: Process) -> float:
    if process.end is None or process.end > place.plan.last:
        return place.scale.bottom
    return place.scale.place(process.end)


def mailboxes(place: Lanes) -> Iterator[Shape]:
    """Yield the time that messages waited, above their lanes."""
    for wait in place.waits:
        y = place.y[wait.pid]
        shapes = glyphs.bracket(y, y - 14 - 6 * wait.lane, wait.top, wait.bottom, wait.how)
        yield Group(f"mailbox {wait.how}", tuple(turned(shape) for shape in shapes), wait.tooltip)
    for pile in place.piles:
        y = place.y[pile.pid]
        near = y - 14
        shapes = glyphs.pile(y, near, pile.unit, pile.steps, pile.arrivals, pile.leaves, pile.bottom)
        widest = next(x for x, depth in pile.steps if depth == pile.most)
        count = Text(
            widest + 4, near - pile.unit * pile.most - 3, str(pile.most), SMALL, glyphs.color("message"), bold=True
        )
        told = f"up to {pile.most} messages wait in the mailbox"
        yield Group("mailbox pile", (*(turned(shape) for shape in shapes), count), told)


def timers(place: Lanes) -> Iterator[Shape]:
    """Yield each timer, from where it was armed to where it fired or was cancelled."""
    for timer in place.plan.history.timers:
        pid = timer.owner if timer.owner in place.y else timer.to
        over = timer.fired or timer.cancelled or timer.void
        if pid not in place.y or pid is None or timer.armed > place.plan.last:
            continue
        if over is not None and over < place.plan.first:
            continue
        y, (end, how) = place.y[pid] + _TIMER, _over(place, timer)
        line = Polyline(((place.scale.place(timer.armed), y), (end, y)), Pen(TIMER, 1.6, (2, 3)))
        told = f"timer {printable(timer.term)}, {duration_text(timer.due - timer.armed.t)}: {how}"
        yield Group(
            "timer line", (line, Circle(end, y, 2.2, TIMER if how == "fired" else PAPER, Pen(TIMER, 1.2))), told
        )


def _over(place: Lanes, timer: Timer) -> tuple[float, str]:
    for at, how in ((timer.fired, "fired"), (timer.cancelled, "cancelled"), (timer.void, "void")):
        if at is not None:
            return place.scale.place(at), how
    return place.scale.place(At(timer.due, 0)), "still to fire"


def arrow(place: Lanes, sign: Arrow) -> Group:
    """Return an arrow from lane to lane."""
    start, arrival = place.scale.place(sign.start), lands(sign)
    end = start if arrival is None else place.scale.place(arrival)
    source, target = place_of(place.y, sign.source), place_of(place.y, sign.target)
    if source is not None and source == target:
        low, right = source + 20, max(end, start + 10)
        path: tuple[Point, ...] = (
            (start, source + glyphs.BAR), (start, low), (right, low), (right, source + glyphs.BAR),
        )  # fmt: skip
    elif source is None:
        assert target is not None
        path = ((end, target - _STUB), (end, target - glyphs.BAR))
    elif target is None:
        path = ((start, source + glyphs.BAR), (end, source + _STUB))
    else:
        way = 1 if target > source else -1
        near = glyphs.BIRTH if sign.kind in glyphs.SPAWNS else glyphs.BAR
        path = ((start, source + way * glyphs.BAR), (end, target - way * near))
    shapes = glyphs.arrow(sign.kind, path, sign.fate)
    if sign.kind == "timer" and source is None:
        shapes = [*shapes, *glyphs.glyph("timer", *path[0])]
    return Group(sign.kind, tuple(shapes), sign.tooltip)


def mark(place: Lanes, sign: Tag) -> Group:
    """Return the mark of a tag on its lane; its text is a label below."""
    x, y = place.scale.place(sign.at), place.y[sign.pid]
    if sign.kind in ENDINGS:
        shapes = [turned(shape) for shape in glyphs.ending(sign.kind, y, x)]
    elif sign.kind in GLYPH_TAGS:
        shapes = glyphs.glyph(sign.kind, x, y + 22)
    else:
        shapes = [Polyline(((x, y + 8), (x, y + 14)), Pen(FAINT, 1.4))]
    return Group(f"mark {sign.kind}", tuple(shapes), sign.tooltip)


def text(place: Lanes, label: Label) -> Group:
    """Return a text below its lane, on paper so that the arrows behind it do not strike it through."""
    y = place.y[label.pid] + FIRST_ROW + ROW * label.row
    sign = label.sign
    if isinstance(sign, Arrow):
        fill = glyphs.color(sign.kind)
    else:
        fill = (
            ALARM if sign.kind in ("crash", "died", "killed") else TIMER if sign.kind in ("timer", "cancel") else QUIET
        )
    paper = Rect(label.x - 2, y - 10.5, text_width(label.text, TAG) + 4, 13.5, PAPER)
    italic = isinstance(sign, Tag) and sign.kind not in ("output", "note", "state")
    return Group("label", (paper, Text(label.x, y, label.text, TAG, fill, italic=italic)), sign.tooltip)
