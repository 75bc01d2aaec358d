"""Between processes: how signals and messages are let in, and what a process may be asked when.

What ``proc`` offers is in siblings by topic (messages, signals, timers, names, calls, requests), which stand on this
and do not know each other. A message is put into the mailbox, or straight to a process that waits; every other signal
waits for the turn of its receiver, unless nothing is before it that it could overtake.
Source of the semantics: the Erlang reference manual, "Processes" (signals, delivery).
"""

from __future__ import annotations

from collections import deque
from typing import Any, Final

from simulator.kernel.process.isolation import settled
from simulator.kernel.process.kinds import DEMONITOR, EXIT_TAG, LINK, MESSAGE, MONITOR, NOPROC, UNLINK
from simulator.kernel.process.mailbox import Mailbox, Tagged
from simulator.kernel.process.patterns import DOWN_TAG, Ask
from simulator.kernel.process.state import (
    ABSENT,
    BLOCKED,
    EXITED,
    EXPIRED,
    HIBERNATE,
    INQUIRING,
    PERFORM,
    RECEIVE,
    REPLIED,
    REQUEST_NAMES,
    RUNNABLE,
    RUNNING,
    WAITING,
    State,
)
from simulator.kernel.words.errors import ForeignContext, ForgottenYield, badarg
from simulator.kernel.words.places import caller, unyielded
from simulator.terms import Atom, Pid, Reference

FEW: Final = 16
"""Fewer signals than these stay in a list: a deque takes ten times as much, and its making as long as they do."""


OVER: Final = frozenset({0, EXPIRED})
"""Times of a wait that is over: its end, and no signal, has woken the process."""


def came_by_signal(message: Any) -> bool:
    """Return whether a message that waits is, or came behind, what is a signal on the BEAM.

    An exit, a DOWN, a reply to an alias, and a call, which a monitor goes before.
    """
    if message.__class__ is not tuple:
        return False
    if len(message) == 2:
        return message[0].__class__ is Reference and message[0].aliased
    if len(message) == 3:
        client = message[1]
        return message[0] is EXIT_TAG or (
            client.__class__ is tuple and len(client) == 2 and client[1].__class__ is Reference
        )
    return len(message) == 5 and message[0] is DOWN_TAG


class Core(State):
    """What all that a process does stands on."""

    __slots__ = ()

    # What the siblings are to each other.
    _handle: Any
    """Acts on a signal that has arrived."""
    _refuse: Any
    """Answers a signal that came too late."""
    _keep_alias: Any
    """Lets a reference be an alias after its monitor."""
    _exit_itself: Any
    """Applies an exit signal of the process's own."""
    _flush_down: Any
    """Removes the DOWN of a monitor from the mailbox."""
    _reply_of: Any
    """Makes the answer of a call of the message that ended it."""
    _given_up: Any
    """Makes the answer of a call whose time is over."""
    _resumed: Any
    """Records that a wait ended, other than by a message."""
    _no_reply: Any
    """Makes the answer of a call that nobody replied to in time."""
    _end: Any
    """Ends the process."""
    post: Any
    """Sends what need not be copied."""

    # -- what reaches it ----------------------------------------------------------------------

    def _accept(self, signal: tuple[Any, ...]) -> None:
        """Let a signal in: it is handled when the process's turn comes."""
        status = self._status
        if signal[0] == MESSAGE:
            if status == EXITED or self._signals is None:
                self._enqueue(signal[1], signal[2])
            else:
                self._signals.append(signal)
            return
        if status == EXITED:
            self._refuse(signal)
            return
        kind = signal[0]
        if kind == MONITOR:  # held back, whatever is before it
            if self._signals is None:
                self._handle(signal)
            else:
                self._signals.append(signal)
            self.env._hold(self._attend)
            return
        if self._signals is None:
            if kind == DEMONITOR or kind == LINK or kind == UNLINK:
                self._handle(signal)  # nothing before it can be overtaken, and nobody sees it before the turn
                self._will_fetch()
                self._nudge()
                return
            self._signals = [signal]  # a deque takes seven times as much, and mostly there is one
        else:
            self._signals.append(signal)
        self._nudge()

    def _told(self, answer: Any) -> None:
        """Take what another process has told of itself, if this one still waits for it."""
        if self._pending == INQUIRING:
            self._answer, self._pending = answer, REPLIED
            if self._status == BLOCKED:
                self._status = RUNNABLE
                self.env._ready.append(self)

    def _nudge(self) -> None:
        """Be given a turn, as every signal gives a waiting process one."""
        if self._status == WAITING or self._status == BLOCKED:
            self._status = RUNNABLE
            self.env._ready.append(self)

    def _attend(self) -> None:
        """Be given a turn by a signal that has been handled, and fetch in it all that is there."""
        if self._status != EXITED:
            self._will_fetch()
            self._nudge()

    def _take_signals(self) -> bool:
        """Handle the signals that wait; return False if one of them ended the process."""
        queue = self._signals
        if queue:
            self._to_itself = False
        while queue:
            if queue.__class__ is deque:
                self._handle(queue.popleft())
            elif len(queue) < FEW:
                self._handle(queue.pop(0))
            else:
                queue = self._signals = deque(queue)
                continue
            if self._status == EXITED:
                return False
        self._signals = None
        self._fetch()
        return True

    def _reach(self, target: Any, signal: tuple[Any, ...]) -> None:
        """Let a signal of this process reach its target."""
        target._accept(signal)

    def _take_in(self, message: Any, sent: int) -> None:
        """Let a message in that found the process not waiting, or behind other signals."""
        if self._signals is not None:
            self._signals.append((MESSAGE, message, sent))
        else:
            self._enqueue(message, sent)

    def _enqueue(self, message: Any, sent: int) -> None:
        """Put a message at the end of the mailbox; one that waits for a message gets its turn."""
        kernel = self.env
        if self._status == EXITED:
            kernel._drop(self.pid, sent)
            return
        recorder = kernel._recorder
        tag = 0
        if recorder is not None:
            box = self._mailbox
            depth = (len(box) if box else 0) + (1 if self._inbox is ABSENT else 2)
            tag = recorder.seq
            recorder.seq = tag + 1
            recorder.extend(("deliver", tag, kernel._now, self.pid.number, sent, None, 0, depth))
        self._put(message, tag)

    def _put(self, message: Any, tag: int) -> None:
        """Put a message whose arrival is recorded, if any is, where the process will find it."""
        kernel = self.env
        box = self._mailbox
        if self._status == WAITING:
            self._status = RUNNABLE
            self._inbox = message
            self._inbox_tag = tag
            kernel._ready.append(self)
            return
        recorder = kernel._recorder
        if box is None and self._inbox is ABSENT and self._pending == RECEIVE and self._status == RUNNABLE:
            # A signal gave it its turn: the message is the first that it will look at, as if it had done so.
            self._inbox = message
            self._inbox_tag = tag
            if self._signals is None and self._after not in OVER and not came_by_signal(message):
                self._signals = []
            return
        if box is None:
            box = self._mailbox = Mailbox() if recorder is None else Tagged()
        box.append(message)
        if recorder is not None:
            box.tags.append(tag)  # type: ignore[union-attr]
        self._arrived += 1
        if not self._arrived & 0x3FFF:
            kernel.limits.check_flood(self, len(box))
        if self._pending == HIBERNATE and self._status == BLOCKED:
            self._status = RUNNABLE
            kernel._ready.append(self)

    def _keep_inbox(self, seen: int) -> None:
        """Put the message that woke the process into the mailbox, behind the *seen* older ones."""
        box = self._mailbox
        if box is None:
            box = self._mailbox = Mailbox() if self.env._recorder is None else Tagged()
        box.put(seen, self._inbox, self._inbox_tag)
        self._inbox = ABSENT
        self._arrived += 1
        self._fetched = self._arrived
        if not self._arrived & 0x3FFF:
            self.env._active_proc = None  # whoever sent it is long past
            self.env.limits.check_flood(self, len(box))

    def _fetch(self) -> None:
        """Empty the outer queue into the inner one."""
        self._fetched = self._arrived

    def _will_fetch(self) -> None:
        """Note that a signal has come: with it all is fetched that is there when the process has its next turn.

        Whoever waits in a receive does so anyway; but that a signal came is to be known of who has a message, too.
        """
        self._to_itself = False
        if self._status == RUNNING or self._signals is not None:
            return
        if self._pending != RECEIVE or not (self._inbox is ABSENT or came_by_signal(self._inbox)):
            self._signals = []

    def _unfetched(self) -> int:
        """Return how many messages at the mailbox's end lie in the outer queue."""
        return min(self._arrived - self._fetched, len(self._mailbox or ()))

    # -- whose turn it is ---------------------------------------------------------------------

    def _request(self, pending: int) -> None:
        """Note a request that must be yielded next."""
        if self._pending:
            raise self._forgotten()
        self._pending = pending

    def _forgotten(self) -> Exception:
        """Return the error that names the request which was made and not yielded."""
        if self._status != RUNNING:
            return self._out_of_turn("receive", 3)
        library = self._pending == PERFORM
        name = self._patterns[0] if library else REQUEST_NAMES[self._pending]
        if self._pending == RECEIVE and self._patterns.__class__ is Ask:
            library, name = True, self._patterns.detail if self._patterns.polite else Ask.on
        file, line = unyielded(self, name)
        call = f"{name}(...)" if library else f"proc.{name}(...)"
        return ForgottenYield(f"{call} was called and not yielded: write `yield {call}`", file, line)

    def _check_turn(self, what: str) -> None:
        """Refuse a call on a process whose code is not the one that runs."""
        if self._status != RUNNING:
            raise self._out_of_turn(what, 3)

    def _out_of_turn(self, what: str, depth: int = 2) -> Exception:
        """Return the error for such a call; *depth* is how far up the stack the user's code is."""
        frame = caller(depth)
        active = self.env._active_proc
        file, line = frame.f_code.co_filename, frame.f_lineno
        if self._status == EXITED:
            return ForeignContext(f"proc.{what}(...) on {self.pid}, which has ended", file, line)
        who = "SimPy code" if not isinstance(active, State) else str(active.pid)
        return ForeignContext(
            f"proc.{what}(...) was called for {self.pid} by {who}: "
            "each process uses the proc that its own function was given",
            file,
            line,
        )

    def _check_pid(self, pid: Any) -> None:
        if pid.__class__ is not Pid:
            raise badarg(1, "not a pid")

    def _check_name(self, name: Any) -> None:
        if name.__class__ is not Atom:
            raise badarg(1, "not an atom")

    # -- the trace ----------------------------------------------------------------------------

    def _record_noproc(self, pid: Any, ref: Reference, message: Any, cause: int) -> int:
        """Record the ``DOWN`` that a monitor of nobody gives at once; return its number."""
        recorder = self.env._recorder
        if recorder is None:
            return 0
        seq = recorder.seq
        recorder.seq = seq + 1
        number = None if pid is None else pid.number
        recorder.extend(
            (
                "down", seq, self.env._now, number, cause, None, 0,
                self.pid.number, ref.number, NOPROC, settled(message),
            )
        )  # fmt: skip
        return seq
