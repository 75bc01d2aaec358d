"""The legend of a sequence diagram: the signs that occur in it, and no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from simulator.diagrams.drawing.fonts import text_width
from simulator.diagrams.drawing.palette import PALE, QUIET
from simulator.diagrams.drawing.scene import Group, Pen, Polyline, Shape, Text
from simulator.diagrams.sequences import glyphs
from simulator.diagrams.sequences.draw import ENDINGS, box
from simulator.diagrams.sequences.layout import BOX_TAGS, GLYPH_TAGS, MARGIN, TAG
from simulator.diagrams.sequences.signs import Arrow, Plan

_LONG, _WIDE, _NARROW, _LINE = 96.0, 58.0, 26.0, 28.0
_WIDEST = 1200.0  # a legend that is wider is not read
Sample = Callable[[float, float], list[Shape]]


def _line(kind: str, fate: str = "", length: float = 48) -> Sample:
    return lambda x, y: glyphs.arrow(kind, ((x, y), (x + length, y)), fate)


def _spawn(kind: str) -> Sample:
    return lambda x, y: [glyphs.birth(x + 46, y), *glyphs.arrow(kind, ((x, y), (x + 46 - glyphs.BIRTH, y)))]


def _timer(x: float, y: float) -> list[Shape]:
    return [*glyphs.arrow("timer", ((x + 8, y), (x + 48, y))), *glyphs.glyph("timer", x + 6, y)]


def _span(kind: str) -> Sample:
    return lambda x, y: glyphs.span(kind, x + 8, y - 11, y + 11)


def _ending(kind: str) -> Sample:
    return lambda x, y: [*glyphs.span("ready", x + 8, y - 12, y), *glyphs.ending(kind, x + 8, y)]


def _glyph(kind: str) -> Sample:
    return lambda x, y: glyphs.glyph(kind, x + 8, y)


def _mailbox(how: str) -> Sample:
    def sample(x: float, y: float) -> list[Shape]:
        foot = y + (4 if how == "unread" else 8)
        return [*glyphs.span("ready", x + 18, y - 12, y + 12), *glyphs.bracket(x + 18, x + 6, y - 8, foot, how)]

    return sample


def _pile(x: float, y: float) -> list[Shape]:
    steps = ((y - 9, 1), (y - 5, 2), (y - 1, 3), (y + 3, 2), (y + 7, 1))
    leaves = ((y + 3, "received"), (y + 7, "received"))
    return [
        *glyphs.span("ready", x + 32, y - 12, y + 12), *glyphs.pile(x + 32, x + 22, 6, steps, (), leaves, y + 11),
    ]  # fmt: skip


def _box(kind: str) -> Sample:
    return lambda x, y: box(kind, x, y, "text")


# What may occur, in the order of the legend: its width, the sample, the words.
_SIGNS: dict[str, tuple[float, Sample, str]] = {
    "message": (_WIDE, _line("message"), "message"),
    "call": (_WIDE, _line("call"), "call of a server"),
    "reply": (_WIDE, _line("reply"), "reply to a call"),
    "cast": (_WIDE, _line("cast"), "cast to a server"),
    "ack": (_WIDE, _line("ack"), "server has started, or why not"),
    "dropped": (_WIDE, _line("message", "dropped"), "lost: nobody gets it"),
    "in flight": (_WIDE, _line("message", "in flight"), "not arrived"),
    "mailbox received": (_NARROW + 4, _mailbox("received"), "waits in the mailbox until received"),
    "mailbox open": (_NARROW + 4, _mailbox("open"), "waits in the mailbox"),
    "mailbox pile": (_WIDE - 12, _pile, "wait in the mailbox, so many at most"),
    "mailbox unread": (_NARROW + 4, _mailbox("unread"), "never received"),
    "mailbox flushed": (_NARROW + 4, _mailbox("flushed"), "removed from the mailbox"),
    "spawn": (_WIDE, _spawn("spawn"), "spawn"),
    "spawn_link": (_WIDE, _spawn("spawn_link"), "spawn with a link"),
    "spawn_monitor": (_WIDE, _spawn("spawn_monitor"), "spawn with a monitor"),
    "link": (_WIDE, _line("link"), "link"),
    "unlink": (_LONG, _line("unlink", length=86), "unlink"),
    "monitor": (_WIDE, _line("monitor"), "monitor"),
    "demonitor": (_LONG, _line("demonitor", length=86), "demonitor"),
    "exit": (_WIDE, _line("exit"), "exit signal"),
    "ignored": (_WIDE, _line("exit", "ignored"), "exit signal without effect"),
    "down": (_WIDE, _line("down"), "DOWN message of a monitor"),
    "timer message": (_WIDE, _timer, "message of a timer"),
    "timer": (_NARROW, _glyph("timer"), "timer set"),
    "cancel": (_NARROW, _glyph("cancel"), "timer cancelled"),
    "void": (_NARROW, _glyph("void"), "timer void"),
    "active": (_NARROW, _span("active"), "running"),
    "ready": (_NARROW, _span("ready"), "ready, waits for its turn"),
    "receive": (_NARROW, _span("receive"), "waiting in receive"),
    "deadline": (_NARROW, _glyph("deadline"), "… until a deadline"),
    "timeout": (_NARROW, _glyph("timeout"), "deadline passed"),
    "await": (_NARROW, _span("await"), "waiting for the reply to a call"),
    "sleep": (_NARROW, _span("sleep"), "sleeping"),
    "hibernate": (_NARROW, _span("hibernate"), "hibernating"),
    "event": (_NARROW, _span("event"), "waiting for an event"),
    "work": (_NARROW, _span("work"), "working on a scheduler"),
    "queue": (_NARROW, _span("queue"), "wants a scheduler, has none"),
    "turns": (_NARROW, _span("turns"), "working in turns with others"),
    "callback": (_NARROW + 6, _span("callback"), "in a callback that takes time"),
    "restart": (_NARROW, _glyph("restart"), "child restarted"),
    "name": (_NARROW, _glyph("name"), "name registered"),
    "unname": (_NARROW, _glyph("unname"), "name given up"),
    "flag": (_NARROW, _glyph("flag"), "process flag"),
    "output": (_WIDE, _box("output"), "output"),
    "note": (_WIDE, _box("note"), "note"),
    "state": (_WIDE, _box("state"), "state"),
    "normal": (_NARROW, _ending("normal"), "ends normally"),
    "exit end": (_NARROW, _ending("exit"), "ends with another reason"),
    "died": (_NARROW, _ending("died"), "dies of an exit signal"),
    "crash": (_NARROW + 2, _ending("crash"), "crashes"),
    "killed": (_NARROW, _ending("killed"), "is killed"),
}


class Drawn(Protocol):
    """What the legend must know of a picture."""

    @property
    def plan(self) -> Plan:
        """What is drawn."""

    @property
    def right(self) -> float:
        """Where the drawing ends on the right."""


def legend(place: Drawn, shapes: list[Shape], top: float) -> tuple[list[Shape], float]:
    """Return the legend for what *shapes* show, from *top* downwards, and where it ends."""
    present = _occurring(place, shapes)
    right = min(max(place.right, 640.0), _WIDEST)
    drawn: list[Shape] = [Polyline(((MARGIN, top), (right, top)), Pen(PALE, 1))]
    x, y = MARGIN, top + 24
    for key, (width, sample, words) in _SIGNS.items():
        if key not in present:
            continue
        needed = width + text_width(words, TAG) + 26
        if x + needed > right and x > MARGIN:
            x, y = MARGIN, y + _LINE
        drawn.append(Group("legend", (*sample(x, y), Text(x + width, y + 4, words, TAG, QUIET))))
        x += needed
    return drawn, y + 20


def _occurring(place: Drawn, shapes: list[Shape]) -> set[str]:
    """What is to be explained: arrows and how they end, parts of lifelines and mailboxes, marks."""
    present = {shape.kind for shape in shapes if isinstance(shape, Group)} - {"timer", "exit"}
    for sign in place.plan.signs:
        if isinstance(sign, Arrow):
            present |= {"timer message" if sign.kind == "timer" else sign.kind, sign.fate}
        elif sign.kind in ENDINGS | GLYPH_TAGS | BOX_TAGS:
            present.add("exit end" if sign.kind == "exit" else sign.kind)
    return present
