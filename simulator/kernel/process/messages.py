"""Messages: send, the mailbox, selective receive.

Source of the semantics: the Erlang reference manual, "Processes" (signals, delivery of messages,
receiving messages) and "Expressions" (send, receive), as the BEAM with one scheduler runs them: a
message to a waiting process puts that process at the end of the run queue, whether it matches or
not, and the patterns are tried when its turn comes.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from itertools import islice
from typing import Any

from simulator.kernel.process.isolation import immutable, isolated, settled
from simulator.kernel.process.kinds import ALIAS, MESSAGE
from simulator.kernel.process.patterns import Ask, Matcher, first_match, fitting, fixed, oldest_mark
from simulator.kernel.process.state import (
    ABSENT,
    BLOCKED,
    EXITED,
    HIBERNATE,
    NOTHING,
    PERFORM,
    RECEIVE,
    REQUEST_NAMES,
    RESCHEDULE,
    RUNNABLE,
    RUNNING,
    SLEEP,
    UNSEEN,
    WAITING,
    State,
)
from simulator.kernel.words.errors import ForeignContext, ForgottenYield
from simulator.kernel.words.places import caller, calling_place, position, unyielded
from simulator.terms import Atom, Pid, Reference, inspect
from simulator.terms.durations import nanoseconds

INFINITY = Atom("infinity")

_FEW = 256  # so many messages at a deque's end are reached faster by index than by walking to them


def _limit(time: Any) -> int | None:
    """Return the nanoseconds for which to wait at most; None for ever."""
    return None if time is INFINITY else nanoseconds(time)


class Awaited(tuple[Any, ...]):
    """The patterns of a receive that stands for something else: what the process really waits for."""

    on: str
    detail: str
    of: Iterable[Any] = ()
    """References of those that it waits for, where the patterns do not hold them."""


class Messaging(State):
    """A process's side of messages."""

    __slots__ = ()

    # -- sending ------------------------------------------------------------------------------

    def send(self, dest: Any, message: Any) -> Any:
        """Send *message* to a pid, a registered name or an alias and return it; never blocks.

        To a dead pid, or an alias that is no longer one, it is silent. Raises
        :class:`~simulator.kernel.ArgumentError` if *dest* is a name that is not registered, or no
        destination at all (``Kernel.send/2``, ``erlang:send/2``).
        """
        if self._status != RUNNING:
            raise self._out_of_turn("send")
        target = self._destination(dest)
        self._dispatch(dest, target, message if immutable(message) else isolated(message))
        return message

    def post(self, pid: Pid, message: Any) -> None:
        """For libraries: send to a process what nobody else holds, which need not be copied."""
        if self._status != RUNNING:
            raise self._out_of_turn("post")
        self._dispatch(pid, pid._process, message)

    def _destination(self, dest: Any) -> Any:
        """Return the process that a destination stands for, None for one that is dead; raise for what is none."""
        if dest.__class__ is Pid:
            return dest._process
        if dest.__class__ is Reference and dest._owner is not None:
            return dest._owner._process
        return self.env._resolve(dest)

    def _dispatch(self, dest: Any, target: Any, message: Any) -> None:
        """Record that a message leaves, and let it reach its target."""
        if target is self:
            self._to_itself = True
        kernel = self.env
        recorder = kernel._recorder
        tag = 0
        if recorder is not None:
            code, instruction = calling_place(self, 2)
            tag = recorder.seq
            recorder.seq = tag + 1
            name, number = None, None if target is None else target.pid.number
            if dest.__class__ is Pid:
                number = dest.number
            elif dest.__class__ is Reference:
                number = dest._owner.number
            else:
                name = inspect(dest)
            recorder.extend(
                (
                    "send", tag, kernel._now, self.pid.number, self._cause, code, instruction,
                    number, name, settled(message),
                )
            )  # fmt: skip
        if target is None:
            kernel._drop(dest, tag)
        else:
            self._reach(target, self._parcel(dest, target, message, tag))

    def _parcel(self, dest: Any, target: Any, message: Any, tag: int) -> tuple[Any, ...]:
        """Return the signal that a message is: one to an alias is looked at again when it arrives."""
        if dest.__class__ is Reference and not target._asks(dest):
            return (ALIAS, message, tag, dest)
        return (MESSAGE, message, tag)

    def _reach(self, target: Any, signal: tuple[Any, ...]) -> None:
        """Let a signal of this process reach its target."""
        target._accept(signal)

    def _fetch(self) -> None:
        """Empty the outer queue into the inner one."""
        self._fetched = self._arrived

    def _will_fetch(self) -> None:
        """Note that a signal has come: with it all is fetched that is there when the process has its next turn.

        Whoever waits in a receive does so anyway.
        """
        self._to_itself = False
        if self._pending != RECEIVE and self._status != RUNNING and self._signals is None:
            self._signals = deque()

    def _unfetched(self) -> int:
        """Return how many messages at the mailbox's end lie in the outer queue."""
        return min(self._arrived - self._fetched, len(self._mailbox or ()))

    def fetch(self) -> None:
        """For libraries: look at what has come, as a collection of garbage does."""
        self._fetch()

    def _asks(self, ref: Reference) -> bool:
        """Return whether the process waits for nothing but the reply to the call of this reference."""
        if self._status != WAITING or self._pending != RECEIVE:  # who prints waits, too, and may never have asked
            return False
        return type(self._patterns) is Ask and self._patterns.ref is ref

    def _has_alias(self, ref: Reference) -> bool:
        """Return whether a reference is an address of this process."""
        entry = None if self._relations is None else self._relations.monitors.get(ref.number)
        return entry is not None and entry[2] is not None

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
            return
        if box is None:
            box = self._mailbox = deque()
            self._tags = None if recorder is None else deque()
        box.append(message)
        if recorder is not None:
            self._tags.append(tag)  # type: ignore[union-attr]
        self._arrived += 1
        if not self._arrived & 0x3FFF:
            kernel._check_flood(self, len(box))
        if self._pending == HIBERNATE and self._status == BLOCKED:
            self._status = RUNNABLE
            kernel._ready.append(self)

    # -- requests -----------------------------------------------------------------------------

    def receive(self, *patterns: Any, after: int | float | str | Atom | None = None) -> Any:
        """Request the first message in the mailbox that matches one of *patterns*: ``yield`` it.

        Without a pattern any message will do. What is skipped stays where it is. *after* is the
        longest time to wait, in milliseconds or as ``"1.5s"``; then the answer is ``None``. With
        ``atom.infinity``, or without it, there is none.
        ``after=0`` looks through the whole mailbox and does not wait. Patterns are described in
        :mod:`simulator.kernel.process.patterns`. Raises ``DurationError`` for a negative *after*.

        Source: the Erlang reference manual, "Expressions" (receive).
        """
        if self._pending:
            raise self._forgotten()
        if after is None:
            self._after = None
        elif type(after) is int and after >= 0:
            self._after = after * 1_000_000  # most are whole milliseconds: no call for those
        else:
            self._after = _limit(after)
        self._patterns = patterns
        self._pending = RECEIVE
        return self

    def receive_for(self, on: str, detail: str, *patterns: Any, after: Any = None, of: Iterable[Any] = ()) -> Any:
        """Request as :meth:`receive` does, and tell the trace what is waited *on*: ``"call"``, and which.

        *of* are references of those that it waits for, where the patterns do not hold them.
        """
        self.receive(*patterns, after=after)
        self._patterns = Awaited(patterns)
        self._patterns.on, self._patterns.detail, self._patterns.of = on, detail, of
        return self

    def take(self) -> Any:
        """Take the first message out of the mailbox and return it, ``ABSENT`` if none is there; nothing to be yielded.

        A short cut before :meth:`receive_fitting`, for whoever looks at the message himself and puts one that does
        not fit back with that. There is none where the run is recorded or has latency, or where signals wait.
        """
        return ABSENT

    def poll(self) -> int:
        """Tell whether an ``after: 0`` is over at once: 1 if it is, for nothing is there; 0 to ask the kernel.

        Every so many times it is -1: give way first, and then ask, as a process that polls goes on for ever else.
        A short cut beside :meth:`take`. What asks goes through all callers of a recursion, which this does not.
        """
        return 0

    def receive_fitting(self, matcher: Matcher, after: int | None = None, back: Any = ABSENT) -> Any:
        """Request the first message that fits *matcher*, as :meth:`receive` does; *after* is in milliseconds.

        *back* is a message from :meth:`take` that does not fit: it stays the first of the mailbox.
        """
        if self._pending:
            raise self._forgotten()
        if back is not ABSENT:
            if self._mailbox is None:
                self._mailbox = deque()
            self._mailbox.appendleft(back)
            self.env.messages -= 1
        self._after = None if after is None else after * 1_000_000
        self._patterns = () if matcher.function is None and self.env._recorder is None else matcher
        self._pending = RECEIVE
        return self

    def give_way(self, reductions: int) -> Any:
        """Request to go to the end of the run queue, after *reductions* of a loop that does not wait: ``yield`` it.

        They count towards the limit of what may happen at one instant. For languages that compile to Python.
        """
        self._request(RESCHEDULE)
        self.env._count(self, reductions)
        return self

    def sleep(self, duration: int | float | str | Atom) -> Any:
        """Request to wait for *duration*, in milliseconds or as ``"1.5s"``: ``yield`` it (``Process.sleep/1``).

        With ``atom.infinity`` it waits for ever.
        """
        if self._pending:
            raise self._forgotten()
        if type(duration) is int and duration >= 0:
            self._after = duration * 1_000_000
        else:
            self._after = _limit(duration)
        self._pending = SLEEP
        return self

    def hibernate(self) -> Any:
        """Request to wait, in as little memory as can be, until there is any message: ``yield`` it.

        Source: ``erlang:hibernate/3``. Unlike there the code goes on after the ``yield``.
        """
        self._request(HIBERNATE)
        return self

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
            library, name = True, Ask.on
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

    # -- the mailbox --------------------------------------------------------------------------

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
        return self._scan(seen)

    def _keep_inbox(self, seen: int) -> None:
        """Put the message that woke the process into the mailbox, behind the *seen* older ones."""
        if self._mailbox is None:
            self._mailbox = deque()
            self._tags = None if self.env._recorder is None else deque()
        self._mailbox.insert(seen, self._inbox)
        if self._tags is not None:
            self._tags.insert(seen, self._inbox_tag)
        self._inbox = ABSENT
        self._arrived += 1
        self._fetched = self._arrived
        if not self._arrived & 0x3FFF:
            self.env._active_proc = None  # whoever sent it is long past
            self.env._check_flood(self, len(self._mailbox))

    def _scan(self, start: int) -> Any:
        """Take the first message from position *start* on that matches, or return ABSENT."""
        box = self._mailbox
        if not box:
            return ABSENT
        patterns = self._patterns
        size = len(box)
        inner = size - (self._arrived - self._fetched)
        self._fetched = self._arrived  # unless what is wanted is found before the outer queue is looked at
        if not patterns:
            if start >= size:
                return ABSENT
            found = start
        else:
            if not start:
                mark = oldest_mark(patterns, self.pid)
                if mark is not None:
                    start = max(0, size - (self._arrived - mark))
                    if start >= size:
                        return ABSENT
            if size - start == 1:
                if not first_match(patterns, box[start]):
                    return ABSENT
                found = start
            elif size - start <= _FEW:
                fits = fitting(patterns)
                for found in range(start, size):
                    if fits(box[found]):
                        break
                else:
                    return ABSENT
            else:
                found, fits = start, fitting(patterns)
                for message in islice(box, start, None):
                    if fits(message):
                        break
                    found += 1
                else:
                    return ABSENT
        if found < inner:
            self._fetched = self._arrived - (size - inner)
        tags = self._tags
        if found == 0:
            message = box.popleft()
            tag = tags.popleft() if tags else 0
        else:
            message = box[found]
            del box[found]
            tag = 0
            if tags:
                tag = tags[found]
                del tags[found]
        if not box:
            self._mailbox = self._tags = None
        self._received(tag)
        return self._reply_of(patterns, message) if patterns.__class__ is Ask else message

    _reply_of: Any  # of the room above: what makes the answer of an Ask
    _end_ask: Any  # and what ends it

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
            if frame is UNSEEN:
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

    def withdraw(self) -> None:
        """Forget a request that was made and will not be yielded, for who finds out too late that he waits."""
        self._pending = NOTHING
        self._answer = None
        self._deadline = None
