"""A process: a generator that yields what can block, and the turns that it takes.

It is a :class:`simpy.Process`, so that a plain SimPy model can wait for it, and it may itself yield
any SimPy event of the same clock. Its own requests (``receive``, ``sleep``, ``work`` ...) do not make
events: they note in the process what is asked for, and return the process as the thing to yield.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from random import Random
from typing import Any, ClassVar

from simulator.kernel.process.arrivals import Arriving
from simulator.kernel.process.calls import Asking
from simulator.kernel.process.ending import Parting
from simulator.kernel.process.home import Home
from simulator.kernel.process.isolation import settled
from simulator.kernel.process.messages import Messaging
from simulator.kernel.process.names import Directory
from simulator.kernel.process.operations import WRITE
from simulator.kernel.process.requests import Requesting
from simulator.kernel.process.signals import Signalling
from simulator.kernel.process.state import (
    ABSENT,
    ENDED,
    EVENT,
    NOTHING,
    OUTPUT,
    PERFORM,
    RESCHEDULE,
    RUNNABLE,
    WORK,
)
from simulator.kernel.process.timers import Timing
from simulator.kernel.words.errors import ScenarioError
from simulator.kernel.words.front import Front
from simulator.kernel.words.reports import encodable, function_name
from simulator.terms import Atom, Pid, Reference, atom, inspect
from simulator.terms.durations import nanoseconds


class Process(Messaging, Signalling, Timing, Directory, Asking, Requesting, Arriving, Parting):
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
        self._mailbox = self._signals = self._relations = None
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
        kernel = self.env
        number = kernel._references = kernel._references + 1
        ref = Reference(number, self.pid, self._arrived)
        return kernel._spawn(self, function, args, False, ref), ref

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
            self._cause = self.env._record_at(kind, self, self._cause, *fields)

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

    def report(self, text: str, kind: str, **told: Any) -> Iterable[Any]:
        """For libraries: issue the report of a crash, as Logger would; what it gives is to be run.

        *kind* is what of OTP reports, and *told* what it reports, for those who have reports as terms.
        """
        self.env._crashed(self, text)
        return self.front.reported(self, kind, text, told)

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
        self.env._record_at("note", self, self._cause, encodable(str(text)))

    def label(self, label: Any) -> Atom:
        """Say what this process is to be called in the trace, in pictures, in figures (``Process.set_label/1``).

        *label* is a text, or any term; it names nothing that one could send to. The last one counts.
        ``Process.set_label/1`` came with Elixir 1.17, where observers show it.
        """
        self._check_turn("label")
        self.env._record_at("label", self, self._cause, encodable(label if isinstance(label, str) else inspect(label)))
        return atom.ok

    @property
    def random(self) -> Random:
        """The run's generator of random numbers, seeded by its ``seed``."""
        return self.env.random
