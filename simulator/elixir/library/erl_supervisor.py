"""Erlang's ``:supervisor``: Elixir's ``Supervisor`` for modules that say what it supervises in ``init``."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library import supervisor
from simulator.elixir.library.erl_gen_server import named
from simulator.elixir.library.servers import SUPERVISOR, behaviour, settled
from simulator.elixir.runtime.world import current
from simulator.otp.supervisor import start_supervisor
from simulator.terms.lists import from_list, is_list, to_list
from simulator.terms.maps import Map, pairs


def start_link(module: Any, arg: Any) -> Any:
    """``:supervisor.start_link/2``"""
    return (yield from settled(start_supervisor(current(), behaviour(module, SUPERVISOR), arg, None)))


def start_link_named(name: Any, module: Any, arg: Any) -> Any:
    """``:supervisor.start_link/3``"""
    return (yield from settled(start_supervisor(current(), behaviour(module, SUPERVISOR), arg, named(name))))


def count_children(server: Any) -> Any:
    """``:supervisor.count_children/1``: a list where Elixir has a map."""
    found = yield from supervisor.count_children(server)
    return from_list(pairs(found)) if found.__class__ is Map else from_list(to_list(found) if is_list(found) else [])


BLOCKING = {
    "start_link/2": start_link, "start_link/3": start_link_named, "start_child/2": supervisor.start_child,
    "terminate_child/2": supervisor.terminate_child, "restart_child/2": supervisor.restart_child,
    "delete_child/2": supervisor.delete_child, "which_children/1": supervisor.which_children,
    "count_children/1": count_children,
}  # fmt: skip
