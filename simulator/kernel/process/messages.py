"""Messages: send, the mailbox, selective receive.

Source of the semantics: the Erlang reference manual, "Processes" (signals, delivery of messages,
receiving messages) and "Expressions" (send, receive), as the BEAM with one scheduler runs them: a
message to a waiting process puts that process at the end of the run queue, whether it matches or
not, and the patterns are tried when its turn comes.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from simulator.kernel.process.core import Core
from simulator.kernel.process.isolation import immutable, isolated, settled
from simulator.kernel.process.kinds import ALIAS, MESSAGE
from simulator.kernel.process.mailbox import Mailbox
from simulator.kernel.process.patterns import Ask, Awaited, Matcher, Since
from simulator.kernel.process.state import (
    ABSENT,
    HIBERNATE,
    NOTHING,
    RECEIVE,
    RESCHEDULE,
    RUNNING,
    SLEEP,
    WAITING,
)
from simulator.kernel.words.places import calling_place
from simulator.terms import Atom, Pid, Reference, inspect
from simulator.terms.durations import nanoseconds

INFINITY = Atom("infinity")


def _limit(time: Any) -> int | None:
    """Return the nanoseconds for which to wait at most; None for ever."""
    return None if time is INFINITY else nanoseconds(time)


class Messaging(Core):
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
        return self.env.node.names.resolve(dest)

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

    def arrived(self) -> int:
        """For libraries: return how many messages have come by now, for :meth:`receive_since`."""
        return self._arrived

    def receive_since(self, mark: int, *patterns: Any) -> Any:
        """For libraries: request as :meth:`receive` does what can only have come after *mark*, as :meth:`arrived` told.

        What is older is not looked at, however much of it there is.
        """
        self.receive(*patterns)
        self._patterns = Since(patterns)
        self._patterns.mark = mark
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
                self._mailbox = Mailbox()
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
        self.env.limits.count(self, reductions)
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

    # -- the mailbox --------------------------------------------------------------------------

    def withdraw(self) -> None:
        """Forget a request that was made and will not be yielded, for who finds out too late that he waits."""
        self._pending = NOTHING
        self._answer = None
        self._deadline = None
