"""Erlang's ``:erlang``: what Kernel and Process call by other names, and what only this module has."""

from __future__ import annotations

from sys import _getframe
from typing import Any
from zlib import adler32, crc32

from simulator.elixir.library.collections.tuple import duplicate
from simulator.elixir.library.erlang import texts as erl_texts
from simulator.elixir.library.erlang.flags import system_flag
from simulator.elixir.library.erlang.processes import (
    PROCESSES,
    display,
    garbage_collect_of,
    module_loaded,
    process_info,
    process_info_of,
    yield_,
)
from simulator.elixir.library.files.io import iodata
from simulator.elixir.library.language import kernel, system
from simulator.elixir.library.processes import process
from simulator.elixir.library.system import external_terms
from simulator.elixir.runtime.bridge import FALSE, TRUE, boolean
from simulator.elixir.runtime.errors import Raised, check, erlang, unless
from simulator.elixir.runtime.titles import named
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.values import basics, operators
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.graphemes import is_binary
from simulator.elixir.runtime.world import current
from simulator.kernel import Exit, Throw
from simulator.terms import Atom, atom, compare
from simulator.terms.bits import binary, bytes_of
from simulator.terms.lists import EMPTY, from_list, is_list
from simulator.terms.maps import get as map_value
from simulator.terms.maps import has
from simulator.terms.portable_hash import phash2 as hashed

_UNDEFINED = Atom("undefined")
_OK = atom.ok


# -- errors ---------------------------------------------------------------------------------------


def error(reason: Any) -> Any:
    """``:erlang.error/1``"""
    raise Raised(reason)


def error_with(reason: Any, args: Any) -> Any:
    """``:erlang.error/2``, ``/3``: the arguments are for the stack trace."""
    raise Raised(reason)


def error_info(reason: Any, args: Any, opts: Any) -> Any:
    """``:erlang.error/3``"""
    raise Raised(reason)


def raise_(kind: Any, reason: Any, stack: Any) -> Any:
    """``:erlang.raise/3``"""
    if kind is atom.error:
        raise Raised(reason, None, tuple(to_list(stack)))
    if kind is Atom("exit"):
        raise Exit(reason)
    if kind is Atom("throw"):
        raise Throw(reason)
    raise badarg(1, "invalid exception class")


def nif_error(reason: Any) -> Any:
    """``:erlang.nif_error/1``: what stands for a native function is called where none was loaded."""
    refuse(f"{_getframe(1).f_code.co_qualname}, a native function (NIF)")


# -- tuples and maps ------------------------------------------------------------------------------


def append_element(term: Any, value: Any) -> Any:
    """``:erlang.append_element/2``"""
    basics.size_of_tuple(term)
    return (*term, value)


def insert_element(position: Any, term: Any, value: Any) -> Any:
    """``:erlang.insert_element/3``"""
    check(unless(int, position, "not an integer"), unless(tuple, term, "not a tuple"))
    if not 1 <= position <= len(term) + 1:
        raise badarg(1, "out of range")
    return (*term[: position - 1], value, *term[position - 1 :])


def delete_element(position: Any, term: Any) -> Any:
    """``:erlang.delete_element/2``"""
    basics.element(position, term)
    return (*term[: position - 1], *term[position:])


def make_tuple(size: Any, value: Any) -> Any:
    """``:erlang.make_tuple/2``"""
    return duplicate(value, size)


def tuple_to_list(term: Any) -> Any:
    """``:erlang.tuple_to_list/1``"""
    basics.size_of_tuple(term)
    return from_list(list(term))


def list_to_tuple(term: Any) -> Any:
    """``:erlang.list_to_tuple/1``"""
    if not is_list(term):
        raise badarg(1, "not a list")
    return tuple(to_list(term))


def map_get(key: Any, term: Any) -> Any:
    """``:erlang.map_get/2``"""
    basics.size_of_map(term)
    if not has(term, key):
        raise erlang((Atom("badkey"), key))
    return map_value(term, key)


def is_map_key(key: Any, term: Any) -> Atom:
    """``:erlang.is_map_key/2``"""
    basics.size_of_map(term)
    return boolean(has(term, key))


def size(term: Any) -> int:
    """``:erlang.size/1``"""
    return len(term) if term.__class__ is tuple else basics.size_in_bytes(term)


def is_record(term: Any, tag: Any) -> Atom:
    """``:erlang.is_record/2``"""
    return boolean(term.__class__ is tuple and bool(term) and term[0] is tag)


def both(left: Any, right: Any) -> Atom:
    """``:erlang.and/2``"""
    return boolean(_truth(left) & _truth(right))


def either(left: Any, right: Any) -> Atom:
    """``:erlang.or/2``"""
    return boolean(_truth(left) | _truth(right))


def one_of(left: Any, right: Any) -> Atom:
    """``:erlang.xor/2``"""
    return boolean(_truth(left) ^ _truth(right))


def _truth(term: Any) -> bool:
    if term is TRUE or term is FALSE:
        return term is TRUE
    raise erlang(Atom("badarg"))


def to_float(term: Any) -> float:
    """``:erlang.float/1``"""
    if term.__class__ in (int, float):
        return float(term)
    raise badarg(1, "not a number")


def _less(left: Any, right: Any) -> Atom:
    return boolean(compare(left, right) <= 0)


# -- hashes ---------------------------------------------------------------------------------------


def phash2(term: Any) -> int:
    """``:erlang.phash2/1``: a number below 2 to the 27th."""
    return hashed(term) & (1 << 27) - 1


def phash2_below(term: Any, limit: Any) -> int:
    """``:erlang.phash2/2``"""
    if limit.__class__ is not int or not 0 < limit <= 1 << 32:
        raise badarg(2, "out of range" if limit.__class__ is int else "not an integer")
    return hashed(term) % limit


def md5(data: Any) -> Any:
    """``:erlang.md5/1``"""
    from hashlib import md5 as digest

    return binary(digest(iodata(data), usedforsecurity=False).digest())


def crc32_of(data: Any) -> int:
    """``:erlang.crc32/1``"""
    return crc32(iodata(data))


def adler32_of(data: Any) -> int:
    """``:erlang.adler32/1``"""
    return adler32(iodata(data))


# -- time and the machine -------------------------------------------------------------------------


def timestamp() -> Any:
    """``:erlang.timestamp/0``"""
    micros = system.system_time() // 1_000
    return (micros // 1_000_000_000_000, micros // 1_000_000 % 1_000_000, micros % 1_000_000)


def date() -> Any:
    """``:erlang.date/0``"""
    return universal_time()[0]


def time() -> Any:
    """``:erlang.time/0``"""
    return universal_time()[1]


def universal_time() -> Any:
    """``:erlang.universaltime/0``"""
    from datetime import UTC, datetime

    now = datetime.fromtimestamp(system.system_time() // 1_000_000_000, UTC)
    return ((now.year, now.month, now.day), (now.hour, now.minute, now.second))


def memory() -> Any:
    """``:erlang.memory/0``: there is nothing to measure; the shape of the answer alone."""
    kinds = ("total", "processes", "processes_used", "system", "atom", "atom_used", "binary", "code", "ets")
    return from_list([(Atom(kind), memory_of(Atom(kind))) for kind in kinds])


def memory_of(kind: Any) -> int:
    """``:erlang.memory/1``"""
    return 2688 * len(current().list())


def statistics(item: Any) -> Any:
    """``:erlang.statistics/1``"""
    milliseconds = system.now() // 1_000_000
    if item.name in ("runtime", "wall_clock"):
        return (milliseconds, 0)
    if item.name in ("reductions", "exact_reductions", "garbage_collection"):
        return (0, 0) if item.name != "garbage_collection" else (0, 0, 0)
    if item.name in ("run_queue", "total_run_queue_lengths", "total_run_queue_lengths_all", "total_active_tasks",
                     "total_active_tasks_all", "context_switches"):
        return 0 if item.name != "context_switches" else (0, 0)
    raise badarg(1, "invalid statistics item")


def system_info(item: Any) -> Any:
    """``:erlang.system_info/1``"""
    known = {
        "process_count": lambda: len(current().list()), "process_limit": lambda: 262_144,
        "scheduler_id": lambda: 1, "dirty_cpu_schedulers": system.schedulers,
        "dirty_cpu_schedulers_online": system.schedulers, "dirty_io_schedulers": lambda: 10,
        "atom_limit": lambda: 1_048_576, "port_limit": lambda: 65_536, "ets_limit": lambda: 8_192,
        "thread_pool_size": lambda: 1, "threads": lambda: TRUE, "smp_support": lambda: TRUE,
        "schedulers": system.schedulers, "schedulers_online": system.schedulers,
        "logical_processors": system.schedulers,
        "otp_release": lambda: from_list(list(map(ord, "25"))), "version": lambda: from_list(list(map(ord, "13.1.5"))),
        "system_version": lambda: from_list(list(map(ord, "Erlang/OTP 25"))), "wordsize": lambda: 8,
        "atom_count": lambda: 0, "port_count": lambda: 0, "ets_count": lambda: 0, "machine": lambda: EMPTY,
    }  # fmt: skip
    found = known.get(item.name) if item.__class__ is Atom else None
    if found is None:
        raise badarg(1, "invalid system info item")
    return found()  # type: ignore[no-untyped-call]


def convert_time_unit(value: Any, source: Any, target: Any) -> int:
    """``:erlang.convert_time_unit/3``"""
    return system.convert_time_unit(value, source, target)


def split_binary(term: Any, position: Any) -> Any:
    """``:erlang.split_binary/2``"""
    check("" if is_binary(term) else "not a binary", unless(int, position, "not an integer"))
    data = bytes_of(term)
    if not 0 <= position <= len(data):
        raise badarg(2, "out of range")
    return (binary(data[:position]), binary(data[position:]))


def binary_part_of(term: Any, place: Any) -> Any:
    """``:erlang.binary_part/2``"""
    right = place.__class__ is tuple and len(place) == 2 and place[0].__class__ is int and place[1].__class__ is int
    check("" if is_binary(term) else "not a binary", "" if right else "not a valid {Pos,Length} tuple")
    return operators.binary_part(term, *place)


def fun_info(function: Any) -> Any:
    """``:erlang.fun_info/1``"""
    names = ("module", "name", "arity", "type", "env")
    return from_list([fun_info_of(function, Atom(name)) for name in names])


def fun_info_of(function: Any, item: Any) -> Any:
    """``:erlang.fun_info/2``"""
    if basics.is_function(function) is FALSE:
        raise badarg(1, "not a fun")
    module, name = named(function.__qualname__) or (Atom("elixir_compiler_0"), Atom("fun"))
    external = "fun-" not in name.name
    found = {
        "module": module, "name": name, "arity": function.__code__.co_argcount, "env": EMPTY,
        "type": Atom("external" if external else "local"),
    }  # fmt: skip
    return (item, found.get(item.name, _UNDEFINED))


FUNCTIONS = {
    **{key: function for key, function in kernel.FUNCTIONS.items() if key not in (
        "!=/2", "!==/2", "===/2", "<=/2", "elem/2", "put_elem/3", "max/2", "min/2", "=~/2", "is_map_key/2",
        "binary_slice/2", "binary_slice/3", "to_charlist/1", "struct/1", "struct/2", "struct!/1", "struct!/2",
        "function_exported?/3", "macro_exported?/3", "inspect/1", "inspect/2", "and/2", "or/2",
    )},
    **external_terms.FUNCTIONS_OF_ERLANG,
    "/=/2": basics.unequal, "=:=/2": basics.same, "=/=/2": basics.different, "=</2": _less,
    "max/2": basics.maximum, "min/2": basics.minimum, "and/2": both, "or/2": either, "xor/2": one_of,
    "band/2": operators.band, "bor/2": operators.bor, "bxor/2": operators.bxor, "bnot/1": operators.bnot,
    "bsl/2": operators.bsl, "bsr/2": operators.bsr, "float/1": to_float,
    "element/2": basics.element, "setelement/3": basics.with_element,
    "append/2": basics.joined, "subtract/2": basics.without, "append_element/2": append_element,
    "insert_element/3": insert_element, "delete_element/2": delete_element, "make_tuple/2": make_tuple,
    "tuple_to_list/1": tuple_to_list, "list_to_tuple/1": list_to_tuple, "map_get/2": map_get,
    "is_map_key/2": is_map_key, "size/1": size, "is_record/2": is_record, "error/1": error,
    "error/2": error_with, "error/3": error_info, "raise/3": raise_, "nif_error/1": nif_error, "phash2/1": phash2,
    "phash2/2": phash2_below, "md5/1": md5, "crc32/1": crc32_of, "adler32/1": adler32_of,
    **PROCESSES,
    "function_exported/3": kernel.exported, "module_loaded/1": module_loaded, "halt/0": system.halt,
    "halt/1": system.halt_with, "monotonic_time/0": system.monotonic_time,
    "monotonic_time/1": system.monotonic_time_in, "system_time/0": system.system_time,
    "system_time/1": system.system_time_in, "time_offset/0": system.time_offset,
    "time_offset/1": system.time_offset_in, "convert_time_unit/3": convert_time_unit,
    "unique_integer/0": system.unique_integer, "unique_integer/1": system.unique_integer_with,
    "timestamp/0": timestamp, "now/0": timestamp, "date/0": date, "time/0": time,
    "universaltime/0": universal_time, "localtime/0": universal_time, "memory/0": memory, "memory/1": memory_of,
    "statistics/1": statistics, "system_info/1": system_info, "system_flag/2": system_flag,
    "split_binary/2": split_binary,
    "binary_part/2": binary_part_of, "fun_info/1": fun_info, "fun_info/2": fun_info_of,
    **erl_texts.FUNCTIONS_OF_ERLANG,
}  # fmt: skip
BLOCKING = {
    "apply/2": kernel.apply_function_blocking, "apply/3": kernel.apply_module, "yield/0": yield_,
    "hibernate/3": process.hibernate, "display/1": display, "processes/0": process.list_,
    "process_info/1": process_info, "process_info/2": process_info_of, "is_process_alive/1": process.is_alive,
    "garbage_collect/1": garbage_collect_of, "demonitor/2": process.demonitor_with,
}  # fmt: skip
