"""A stream of tasks: one for each element of an enumerable, so many at a time and no more.

The owner takes elements, hands them out and collects what comes back; a second process starts the tasks,
watches them and times them out, as in Elixir, so that a task's crash ends the stream by its links.
Source of the semantics: Elixir 1.14's ``Task.Supervised.stream``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from types import GeneratorType
from typing import Any, Final

from simulator.kernel import ANY, ArgumentError, Exit, Process, ScenarioError, Throw
from simulator.otp.server.functions import blocks
from simulator.otp.server.gen import DOWN, Steps
from simulator.otp.server.start import EXIT
from simulator.otp.task.monitor import ENDED, MAX_CHILDREN, SPAWN, SPAWNED, STOP, TIMED_OUT, stream_monitor
from simulator.otp.task.process import callers
from simulator.terms import Atom, Pid, Reference, atom

UNLIMITED: Final = 4
"""How many tasks run at a time, if nothing else is said, where a run has any number of schedulers."""

_OK: Final = atom.ok
_EXIT: Final = Atom("exit")
_SUPERVISED: Final = Atom("Elixir.Task.Supervised")

FULL: Final = (
    "reached the maximum number of tasks for this task supervisor. The maximum number of tasks that are allowed to "
    "run at the same time under this supervisor can be configured with the :max_children option passed to "
    "Task.Supervisor.start_link/1"
)
"""What is raised where a supervisor has as many tasks as it may have."""

FULL_STREAM: Final = (
    f"{FULL}. When using async_stream or async_stream_nolink, make sure to configure :max_concurrency to be lower or "
    "equal to :max_children and pay attention to whether other tasks are also spawned under the same task supervisor."
)
"""The same where a stream wanted one more."""


class Elements:
    """The elements of an enumerable, one after the other; a front end whose enumerables can wait derives its own."""

    def __init__(self, enumerable: Iterable[Any]) -> None:
        self._items = iter(enumerable.items() if isinstance(enumerable, dict) else enumerable)

    def next(self) -> Steps:
        """Return a tuple of the next element, or () at the end."""
        yield from ()
        for item in self._items:
            return (item,)
        return ()

    def halt(self) -> Steps:
        """Let the enumerable know that no more of it is wanted."""
        yield from ()
        close = getattr(self._items, "close", None)
        if close is not None:
            close()


class Options:
    """How a stream of tasks runs."""

    __slots__ = ("each", "max_concurrency", "on_timeout", "ordered", "timeout", "zip_input_on_exit")

    def __init__(
        self,
        *,
        max_concurrency: int | None = None,
        ordered: bool = True,
        timeout: Any = 5000,
        on_timeout: Atom = _EXIT,
        zip_input_on_exit: bool = False,
        each: Any = None,
    ) -> None:
        """*max_concurrency* tasks at a time; as many as the run has schedulers, or 4 where they are unlimited.

        *ordered*: what comes of the elements is delivered in their order, else as it comes. *timeout* is for each
        task, in milliseconds or ``atom.infinity``. *on_timeout* is ``atom.exit``, which ends the stream and
        exits the owner with ``{:timeout, {Task.Supervised, :stream, [timeout]}}``, or ``atom.kill_task``, which
        delivers ``(:exit, :timeout)``. With *zip_input_on_exit* a failure is ``(:exit, (element, reason))``.
        *each* is a function that gets every result as it is delivered, in the owner: a plain one
        ``each(result)``, a generator function ``each(proc, result)``; if it returns ``atom.halt`` the stream
        ends there, and what still runs is killed.
        """
        self.max_concurrency = max_concurrency
        self.ordered = ordered
        self.timeout = timeout
        self.on_timeout = on_timeout
        self.zip_input_on_exit = zip_input_on_exit
        self.each = each


def stream_steps(
    proc: Process,
    enumerable: Iterable[Any] | Elements,
    work: tuple[Any, ...],
    start: Callable[[Process], Any],
    options: Options,
) -> Steps:
    """Do what ``Task.async_stream`` requests; *start* starts one task, in the process that watches them."""
    slots = options.max_concurrency
    if slots is None:
        slots = proc.env.schedulers or UNLIMITED
    if slots.__class__ is not int or slots < 1:
        raise ArgumentError(":max_concurrency must be an integer greater than zero")
    trapping = proc.info(proc.pid, atom.trap_exit)[1]
    monitor, ref = proc.spawn_opt(
        stream_monitor, proc.pid, start, trapping, options.timeout,
        label="Task.Supervised.stream_monitor/4", link=True, monitor=True,
    )  # fmt: skip
    proc.send(monitor, (proc.pid, ref))
    elements = enumerable if isinstance(enumerable, Elements) else Elements(enumerable)
    stream = _Stream(proc, work, options, monitor, ref, elements, slots)
    while not stream.halted:
        if stream.free and stream.elements is not None:
            yield from stream.start_next()
        elif stream.delivered < stream.started:
            yield from stream.collect()
        else:
            break
    yield from stream.close()
    yield from stream.let_go()
    return stream.results


class _Stream:
    """A stream while it runs, in its owner."""

    __slots__ = (
        "delivered", "done", "elements", "free", "halted", "monitor", "options", "proc", "ref", "replies", "results",
        "running", "started", "work",
    )  # fmt: skip

    def __init__(
        self,
        proc: Process,
        work: tuple[Any, ...],
        options: Options,
        monitor: Pid,
        ref: Reference,
        elements: Elements,
        slots: int,
    ) -> None:
        self.proc = proc
        self.work = work
        self.options = options
        self.monitor = monitor
        self.ref = ref
        self.elements: Elements | None = elements
        self.free = slots
        self.started = self.delivered = 0
        self.running: dict[int, Any] = {}  # the elements whose tasks have not ended, by position
        self.replies: dict[int, Any] = {}  # what tasks replied that have not ended
        self.done: dict[int, Any] = {}  # what came of elements whose turn to be delivered has not come
        self.results: list[Any] = []
        self.halted = False

    def start_next(self) -> Steps:
        """Take the next element and start its task."""
        assert self.elements is not None
        try:
            found = yield from self.elements.next()
        except ScenarioError:
            raise
        except (Exception, Exit, Throw):
            yield from self.close()
            raise
        if not found:
            self.elements = None
            return
        (element,) = found
        proc, position = self.proc, self.started
        # The answer is no older than the question, and what tasks have sent meanwhile may be much; a DOWN may be older.
        asked = proc.arrived() if proc.watches(self.ref) else 0
        proc.send(self.monitor, (SPAWN, position))
        told = yield proc.receive_since(
            asked, (SPAWNED, (self.ref, position), ANY), (MAX_CHILDREN, self.ref), (DOWN, self.ref, ANY, ANY, ANY)
        )
        if told[0] is DOWN:
            raise self._broken(told[4])
        if told[0] is MAX_CHILDREN:
            yield from self.close()
            raise RuntimeError(FULL_STREAM)
        proc.send(told[2], (proc.pid, (self.ref, position), proc.pid, callers(proc), self._work_on(element)))
        self.running[position] = element
        self.started += 1
        self.free -= 1

    def _work_on(self, element: Any) -> tuple[Any, ...]:
        if len(self.work) == 3:
            module, name, args = self.work
            return (module, name, [element, *args])
        function, args = self.work
        return (atom.erlang, atom.apply, [function, [element, *args]])

    def collect(self) -> Steps:
        """Take what a task replied, or hear that one has ended, and deliver what can be delivered."""
        ref = self.ref
        message = yield self.proc.receive_for(
            "call", f"Task.async_stream, {len(self.running)} running",
            ((ref, ANY), ANY), (ENDED, (ref, ANY), ANY), (TIMED_OUT, (ref, ANY), ANY), (DOWN, ref, ANY, ANY, ANY),
        )  # fmt: skip
        if message[0] is DOWN:
            yield from self._clean_up()
            raise self._broken(message[4])
        if len(message) == 2:
            (_, position), reply = message
            self.replies[position] = (_OK, reply)
            return
        kind, (_, position), reason = message
        element = self.running.pop(position)
        result = self.replies.pop(position, None)
        if result is None:
            if kind is TIMED_OUT:
                reason = atom.timeout
                if self.options.on_timeout is _EXIT:
                    yield from self._clean_up()
                    raise self._broken(reason)
            result = (_EXIT, (element, reason) if self.options.zip_input_on_exit else reason)
        self.free += 1
        if not self.options.ordered:
            yield from self._deliver(result)
            return
        self.done[position] = result
        while self.delivered in self.done and not self.halted:
            yield from self._deliver(self.done.pop(self.delivered))

    def _deliver(self, result: Any) -> Steps:
        """Hand a result to whoever waits for it."""
        self.delivered += 1
        self.results.append(result)
        each = self.options.each
        if each is None:
            return
        try:
            answer = each(self.proc, result) if blocks(each) else each(result)
            if answer.__class__ is GeneratorType:
                answer = yield from answer
        except ScenarioError:
            raise
        except (Exception, Exit, Throw):
            yield from self.let_go()
            yield from self.close()
            raise
        self.halted = answer is atom.halt

    def close(self) -> Steps:
        """End the tasks that still run, and wait until they have ended."""
        self.proc.send(self.monitor, (STOP, self.ref))
        down = yield self.proc.receive((DOWN, self.ref, ANY, ANY, ANY))
        yield from self._clean_up()
        if down[4] is not atom.normal:
            raise self._broken(down[4])

    def let_go(self) -> Steps:
        """Let the enumerable know that no more of it is wanted."""
        if self.elements is not None:
            yield from self.elements.halt()

    def _clean_up(self) -> Steps:
        """Take out of the mailbox what nobody waits for any more."""
        ref, proc = self.ref, self.proc
        yield proc.receive((EXIT, self.monitor, ANY), after=0)
        left = True
        while left:
            left = yield proc.receive(
                ((ref, ANY), ANY), (ENDED, (ref, ANY), ANY), (TIMED_OUT, (ref, ANY), ANY), after=0
            )

    def _broken(self, reason: Any) -> Exit:
        return Exit((reason, (_SUPERVISED, atom.stream, self.proc.front.listed([self.options.timeout]))))
