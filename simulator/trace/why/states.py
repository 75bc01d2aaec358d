"""The history of a server's state: each state, what is another in it, which message set it, and who read it."""

from __future__ import annotations

from bisect import bisect_right

from simulator.trace.records import At, Callback
from simulator.trace.why.differences import difference
from simulator.trace.why.known import Because, Known, listed, point, seqs, short, some
from simulator.trace.why.values import Change, all_changes, reads, set_by

_READERS = 3  # readers of a state that are named


def states(run: Known, pid: int, at: At) -> list[Because]:
    """Return the states that a server has had up to a moment; nothing of a supervisor, nor without states."""
    if pid in run.children_of:
        return []
    written = [each for each in all_changes(run, pid) if each.at.seq <= at.seq]
    read = [each for each in reads(run, pid) if each[1].seq <= at.seq]
    places = [when.seq for _, when in read]
    starts = [bisect_right(places, change.at.seq) for change in written]
    ends = [*starts[1:], len(read)]
    return [
        _state(run, pid, change, read[start:end]) for change, start, end in zip(written, starts, ends, strict=False)
    ]


def _state(run: Known, pid: int, change: Change, read: list[tuple[int, At]]) -> Because:
    """Return the sentence about one state: what is another in it, what set it, who has read it."""
    text = f"{_what(change.callback)}: {set_by(run, change)}{_readers(run, read)}."
    return Because("state", pid, text, (*seqs(change.at), *(when.seq for _, when in read)))


def _what(callback: Callback) -> str:
    """Return what a callback made another; of the first state all of it."""
    assert callback.after is not None
    return short(callback.after) if callback.before is None else difference(callback.before, callback.after)


def _readers(run: Known, read: list[tuple[int, At]]) -> str:
    """Return who has read a state, as the end of a sentence."""
    if not read:
        return ""
    told, before = [], None
    for client, when in read[:_READERS]:
        told.append(f"at {point(when)}" if client == before else f"{run.who(client)} at {point(when)}")
        before = client
    if len(read) > _READERS:
        told.append(some(len(read) - _READERS, "more time"))
    return f"; read by {listed(told)}"
