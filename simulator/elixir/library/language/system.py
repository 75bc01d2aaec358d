"""Elixir's ``System``: its clocks are the virtual one, its environment is the run's own copy."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.runtime.bridge import NIL
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.graphemes import is_binary
from simulator.elixir.runtime.world import world
from simulator.kernel import Halted
from simulator.kernel.process.operations import CLOCK, READ
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, to_list
from simulator.terms.maps import Map, from_pairs, pairs

EPOCH: Final = 1_767_225_600_000_000_000
"""What the system clock shows at the start of a run, in nanoseconds: 2026-01-01 00:00:00 UTC."""

_UNITS: Final = {
    "second": 1_000_000_000, "seconds": 1_000_000_000, "millisecond": 1_000_000, "milliseconds": 1_000_000,
    "milli_seconds": 1_000_000, "microsecond": 1_000, "microseconds": 1_000, "micro_seconds": 1_000,
    "nanosecond": 1, "nanoseconds": 1, "nano_seconds": 1, "native": 1, "perf_counter": 1,
}  # fmt: skip


def unit_size(unit: Any) -> int:
    """Return how many nanoseconds a unit of time has."""
    if unit.__class__ is Atom and unit.name in _UNITS:
        return _UNITS[unit.name]
    if unit.__class__ is int and unit > 0:
        return 1_000_000_000 // unit
    raise error("ArgumentError", message=(
        "unsupported time unit. Expected :second, :millisecond, :microsecond, :nanosecond, or a positive integer, "
        f"got {inspect(unit)}"
    ))  # fmt: skip


def now() -> int:
    """Return the virtual time in nanoseconds since the start of the run; 0 while nothing runs."""
    here = world()
    if here.gates is not None:
        here.gates(CLOCK, None, READ)
    return 0 if here.kernel is None else int(here.kernel.now)


def monotonic_time() -> int:
    """``System.monotonic_time/0``, in nanoseconds since the start of the run."""
    return now()


def monotonic_time_in(unit: Any) -> int:
    """``System.monotonic_time/1``"""
    return now() // unit_size(unit)


def system_time() -> int:
    """``System.system_time/0``"""
    return EPOCH + now()


def system_time_in(unit: Any) -> int:
    """``System.system_time/1``"""
    return (EPOCH + now()) // unit_size(unit)


def time_offset() -> int:
    """``System.time_offset/0``"""
    return EPOCH


def time_offset_in(unit: Any) -> int:
    """``System.time_offset/1``"""
    return EPOCH // unit_size(unit)


def convert_time_unit(time: Any, source: Any, target: Any) -> int:
    """``System.convert_time_unit/3``"""
    return int(time * unit_size(source) // unit_size(target))


def unique_integer() -> int:
    """``System.unique_integer/0``"""
    return unique_integer_with(EMPTY)


def unique_integer_with(modifiers: Any) -> int:
    """``System.unique_integer/1``: counted from 1, so they are positive and monotonic whether asked for or not."""
    here = world()
    here.unique += 1
    return here.unique


def argv() -> Any:
    """``System.argv/0``"""
    return from_list(list(world().arguments))


def set_argv(arguments: Any) -> Atom:
    """``System.argv/1``"""
    world().arguments = [str(each) for each in to_list(arguments)]
    return Atom("ok")


def get_env() -> Any:
    """``System.get_env/0``"""
    return from_pairs(sorted(world().environment.items()))


def get_env_of(name: Any) -> Any:
    """``System.get_env/1``"""
    return get_env_or(name, NIL)


def get_env_or(name: Any, default: Any) -> Any:
    """``System.get_env/2``"""
    if not is_binary(name):
        raise function_clause("System", "get_env", 2, [name, default])
    return world().environment.get(name, default)


def fetch_env(name: Any) -> Any:
    """``System.fetch_env/1``"""
    found = world().environment.get(name)
    return Atom("error") if found is None else (Atom("ok"), found)


def fetch_env_strictly(name: Any) -> Any:
    """``System.fetch_env!/1``"""
    found = world().environment.get(name)
    if found is None:
        raise error("System.EnvError", env=name)
    return found


def put_env(name: Any, value: Any) -> Atom:
    """``System.put_env/2``"""
    if value is NIL:
        world().environment.pop(name, None)
    else:
        world().environment[name] = str(value)
    return Atom("ok")


def put_env_all(values: Any) -> Atom:
    """``System.put_env/1``"""
    for name, value in pairs(values) if values.__class__ is Map else to_list(values):
        put_env(name.name if name.__class__ is Atom else name, value)
    return Atom("ok")


def delete_env(name: Any) -> Atom:
    """``System.delete_env/1``"""
    world().environment.pop(name, None)
    return Atom("ok")


def halt() -> Any:
    """``System.halt/0``"""
    return halt_with(0)


def halt_with(status: Any) -> Any:
    """``System.halt/1``: the run ends here and now."""
    if status is Atom("abort"):
        raise Halted(1)
    if is_list(status) or status.__class__ is str:
        raise Halted(1)
    if status.__class__ is not int:
        raise function_clause("System", "halt", 1, [status])
    if status < 0:
        raise badarg(1, "out of range")
    raise Halted(status & 255)


def stop() -> Any:
    """``System.stop/0``"""
    return halt_with(0)


def stop_with(status: Any) -> Any:
    """``System.stop/1``"""
    return halt_with(status)


def schedulers() -> int:
    """``System.schedulers/0``: as many as the run's setting says, one without it, as where recordings were made."""
    kernel = world().kernel
    return (kernel.schedulers if kernel is not None else None) or 1


def version() -> str:
    """``System.version/0``"""
    return "1.14.0"


def otp_release() -> str:
    """``System.otp_release/0``"""
    return "25"


def build_info() -> Any:
    """``System.build_info/0``"""
    shown = {"build": "1.14.0 (compiled with Erlang/OTP 25)", "date": "", "otp_release": "25", "revision": "",
             "version": "1.14.0"}  # fmt: skip
    return from_pairs([(Atom(key), value) for key, value in shown.items()])


def pid() -> str:
    """``System.pid/0``: of the operating system; a run has none of its own."""
    return "1"


def user_home() -> Any:
    """``System.user_home/0``"""
    return world().environment.get("HOME", NIL)


def tmp_dir() -> Any:
    """``System.tmp_dir/0``"""
    return world().environment.get("TMPDIR", "/tmp")


def os_time() -> int:
    """``System.os_time/0``"""
    return EPOCH + now()


def no_vm_option(option: Any) -> Atom:
    """``System.no_halt/1``"""
    return Atom("ok")


FUNCTIONS = {
    "monotonic_time/0": monotonic_time, "monotonic_time/1": monotonic_time_in, "system_time/0": system_time,
    "system_time/1": system_time_in, "os_time/0": os_time, "os_time/1": system_time_in,
    "time_offset/0": time_offset, "time_offset/1": time_offset_in, "convert_time_unit/3": convert_time_unit,
    "unique_integer/0": unique_integer, "unique_integer/1": unique_integer_with, "argv/0": argv, "argv/1": set_argv,
    "get_env/0": get_env, "get_env/1": get_env_of, "get_env/2": get_env_or, "fetch_env/1": fetch_env,
    "fetch_env!/1": fetch_env_strictly, "put_env/2": put_env, "put_env/1": put_env_all, "delete_env/1": delete_env,
    "halt/0": halt, "halt/1": halt_with, "stop/0": stop, "stop/1": stop_with, "schedulers/0": schedulers,
    "schedulers_online/0": schedulers, "version/0": version, "otp_release/0": otp_release,
    "build_info/0": build_info, "pid/0": pid, "user_home/0": user_home, "tmp_dir/0": tmp_dir,
    "user_home!/0": user_home, "tmp_dir!/0": tmp_dir,
    "no_halt/1": no_vm_option,
}  # fmt: skip
