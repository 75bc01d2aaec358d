"""Erlang's ``:timer``, which is :mod:`simulator.otp.timer` for Elixir's terms."""

from __future__ import annotations

from types import GeneratorType
from typing import Any

from simulator.elixir.library.processes.servers import is_timeout
from simulator.elixir.runtime.bridge import is_function
from simulator.elixir.runtime.errors import erlang
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.running.bodies import module_steps
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.world import current
from simulator.otp import timer
from simulator.terms import Atom, atom


class Spawned:
    """What a timer of ``apply_after`` runs in a process of its own; OTP calls it with that process."""

    __slots__ = ("__name__", "steps")

    def __init__(self, label: str, steps: Any) -> None:
        self.__name__ = label
        self.steps = steps

    def __call__(self, proc: Any) -> Any:
        return self.steps()


def _time(time: Any) -> Any:
    """Return whole milliseconds; None, which OTP refuses, for what Erlang's functions do not take."""
    return time if time.__class__ is int else None


def sleep(time: Any) -> Any:
    """``:timer.sleep/1``"""
    if not is_timeout(time):
        raise erlang(Atom("timeout_value"))
    yield current().sleep(time)
    return atom.ok


def send_after(time: Any, message: Any) -> Any:
    """``:timer.send_after/2``"""
    return (yield timer.send_after(current(), _time(time), message))


def send_after_to(time: Any, dest: Any, message: Any) -> Any:
    """``:timer.send_after/3``"""
    return (yield timer.send_after(current(), _time(time), dest, message))


def send_interval(time: Any, message: Any) -> Any:
    """``:timer.send_interval/2``"""
    return (yield timer.send_interval(current(), _time(time), message))


def send_interval_to(time: Any, dest: Any, message: Any) -> Any:
    """``:timer.send_interval/3``"""
    return (yield timer.send_interval(current(), _time(time), dest, message))


def apply_after(time: Any, module: Any, name: Any, args: Any) -> Any:
    """``:timer.apply_after/4``"""
    return (yield timer.apply_after(current(), _time(time), _spawned(module, name, args)))


def apply_interval(time: Any, module: Any, name: Any, args: Any) -> Any:
    """``:timer.apply_interval/4``"""
    return (yield timer.apply_interval(current(), _time(time), _spawned(module, name, args)))


def _spawned(module: Any, name: Any, args: Any) -> Spawned:
    given = list(to_list(args))
    return Spawned(f"{module!r}.{name.name}", lambda: module_steps(module, name.name, given))


def exit_after(time: Any, reason: Any) -> Any:
    """``:timer.exit_after/2``"""
    return (yield timer.exit_after(current(), _time(time), reason))


def exit_after_of(time: Any, target: Any, reason: Any) -> Any:
    """``:timer.exit_after/3``"""
    return (yield timer.exit_after(current(), _time(time), target, reason))


def kill_after(time: Any) -> Any:
    """``:timer.kill_after/1``"""
    return (yield timer.kill_after(current(), _time(time)))


def kill_after_of(time: Any, target: Any) -> Any:
    """``:timer.kill_after/2``"""
    return (yield timer.kill_after(current(), _time(time), target))


def cancel(tref: Any) -> Any:
    """``:timer.cancel/1``"""
    return (yield timer.cancel(current(), tref))


def tc(function: Any) -> Any:
    """``:timer.tc/1``"""
    return (yield from _timed(lambda: function(), 1_000))


def tc_unit(function: Any, unit: Any) -> Any:
    """``:timer.tc/2``: of a function and its arguments, or with a unit of time."""
    if is_function(function, 0) and unit.__class__ is Atom:
        from simulator.elixir.library.language.system import unit_size

        return (yield from _timed(lambda: function(), unit_size(unit)))
    return (yield from _timed(lambda: function(*to_list(unit)), 1_000))


def tc_module(module: Any, name: Any, args: Any) -> Any:
    """``:timer.tc/3``"""
    return (yield from _timed(lambda: call(module, name.name, to_list(args)), 1_000))


def _timed(begin: Any, unit: int) -> Any:
    """Run something and tell how long it took, on the virtual clock."""
    proc = current()
    began = proc.now
    answer = begin()
    if answer.__class__ is GeneratorType:
        answer = yield from answer
    return ((proc.now - began) // unit, answer)


def seconds(count: Any) -> Any:
    """``:timer.seconds/1``"""
    return timer.seconds(count)


def minutes(count: Any) -> Any:
    """``:timer.minutes/1``"""
    return timer.minutes(count)


def hours(count: Any) -> Any:
    """``:timer.hours/1``"""
    return timer.hours(count)


def hms(hour: Any, minute: Any, second: Any) -> Any:
    """``:timer.hms/3``"""
    return timer.hms(hour, minute, second)


def start() -> Any:
    """``:timer.start/0``: its process starts with the first timer that needs it."""
    return atom.ok


def now_diff(later: Any, earlier: Any) -> Any:
    """``:timer.now_diff/2``: microseconds between two timestamps."""

    def micros(stamp: Any) -> Any:
        return (stamp[0] * 1_000_000 + stamp[1]) * 1_000_000 + stamp[2]

    return micros(later) - micros(earlier)


FUNCTIONS = {
    "seconds/1": seconds, "minutes/1": minutes, "hours/1": hours, "hms/3": hms, "start/0": start,
    "now_diff/2": now_diff,
}  # fmt: skip
BLOCKING = {
    "sleep/1": sleep, "send_after/2": send_after, "send_after/3": send_after_to, "send_interval/2": send_interval,
    "send_interval/3": send_interval_to, "apply_after/4": apply_after,
    "apply_interval/4": apply_interval, "exit_after/2": exit_after, "exit_after/3": exit_after_of,
    "kill_after/1": kill_after, "kill_after/2": kill_after_of, "cancel/1": cancel, "tc/1": tc, "tc/2": tc_unit,
    "tc/3": tc_module,
}  # fmt: skip
