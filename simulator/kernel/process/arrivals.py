"""What a signal does when it arrives: messages to an alias, links, monitors, exits.

Source of the semantics: the Erlang reference manual, "Processes" (process termination, links, error
handling, monitors). A signal puts its receiver into the run queue and is handled when that
receiver's turn comes, in the order in which the signals of each sender were sent.
"""

from __future__ import annotations

from typing import Any

from simulator.kernel.process.core import Core
from simulator.kernel.process.isolation import isolated
from simulator.kernel.process.kinds import (
    ALIAS,
    DEMONITOR,
    DOWN,
    EXIT,
    EXIT_TAG,
    EXPLICIT_UNALIAS,
    INQUIRY,
    KILL,
    KILLED,
    LINK,
    MESSAGE,
    MONITOR,
    NOPROC,
    NORMAL,
    REPLY,
    REPLY_DEMONITOR,
    UNLINK,
)
from simulator.kernel.process.patterns import Ask
from simulator.kernel.process.state import ABSENT, ENDED, RECEIVE, RUNNABLE
from simulator.kernel.words.errors import Abandon
from simulator.terms import Pid, Reference


class Arriving(Core):
    """A process's side of signals that others sent."""

    __slots__ = ()

    # How a link and a monitor fire.
    _send_exit: Any
    _send_down: Any

    def _handle(self, signal: tuple[Any, ...]) -> None:
        kind = signal[0]
        if kind == MESSAGE:
            self._enqueue(signal[1], signal[2])
        elif kind == ALIAS:
            self._take_aliased(*signal[1:])
        elif kind == LINK:
            self._related().link(signal[1])
        elif kind == UNLINK:
            if self._relations is not None:
                self._relations.links.pop(signal[1].number, None)
        elif kind == EXIT:
            self._on_exit(*signal[1:])
        elif kind == MONITOR:
            self._related().be_watched(signal[1], signal[2])
        elif kind == DEMONITOR:
            if self._relations is not None:
                self._relations.monitored_by.pop(signal[1], None)
        elif kind == INQUIRY:
            self._fetch()
            signal[1]._told(signal[2]())
        elif kind == DOWN:
            ref, message, tag = signal[1:]
            entry = None if self._relations is None else self._relations.monitors.pop(ref.number, None)
            if entry is not None:
                self._keep_alias(ref.number, entry[2])
                self._enqueue(message, tag)

    def _take_aliased(self, message: Any, tag: int, ref: Reference) -> None:
        """Let a message in that was sent to an alias, if that is one still; some are no more after it."""
        entry = None if self._relations is None else self._relations.monitors.get(ref.number)
        if entry is None or entry[2] is None:
            self.env._drop(ref, tag)
            return
        if entry[2] in (REPLY, REPLY_DEMONITOR):
            del self._related().monitors[ref.number]
            if entry[0] is not None and entry[0]._process is not None:
                self._reach(entry[0]._process, (DEMONITOR, ref.number))
        if ref.aliased and self._is_replied(ref):
            message = (self.env.front.reply_tag(ref), message[1])
        self._enqueue(message, tag)

    def _is_replied(self, ref: Reference) -> bool:
        """Return whether the reply to the call of a reference is here already, and waits to be taken.

        That one is never seen as a message; a second is, and then what it begins with matters.
        """
        ask = self._patterns
        if self._pending != RECEIVE or type(ask) is not Ask or ask.ref is not ref:
            return False
        if self._inbox is not ABSENT and ask.accepts(self._inbox):
            return True
        box = self._mailbox
        return box is not None and box.find(ask, max(0, len(box) - (self._arrived - ref._mark))) >= 0

    def _keep_alias(self, number: int, how: Any) -> None:
        """Let a reference whose monitor has ended stay an alias, if it is one until it is taken back."""
        if how is EXPLICIT_UNALIAS:
            self._related().watch(number, (None, None, how))

    def _on_exit(self, sender: Pid, reason: Any, linked: bool, tag: int) -> None:
        """Apply the rules of an exit signal."""
        relations = self._relations
        if linked:
            if relations is None or sender.number not in relations.links:
                self.env._record("ignore", self, tag)
                return
            del relations.links[sender.number]
        if reason is KILL and not linked:
            self._end(KILLED, "killed", tag)
        elif relations is not None and relations.trap_exit:
            self._enqueue((EXIT_TAG, sender, reason), tag)
        elif reason is NORMAL and sender != self.pid:
            self.env._record("ignore", self, tag)
        else:
            self._end(reason, "signal", tag)

    def _exit_itself(self, reason: Any, tag: int) -> None:
        """Apply an exit signal of its own: its code stops at once, and it dies in a turn at the queue's end."""
        trapping = self._relations is not None and self._relations.trap_exit
        if trapping and reason is not KILL:
            self._to_itself = True
            if self._signals is None:
                self._signals = []
            self._take_in((EXIT_TAG, self.pid, reason), tag)
            return
        self._signals = [(EXIT, self.pid, isolated(reason), False, tag), *(self._signals or ())]
        self._pending = ENDED
        self._status = RUNNABLE
        self.env._active_proc = None
        self.env._ready.append(self)
        raise Abandon

    def _refuse(self, signal: tuple[Any, ...]) -> None:
        """Answer a signal that came too late, as the BEAM does for a process that is gone."""
        kind = signal[0]
        kernel = self.env
        if kind == MESSAGE:
            kernel._drop(self.pid, signal[2])
        elif kind == ALIAS:
            kernel._drop(signal[3], signal[2])
        elif kind == LINK and signal[1]._process is not None:
            self._send_exit(signal[1], NOPROC)
        elif kind == MONITOR and signal[1]._process is not None:
            self._send_down(signal[2], signal[1], NOPROC)
        elif kind == INQUIRY:
            signal[1]._told(None)
