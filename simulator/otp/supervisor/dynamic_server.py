"""The process that a dynamic supervisor is. Source of the semantics: Elixir 1.14's ``DynamicSupervisor``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from simulator.kernel import ANY, Process
from simulator.otp.server.crash import is_ordinary
from simulator.otp.server.gen import DOWN, Steps
from simulator.otp.server.gen_server import IGNORE, NOREPLY, OK, REPLY, STOP
from simulator.otp.server.status import supervisor_status
from simulator.otp.supervisor.child_spec import (
    BRUTAL_KILL,
    INFINITY,
    PERMANENT,
    SUPERVISOR,
    TEMPORARY,
    TRANSIENT,
    UNDEFINED,
    InvalidSpec,
    check_restart,
    check_shutdown,
    check_start,
    check_type,
    is_integer,
    is_module,
)
from simulator.otp.supervisor.children import Intensity, caught_start_steps, record_child, told_by, unlink_living
from simulator.otp.supervisor.state import ONE_FOR_ONE, RESTARTING, check_intensity
from simulator.terms import Atom, Pid, atom, inspect
from simulator.terms.objects import module_name

Child = tuple[Any, Any, Any, Any, Any]
"""How it is started, when it is restarted, how it is shut down, its type, its modules."""


def checked_dynamic(spec: Any) -> Child:
    """Return the child of a specification; raises :class:`InvalidSpec`."""
    if isinstance(spec, tuple) and len(spec) == 6:
        _, start, restart, shutdown, kind, modules = spec
    elif isinstance(spec, dict) and atom.id in spec and _is_triple(spec.get(atom.start)):
        start = spec[atom.start]
        restart = spec.get(atom.restart, PERMANENT)
        kind = spec.get(atom.type, atom.worker)
        shutdown = spec.get(atom.shutdown, INFINITY if kind is SUPERVISOR else 5000)
        modules = spec.get(atom.modules, [start[0]])
    else:
        raise InvalidSpec((atom.invalid_child_spec, spec))
    check_start(start)
    check_restart(restart)
    check_shutdown(shutdown, 1)
    check_type(kind)
    if modules is not atom.dynamic and not (isinstance(modules, list) and all(map(is_module, modules))):
        raise InvalidSpec((atom.invalid_modules, modules))
    module, function, args = start
    return ((module, Atom(str(function)), args), restart, shutdown, kind, modules)


def _is_triple(start: Any) -> bool:
    return isinstance(start, tuple) and len(start) == 3


class State:
    """The state of a dynamic supervisor; it prints as Elixir's own does."""

    __inspect_name__ = "DynamicSupervisor"
    __slots__ = ("args", "children", "extra_arguments", "intensity", "max_children", "mod", "name", "strategy")

    def __init__(self, proc: Process, name: Any, module: Any, arg: Any, flags: dict[Atom, Any]) -> None:
        self.name = (proc.pid, module) if name is None else (atom.local, name) if isinstance(name, Atom) else name
        self.mod = module
        self.args = arg
        self.strategy = flags.get(atom.strategy, ONE_FOR_ONE)
        self.max_children = flags.get(atom.max_children, INFINITY)
        self.extra_arguments = flags.get(atom.extra_arguments, [])
        self.children: dict[Pid, Any] = {}
        """By pid, oldest first; ``(:restarting, child)`` by the pid that it had, for one that does not start again."""
        most, period = flags.get(atom.intensity, 1), flags.get(atom.period, 5)
        if self.strategy is not ONE_FOR_ONE:
            raise InvalidSpec((atom.invalid_strategy, self.strategy))
        check_intensity(most, period)
        if self.max_children is not INFINITY and not (is_integer(self.max_children) and self.max_children >= 0):
            raise InvalidSpec((atom.invalid_max_children, self.max_children))
        if not isinstance(self.extra_arguments, list):
            raise InvalidSpec((atom.invalid_extra_arguments, self.extra_arguments))
        self.intensity = Intensity(most, period)

    def __inspect_fields__(self) -> list[tuple[str, Any]]:
        return [
            ("args", self.args),
            ("extra_arguments", self.extra_arguments),
            ("mod", self.mod),
            ("name", self.name),
            ("strategy", self.strategy),
            ("max_children", self.max_children),
            ("max_restarts", self.intensity.most),
            ("max_seconds", self.intensity.period),
            ("children", self.children),
            ("restarts", self.intensity.listed),
        ]


class DynamicServer:
    """The callbacks of a dynamic supervisor's process."""

    __qualname__ = "DynamicSupervisor"  # what it is called in traces

    def init(proc: Process, start: tuple[Any, Any, Any]) -> Steps:  # type: ignore[misc]
        """Ask the module for its settings."""
        module, arg, name = start
        proc.put(atom("$initial_call"), (atom.supervisor, Atom(module_name(module)), 1))
        proc.flag(atom.trap_exit, True)
        told = yield from told_by(proc, module, arg)
        if told is IGNORE:
            return IGNORE
        if not (isinstance(told, tuple) and len(told) == 2 and told[0] is OK and isinstance(told[1], dict)):
            return (STOP, (atom.bad_return, (module, atom.init, told)))
        try:
            return (OK, State(proc, name, module, arg, told[1]))
        except InvalidSpec as invalid:
            return (STOP, (atom.supervisor_data, invalid.term))

    def format_status(proc: Process, reason: Any, data: list[Any]) -> Any:  # type: ignore[misc]
        """Tell the state, and who looks is told the callback module, too."""
        if reason is atom.terminate:
            return data[1]
        return supervisor_status(data[1], data[1].mod)

    def code_change(proc: Process, version: Any, state: Any, extra: Any) -> Any:  # type: ignore[misc]
        """Refuse what would ask its module anew."""
        proc.front.refuse(":sys.change_code of a dynamic supervisor")

    def handle_call(proc: Process, request: Any, client: Any, state: State) -> Steps:  # type: ignore[misc]
        """Answer what :class:`~simulator.otp.supervisor.dynamic.DynamicSupervisor` asks."""
        match request:
            case (atom.start_child, child):
                answer = yield from _start_new(proc, state, child)
            case (atom.terminate_child, pid):
                child = state.children.get(pid)
                answer = (atom.error, atom.not_found)
                if child is not None:
                    yield from end_at_once(proc, {pid: child})
                    state.children.pop(pid, None)
                    answer = OK
            case atom.which_children:
                answer = [_described(pid, child) for pid, child in state.children.items()]
            case atom.count_children:
                answer = _counted([*state.children.values()])
            case _:
                return None
        return (REPLY, answer, state)

    def handle_cast(proc: Process, request: Any, state: State) -> Any:  # type: ignore[misc]
        """Take no notice."""
        return (NOREPLY, state)

    def handle_info(proc: Process, message: Any, state: State) -> Steps:  # type: ignore[misc]
        """Do what a child's end asks for."""
        match message:
            case (atom.EXIT, Pid() as pid, reason):
                child = state.children.get(pid)
                if child is None or child[0] is RESTARTING:
                    return (NOREPLY, state)
                restart, ordinary = child[1], is_ordinary(reason)
                if restart is PERMANENT or not ordinary:
                    yield from _tell(proc, state, pid, child, atom.child_terminated, reason)
                if restart is PERMANENT or (restart is TRANSIENT and not ordinary):
                    return (yield from _restart(proc, state, pid, child))
                del state.children[pid]
                return (NOREPLY, state)
            case (tag, Pid() as pid) if tag is _AGAIN:
                known = state.children.get(pid)
                return (NOREPLY, state) if known is None else (yield from _restart(proc, state, pid, known[1]))
        told = f"DynamicSupervisor received unexpected message: {inspect(message)}\n"
        yield from proc.report(told, "unexpected", who="DynamicSupervisor", message=message)
        return (NOREPLY, state)

    def terminate(proc: Process, reason: Any, state: State) -> Steps:  # type: ignore[misc]
        """End all children at once."""
        yield from end_at_once(proc, state.children)


_AGAIN = Atom("$gen_restart")


def _start_new(proc: Process, state: State, child: Child) -> Steps:
    """Start one more child, if it may be."""
    if state.max_children is not INFINITY and len(state.children) >= state.max_children:
        return (atom.error, atom.max_children)
    answer = yield from _start(proc, state, child, None)
    return answer


def _start(proc: Process, state: State, child: Child, replaced: Pid | None) -> Steps:
    """Start a child, in the place of the one that was *replaced*; return what its start answered."""
    (module, function, args), restart, shutdown, kind, modules = child
    answer = yield from caught_start_steps(proc, (module, function, [*state.extra_arguments, *args]), False)
    if answer is not IGNORE and answer[0] is OK:
        if replaced is not None:
            del state.children[replaced]
        kept = UNDEFINED if restart is TEMPORARY else args  # what is never restarted needs no arguments
        state.children[answer[1]] = ((module, function, kept), restart, shutdown, kind, modules)
        record_child(proc, answer[1], Atom(module_name(module)), kind, replaced, state.intensity)
    return answer


def _tell(proc: Process, state: State, pid: Any, child: Child, what: Atom, reason: Any) -> Iterable[Any]:
    """Return the steps in which who wants to hears what happened to a child."""
    told = {"name": state.name, "pid": pid, "child": child, "extra": state.extra_arguments, "what": what,
            "reason": reason}  # fmt: skip
    return proc.front.reported(proc, "dynamic_supervisor", "", told)


def _restart(proc: Process, state: State, pid: Pid, child: Child) -> Steps:
    """Restart a child; give up if that was once too often."""
    if not state.intensity.add(proc.now):
        yield from _tell(proc, state, pid, child, atom.shutdown, atom.reached_max_restart_intensity)
        del state.children[pid]
        return (STOP, atom.shutdown, state)
    answer = yield from _start(proc, state, child, pid)
    if answer is IGNORE:
        del state.children[pid]
    elif answer[0] is not OK:
        yield from _tell(proc, state, (RESTARTING, pid), child, atom.start_error, answer[1])
        state.children[pid] = (RESTARTING, child)
        proc.send(proc.pid, (_AGAIN, pid))
    return (NOREPLY, state)


def end_at_once(proc: Process, children: dict[Pid, Any]) -> Steps:
    """End children at once, and kill those that take longer than they may; return when all are dead."""
    living: dict[Pid, None] = {}
    slow: dict[int, list[Pid]] = {}
    for pid, child in [*children.items()]:
        if child[0] is RESTARTING or (yield from unlink_living(proc, pid)) is None:
            continue
        living[pid] = None
        shutdown = child[2]
        proc.exit(pid, atom.kill if shutdown is BRUTAL_KILL else atom.shutdown)
        if shutdown is not BRUTAL_KILL and shutdown is not INFINITY:
            slow.setdefault(shutdown, []).insert(0, pid)
    waits = {}
    for shutdown, pids in slow.items():
        ref = proc.make_ref()
        waits[ref] = (proc.send_after(proc.pid, (atom.timeout, ref, atom.kill), shutdown), pids)
    while living:
        message = yield proc.receive((DOWN, ANY, atom.process, ANY, ANY), (atom.timeout, ANY, atom.kill))
        if message[0] is DOWN:
            living.pop(message[3], None)
        else:
            for pid in waits.pop(message[1])[1]:
                proc.exit(pid, atom.kill)
    for ref, (timer, _) in waits.items():
        proc.cancel_timer(timer)
        yield proc.receive((atom.timeout, ref, atom.kill), after=0)


def _described(pid: Pid, child: Any) -> tuple[Any, ...]:
    if child[0] is RESTARTING:
        return (UNDEFINED, RESTARTING, *child[1][3:])
    return (UNDEFINED, pid, *child[3:])


def _counted(children: list[Any]) -> dict[Any, int]:
    """Return how many children there are, and how many of them run."""
    restarting = [child for _, child in [child for child in children if child[0] is RESTARTING]]
    running = [child for child in children if child[0] is not RESTARTING]
    supervisors = sum(child[3] is SUPERVISOR for child in [*restarting, *running])
    return {
        atom.specs: len(children), atom.active: len(running), atom.supervisors: supervisors,
        atom.workers: len(children) - supervisors,
    }  # fmt: skip
