"""The shapes of a sequence diagram, from its layout."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.diagrams.drawing.fonts import text_width
from simulator.diagrams.drawing.palette import (
    ALARM,
    BAND,
    CONSOLE,
    FAINT,
    INK,
    MESSAGE,
    NOTE,
    NOTE_FILL,
    PALE,
    PAPER,
    QUIET,
    TIMER,
)
from simulator.diagrams.drawing.scene import Anchor, Circle, Group, Pen, Point, Polygon, Polyline, Rect, Shape, Text
from simulator.diagrams.sequences import glyphs
from simulator.diagrams.sequences.layout import (
    BOX_TAGS,
    GLYPH_TAGS,
    HEAD,
    LABEL,
    REMARK,
    SMALL,
    TAG,
    Layout,
    head_width,
)
from simulator.diagrams.sequences.mailbox import COUNT, LANE, NEAREST, Pile
from simulator.diagrams.sequences.plan import TEXT_LINE, lands, takes_time
from simulator.diagrams.sequences.signs import Arrow, Span, Tag, place_of
from simulator.terms.visible import printable
from simulator.trace.records import Process

ENDINGS = frozenset({"normal", "exit", "crash", "died", "killed"})


def heads(place: Layout, top: float) -> Iterator[Shape]:
    """Yield the head of each lifeline, from *top* downwards."""
    for process in place.plan.lifelines:
        lines, x = place.heads[process.pid], place.x[process.pid]
        width = head_width(lines)
        shapes: list[Shape] = [
            Rect(x - width / 2, top, width, place.head_height, PAPER, Pen(INK, 1.5), 6),
        ]
        y = top + (place.head_height - 16 * len(lines)) / 2 + 13
        for n, line in enumerate(lines):
            size, fill = (SMALL, QUIET) if n else (HEAD, INK)
            shapes.append(Text(x, y + 16 * n, line, size, fill, "middle", bold=not n))
        told = [process.label, process.function, process.pid_text, process.id and f"id {process.id}"]
        yield Group("process", tuple(shapes), printable(" · ".join(dict.fromkeys(line for line in told if line))))


def lifelines(place: Layout) -> Iterator[Shape]:
    """Yield each lifeline: its parts, and where it was born; where it ends is a tag."""
    for span in place.plan.callbacks:
        top, bottom = _extent(place, span, place.scale.bottom)
        if bottom > top:
            yield Group("callback", tuple(glyphs.span("callback", place.x[span.pid], top, bottom)), span.tooltip)
    by_pid: dict[int, list[Span]] = {process.pid: [] for process in place.plan.lifelines}
    for span in place.plan.spans:
        by_pid[span.pid].append(span)
    spawned = {sign.target for sign in place.plan.signs if isinstance(sign, Arrow) and sign.kind in glyphs.SPAWNS}
    for process in place.plan.lifelines:
        yield from _lifeline(place, process, by_pid[process.pid], process.pid in spawned)


def _lifeline(place: Layout, process: Process, spans: list[Span], spawned: bool) -> Iterator[Shape]:
    x, scale, last = place.x[process.pid], place.scale, place.plan.last
    head_bottom = place.head_top + place.head_height
    top = scale.top if process.start is None else scale.place(process.start)
    alive = process.end is None or process.end > last
    bottom = scale.bottom if alive or process.end is None else scale.place(process.end)
    if spawned:
        yield Polyline(((x, head_bottom), (x, top)), Pen(PALE, 1.2, (2, 4)))
    else:
        top = head_bottom
    here = top
    for span in spans:
        start, end = _extent(place, span, bottom)
        start = max(start, top)
        if start > here:
            yield Group("ready", tuple(glyphs.span("ready", x, here, start)), "ready to run, or not looking yet")
        if end > start:
            yield Group(span.kind, tuple(glyphs.span(span.kind, x, start, end)), span.tooltip)
        here = max(here, end)
    if here < bottom:
        yield Group("ready", tuple(glyphs.span("ready", x, here, bottom)), "ready to run, or its turn has not come")
    if spawned:
        yield glyphs.birth(x, top)
    if alive:
        yield Group("alive", tuple(Circle(x, bottom + 6 + 5 * n, 1.5, FAINT) for n in range(3)), "lives on")


def _extent(place: Layout, span: Span, bottom: float) -> tuple[float, float]:
    """Where a span begins and ends; running takes no time, and is seen all the same."""
    start = place.scale.place(span.start)
    end = bottom if span.end is None or span.end > place.plan.last else place.scale.place(span.end)
    if span.kind == "active" and end - start < 8:
        end = min(start + 8, bottom)
    return start, end


def mailboxes(place: Layout) -> Iterator[Shape]:
    """Yield the time that messages waited."""
    for wait in place.waits:
        x = place.x[wait.pid]
        shapes = glyphs.bracket(x, x - NEAREST - LANE * wait.lane, wait.top, wait.bottom, wait.how)
        yield Group(f"mailbox {wait.how}", tuple(shapes), wait.tooltip)
    for pile in place.piles:
        yield from _pile(place.x[pile.pid], pile)


def _pile(x: float, pile: Pile) -> Iterator[Shape]:
    near = x - NEAREST
    widest = next(y for y, depth in pile.steps if depth == pile.most)
    count = Text(near - pile.unit * pile.most - 4, widest + 12, str(pile.most), COUNT, MESSAGE, "end", bold=True)
    shapes = glyphs.pile(x, near, pile.unit, pile.steps, pile.arrivals, pile.leaves, pile.bottom)
    yield Group("mailbox pile", (*shapes, count), f"up to {pile.most} messages wait in the mailbox")
    if pile.unread:
        told = f"{pile.unread} of these messages are never received"
        left = Text(near - 24, pile.bottom + 4, str(pile.unread), COUNT, MESSAGE, "end", bold=True)
        yield Group("mailbox unread", (*glyphs.unread(near - 10, pile.bottom), left), told)


def arrow(place: Layout, sign: Arrow) -> tuple[Group, Group]:
    """Return an arrow, and its texts, which belong in front of every arrow."""
    arrival = lands(sign)
    top = place.scale.place(sign.start)
    bottom = top if arrival is None else place.scale.place(arrival)
    source, target = place_of(place.x, sign.source), place_of(place.x, sign.target)
    if source is not None and source == target:
        shapes, texts = _hook(place, sign, source, top, bottom)
    elif source is None or target is None:
        shapes, texts = _half(sign, source, target, top if source is not None else bottom)
    else:
        shapes, texts = _across(place, sign, source, target, top, bottom)
    return Group(sign.kind, tuple(shapes), sign.tooltip), Group("label", tuple(texts), sign.tooltip)


Drawn = tuple[list[Shape], list[Text]]


def _hook(place: Layout, sign: Arrow, x: float, top: float, bottom: float) -> Drawn:
    if takes_time(sign):
        out = place.slopes[sign.source or -1][0] + 8
        shapes = glyphs.hook(sign.kind, x, out, top, max(bottom, top + 14), sign.fate)
        return shapes, _texts(sign, x + 14, top - 7, "start", below=21)
    shapes = glyphs.hook(sign.kind, x, x + 34, top, top + 14, sign.fate)
    return shapes, _texts(sign, x + 42, top + 11, "start", below=14)


def _half(sign: Arrow, source: float | None, target: float | None, y: float) -> Drawn:
    """An arrow with one end at no lifeline: that end is on the right of the other."""
    if source is not None:
        end = source + 40 + text_width(sign.label, LABEL)
        shapes = glyphs.arrow(sign.kind, ((source + glyphs.BAR, y), (end, y)), sign.fate)
        return shapes, _texts(sign, source + 14, y - 7, "start", below=21)
    assert target is not None
    begin: Point = (target + 40, y)
    shapes = glyphs.arrow(sign.kind, (begin, (target + glyphs.BAR, y)), sign.fate)
    if sign.kind == "timer":
        return [*shapes, *glyphs.glyph("timer", *begin)], _texts(sign, begin[0] + 11, y + 4, "start", below=15)
    return [*shapes, Circle(*begin, 4, glyphs.color(sign.kind))], _texts(sign, target + 14, y - 7, "start", below=21)


def _across(place: Layout, sign: Arrow, source: float, target: float, top: float, bottom: float) -> Drawn:
    way = 1 if target > source else -1
    columns, pids = list(place.x.values()), list(place.x)
    here = columns.index(source)
    gap = min(here, here + way)
    left, right = columns[gap] + 14, columns[gap + 1] - 12 - place.lanes[pids[gap + 1]]
    begin: Point = (source + way * glyphs.BAR, top)
    end: Point = (target - way * (glyphs.BIRTH if sign.kind in glyphs.SPAWNS else glyphs.BAR), bottom)
    if takes_time(sign):
        leaves, arrives = place.slopes[pids[gap]][::way]
        sloping = (begin, (leaves, top), (arrives, bottom), end)
        path = (begin, (arrives, top)) if sign.fate == "in flight" else sloping
        shapes = glyphs.arrow(sign.kind, path, sign.fate)
        return shapes, _texts(sign, *((left, top - 7, "start") if way > 0 else (right - 4, top - 7, "end")), below=21)
    if pids[gap] in place.slopes:
        right = place.slopes[pids[gap]][0]
    return glyphs.arrow(sign.kind, (begin, end), sign.fate), _texts(sign, (left + right) / 2, top - 7, "middle", 21)


def _texts(sign: Arrow, x: float, y: float, anchor: Anchor, below: float) -> list[Text]:
    texts = [Text(x, y, sign.label, LABEL, glyphs.color(sign.kind), anchor)]
    if sign.remark:
        texts.append(Text(x, y + below, sign.remark, REMARK, QUIET, anchor, italic=True))
    return texts


def tag(place: Layout, sign: Tag) -> Group:
    """Return a mark on a lifeline with its text."""
    x, y = place.x[sign.pid], place.scale.place(sign.at)
    shapes: list[Shape]
    if sign.kind in ENDINGS:
        fill = INK if sign.kind in ("normal", "exit") else ALARM
        shapes = [*glyphs.ending(sign.kind, x, y), Text(x + 18, y + 4, sign.text, TAG, fill, bold=sign.kind == "crash")]
    elif sign.kind in BOX_TAGS:
        shapes = box(sign.kind, x + 18, y, sign.text)
        shapes.insert(0, Polyline(((x + glyphs.BAR, y), (x + 18, y)), Pen(FAINT, 1)))
    elif sign.kind in GLYPH_TAGS:
        fill = TIMER if sign.kind in ("timer", "cancel", "void") else QUIET
        shapes = [*glyphs.glyph(sign.kind, x + 19, y), Text(x + 30, y + 4, sign.text, TAG, fill)]
    else:
        shapes = [Text(x + 14, y + 4, sign.text, TAG, QUIET, italic=True)]
    return Group(f"mark {sign.kind}", tuple(shapes), sign.tooltip)


def box(kind: str, x: float, y: float, text: str) -> list[Shape]:
    """Return a text of one line or more in the frame that tells output, notes and states apart."""
    lines = text.split("\n")
    width, height = 14 + max(text_width(line, TAG) for line in lines), 20 + TEXT_LINE * (len(lines) - 1)
    left, right, top, bottom = x, x + width, y - 10, y - 10 + height
    fill = {"output": PAPER, "state": QUIET, "note": INK}[kind]
    if len(lines) > 1:
        texts = [Text(left + 7, y + 4 + TEXT_LINE * n, line, TAG, fill) for n, line in enumerate(lines)]
    else:
        texts = [Text(left + width / 2, y + 4, text, TAG, fill, "middle")]
    if kind == "output":
        return [Rect(left, top, width, height, CONSOLE, radius=2), *texts]
    if kind == "state":
        return [Rect(left, top, width, height, PAPER, Pen(QUIET, 1.1), 10), *texts]
    ear = ((left, top), (right - 7, top), (right, top + 7), (right, bottom), (left, bottom))
    fold = ((right - 7, top), (right - 7, top + 7), (right, top + 7))
    pen = Pen(NOTE, 1.1)
    return [Polygon(ear, NOTE_FILL, pen), Polyline(fold, pen), *texts]


def bands(place: Layout, right: float) -> Iterator[Shape]:
    """Yield the strips in which time stands still, up to *right*."""
    for instant in place.scale.instants:
        left = place.axis
        yield Rect(left, instant.top + 1, right - left, instant.bottom - instant.top - 2, BAND)
