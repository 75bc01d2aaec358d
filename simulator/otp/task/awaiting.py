"""What the owner of tasks does: wait for their answers, in time or not, and end them.

Source of the semantics: Elixir 1.14's ``Task``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from simulator.kernel import ANY, ArgumentError, Exit, Process
from simulator.otp.server.gen import DOWN, NODE, Steps, demonitor_steps
from simulator.terms import Atom, Pid, Reference, atom, inspect
from simulator.terms.durations import nanoseconds

if TYPE_CHECKING:
    from simulator.otp.task.task import Task

TASK: Final = Atom("Elixir.Task")
AWAIT: Final = Atom("await")
YIELD: Final = Atom("yield")
KILL: Final = atom.kill
_OK: Final = atom.ok
_EXIT: Final = atom("exit")
_NOCONNECTION: Final = atom.noconnection


def limit(timeout: Any) -> Any:
    """Return a timeout as ``receive`` takes it."""
    return None if timeout is atom.infinity else timeout


def check_owner(proc: Process, task: Task) -> None:
    """Raise ``ArgumentError``, as Elixir words it, if the process does not own the task."""
    if task.owner is not proc.pid and task.owner != proc.pid:
        raise ArgumentError(
            f"task {inspect(task)} must be queried from the owner but was queried from {inspect(proc.pid)}"
        )


def _answers(ref: Reference) -> tuple[Any, ...]:
    return ((ref, ANY), (DOWN, ref, ANY, ANY, ANY))


def _why(down: tuple[Any, ...]) -> Any:
    """Return why a task ended, of the ``DOWN`` message that says so; a lost connection is told by its node."""
    if down[4] is not _NOCONNECTION:
        return down[4]
    return (atom.nodedown, down[3][1] if down[3].__class__ is tuple else NODE)


def _ended(proc: Process, down: tuple[Any, ...], name: Atom, args: list[Any]) -> tuple[Any, Any]:
    """Return ``{:exit, reason}`` for a task that ended; a lost connection is an exit of who asked."""
    if down[4] is _NOCONNECTION:
        raise Exit((_why(down), (TASK, name, proc.front.listed(args))))
    return (_EXIT, down[4])


def await_steps(proc: Process, task: Task, timeout: Any) -> Steps:
    """Do what ``Task.await_`` requests."""
    check_owner(proc, task)
    ref = task.ref
    detail = f"Task.await {task.pid}" if proc.recording else ""
    answer = yield proc.receive_for("call", detail, *_answers(ref), after=limit(timeout))
    if answer is not None and len(answer) == 2:
        if not proc.watches(ref):  # as in `demonitor_steps`
            yield proc.yield_()
        proc.demonitor(ref, flush=True)
        return answer[1]
    if answer is None:
        yield from demonitor_steps(proc, ref)
    reason = atom.timeout if answer is None else _why(answer)
    raise Exit((reason, (TASK, AWAIT, proc.front.listed([task, timeout]))))


def await_options(proc: Process, task: Task, timeout: Any) -> tuple[int | None, Callable[[Any], Exit]]:
    """Return for how long ``Task.await_`` waits, in nanoseconds, and what makes its exit of a reason."""

    def gone(reason: Any) -> Exit:
        return Exit((reason, (TASK, AWAIT, proc.front.listed([task, timeout]))))

    if timeout is atom.infinity:
        return None, gone
    return timeout * 1_000_000 if type(timeout) is int and timeout >= 0 else nanoseconds(timeout), gone


def yield_steps(proc: Process, task: Task, timeout: Any) -> Steps:
    """Do what ``Task.yield_`` requests."""
    check_owner(proc, task)
    answer = yield proc.receive_for("call", f"Task.yield {task.pid}", *_answers(task.ref), after=limit(timeout))
    return None if answer is None else (yield from _outcome(proc, task, answer, YIELD, [task, timeout]))


def ignore_steps(proc: Process, task: Task) -> Steps:
    """Do what ``Task.ignore`` requests."""
    check_owner(proc, task)
    answer = yield proc.receive(*_answers(task.ref), after=0)
    if answer is not None and len(answer) == 5:
        return _ended(proc, answer, atom.ignore, [task])
    if task.pid is not None:
        proc.unlink(task.pid)
    yield from demonitor_steps(proc, task.ref)
    return None if answer is None else (_OK, answer[1])


def _outcome(proc: Process, task: Task, answer: tuple[Any, ...], name: Atom, args: list[Any]) -> Steps:
    """Steps to ``{:ok, reply}`` or ``{:exit, reason}`` for what came of a task, to who called ``Task.name``."""
    if len(answer) == 5:
        return _ended(proc, answer, name, args)
    yield from demonitor_steps(proc, task.ref)
    return (_OK, answer[1])


class _Deadline:
    """The one deadline of a request that waits for many tasks: a message that a timer sends."""

    __slots__ = ("message", "proc", "timer")

    def __init__(self, proc: Process, timeout: Any) -> None:
        self.proc = proc
        self.message = proc.make_ref()
        self.timer = None if timeout is atom.infinity else proc.send_after(proc.pid, self.message, timeout)

    def over(self) -> Steps:
        """Cancel the timer, and take its message out of the mailbox if it came too late to matter."""
        if self.timer is not None:
            self.proc.cancel_timer(self.timer)
        yield self.proc.receive(self.message, after=0)


def await_many_steps(proc: Process, tasks: Iterable[Task], timeout: Any) -> Steps:
    """Do what ``Task.await_many`` requests."""
    tasks = list(tasks)
    for task in tasks:
        check_owner(proc, task)
    awaited = {task.ref: True for task in tasks}
    deadline = _Deadline(proc, timeout)
    failure, replies = yield from _await_all(proc, awaited, deadline.message)
    yield from deadline.over()
    if failure is not None:
        raise Exit((failure, (TASK, atom.await_many, proc.front.listed([proc.front.listed(tasks), timeout]))))
    return [replies[task.ref] for task in tasks]


def _await_all(proc: Process, awaited: dict[Reference, bool], over: Reference) -> Steps:
    """Return why the tasks can no longer all answer, or None, and the replies of those that did."""
    replies: dict[Reference, Any] = {}
    one_of = awaited.__contains__
    while awaited:
        detail = f"Task.await_many, {len(awaited)} left"
        answer = yield proc.receive_for("call", detail, over, (DOWN, one_of, ANY, ANY, ANY), (one_of, ANY), of=awaited)
        if answer.__class__ is tuple and len(answer) == 2:
            ref, reply = answer
            yield from demonitor_steps(proc, ref)
            del awaited[ref]
            replies[ref] = reply
            continue
        for ref in awaited:
            yield from demonitor_steps(proc, ref)
        return (_why(answer) if answer.__class__ is tuple else atom.timeout), replies
    return None, replies


def yield_many_steps(proc: Process, tasks: Iterable[Task], timeout: Any) -> Steps:
    """Do what ``Task.yield_many`` requests."""
    tasks = list(tasks)
    asked = [proc.front.listed(tasks), timeout]
    deadline = _Deadline(proc, timeout)
    outcomes: list[tuple[Task, Any]] = []
    after = None
    for task in tasks:
        if task.owner != proc.pid:
            yield from deadline.over()
            check_owner(proc, task)
        detail = f"Task.yield_many {task.pid}"
        answer = yield proc.receive_for("call", detail, *_answers(task.ref), deadline.message, after=after)
        if answer.__class__ is tuple:
            outcomes.append((task, (yield from _outcome(proc, task, answer, atom.yield_many, asked))))
        else:
            after = 0  # the time is up: of the others, only what has come already counts
            outcomes.append((task, None))
    yield from deadline.over()
    return outcomes


def shutdown_steps(proc: Process, task: Task, timeout: Any) -> Steps:
    """Do what ``Task.shutdown`` requests.

    Elixir starts a process that kills the task should its owner die while it ends the task. Here the owner
    cannot die between two steps of its own, so that process is left out.
    """
    if task.pid is None:
        raise ArgumentError(f"task {inspect(task)} does not have an associated task process")
    check_owner(proc, task)
    brutal = timeout is atom.brutal_kill
    watch = proc.monitor(task.pid)
    end_task(proc, task.pid, KILL if brutal else atom.shutdown)
    detail = f"Task.shutdown {task.pid}"
    down = (DOWN, watch, ANY, ANY, ANY)
    expected = atom.killed if brutal else atom.shutdown
    answer = yield proc.receive_for("call", detail, down, after=None if brutal else limit(timeout))
    if answer is None:
        proc.exit(task.pid, KILL)
        answer = yield proc.receive_for("call", detail, down)
    reason = answer[4]
    if reason is atom.noproc:  # it had ended before; why, its first monitor tells
        first = yield proc.receive((DOWN, task.ref, ANY, ANY, ANY), after=0)
        if first is not None and first[4] is _NOCONNECTION:
            _ended(proc, first, atom.shutdown, [task, timeout])
        reason = atom.noproc if first is None else first[4]
    yield from demonitor_steps(proc, task.ref)
    reply = yield proc.receive((task.ref, ANY), after=0)
    if reply is not None:
        return (_OK, reply[1])
    return None if reason is expected else (_EXIT, reason)


def end_task(proc: Process, pid: Pid, reason: Atom) -> None:
    """Part from a task and send it an exit signal."""
    proc.unlink(pid)
    proc.exit(pid, reason)
