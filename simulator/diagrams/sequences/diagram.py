"""The sequence diagram of a trace: who sent what to whom, when, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from simulator.diagrams.drawing.animation import Course
from simulator.diagrams.drawing.fonts import text_width
from simulator.diagrams.drawing.palette import ALARM, INK, QUIET
from simulator.diagrams.drawing.picture import Picture
from simulator.diagrams.drawing.scene import Scene, Shape, Text
from simulator.diagrams.drawing.text import shorten
from simulator.diagrams.drawing.timescale import Mode
from simulator.diagrams.selection import instant
from simulator.diagrams.sequences.alternative import alternative
from simulator.diagrams.sequences.axis import axis, tick
from simulator.diagrams.sequences.draw import arrow, bands, heads, lifelines, mailboxes, tag
from simulator.diagrams.sequences.layout import MARGIN, TAG, TITLE, Layout, layout
from simulator.diagrams.sequences.legend import legend
from simulator.diagrams.sequences.mermaid import mermaid
from simulator.diagrams.sequences.plan import plan
from simulator.diagrams.sequences.signs import MESSAGES, Arrow, Plan
from simulator.diagrams.sequences.text import text
from simulator.terms.durations import duration_text
from simulator.terms.visible import printable
from simulator.trace.events import Event

_TALL = 1400  # of a taller picture nobody sees both ends: the names stand at its foot again

_END = {
    "finished": "nothing more can happen",
    "halted": "the main process has ended",
    "until": "the time given for it is over",
    "limit": "the limit of events is reached",
    "interrupted": "it was interrupted",
    "error": "an error ended it",
}


class Sequence(Picture):
    """A sequence diagram; made by :func:`sequence`, shown by itself in a notebook."""

    def __init__(self, drawing: Plan, time: Mode) -> None:
        self._plan = drawing
        self._time: Mode = time

    @cached_property
    def scene(self) -> Scene:
        """The picture as shapes."""
        return _scene(self._place, self._time)

    @cached_property
    def _place(self) -> Layout:
        return layout(self._plan, self._time)

    @property
    def course(self) -> Course:
        """Where time goes: down, below the heads."""
        place = self._place
        top = place.head_top + place.head_height + 1
        return Course(True, top, place.scale.bottom, 0, top, self.scene.width, place.scale.bottom + 12 - top)

    def alt(self) -> str:
        """Return the picture in words: what it shows, who takes part, and what happens, in its order."""
        return alternative(self.scene, self._plan)

    def mermaid(self) -> str:
        """Return the diagram as Mermaid's text, for pages that draw it themselves."""
        return mermaid(self._plan)

    def text(self) -> str:
        """Return the diagram as plain text, for a terminal, or wherever letters have one width."""
        return text(self._plan, ending(self._plan))

    def __repr__(self) -> str:
        return f"<Sequence of {summary(self._plan)}>"


def sequence(
    trace: Iterable[Event],
    *,
    time: Mode = "steps",
    start: int | float | str | None = None,
    end: int | float | str | None = None,
    only: Iterable[str] = (),
    hide: Iterable[str] = (),
) -> Sequence:
    """Return the sequence diagram of *trace*.

    *time* is ``"steps"``, which compresses the time between two instants and says how much it is, or ``"scale"``.
    *start* and *end* are virtual times (milliseconds or ``"1.5s"``). *only* and *hide* name processes: by name,
    function, pid or id.

    Raises :class:`NothingToDraw` for a trace without events, :class:`UnknownProcess` for a name that no process has,
    with the nearest one that there is, and ``ValueError`` for another *time*.

    >>> from simulator.trace.events import Exit, Spawn
    >>> picture = sequence([Spawn(seq=0, t=0, pid=100, id="0", function="main/0"),
    ...                     Exit(seq=1, t=5_000_000, pid=100, cause=0, reason=":normal", how="returned")])
    >>> picture.svg().startswith("<svg"), "main/0" in picture.mermaid()
    (True, True)
    """
    if time not in ("steps", "scale"):
        raise ValueError(f"time is 'steps' or 'scale', not {time!r}")
    header = getattr(trace, "header", None)
    title = (header.scenario.title or header.scenario.name) if header is not None else ""
    title = printable(title) or "Sequence diagram"
    return Sequence(plan(trace, title, instant(start), instant(end), only, hide), time)


def _scene(place: Layout, mode: Mode) -> Scene:
    drawing = place.plan
    shapes: list[Shape] = [*lifelines(place), *mailboxes(place)]
    arrows = [arrow(place, sign) for sign in drawing.signs if isinstance(sign, Arrow)]
    shapes += [line for line, _ in arrows] + [texts for _, texts in arrows]
    shapes += [tag(place, sign) for sign in drawing.signs if not isinstance(sign, Arrow)]
    shapes += heads(place, place.head_top)
    foot = place.scale.bottom + 40
    if place.scale.bottom - place.scale.top > _TALL:
        shapes += heads(place, place.scale.bottom + 24)
        foot += place.head_height + 10
    end = ending(drawing)
    shapes.append(Text(MARGIN, foot, end, TAG, QUIET, italic=True))
    key, bottom = legend(place, shapes, foot + 18)
    told = [summary(drawing), _time(place, mode)]
    lines: list[Shape] = [
        Text(MARGIN, MARGIN + 16, shorten(drawing.title, 90), TITLE, INK, bold=True),
        Text(MARGIN, MARGIN + 36, f"{told[0]} · {told[1]}", TAG, QUIET),
    ]
    for n, notice in enumerate(drawing.asides + drawing.notices):
        alarm = n >= len(drawing.asides)
        lines.append(Text(MARGIN, MARGIN + 54 + 18 * n, notice, TAG, ALARM if alarm else QUIET, bold=alarm))
    width = max(place.right, *(_reach(line) for line in [*lines, *key, shapes[-1]])) + MARGIN
    description = f"Sequence diagram: {told[0]}; {told[1]}. {' '.join(drawing.asides + drawing.notices)} {end}"
    top = (*bands(place, width - MARGIN), *axis(place, mode))
    everything = (*top, *shapes, *lines, *key)
    return Scene(width, bottom + 6, drawing.title, " ".join(description.split()), everything)


def _reach(shape: Shape) -> float:
    return shape.x + text_width(shape.text, shape.size, shape.bold) if isinstance(shape, Text) else 640.0


def summary(drawing: Plan) -> str:
    """Return in a few words how much a picture shows."""
    processes = len(drawing.lifelines)
    messages = sum(isinstance(sign, Arrow) and sign.kind in MESSAGES for sign in drawing.signs)
    span = f"{duration_text(max(drawing.first.t, 0))} to {duration_text(drawing.last.t)}"
    nouns = "process" if processes == 1 else "processes", "message" if messages == 1 else "messages"
    return f"{processes} {nouns[0]}, {messages} {nouns[1]}, {span} of virtual time"


def _time(place: Layout, mode: Mode) -> str:
    if mode == "steps":
        return "time between instants is compressed"
    return f"time is to scale, a tick is {duration_text(tick(place.scale))}; an instant takes the room it needs"


def ending(drawing: Plan) -> str:
    """Return a sentence on where a picture ends, and why."""
    told = drawing.history
    if drawing.cut:
        return f"The picture ends here, at {duration_text(drawing.last.t)}; the run goes on."
    if drawing.last < told.last:
        return f"The picture ends at {duration_text(drawing.last.t)}, as asked; the run goes on."
    if told.end is None:
        return f"The trace is cut off here, at {duration_text(told.last.t)}."
    return f"The run ends at {duration_text(told.end.t)}: {_END.get(told.end_reason or '', told.end_reason)}."
