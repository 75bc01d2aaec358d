"""What the history of a trace says of one instant, in the words of the page's own snapshot of it."""

from __future__ import annotations

from typing import Any

from simulator.trace.records import At, Bond, Process, Stretch
from simulator.trace.told import History

SNAPSHOTS = """
events => events.map(event => {
  const { model } = window.player;
  return model.stateAt(event).processes.filter(Boolean).map(state => {
    const pid = index => index < 0 ? null : model.processes[index].pid;
    const bonds = indexes => indexes.map(index => model.bonds.at(index)).map(({ a, b, ref }) => [pid(a), pid(b), ref]);
    const strip = state.strip;
    return {
      pid: pid(state.process),
      state: state.state,
      patterns: strip.patterns,
      until: strip.until === null ? null : String(strip.until),
      on: pid(strip.on),
      mailbox: state.mailbox.map(index => model.messages.at(index).term),
      names: state.names,
      links: state.links.map(pid).sort((a, b) => a - b),
      monitors: bonds(state.monitors),
      monitoredBy: bonds(state.monitoredBy),
      timers: state.timers.map(index => model.timers.at(index).text),
      server: state.serverState,
      callback: state.callback?.name ?? null,
      exit: state.exit,
    };
  });
})
"""
"""The page's snapshots at some events, as plain data."""

_STATES = {"active": "running", "run": "work", "queue": "ready"}


def moment(told: History, seq: int) -> list[dict[str, Any]]:
    """Return the state of each process after the event *seq*."""
    alive = [process for process in told.processes.values() if process.start and process.start.seq <= seq]
    return [_state(told, process, seq) for process in alive]


def _state(told: History, process: Process, seq: int) -> dict[str, Any]:
    pid, over = process.pid, _over(process.end, seq)
    stretch = next((each for each in reversed(process.stretches) if each.start.seq <= seq), None)
    if over or (stretch is not None and _over(stretch.end, seq)):
        stretch = None
    bonds = [bond for bond in told.bonds if bond.start.seq <= seq and not _over(bond.end, seq)]
    monitors = [bond for bond in bonds if bond.kind == "monitor"]
    return {
        "pid": pid,
        "state": "dead" if over else _word(stretch),
        "patterns": list(stretch.patterns) if stretch else [],
        "until": None if stretch is None or stretch.until is None else str(stretch.until),
        "on": stretch.call.server if stretch is not None and stretch.call is not None else None,
        "mailbox": _mailbox(told, pid, seq) if not over else [],
        "names": [name.name for name in process.names if name.start.seq <= seq and not _over(name.end, seq)],
        "links": sorted(_other(bond, pid) for bond in bonds if bond.kind == "link" and pid in (bond.owner, bond.other)),
        "monitors": [[bond.owner, bond.other, bond.ref] for bond in monitors if bond.owner == pid],
        "monitoredBy": [[bond.owner, bond.other, bond.ref] for bond in monitors if bond.other == pid],
        "timers": [
            timer.term
            for timer in told.timers
            if timer.owner == pid
            and timer.armed.seq <= seq
            and not any(_over(end, seq) for end in (timer.fired, timer.cancelled, timer.void))
        ],
        "server": _server(told, pid, seq),
        "callback": _callback(told, pid, seq),
        "exit": process.reason if over else None,
    }


def _over(end: At | None, seq: int) -> bool:
    return end is not None and end.seq <= seq


def _word(stretch: Stretch | None) -> str:
    """A process is ready from its spawn to its first turn, which is when it is in no stretch."""
    if stretch is None:
        return "ready"
    return stretch.on if stretch.kind == "wait" else _STATES[stretch.kind]


def _other(bond: Bond, pid: int) -> int:
    other = bond.other if bond.owner == pid else bond.owner
    assert other is not None
    return other


def _mailbox(told: History, pid: int, seq: int) -> list[str]:
    lying = [
        message
        for message in told.messages
        if message.receiver == pid
        and _over(message.enqueued, seq)
        and not _over(message.received, seq)
        and not _over(message.flushed, seq)
    ]
    return [message.term for message in sorted(lying, key=lambda message: message.enqueued or At(0, 0))]


def _server(told: History, pid: int, seq: int) -> str | None:
    """The last state that a callback was given or returned."""
    known: list[tuple[At, str]] = []
    for callback in told.callbacks:
        if callback.pid == pid:
            known += [(callback.start, callback.before)] if callback.before is not None else []
            known += [(callback.end, callback.after)] if callback.after is not None and callback.end else []
    return max((each for each in known if each[0].seq <= seq), default=(None, None))[1]


def _callback(told: History, pid: int, seq: int) -> str | None:
    inside = [
        callback
        for callback in told.callbacks
        if callback.pid == pid and callback.start.seq <= seq and not _over(callback.end, seq)
    ]
    return inside[-1].name if inside else None
