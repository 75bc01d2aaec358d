"""The strategy ``:simple_one_for_one``: children of one kind, each started with arguments of its own besides.

Source of the semantics: OTP 25's ``supervisor``.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from typing import Any, Final

from simulator.kernel import Process
from simulator.otp.server import gen
from simulator.otp.server.crash import is_ordinary
from simulator.otp.server.gen import Steps, alive_steps
from simulator.otp.server.gen_server import IGNORE, NOREPLY, OK, STOP
from simulator.otp.supervisor.child_spec import PERMANENT, SUPERVISOR, TEMPORARY, TRANSIENT, UNDEFINED, Child
from simulator.otp.supervisor.children import caught_start_steps, end_steps, record_child, tell
from simulator.otp.supervisor.dynamic_server import end_at_once
from simulator.otp.supervisor.state import RESTARTING, State
from simulator.terms import Pid, atom

SIMPLE: Final = atom.simple_one_for_one
_REFUSED: Final = (atom.error, SIMPLE)


class SimpleState(State):
    """The state of such a supervisor."""

    template: Child
    """What all of its children are made of."""
    made: int
    """How many there have been: the number of each stands for its id."""

    def __iter__(self) -> Iterator[Any]:
        parts = [*super().__iter__()]
        parts[3] = ([self.template.id], {self.template.id: self.template.record})
        given = {child.pid: child.args[len(self.template.args) :] for child in self.children.values()}
        if self.template.restart is TEMPORARY:
            parts[4] = (atom.mapsets, {pid: [] for pid in given})
        else:
            parts[4] = (atom.maps, given)
        return iter(parts)

    def add(self, child: Child) -> None:
        """Take a child in, behind all others."""
        self.made += 1
        child.number = self.made
        self.children[child.number] = child

    def remove(self, child: Child) -> None:
        """Forget a child."""
        self.place(child, UNDEFINED)
        self.children.pop(child.number, None)

    def ended(self, child: Child) -> None:
        """Forget a child that runs no more."""
        self.remove(child)


def begin(state: SimpleState) -> Any:
    """Return what the start of such a supervisor answers: its child is what others are made of."""
    (state.template,) = state.children.values()
    state.children, state.made = {}, 0
    return (OK, state)


def answer_steps(proc: Process, state: SimpleState, request: Any) -> Steps:
    """Return the answer to what is asked of a supervisor; None for what is nothing of that."""
    match request:
        case (atom.start_child, list() as args):
            return (yield from _start_new(proc, state, args))
        case (atom.terminate_child, Pid() as pid):
            child = state.find_pid(pid)
            if child is None:
                return (atom.error, atom.not_found) if (yield from alive_steps(proc, pid)) else OK
            yield from end_steps(proc, state, [child])
            state.remove(child)
            return OK
        case (atom.terminate_child | atom.restart_child | atom.delete_child, _):
            return _REFUSED
        case (atom.get_childspec, name):
            known = name.__class__ is not Pid or state.find_pid(name) or not (yield from alive_steps(proc, name))
            return (OK, state.template.spec) if known else (atom.error, atom.not_found)
        case atom.which_children:
            told = state.template.type, state.template.modules
            return [(UNDEFINED, _running(child), *told) for child in state.newest_first()]
        case atom.count_children:
            return (yield from _counted(proc, state))
    return None


def _start_new(proc: Process, state: SimpleState, args: list[Any]) -> Steps:
    child = copy(state.template)
    child.args = [*child.args, *args]
    answer = yield from caught_start_steps(proc, child.mfa, True)
    if answer is IGNORE:
        return (OK, UNDEFINED)
    if answer[0] is OK:
        state.add(child)
        yield from _started(proc, state, child, answer[1], None)
    return answer


def _started(proc: Process, state: SimpleState, child: Child, pid: Pid, replaced: Pid | None) -> Steps:
    state.place(child, pid)
    record_child(proc, pid, child.id, child.type, replaced, state.intensity)
    yield from tell(proc, state, child, atom.progress)


def _running(child: Child) -> Any:
    return child.pid if child.pid.__class__ is Pid else RESTARTING


def _counted(proc: Process, state: SimpleState) -> Steps:
    kind = state.template.type is SUPERVISOR
    size, active = len(state.children), 0
    for child in [*state.children.values()]:
        active += child.pid.__class__ is Pid and (yield from alive_steps(proc, child.pid))
    return {
        atom.specs: 1, atom.active: active, atom.supervisors: size if kind else 0, atom.workers: 0 if kind else size,
    }  # fmt: skip


def exit_steps(proc: Process, state: SimpleState, child: Child, reason: Any) -> Steps:
    """Do what a child's end asks for."""
    ordinary = is_ordinary(reason)
    if child.restart is PERMANENT or not ordinary:
        yield from tell(proc, state, child, atom.child_terminated, reason)
    if child.restart is PERMANENT or (child.restart is TRANSIENT and not ordinary):
        return (yield from restart_steps(proc, state, child))
    state.remove(child)
    return (NOREPLY, state)


def restart_steps(proc: Process, state: SimpleState, child: Child) -> Steps:
    """Start a child again; give up if that was once too often."""
    if not state.intensity.add(proc.now):
        yield from tell(proc, state, child, atom.shutdown, atom.reached_max_restart_intensity)
        state.remove(child)
        return (STOP, atom.shutdown, state)
    old = child.pid
    answer = yield from caught_start_steps(proc, child.mfa, True)
    if answer is IGNORE:
        state.remove(child)
    elif answer[0] is OK:
        yield from _started(proc, state, child, answer[1], child.last)
    else:
        yield from tell(proc, state, child, atom.start_error, answer[1], True)
        state.place(child, (RESTARTING, old) if old.__class__ is Pid else old)
        gen.cast(proc, proc.pid, (atom.try_again_restart, child.number))
    return (NOREPLY, state)


def terminate_steps(proc: Process, state: SimpleState) -> Steps:
    """End all children at once."""
    running = {child.pid: child for child in state.children.values() if child.pid.__class__ is Pid}
    yield from end_at_once(proc, {pid: (UNDEFINED, child.restart, child.shutdown) for pid, child in running.items()})
