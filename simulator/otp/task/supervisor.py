"""Task.Supervisor: a supervisor of tasks that come and go.

It is a dynamic supervisor whose children are tasks, never restarted unless ``start_child`` asks for that. A
task that a process awaits can be linked to it (``async_``) or not (``async_nolink``): then its crash is only a
reason that the owner hears of. Since the supervisor starts them, starting them blocks: it is yielded.
Source of the semantics: Elixir 1.14's ``Task.Supervisor``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from simulator.kernel import Process
from simulator.otp.server.functions import label, name_or_pid
from simulator.otp.server.gen import Server, Steps, call_steps
from simulator.otp.server.gen_server import serve
from simulator.otp.server.module import Module
from simulator.otp.server.options import keyword_list, keywords
from simulator.otp.server.start import checked_name, start_steps
from simulator.otp.supervisor.dynamic import DynamicSupervisor
from simulator.otp.supervisor.dynamic_server import DynamicServer
from simulator.otp.task.process import ancestors, answering, callers, silent, work_of
from simulator.otp.task.stream import FULL, Options, stream_steps
from simulator.otp.task.task import Task, hand_over
from simulator.terms import Atom, Pid, atom

_NODE: Final = Atom("nonode@nohost")
_MONITOR: Final = atom.monitor
_START_TASK: Final = atom.start_task


class Owner(tuple[Any, ...]):
    """Who started a task, ``{node, name or pid, pid}``; with it goes what the task's process is called."""

    label: str


class Supervised:
    """The module whose ``start_link`` the supervisor calls for each task."""

    __qualname__ = "Task.Supervised"

    def start_link(proc: Process, owner: Owner, *args: Any) -> tuple[Atom, Pid]:  # type: ignore[misc]
        """Start a task that waits to be told what to do, or one that is told at once and answers nobody."""
        _, starter, owner_pid = owner
        if len(args) == 1:
            body: Any = answering
            args = (owner_pid, ancestors(proc), True)
        else:
            body = silent
            args = (ancestors(proc), *args)
        return (atom.ok, proc.spawn_opt(body, starter, *args, label=owner.label, link=True))


class _Server(DynamicServer):
    """The callbacks of the supervisor's process."""

    __qualname__ = "Task.Supervisor"

    def handle_call(proc: Process, request: Any, client: Any, state: Any) -> Any:  # type: ignore[misc]
        """Start a task; leave what else is asked to the dynamic supervisor."""
        if request.__class__ is tuple and request[0] is _START_TASK:
            _, args, restart, shutdown = request
            start = (Supervised, atom.start_link, args)
            child = (start, restart or atom.temporary, shutdown or 5000, atom.worker, [Supervised])
            request = (atom.start_child, child)
        return DynamicServer.handle_call(proc, request, client, state)


class TaskSupervisor(Module):  # type: ignore[misc]
    """What a supervisor's clients ask of it; ``Task.Supervisor``. Each function takes ``proc`` first.

    Work is what it is for :class:`~simulator.otp.task.task.Task`; *shutdown* is how long a task may take to end
    when its supervisor does, in milliseconds (5000), or ``atom.brutal_kill``.

    >>> from simulator import run
    >>> def work(proc, n):
    ...     yield proc.sleep(10)
    ...     return 10 * n if n else proc.exit((atom.shutdown, atom.nothing_to_do))
    >>> def main(proc):
    ...     yield Task.Supervisor.start_link(proc, name=atom.tasks)
    ...     for n in (5, 0):
    ...         task = yield Task.Supervisor.async_nolink(proc, atom.tasks, work, n)
    ...         proc.inspect((yield Task.yield_(proc, task)))
    >>> print(run(main).output, end="")
    {:ok, 50}
    {:exit, {:shutdown, :nothing_to_do}}
    """

    __qualname__ = "Task.Supervisor"
    __slots__ = ()

    @classmethod
    def start_link(cls, proc: Process, *given: Any, **options: Any) -> Any:
        """Request a supervisor of tasks, linked to this process: ``yield`` it (``Task.Supervisor.start_link/1``).

        Options: *name*, *max_children*, *max_restarts*, *max_seconds*. The answer is ``(:ok, pid)`` or
        ``(:error, reason)``.
        """
        options = keywords(*given, **options) if given else options
        name = checked_name(options.pop("name", None))
        start = (TaskSupervisor, keyword_list(options), name)
        steps = start_steps(proc, "Task.Supervisor.init/1", serve, (_Server, start), True, name, atom.infinity)
        return proc.perform(steps, "start_link")

    def init(proc: Process, options: Any) -> Any:
        """Return the settings of the dynamic supervisor."""
        return DynamicSupervisor.init(options)

    @classmethod
    def child_spec(cls, *given: Any, **options: Any) -> dict[Atom, Any]:
        """Return how another supervisor starts this one; its id is its name, if it has one."""
        options = keywords(*given, **options) if given else options
        name = options.get("name", cls)
        return {
            atom.id: name[-1] if isinstance(name, tuple) else name,
            atom.start: (cls, "start_link", [keyword_list(options)]),
            atom.type: atom.supervisor,
        }

    @staticmethod
    def async_(proc: Process, supervisor: Server, function: Any, *args: Any, shutdown: Any = None) -> Any:
        """Request a task, linked to this process, to be awaited: ``yield`` it (``Task.Supervisor.async/3``, ``/5``).

        The answer is its struct. Raises ``RuntimeError`` where there are *max_children* tasks already.
        """
        work = work_of(TaskSupervisor.async_, "Supervisor.async", function, args)
        return proc.perform(_async_steps(proc, supervisor, work, shutdown, True), "async_")

    @staticmethod
    def async_nolink(proc: Process, supervisor: Server, function: Any, *args: Any, shutdown: Any = None) -> Any:
        """Request a task without a link: ``yield`` it (``Task.Supervisor.async_nolink/3``, ``/5``).

        What it ends with, if not with a reply, comes as ``{:DOWN, task.ref, :process, task.pid, reason}``.
        """
        work = work_of(TaskSupervisor.async_nolink, "Supervisor.async_nolink", function, args)
        return proc.perform(_async_steps(proc, supervisor, work, shutdown, False), "async_nolink")

    @staticmethod
    def start_child(
        proc: Process, supervisor: Server, function: Any, *args: Any, restart: Any = None, shutdown: Any = None
    ) -> Any:
        """Request a task that nobody awaits: ``yield`` it (``Task.Supervisor.start_child/3``, ``/5``).

        The answer is ``(:ok, pid)`` or ``(:error, :max_children)``. *restart* is ``atom.temporary``, the
        default, ``atom.transient`` or ``atom.permanent``.
        """
        work = work_of(TaskSupervisor.start_child, "Supervisor.start_child", function, args)
        request = (_START_TASK, [_owner(proc, label(work)), callers(proc), work], restart, shutdown)
        return proc.perform(call_steps(proc, supervisor, request, atom.infinity), "start_child")

    @staticmethod
    def async_stream(
        proc: Process,
        supervisor: Server,
        enumerable: Iterable[Any],
        function: Any,
        *args: Any,
        shutdown: Any = None,
        **options: Any,
    ) -> Any:
        """Request a stream of tasks that are linked to this process: ``yield`` it.

        It is :meth:`~simulator.otp.task.task.Task.async_stream` otherwise (``Task.Supervisor.async_stream/4``, ``/6``).
        """
        work = work_of(TaskSupervisor.async_stream, "Supervisor.async_stream", function, args)
        steps = stream_of_children(proc, supervisor, enumerable, work, shutdown, True, Options(**options))
        return proc.perform(steps, "async_stream")

    @staticmethod
    def async_stream_nolink(
        proc: Process,
        supervisor: Server,
        enumerable: Iterable[Any],
        function: Any,
        *args: Any,
        shutdown: Any = None,
        **options: Any,
    ) -> Any:
        """Request a stream of tasks without links: ``yield`` it.

        One that crashes is ``(:exit, reason)`` in the list (``Task.Supervisor.async_stream_nolink/4``, ``/6``).
        """
        work = work_of(TaskSupervisor.async_stream_nolink, "Supervisor.async_stream_nolink", function, args)
        steps = stream_of_children(proc, supervisor, enumerable, work, shutdown, False, Options(**options))
        return proc.perform(steps, "async_stream_nolink")

    @staticmethod
    def children(proc: Process, supervisor: Server) -> Any:
        """Request the pids of the tasks that run: ``yield`` it (``Task.Supervisor.children/1``)."""
        return proc.perform(_children_steps(proc, supervisor), "children")

    terminate_child = staticmethod(DynamicSupervisor.terminate_child)


def _owner(proc: Process, called: str) -> Owner:
    owner = Owner((_NODE, name_or_pid(proc), proc.pid))
    owner.label = called
    return owner


def _async_steps(proc: Process, supervisor: Server, work: tuple[Any, ...], shutdown: Any, link: bool) -> Steps:
    """Have a task started, and tell it what to do."""
    request = (_START_TASK, [_owner(proc, label(work)), _MONITOR], atom.temporary, shutdown)
    answer = yield from call_steps(proc, supervisor, request, atom.infinity)
    if answer[0] is atom.error:
        raise RuntimeError(FULL)
    if link:
        proc.link(answer[1])
    return hand_over(proc, answer[1], work)


def stream_of_children(
    proc: Process,
    supervisor: Server,
    enumerable: Iterable[Any],
    work: tuple[Any, ...],
    shutdown: Any,
    link: bool,
    options: Options,
) -> Steps:
    """Do what a stream of supervised tasks requests."""
    request = (_START_TASK, [_owner(proc, label(work)), _MONITOR], atom.temporary, shutdown)

    def start(monitor: Process) -> Steps:
        answer = yield from call_steps(monitor, supervisor, request, atom.infinity)
        if answer[0] is atom.error:
            return answer
        if link:
            monitor.link(answer[1])
        return (atom.ok, atom.link if link else atom.nolink, answer[1])

    return (yield from stream_steps(proc, enumerable, work, start, options))


def _children_steps(proc: Process, supervisor: Server) -> Steps:
    found = yield from call_steps(proc, supervisor, atom.which_children, atom.infinity)
    return [pid for _, pid, _, _ in found if isinstance(pid, Pid)]


Task.Supervisor = TaskSupervisor
