"""DynamicSupervisor: a supervisor of children that come and go, told apart by their pids alone.

It begins without children and restarts each by itself; they are ended all at once, not one after the
other. Source of the semantics: Elixir 1.14's ``DynamicSupervisor``.
"""

from __future__ import annotations

from typing import Any

from simulator.kernel import Process
from simulator.kernel.process.isolation import isolated
from simulator.otp.server import gen
from simulator.otp.server.gen import Server, Steps, module_name
from simulator.otp.server.gen_server import GenServer, serve
from simulator.otp.server.module import Module
from simulator.otp.server.options import keyword_list, keywords
from simulator.otp.server.start import checked_name, start_steps
from simulator.otp.supervisor.child_spec import SUPERVISOR, InvalidSpec, child_spec
from simulator.otp.supervisor.dynamic_server import DynamicServer, checked_dynamic
from simulator.otp.supervisor.supervisor import Default
from simulator.terms import Atom, Pid, atom, inspect
from simulator.terms.durations import whole


class DynamicSupervisor(Module):  # type: ignore[misc]
    """The behaviour of a dynamic supervisor, and what its clients ask of it; see this module's text.

    >>> from simulator import run
    >>> def main(proc):
    ...     _, pool = yield DynamicSupervisor.start_link(proc, max_children=2)
    ...     for items in (1, 2, 3):
    ...         proc.inspect((yield DynamicSupervisor.start_child(proc, pool, (GenServer, items))))
    """

    def init(
        *given: Any,
        strategy: Any = atom.one_for_one,
        max_restarts: Any = 3,
        max_seconds: Any = 5,
        max_children: Any = atom.infinity,
        extra_arguments: Any = (),
    ) -> Any:
        """Return what a module's ``init`` has to (``DynamicSupervisor.init/1``).

        More than *max_restarts* restarts in *max_seconds* (seconds, or ``"1min"``) end the supervisor; it takes in no
        more than *max_children*; *extra_arguments* come before the arguments of each child's own.
        """
        if given:
            return DynamicSupervisor.init(**keywords(*given))
        return (
            atom.ok,
            {
                atom.strategy: strategy,
                atom.intensity: max_restarts,
                atom.period: whole(max_seconds, "s"),
                atom.max_children: max_children,
                atom.extra_arguments: [] if extra_arguments == () else extra_arguments,
            },
        )

    @classmethod
    def start_link(cls, proc: Process, *args: Any, **options: Any) -> Any:
        """Request a dynamic supervisor that is linked to this process: ``yield`` it.

        ``DynamicSupervisor.start_link(proc, name=...)`` with the options of :meth:`init`; or, for a module of
        its own, ``DynamicSupervisor.start_link(proc, Pool, arg, name=...)``, for which ``Pool.start_link(proc,
        arg)`` is short (``DynamicSupervisor.start_link/1``, ``/3``).
        """
        if cls is DynamicSupervisor and not (args and isinstance(args[0], type)):
            options = keywords(*args, **options) if args else options
            name = options.pop("name", None)
            return start_dynamic(proc, Default, DynamicSupervisor.init(**options), name)
        if cls is not DynamicSupervisor:
            args = (cls, *args)
        module, arg, *given = args if len(args) > 1 else (*args, [])
        name = keywords(*given, **options).get("name") if given else options.get("name")
        return start_dynamic(proc, module, arg, name)

    @classmethod
    def child_spec(cls, *given: Any, **options: Any) -> dict[Atom, Any]:
        """Return how another supervisor starts this one; its id is its name, if it has one.

        >>> DynamicSupervisor.child_spec(name=atom.pool)[atom.id]
        :pool
        """
        if cls is not DynamicSupervisor:
            arg = given[0] if given else []
            return {atom.id: module_name(cls), atom.start: (cls, "start_link", [arg]), atom.type: SUPERVISOR}
        options = keywords(*given, **options) if given else options
        name = options.get("name", DynamicSupervisor)
        if isinstance(name, tuple):
            name = name[-1]
        return {
            atom.id: name, atom.start: (cls, "start_link", [keyword_list(options)]), atom.type: SUPERVISOR,
        }  # fmt: skip

    @staticmethod
    def start_child(proc: Process, supervisor: Server, child: Any) -> Any:
        """Request to start a child: ``yield`` it (``DynamicSupervisor.start_child/2``).

        Any form of child will do; its id means nothing. The answer is ``(:ok, pid)``, ``:ignore``, or ``(:error,
        reason)``: ``:max_children``, what is wrong with the specification, or why it does not start.
        """
        spec = child if isinstance(child, tuple) and len(child) == 6 else child_spec(child)
        return proc.perform(_start_child(proc, supervisor, spec), "start_child")

    @staticmethod
    def terminate_child(proc: Process, supervisor: Server, pid: Pid) -> Any:
        """Request to end the child that is *pid*: ``yield`` it; the answer is ``:ok`` or ``(:error, :not_found)``."""
        return _ask(proc, supervisor, (atom.terminate_child, pid), "terminate_child")

    @staticmethod
    def which_children(proc: Process, supervisor: Server) -> Any:
        """Request the children as ``(:undefined, pid, type, modules)``, oldest first: ``yield`` it.

        In place of a pid stands ``:restarting`` for one that does not start again.
        """
        return _ask(proc, supervisor, atom.which_children, "which_children")

    @staticmethod
    def count_children(proc: Process, supervisor: Server) -> Any:
        """Request how many children there are (``specs``, ``workers``, ``supervisors``) and run (``active``)."""
        return _ask(proc, supervisor, atom.count_children, "count_children")

    stop = staticmethod(GenServer.stop)


def start_dynamic(proc: Process, module: Any, arg: Any, name: Any) -> Any:
    """Request a dynamic supervisor whose *module* gives its settings in ``init``."""
    name = checked_name(name)
    label = "DynamicSupervisor.init/1" if module is Default else f"{inspect(module_name(module))}.init/1"
    start = (module, isolated(arg), name)
    steps = start_steps(proc, label, serve, (DynamicServer, start), True, name, atom.infinity)
    return proc.perform(steps, "start_link")


def _start_child(proc: Process, supervisor: Server, spec: Any) -> Steps:
    try:
        child = checked_dynamic(spec)
    except InvalidSpec as invalid:
        return (atom.error, invalid.term)
    return (yield from gen.call_steps(proc, supervisor, (atom.start_child, child), atom.infinity))


def _ask(proc: Process, supervisor: Server, request: Any, function: str) -> Any:
    return proc.perform(gen.call_steps(proc, supervisor, request, atom.infinity), function)
