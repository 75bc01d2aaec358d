"""Timers: a message that is sent later.

Source of the semantics: ``erlang:send_after/3``, ``cancel_timer/1``, ``read_timer/1``. A name is
resolved when the timer fires; a timer for a pid dies with that pid; who armed it may well be dead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.kernel.errors import badarg
from simulator.kernel.isolation import immutable, isolated
from simulator.kernel.signals import Signalling
from simulator.terms import Atom, Pid, Reference, inspect
from simulator.terms.durations import nanoseconds
from simulator.terms.shown import Shown

if TYPE_CHECKING:
    from simulator.kernel.kernel import Kernel


class Timer:
    """A timer while it is armed; one that was cancelled leaves its entry on the heap behind, inactive."""

    __slots__ = ("active", "armed", "at", "dest", "kernel", "message", "owner", "ref")

    def __init__(self, kernel: Kernel, owner: Pid, ref: Reference, dest: Any, message: Any, at: int) -> None:
        self.kernel = kernel
        self.owner = owner
        self.ref = ref
        self.dest = dest
        self.message = message
        self.at = at
        self.active = True
        self.armed = 0  # the event that armed it

    def fire(self) -> None:
        """Send the message, if the timer is still armed."""
        if not self.active:
            return
        self._forget()
        kernel = self.kernel
        target = self.dest._process if self.dest.__class__ is Pid else kernel._names.get(self.dest)
        number = target.pid.number if target is not None else self.dest.number if self.dest.__class__ is Pid else None
        tag = kernel._record_for(self.owner, "fire", self.armed, self.ref.number, number)
        if target is None:
            kernel._drop(self.dest, tag)
        else:
            target._take_in(self.message, tag)

    def cancel(self) -> int:
        """Disarm the timer and return the nanoseconds that were left."""
        self._forget()
        self.kernel._gone_stale()
        return self.at - self.kernel._now

    def die(self, cause: int) -> None:
        """Disarm the timer because its receiver has died."""
        left = self.cancel()
        self.kernel._record_for(self.owner, "cancel", cause, self.ref.number, left)

    def _forget(self) -> None:
        self.active = False
        del self.kernel._timers[self.ref]
        if self.dest.__class__ is Pid and self.dest._process is not None and self.dest._process._relations is not None:
            self.dest._process._relations.timers.pop(self.ref, None)


class Timing(Signalling):
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

    def send_after(self, dest: Pid | Atom, message: Any, time: int | float | str) -> Reference:
        """Send *message* to *dest* after *time* (milliseconds, or ``"1.5s"``); return the timer's reference.

        Raises :class:`~simulator.kernel.ArgumentError` for a negative time, or a *dest* that is neither
        pid nor name (``Process.send_after/3``).
        """
        self._check_turn("send_after")
        kernel = self.env
        if time.__class__ is int and time < 0:
            raise badarg(1, "out of range")
        if dest.__class__ is not Pid and dest.__class__ is not Atom:
            raise badarg(2, "not a pid or an atom")
        plain = immutable(message)
        message = message if plain else isolated(message)
        delay = nanoseconds(time)
        ref = self.make_ref()
        timer = Timer(kernel, self.pid, ref, dest, message, kernel._now + delay)
        timer.armed = kernel._record(
            "timer", self, self._cause, ref.number, dest.number if dest.__class__ is Pid else None,
            None if dest.__class__ is Pid else inspect(dest), message if plain else Shown(message), timer.at, depth=2,
        )  # fmt: skip
        target = dest._process if dest.__class__ is Pid else None
        if dest.__class__ is Pid and target is None:
            kernel._record("cancel", self, timer.armed, ref.number, delay, depth=2)
            return ref
        kernel._timers[ref] = timer
        if target is not None:
            target._related().timers[ref] = timer
        kernel._arm(timer, delay)
        return ref

    def cancel_timer(self, ref: Reference) -> int | float | bool:
        """Disarm a timer; return the milliseconds that were left, or ``False`` if it was too late.

        Raises :class:`~simulator.kernel.ArgumentError` if *ref* is no reference (``Process.cancel_timer/1``).
        """
        self._check_turn("cancel_timer")
        timer = self._timer(ref)
        left = None if timer is None else timer.cancel()
        self.env._record("cancel", self, self._cause, ref.number, left, depth=2)
        return False if left is None else _milliseconds(left)

    def read_timer(self, ref: Reference) -> int | float | bool:
        """Return the milliseconds until a timer fires, or ``False`` if there is none (``Process.read_timer/1``)."""
        timer = self._timer(ref)
        return False if timer is None else _milliseconds(timer.at - self.env._now)

    def _timer(self, ref: Any) -> Timer | None:
        if ref.__class__ is not Reference:
            raise badarg(1, "not a reference")
        return self.env._timers.get(ref)


def _milliseconds(ns: int) -> int | float:
    """Return nanoseconds as milliseconds; an ``int`` where it is whole."""
    whole, rest = divmod(ns, 1_000_000)
    return ns / 1_000_000 if rest else whole
