"""PartitionSupervisor: the same child many times, so that no single process has to do it all.

``(atom.via, PartitionSupervisor, (name, key))`` is the child that *key* falls to, for calls and casts.
Source of the semantics: Elixir 1.14's ``PartitionSupervisor``.
"""

from __future__ import annotations

from typing import Any

from simulator.kernel import ArgumentError, Exit, Process
from simulator.otp.server import tables
from simulator.otp.server.gen import Steps, named, told, whereis
from simulator.otp.server.gen_server import GenServer
from simulator.otp.server.module import Module
from simulator.otp.server.options import keyword_list, keywords
from simulator.otp.server.tables import partition_of
from simulator.otp.supervisor.child_spec import SUPERVISOR, child_spec, is_integer
from simulator.otp.supervisor.children import start_steps
from simulator.otp.supervisor.supervisor import Supervisor, start_supervisor
from simulator.terms import Atom, Pid, atom, inspect
from simulator.terms.objects import module_name

_NAME = Atom("Elixir.PartitionSupervisor")


class PartitionSupervisor(Module):  # type: ignore[misc]
    """What a partition supervisor's clients ask of it; see this module's text.

    >>> from simulator import run
    >>> class Echo(GenServer):
    ...     def handle_call(proc, request, client, state):
    ...         return (atom.reply, (request, str(proc.pid)), state)
    >>> def main(proc):
    ...     yield PartitionSupervisor.start_link(proc, child_spec=Echo, name=atom.echoes, partitions=3)
    ...     for key in (3, 4):
    ...         proc.inspect((yield proc.call((atom.via, PartitionSupervisor, (atom.echoes, key)), atom.hi)))
    >>> print(run(main).output, end="")
    {:hi, "#PID<0.102.0>"}
    {:hi, "#PID<0.103.0>"}
    """

    @classmethod
    def start_link(cls, proc: Process, *given: Any, **options: Any) -> Any:
        """Request a partition supervisor that is linked to this process: ``yield`` it.

        *child_spec* is the child, in any of its forms, *name* is needed, *partitions* is how many of them there
        are (as many as the run has schedulers; 1 if it has as many as are wanted), *with_arguments* a function
        of the child's arguments and a partition's number that returns the arguments there; and the options of
        ``Supervisor.init``. Raises ``ArgumentError`` (``PartitionSupervisor.start_link/1``).
        """
        options = keywords(*given, **options) if given else options
        name, child = named(options.pop("name", None)), options.pop("child_spec", None)
        count, with_arguments = (
            options.pop("partitions", proc.env.schedulers or 1),
            options.pop("with_arguments", _same_arguments),
        )
        if name is None:
            raise ArgumentError("the :name option must be given to PartitionSupervisor")
        if child is None:
            raise ArgumentError("the :child_spec option must be given to PartitionSupervisor")
        if not is_integer(count) or count < 1:
            raise ArgumentError(f"the :partitions option must be a positive integer, got: {inspect(count)}")
        if not callable(with_arguments):
            raise ArgumentError(
                "the :with_arguments option must be a function that receives two arguments, "
                f"the current call arguments and the partition, got: {inspect(with_arguments)}"
            )
        proc.env.limits.check_room(count)
        spec = child_spec(child)
        children = [_partition(spec, with_arguments, name, number) for number in range(count)]
        return start_supervisor(proc, PartitionSupervisor, (name, count, children, options), name)

    def init(proc: Process, told: Any) -> Any:
        """Make the table in which the partitions are found."""
        name, count, children, options = told
        tables.create(proc, name if isinstance(name, Atom) else proc.pid, {atom.partitions: count})
        return Supervisor.init(children, **{"strategy": atom.one_for_one, **options})

    def start_child(proc: Process, module: Any, function: Any, args: list[Any], name: Any, number: int) -> Steps:
        """Start the child of one partition, in the supervisor's process."""
        answer = yield from start_steps(proc, (module, function, args))
        if isinstance(answer, tuple) and answer[:1] == (atom.ok,):
            tables.rows_of(proc, name if isinstance(name, Atom) else proc.pid)[number] = answer[1]
        return answer

    @classmethod
    def child_spec(cls, *given: Any, **options: Any) -> dict[Atom, Any]:
        """Return how another supervisor starts this one; its id is its name."""
        options = keywords(*given, **options) if given else options
        name = options.get("name", Atom("Elixir.DynamicSupervisor"))
        start = (PartitionSupervisor, "start_link", [keyword_list(options)])
        return {atom.id: name[-1] if isinstance(name, tuple) else name, atom.start: start, atom.type: SUPERVISOR}

    @staticmethod
    def partitions(proc: Process, name: Any) -> int:
        """Return how many partitions there are; exits with ``:noproc`` if there is no such supervisor."""
        count: int = _rows(proc, name)[atom.partitions]
        return count

    @staticmethod
    def whereis_name(proc: Process, term: Any) -> Pid | None:
        """Return the child that *key* falls to, of ``(name, key)``: number ``abs(key)`` modulo their count.

        What is no integer falls where a hash puts it, which is not the BEAM's.
        """
        name, key = term
        rows = _rows(proc, name)
        count = rows[atom.partitions]
        found: Pid | None = rows.get(abs(key) % count if is_integer(key) else partition_of(key, count))
        return found

    @staticmethod
    def register_name(proc: Process, term: Any, pid: Pid) -> Any:
        """Nobody can be registered like this; raises ``RuntimeError``."""
        raise RuntimeError("{:via, PartitionSupervisor, _} cannot be given on registration")

    @staticmethod
    def unregister_name(proc: Process, term: Any) -> Any:
        """Nobody can be registered like this; raises ``RuntimeError``."""
        raise RuntimeError("{:via, PartitionSupervisor, _} cannot be given on unregistration")

    which_children = staticmethod(Supervisor.which_children)
    count_children = staticmethod(Supervisor.count_children)
    stop = staticmethod(GenServer.stop)


def _same_arguments(args: list[Any], number: int) -> list[Any]:
    return args


def _partition(spec: dict[Atom, Any], with_arguments: Any, name: Any, number: int) -> dict[Atom, Any]:
    """Return how the child of one partition is started."""
    module, function, given = spec[atom.start]
    args = with_arguments(given, number)
    if not isinstance(args, list):
        raise RuntimeError(f"the call to the function in :with_arguments must return a list, got: {inspect(args)}")
    start = (PartitionSupervisor, "start_child", [module, Atom(str(function)), args, name, number])
    modules = spec.get(atom.modules, [Atom(module_name(module))])
    return {**spec, atom.id: number, atom.start: start, atom.modules: modules}


def _rows(proc: Process, name: Any) -> Any:
    """Return the table of a partition supervisor; exits if there is none."""
    called = named(name)
    rows = tables.rows_of(proc, whereis(proc, called) if isinstance(called, tuple) else called)
    if rows is None:
        raise Exit((atom.noproc, (_NAME, atom.partitions, proc.front.listed([told(name)]))))
    return rows
