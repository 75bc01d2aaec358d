"""What ``:erlang`` has of processes, by its own names."""

from __future__ import annotations

import re
from collections.abc import Generator
from typing import Any

from simulator.elixir.library.files.io import printed
from simulator.elixir.library.language import kernel, node, spawning
from simulator.elixir.library.language.function import capture
from simulator.elixir.library.processes import process
from simulator.elixir.library.system.external_terms import pid_of
from simulator.elixir.runtime.bridge import FALSE, NIL, TRUE, boolean
from simulator.elixir.runtime.modules.modules import exists
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.world import current
from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import EMPTY, is_list
from simulator.terms.maps import key_of

_UNDEFINED = Atom("undefined")
_OK = atom.ok


def yield_() -> Generator[Any, Any, Atom]:
    """``:erlang.yield/0``"""
    yield current().yield_()
    return TRUE


def send_after(time: Any, dest: Any, message: Any) -> Any:
    """``:erlang.send_after/3``"""
    return process.send_after(dest, message, time)


def send_after_with(time: Any, dest: Any, message: Any, opts: Any) -> Any:
    """``:erlang.send_after/4``"""
    return process.send_after_with(dest, message, time, opts)


def start_timer(time: Any, dest: Any, message: Any) -> Any:
    """``:erlang.start_timer/3``: what comes is ``{:timeout, ref, message}``."""
    if time.__class__ is not int:
        raise badarg(1, "not an integer")
    return current().send_after(dest, message, time, tagged=True)


def start_timer_with(time: Any, dest: Any, message: Any, opts: Any) -> Any:
    """``:erlang.start_timer/4``; with ``abs: true`` the time is that of the monotonic clock."""
    if time.__class__ is int and dict(to_list(opts)).get(Atom("abs")) is TRUE:
        time = max(0, time - current().now // 1_000_000)
    return start_timer(time, dest, message)


def list_to_pid(text: Any) -> Any:
    """``:erlang.list_to_pid/1``"""
    if not is_list(text):
        raise badarg(1, "not a list")
    found = re.fullmatch(r"<0\.(\d{1,9})\.\d{1,4}>", "".join(map(chr, to_list(text))))
    if found is None:
        raise badarg(1, "not a textual representation of a pid")
    return pid_of(int(found[1]))


def send_with(dest: Any, message: Any, opts: Any) -> Any:
    """``:erlang.send/3``"""
    current().send(dest, message)
    return _OK


def monitor(kind: Any, item: Any) -> Any:
    """``:erlang.monitor/2``"""
    return monitor_with(kind, item, EMPTY)


def monitor_with(kind: Any, item: Any, opts: Any) -> Any:
    """``:erlang.monitor/3``"""
    if kind is not atom.process:
        raise badarg(1, "invalid monitor type")
    return process.watch(item, opts)


def whereis(name: Any) -> Any:
    """``:erlang.whereis/1``"""
    found = process.whereis(name)
    return _UNDEFINED if found is NIL else found


def process_info(pid: Any) -> Any:
    """``:erlang.process_info/1``"""
    found = yield from process.info(pid)
    return _UNDEFINED if found is NIL else found


def process_info_of(pid: Any, item: Any) -> Any:
    """``:erlang.process_info/2``"""
    found = yield from process.info_of(pid, item)
    if found is NIL:
        return _UNDEFINED
    if item is atom.registered_name and found[1] is EMPTY:
        return EMPTY
    return found


def put(key: Any, value: Any) -> Any:
    """``:erlang.put/2``"""
    known = current().get(key_of(key), _UNDEFINED)
    process.put(key, value)
    return known


def get(key: Any) -> Any:
    """``:erlang.get/1``"""
    return process.get_or(key, _UNDEFINED)


def erase(key: Any) -> Any:
    """``:erlang.erase/1``"""
    old = process.get_or(key, _UNDEFINED)
    process.delete(key)
    return old


def erase_all() -> Any:
    """``:erlang.erase/0``"""
    kept = process.get_all()
    for key, _ in to_list(kept):
        process.delete(key)
    return kept


def garbage_collect() -> Atom:
    """``:erlang.garbage_collect/0``: all that is to be seen of it is that it looks at what has come."""
    current().fetch()
    return TRUE


def garbage_collect_of(pid: Any) -> Any:
    """``:erlang.garbage_collect/1``: another process does so when it has its turn."""
    proc = current()
    if pid is proc.pid:
        return garbage_collect()
    return boolean((yield proc.inquire(pid, lambda: True)))


def bump_reductions(count: Any) -> Atom:
    """``:erlang.bump_reductions/1``"""
    return TRUE


def nodes() -> Any:
    """``:erlang.nodes/0``"""
    return EMPTY


def is_alive() -> Atom:
    """``:erlang.is_alive/0``"""
    return FALSE


def display(term: Any) -> Any:
    """``:erlang.display/1``"""
    yield from printed(Atom("stdio"), f"{inspect(term, limit=None)}\n")
    return TRUE


def module_loaded(module: Any) -> Atom:
    """``:erlang.module_loaded/1``"""
    return boolean(exists(module))


def cancel_timer_with(ref: Any, opts: Any) -> Any:
    """``:erlang.cancel_timer/2``"""
    return process.cancel_timer_with(ref, opts)


PROCESSES = {
    "send/2": kernel.send, "send/3": send_with, "send_after/3": send_after, "send_after/4": send_after_with,
    "!/2": kernel.send,
    "start_timer/3": start_timer, "start_timer/4": start_timer_with, "list_to_pid/1": list_to_pid,
    "nodes/1": node.list_of, "cancel_timer/1": process.cancel_timer, "cancel_timer/2": cancel_timer_with,
    "read_timer/1": process.read_timer, "monitor/2": monitor, "monitor/3": monitor_with,
    "demonitor/1": process.demonitor, "link/1": process.link,
    "unlink/1": process.unlink, "alias/0": process.alias, "alias/1": process.alias_with,
    "unalias/1": process.unalias, "register/2": process.register, "unregister/1": process.unregister,
    "whereis/1": whereis, "registered/0": process.registered,
    "process_flag/2": process.flag, "exit/2": process.exit_, "group_leader/0": process.group_leader,
    "group_leader/2": process.set_group_leader, "put/2": put, "get/1": get, "get/0": process.get_all,
    "get_keys/0": process.get_keys, "get_keys/1": process.get_keys_of, "erase/1": erase, "erase/0": erase_all,
    "garbage_collect/0": garbage_collect,
    "bump_reductions/1": bump_reductions, "nodes/0": nodes, "is_alive/0": is_alive,
    "spawn/2": node.spawn, "spawn_link/2": node.spawn_link, "spawn/4": node.spawn_module,
    "spawn_link/4": node.spawn_link_module, "make_fun/3": capture,
    "spawn_opt/2": spawning.spawn_opt, "spawn_opt/4": spawning.spawn_opt_module,
}  # fmt: skip
"""These functions of ``:erlang``; what blocks is told apart by its name there."""
