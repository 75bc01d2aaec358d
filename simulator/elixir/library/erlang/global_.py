"""Erlang's ``:global``: names that all nodes know, of which there is one."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.processes.servers import GlobalNames, global_gate
from simulator.elixir.runtime.world import current, world
from simulator.kernel import Exit, Process
from simulator.kernel.process.operations import READ, WRITE
from simulator.terms import Atom
from simulator.terms.lists import from_list

_YES, _NO = Atom("yes"), Atom("no")


def register_name(name: Any, pid: Any) -> Any:
    """``:global.register_name/2``"""
    return _YES if GlobalNames.register_name(current(), name, pid) is True else _NO


def register_name_resolving(name: Any, pid: Any, resolve: Any) -> Any:
    """``:global.register_name/3``"""
    return register_name(name, pid)


def re_register_name(name: Any, pid: Any) -> Any:
    """``:global.re_register_name/2``"""
    global_gate(name, WRITE)
    world().global_names[name] = pid
    return _YES


def unregister_name(name: Any) -> Any:
    """``:global.unregister_name/1``"""
    GlobalNames.unregister_name(current(), name)
    return Atom("ok")


def whereis_name(name: Any) -> Any:
    """``:global.whereis_name/1``"""
    found = GlobalNames.whereis_name(current(), name)
    return Atom("undefined") if found is None else found


def registered_names() -> Any:
    """``:global.registered_names/0``"""
    global_gate(None, READ)
    proc = current()
    return from_list([name for name, pid in world().global_names.items() if Process.alive(proc, pid)])


def send(name: Any, message: Any) -> Any:
    """``:global.send/2``"""
    found = GlobalNames.whereis_name(current(), name)
    if found is None:
        raise Exit((Atom("badarg"), (name, message)))
    current().send(found, message)
    return found


def sync() -> Any:
    """``:global.sync/0``"""
    return Atom("ok")


FUNCTIONS = {
    "register_name/2": register_name, "register_name/3": register_name_resolving,
    "re_register_name/2": re_register_name, "unregister_name/1": unregister_name, "whereis_name/1": whereis_name,
    "registered_names/0": registered_names, "send/2": send, "sync/0": sync,
}  # fmt: skip
