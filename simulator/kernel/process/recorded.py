"""A process whose run is recorded, and whose signals arrive at once: the way in which most runs are looked at.

It does what :class:`~simulator.kernel.process.process.Process` does, sooner: what happens most is handed to the
recorder as one record of several events (see :mod:`simulator.kernel.process.recording`), with one look for the
place in the user's code. Whatever is less usual goes the general way.
"""

from __future__ import annotations

from collections import deque
from heapq import heappush
from sys import _getframe
from typing import Any

from simpy.events import NORMAL

from simulator.kernel.process.isolation import IMMUTABLE, immutable, isolated
from simulator.kernel.process.kinds import (
    ALIAS,
    DEMONITOR,
    DOWN,
    EXIT,
    EXIT_TAG,
    EXPLICIT_UNALIAS,
    MESSAGE,
    PROCESS_TAG,
)
from simulator.kernel.process.patterns import DOWN_TAG, Ask, Excuse, first_match, matches
from simulator.kernel.process.process import Process
from simulator.kernel.process.relations import NONE
from simulator.kernel.process.state import ABSENT, BLOCKED, EXITED, RECEIVE, RUNNABLE, RUNNING, WAITING
from simulator.kernel.time.timer import MANY, Timer
from simulator.kernel.words.places import OWN, calling_place
from simulator.terms import Atom, Pid, Reference
from simulator.terms.patterns import ANY
from simulator.terms.shown import Shown


class Recorded(Process):
    """A process of a run that has a recorder and no latency."""

    __slots__ = ()

    # -- messages -----------------------------------------------------------------------------

    def send(self, dest: Any, message: Any) -> Any:
        """Send *message* to a pid, a registered name or an alias and return it; never blocks."""
        if self._status != RUNNING:
            raise self._out_of_turn("send")
        cls = type(dest)
        if cls is Pid:
            target = dest._process
        elif cls is Reference and dest._owner is not None:
            target = dest._owner._process
        else:
            return super().send(dest, message)
        if target is None:
            return super().send(dest, message)
        copy = message
        if type(message) is tuple:
            for part in message:
                if type(part) not in IMMUTABLE:
                    copy = isolated(message)
                    break
        elif type(message) not in IMMUTABLE:
            copy = isolated(message)
            if copy is message:  # an object that may change
                return super().send(dest, message)
        frame = _getframe(1)
        code, instruction = frame.f_code, frame.f_lasti
        if frame is not self._frame and OWN[code.co_filename]:  # its own function needs no look at the file
            code, instruction = calling_place(self, 1)  # type: ignore[assignment]
        shown = copy if copy is message else Shown(copy)
        if cls is Reference and not target._asks(dest):
            seq = self._left(target, shown, code, instruction)
            target._be_told((ALIAS, copy, seq, dest))
        elif target._signals is not None:
            seq = self._left(target, shown, code, instruction)
            target._signals.append((MESSAGE, copy, seq))
        else:
            self._sent(target, copy, shown, code, instruction)
        return message

    def post(self, pid: Pid, message: Any) -> None:
        """For libraries: send to a process what nobody else holds, which need not be copied."""
        target = pid._process
        if target is None or self._status != RUNNING:
            super().post(pid, message)
            return
        shown = message if immutable(message) else Shown(message)
        if target._signals is not None:
            seq = self._left(target, shown, *calling_place(self, 1))
            target._signals.append((MESSAGE, message, seq))
        else:
            self._sent(target, message, shown, *calling_place(self, 1))

    def _left(self, target: Any, shown: Any, code: Any, instruction: int) -> int:
        """Record a message that leaves and arrives only when the other has its turn; return its number."""
        if target is self:
            self._to_itself = True
        kernel = self.env
        recorder: Any = kernel._recorder
        seq: int = recorder.seq
        recorder.seq = seq + 1
        values = kernel._values
        values += ("left", seq, kernel._now, self.pid, self._cause, code, instruction, target.pid, shown)
        if not seq & 0x3FF:
            recorder.flush()
        return seq

    def _sent(self, target: Any, message: Any, shown: Any, code: Any, instruction: int) -> None:
        """Record a message that leaves and arrives, and let it do so."""
        kernel = self.env
        recorder: Any = kernel._recorder
        seq = recorder.seq + 1
        recorder.seq = seq + 1
        box = target._mailbox
        values = kernel._values
        if target._status == WAITING:
            target._status = RUNNABLE
            target._inbox = message
            target._inbox_tag = seq
            values += (
                "sent", seq, kernel._now, self.pid, self._cause, code, instruction,
                target.pid, shown, len(box) + 1 if box else 1,
            )  # fmt: skip
            kernel._ready.append(target)
        else:
            if target is self:
                self._to_itself = True
            depth = (len(box) if box else 0) + (1 if target._inbox is ABSENT else 2)
            values += (
                "sent", seq, kernel._now, self.pid, self._cause, code, instruction, target.pid, shown, depth,
            )  # fmt: skip
            target._put(message, seq)
        if not seq & 0x7FE:
            recorder.flush()  # a turn may be very long

    def _next_message(self) -> Any:
        """Take the first matching message among those that came since the process began to wait."""
        message = self._inbox
        self._fetched = self._arrived
        seen: int = self._answer or 0
        if message is not ABSENT:
            patterns = self._patterns
            if type(patterns) is tuple:
                for pattern in patterns:  # as `first_match` does, without a call
                    if pattern is message:
                        break
                    if type(pattern) is not tuple:
                        if type(pattern) is not Atom and matches(pattern, message):
                            break
                    elif type(message) is tuple and len(message) == len(pattern):
                        for part, value in zip(pattern, message):
                            if part is value or part is ANY:
                                continue
                            if type(part) is Atom or not matches(part, value):
                                break
                        else:
                            break
                else:
                    if patterns:
                        self._keep_inbox(seen)
                        return self._scan(seen + 1)
                kernel = self.env
                recorder: Any = kernel._recorder
                self._cause = seq = recorder.seq
                recorder.seq = seq + 1
                self._inbox = ABSENT
                kernel.messages += 1
                box = self._mailbox
                values = kernel._values
                values += ("took", seq, kernel._now, self.pid, self._inbox_tag, len(box) if box else 0)
                return message
            if type(patterns) is Ask:
                if type(message) is tuple and len(message) == 2 and message[0] is patterns.ref:
                    target = patterns.pid._process
                    entry = None if target is None else self._related().monitors.pop(patterns.ref.number, None)
                    if entry is not None:
                        if entry[2] is not None:
                            self._to_itself = False
                        self._answered(target, patterns.ref.number)
                        return message[1]
                if patterns.accepts(message):
                    self._took()
                    return self._reply_of(patterns, message)
            elif first_match(patterns, message):
                self._took()
                return message
            self._keep_inbox(seen)
            seen += 1
        found = self._scan(seen)
        return self._given_up() if found is ABSENT and self._after == 0 and self._pending == RECEIVE else found

    def _took(self) -> None:
        """Record that the message which woke the process is taken: where it waited."""
        kernel = self.env
        recorder: Any = kernel._recorder
        self._cause = seq = recorder.seq
        recorder.seq = seq + 1
        self._inbox = ABSENT
        kernel.messages += 1
        box = self._mailbox
        values = kernel._values
        values += ("took", seq, kernel._now, self.pid, self._inbox_tag, len(box) if box else 0)

    def _enqueue(self, message: Any, sent: int) -> None:
        """Put a message at the end of the mailbox; one that waits for a message gets its turn."""
        if self._status == EXITED:
            super()._enqueue(message, sent)
            return
        kernel = self.env
        recorder: Any = kernel._recorder
        seq = recorder.seq
        recorder.seq = seq + 1
        box = self._mailbox
        depth = (len(box) if box else 0) + (1 if self._inbox is ABSENT else 2)
        values = kernel._values
        values += ("arrived", seq, kernel._now, self.pid, sent, depth)
        if depth == 1 and self._pending == RECEIVE and self._status == RUNNABLE:  # as `_put` does, without a call
            self._inbox = message
            self._inbox_tag = seq
        else:
            self._put(message, seq)

    # -- signals ------------------------------------------------------------------------------

    def _take_signals(self) -> bool:
        """Handle the signals that wait; return False if one of them ended the process."""
        queue: Any = self._signals
        if queue:
            self._to_itself = False
            if type(queue) is list:
                queue = self._signals = deque(queue)
        while queue:
            signal = queue.popleft()
            if signal[0] == DOWN and self._relations is not None:
                _, ref, message, tag = signal
                entry = self._relations.monitors.pop(ref.number, None)
                if entry is not None:
                    if entry[2] is EXPLICIT_UNALIAS:
                        self._keep_alias(ref.number, entry[2])
                    self._enqueue(message, tag)
            else:
                self._handle(signal)
                if self._status == EXITED:
                    return False
        self._signals = None
        self._fetched = self._arrived
        return True

    def _send_exit(self, pid: Pid, reason: Any) -> None:
        """Send an exit signal through a link."""
        target = pid._process
        if target is None or reason.__class__ not in IMMUTABLE:
            super()._send_exit(pid, reason)
            return
        kernel = self.env
        recorder: Any = kernel._recorder
        seq = recorder.seq
        recorder.seq = seq + 1
        values = kernel._values
        values += ("broke", seq, kernel._now, self.pid, self._cause, pid, (EXIT_TAG, self.pid, reason))
        target._be_told((EXIT, self.pid, reason, True, seq))
        if not seq & 0x3FF:
            recorder.flush()  # it may have very many links

    def _send_down(self, ref: Reference, watcher: Pid, reason: Any) -> None:
        """Fire one monitor."""
        target = watcher._process
        relations = None if target is None else target._relations
        entry = None if relations is None else relations.monitors.get(ref.number)
        if entry is None or len(entry) != 3 or reason.__class__ not in IMMUTABLE:
            super()._send_down(ref, watcher, reason)
            return
        kernel = self.env
        recorder: Any = kernel._recorder
        seq = recorder.seq
        recorder.seq = seq + 1
        message = (DOWN_TAG, ref, PROCESS_TAG, entry[1], reason)
        values = kernel._values
        values += ("parted", seq, kernel._now, self.pid, self._cause, watcher, ref.number, message)
        target._be_told((DOWN, ref, message, seq))
        if not seq & 0x3FF:
            recorder.flush()

    def _be_told(self, signal: tuple[Any, ...]) -> None:
        """Let a signal in that another's end sends, as `_accept` does for any."""
        if self._signals is None:
            self._signals = deque()
        self._signals.append(signal)
        if self._status == WAITING or self._status == BLOCKED:
            self._status = RUNNABLE
            self.env._ready.append(self)

    # -- timers -------------------------------------------------------------------------------

    def send_after(self, dest: Any, message: Any, time: int | float | str, tagged: bool = False) -> Reference:
        """Send *message* to *dest* after *time* (milliseconds, or ``"1.5s"``); return the timer's reference."""
        target = dest._process if dest.__class__ is Pid else None
        if (
            target is None
            or type(time) is not int
            or time < 0
            or tagged
            or self._status != RUNNING
            or not (type(message) in IMMUTABLE or immutable(message))
        ):
            return super().send_after(dest, message, time, tagged)
        frame = _getframe(1)
        code, instruction = frame.f_code, frame.f_lasti
        if frame is not self._frame and OWN[code.co_filename]:
            code, instruction = calling_place(self, 1)  # type: ignore[assignment]
        kernel = self.env
        number = kernel._references = kernel._references + 1
        at = kernel._now + time * 1_000_000
        timer = Timer(kernel, self.pid, Reference(number, self.pid, self._arrived), dest, message, at)
        recorder: Any = kernel._recorder
        timer.armed = seq = recorder.seq
        recorder.seq = seq + 1
        values = kernel._values
        values += (
            "timer", seq, kernel._now, self.pid.number, self._cause, code, instruction,
            number, dest.number, None, message, at,
        )  # fmt: skip
        relations = target._relations or target._related()
        if relations.timers is NONE:
            relations.timers = {}
        relations.timers[number] = kernel.timers[number] = timer
        queue = kernel._queue
        if len(queue) < MANY:
            heappush(queue, (at, NORMAL, next(kernel._eid), timer))
        else:
            kernel.timers.join(timer)
        if not seq & 0x3FF:
            recorder.flush()
        return timer.ref

    # -- calls --------------------------------------------------------------------------------

    def ask(self, pid: Pid, tag: Any, request: Any, after: int | None, excuse: Excuse, name: str | None = None) -> Any:
        """For libraries: send ``{tag, {self, ref}, request}`` to *pid*, request the reply: ``yield`` it."""
        kernel = self.env
        if kernel._held is not None:  # the monitor of the call lets go of one before it
            kernel._release()
        target = pid._process
        if (
            self._pending
            or self._status != RUNNING
            or target is None
            or target._signals is not None
            or not (request.__class__ in IMMUTABLE or immutable(request))
        ):
            return super().ask(pid, tag, request, after, excuse, name)
        number = kernel._references = kernel._references + 1
        ref = Reference(number, self.pid, self._arrived, after is not None)
        (self._relations or self._related()).watch(number, (pid, pid, None if after is None else True))
        (target._relations or target._related()).be_watched(self.pid, ref)
        if target._status != WAITING:
            target._will_fetch()
            target._nudge()
        recorder: Any = kernel._recorder
        seq = recorder.seq + 3
        recorder.seq = seq + 1
        now, box = kernel._now, target._mailbox
        depth = (len(box) if box else 0) + (1 if target._inbox is ABSENT else 2)
        values = kernel._values
        values += (
            "asked", seq, now, self.pid, self._cause, *calling_place(self, 1),
            pid, name, ref, tag, request, None if after is None else now + after, depth,
        )  # fmt: skip
        self._cause = seq - 2
        message = (tag, (self.pid, ref), request)
        if target._status == WAITING:
            target._status = RUNNABLE
            target._inbox = message
            target._inbox_tag = seq
            kernel._ready.append(target)
        else:
            target._put(message, seq)
        self._patterns = Ask(ref, pid, excuse, name or f"#PID<0.{pid.number}.0>")
        self._after = after
        self._pending = RECEIVE
        return self

    def _answered(self, target: Any, number: int) -> None:
        """Record that the reply came which the process waited for, and end its monitor of the other."""
        kernel = self.env
        recorder: Any = kernel._recorder
        seq = recorder.seq + 2
        recorder.seq = seq + 1
        self._cause = seq - 1
        self._inbox = ABSENT
        kernel.messages += 1
        box = self._mailbox
        values = kernel._values
        values += ("answered", seq, kernel._now, self.pid, self._inbox_tag, len(box) if box else 0, number)
        if target._signals is not None:
            target._accept((DEMONITOR, number))
            return
        relations, status = target._relations, target._status
        if relations is not None:
            relations.monitored_by.pop(number, None)
        if status == WAITING or status == BLOCKED:
            target._will_fetch()
            target._status = RUNNABLE
            kernel._ready.append(target)
        else:
            target._will_fetch()

    def respond(self, client: Pid, ref: Reference, value: Any) -> None:
        """For libraries: reply ``{ref, value}`` to the call of *client* that has this reference."""
        target = client._process
        if (
            target is None
            or self._status != RUNNING
            or ref._owner is not client
            or target._signals is not None
            or (ref.aliased and not target._asks(ref))
            or not (value.__class__ in IMMUTABLE or immutable(value))
        ):
            super().respond(client, ref, value)
            return
        kernel = self.env
        recorder: Any = kernel._recorder
        seq = recorder.seq + 2
        recorder.seq = seq + 1
        box = target._mailbox
        depth = (len(box) if box else 0) + (1 if target._inbox is ABSENT else 2)
        values = kernel._values
        values += (
            "responded", seq, kernel._now, self.pid, self._cause, *calling_place(self, 1), client, ref, value, depth,
        )  # fmt: skip
        self._cause = seq - 2
        if target._status == WAITING:
            target._status = RUNNABLE
            target._inbox = (ref, value)
            target._inbox_tag = seq
            kernel._ready.append(target)
        else:
            target._put((ref, value), seq)

    # -- the trace ----------------------------------------------------------------------------

    def record_own(self, kind: str, *fields: Any) -> None:
        """For libraries: record an event of a library's loop, with none of the program's code in between."""
        place = (None, 0) if self._frame is None and self._callers is None else calling_place(self, 1)
        kernel = self.env
        recorder: Any = kernel._recorder
        seq = recorder.seq
        recorder.seq = seq + 1
        values = kernel._values
        values += (kind, seq, kernel._now, self.pid.number, self._cause, *place, *fields)
        self._cause = seq

    def record(self, kind: str, *fields: Any) -> None:
        """For libraries: record an event of this process; what it does next has that event as its cause."""
        kernel = self.env
        recorder: Any = kernel._recorder
        seq = recorder.seq
        recorder.seq = seq + 1
        values = kernel._values
        values += (kind, seq, kernel._now, self.pid.number, self._cause, *calling_place(self, 1), *fields)
        self._cause = seq
        if not seq & 0x3FF:
            recorder.flush()
