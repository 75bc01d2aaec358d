"""The timeline of a trace: a lane for each process, what it does and waits for, and every message between them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

from simulator.diagrams.drawing.animation import Course
from simulator.diagrams.drawing.folding import folded
from simulator.diagrams.drawing.fonts import text_width
from simulator.diagrams.drawing.palette import ALARM, INK, QUIET
from simulator.diagrams.drawing.picture import Picture
from simulator.diagrams.drawing.scene import Scene, Shape, Text
from simulator.diagrams.drawing.text import shorten
from simulator.diagrams.drawing.timescale import Mode
from simulator.diagrams.selection import instant
from simulator.diagrams.sequences.alternative import alternative
from simulator.diagrams.sequences.diagram import ending, summary
from simulator.diagrams.sequences.layout import MARGIN, TAG, TITLE
from simulator.diagrams.sequences.legend import legend
from simulator.diagrams.sequences.plan import plan
from simulator.diagrams.sequences.signs import Arrow, Plan
from simulator.diagrams.timelines.draw import arrow, axis, bands, heads, mailboxes, mark, strips, text, timers
from simulator.diagrams.timelines.layout import Lanes, lanes
from simulator.terms.visible import printable
from simulator.trace.events import Event


class Timeline(Picture):
    """A timeline; made by :func:`timeline`, shown by itself in a notebook."""

    def __init__(self, drawing: Plan, time: Mode) -> None:
        self._plan = drawing
        self._time: Mode = time

    @cached_property
    def scene(self) -> Scene:
        """The picture as shapes."""
        return _scene(self._place, self._time)

    @cached_property
    def _place(self) -> Lanes:
        return lanes(self._plan, self._time)

    @property
    def course(self) -> Course:
        """Where time goes: to the right, past the names."""
        place = self._place
        start = place.scale.top - 8
        height = place.bottom - place.top + 40
        return Course(False, start, place.scale.bottom, start, place.top - 34, place.right + 8 - start, height)

    def folded(self, width: float) -> str:
        """Return the picture as SVG in lines of *width* units, the names again before each; see ``--wrap``."""
        return folded(self.scene, self.course, width)

    def alt(self) -> str:
        """Return the picture in words: what it shows, who takes part, and what happens, in its order."""
        return alternative(self.scene, self._plan)

    def __repr__(self) -> str:
        return f"<Timeline of {summary(self._plan)}>"


def timeline(
    trace: Iterable[Event],
    *,
    time: Mode = "scale",
    start: int | float | str | None = None,
    end: int | float | str | None = None,
    only: Iterable[str] = (),
    hide: Iterable[str] = (),
) -> Timeline:
    """Return the timeline of *trace*; the options are those of the sequence diagram, time is to scale unless asked.

    Raises what :func:`simulator.diagrams.sequence` raises.

    >>> from simulator.trace.events import Exit, Spawn
    >>> picture = timeline([Spawn(seq=0, t=0, pid=100, id="0", function="main/0"),
    ...                     Exit(seq=1, t=5_000_000, pid=100, cause=0, reason=":normal", how="returned")])
    >>> picture.svg().startswith("<svg"), "main/0" in picture.svg()
    (True, True)
    """
    if time not in ("steps", "scale"):
        raise ValueError(f"time is 'steps' or 'scale', not {time!r}")
    header = getattr(trace, "header", None)
    title = (header.scenario.title or header.scenario.name) if header is not None else ""
    title = printable(title) or "Timeline"
    return Timeline(plan(trace, title, instant(start), instant(end), only, hide), time)


def _scene(place: Lanes, mode: Mode) -> Scene:
    drawing = place.plan
    arrows = [arrow(place, sign) for sign in drawing.signs if isinstance(sign, Arrow)]
    marks = [mark(place, sign) for sign in drawing.signs if not isinstance(sign, Arrow)]
    texts = [text(place, label) for label in place.labels]
    shapes: list[Shape] = [*strips(place), *mailboxes(place), *timers(place), *arrows, *marks, *texts]
    told = [
        summary(drawing),
        "time is to scale, an instant takes the room it needs"
        if mode == "scale"
        else "time between instants is compressed",
    ]
    if place.untold:
        told.append(f"{place.untold:,} texts have no room and are tooltips")
    lines: list[Text] = [
        Text(MARGIN, MARGIN + 16, shorten(drawing.title, 90), TITLE, INK, bold=True),
        Text(MARGIN, MARGIN + 36, " · ".join(told), TAG, QUIET),
    ]
    for n, notice in enumerate(drawing.asides + drawing.notices):
        alarm = n >= len(drawing.asides)
        lines.append(Text(MARGIN, MARGIN + 54 + 18 * n, notice, TAG, ALARM if alarm else QUIET, bold=alarm))
    lines.append(Text(MARGIN, place.bottom + 24, ending(drawing), TAG, QUIET, italic=True))
    key, bottom = legend(place, shapes, place.bottom + 42)
    width = max(place.right, *(line.x + text_width(line.text, line.size, line.bold) for line in lines), 640.0) + MARGIN
    description = f"Timeline: {'; '.join(told)}. {ending(drawing)}"
    everything = (*bands(place), *axis(place), *shapes, *heads(place), *lines, *key)
    return Scene(width, bottom + 6, drawing.title, description, everything)
