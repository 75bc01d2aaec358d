"""The report of a process that OTP has started and that crashes: what it asks of others before it ends.

Logger leaves this report out; but OTP makes it, and asks all processes that are linked to the one that crashes, and
those that are linked to these, what they are doing. Each answers when it has its turn, and others get theirs
meanwhile: so whoever is linked goes on for several turns before the exit signal comes.
Source of the semantics: OTP 25's ``proc_lib:crash_report``.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.kernel import Process
from simulator.otp.server.gen import Steps
from simulator.terms import Atom, Pid, atom

_MOST: Final = 15
"""Neighbours that are asked at most."""
_LINKS: Final = Atom("links")
_TRAP_EXIT: Final = Atom("trap_exit")
_ANSWERED_IN_TURN: Final = frozenset({_LINKS, atom.dictionary})
_ASKED: Final = (
    Atom("registered_name"), atom.dictionary, atom.dictionary, atom.dictionary, Atom("message_queue_len"), _LINKS,
    _TRAP_EXIT, Atom("status"), Atom("status"), Atom("status"), Atom("status"), atom.dictionary,
)  # fmt: skip
"""What each neighbour is asked: the name, ``$initial_call``, the function that it is in, ``$ancestors``, its mailbox's
length, links, whether it traps exits, four that are told as ``status`` is, its stack. What is told of a function or a
stack is told as a dictionary is: in a turn of its own."""


def crash_report(proc: Process, reason: Any, raised: bool) -> Steps:
    """Ask the neighbours of this process what the report of its crash tells of them, and let who wants to hear of it.

    Where an exception was *raised* the reason has a stack.
    """
    links = proc.info(proc.pid, _LINKS)[1]
    if not links:
        yield from proc.front.reported(proc, "crash", "", {"reason": reason, "raised": raised, "neighbours": []})
        return
    reporting = _reporting(proc)
    reporting[proc.pid] = None
    visited = [proc.pid]
    yield from _visit(proc, (yield from _not_trapping(proc, links)), visited)
    neighbours = [each for each in reversed(visited) if each is not proc.pid]
    for pid in neighbours:
        for item in _ASKED:
            yield from _told(proc, pid, item)
    told = {"reason": reason, "raised": raised, "neighbours": neighbours}
    yield from proc.front.reported(proc, "crash", "", told)
    del reporting[proc.pid]


def _visit(proc: Process, pids: list[Pid], visited: list[Pid]) -> Steps:
    """Note processes and all that are linked to them, those that trap exits and what lies behind them left out."""
    for nth, pid in enumerate(pids):
        if len(visited) > _MOST:
            return
        if pid not in visited:
            visited.append(pid)
            links = yield from _told(proc, pid, _LINKS)
            beyond = yield from _not_trapping(proc, links or [])
            yield from _visit(proc, pids[nth + 1 :], visited)
            yield from _visit(proc, beyond, visited)
            return


def _not_trapping(proc: Process, pids: list[Pid]) -> Steps:
    """Return those of some processes that do not trap exits."""
    found = []
    for pid in pids:
        if (yield from _told(proc, pid, _TRAP_EXIT)) is False:
            found.append(pid)
    return found


def _told(proc: Process, pid: Pid, item: Atom) -> Steps:
    """Return what a process tells of itself, None if it is dead."""
    if pid is not proc.pid and (item in _ANSWERED_IN_TURN or proc.unsettled(pid, True)):
        found = yield proc.inquire(pid, lambda: proc.known(pid, item), True)
    else:
        found = proc.info(pid, item)
    return None if found is None else found[1]


def is_about_to_end(proc: Process) -> bool:
    """Return whether a process that crashes is about to end *proc*, which is linked to it and traps no exits."""
    reporting = _reporting(proc)
    if not reporting or proc.info(proc.pid, _TRAP_EXIT)[1]:
        return False
    return any(pid in reporting for pid in proc.info(proc.pid, _LINKS)[1])


def _reporting(proc: Process) -> dict[Pid, None]:
    """Return who has crashed and is about to exit, once that is reported."""
    found: dict[Pid, None] = proc.env.node.tables.setdefault("reporting", {})
    return found
