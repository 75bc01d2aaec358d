"""Elixir's ``PartitionSupervisor``, which is :class:`simulator.otp.PartitionSupervisor` for Elixir's modules."""

from __future__ import annotations

from types import GeneratorType
from typing import Any

from simulator.elixir.library.processes.children import child, specification_of
from simulator.elixir.library.processes.servers import address, checked_options, settled, specification, started_with
from simulator.elixir.library.processes.supervisor import counted, stop, stop_for, stop_within
from simulator.elixir.library.processes.supervisor import which_children as supervisor_children
from simulator.elixir.runtime.bridge import is_function
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.world import current
from simulator.otp.supervisor.partition import PartitionSupervisor as Behaviour
from simulator.terms import Atom, atom
from simulator.terms.lists import from_list, is_list, to_list


def start_link(opts: Any) -> Any:
    """``PartitionSupervisor.start_link/1``"""
    given = checked_options(opts)
    if "name" not in given:
        raise error("ArgumentError", message="the :name option must be given to PartitionSupervisor")
    if "child_spec" not in given:
        raise error("ArgumentError", message="the :child_spec option must be given to PartitionSupervisor")
    name, _ = started_with(opts)
    named = ("strategy", "max_restarts", "max_seconds", "partitions")
    passed: dict[str, Any] = {key: given[key] for key in named if key in given}
    passed.setdefault("partitions", current().env.schedulers or 1)
    with_arguments = given.get("with_arguments")
    spec = specification((yield from child(given["child_spec"])))
    if with_arguments is not None and passed["partitions"].__class__ is int:
        current().env.limits.check_room(passed["partitions"])
    if with_arguments is not None:
        passed["with_arguments"] = yield from _arguments(with_arguments, passed["partitions"], spec)
    return (yield from settled(Behaviour.start_link(current(), name=name, child_spec=spec, **passed)))


def _arguments(function: Any, count: Any, spec: Any) -> Any:
    """Return a function that gives the arguments of one partition's child, as OTP calls it; it was asked for them."""
    if not is_function(function, 2) or count.__class__ is not int:
        return function
    given: list[Any] = []
    for number in range(count):
        made = function(from_list(spec[atom.start][2]), number)
        if made.__class__ is GeneratorType:
            made = yield from made
        given.append(list(to_list(made)) if is_list(made) else made)
    return lambda args, number: given[number]


def child_spec(opts: Any) -> Any:
    """``PartitionSupervisor.child_spec/1``"""
    name = checked_options(opts).get("name")
    if name.__class__ is tuple:
        name = name[-1]
    return specification_of("PartitionSupervisor", opts, name, type=atom.supervisor)


def which_children(supervisor: Any) -> Any:
    """``PartitionSupervisor.which_children/1``: by its name alone."""
    _check_name("which_children", supervisor)
    return (yield from supervisor_children(supervisor))


def partitions(supervisor: Any) -> int:
    """``PartitionSupervisor.partitions/1``"""
    _check_name("partitions", supervisor)
    return Behaviour.partitions(current(), address(supervisor))


def _check_name(function: str, name: Any) -> None:
    """Raise ``FunctionClauseError`` for what is no name, of an atom or a tuple."""
    via = name.__class__ is tuple and name[:1] in ((atom.via,), (Atom("global"),))
    if name.__class__ is not Atom and not via:
        raise function_clause("PartitionSupervisor", function, 1, [name])


def count_children(supervisor: Any) -> Any:
    """``PartitionSupervisor.count_children/1``: by a name that is an atom, in Elixir 1.14."""
    if supervisor.__class__ is not Atom:
        raise function_clause("PartitionSupervisor", "count_children", 1, [supervisor])
    return counted((yield Behaviour.count_children(current(), address(supervisor))))


FUNCTIONS = {"child_spec/1": child_spec, "partitions/1": partitions}
BLOCKING = {
    "start_link/1": start_link, "which_children/1": which_children, "count_children/1": count_children,
    "stop/1": stop, "stop/2": stop_for, "stop/3": stop_within,
}  # fmt: skip
