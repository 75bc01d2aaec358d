"""What a sequence diagram shows of a history: which lifelines, which part of the run, how many signs.

A picture is for reading, so it has limits; what they leave out is said in the picture itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import replace

from simulator.diagrams.drawing.text import shorten
from simulator.diagrams.drawing.timescale import Row
from simulator.diagrams.sequences.beginning import (
    MAX_ARROWS,
    MAX_LIFELINES,
    MAX_SIGNS,
    Beyond,
    beginning,
    candidates,
    choice,
)
from simulator.diagrams.sequences.signs import Arrow, Plan, Sign, Span
from simulator.diagrams.sequences.spans import callbacks, spans
from simulator.terms.durations import duration_text
from simulator.terms.visible import printable
from simulator.trace.events import Event
from simulator.trace.records import At, Process

_NAMED = 8  # of the lifelines left out so many are named


def plan(
    trace: Iterable[Event], title: str, start: int | None, end: int | None, only: Iterable[str], hide: Iterable[str]
) -> Plan:
    """Return what to draw of *trace* from *start* to *end* (nanoseconds), for the processes chosen.

    Raises :class:`NothingToDraw` where there is nothing, :class:`simulator.trace.told.UnknownProcess` for a name
    that nobody has.
    """
    only, hide = tuple(only), tuple(hide)
    history, beyond = beginning(trace, start, end, only, hide)
    chosen, lifelines, first, last = choice(history, start, end, only, hide)
    drawing = Plan(title, history, lifelines[:MAX_LIFELINES], first, last)
    _say_lifelines(drawing, lifelines[MAX_LIFELINES:], len(history.processes) - len(chosen))
    _choose_signs(drawing, beyond)
    pids = {process.pid for process in drawing.lifelines}
    for process in drawing.lifelines:
        drawing.spans += [span for span in spans(history, process) if _seen(drawing, span)]
    drawing.callbacks = [span for span in callbacks(history) if span.pid in pids and _seen(drawing, span)]
    drawing.signs = [sign for sign in drawing.signs if not isinstance(sign, Arrow) or _ends(sign) & pids]
    return drawing


def _reaches(end: At | None, first: At) -> bool:
    return end is None or end >= first


def _seen(drawing: Plan, span: Span) -> bool:
    return span.start <= drawing.last and _reaches(span.end, drawing.first)


def _ends(arrow: Arrow) -> set[int | None]:
    return {arrow.source, arrow.target}


def _choose_signs(drawing: Plan, beyond: Beyond) -> None:
    """Put the signs in; where they are too many, the first ones, and let the picture end there."""
    pids = {process.pid for process in drawing.lifelines}
    found, outside, others = candidates(drawing.history, pids, drawing.first, drawing.last)
    outside += beyond.outside
    found.sort(key=lambda candidate: candidate[0])
    others.sort(key=lambda tag: tag[0])
    total_arrows, total_others = len(found) + beyond.arrows, len(others) + beyond.others
    if len(found) > MAX_ARROWS:
        _cut(drawing, found[MAX_ARROWS][0])
    together = sorted([arrow[0] for arrow in found] + [tag[0] for tag in others])
    if bisect_left(together, drawing.last) > MAX_SIGNS:
        _cut(drawing, together[MAX_SIGNS])
    kept = [arrow for arrow in found if arrow[0] <= drawing.last]
    signs: list[Sign] = [_inside(drawing, make()) for *_, make in kept]
    signs += [make() for at, _, make in others if at <= drawing.last]
    drawing.signs = sorted(signs, key=_begins)
    _say_signs(drawing, len(kept), total_arrows, len(signs), total_arrows + total_others, outside)


def _inside(drawing: Plan, arrow: Arrow) -> Arrow:
    """An arrow that comes from before the picture, or goes beyond it, is drawn at the end that is inside."""
    if arrow.start == arrow.end or arrow.end is None:
        return arrow
    if arrow.end > drawing.last:
        remark = f"arrives at {duration_text(arrow.end.t)}"
        return replace(arrow, end=None, fate="in flight", remark=remark, mailbox=None)
    if arrow.start < drawing.first:
        remark = f"{arrow.remark}, sent at" if arrow.remark else "sent at"
        return replace(arrow, start=arrow.end, remark=f"{remark} {duration_text(arrow.start.t)}")
    return arrow


def _begins(sign: Sign) -> At:
    return sign.start if isinstance(sign, Arrow) else sign.at


def _cut(drawing: Plan, before: At) -> None:
    drawing.cut = True
    drawing.last = At(before.t, before.seq - 1)


def _say_lifelines(drawing: Plan, left_out: list[Process], hidden: int) -> None:
    if hidden:
        drawing.asides.append(f"{_count(hidden, 'process', 'processes')} not chosen for this picture.")
    if left_out:
        names = ", ".join(shorten(printable(process.label), 24) for process in left_out[:_NAMED])
        more = " …" if len(left_out) > _NAMED else "."
        total = len(left_out) + MAX_LIFELINES
        drawing.notices.append(
            f"The first {MAX_LIFELINES} of {total:,} lifelines are drawn; {len(left_out):,} left out: {names}{more}"
        )


def _say_signs(drawing: Plan, drawn: int, total: int, signs: int, all_signs: int, outside: int) -> None:
    if outside:
        drawing.notices.append(
            f"{_count(outside, 'arrow', 'arrows')} to or from processes that are not drawn left out."
        )
    if drawing.cut:
        here = f"the picture ends at {duration_text(drawing.last.t)}"
        if drawn < total:
            drawing.notices.append(f"The first {drawn:,} of {total:,} arrows are drawn: {here}.")
        else:
            drawing.notices.append(f"The first {signs:,} of {all_signs:,} signs are drawn: {here}.")


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


_ARROW_ABOVE, _ARROW_BELOW, _REMARK_BELOW, _SELF_BELOW = 21.0, 9.0, 21.0, 24.0
_TAG_ROW = {"output": (14.0, 14.0), "note": (14.0, 14.0), "state": (13.0, 13.0)}
_END_ROW = dict.fromkeys(("normal", "exit", "crash", "died", "killed"), (14.0, 14.0))
_OTHER_ROW = (12.0, 12.0)
TEXT_LINE = 15.0  # from line to line of a text that has several
_POINT_ROW = (10.0, 10.0)  # a receive or an arrival of its own


def rows(drawing: Plan) -> tuple[list[Row], list[Arrow]]:
    """Return the rows of the picture in order, and the arrows whose receive has one.

    A receive has a row of its own where something else is to be seen between it and the message's arrival.
    """
    sure: dict[At, Row] = {}
    receives: dict[At, tuple[At, Arrow]] = {}
    for sign in drawing.signs:
        if not isinstance(sign, Arrow):
            above, below = (_TAG_ROW | _END_ROW).get(sign.kind, _OTHER_ROW)
            sure[sign.at] = Row(sign.at, above, below + TEXT_LINE * sign.text.count("\n"))
            continue
        arrival = lands(sign)
        from_outside = sign.source is None and arrival is not None  # such an arrow is drawn where it arrives
        here = sign.start if drawing.shows(sign.start) and not from_outside else None
        if here is not None:
            below = _REMARK_BELOW if sign.remark else _ARROW_BELOW
            if sign.source == sign.target:
                below = _SELF_BELOW + (6 if sign.remark else 0)
            sure[here] = Row(here, _ARROW_ABOVE, below)
        if arrival is not None and arrival != here and drawing.shows(arrival):
            sure[arrival] = Row(arrival, *(_POINT_ROW if here else (_ARROW_ABOVE, _REMARK_BELOW)))
        received = sign.mailbox[1] if sign.mailbox else None
        if received is not None and arrival is not None and drawing.shows(received):
            receives[received] = arrival, sign
    drawn: list[Row] = []
    received_apart: list[Arrow] = []
    for at in sorted(sure.keys() | receives.keys()):
        if at in sure:
            drawn.append(sure[at])
            continue
        arrival, arrow = receives[at]
        if not drawn or drawn[-1].at != arrival or arrival.t != at.t:
            drawn.append(Row(at, *_POINT_ROW))
            received_apart.append(arrow)
    return drawn, received_apart


def lands(arrow: Arrow) -> At | None:
    """Return where an arrow's end is drawn: on the line of its start where no time passes."""
    return arrow.start if arrow.end is not None and arrow.end.t == arrow.start.t else arrow.end


def takes_time(arrow: Arrow) -> bool:
    """Tell whether an arrow arrives later than it leaves, or has not arrived yet."""
    return arrow.fate == "in flight" or lands(arrow) not in (arrow.start, None)


def marks(drawing: Plan) -> list[int]:
    """Return the instants that are marked even where they have no row: where a stretch ends, and the picture."""
    times = {max(drawing.first.t, 0), drawing.last.t}
    for span in drawing.spans:
        if span.kind in ("active", "receive"):
            continue
        times |= {at.t for at in (span.start, span.end) if at is not None and drawing.shows(at)}
    return sorted(times)
