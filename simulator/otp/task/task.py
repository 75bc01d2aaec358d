"""Task: a process that does one thing, and the struct with which its owner awaits what comes of it.

Work is a function that takes the task's ``proc`` first, plain or, if it blocks, a generator function, with
its arguments: ``Task.async_(proc, fetch, url)``; or a module, a function's name and a list of arguments:
``Task.async_(proc, Fetcher, "fetch", [url])``. Three names are reserved words of Python and end in an
underscore here: ``async_``, ``await_`` and ``yield_``. What starts a task is called, what waits for one is
yielded::

    task = Task.async_(proc, fetch, url)
    page = yield Task.await_(proc, task)

Source of the semantics: Elixir 1.14's ``Task``.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import FunctionType
from typing import TYPE_CHECKING, Any, ClassVar

from simulator.kernel import Process, isolated
from simulator.otp.server.functions import label, name_or_pid, no_clause
from simulator.otp.server.gen import module_name
from simulator.otp.server.module import Module
from simulator.otp.task.awaiting import (
    TASK,
    await_many_steps,
    await_options,
    await_steps,
    check_owner,
    ignore_steps,
    shutdown_steps,
    yield_many_steps,
    yield_steps,
)
from simulator.otp.task.process import ancestors, answering, callers, signature, silent, work_of
from simulator.otp.task.stream import Options, stream_steps
from simulator.terms import Atom, Pid, Reference, atom, inspect

if TYPE_CHECKING:
    from simulator.otp.task.supervisor import TaskSupervisor


class Task(Module):  # type: ignore[misc]
    """A task as its owner knows it; the functions take ``proc`` first.

    A module of one's own is a subclass, as ``use Task`` makes it: it gets a ``child_spec``.

    >>> from simulator import run
    >>> def square(proc, n):
    ...     yield proc.sleep(100)
    ...     return n * n
    >>> def main(proc):
    ...     tasks = [Task.async_(proc, square, n) for n in (1, 2, 3)]
    ...     proc.inspect((yield Task.await_many(proc, tasks)))
    ...     proc.puts(f"{proc.now_ms} ms")
    >>> print(run(main).output, end="")
    [1, 4, 9]
    100 ms
    """

    __slots__ = ("mfa", "owner", "pid", "ref")

    mfa: tuple[Any, Atom, int]
    """Module, function and arity of the work; ``{:erlang, :apply, 2}`` for a function."""
    owner: Pid
    """The process that started the task: it alone can await it."""
    pid: Pid | None
    """The task's process; None where there is none."""
    ref: Reference
    """The monitor of that process, which the reply carries."""

    Supervisor: ClassVar[type[TaskSupervisor]]
    """Tasks under a supervisor; given by the module of that name."""

    def __init__(self, mfa: tuple[Any, Atom, int], owner: Pid, pid: Pid | None, ref: Reference) -> None:
        self.mfa = mfa
        self.owner = owner
        self.pid = pid
        self.ref = ref

    def __inspect_fields__(self) -> list[tuple[str, Any]]:
        return [("mfa", self.mfa), ("owner", self.owner), ("pid", self.pid), ("ref", self.ref)]

    def __repr__(self) -> str:
        return inspect(self)

    # -- starting -----------------------------------------------------------------------------

    @staticmethod
    def async_(proc: Process, function: Any, *args: Any) -> Task:
        """Start a task, linked to this process, and return its struct, to be awaited (``Task.async/1``, ``/3``)."""
        work = work_of(Task.async_, "async", function, args)
        who, title = name_or_pid(proc), label(work)
        pid = proc.spawn_opt(answering, who, proc.pid, ancestors(proc, who), False, label=title, link=True)
        return hand_over(proc, pid, work)

    @staticmethod
    def start(proc: Process, function: Any, *args: Any) -> tuple[Atom, Pid]:
        """Start a task that nobody awaits, without a link; return ``(:ok, pid)`` (``Task.start/1``, ``/3``)."""
        return _start(proc, Task.start, function, args, False)

    @staticmethod
    def start_link(proc: Process, function: Any, *args: Any) -> tuple[Atom, Pid]:
        """Start a task that nobody awaits, linked to this process (``Task.start_link/1``, ``/3``)."""
        return _start(proc, Task.start_link, function, args, True)

    @staticmethod
    def completed(proc: Process, result: Any) -> Task:
        """Return a task that has come to *result* already, without a process (``Task.completed/1``)."""
        ref = proc.make_ref()
        proc.send(proc.pid, (ref, result))
        return Task((TASK, atom.completed, 1), proc.pid, None, ref)

    @classmethod
    def child_spec(cls, arg: Any) -> dict[Atom, Any]:
        """Return how a supervisor starts this task: ``start_link(proc, arg)``, never restarted."""
        return {atom.id: module_name(cls), atom.start: (cls, "start_link", [arg]), atom.restart: atom.temporary}

    # -- waiting ------------------------------------------------------------------------------

    @staticmethod
    def await_(proc: Process, task: Task, timeout: Any = 5000) -> Any:
        """Request what the task returns: ``yield`` it (``Task.await/2``).

        *timeout* is in milliseconds, or ``atom.infinity``. Exits with ``{reason, {Task, :await, [task, timeout]}}``
        if the task ends otherwise or, with ``:timeout``, not in time: it goes on then, and its link remains.
        Raises ``ArgumentError`` in a process that does not own the task.
        """
        if task.__class__ is not Task:
            _check(Task.await_, "await", task, timeout)
        if task.pid is not None and not proc.recording:
            if task.owner is not proc.pid:
                check_owner(proc, task)
            request = proc.await_reply(task.ref, task.pid, *await_options(proc, task, timeout))
            if request is not None:
                return request
        return proc.perform(await_steps(proc, task, timeout), "await_")

    @staticmethod
    def await_many(proc: Process, tasks: Iterable[Task], timeout: Any = 5000) -> Any:
        """Request what all tasks return, as a list in their order: ``yield`` it (``Task.await_many/2``).

        *timeout* is for all together. Exits as :meth:`await_` does as soon as one of them ends otherwise.
        """
        return proc.perform(await_many_steps(proc, tasks, timeout), "await_many")

    @staticmethod
    def yield_(proc: Process, task: Task, timeout: Any = 5000) -> Any:
        """Request what has come of the task within *timeout*: ``yield`` it (``Task.yield/2``).

        ``(:ok, reply)``, ``(:exit, reason)``, or None where nothing has: then it can be asked for again.

        >>> from simulator import run
        >>> def main(proc):
        ...     task = Task.async_(proc, lambda proc: proc.sleep(150))
        ...     proc.inspect((yield Task.yield_(proc, task, 100)))
        ...     proc.inspect((yield Task.shutdown(proc, task)))
        >>> print(run(main).output, end="")
        nil
        nil
        """
        _check(Task.yield_, "yield", task, timeout)
        return proc.perform(yield_steps(proc, task, timeout), "yield_")

    @staticmethod
    def yield_many(proc: Process, tasks: Iterable[Task], timeout: Any = 5000) -> Any:
        """Request what has come of each task within *timeout*, as pairs ``(task, what)``: ``yield`` it.

        *what* is what :meth:`yield_` answers (``Task.yield_many/2``).
        """
        return proc.perform(yield_many_steps(proc, tasks, timeout), "yield_many")

    @staticmethod
    def ignore(proc: Process, task: Task) -> Any:
        """Request to part from the task, which goes on: ``yield`` it (``Task.ignore/1``).

        The answer is ``(:ok, reply)`` or ``(:exit, reason)`` if it has ended already, else None.
        """
        _check(Task.ignore, "ignore", task)
        return proc.perform(ignore_steps(proc, task), "ignore")

    @staticmethod
    def shutdown(proc: Process, task: Task, timeout: Any = 5000) -> Any:
        """Request to end the task and wait until it has ended: ``yield`` it (``Task.shutdown/2``).

        It gets an exit signal ``:shutdown`` and, if it traps that and goes on after *timeout* milliseconds, is
        killed; with ``atom.brutal_kill`` it is killed at once. The answer is ``(:ok, reply)`` if it replied
        before, ``(:exit, reason)`` if it ended for another reason, else None.
        """
        _check(Task.shutdown, "shutdown", task, timeout)
        return proc.perform(shutdown_steps(proc, task, timeout), "shutdown")

    # -- streams ------------------------------------------------------------------------------

    @staticmethod
    def async_stream(proc: Process, enumerable: Iterable[Any], function: Any, *args: Any, **options: Any) -> Any:
        """Request a task for each element, a few at a time, and the list of what comes of them: ``yield`` it.

        ``function(proc, element, *args)`` runs in each. The list holds ``(:ok, value)`` or ``(:exit, reason)``.
        *options* are those of :class:`~simulator.otp.task.stream.Options` (``Task.async_stream/3``, ``/5``).

        >>> from simulator import run
        >>> def double(proc, n):
        ...     yield proc.sleep(100 * n)
        ...     return 2 * n
        >>> def main(proc):
        ...     proc.inspect((yield Task.async_stream(proc, [3, 1, 2], double, max_concurrency=2)))
        >>> print(run(main).output, end="")
        [ok: 6, ok: 2, ok: 4]
        """
        work = work_of(Task.async_stream, "async_stream", function, args)
        starter, owner, family = name_or_pid(proc), proc.pid, ancestors(proc)

        def start(monitor: Process) -> tuple[Atom, Atom, Pid]:
            pid = monitor.spawn_opt(
                answering, starter, owner, [monitor.pid, *family], False, label=label(work), link=True
            )
            return (atom.ok, atom.link, pid)

        return proc.perform(stream_steps(proc, enumerable, work, start, Options(**options)), "async_stream")


def hand_over(proc: Process, pid: Pid, work: tuple[Any, ...]) -> Task:
    """Tell a process that waits for it what to do, and return the task that it is now."""
    ref = proc.monitor(pid, alias=True)
    shared = work[0].__class__ is FunctionType and not work[1]
    proc.post(pid, (proc.pid, ref, ref, callers(proc), work if shared else isolated(work)))
    return Task(signature(work), proc.pid, pid, ref)


def _start(proc: Process, client: Any, function: Any, args: tuple[Any, ...], link: bool) -> tuple[Atom, Pid]:
    """Start a task that answers nobody."""
    work = isolated(work_of(client, client.__name__, function, args))
    starter, family = name_or_pid(proc), ancestors(proc)
    return (atom.ok, proc.spawn_opt(silent, starter, family, callers(proc), work, label=label(work), link=link))


def _check(client: Any, name: str, task: Any, *timeout: Any) -> None:
    """Raise ``FunctionClauseError`` for what is no task."""
    if not isinstance(task, Task):
        raise no_clause("Task", name, [task, *timeout], client)
