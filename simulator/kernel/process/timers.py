"""Timers: a message that is sent later.

Source of the semantics: ``erlang:send_after/3``, ``cancel_timer/1``, ``read_timer/1``. A name is
resolved when the timer fires; a timer for a pid dies with that pid; who armed it may well be dead. One of no delay
fires when all that can be done at its instant is done: on the BEAM at the next millisecond of the clock.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.kernel.process.core import Core
from simulator.kernel.process.isolation import IMMUTABLE, immutable, isolated
from simulator.kernel.process.relations import NONE
from simulator.kernel.process.state import RUNNABLE, RUNNING, WAITING
from simulator.kernel.time.timer import Timer
from simulator.kernel.words.errors import badarg
from simulator.terms import Atom, Pid, Reference, inspect
from simulator.terms.durations import nanoseconds
from simulator.terms.shown import Shown

TIMEOUT: Final = Atom("timeout")


class Timing(Core):
    """A process's side of timers and of the clock."""

    __slots__ = ()

    @property
    def now(self) -> int:
        """Virtual time, in nanoseconds since the start of the run."""
        return self.env._now

    @property
    def now_ms(self) -> int | float:
        """Virtual time in milliseconds; an ``int`` where it is whole."""
        whole, rest = divmod(self.env._now, 1_000_000)
        return self.env._now / 1_000_000 if rest else whole

    def send_after(self, dest: Any, message: Any, time: int | float | str, tagged: bool = False) -> Reference:
        """Send *message* to *dest* after *time* (milliseconds, or ``"1.5s"``); return the timer's reference.

        *tagged*, what comes is ``{:timeout, reference, message}`` (``erlang:start_timer/3``).

        Raises :class:`~simulator.kernel.ArgumentError` for a negative time, or a *dest* that is neither
        pid nor name (``Process.send_after/3``).
        """
        if self._status != RUNNING:
            raise self._out_of_turn("send_after")
        kernel = self.env
        to_pid = dest.__class__ is Pid
        whole = time.__class__ is int
        if whole and time < 0:  # type: ignore[operator]
            raise badarg(1, "out of range")
        if not to_pid and dest.__class__ is not Atom:
            raise badarg(2, "not a pid or an atom")
        delay: int = time * 1_000_000 if whole else nanoseconds(time)  # type: ignore[assignment]
        plain = message.__class__ in IMMUTABLE or immutable(message)
        if not plain:
            message = isolated(message)
        number = kernel._references = kernel._references + 1
        ref = Reference(number, self.pid, self._arrived)
        if tagged:
            message = (TIMEOUT, ref, message)
        timer = Timer(kernel, self.pid, ref, dest, message, kernel._now + delay)
        recorded = kernel._recorder is not None
        if recorded:
            timer.armed = kernel._record_at(
                "timer", self, self._cause, number, dest.number if to_pid else None,
                None if to_pid else inspect(dest), message if plain else Shown(message), timer.at
            )  # fmt: skip
        if to_pid:
            target = dest._process
            if target is None:
                if recorded:
                    kernel._record_at("cancel", self, timer.armed, number, delay)
                return ref
            relations = target._relations or target._related()
            if relations.timers is NONE:
                relations.timers = {}
            relations.timers[number] = timer
        kernel.timers.arm(timer)
        return ref

    def _ring(self, timer: Timer) -> None:
        """Take the message of a timer that fires."""
        kernel = self.env
        recorder = kernel._recorder
        if self._status == WAITING and self._signals is None:
            if recorder is not None:
                self._inbox_tag = seq = recorder.seq + 1
                recorder.seq = seq + 1
                values, depth = kernel._values, len(self._mailbox) + 1 if self._mailbox else 1
                values += ("fired", seq, kernel._now, timer.owner, timer.armed, timer.ref.number, self.pid, depth)
            self._status = RUNNABLE
            self._inbox = timer.message
            kernel._ready.append(self)
            return
        tag = 0
        if recorder is not None:
            tag = kernel._record_for(timer.owner, "fire", timer.armed, timer.ref.number, self.pid.number)
        self._take_in(timer.message, tag)

    def cancel_timer(self, ref: Reference) -> int | float | bool:
        """Disarm a timer; return the milliseconds that were left, or ``False`` if it was too late.

        Raises :class:`~simulator.kernel.ArgumentError` if *ref* is no reference (``Process.cancel_timer/1``).
        """
        self._check_turn("cancel_timer")
        timer = self._timer(ref)
        left = None if timer is None else timer.cancel()
        self.env._record_at("cancel", self, self._cause, ref.number, left)
        return False if left is None else _milliseconds(left)

    def read_timer(self, ref: Reference) -> int | float | bool:
        """Return the milliseconds until a timer fires, or ``False`` if there is none (``Process.read_timer/1``)."""
        timer = self._timer(ref)
        return False if timer is None else _milliseconds(timer.at - self.env._now)

    def _timer(self, ref: Any) -> Timer | None:
        if ref.__class__ is not Reference:
            raise badarg(1, "not a reference")
        return self.env.timers.get(ref.number)


def _milliseconds(ns: int) -> int | float:
    """Return nanoseconds as milliseconds; an ``int`` where it is whole."""
    whole, rest = divmod(ns, 1_000_000)
    return ns / 1_000_000 if rest else whole
