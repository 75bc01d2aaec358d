"""Links and monitors of a trace: which are open, and what ends them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from simulator.trace.records import At, Bond, Message
    from simulator.trace.told import History


class BondTeller:
    """The part of the one pass that is about links and monitors, for :func:`simulator.trace.telling.history`."""

    def __init__(self, told: History) -> None:
        self._told = told
        self._links: dict[frozenset[int | None], Bond] = {}
        self._monitors: dict[int, Bond] = {}
        self._of: dict[int | None, dict[int, Bond]] = {}  # open bonds a process takes part in, by id of the bond

    def bind(self, bond: Bond) -> None:
        """A bond is made; a second link of a pair is none, and one to a dead process is gone at once."""
        if bond.kind == "link":
            ends = frozenset((bond.owner, bond.other))
            if ends in self._links:
                return
            self._links[ends] = bond
        elif bond.ref is not None:
            if bond.ref in self._monitors:
                return
            self._monitors[bond.ref] = bond
        self._told.bonds.append(bond)
        for pid in (bond.owner, bond.other):
            self._of.setdefault(pid, {})[id(bond)] = bond
        other = None if bond.other is None else self._told.processes.get(bond.other)
        if bond.kind == "link" and other is not None and other.end is not None:
            self._unbind(bond, bond.start, "exit")

    def unlink(self, one: int | None, other: int, at: At) -> None:
        """A link is removed."""
        bond = self._links.get(frozenset((one, other)))
        if bond is not None:
            self._unbind(bond, at, "unlink")

    def demonitor(self, ref: int, at: At, flush: bool) -> None:
        """A monitor is removed; with *flush* its message, too."""
        bond = self._monitors.get(ref)
        if bond is None:
            return
        self._unbind(bond, at, "demonitor")
        if flush and bond.down is not None and bond.down.enqueued and not bond.down.received:
            bond.down.flushed = at

    def fire(self, ref: int, at: At, message: Message) -> None:
        """A monitor tells that the monitored process has ended."""
        bond = self._monitors.get(ref)
        if bond is not None:
            bond.down = message
            self._unbind(bond, at, "down")

    def end(self, pid: int, at: At) -> None:
        """A process ends, and with it its links and what it monitors; a monitor of it ends with its DOWN."""
        for bond in list(self._of.get(pid, {}).values()):
            if bond.kind == "link" or bond.owner == pid:
                self._unbind(bond, at, "exit")

    def serve_call(self, ref: int) -> None:
        """A monitor turns out to be a call's own."""
        bond = self._monitors.get(ref)
        if bond is not None:
            bond.for_call = True

    def told_of(self, ref: int) -> Message | None:
        """Return the message that a monitor gave."""
        bond = self._monitors.get(ref)
        return None if bond is None else bond.down

    def let_go(self) -> None:
        """Forget the monitors that are over and have no message that could still be flushed."""
        for ref, bond in list(self._monitors.items()):
            if bond.end is not None and (bond.down is None or bond.down.fate not in ("unread", "in flight")):
                del self._monitors[ref]

    def _unbind(self, bond: Bond, at: At, by: Literal["unlink", "demonitor", "exit", "down"]) -> None:
        if bond.end is not None:
            return
        bond.end, bond.ended_by = at, by
        for pid in (bond.owner, bond.other):
            self._of[pid].pop(id(bond), None)
        if bond.kind == "link":
            self._links.pop(frozenset((bond.owner, bond.other)), None)
