"""What the libraries of servers have in common: how a server is called, its options, its module's class."""

from __future__ import annotations

from collections.abc import Callable
from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.language.spawning import prioritised, refuse_setting
from simulator.elixir.runtime.bridge import NIL, from_python, options
from simulator.elixir.runtime.errors import erlang, error, function_clause
from simulator.elixir.runtime.modules.behaviours import MACHINE, SERVER, STARTER, SUPERVISOR, behaviour, specification
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.world import world
from simulator.kernel import Exit, Process
from simulator.kernel.process.operations import READ, WRITE
from simulator.otp.server.debug import Extras
from simulator.otp.server.gen import Address, found_by
from simulator.terms import Atom, Pid, atom, inspect
from simulator.terms.lists import EMPTY, NotAList, from_list

__all__ = [
    "MACHINE", "SERVER", "STARTER", "SUPERVISOR", "address", "behaviour", "checked_options",
    "class_of", "is_timeout", "settled", "specification", "started_with", "timeout_of", "waiting_time",
    "with_priority",
]  # fmt: skip

_VIA = atom.via
_PARTITIONS = Atom("Elixir.PartitionSupervisor")
_GLOBAL = Atom("global")


class GlobalNames:
    """The names that are known on all nodes, of which there is one: ``:global`` as a registry."""

    __elixir__ = _GLOBAL

    @staticmethod
    def whereis_name(proc: Process, term: Any) -> Pid | None:
        """Return who has the name and lives."""
        global_gate(term, READ)
        return GlobalNames._holder(proc, term)

    @staticmethod
    def _holder(proc: Process, term: Any) -> Pid | None:
        pid = world().global_names.get(term)
        return pid if pid is not None and Process.alive(proc, pid) else None

    @staticmethod
    def register_name(proc: Process, term: Any, pid: Pid) -> Any:
        """Give a process the name; return True, the pid that has it, or None for one that has another name."""
        global_gate(term, WRITE)
        taken = GlobalNames._holder(proc, term)
        if taken is not None:
            return taken
        for other in world().global_names:
            if world().global_names[other] == pid:
                return None  # a process has one such name
        world().global_names[term] = pid
        return True

    @staticmethod
    def unregister_name(proc: Process, term: Any) -> None:
        """Take the name away."""
        global_gate(term, WRITE)
        world().global_names.pop(term, None)


def global_gate(name: Any, access: str) -> None:
    """Tell whoever wants to know that a global name is about to be looked up or changed; None stands for all."""
    gates = world().gates
    if gates is not None:
        gates("global", name, access)


class ViaModule:
    """A module of the program's own that registers names; where its functions wait, the answer is a generator."""

    def __init__(self, module: Atom) -> None:
        self.__elixir__ = module

    def whereis_name(self, proc: Process, term: Any) -> Any:
        """Ask the module who has the name."""
        found = call(self.__elixir__, "whereis_name", [term])
        return _later(found, _pid_or_none) if found.__class__ is GeneratorType else _pid_or_none(found)

    def register_name(self, proc: Process, term: Any, pid: Pid) -> Any:
        """Ask the module to give the name."""

        def told(answer: Any) -> Any:
            return True if answer is Atom("yes") else self.whereis_name(proc, term)

        answer = call(self.__elixir__, "register_name", [term, pid])
        return _later(answer, told) if answer.__class__ is GeneratorType else told(answer)

    def unregister_name(self, proc: Process, term: Any) -> Any:
        """Ask the module to take the name away."""
        return call(self.__elixir__, "unregister_name", [term])


def _pid_or_none(found: Any) -> Pid | None:
    return found if found.__class__ is Pid else None


def _later(steps: Any, then: Callable[[Any], Any]) -> Any:
    """Return what is made of the answer of steps, once they have come to it."""
    return (yield from found_by(then((yield from steps))))


def class_of(module: Atom) -> Any:
    """Return what OTP knows as the registry that ``{:via, module, term}`` names."""
    if module is Atom("Elixir.Registry"):
        from simulator.otp.registry.registry import Registry

        return Registry
    if module is Atom("Elixir.PartitionSupervisor"):
        from simulator.otp.supervisor.partition import PartitionSupervisor

        return PartitionSupervisor
    if module is _GLOBAL:
        return GlobalNames
    return ViaModule(module)


def address(server: Any) -> Any:
    """Return who a server is, as OTP knows it: the registry in a via tuple is a class there.

    Raises ``FunctionClauseError`` for what is no address of a server.
    """
    cls = server.__class__
    if cls is Pid or cls is Atom:
        return server
    if cls is tuple:
        if len(server) == 3 and server[0] is _VIA and server[1].__class__ is Atom:
            return Address.of((_VIA, class_of(server[1]), _within(server[1], server[2])), server)
        if len(server) == 2 and server[0] is _GLOBAL:
            return Address.of((_VIA, GlobalNames, server[1]), server)
        if len(server) == 2 and server[0].__class__ is Atom and server[1].__class__ is Atom:
            return server
    raise function_clause("GenServer", "whereis", 1, [server])


def _within(module: Atom, name: Any) -> Any:
    """Return what a via tuple has for its module: a partition's supervisor may have such a name itself."""
    if module is not _PARTITIONS or name.__class__ is not tuple or len(name) != 2 or name[0].__class__ is not tuple:
        return name
    return (address(name[0]), name[1])


def started_with(opts: Any) -> tuple[Any, Any]:
    """Return the name, or None, and the timeout that the options of a start give."""
    given = checked_options(opts)
    name = given.get("name", NIL)
    if name is not NIL and not _is_name(name):
        raise error(
            "ArgumentError",
            message="expected :name option to be one of the following:\n\n"
            "  * nil\n  * atom\n  * {:global, term}\n  * {:via, module, term}\n\n"
            f"Got: {inspect(name)}\n",
        )
    check_spawn(given)
    return (None if name is NIL else address(name)), waiting_time(given.get("timeout", atom.infinity))


def check_spawn(given: dict[str, Any]) -> None:
    """End the run where ``spawn_opt`` asks for what a process cannot have here; sizes of its heap mean nothing."""
    wanted = given.get("spawn_opt")
    for name, value in options([each for each in to_list(wanted) if each.__class__ is tuple] if wanted else []).items():
        refuse_setting(name, value)


def extras_of(opts: Any) -> Extras | None:
    """Return what the options ``debug`` and ``hibernate_after`` of a start ask for; None for nothing."""
    given = {pair[0].name: pair[1] for pair in reversed(to_list(opts)) if pair.__class__ is tuple}
    debug, idle = given.get("debug", EMPTY), given.get("hibernate_after", atom.infinity)
    if debug is EMPTY and idle is atom.infinity:
        return None
    if debug is EMPTY:
        return Extras(None, waiting_time(idle))
    from simulator.elixir.library.processes.debugging import of_options

    return Extras(of_options(debug), None if idle is atom.infinity else waiting_time(idle))


def with_priority(opts: Any, answer: Any) -> Any:
    """Note of a server that was started the priority that ``spawn_opt`` gives; return the *answer* of its start."""
    wanted = checked_options(opts).get("spawn_opt", EMPTY)
    given = options([each for each in to_list(wanted) if each.__class__ is tuple])
    if answer.__class__ is tuple and answer[0] is atom.ok:
        prioritised(answer[1], given.get("priority", atom.normal))
    return answer


def timeout_of_start(opts: Any) -> Any:
    """Return the timeout that Erlang's options of a start give."""
    given = options([each for each in to_list(opts) if each.__class__ is tuple])
    check_spawn(given)
    return waiting_time(given.get("timeout", atom.infinity))


def _is_name(name: Any) -> bool:
    if name.__class__ is Atom:
        return True
    if name.__class__ is not tuple or not name:
        return False
    return (len(name) == 2 and name[0] is _GLOBAL) or (len(name) == 3 and name[0] is _VIA and name[1].__class__ is Atom)


def checked_options(opts: Any) -> dict[str, Any]:
    """Return a keyword list as a dict by name; raises ``ArgumentError`` for what is none."""
    try:
        return options(opts)
    except (ValueError, NotAList, AttributeError, TypeError):
        raise error("ArgumentError", message=f"expected a keyword list, got: {inspect(opts)}") from None


def unasked(pid: Pid, name: Atom, args: list[Any], request: Any, timeout: Any) -> Exit:
    """Return the exit of who asks a server as ``:sys`` does, with a *timeout* that is none."""
    call = (Atom("gen"), atom.call, from_list([pid, atom.system, request, timeout]), EMPTY)
    return Exit(((Atom("function_clause"), from_list([call])), (Atom("sys"), name, from_list(args))))


LONGEST: Final = 0xFFFFFFFF
"""So many milliseconds may a ``receive`` of the BEAM wait: 49.7 days."""


def is_timeout(timeout: Any) -> bool:
    """Return whether a term is what Elixir's functions take as a timeout: whole milliseconds, or ``:infinity``."""
    return timeout is atom.infinity or (timeout.__class__ is int and timeout >= 0)


def timeout_of(timeout: Any, module: str, function: str, args: list[Any]) -> Any:
    """Return a timeout in milliseconds or ``:infinity``.

    Raises ``FunctionClauseError`` for what is none, ``ErlangError`` for one that is too long for the BEAM.
    """
    if not is_timeout(timeout):
        raise function_clause(module, function, len(args), args)
    return waiting_time(timeout)


def waiting_time(timeout: Any) -> Any:
    """Return a timeout as ``receive`` takes it; raises ``ErlangError`` for what it refuses."""
    if not is_timeout(timeout) or (timeout is not atom.infinity and timeout > LONGEST):
        raise erlang(Atom("timeout_value"))
    return timeout


def settled(steps: Any) -> Any:
    """Yield a request of OTP's, and return its answer as a term; steps."""
    answer = yield steps
    return from_python(answer)
