"""A sequence diagram as one statement after the other, for the forms of it that are text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from simulator.diagrams.sequences.plan import lands, rows
from simulator.diagrams.sequences.signs import Arrow, Plan, Sign
from simulator.terms.durations import duration_text
from simulator.terms.visible import printable
from simulator.trace.records import At

WORDS = {"timer": "timer: ", "exit": "signal: ", "down": "DOWN: "}
"""What stands before the label of an arrow, by its kind."""
BAD_ENDS = frozenset({"crash", "died", "killed", "exit"})
"""The marks at whose place a process has ended otherwise than it should."""


class Receipt(NamedTuple):
    """A message is taken out of the mailbox, later than it came."""

    arrow: Arrow
    verb: str


Statement = Sign | Receipt


def statements(drawing: Plan) -> list[tuple[At, Statement]]:
    """Return what there is to say, in the order in which it happens, and when."""
    return sorted(_statements(drawing), key=lambda statement: statement[0])


def _statements(drawing: Plan) -> Iterator[tuple[At, Statement]]:
    for sign in drawing.signs:
        yield sign.start if isinstance(sign, Arrow) else sign.at, sign
    for arrow in rows(drawing)[1]:
        if arrow.mailbox and arrow.mailbox[1] and arrow.target is not None:
            yield arrow.mailbox[1], Receipt(arrow, "receives" if arrow.fate == "received" else "flushes")


def remarks(arrow: Arrow) -> list[str]:
    """Return what there is to remark on an arrow: what became of it, and when it arrives if that is later."""
    told = [printable(arrow.remark)] if arrow.remark else []
    arrival = lands(arrow)
    if arrival is not None and arrival != arrow.start:
        told.append(f"arrives at {duration_text(arrival.t)}")
    return told
