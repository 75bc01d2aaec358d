"""Erlang's ``:supervisor``: Elixir's ``Supervisor`` for modules that say what it supervises in ``init``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.library.erlang.gen_server import named
from simulator.elixir.library.processes import supervisor
from simulator.elixir.library.processes.process import dictionary
from simulator.elixir.library.processes.servers import SUPERVISOR, address, behaviour, settled
from simulator.elixir.runtime.bridge import from_python
from simulator.elixir.runtime.modules.behaviours import specification
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.world import current
from simulator.kernel import Exit
from simulator.otp.server.gen import whereis
from simulator.otp.supervisor.child_spec import InvalidSpec, checked_children
from simulator.otp.supervisor.supervisor import Supervisor as Behaviour
from simulator.otp.supervisor.supervisor import start_supervisor
from simulator.terms import Atom, atom
from simulator.terms.lists import from_list, is_list
from simulator.terms.maps import Map, get

_COUNTED: Final = (atom.specs, atom.active, atom.supervisors, atom.workers)


def start_link(module: Any, arg: Any) -> Any:
    """``:supervisor.start_link/2``"""
    return (yield from settled(start_supervisor(current(), behaviour(module, SUPERVISOR), arg, None)))


def start_link_named(name: Any, module: Any, arg: Any) -> Any:
    """``:supervisor.start_link/3``"""
    return (yield from settled(start_supervisor(current(), behaviour(module, SUPERVISOR), arg, named(name))))


def count_children(server: Any) -> Any:
    """``:supervisor.count_children/1``: a list where Elixir has a map."""
    found = yield from supervisor.count_children(server)
    if found.__class__ is Map:
        return from_list([(name, get(found, name)) for name in _COUNTED])
    return from_list(to_list(found) if is_list(found) else [])


def _asking(ask: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function of Elixir's supervisor that complains as Erlang's does, where nobody answers."""

    def asked(*args: Any) -> Any:
        try:
            return (yield from ask(*args))
        except Exit as gone:
            why, (_, function, arguments) = gone.reason
            raise Exit((why, (atom.gen_server, function, arguments))) from None

    return asked


def check_childspecs(specs: Any) -> Any:
    """``:supervisor.check_childspecs/1``"""
    if not is_list(specs):
        return (atom.error, (Atom("badarg"), specs))
    try:
        checked_children([specification(each) for each in to_list(specs)])
    except InvalidSpec as invalid:
        return (atom.error, from_python(invalid.term))
    return atom.ok


def get_childspec(server: Any, name: Any) -> Any:
    """``:supervisor.get_childspec/2``; steps."""
    return (yield from settled(Behaviour.get_childspec(current(), address(server), name)))


def get_callback_module(server: Any) -> Any:
    """``:supervisor.get_callback_module/1``"""
    pid = whereis(current(), address(server))
    return dictionary(pid).get(Atom("$initial_call"), (None, Atom("Elixir.Supervisor.Default")))[1]


FUNCTIONS = {"check_childspecs/1": check_childspecs, "get_callback_module/1": get_callback_module}
BLOCKING = {
    "start_link/2": start_link, "start_link/3": start_link_named, "start_child/2": _asking(supervisor.start_child_of),
    "terminate_child/2": _asking(supervisor.terminate_child_of), "restart_child/2": _asking(supervisor.restart_child),
    "delete_child/2": _asking(supervisor.delete_child), "which_children/1": _asking(supervisor.which_children),
    "count_children/1": _asking(count_children), "get_childspec/2": _asking(get_childspec),
}  # fmt: skip
