"""Requests: how what a process asked for is begun, answered, or given up.

A request is noted in the process and yielded; the loop of turns (:mod:`simulator.kernel.process.turns`) answers a
receive itself where a message is there, and comes here for all else.
"""

from __future__ import annotations

from types import GeneratorType
from typing import Any

from simulator.kernel.process.core import Core
from simulator.kernel.process.kinds import INQUIRY
from simulator.kernel.process.patterns import Ask, Awaited, Matcher, first_match, fixed, oldest_mark
from simulator.kernel.process.state import (
    ABSENT,
    ANSWERED,
    BLOCKED,
    ENDED,
    EVENT,
    EXITED,
    EXPIRED,
    FLUSHING,
    HIBERNATE,
    INQUIRING,
    NOTHING,
    OUTPUT,
    RECEIVE,
    REDUCTIONS,
    REPLIED,
    RESCHEDULE,
    RUNNABLE,
    RUNNING,
    SLEEP,
    UNSEEN,
    WAITING,
    WORK,
    Failure,
)
from simulator.kernel.words.errors import ForeignYield, ScenarioError
from simulator.kernel.words.places import position
from simulator.terms import inspect
from simulator.terms.places import place_of


class Requesting(Core):
    """A process's requests, once they are yielded."""

    __slots__ = ()

    # -- a message ----------------------------------------------------------------------------

    def _next_message(self) -> Any:
        """Take the first matching message among those that came since the process began to wait."""
        message = self._inbox
        self._fetched = self._arrived
        seen: int = self._answer or 0  # how many old messages were looked at before it blocked
        if message is not ABSENT:
            patterns = self._patterns
            if first_match(patterns, message):
                self._inbox = ABSENT
                self._received(self._inbox_tag)
                return self._reply_of(patterns, message) if type(patterns) is Ask else message
            self._keep_inbox(seen)
            seen += 1
        found = self._scan(seen)
        return self._given_up() if found is ABSENT and self._after == 0 and self._pending == RECEIVE else found

    def _scan(self, start: int) -> Any:
        """Take the first message from position *start* on that matches, or return ABSENT."""
        box = self._mailbox
        if not box:
            return ABSENT
        patterns = self._patterns
        size = len(box)
        inner = size - (self._arrived - self._fetched)
        self._fetched = self._arrived  # unless what is wanted is found before the outer queue is looked at
        if patterns and not start:
            mark = oldest_mark(patterns, self.pid)
            if mark is not None:
                start = max(0, size - (self._arrived - mark))
        found = box.find(patterns, start)
        if found < 0:
            return ABSENT
        if found < inner:
            self._fetched = self._arrived - (size - inner)
        message, tag = box.take(found)
        if not box:
            self._mailbox = None
        self._received(tag)
        return self._reply_of(patterns, message) if patterns.__class__ is Ask else message

    def _received(self, delivered: int) -> None:
        """Count, and record, a message that was taken out of the mailbox."""
        kernel = self.env
        kernel.messages += 1
        recorder = kernel._recorder
        if recorder is not None:
            self._cause = seq = recorder.seq
            recorder.seq = seq + 1
            box = self._mailbox
            recorder.extend(
                (
                    "receive", seq, kernel._now, self.pid.number, delivered, *position(self),
                    len(box) if box else 0,
                )
            )  # fmt: skip

    def _waiting(self, on: str) -> None:
        """Record that the process blocked."""
        kernel = self.env
        recorder = kernel._recorder
        if recorder is not None:
            self._wait_seq = seq = recorder.seq
            recorder.seq = seq + 1
            generator, frame = self._generator, self._frame
            if frame is UNSEEN and self._callers is None:  # not what it performs now: that frame is not for long
                frame = self._frame = generator.gi_frame
            if frame is not None and self._callers is None and generator.gi_yieldfrom is None:
                code, instruction = generator.gi_code, frame.f_lasti  # its own function, which is the user's
            else:
                code, instruction = position(self)
            patterns: Any = ()
            detail = None
            if on == "receive" and self._patterns:
                if self._patterns.__class__ in (Awaited, Ask):
                    on, detail = self._patterns.on, self._patterns.detail
                elif self._patterns.__class__ is Matcher:
                    patterns = list(self._patterns.texts)
                else:
                    patterns = fixed(self._patterns)
            recorder.extend(
                (
                    "wait", seq, kernel._now, self.pid.number, self._cause, code, instruction,
                    on, patterns, self._deadline, detail,
                )
            )  # fmt: skip

    def _resumed(self, kind: str) -> None:
        """Record that a wait ended, other than by a message."""
        kernel = self.env
        if kernel._recorder is not None:
            self._cause = kernel._record(kind, self, self._wait_seq)

    # -- turns --------------------------------------------------------------------------------

    def _enter(self) -> Any:
        """Begin to perform a generator."""
        self._callers = (self._generator, self._callers)
        self._generator, self._answer = self._answer, None
        self._pending = NOTHING
        return self._generator

    def _leave(self, answer: Any) -> bool:
        """Go back from a generator that was performed; return False if the process has ended meanwhile."""
        if self._status == EXITED or self._pending == ENDED:
            return False
        if answer.__class__ is Failure and isinstance(answer.exception, (ScenarioError, KeyboardInterrupt, SystemExit)):
            return False
        if self._pending:
            raise self._forgotten()
        assert self._callers is not None
        self._generator, self._callers = self._callers
        self._answer = answer
        return True

    def _still_waits(self, pending: int) -> bool:
        """Return whether a process that got a turn, because of a signal, has nothing to go on with yet."""
        if pending == ANSWERED or pending == NOTHING:
            return False
        if pending == REPLIED:
            self._fetch()
            return False
        if pending == FLUSHING:
            self._flush_down(self._patterns.ref)
            return False
        if pending == OUTPUT:
            if self._inbox is not ABSENT:
                self._keep_inbox(self._answer or 0)
            self._block()
            return True
        if pending == HIBERNATE and self._mailbox:
            self._fetch()
            self._resumed("resume")
            self._answer = None
            return False
        if pending != ENDED:
            self._status = BLOCKED
        return True

    def _block(self) -> None:
        """Go on waiting for a message, unless it has been answered; those in the mailbox have been looked at."""
        if self._pending != ANSWERED and self._pending != FLUSHING:
            self._status = WAITING
            self._answer = len(self._mailbox) if self._mailbox else 0

    def _preempt(self, answer: Any) -> None:
        """Go to the end of the run queue: the turn's reductions are used up."""
        kernel = self.env
        self._answer = answer
        self._pending = ANSWERED
        self._status = RUNNABLE
        kernel._active_proc = None
        kernel._release()
        kernel._ready.append(self)
        kernel.limits.count(self, REDUCTIONS)

    def _begin(self, pending: int) -> bool:
        """Begin a request other than receive; return True if it is answered at once."""
        kernel = self.env
        if pending == SLEEP:
            if self._after == 0:
                return True
            if self._after is not None:
                kernel._set_deadline(self, kernel._now + self._after)
            if kernel._recorder is not None:
                self._waiting("sleep")
        elif pending == WORK:
            if self._after == 0:
                return True
            assert self._after is not None
            self._status = BLOCKED
            kernel._schedulers.request(self, self._after)
        elif pending == HIBERNATE:
            kernel._record("hibernate", self, self._cause)
            if self._mailbox:  # it sleeps no turn, but the others get theirs
                self._fetch()
                self._pending = RESCHEDULE
                return self._begin(RESCHEDULE)
            self._waiting("hibernate")
        elif pending == OUTPUT:
            kernel.node.leader.ask(self)
            if self._signals is None or self._take_signals():
                self._block()
            return False
        elif pending == INQUIRING:
            pid, question, giving_way = self._answer
            target = pid._process
            self._answer = None
            if target is None:
                return True
            self._status = RUNNABLE if giving_way else BLOCKED
            self._reach(target, (INQUIRY, self, question))
            if giving_way:
                kernel._release()
                kernel._ready.append(self)
            return False
        elif pending == RESCHEDULE:
            self._pending = ANSWERED
            self._status = RUNNABLE
            kernel._release()
            kernel._ready.append(self)
            return False
        else:  # it has ended itself, and caught that
            return False
        self._status = BLOCKED
        if self._signals is not None:  # they came while it ran
            self._status = RUNNABLE
            kernel._release()
            kernel._ready.append(self)
        return False

    def _expire(self) -> None:
        """The deadline is here. It wins over a message of the same instant, as on the BEAM.

        Who makes a call looks once more, in its turn, whether the reply is there: ``gen:do_call/4``.
        """
        if self._status == EXITED:
            return
        kernel = self.env
        if self._pending == RECEIVE and type(self._patterns) is Ask:
            if self._patterns.polite:
                if self._inbox is not ABSENT:
                    self._keep_inbox(self._answer or 0)
                self._after = EXPIRED
            else:
                self._after, self._patterns.polite = 0, None
            self._nudge()
            return
        if self._pending == WORK:
            if not kernel._schedulers.on_slice_end(self):
                return
        else:
            if self._inbox is not ABSENT:
                self._keep_inbox(self._answer or 0)
            if kernel._recorder is not None:
                self._resumed("timeout")
        self._answer = None
        self._pending = ANSWERED
        if self._status != RUNNABLE:
            self._status = RUNNABLE
            kernel._ready.append(self)

    # -- SimPy events -------------------------------------------------------------------------

    def _wait_for(self, event: Any) -> bool:
        """Wait for a SimPy event that the process yielded; return False if it has already happened."""
        kernel = self.env
        if self._pending:
            raise self._forgotten()
        try:
            callbacks = event.callbacks
        except AttributeError:
            raise self._foreign(event) from None
        if event is self or event.env is not kernel:
            raise self._foreign(event)
        if isinstance(event, Core) and event._pending and event._status == RUNNING:
            raise self._foreign(event)
        if callbacks is None:
            return False
        callbacks.append(self._resume)
        self._pending = EVENT
        self._answer = event
        self._status = BLOCKED
        self._waiting("event")
        return True

    def _resume(self, event: Any) -> None:
        """Go on after the SimPy event that the process waited for; SimPy calls this."""
        if self._pending != EVENT or self._answer is not event:
            return
        self._resumed("resume")
        self._pending = ANSWERED
        if event._ok:
            self._answer = event._value
        else:
            event._defused = True
            self._answer = Failure(event._value)
        if self._status == BLOCKED:
            self._status = RUNNABLE
            self.env._turn_of(self)  # at once, as SimPy resumes its processes

    def _foreign(self, what: Any) -> ForeignYield:
        """Return the error for something yielded that nobody can answer."""
        file, line = place_of(*position(self))
        if isinstance(what, Core):
            return ForeignYield(
                "yielded the request of another process: each process uses the proc that its own function was given",
                file,
                line,
            )
        hint = "; write `yield from` to run another generator" if isinstance(what, GeneratorType) else ""
        return ForeignYield(
            f"yielded {_described(what)}, which is no request of this process and no SimPy event of its clock{hint}",
            file,
            line,
        )


def _described(what: Any) -> str:
    """Return a short text for a foreign object, without an address in it."""
    if isinstance(what, GeneratorType):
        return f"the generator {what.__name__}"
    if what is None or isinstance(what, (bool, int, float, str, bytes)):
        return inspect(what)[:60]
    return f"an object of class {type(what).__name__}"
