"""Erlang's ``:timer`` module: messages, exits and functions after a time or at every interval.

All that can wait is yielded: ``{:ok, tref}`` or ``{:error, :badarg}`` is the answer, and the ``tref`` is for
:func:`cancel`. Times are in milliseconds, or texts such as ``"1.5s"``.

As in OTP there is a process, ``:timer_server``, which starts with the first timer that needs it: every
timer but a :func:`send_after` to a pid, which is one of the kernel's own. It is a process like any other, so a
picture shows who sends the ticks, and a caller waits for its answer. A one-shot timer lives until it has
fired or is cancelled; an interval ends with the process that it is for. Intervals are counted from
their start: ticks do not drift, and those that were missed come at once.

Source of the semantics: OTP 25's ``timer``.
"""

from __future__ import annotations

from types import GeneratorType
from typing import Any, Final

from simulator.kernel import Process
from simulator.otp.server import gen
from simulator.otp.server.functions import found, given
from simulator.otp.server.gen import Steps
from simulator.otp.server.gen_server import GenServer, serve
from simulator.otp.server.start import start_steps
from simulator.terms import Atom, Pid, Reference, atom
from simulator.terms.durations import DurationError, nanoseconds

TIMER_SERVER: Final = atom.timer_server
BADARG: Final = (atom.error, atom.badarg)
ONCE: Final = atom.once
INTERVAL: Final = atom.interval
INSTANT: Final = atom.instant
SEND_LOCAL: Final = atom.send_local
TIMEOUT: Final = atom.timeout
_CANCELLED: Final = (atom.ok, atom.cancel)


def send_after(proc: Process, time: Any, *to: Any) -> Any:
    """Request that a message is sent after *time*: ``send_after(proc, time, message)`` to this process itself,
    ``send_after(proc, time, dest, message)`` to a pid or a name: ``yield`` it (``:timer.send_after/2``, ``/3``).

    >>> from simulator import run
    >>> def main(proc):
    ...     yield send_after(proc, 50, atom.tick)
    ...     proc.inspect(((yield proc.receive()), proc.now_ms))
    >>> run(main).output
    '{:tick, 50}\\n'
    """
    dest, message = to if len(to) == 2 else (proc.pid, *to)
    return proc.perform(_send_after(proc, time, dest, message), "send_after")


def send_interval(proc: Process, time: Any, *to: Any) -> Any:
    """Request that a message is sent every *time*, for as long as its receiver lives: ``yield`` it.

    ``send_interval(proc, time, message)`` sends it to this process itself, ``send_interval(proc, time,
    dest, message)`` to a pid or a name (``:timer.send_interval/2``, ``/3``).
    """
    dest, message = to if len(to) == 2 else (proc.pid, *to)
    work = (atom.send, dest, message) if isinstance(dest, (Pid, Atom)) else None
    return proc.perform(_every(proc, time, dest, work), "send_interval")


def apply_after(proc: Process, time: Any, function: Any, *args: Any) -> Any:
    """Request that a new process runs ``function(proc, *args)`` after *time*: ``yield`` it.

    ``apply_after(proc, time, Module, "name", [args])`` runs ``Module.name`` (``:timer.apply_after/4``).
    """
    return proc.perform(_after(proc, time, _applied(function, args)), "apply_after")


def apply_interval(proc: Process, time: Any, function: Any, *args: Any) -> Any:
    """Request that every *time* a new process runs ``function(proc, *args)``, for as long as this one lives:
    ``yield`` it (``:timer.apply_interval/4``).
    """
    return proc.perform(_every(proc, time, proc.pid, _applied(function, args)), "apply_interval")


def exit_after(proc: Process, time: Any, *to: Any) -> Any:
    """Request an exit signal after *time*: ``exit_after(proc, time, reason)`` for this process itself,
    ``exit_after(proc, time, target, reason)`` for a pid or a name: ``yield`` it (``:timer.exit_after/2``, ``/3``).
    """
    target, reason = to if len(to) == 2 else (proc.pid, *to)
    return proc.perform(_after(proc, time, (atom.exit, target, reason)), "exit_after")


def kill_after(proc: Process, time: Any, target: Any = None) -> Any:
    """Request that *target*, or this process itself, is killed after *time*: ``yield`` it (``:timer.kill_after/2``)."""
    work = (atom.exit, proc.pid if target is None else target, atom.kill)
    return proc.perform(_after(proc, time, work), "kill_after")


def cancel(proc: Process, tref: Any) -> Any:
    """Request the end of a timer, whether it has fired or not: ``yield`` it (``:timer.cancel/1``).

    The answer is ``{:ok, :cancel}``, or ``{:error, :badarg}`` for what is no timer.
    """
    return proc.perform(_cancel(proc, tref), "cancel")


def sleep(proc: Process, time: Any) -> Any:
    """Request to wait for *time*, or for ever with ``atom.infinity``: ``yield`` it (``:timer.sleep/1``)."""
    return proc.perform(_sleep(proc, time), "sleep")


def tc(proc: Process, function: Any, *args: Any) -> Any:
    """Request that ``function(proc, *args)`` runs, here, and how long it takes: ``yield`` it (``:timer.tc/1``, ``/3``).

    The answer is ``(microseconds, value)``. Code itself takes no time on the virtual clock: what is
    measured is what the function waits and works.

    >>> from simulator import run
    >>> def nap(proc, ms):
    ...     yield proc.sleep(ms)
    ...     return atom.rested
    >>> def main(proc):
    ...     proc.inspect((yield tc(proc, nap, 20)))
    >>> run(main).output
    '{20000, :rested}\\n'
    """
    return proc.perform(_tc(proc, function, args), "tc")


def seconds(count: int) -> int:
    """Return so many seconds in milliseconds.

    >>> seconds(2), minutes(2), hours(2), hms(1, 1, 1)
    (2000, 120000, 7200000, 3661000)
    """
    return 1_000 * count


def minutes(count: int) -> int:
    """Return so many minutes in milliseconds."""
    return 60_000 * count


def hours(count: int) -> int:
    """Return so many hours in milliseconds."""
    return 3_600_000 * count


def hms(hour: int, minute: int, second: int) -> int:
    """Return hours, minutes and seconds in milliseconds."""
    return hours(hour) + minutes(minute) + seconds(second)


# -- the caller's side ------------------------------------------------------------------------


def _send_after(proc: Process, time: Any, dest: Any, message: Any) -> Steps:
    delay = _duration(time)
    if delay is None or not isinstance(dest, (Pid, Atom)):
        return BADARG
    if delay == 0:
        proc.send(dest, message)
        return (atom.ok, (INSTANT, proc.make_ref()))
    if isinstance(dest, Pid):
        return (atom.ok, (SEND_LOCAL, proc.send_after(dest, message, time)))
    return (yield from _after(proc, time, (atom.send, dest, message)))


def _after(proc: Process, time: Any, work: Any) -> Steps:
    """Have *work* done once."""
    delay = _duration(time)
    if delay is None or work is None:
        return BADARG
    if delay == 0:
        _do(proc, work)
        return (atom.ok, (INSTANT, proc.make_ref()))
    return (yield from _ask(proc, (atom.apply_once, proc.now + delay, work)))


def _every(proc: Process, time: Any, owner: Any, work: Any) -> Steps:
    """Have *work* done at every interval while *owner* lives."""
    delay = _duration(time)
    if delay is None or work is None:
        return BADARG
    return (yield from _ask(proc, (atom.apply_interval, proc.now + delay, delay, owner, work)))


def _ask(proc: Process, request: Any) -> Steps:
    """Call the timer server, which starts if there is none yet."""
    if proc.whereis(TIMER_SERVER) is None:
        yield from start_steps(proc, "TimerServer.init/1", serve, (TimerServer, []), False, TIMER_SERVER, atom.infinity)
    return (yield from gen.call_steps(proc, TIMER_SERVER, request, atom.infinity))


def _cancel(proc: Process, tref: Any) -> Steps:
    if not (isinstance(tref, tuple) and len(tref) == 2 and isinstance(tref[1], Reference)):
        return BADARG
    kind, ref = tref
    if kind is SEND_LOCAL:
        proc.cancel_timer(ref)
    elif kind is ONCE or kind is INTERVAL:
        yield from _ask(proc, (atom.cancel, tref))
    elif kind is not INSTANT:
        return BADARG
    return _CANCELLED


def _sleep(proc: Process, time: Any) -> Steps:
    yield proc.sleep(time)
    return atom.ok


def _tc(proc: Process, function: Any, args: tuple[Any, ...]) -> Steps:
    function, values = found(given(function, args))
    began = proc.now
    result = function(proc, *values)
    if result.__class__ is GeneratorType:
        result = yield from result
    return ((proc.now - began) // 1_000, result)


def _applied(function: Any, args: tuple[Any, ...]) -> Any:
    """Return the work that running a function in a new process is; None for what cannot be run."""
    work = given(function, args)
    return (atom.spawn, work) if callable(work[0]) else None


def _duration(time: Any) -> int | None:
    """Return a time in nanoseconds; None for what is none."""
    try:
        return None if time.__class__ is bool else nanoseconds(time)
    except DurationError:
        return None


# -- the server's side ------------------------------------------------------------------------


def _do(proc: Process, work: tuple[Any, ...]) -> None:
    """Do what a timer is for; a name that is not registered is no mistake of the one who does it."""
    kind, target, *rest = work
    if kind is atom.spawn:
        function, args = found(target)
        proc.spawn(function, *args)
        return
    pid = proc.whereis(target) if isinstance(target, Atom) else target
    if not isinstance(pid, Pid):
        return
    if kind is atom.send:
        proc.send(pid, rest[0])
    else:
        proc.exit(pid, rest[0])


class TimerServer(GenServer):
    """The process ``:timer_server``; its state has the kernel's timer of each reference that it gave out."""

    def init(proc: Process, arg: Any) -> Any:
        """Trap exits, as OTP's does."""
        proc.flag(atom.trap_exit, True)
        return (atom.ok, {})

    def handle_call(proc: Process, request: Any, client: Any, timers: Any) -> Any:
        """Arm a timer for one time or for an interval, or disarm one."""
        match request:
            case (atom.apply_once, at, work):
                ref = proc.make_ref()
                timers[ref] = _arm(proc, at, (atom.apply_once, work), ref)
                return (atom.reply, (atom.ok, (ONCE, ref)), timers)
            case (atom.apply_interval, at, interval, owner, work):
                ref = proc.monitor(owner)
                timers[ref] = _arm(proc, at, (atom.apply_interval, at, interval, work), ref)
                return (atom.reply, (atom.ok, (INTERVAL, ref)), timers)
            case (atom.cancel, (kind, ref)):
                if _disarm(proc, timers, ref) and kind is INTERVAL:
                    proc.demonitor(ref, flush=True)
                return (atom.reply, _CANCELLED, timers)

    def handle_info(proc: Process, message: Any, timers: Any) -> Any:
        """Do what a timer is for, and arm that of an interval again, when its time has come."""
        match message:
            case (atom.timeout, ref, (atom.apply_once, work)):
                if timers.pop(ref, None) is not None:
                    _do(proc, work)
            case (atom.timeout, ref, (atom.apply_interval, at, interval, work)):
                if ref in timers:
                    at += interval
                    timers[ref] = _arm(proc, at, (atom.apply_interval, at, interval, work), ref)
                    _do(proc, work)
            case (atom.DOWN, ref, _, _, _):
                _disarm(proc, timers, ref)
        return (atom.noreply, timers)


def _arm(proc: Process, at: int, content: Any, ref: Reference) -> Reference:
    """Arm the kernel's timer for a point in time, in nanoseconds; what is past is now."""
    return proc.send_after(proc.pid, (TIMEOUT, ref, content), f"{max(0, at - proc.now)}ns")


def _disarm(proc: Process, timers: dict[Reference, Reference], ref: Reference) -> bool:
    """Disarm a timer; return whether there was one."""
    timer = timers.pop(ref, None)
    if timer is not None:
        proc.cancel_timer(timer)
    return timer is not None
