"""A process: a generator that yields what can block, and the turns that it takes.

It is a :class:`simpy.Process`, so that a plain SimPy model can wait for it, and it may itself yield
any SimPy event of the same clock. Its own requests (``receive``, ``sleep``, ``work`` ...) do not make
events: they note in the process what is asked for, and return the process as the thing to yield.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from random import Random
from types import GeneratorType
from typing import Any, ClassVar

from simulator.kernel.process.calls import Asking
from simulator.kernel.process.home import Home
from simulator.kernel.process.isolation import settled
from simulator.kernel.process.operations import WRITE
from simulator.kernel.process.state import (
    ABSENT,
    ANSWERED,
    BLOCKED,
    ENDED,
    EVENT,
    EXITED,
    HIBERNATE,
    NOTHING,
    OUTPUT,
    PERFORM,
    RECEIVE,
    REDUCTIONS,
    RESCHEDULE,
    RUNNABLE,
    RUNNING,
    SLEEP,
    WAITING,
    WORK,
    Failure,
)
from simulator.kernel.words.errors import Exit, ForeignYield, ScenarioError, Throw
from simulator.kernel.words.front import Front
from simulator.kernel.words.places import position
from simulator.kernel.words.reports import encodable, function_name
from simulator.terms import Atom, Pid, Reference, atom, inspect
from simulator.terms.durations import nanoseconds
from simulator.terms.places import place_of


class Process(Asking):
    """One process; a scenario's functions get it as their first argument, ``proc``."""

    __slots__ = ()

    def __init__(self, env: Home, pid: Pid, function: Any, generator: Any) -> None:
        # SimPy's own __init__ is not called: it would schedule an event to start the process.
        self.env = env
        self.pid = pid
        pid._process = self
        self._function = function
        self._generator = generator
        self._status = RUNNABLE
        self._pending = NOTHING
        self._answer = None
        self._inbox = ABSENT
        self._mailbox = self._signals = self._relations = self._tags = None
        self._deadline = self._wake_time = self._callbacks = self._callers = None
        self._to_itself = False
        self._arrived = self._fetched = self._cause = self._wait_seq = self._inbox_tag = 0

    # Given by the room of OTP when it is imported: what a client says to a server.
    call: ClassVar[Callable[..., Any]]
    cast: ClassVar[Callable[..., Any]]
    reply: ClassVar[Callable[..., Any]]

    def __repr__(self) -> str:
        return f"<Process {self.pid} {self.name}>"

    # -- SimPy's interface --------------------------------------------------------------------

    @property
    def callbacks(self) -> Any:
        """What SimPy calls when the process ends; made when someone asks."""
        if self._callbacks is None:
            self._callbacks = []
        return None if self._callbacks is ENDED else self._callbacks

    @callbacks.setter
    def callbacks(self, value: Any) -> None:
        self._callbacks = ENDED if value is None else value

    @property
    def name(self) -> str:
        """The registered name, or the function's label."""
        return self.function if self._name is None else self._name.name

    @property
    def target(self) -> Any:
        """The SimPy event that the process waits for, if it waits for one."""
        return self._answer if self._pending == EVENT else None

    def interrupt(self, cause: Any = None) -> None:
        """Not supported: a process is interrupted by exit signals, not by SimPy's interrupts."""
        raise ScenarioError(f"{self.pid} cannot be interrupted by SimPy: send it an exit signal")

    @property
    def function(self) -> str:
        """What the process runs, as ``name/arity`` or ``Module.name/arity``."""
        what, arity = self._function
        if arity < 0:
            return str(what)
        return f"{function_name(what)}/{arity}"

    # -- spawning -----------------------------------------------------------------------------

    def spawn(self, function: Any, *args: Any) -> Pid:
        """Start a process that runs ``function(proc, *args)`` and return its pid; this process goes on at once.

        ``spawn(Module, "name", [args])`` runs ``Module.name`` (``spawn/1``, ``spawn/3``). The arguments
        are copied, as a message is. Raises :class:`~simulator.kernel.NotAProcess` for what cannot be called.
        """
        return self.env._spawn(self, function, args, False, None)

    def spawn_link(self, function: Any, *args: Any) -> Pid:
        """Start a process that is linked to this one from its first moment (``spawn_link/1``, ``/3``)."""
        return self.env._spawn(self, function, args, True, None)

    def spawn_monitor(self, function: Any, *args: Any) -> tuple[Pid, Reference]:
        """Start a process that this one monitors from its first moment (``spawn_monitor/1``, ``/3``)."""
        ref = self.make_ref()
        return self.env._spawn(self, function, args, False, ref), ref

    def spawn_opt(
        self, function: Any, *args: Any, label: str | None = None, link: bool = False, monitor: bool = False
    ) -> Any:
        """Start a process with options and return its pid, or ``(pid, ref)`` with *monitor* (``spawn_opt/2``).

        *label* is what it is called in place of its function: ``"Stack.init/1"``. The arguments are not
        copied: for libraries, which know what they hand over. With a label *function* may also be a
        generator that is ready to run.
        """
        ref = self.make_ref() if monitor else None
        pid = self.env._spawn(self, function, args, link, ref, label)
        return (pid, ref) if monitor else pid

    # -- requests and remarks -----------------------------------------------------------------

    def work(self, duration: int | float | str) -> Any:
        """Request to compute for *duration*, in milliseconds or as ``"1.5s"``: ``yield`` it.

        It takes a scheduler for that long; with fewer schedulers than processes at work they share.
        """
        ns = nanoseconds(duration)
        self._request(WORK)
        self._after = ns
        return self

    def yield_(self) -> Any:
        """Request to go to the end of the run queue: ``yield`` it (``:erlang.yield/0``)."""
        self._request(RESCHEDULE)
        return self

    def perform(self, steps: Generator[Any, Any, Any], name: str = "perform") -> Any:
        """Request what a generator does, step by step, as one request: ``yield`` it; the answer is what it returns.

        For libraries whose functions block: ``yield proc.perform(steps(proc))`` is ``yield from steps(proc)``,
        except that forgetting the ``yield`` is an error, as for any other request. *name* is what that
        error calls the function.

        >>> from simulator import run
        >>> def nap(proc):
        ...     yield proc.sleep(100)
        ...     return proc.now_ms
        >>> def main(proc):
        ...     proc.puts((yield proc.perform(nap(proc))))
        >>> run(main).output
        '100\\n'
        """
        self._request(PERFORM)
        self._answer = steps
        self._patterns = (name,)
        return self

    def record(self, kind: str, *fields: Any) -> None:
        """For libraries: record an event of this process; what it does next has that event as its cause.

        *fields* are those of the event's class in the schema of the trace, in their order, and terms among them
        as :func:`~simulator.kernel.process.isolation.settled` gives them.
        """
        if self.env._recorder is not None:
            self._cause = self.env._record(kind, self, self._cause, *fields, depth=2)

    def respond(self, client: Pid, ref: Reference, value: Any) -> None:
        """For libraries: reply ``{ref, value}`` to the call of *client* that has this reference."""
        if self.env._recorder is not None:
            self.record("reply", client.number, ref.number, settled(value))
        self.send(ref if ref.aliased else client, (ref, value))

    def record_own(self, kind: str, *fields: Any) -> None:
        """For libraries: record an event of a library's loop, with none of the program's code in between."""
        self.record(kind, *fields)

    def output(self, text: str) -> Any:
        """Request to print text as it is, by way of the group leader: ``yield`` it.

        As on the BEAM the process waits for the group leader's answer, and whoever is in the run queue
        before that gets its turn (``IO.write/1``). :meth:`puts` prints without a wait.
        """
        self._request(OUTPUT)
        self.env._print(self, text)
        return self

    def consult(self) -> Any:
        """For libraries: request a round trip to the group leader, without printing anything: ``yield`` it."""
        self._request(OUTPUT)
        return self

    @property
    def front(self) -> Front:
        """What the front end of this run decides."""
        return self.env.front

    @property
    def recording(self) -> bool:
        """Whether there is a recorder."""
        return self.env._recorder is not None

    @property
    def recording_states(self) -> bool:
        """Whether the states of servers are to be recorded, too."""
        return self.env._recorder is not None and self.env.record_states

    def touch(self, kind: str, which: Any, access: str = WRITE) -> None:
        """For libraries: tell that what is done next reads or writes something shared that is no process.

        *kind* is its kind (``"table"``), *which* the one of that kind, *access* ``"read"`` or ``"write"``. It does
        nothing: to know of it is for runs that explore the orders in which processes do such things.
        """

    def report(self, text: str) -> None:
        """For libraries: issue the report of a crash, as Logger would."""
        self.env._crashed(self, text)

    def puts(self, text: Any) -> Atom:
        """Print a line (``IO.puts/1``); raises if *text* has no text form, as Elixir's ``to_string`` does."""
        from simulator.terms import to_string

        self._check_turn("puts")
        self.env._print(self, to_string(text) + "\n")
        return atom.ok

    def inspect(self, term: Any, label: str | None = None) -> Any:
        """Print *term* as Elixir does, after *label* if there is one, and return it (``IO.inspect/2``)."""
        self._check_turn("inspect")
        shown = inspect(term, width=80)
        self.env._print(self, f"{shown}\n" if label is None else f"{label}: {shown}\n")
        return term

    def note(self, text: str) -> None:
        """Place a remark in the trace for whoever reads it; nothing is printed."""
        self._check_turn("note")
        self.env._record("note", self, self._cause, encodable(str(text)), depth=2)

    @property
    def random(self) -> Random:
        """The run's generator of random numbers, seeded by its ``seed``."""
        return self.env.random

    # -- turns --------------------------------------------------------------------------------

    def _enter(self) -> Any:
        """Begin to perform a generator."""
        self._callers = (self._generator, self._callers)
        self._generator, self._answer = self._answer, None
        self._pending = NOTHING
        return self._generator

    def _leave(self, answer: Any) -> bool:
        """Go back from a generator that was performed; return False if the process has ended meanwhile."""
        if self._status == EXITED or self._pending == ENDED:
            return False
        if answer.__class__ is Failure and isinstance(answer.exception, (ScenarioError, KeyboardInterrupt, SystemExit)):
            return False
        if self._pending:
            raise self._forgotten()
        assert self._callers is not None
        self._generator, self._callers = self._callers
        self._answer = answer
        return True

    def _still_waits(self, pending: int) -> bool:
        """Return whether a process that got a turn, because of a signal, has nothing to go on with yet."""
        if pending == ANSWERED or pending == NOTHING:
            return False
        if pending == OUTPUT:
            if self._inbox is not ABSENT:
                self._keep_inbox(self._answer or 0)
            self._block()
            return True
        if pending == HIBERNATE and self._mailbox:
            self._fetch()
            self._resumed("resume")
            self._answer = None
            return False
        if pending != ENDED:
            self._status = BLOCKED
        return True

    def _block(self) -> None:
        """Go on waiting for a message; those in the mailbox have been looked at."""
        self._status = WAITING
        self._answer = len(self._mailbox) if self._mailbox else 0

    def _preempt(self, answer: Any) -> None:
        """Go to the end of the run queue: the turn's reductions are used up."""
        kernel = self.env
        self._answer = answer
        self._pending = ANSWERED
        self._status = RUNNABLE
        kernel._active_proc = None
        kernel._ready.append(self)
        kernel._count(self, REDUCTIONS)

    def _begin(self, pending: int) -> bool:
        """Begin a request other than receive; return True if it is answered at once."""
        kernel = self.env
        if pending == SLEEP:
            if self._after == 0:
                return True
            if self._after is not None:
                kernel._set_deadline(self, kernel._now + self._after)
            if kernel._recorder is not None:
                self._waiting("sleep")
        elif pending == WORK:
            if self._after == 0:
                return True
            assert self._after is not None
            self._status = BLOCKED
            kernel._schedulers.request(self, self._after)
        elif pending == HIBERNATE:
            kernel._record("hibernate", self, self._cause)
            if self._mailbox:
                return True
            self._waiting("hibernate")
        elif pending == OUTPUT:
            kernel._leader.ask(self)
            if self._signals is None or self._take_signals():
                self._block()
            return False
        elif pending == RESCHEDULE:
            self._pending = ANSWERED
            self._status = RUNNABLE
            kernel._ready.append(self)
            return False
        else:  # it has ended itself, and caught that
            return False
        self._status = BLOCKED
        if self._signals is not None:  # they came while it ran
            self._status = RUNNABLE
            kernel._ready.append(self)
        return False

    def _expire(self) -> None:
        """The deadline is here. It wins over a message of the same instant, as on the BEAM."""
        if self._status == EXITED:
            return
        kernel = self.env
        if self._pending == WORK:
            if not kernel._schedulers.on_slice_end(self):
                return
        else:
            if self._inbox is not ABSENT:
                self._keep_inbox(self._answer or 0)
            if kernel._recorder is not None:
                self._resumed("timeout")
        self._answer = self._no_reply() if self._pending == RECEIVE else None
        self._pending = ANSWERED
        if self._status != RUNNABLE:
            self._status = RUNNABLE
            kernel._ready.append(self)

    # -- SimPy events -------------------------------------------------------------------------

    def _wait_for(self, event: Any) -> bool:
        """Wait for a SimPy event that the process yielded; return False if it has already happened."""
        kernel = self.env
        if self._pending:
            raise self._forgotten()
        try:
            callbacks = event.callbacks
        except AttributeError:
            raise self._foreign(event) from None
        if event is self or event.env is not kernel:
            raise self._foreign(event)
        if isinstance(event, Process) and event._pending and event._status == RUNNING:
            raise self._foreign(event)
        if callbacks is None:
            return False
        callbacks.append(self._resume)
        self._pending = EVENT
        self._answer = event
        self._status = BLOCKED
        self._waiting("event")
        return True

    def _resume(self, event: Any) -> None:
        """Go on after the SimPy event that the process waited for; SimPy calls this."""
        if self._pending != EVENT or self._answer is not event:
            return
        self._resumed("resume")
        self._pending = ANSWERED
        if event._ok:
            self._answer = event._value
        else:
            event._defused = True
            self._answer = Failure(event._value)
        if self._status == BLOCKED:
            self._status = RUNNABLE
            self.env._turn_of(self)  # at once, as SimPy resumes its processes

    def _foreign(self, what: Any) -> ForeignYield:
        """Return the error for something yielded that nobody can answer."""
        file, line = place_of(*position(self))
        if isinstance(what, Process):
            return ForeignYield(
                "yielded the request of another process: each process uses the proc that its own function was given",
                file,
                line,
            )
        hint = "; write `yield from` to run another generator" if isinstance(what, GeneratorType) else ""
        return ForeignYield(
            f"yielded {_described(what)}, which is no request of this process and no SimPy event of its clock{hint}",
            file,
            line,
        )

    # -- the end ------------------------------------------------------------------------------

    def _finish(self, value: Any) -> None:
        """The function returned: the process ends with ``:normal``."""
        if self._status == EXITED or self._pending == ENDED:
            return
        if self._pending:
            self.env._active_proc = None
            raise self._forgotten()
        self._end(atom.normal, "returned", self._cause, value)

    def _fail(self, failure: BaseException) -> None:
        """Something was raised and not caught: the process ends with the reason that it makes."""
        kernel = self.env
        if self._status == EXITED or self._pending == ENDED:
            if isinstance(failure, (KeyboardInterrupt, SystemExit)):
                raise failure
            return  # it had ended itself; what its finally blocks raise is nobody's concern
        if isinstance(failure, (ScenarioError, KeyboardInterrupt, SystemExit, GeneratorExit)):
            kernel._active_proc = None
            raise failure
        front = kernel.front
        failure = front.failure(failure)
        if self is kernel._main:
            kernel.main_banner = front.banner(failure)
        reason = front.reason(failure)
        if isinstance(failure, Exit):
            self._end(reason, "exit", self._cause, failure=failure)
            return
        stack = front.lines(failure)
        if front.is_defect(failure, stack):
            raise failure  # none of it is the scenario's code: a defect of the simulator, not of the process
        how = "throw" if isinstance(failure, Throw) else "error"
        told = "\n".join([front.uncaught(failure), *stack])
        report = f"Process {self.pid} raised an exception\n{told}"
        failure.__traceback__ = None
        kernel._crashed(self, report)
        self._end(reason, how, self._cause, failure=failure)


def _described(what: Any) -> str:
    """Return a short text for a foreign object, without an address in it."""
    if isinstance(what, GeneratorType):
        return f"the generator {what.__name__}"
    if what is None or isinstance(what, (bool, int, float, str, bytes)):
        return inspect(what)[:60]
    return f"an object of class {type(what).__name__}"
