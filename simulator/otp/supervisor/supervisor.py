"""Supervisor: a process that starts others, ends them, and starts them again when they fail.

Children come in a list, started in its order and ended in the reverse::

    yield Supervisor.start_link(proc, [Cache, (Stack, [1, 2])], strategy=atom.one_for_one)

or from a module of their own, a class that says in ``init`` what its supervisor is to do::

    class App(Supervisor):
        def init(proc, arg):
            return Supervisor.init([Cache, (Stack, arg)], strategy=atom.rest_for_one)

A child is a class (with ``child_spec``), a tuple ``(class, arg)``, or a child specification: a dict with
``atom.id`` and ``atom.start``, see :mod:`simulator.otp.supervisor.child_spec`. It is started by calling
``module.function(proc, *args)``, as a process of the supervisor's: what that returns is yielded if it can
block, and has to come to ``(:ok, pid)`` of a process that is linked, ``:ignore`` or ``(:error, reason)``.
Source of the semantics: OTP 25's ``supervisor``, Elixir 1.14's ``Supervisor``.
"""

from __future__ import annotations

from typing import Any

from simulator.kernel import ArgumentError, Process
from simulator.kernel.process.isolation import isolated
from simulator.otp.server import gen
from simulator.otp.server.functions import no_clause
from simulator.otp.server.gen import Server, module_name
from simulator.otp.server.gen_server import GenServer, serve
from simulator.otp.server.module import Module
from simulator.otp.server.options import keywords
from simulator.otp.server.start import checked_name, start_steps
from simulator.otp.supervisor.child_spec import SUPERVISOR, child_spec, spec_of
from simulator.otp.supervisor.server import SupervisorServer
from simulator.terms import Atom, atom, inspect
from simulator.terms.durations import whole


class Supervisor(Module):  # type: ignore[misc]
    """The behaviour of a supervisor, and what its clients ask of it; see this module's text.

    >>> from simulator import run
    >>> class Counter(GenServer):
    ...     def handle_cast(proc, request, state):
    ...         proc.exit(request)
    >>> def main(proc):
    ...     _, supervisor = yield Supervisor.start_link(proc, [(Counter, 0)], strategy=atom.one_for_one)
    ...     for _ in range(2):
    ...         ((name, pid, _, _),) = yield Supervisor.which_children(proc, supervisor)
    ...         proc.puts(f"{name} is {pid}")
    ...         proc.cast(pid, atom.shutdown)
    ...         yield proc.sleep(10)
    >>> print(run(main).output, end="")
    Elixir.Counter is #PID<0.102.0>
    Elixir.Counter is #PID<0.103.0>
    """

    def init(
        children: list[Any], *given: Any, strategy: Atom | None = None, max_restarts: Any = 3, max_seconds: Any = 5
    ) -> Any:
        """Return what a module's ``init`` has to: the children, and how they are supervised (``Supervisor.init/2``).

        *strategy* says who is restarted with a child that ends: ``one_for_one`` (nobody), ``rest_for_one``
        (those that were started after it) or ``one_for_all``. More than *max_restarts* restarts in
        *max_seconds* (seconds, or ``"1min"``) end the supervisor. Raises ``ArgumentError`` for what can be no child.
        """
        if not isinstance(children, list):
            raise no_clause("Supervisor", "init", [children, list(given)], Supervisor.init)
        if given:
            return Supervisor.init(children, **keywords(*given))
        if strategy is None:
            raise ArgumentError("expected :strategy option to be given")
        flags = {atom.strategy: strategy, atom.intensity: max_restarts, atom.period: whole(max_seconds, "s")}
        return (atom.ok, (flags, [spec_of(child) for child in children]))

    @classmethod
    def start_link(cls, proc: Process, *args: Any, **options: Any) -> Any:
        """Request a supervisor that is linked to this process: ``yield`` it (``Supervisor.start_link/2``, ``/3``).

        ``Supervisor.start_link(proc, children, strategy=...)`` with the options of :meth:`init` and *name*;
        or ``Supervisor.start_link(proc, App, arg, name=...)``, for which ``App.start_link(proc, arg)`` is
        short. The answer is ``(:ok, pid)``, ``:ignore`` or ``(:error, reason)``; where a child does not start
        it is ``{:shutdown, {:failed_to_start_child, id, reason}}``, and those before it have been ended again.
        """
        if cls is Supervisor and args and isinstance(args[0], list):
            options = keywords(*args[1:], **options) if args[1:] else options
            name = options.pop("name", None)
            return start_supervisor(proc, Default, Supervisor.init(args[0], **options), name)
        if cls is not Supervisor:
            args = (cls, *args)
        module, arg, *given = args if len(args) > 1 else (*args, [])
        name = keywords(*given, **options).get("name") if given else options.get("name")
        return start_supervisor(proc, module, arg, name)

    @classmethod
    def child_spec(cls, given: Any, **overrides: Any) -> dict[Atom, Any]:
        """Return a child specification, some of its values replaced (``Supervisor.child_spec/2``).

        For a module of its own: how another supervisor starts it, by ``App.start_link(proc, given)``.
        """
        if cls is Supervisor:
            return child_spec(given, **overrides)
        return {atom.id: module_name(cls), atom.start: (cls, "start_link", [given]), atom.type: SUPERVISOR}

    @staticmethod
    def start_child(proc: Process, supervisor: Server, child: Any) -> Any:
        """Request to start one more child: ``yield`` it (``Supervisor.start_child/2``).

        The answer is ``(:ok, pid)`` (``:undefined`` for one that ignores), or ``(:error, reason)``:
        ``{:already_started, pid}`` or ``:already_present`` where there is one of this id, what is wrong with
        the specification, or ``{reason, child}`` if it does not start. Where the strategy is ``:simple_one_for_one``,
        *child* is a list of the arguments that it gets besides.
        """
        given = isinstance(child, list) or (isinstance(child, tuple) and len(child) == 6)
        return _ask(proc, supervisor, (atom.start_child, child if given else child_spec(child)), "start_child")

    @staticmethod
    def terminate_child(proc: Process, supervisor: Server, child: Any) -> Any:
        """Request to end the child of this id: ``yield`` it; it stays known unless it is temporary.

        The answer is ``:ok`` or ``(:error, :not_found)`` (``Supervisor.terminate_child/2``).
        """
        return _ask(proc, supervisor, (atom.terminate_child, child), "terminate_child")

    @staticmethod
    def restart_child(proc: Process, supervisor: Server, child: Any) -> Any:
        """Request to start a child again that does not run: ``yield`` it (``Supervisor.restart_child/2``).

        The answer is ``(:ok, pid)`` or ``(:error, reason)``: ``:not_found``, ``:running``, ``:restarting``, or
        why it does not start.
        """
        return _ask(proc, supervisor, (atom.restart_child, child), "restart_child")

    @staticmethod
    def delete_child(proc: Process, supervisor: Server, child: Any) -> Any:
        """Request to forget a child that does not run: ``yield`` it (``Supervisor.delete_child/2``).

        The answer is ``:ok`` or ``(:error, reason)``: ``:not_found``, ``:running`` or ``:restarting``.
        """
        return _ask(proc, supervisor, (atom.delete_child, child), "delete_child")

    @staticmethod
    def get_childspec(proc: Process, supervisor: Server, name: Any) -> Any:
        """Request ``(:ok, specification)`` of the child with this id: ``yield`` it (``supervisor:get_childspec/2``)."""
        return _ask(proc, supervisor, (atom.get_childspec, name), "get_childspec")

    @staticmethod
    def which_children(proc: Process, supervisor: Server) -> Any:
        """Request the children as ``(id, pid, type, modules)``, newest first: ``yield`` it.

        In place of a pid stands ``:undefined`` for a child that does not run, ``:restarting`` for one that
        does not start again (``Supervisor.which_children/1``).
        """
        return _ask(proc, supervisor, atom.which_children, "which_children")

    @staticmethod
    def count_children(proc: Process, supervisor: Server) -> Any:
        """Request how many children there are (``specs``, ``workers``, ``supervisors``) and run (``active``)."""
        return _ask(proc, supervisor, atom.count_children, "count_children")

    stop = staticmethod(GenServer.stop)


class Default:
    """The module of a supervisor that was given its children as a list."""

    __qualname__ = "Supervisor.Default"

    def init(proc: Process, told: Any) -> Any:  # type: ignore[misc]
        """Say what was told at the start."""
        return told


def start_supervisor(proc: Process, module: Any, arg: Any, name: Any) -> Any:
    """Request a supervisor whose *module* says in ``init`` what it is to do."""
    name = checked_name(name)
    label = "Supervisor.init/1" if module is Default else f"{inspect(module_name(module))}.init/1"
    start = (module, isolated(arg), name)
    steps = start_steps(proc, label, serve, (SupervisorServer, start), True, name, atom.infinity)
    return proc.perform(steps, "start_link")


def _ask(proc: Process, supervisor: Server, request: Any, function: str) -> Any:
    return proc.perform(gen.call_steps(proc, supervisor, request, atom.infinity), function)
