"""Erlang's ``:global``: names that all nodes know, of which there is one."""

from __future__ import annotations

from types import GeneratorType
from typing import Any

from simulator.elixir.library.processes.servers import GlobalNames, global_gate
from simulator.elixir.runtime.bridge import FALSE, TRUE
from simulator.elixir.runtime.world import current, world
from simulator.kernel import Exit, Process
from simulator.kernel.process.operations import READ, WRITE
from simulator.terms import Atom, atom
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


def set_lock(lock: Any, *more: Any) -> Any:
    """``:global.set_lock/1``, ``/2``, ``/3``: waits until nobody else has it, or has tried often enough."""
    resource, requester = lock
    tries: Any = more[1] if len(more) > 1 else atom.infinity
    tried = 0
    while True:
        held = _locks().get(resource)
        if held is None or held[0] == requester or not current().alive(held[1]):
            _locks()[resource] = (requester, current().pid, 1 if held is None else held[2] + 1)
            return TRUE
        if tries is not atom.infinity and tried >= tries:
            return FALSE
        tried += 1
        yield current().sleep(min(8_000, 250 * 2 ** min(tried, 5)))


def del_lock(lock: Any, *more: Any) -> Any:
    """``:global.del_lock/1``, ``/2``"""
    resource, requester = lock
    held = _locks().get(resource)
    if held is not None and held[0] == requester:
        if held[2] > 1 and current().alive(held[1]):
            _locks()[resource] = (*held[:2], held[2] - 1)
        else:
            del _locks()[resource]
    return TRUE


def trans(lock: Any, function: Any, *more: Any) -> Any:
    """``:global.trans/2``, ``/3``, ``/4``: runs a function while it has a lock; ``:aborted`` if it does not get it."""
    if (yield from set_lock(lock, *more)) is FALSE:
        return Atom("aborted")
    try:
        answer = function()
        if answer.__class__ is GeneratorType:
            answer = yield from answer
        return answer
    finally:
        del_lock(lock)


def _locks() -> dict[Any, Any]:
    """Return who has which lock: the requester's name, the process, how often it has set it."""
    return world().locks


BLOCKING = {
    "set_lock/1": set_lock, "set_lock/2": set_lock, "set_lock/3": set_lock, "trans/2": trans, "trans/3": trans,
    "trans/4": trans,
}  # fmt: skip
FUNCTIONS = {
    "del_lock/1": del_lock, "del_lock/2": del_lock,
    "register_name/2": register_name, "register_name/3": register_name_resolving,
    "re_register_name/2": re_register_name, "unregister_name/1": unregister_name, "whereis_name/1": whereis_name,
    "registered_names/0": registered_names, "send/2": send, "sync/0": sync,
}  # fmt: skip
