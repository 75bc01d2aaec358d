"""Elixir's ``Task``, which is :class:`simulator.otp.Task` for Elixir's functions; its struct is a map here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simulator.elixir.library.processes.children import specification_of
from simulator.elixir.library.processes.servers import STARTER, behaviour, checked_options, timeout_of
from simulator.elixir.runtime.bridge import NIL, TRUE, Foreign, converts, from_python, is_function, nilled
from simulator.elixir.runtime.errors import Raised, error, function_clause
from simulator.elixir.runtime.modules.modules import label_of
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.enumerable import listed_blocking, stream_function
from simulator.elixir.runtime.values.enumerable import steps as steps_of
from simulator.elixir.runtime.values.walking import Begin, Pending, Steps, Walk
from simulator.elixir.runtime.world import current
from simulator.otp.server.functions import label, name_or_pid
from simulator.otp.task.process import ancestors, answering
from simulator.otp.task.stream import Elements, Options, stream_steps
from simulator.otp.task.task import Task
from simulator.terms import Atom, atom
from simulator.terms.lists import EMPTY, from_list, is_list, to_list
from simulator.terms.maps import STRUCT, Map, from_pairs, get
from simulator.terms.structs import define

_TASK = define("Task", "mfa", "owner", "pid", "ref")
_MFA, _OWNER, _PID, _REF = Atom("mfa"), Atom("owner"), Atom("pid"), Atom("ref")
_OK, _HALT, _BRUTAL_KILL = atom.ok, Atom("halt"), atom.brutal_kill
_STREAM_OPTIONS = ("max_concurrency", "ordered", "timeout", "on_timeout", "zip_input_on_exit")


class TaskFunction(Foreign):
    """A function without arguments as a task's work: OTP calls it with the task's process, which it has no use for."""

    __slots__ = ()

    def __init__(self, function: Any) -> None:
        super().__init__(function, 1)

    @property
    def label(self) -> str:
        """What its process is called."""
        return label_of(self.function)


def struct_of(task: Task) -> Map:
    """Return a task as the struct that it is in Elixir."""
    mfa = task.mfa
    return from_pairs(
        [(STRUCT, _TASK), (_MFA, mfa), (_OWNER, task.owner), (_PID, nilled(task.pid)), (_REF, task.ref)]
    )


converts(Task, struct_of)
converts(TaskFunction, lambda work: work.function)


def task_of(term: Any, function: str, arity: int) -> Task:
    """Return what OTP knows a task's struct as; raises ``FunctionClauseError`` for anything else."""
    if term.__class__ is not Map or get(term, STRUCT) is not _TASK:
        raise function_clause("Task", function, arity, [term, 5000][:arity])
    pid = get(term, _PID)
    return Task(get(term, _MFA), get(term, _OWNER), None if pid is NIL else pid, get(term, _REF))


def _refused(function: str, given: list[Any]) -> Raised:
    """Return the error of a function of ``Task``, or ``Supervisor.name`` of its supervisor, that has no clause."""
    inner, dot, name = function.rpartition(".")
    return function_clause(f"Task{dot}{inner}", name, len(given), given)


def work(function: str, given: Any, arity: int = 0) -> TaskFunction:
    """Return the work that a function is; raises ``FunctionClauseError`` for what is no function."""
    if not is_function(given, arity):
        raise _refused(function, [given])
    return TaskFunction(given)


def module_work(function: str, module: Any, name: Any, args: Any, *before: Any) -> tuple[Any, Any, list[Any]]:
    """Return a module's function as OTP takes a task's work; raises ``FunctionClauseError`` for what is none.

    *before* is what the client function was given before these.
    """
    if module.__class__ is not Atom or name.__class__ is not Atom or not is_list(args):
        given = [*before, module, name, args, *([EMPTY] if before else [])]
        raise _refused(function, given)
    return behaviour(module, STARTER), name, list(to_list(args))


def async_(function: Any) -> Any:
    """``Task.async/1``"""
    return struct_of(Task.async_(current(), work("async", function)))


def async_module(module: Any, name: Any, args: Any) -> Any:
    """``Task.async/3``"""
    return struct_of(Task.async_(current(), *module_work("async", module, name, args)))


def start(function: Any) -> Any:
    """``Task.start/1``"""
    return Task.start(current(), work("start", function))


def start_module(module: Any, name: Any, args: Any) -> Any:
    """``Task.start/3``"""
    return Task.start(current(), *module_work("start", module, name, args))


def start_link(function: Any) -> Any:
    """``Task.start_link/1``"""
    return Task.start_link(current(), work("start_link", function))


def start_link_module(module: Any, name: Any, args: Any) -> Any:
    """``Task.start_link/3``"""
    return Task.start_link(current(), *module_work("start_link", module, name, args))


def completed(result: Any) -> Any:
    """``Task.completed/1``"""
    return struct_of(Task.completed(current(), result))


def child_spec(arg: Any) -> Any:
    """``Task.child_spec/1``"""
    return specification_of("Task", arg, restart=atom.temporary)


# -- waiting --------------------------------------------------------------------------------------


def await_(task: Any) -> Any:
    """``Task.await/1``"""
    return (yield Task.await_(current(), task_of(task, "await", 2)))


def await_within(task: Any, timeout: Any) -> Any:
    """``Task.await/2``"""
    limit = timeout_of(timeout, "Task", "await", [task, timeout])
    return (yield Task.await_(current(), task_of(task, "await", 2), limit))


def await_many(tasks: Any) -> Any:
    """``Task.await_many/1``"""
    return (yield from await_many_within(tasks, 5000))


def await_many_within(tasks: Any, timeout: Any) -> Any:
    """``Task.await_many/2``"""
    timeout_of(timeout, "Task", "await_many", [tasks, timeout])
    known = [task_of(each, "await_many", 2) for each in (yield from listed_blocking(tasks))]
    answers = yield Task.await_many(current(), known, timeout)
    return from_list(answers)


def yield_(task: Any) -> Any:
    """``Task.yield/1``"""
    return (yield from yield_within(task, 5000))


def yield_within(task: Any, timeout: Any) -> Any:
    """``Task.yield/2``"""
    timeout_of(timeout, "Task", "yield", [task, timeout])
    return nilled((yield Task.yield_(current(), task_of(task, "yield", 2), timeout)))


def yield_many(tasks: Any) -> Any:
    """``Task.yield_many/1``"""
    return (yield from yield_many_within(tasks, 5000))


def yield_many_within(tasks: Any, timeout: Any) -> Any:
    """``Task.yield_many/2``"""
    timeout_of(timeout, "Task", "yield_many", [tasks, timeout])
    given = yield from listed_blocking(tasks)
    known = [task_of(each, "yield_many", 2) for each in given]
    answers = yield Task.yield_many(current(), known, timeout)
    return from_list([(task, nilled(answer)) for task, (_, answer) in zip(given, answers, strict=True)])


def ignore(task: Any) -> Any:
    """``Task.ignore/1``"""
    known = task_of(task, "ignore", 1)
    if known.pid is None:
        raise badarg(1, "not a pid")  # it is unlinked
    return nilled((yield Task.ignore(current(), known)))


def shutdown(task: Any) -> Any:
    """``Task.shutdown/1``"""
    return (yield from shutdown_within(task, 5000))


def shutdown_within(task: Any, timeout: Any) -> Any:
    """``Task.shutdown/2``"""
    if timeout is not _BRUTAL_KILL:
        timeout_of(timeout, "Task", "shutdown", [task, timeout])
    return nilled((yield Task.shutdown(current(), task_of(task, "shutdown", 2), timeout)))


# -- streams --------------------------------------------------------------------------------------


def stream_options(opts: Any) -> dict[str, Any]:
    """Return the options of a stream as OTP takes them; without a number of tasks, one for each scheduler."""
    given = checked_options(opts)
    found = {key: given[key] for key in _STREAM_OPTIONS if key in given}
    for key in ("ordered", "zip_input_on_exit"):
        if key in found:
            found[key] = found[key] is TRUE
    found.setdefault("max_concurrency", current().env.schedulers or 1)
    if found["max_concurrency"].__class__ is not int or found["max_concurrency"] < 1:
        raise error("ArgumentError", message=":max_concurrency must be an integer greater than zero")
    return found


class Delivered:
    """Among the requests of a stream's steps: one of its results, for whoever walks through the stream."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


def stream_of(enumerable: Any, start_stream: Any, opts: Any) -> Any:
    """Return the stream whose elements come of tasks.

    ``start_stream(items, options)`` gives the steps of OTP's stream, which hands on each result as it comes.
    """

    def start(walk: Walk) -> Iterator[Any]:
        def each(result: Any) -> Any:
            return (yield Delivered(from_python(result)))

        steps = start_stream(_elements(enumerable), Options(each=Foreign(each), **stream_options(opts)))
        try:
            request = next(steps)
            while True:
                if request.__class__ is Delivered:
                    closer = walk.opened(Begin(_ended, steps))
                    yield request.value
                    walk.forget(closer)
                    request = steps.send(None)
                    continue
                waiting = Pending(request)
                yield waiting
                failure = waiting.failure
                request = steps.send(waiting.answer) if failure is None else steps.throw(failure)
        except StopIteration:
            return

    return stream_function("Task.build_stream/3", start)


class _Walked(Elements):
    """The elements of a stream, which may wait."""

    def __init__(self, steps: Steps) -> None:
        self.steps = steps

    def next(self) -> Any:
        """Return a tuple of the next element, or () at the end."""
        return self.steps.next()

    def halt(self) -> Any:
        """Let the stream know that no more of it is wanted."""
        return self.steps.halt()


def _elements(enumerable: Any) -> Elements:
    found = steps_of(enumerable)
    return _Walked(found) if found.__class__ is Steps else Elements(found)


def _ended(steps: Any) -> Any:
    """Let a stream's steps end because nobody wants more of its results."""
    try:
        request = steps.send(_HALT)
        while True:
            request = steps.send((yield request))
    except StopIteration:
        return


def own_stream(given: tuple[Any, ...]) -> Any:
    """Return what starts a stream of tasks that are linked to the process that runs through it."""

    def start_stream(items: Any, options: Options) -> Any:
        proc = current()
        starter, owner, family = name_or_pid(proc), proc.pid, ancestors(proc)

        def start_task(monitor: Any) -> Any:
            pid = monitor.spawn_opt(
                answering, starter, owner, [monitor.pid, *family], False, label=label(given), link=True
            )
            return (_OK, atom.link, pid)

        return stream_steps(proc, items, given, start_task, options)

    return start_stream


def async_stream(enumerable: Any, function: Any) -> Any:
    """``Task.async_stream/2``"""
    return async_stream_with(enumerable, function, EMPTY)


def async_stream_with(enumerable: Any, function: Any, opts: Any) -> Any:
    """``Task.async_stream/3``"""
    return stream_of(enumerable, own_stream((work("async_stream", function, 1), [])), opts)


def async_stream_module(enumerable: Any, module: Any, name: Any, args: Any) -> Any:
    """``Task.async_stream/4``"""
    return async_stream_module_with(enumerable, module, name, args, EMPTY)


def async_stream_module_with(enumerable: Any, module: Any, name: Any, args: Any, opts: Any) -> Any:
    """``Task.async_stream/5``"""
    return stream_of(enumerable, own_stream((behaviour(module, STARTER), name, list(to_list(args)))), opts)


def made(fields: Any) -> Any:
    """``%Task{}``"""
    base = [(STRUCT, _TASK), (_MFA, NIL), (_OWNER, NIL), (_PID, NIL), (_REF, NIL)]
    return from_pairs([*base, *to_list(fields)])


def made_plain() -> Any:
    """``%Task{}`` without any field."""
    return made(EMPTY)


FUNCTIONS = {
    "async/1": async_, "async/3": async_module, "start/1": start, "start/3": start_module,
    "start_link/1": start_link, "start_link/3": start_link_module, "completed/1": completed,
    "child_spec/1": child_spec, "async_stream/2": async_stream, "async_stream/3": async_stream_with,
    "async_stream/4": async_stream_module, "async_stream/5": async_stream_module_with,
    "__struct__/0": made_plain, "__struct__/1": made,
}  # fmt: skip
BLOCKING = {
    "await/1": await_, "await/2": await_within, "await_many/1": await_many, "await_many/2": await_many_within,
    "yield/1": yield_, "yield/2": yield_within, "yield_many/1": yield_many, "yield_many/2": yield_many_within,
    "ignore/1": ignore, "shutdown/1": shutdown, "shutdown/2": shutdown_within,
}  # fmt: skip
