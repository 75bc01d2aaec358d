"""Why this value? Which message set a server's state, who has read it since, and what was written over unread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from simulator.trace.records import At, Callback, Message
from simulator.trace.why.differences import Place, difference, overlap, places
from simulator.trace.why.known import Because, Known, point, seqs, short, some, told

_SHOWN = 5  # lost updates that are told of each
_WITH_PARTS = ("%", "[", "{")


class Change(NamedTuple):
    """A callback that gave its server another state."""

    callback: Callback
    """Which; its ``before`` is the state until then, its ``after`` the one from then on."""
    message: Message | None
    """What it handled; ``None`` for ``init`` and the like."""
    at: At
    """When the state was set: the callback's end."""


class Lost(NamedTuple):
    """A write by a client that had read the state before another wrote, and not since."""

    client: int
    """Who wrote last."""
    read: Callback
    """Its last read."""
    between: Change
    """What another wrote after that."""
    write: Change
    """Its own write, over it."""


def changes(run: Known, pid: int) -> list[Change]:
    """Return the history of a server's state: each callback that changed it, in order."""
    found = []
    for callback in run.callbacks.get(pid, ()):
        if callback.after is not None and callback.after != callback.before and callback.end is not None:
            found.append(Change(callback, run.handled(callback), callback.end))
    return found


def all_changes(run: Known, pid: int) -> Iterator[Change]:
    """Yield each change, and those that no callback made: ``:sys.replace_state`` shows at the next callback."""
    known: str | None = None
    made = {each.callback.start.seq: each for each in changes(run, pid)}
    for callback in run.callbacks.get(pid, ()):
        if callback.before is not None and known is not None and callback.before != known:
            outside = replace(callback, before=known, after=callback.before, name="")
            yield Change(outside, None, callback.start)
        known = callback.before if callback.before is not None else known
        if callback.start.seq in made:
            yield made[callback.start.seq]
            known = callback.after


def value(run: Known, pid: int, at: At) -> list[Because]:
    """Return why a server's state is what it is at a moment; nothing of a supervisor, nor without states."""
    written = [each for each in all_changes(run, pid) if each.at.seq <= at.seq]
    if not written or pid in run.children_of:
        return []
    who, last = run.who(pid), written[-1]
    found = [
        Because(
            "write", pid, f"{who} has the state {short(last.callback.after or '')}: {set_by(run, last)}.", _of(last)
        )
    ]
    if len(written) > 1 and last.callback.before is not None:
        earlier = written[-2]
        text = f"Before that it was {short(last.callback.before)}: {set_by(run, earlier)}."
        found.append(Because("before" if earlier.callback.name else "outside", pid, text, _of(earlier)))
    found += _read_since(run, pid, last, at)
    return found + _lost(run, pid, at)


def set_by(run: Known, change: Change) -> str:
    """Return what set a state."""
    name, message = change.callback.name, change.message
    if not name:
        return f"it was replaced from outside its callbacks, before {point(change.at)}"
    if message is None:
        return f"{name} set it at {point(change.at)}"
    source = "a timer" if message.kind == "timer" else run.who(message.sender)
    return f"{name} set it at {point(change.at)}, handling {told(message)} from {source}"


def _of(change: Change) -> tuple[int, ...]:
    sent = None if change.message is None else change.message.sent
    return seqs(sent, change.callback.start, change.at)


def _read_since(run: Known, pid: int, last: Change, at: At) -> list[Because]:
    """Return who has asked the server since its state was set, and left the state as it was."""
    readers = {client: when for client, when in reads(run, pid) if last.at.seq < when.seq <= at.seq}
    if not readers:
        return []
    latest = max(readers, key=lambda each: readers[each].seq)
    others = f", and before it {some(len(readers) - 1, 'other')}" if len(readers) > 1 else ""
    text = f"{run.who(latest)} has read it since, at {point(readers[latest])}{others}."
    return [Because("read", pid, text, seqs(*readers.values()))]


def reads(run: Known, pid: int) -> Iterator[tuple[int, At]]:
    """Yield who called a server that left its state as it was, and when it had handled that, in order."""
    for callback in run.callbacks.get(pid, ()):
        if callback.end is None or callback.after is None or callback.after != callback.before:
            continue
        message = run.handled(callback)
        if message is not None and message.kind == "call" and message.sender is not None:
            yield message.sender, callback.end


def lost_updates(run: Known, pid: int) -> list[Lost]:
    """Return the writes of clients that had read the state, did not read it again, and wrote over another's write.

    What they wrote are the same places of the state, or one within the other: two keys of a map do not disturb each
    other. Whether the write was made of what was read is nothing that a trace can know: it says that it can have been.
    """
    found: list[Lost] = []
    reads: dict[int, Callback] = {}
    writes: list[Change] = []
    for callback in run.callbacks.get(pid, ()):
        message = run.handled(callback)
        if message is None or message.sender is None or callback.end is None or callback.after is None:
            continue
        client = message.sender
        if callback.after == callback.before and not _is_blind(run, client, message, reads, writes):
            if message.kind == "call":
                reads[client] = callback
            continue
        write = Change(callback, message, callback.end)
        read = reads.get(client)
        if read is not None:
            between = _between(writes, read, client, write)
            if between is not None:
                found.append(Lost(client, read, between, write))
            del reads[client]
        writes.append(write)
    return found


def _is_blind(run: Known, client: int, message: Message, reads: dict[int, Callback], writes: list[Change]) -> bool:
    """Return whether a request that left the state as it was is another write of the same value.

    It is one where it does not ask what the client's last read asked, and another has written since that.
    """
    read = reads.get(client)
    if read is None or read.end is None:
        return False
    asked = run.handled(read)
    since = _between(writes, read, client, None) is not None
    return since and asked is not None and _verb(asked) != _verb(message)


def _verb(message: Message) -> str:
    """Return what a request begins with: ``{:get, ...}`` and ``{:update, ...}`` differ in it."""
    return (message.content or message.term).lstrip("{").split(",")[0]


def _between(writes: list[Change], read: Callback, client: int, over: Change | None) -> Change | None:
    """Return the last write of another than *client* since its read that *over* wrote over; None for that: any."""
    mine = None if over is None else _places_of(over)
    for write in reversed(writes):
        if read.end is None or write.at.seq < read.end.seq:
            return None
        others = write.message is None or write.message.sender != client
        if others and (mine is None or overlap(mine, _places_of(write))):
            return write
    return None


def _places_of(write: Change) -> frozenset[Place]:
    """Return where in the state a write was."""
    return places(write.callback.before or "", write.callback.after or "")


def _wrote(write: Change) -> str:
    """Return what a write wrote: of a state with parts those that became others."""
    before, after = write.callback.before or "", write.callback.after or ""
    return difference(before, after) if after[:1] in _WITH_PARTS and before != after else short(after)


def _lost(run: Known, pid: int, at: At) -> list[Because]:
    """Return the lost updates up to a moment."""
    lost = [each for each in lost_updates(run, pid) if each.write.at.seq <= at.seq]
    found = []
    for each in lost[-_SHOWN:]:
        who, other = run.who(each.client), each.between
        writer = run.who(other.message.sender) if other.message is not None else run.who(pid)
        text = (
            f"A lost update: {who} read {short(each.read.after or '')} at {point(each.read.end or at)}; {writer} wrote "
            f"{_wrote(other)} at {point(other.at)}; {who}, which had not read it since, wrote "
            f"over it at {point(each.write.at)}: {_wrote(each.write)}."
        )
        found.append(Because("lost", pid, text, seqs(each.read.end, other.at, each.write.at)))
    if len(lost) > _SHOWN:
        found.insert(0, Because("lost", pid, f"{some(len(lost), 'update')} were lost so far; the last of them:", ()))
    return found
