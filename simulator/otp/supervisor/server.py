"""The process that a supervisor is: it starts its children, and starts them again.

It is a server like any other, and traps exits. Source of the semantics: OTP 25's ``supervisor``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from simulator.kernel import Process
from simulator.otp.server import gen
from simulator.otp.server.crash import is_ordinary
from simulator.otp.server.gen import Steps, alive_steps
from simulator.otp.server.gen_server import IGNORE, NOREPLY, OK, REPLY, STOP
from simulator.otp.server.status import supervisor_status
from simulator.otp.server.tables import row_key
from simulator.otp.supervisor.child_spec import (
    NEVER,
    PERMANENT,
    SUPERVISOR,
    TEMPORARY,
    TRANSIENT,
    UNDEFINED,
    Child,
    InvalidSpec,
    checked_child,
    checked_children,
)
from simulator.otp.supervisor.children import caught_start_steps, end_steps, record_child, tell, told_by
from simulator.otp.supervisor.simple import (
    SIMPLE,
    SimpleState,
    answer_steps,
    begin,
    exit_steps,
    restart_steps,
    terminate_steps,
)
from simulator.otp.supervisor.state import ONE_FOR_ALL, ONE_FOR_ONE, RESTARTING, Flags, State
from simulator.terms import Atom, Pid, atom, inspect
from simulator.terms.objects import module_name

TRY_AGAIN = atom.try_again_restart


class SupervisorServer:
    """The callbacks of a supervisor's process."""

    __qualname__ = "Supervisor"  # what it is called in traces

    def init(proc: Process, start: tuple[Any, Any, Any]) -> Steps:  # type: ignore[misc]
        """Ask the module for its children, and start them in their order."""
        module, arg, name = start
        proc.put(atom("$initial_call"), (atom.supervisor, Atom(module_name(module)), 1))
        proc.flag(atom.trap_exit, True)
        told = yield from told_by(proc, module, arg)
        if told is IGNORE:
            return IGNORE
        if not (isinstance(told, tuple) and len(told) == 2 and told[0] is OK and isinstance(told[1], tuple)):
            return (STOP, (atom.bad_return, (module, atom.init, told)))
        flags, specs = told[1]
        try:
            checked = Flags(flags)
            simple = checked.strategy is SIMPLE
            state = (SimpleState if simple else State)(proc, name, checked, module, arg)
        except InvalidSpec as invalid:
            return (STOP, (atom.supervisor_data, invalid.term))
        if simple and len(specs) != 1:
            return (STOP, (atom.bad_start_spec, specs))
        try:
            state.children = checked_children(specs, state.flags.auto_shutdown)
        except InvalidSpec as invalid:
            return (STOP, (atom.start_spec, invalid.term))
        if state.__class__ is SimpleState:
            return begin(state)
        failed = yield from _start_all(proc, state, [*state.children.values()])
        if failed is not None:
            yield from end_steps(proc, state, state.newest_first())
            return (STOP, (atom.shutdown, failed))
        return (OK, state)

    def format_status(proc: Process, reason: Any, data: list[Any]) -> Any:  # type: ignore[misc]
        """Tell the state, and who looks is told the callback module, too."""
        if reason is atom.terminate:
            return data[1]
        return supervisor_status(data[1], data[1].module)

    def code_change(proc: Process, version: Any, state: Any, extra: Any) -> Any:  # type: ignore[misc]
        """Refuse what would ask its module anew."""
        proc.front.refuse(":sys.change_code of a supervisor")

    def handle_call(proc: Process, request: Any, client: Any, state: State) -> Steps:  # type: ignore[misc]
        """Answer what :class:`~simulator.otp.supervisor.supervisor.Supervisor` asks."""
        if state.__class__ is SimpleState:
            answer = yield from answer_steps(proc, state, request)
            return None if answer is None else (REPLY, answer, state)
        match request:
            case (atom.start_child, spec):
                answer = yield from _start_new(proc, state, spec)
            case (atom.terminate_child, name):
                answer = yield from _terminate(proc, state, name)
            case (atom.restart_child, name):
                answer = _stopped(state, name)
                if isinstance(answer, Child):
                    answer = yield from _start(proc, state, answer)
            case (atom.delete_child, name):
                answer = _stopped(state, name)
                if isinstance(answer, Child):
                    state.remove(answer)
                    answer = OK
            case (atom.get_childspec, name):
                child = state.children.get(row_key(name))
                answer = (atom.error, atom.not_found) if child is None else (OK, child.spec)
            case atom.which_children:
                answer = [_described(child) for child in state.newest_first()]
            case atom.count_children:
                answer = yield from _counted(proc, state.children.values())
            case _:
                return None
        return (REPLY, answer, state)

    def handle_cast(proc: Process, request: Any, state: State) -> Steps:  # type: ignore[misc]
        """Try again to restart a child that did not start."""
        match request:
            case (atom.try_again_restart, number) if state.__class__ is SimpleState:
                again = state.children.get(number)
                return (NOREPLY, state) if again is None else (yield from restart_steps(proc, state, again))
            case (atom.try_again_restart, name):
                child = state.find(name)
                if child is not None and isinstance(child.pid, tuple):
                    return (yield from _restart(proc, state, child))
                return (NOREPLY, state)
        return None

    def handle_info(proc: Process, message: Any, state: State) -> Steps:  # type: ignore[misc]
        """Do what a child's end asks for."""
        match message:
            case (atom.EXIT, Pid() as pid, reason):
                child = state.find_pid(pid)
                if child is None:
                    return (NOREPLY, state)
                if state.__class__ is SimpleState:
                    return (yield from exit_steps(proc, state, child, reason))
                ordinary = is_ordinary(reason)
                if child.restart is PERMANENT or not ordinary:
                    yield from tell(proc, state, child, atom.child_terminated, reason)
                if child.restart is PERMANENT or (child.restart is TRANSIENT and not ordinary):
                    return (yield from _restart(proc, state, child))
                state.ended(child)
                return (STOP, atom.shutdown, state) if _is_over(state, child) else (NOREPLY, state)
        told = f"Supervisor received unexpected message: {inspect(message)}\n"
        yield from proc.report(told, "unexpected", who="Supervisor", message=message)
        return (NOREPLY, state)

    def terminate(proc: Process, reason: Any, state: State) -> Steps:  # type: ignore[misc]
        """End the children, the last one first; those of one kind at once."""
        if state.__class__ is SimpleState:
            return (yield from terminate_steps(proc, state))
        yield from end_steps(proc, state, state.newest_first())


# -- starting -----------------------------------------------------------------------------------


def _start(proc: Process, state: State, child: Child) -> Steps:
    """Start a child in its place; return what its start answered, ``(:ok, :undefined)`` for ``:ignore``."""
    answer = yield from caught_start_steps(proc, child.mfa, True)
    if answer is IGNORE:
        state.place(child, UNDEFINED)
        return (OK, UNDEFINED)
    if answer[0] is OK:
        replaced = child.last
        state.place(child, answer[1])
        record_child(proc, answer[1], child.id, child.type, replaced, state.intensity)
        yield from tell(proc, state, child, atom.progress)
    return answer


def _start_all(proc: Process, state: State, children: list[Child]) -> Steps:
    """Start children in order; return None, or ``(:failed_to_start_child, id, reason)`` of the first that fails."""
    for child in children:
        answer = yield from _start(proc, state, child)
        if answer[0] is atom.error:
            yield from tell(proc, state, child, atom.start_error, answer[1])
            return (atom.failed_to_start_child, child.id, answer[1])
        if answer[1] is UNDEFINED and child.restart is TEMPORARY:
            state.remove(child)
    return None


def _start_new(proc: Process, state: State, spec: Any) -> Steps:
    """Take in a child and start it."""
    try:
        child = checked_child(spec, state.flags.auto_shutdown)
    except InvalidSpec as invalid:
        return (atom.error, invalid.term)
    known = state.find(child.id)
    if known is not None:
        running = known.pid.__class__ is Pid
        return (atom.error, (atom.already_started, known.pid) if running else atom.already_present)
    answer = yield from _start(proc, state, child)
    if answer[0] is atom.error:
        return (atom.error, (answer[1], child.record))
    if child.restart is TEMPORARY:
        if answer[1] is UNDEFINED:
            return answer
        child.args = UNDEFINED  # it will never be started again
    state.add(child)
    return answer


# -- restarting ---------------------------------------------------------------------------------


def _restart(proc: Process, state: State, child: Child) -> Steps:
    """Restart a child, and those that its strategy lets follow; give up if that was once too often."""
    if not state.intensity.add(proc.now):
        yield from tell(proc, state, child, atom.shutdown, atom.reached_max_restart_intensity)
        state.ended(child)
        return (STOP, atom.shutdown, state)
    strategy = state.flags.strategy
    old = child.pid
    if strategy is ONE_FOR_ONE:
        answer = yield from _start(proc, state, child)
        failed = None
        if answer[0] is atom.error:
            yield from tell(proc, state, child, atom.start_error, answer[1], True)
            failed = child
    else:
        state.place(child, UNDEFINED)
        children = [*state.children.values()] if strategy is ONE_FOR_ALL else state.from_child_on(child)
        failed = yield from _start_again(proc, state, children)
    if failed is not None:
        if failed is not child:
            old = (RESTARTING, UNDEFINED)
        state.place(failed, (RESTARTING, old) if old.__class__ is Pid else old)
        gen.cast(proc, proc.pid, (TRY_AGAIN, failed.id))
    return (NOREPLY, state)


def _start_again(proc: Process, state: State, children: list[Child]) -> Steps:
    """End children, the last one first, and start them in their order; return the one that did not start, or None."""
    yield from end_steps(proc, state, reversed(children))
    for child in children:
        state.ended(child)
    failed = yield from _start_all(proc, state, [child for child in children if child.restart is not TEMPORARY])
    return None if failed is None else state.find(failed[1])


# -- ending -------------------------------------------------------------------------------------


def _terminate(proc: Process, state: State, name: Any) -> Steps:
    """End one child on demand."""
    child = state.find(name)
    if child is None:
        return (atom.error, atom.not_found)
    yield from end_steps(proc, state, [child])
    state.ended(child)
    return OK


def _is_over(state: State, child: Child) -> bool:
    """Return whether the supervisor ends of itself, now that this child has ended for good."""
    if state.flags.auto_shutdown is NEVER or not child.significant:
        return False
    if state.flags.auto_shutdown is atom.any_significant:
        return True
    return not any(other.significant and other.pid is not UNDEFINED for other in state.children.values())


# -- telling ------------------------------------------------------------------------------------


def _stopped(state: State, name: Any) -> Any:
    """Return the child of this id, which must not run; else the error that says so."""
    child = state.find(name)
    if child is None:
        return (atom.error, atom.not_found)
    if child.pid is UNDEFINED:
        return child
    return (atom.error, atom.running if child.pid.__class__ is Pid else RESTARTING)


def _described(child: Child) -> tuple[Any, ...]:
    return (child.id, RESTARTING if isinstance(child.pid, tuple) else child.pid, child.type, child.modules)


def _counted(proc: Process, children: Iterable[Child]) -> Steps:
    """Return how many children there are, and how many of them run."""
    counts = {atom.specs: 0, atom.active: 0, atom.supervisors: 0, atom.workers: 0}
    for child in children:
        counts[atom.specs] += 1
        counts[atom.supervisors if child.type is SUPERVISOR else atom.workers] += 1
        counts[atom.active] += child.pid.__class__ is Pid and (yield from alive_steps(proc, child.pid))
    return counts
