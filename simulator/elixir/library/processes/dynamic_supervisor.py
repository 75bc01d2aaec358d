"""Elixir's ``DynamicSupervisor``, which is :class:`simulator.otp.DynamicSupervisor` for Elixir's modules."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.processes.children import child, specification_of
from simulator.elixir.library.processes.servers import (
    SUPERVISOR,
    address,
    behaviour,
    checked_options,
    settled,
    specification,
    started_with,
    with_priority,
)
from simulator.elixir.library.processes.supervisor import counted, stop, stop_for, stop_within
from simulator.elixir.runtime.modules.behaviours import told
from simulator.elixir.runtime.world import current
from simulator.otp.supervisor.dynamic import DynamicSupervisor as Behaviour
from simulator.otp.supervisor.dynamic import start_dynamic
from simulator.otp.supervisor.supervisor import Default
from simulator.terms import atom
from simulator.terms.lists import EMPTY
from simulator.terms.maps import from_pairs


def init(opts: Any) -> Any:
    """``DynamicSupervisor.init/1``"""
    given = checked_options(opts)
    flags = [
        (atom.extra_arguments, given.get("extra_arguments", EMPTY)),
        (atom.intensity, given.get("max_restarts", 3)),
        (atom.max_children, given.get("max_children", atom.infinity)),
        (atom.period, given.get("max_seconds", 5)),
        (atom.strategy, given.get("strategy", atom.one_for_one)),
    ]
    return (atom.ok, from_pairs(flags))


def start_link(opts: Any) -> Any:
    """``DynamicSupervisor.start_link/1``"""
    name, _ = started_with(opts)
    started = yield from settled(start_dynamic(current(), Default, told(init(opts)), name))
    return with_priority(opts, started)


def start_link_of(module: Any, arg: Any) -> Any:
    """``DynamicSupervisor.start_link/2``"""
    return (yield from start_link_module(module, arg, EMPTY))


def start_link_module(module: Any, arg: Any, opts: Any) -> Any:
    """``DynamicSupervisor.start_link/3``"""
    name, _ = started_with(opts)
    started = yield from settled(start_dynamic(current(), behaviour(module, SUPERVISOR), arg, name))
    return with_priority(opts, started)


def child_spec(opts: Any) -> Any:
    """``DynamicSupervisor.child_spec/1``"""
    name = checked_options(opts).get("name")
    if name.__class__ is tuple:
        name = name[-1]
    return specification_of("DynamicSupervisor", opts, name, type=atom.supervisor)


def start_child(supervisor: Any, given: Any) -> Any:
    """``DynamicSupervisor.start_child/2``"""
    spec = specification((yield from child(given)))
    return (yield from settled(Behaviour.start_child(current(), address(supervisor), spec)))


def terminate_child(supervisor: Any, pid: Any) -> Any:
    """``DynamicSupervisor.terminate_child/2``"""
    return (yield from settled(Behaviour.terminate_child(current(), address(supervisor), pid)))


def which_children(supervisor: Any) -> Any:
    """``DynamicSupervisor.which_children/1``"""
    return (yield from settled(Behaviour.which_children(current(), address(supervisor))))


def count_children(supervisor: Any) -> Any:
    """``DynamicSupervisor.count_children/1``"""
    return counted((yield Behaviour.count_children(current(), address(supervisor))))


FUNCTIONS = {"init/1": init, "child_spec/1": child_spec}
BLOCKING = {
    "start_link/1": start_link, "start_link/2": start_link_of, "start_link/3": start_link_module,
    "start_child/2": start_child, "terminate_child/2": terminate_child, "which_children/1": which_children,
    "count_children/1": count_children, "stop/1": stop, "stop/2": stop_for, "stop/3": stop_within,
}  # fmt: skip
