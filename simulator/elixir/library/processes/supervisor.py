"""Elixir's ``Supervisor``, which is :class:`simulator.otp.Supervisor` for Elixir's modules."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.library.files.io import warn
from simulator.elixir.library.processes.children import child, overridden
from simulator.elixir.library.processes.servers import (
    SUPERVISOR,
    address,
    behaviour,
    checked_options,
    settled,
    specification,
    started_with,
)
from simulator.elixir.runtime.bridge import NIL, from_python
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.modules.behaviours import told
from simulator.elixir.runtime.world import current, world
from simulator.otp.server.gen_server import GenServer
from simulator.otp.supervisor.supervisor import Default, start_supervisor
from simulator.otp.supervisor.supervisor import Supervisor as Behaviour
from simulator.terms import Atom, Pid, atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, to_list
from simulator.terms.maps import Map, from_pairs

_DEPRECATED: Final = "is deprecated, please use DynamicSupervisor instead"


def init(children: Any, opts: Any) -> Any:
    """``Supervisor.init/2``"""
    if not is_list(children):
        raise function_clause("Supervisor", "init", 2, [children, opts])
    given = checked_options(opts)
    strategy = given.get("strategy", NIL)
    if strategy is NIL:
        raise error("ArgumentError", message="expected :strategy option to be given")
    if strategy is atom.simple_one_for_one:
        yield from warn(f":simple_one_for_one strategy {_DEPRECATED}")
    flags = [  # auto_shutdown is an option since Elixir 1.15; 1.14 has it as a flag of the map alone
        (atom.strategy, strategy),
        (atom.intensity, given.get("max_restarts", 3)),
        (atom.period, given.get("max_seconds", 5)),
    ]
    specs = []
    for each in to_list(children):
        specs.append((yield from child(each)))
    return (atom.ok, (from_pairs(flags), from_list(specs)))


def start_link(children: Any, opts: Any) -> Any:
    """``Supervisor.start_link/2``: of a list of children, or of a module and its argument."""
    if children.__class__ is Atom:
        return (yield from start_link_module(children, opts, EMPTY))
    if not is_list(children):
        raise function_clause("Supervisor", "start_link", 2, [children, opts])
    name, _ = started_with(opts)
    what = yield from init(children, opts)
    return (yield from settled(start_supervisor(current(), Default, told(what), name)))


def start_link_module(module: Any, arg: Any, opts: Any) -> Any:
    """``Supervisor.start_link/3``"""
    name, _ = started_with(opts)
    return (yield from settled(start_supervisor(current(), behaviour(module, SUPERVISOR), arg, name)))


def child_spec(given: Any, overrides: Any) -> Any:
    """``Supervisor.child_spec/2``"""
    if given.__class__ is tuple and len(given) == 6:
        problem = f"old tuple-based child specification {inspect(given)} is not supported in Supervisor.child_spec/2"
        raise error("ArgumentError", message=problem)
    return overridden((yield from child(given)), overrides)


def start_child(supervisor: Any, given: Any) -> Any:
    """``Supervisor.start_child/2``"""
    if given.__class__ is not Map and is_list(given):
        yield from _warn_once("start_child/2 with a list of args")
    return (yield from start_child_of(supervisor, given))


def start_child_of(supervisor: Any, given: Any) -> Any:
    """``:supervisor.start_child/2``"""
    is_args = given.__class__ is not Map and is_list(given)
    spec = list(to_list(given)) if is_args else specification((yield from child(given)))
    return (yield from settled(Behaviour.start_child(current(), address(supervisor), spec)))


def _warn_once(what: str) -> Any:
    """Warn of what only supervisors of one kind of children take."""
    if what not in world().told:
        world().told.add(what)
        yield from warn(f"Supervisor.{what} {_DEPRECATED}")


def terminate_child(supervisor: Any, name: Any) -> Any:
    """``Supervisor.terminate_child/2``"""
    if name.__class__ is Pid:
        yield from _warn_once("terminate_child/2 with a PID")
    return (yield from terminate_child_of(supervisor, name))


def terminate_child_of(supervisor: Any, name: Any) -> Any:
    """``:supervisor.terminate_child/2``"""
    return (yield from settled(Behaviour.terminate_child(current(), address(supervisor), name)))


def restart_child(supervisor: Any, name: Any) -> Any:
    """``Supervisor.restart_child/2``"""
    return (yield from settled(Behaviour.restart_child(current(), address(supervisor), name)))


def delete_child(supervisor: Any, name: Any) -> Any:
    """``Supervisor.delete_child/2``"""
    return (yield from settled(Behaviour.delete_child(current(), address(supervisor), name)))


def which_children(supervisor: Any) -> Any:
    """``Supervisor.which_children/1``"""
    return (yield from settled(Behaviour.which_children(current(), address(supervisor))))


def count_children(supervisor: Any) -> Any:
    """``Supervisor.count_children/1``"""
    return counted((yield Behaviour.count_children(current(), address(supervisor))))


def counted(answer: Any) -> Map:
    """Return the counts of children as the map they are in Elixir."""
    found = from_python(answer)
    return found if found.__class__ is Map else from_pairs(to_list(found))


def stop(supervisor: Any) -> Any:
    """``Supervisor.stop/1``"""
    return (yield GenServer.stop(current(), address(supervisor)))


def stop_for(supervisor: Any, reason: Any) -> Any:
    """``Supervisor.stop/2``"""
    return (yield GenServer.stop(current(), address(supervisor), reason))


def stop_within(supervisor: Any, reason: Any, timeout: Any) -> Any:
    """``Supervisor.stop/3``"""
    return (yield GenServer.stop(current(), address(supervisor), reason, timeout))


BLOCKING = {
    "init/2": init, "start_link/2": start_link, "start_link/3": start_link_module, "child_spec/2": child_spec,
    "start_child/2": start_child, "terminate_child/2": terminate_child, "restart_child/2": restart_child,
    "delete_child/2": delete_child, "which_children/1": which_children, "count_children/1": count_children,
    "stop/1": stop, "stop/2": stop_for, "stop/3": stop_within,
}  # fmt: skip
