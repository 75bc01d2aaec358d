"""Asking: a message to a process, and the wait for its reply, as one request.

It is what a call of a server is made of: monitor the other with an alias, send, wait for
``{ref, reply}`` or its DOWN, demonitor. Done step by step from outside it would cost three times as
much, and calls are what OTP programs mostly do.
Source of the semantics: OTP 25's ``gen:call``.
"""

from __future__ import annotations

from typing import Any

from simulator.kernel.process.core import Core
from simulator.kernel.process.isolation import IMMUTABLE, isolated, settled
from simulator.kernel.process.kinds import DEMONITOR, MONITOR, NOPROC
from simulator.kernel.process.patterns import DOWN_TAG, Ask, Excuse
from simulator.kernel.process.state import ABSENT, FLUSHING, RECEIVE, RUNNABLE, RUNNING, WAITING, Failure
from simulator.terms import Atom, Pid, Reference, atom

TIMEOUT = Atom("timeout")


class Asking(Core):
    """A process's side of asking."""

    __slots__ = ()

    def ask(self, pid: Pid, tag: Any, request: Any, after: int | None, excuse: Excuse, name: str | None = None) -> Any:
        """For libraries: send ``{tag, {self, ref}, request}`` to *pid*, request the reply: ``yield`` it.

        The reference is an alias: what is sent to it after *after* nanoseconds is dropped. With no such limit it
        is none, as in OTP: a second reply stays in the mailbox. Where there is no reply, what ``excuse(reason)``
        returns is raised: for ``:timeout``, or the reason for which *pid* ended. *name* is what the trace calls
        *pid*, where it was given by a name.
        """
        if self._pending:
            raise self._forgotten()
        if self._status != RUNNING:
            raise self._out_of_turn("call")
        kernel = self.env
        if kernel._held is not None:  # the monitor of the call lets go of one before it
            kernel._release()
        number = kernel._references = kernel._references + 1
        ref = Reference(number, self.pid, self._arrived, after is not None)
        self._related().watch(number, (pid, pid, None if after is None else True))
        target = pid._process
        recorded = kernel._recorder is not None
        seq = kernel._record_at("monitor", self, self._cause, number, pid.number, None) if recorded else 0
        if target is not None:
            self._watch(target, ref, seq)
        if recorded:
            until = None if after is None else kernel._now + after
            self._cause = kernel._record_at(
                "call", self, self._cause, pid.number, name, number, settled(request), until
            )
        if request.__class__ not in IMMUTABLE:
            request = isolated(request)
        self.post(pid, (tag, (self.pid, ref), request))
        if target is None:
            down = (DOWN_TAG, ref, atom.process, pid, NOPROC)
            self._take_in(down, self._record_noproc(pid, ref, down, seq))
        self._patterns = Ask(ref, pid, excuse, name or str(pid) if recorded else "")
        self._after = after
        self._pending = RECEIVE
        return self

    def await_reply(self, ref: Reference, pid: Pid, after: int | None, excuse: Excuse) -> Any:
        """For libraries: request the reply that *pid* is to send to the monitor *ref*, an alias: ``yield`` it.

        None where that is not to be had in one step: then it is to be received, and the monitor ended, step by step.
        The answer is as that of :meth:`ask`; but where the monitor has ended by itself, the others get their turns
        before, as on the BEAM, where it is not the call of a server that ends it.
        """
        return None

    def _watch(self, target: Any, ref: Reference, seq: int) -> None:
        """Let another know that this process asks it, and wants to hear of its end."""
        if target._signals is not None:
            target._signals.append((MONITOR, self.pid, ref, seq))  # not held back: the message follows at once
            target._nudge()
            return
        target._related().be_watched(self.pid, ref)
        if target._status != WAITING:  # one that waits gets its turn by the message
            target._will_fetch()
            target._nudge()

    def _reply_of(self, ask: Ask, message: Any) -> Any:
        """Turn the message that ended an ask into its answer."""
        if message[0] is DOWN_TAG:
            self._related().monitors.pop(ask.ref.number, None)
            self._returned(ask, "down")
            return Failure(ask.excuse(message[4]))
        self._returned(ask, "replied")
        return self._give_way(message[1]) if self._end_ask(ask) else message[1]

    def _give_way(self, answer: Any) -> Any:
        """Go on with *answer* in a turn at the queue's end: there the DOWN of who replied and ended is flushed."""
        self._answer, self._pending, self._deadline = answer, FLUSHING, None
        self._status = RUNNABLE
        self.env._ready.append(self)
        return ABSENT

    def _given_up(self) -> Any:
        """Give up a call whose time is over and whose reply is not there."""
        self._resumed("timeout")
        return self._no_reply()

    def _no_reply(self) -> Any:
        """Give a receive up that is no ordinary one: nobody replied in time."""
        ask: Any = self._patterns
        if ask.__class__ is not Ask:
            return None
        self._returned(ask, "timeout")
        failure = Failure(ask.excuse(TIMEOUT))
        if self._end_ask(ask):
            if self._status != RUNNING:
                return self._give_way(failure)
            self._flush_down(ask.ref)
        return failure

    def _returned(self, ask: Ask, how: str) -> None:
        """Record that the call came to its end."""
        kernel = self.env
        if kernel._recorder is not None:
            self._cause = kernel._record("return", self, self._cause, ask.ref.number, how)

    def _end_ask(self, ask: Ask) -> bool:
        """Demonitor: the alias is none any more, the other gets a signal. Return whether it has ended before."""
        number = ask.ref.number
        entry = self._related().monitors.pop(number, None)
        if entry is None or entry[2] is not None:
            self._to_itself = False  # a DOWN, and what is sent to an alias, is a signal
        if entry is None:
            self.env._record("demonitor", self, self._cause, number, True)  # the other has ended: its DOWN is flushed
            return True
        target = ask.pid._process
        if target is None:
            return False
        self.env._record("demonitor", self, self._cause, number, True)
        self._reach(target, (DEMONITOR, number))
        return False
