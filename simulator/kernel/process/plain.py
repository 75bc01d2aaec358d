"""A process whose run nobody records, and whose signals arrive at once: the way in which a run is fastest.

It does what :class:`~simulator.kernel.process.process.Process` does, sooner, where that is what most programs do most.
Whatever is less usual goes the general way.
"""

from __future__ import annotations

from collections import deque
from heapq import heappush
from typing import Any

from simpy.events import NORMAL as ORDINARY

from simulator.kernel.process.calls import TIMEOUT
from simulator.kernel.process.core import FEW, came_by_signal
from simulator.kernel.process.isolation import IMMUTABLE, immutable, isolated
from simulator.kernel.process.kinds import (
    ALIAS,
    DEMONITOR_ALIAS,
    DOWN,
    EXIT,
    EXIT_TAG,
    EXPLICIT_UNALIAS,
    MESSAGE,
    NORMAL,
    PROCESS_TAG,
)
from simulator.kernel.process.patterns import DOWN_TAG, Ask, Excuse, first_match, matches
from simulator.kernel.process.process import Process
from simulator.kernel.process.relations import NONE
from simulator.kernel.process.state import (
    ABSENT,
    BLOCKED,
    EXITED,
    EXPIRED,
    RECEIVE,
    REDUCTIONS,
    RUNNABLE,
    RUNNING,
    WAITING,
    Failure,
)
from simulator.kernel.time.timer import MANY, Timer
from simulator.terms import Atom, Pid, Reference
from simulator.terms.patterns import ANY


class Plain(Process):
    """A process of a run that has neither recorder nor latency."""

    __slots__ = ()

    recording = recording_states = False

    # -- messages -----------------------------------------------------------------------------

    def send(self, dest: Any, message: Any) -> Any:
        """Send *message* to a pid, a registered name or an alias and return it; never blocks."""
        if self._status != RUNNING:
            raise self._out_of_turn("send")
        if dest.__class__ is Pid:
            target = dest._process
        elif dest.__class__ is Reference and dest._owner is not None:
            target = dest._owner._process
            if target is not None and not (  # as `_asks` does, without a call
                target._status == WAITING
                and target._pending == RECEIVE
                and type(target._patterns) is Ask
                and target._patterns.ref is dest
            ):
                self._send_to_alias(dest, target, isolated(message))
                return message
        else:
            target = self.env.node.names.resolve(dest)
        copy = message
        if type(message) is tuple:
            for part in message:
                if type(part) not in IMMUTABLE:
                    copy = isolated(message)
                    break
        elif type(message) not in IMMUTABLE:
            copy = isolated(message)
        if target is not None:
            if target._status == WAITING:
                target._status = RUNNABLE
                target._inbox = copy
                self.env._ready.append(target)
            elif target._mailbox and target._status == RUNNABLE and target._signals is None:
                target._mailbox.append(copy)  # as `_enqueue` does, without its calls and questions
                target._arrived += 1
                if not target._arrived & 0x3FFF:
                    self.env.limits.check_flood(target, len(target._mailbox))
            else:
                if target is self:
                    self._to_itself = True
                target._take_in(copy, 0)
        return message

    def post(self, pid: Pid, message: Any) -> None:
        """For libraries: send to a process what nobody else holds, which need not be copied."""
        if self._status != RUNNING:
            raise self._out_of_turn("post")
        target = pid._process
        if target is not None:
            if target._status == WAITING:
                target._status = RUNNABLE
                target._inbox = message
                self.env._ready.append(target)
            elif (
                target._mailbox
                and target._status == RUNNABLE
                and target._signals is None
                and target._arrived & 0x3FFF != 0x3FFF  # no question of a flood
            ):
                target._mailbox.append(message)  # as `send` does
                target._arrived += 1
            elif target._signals == [] and target._status == RUNNABLE:  # nothing is before it
                target._put(message, 0)
            else:
                target._take_in(message, 0)

    def _send_to_alias(self, ref: Reference, target: Any, message: Any) -> None:
        """Send to an alias of a process that waits for more than the reply to its call."""
        entry = None if target._relations is None else target._relations.monitors.get(ref.number)
        lasting = entry is not None and (entry[2] is DEMONITOR_ALIAS or entry[2] is EXPLICIT_UNALIAS)
        if lasting and target._status == WAITING and target._signals is None:
            target._put(message, 0)  # what would come of the signal when the other has its turn
        else:
            if target is self:
                self._to_itself = True
            target._accept((ALIAS, message, 0, ref))

    def take(self) -> Any:
        """Take the first message out of the mailbox and return it, ``ABSENT`` if none is there, or signals wait."""
        box = self._mailbox
        if not box or self._signals is not None:
            return ABSENT
        if self._arrived - self._fetched >= len(box):  # all of it is of the outer queue
            self._fetched = self._arrived
        message = box.popleft()
        if not box:
            self._mailbox = None
        self.env.messages += 1
        return message

    def poll(self) -> int:
        """Tell whether an ``after: 0`` is over at once."""
        if self._mailbox or self._signals is not None:
            return 0
        kernel = self.env
        kernel._polls += 1
        return -1 if kernel._polls % REDUCTIONS == 0 else 1

    def _next_message(self) -> Any:
        """Take the first matching message among those that came since the process began to wait."""
        message = self._inbox
        self._fetched = self._arrived
        seen: int = self._answer or 0  # how many old messages were looked at before it blocked
        if message is not ABSENT:
            patterns = self._patterns
            if type(patterns) is tuple:  # as `first_match` does, without a call
                for pattern in patterns:
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
                self._inbox = ABSENT
                self.env.messages += 1
                return message
            if type(patterns) is Ask:
                if self._after == EXPIRED:
                    return self._expired(patterns)
                if type(message) is tuple and len(message) == 2 and message[0] is patterns.ref:
                    self._inbox = ABSENT
                    self.env.messages += 1
                    if patterns.polite:
                        return self._reply_of(patterns, message)
                    return self._give_way(message[1]) if self._end_ask(patterns) else message[1]
                fits = patterns.accepts(message)
            else:
                fits = first_match(patterns, message)
            if fits:
                self._inbox = ABSENT
                self.env.messages += 1
                return self._reply_of(patterns, message) if type(patterns) is Ask else message
            self._keep_inbox(seen)
            seen += 1
        elif self._after == EXPIRED:
            return self._expired(self._patterns)
        found = self._scan(seen)
        return self._given_up() if found is ABSENT and self._after == 0 and self._pending == RECEIVE else found

    def _take_signals(self) -> bool:
        """Handle the signals that wait; return False if one of them ended the process."""
        queue = self._signals
        if queue:
            self._to_itself = False
        while queue:
            if type(queue) is deque:
                signal = queue.popleft()
            elif len(queue) < FEW:
                signal = queue.pop(0)
            else:
                queue = self._signals = deque(queue)
                continue
            kind = signal[0]
            if kind == MESSAGE:
                self._put(signal[1], 0)
            elif kind == DOWN:
                number = signal[1].number
                entry = None if self._relations is None else self._relations.monitors.pop(number, None)
                if entry is not None:
                    if entry[2] is EXPLICIT_UNALIAS:
                        self._keep_alias(number, entry[2])
                    self._put(signal[2], 0)
            elif kind == EXIT and signal[2] is NORMAL and signal[3] and not self._related().trap_exit:
                self._related().links.pop(signal[1].number, None)  # and that is all
            else:
                self._handle(signal)
                if self._status == EXITED:
                    return False
        self._signals = None
        self._fetched = self._arrived
        return True

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
        kernel = self.env
        number = kernel._references = kernel._references + 1
        at = kernel._now + time * 1_000_000
        timer = Timer(kernel, self.pid, Reference(number, self.pid, self._arrived), dest, message, at)
        relations = target._relations or target._related()
        if relations.timers is NONE:
            relations.timers = {}
        relations.timers[number] = kernel.timers[number] = timer
        queue = kernel._queue
        if len(queue) < MANY:
            heappush(queue, (at, ORDINARY, next(kernel._eid), timer))
        else:
            kernel.timers.join(timer)
        return timer.ref

    def _ring(self, timer: Timer) -> None:
        """Take the message of a timer that fires."""
        if self._status == WAITING and self._signals is None:
            self._status = RUNNABLE
            self._inbox = timer.message
            self.env._ready.append(self)
        elif (
            self._mailbox
            and self._status == RUNNABLE
            and self._signals is None
            and self._arrived & 0x3FFF != 0x3FFF  # no question of a flood
        ):
            self._mailbox.append(timer.message)  # as `send` does
            self._arrived += 1
        else:
            self._take_in(timer.message, 0)

    # -- calls, links, monitors ---------------------------------------------------------------

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
            or target is self
            or target._signals is not None
            or not (request.__class__ in IMMUTABLE or immutable(request))
        ):
            return super().ask(pid, tag, request, after, excuse, name)
        own = self.pid
        number = kernel._references = kernel._references + 1
        ref = Reference(number, own, self._arrived, after is not None)
        (self._relations or self._related()).watch(number, (pid, pid, None if after is None else True))
        (target._relations or target._related()).be_watched(own, ref)
        message = (tag, (own, ref), request)
        if target._status == WAITING:
            target._status = RUNNABLE
            target._inbox = message
            kernel._ready.append(target)
        elif (
            target._status == RUNNABLE
            and target._pending == RECEIVE
            and (target._inbox is ABSENT or came_by_signal(target._inbox))
        ):
            if target._mailbox is None and target._inbox is ABSENT:
                target._inbox = message  # as `_put` does with a call, which a signal goes before
            else:
                target._will_fetch()
                target._take_in(message, 0)
        else:
            target._will_fetch()
            target._nudge()
            target._take_in(message, 0)
        self._patterns = Ask(ref, pid, excuse, "")
        self._after = after
        self._pending = RECEIVE
        return self

    def await_reply(self, ref: Reference, pid: Pid, after: int | None, excuse: Excuse) -> Any:
        """Request the reply that *pid* is to send to the monitor *ref*, if nothing has come yet."""
        if self._mailbox or self._signals is not None or self._pending or after == 0:
            return None
        self._patterns = Ask(ref, pid, excuse, "await_", True)
        self._after = after
        self._pending = RECEIVE
        return self

    def _give_way_with(self, ask: Ask, answer: Any) -> Any:
        """Go on with an answer when the others have had their turns: the monitor has ended, its DOWN is removed."""
        self._to_itself = False
        if self._status == RUNNING:  # the reply was there when the request was made: its turn goes on
            self._flush_down(ask.ref)
            return answer
        return self._give_way(answer)

    def _reply_of(self, ask: Ask, message: Any) -> Any:
        """Turn the message that ended an ask into its answer."""
        if ask.polite and message[0] is not DOWN_TAG and ask.ref.number not in self._related().monitors:
            return self._give_way_with(ask, message[1])
        return super()._reply_of(ask, message)

    def _expired(self, ask: Ask) -> Any:
        """Give a reply up for which the process has waited long enough: what has come since does not count."""
        if self._inbox is not ABSENT:
            self._keep_inbox(self._answer or 0)
        failure = Failure(ask.excuse(TIMEOUT))
        if ask.ref.number not in self._related().monitors:
            return self._give_way_with(ask, failure)
        self._end_ask(ask)
        return failure

    def monitor(self, item: Any, alias: bool | Atom = False, tag: Any = DOWN_TAG) -> Reference:
        """Watch a pid or a registered name: when it ends, one ``{:DOWN, ref, :process, item, reason}`` comes."""
        target = item._process if item.__class__ is Pid else None
        kernel = self.env
        if (
            target is None
            or target is self
            or target._status != RUNNABLE
            or target._signals is not None
            or tag is not DOWN_TAG
            or self._status != RUNNING
        ):
            return super().monitor(item, alias, tag)
        number = kernel._references = kernel._references + 1
        ref = Reference(number, self.pid, self._arrived)
        entry = (item, item, (DEMONITOR_ALIAS if alias is True else alias) or None)
        (self._relations or self._related()).watch(number, entry)
        (target._relations or target._related()).be_watched(self.pid, ref)
        kernel._hold(target._attend)
        return ref

    def _end_ask(self, ask: Ask) -> bool:
        """Demonitor: the alias is none any more, the other gets a signal. Return whether it has ended before."""
        target = ask.pid._process
        if target is None or target._signals is not None:
            return super()._end_ask(ask)
        number = ask.ref.number
        entry = (self._relations or self._related()).monitors.pop(number, None)
        if entry is None or entry[2] is not None:
            self._to_itself = False  # a DOWN, and what is sent to an alias, is a signal
        if entry is None:
            return True
        relations, status = target._relations, target._status
        if relations is not None:
            relations.monitored_by.pop(number, None)
        if status != WAITING:
            seen = target._inbox
            if target._pending != RECEIVE or not (
                seen is ABSENT or (type(seen) is tuple and len(seen) == 3 and type(seen[1]) is tuple)
            ):  # no call, of which it is known that a signal goes before it
                target._will_fetch()
        if status == WAITING or status == BLOCKED:
            target._status = RUNNABLE
            self.env._ready.append(target)
        return False

    def _send_exit(self, pid: Pid, reason: Any) -> None:
        """Send an exit signal through a link."""
        target = pid._process
        if target is None:
            return
        reason = reason if reason.__class__ in IMMUTABLE else isolated(reason)
        relations = target._relations
        if (
            target._status == WAITING
            and target._signals is None
            and relations is not None
            and relations.trap_exit
            and self.pid.number in relations.links
        ):  # what would come of the signal when the other has its turn
            del relations.links[self.pid.number]
            target._status = RUNNABLE
            target._inbox = (EXIT_TAG, self.pid, reason)
            self.env._ready.append(target)
            target._to_itself = False
        else:
            target._be_told((EXIT, self.pid, reason, True, 0))

    def _send_down(self, ref: Reference, watcher: Pid, reason: Any) -> None:
        """Fire one monitor."""
        target = watcher._process
        if target is None:
            return
        monitors = None if target._relations is None else target._relations.monitors
        entry = None if monitors is None else monitors.get(ref.number)
        called = self.pid if entry is None else entry[1]
        reason = reason if reason.__class__ in IMMUTABLE else isolated(reason)
        named = DOWN_TAG if entry is None or len(entry) == 3 else entry[3]
        message = (named, ref, PROCESS_TAG, called, reason)
        prompt = target._status == WAITING and target._signals is None
        if prompt and entry is not None and entry[2] is not EXPLICIT_UNALIAS:
            target._relations.monitors.pop(ref.number)  # what would come of the signal when the other has its turn
            target._status = RUNNABLE
            target._inbox = message
            self.env._ready.append(target)
            target._to_itself = False
        else:
            target._be_told((DOWN, ref, message, 0))

    def _be_told(self, signal: tuple[Any, ...]) -> None:
        """Let a signal in that another's end sends, as `_accept` does for any."""
        if self._signals is None:
            self._signals = [signal]
        else:
            self._signals.append(signal)
        if self._status == WAITING or self._status == BLOCKED:
            self._status = RUNNABLE
            self.env._ready.append(self)
