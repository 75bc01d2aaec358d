"""What a trace says happened, put together: one record for a process, a message, a timer, a link.

An event is a point; a record joins the points that belong together. A field that has not come about,
or that a cut-off trace does not reach, is ``None``. :func:`simulator.trace.telling.history` fills them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal, NamedTuple

from simulator.terms.errors import SimulatorError

if TYPE_CHECKING:
    from simulator.trace.servers import Call, Callback, Child


class At(NamedTuple):
    """A point of the one total order: virtual time in nanoseconds, and the event's position."""

    t: int
    """Virtual time in nanoseconds."""
    seq: int
    """``seq`` of the event."""


class Name(NamedTuple):
    """A name that a process held."""

    name: str
    """The name, as Elixir prints it."""
    start: At
    """When it was registered."""
    end: At | None
    """When it was freed; ``None`` where it never was."""


@dataclass(slots=True)
class Stretch:
    """What one process was doing between two points."""

    kind: Literal["active", "wait", "run", "queue"]
    """Running code, which takes no time; blocked; working on a scheduler; wanting a scheduler and having none."""
    start: At
    """Its first event."""
    end: At | None = None
    """The event that ended it."""
    on: str = ""
    """What a wait is for: ``receive``, ``sleep``, ``hibernate``, ``event`` or ``call``."""
    patterns: tuple[str, ...] = ()
    """The patterns of a wait for a message; empty where any will do."""
    until: int | None = None
    """Deadline of a wait, in nanoseconds of virtual time."""
    detail: str | None = None
    """What exactly a wait is for."""
    call: Call | None = None
    """The call whose reply a wait is for."""
    scheduler: int | None = None
    """Number of the scheduler of a ``run``; 0 where they are unlimited."""
    ended_by: str | None = None
    """Kind of the event that ended it: ``receive``, ``timeout``, ``resume``, ``preempt``, ``worked``, ``exit`` ..."""


@dataclass(slots=True)
class Work:
    """Work that a process wanted done; its ``run`` and ``queue`` stretches lie inside it."""

    start: At
    """When it began to need a scheduler."""
    duration: int
    """Nanoseconds of work."""
    end: At | None = None
    """When it was done, or the process ended."""


@dataclass(slots=True)
class Process:
    """The life of one process."""

    pid: int
    """The N of ``#PID<0.N.0>``."""
    id: str = ""
    """Stable identity, the same in every run of one scenario; empty where its spawn is not in the trace."""
    function: str = ""
    """What it runs, as ``name/arity`` or ``Module.name/arity``."""
    args: tuple[str, ...] = ()
    """Its arguments, as Elixir prints them."""
    parent: int | None = None
    """Who spawned it."""
    start: At | None = None
    """When it was spawned."""
    linked: bool = False
    """Spawned with a link to its parent."""
    monitored: bool = False
    """Spawned with a monitor by its parent."""
    end: At | None = None
    """When it ended."""
    reason: str | None = None
    """Exit reason, as Elixir prints it."""
    how: str | None = None
    """``returned``, ``exit``, ``error``, ``throw``, ``signal`` or ``killed``."""
    report: str | None = None
    """Its crash report."""
    names: list[Name] = field(default_factory=list)
    """The names it held, in order."""
    stretches: list[Stretch] = field(default_factory=list)
    """What it did, in order; between two stretches it was ready to run and had not its turn yet."""
    works: list[Work] = field(default_factory=list)
    """The work it wanted done, in order."""

    @property
    def pid_text(self) -> str:
        """Its pid, as Elixir prints it."""
        return f"#PID<0.{self.pid}.0>"

    @property
    def label(self) -> str:
        """What a picture calls it: its first name, else its function, else its pid.

        >>> Process(101, function="loop/1").label
        'loop/1'
        >>> Process(101).label
        '#PID<0.101.0>'
        """
        return self.names[0].name if self.names else self.function or self.pid_text

    @property
    def crashed(self) -> bool:
        """It raised or threw, and nothing caught it."""
        return self.report is not None or self.how in ("error", "throw")


@dataclass(slots=True)
class Message:
    """A message and its three instants."""

    kind: Literal["message", "timer", "exit", "down", "call", "reply", "cast", "ack"]
    """Sent by a process; by a timer; an exit signal that was trapped; a monitor that fired; or, sent by a process too,
    a request to a server that will reply, its reply, a request without one, a server's word that it has started."""
    sender: int | None
    """Who sent it, armed the timer, or ended; ``None`` where it was no process."""
    receiver: int | None
    """Whose mailbox it is for; ``None`` where the name was not registered."""
    term: str
    """The message, as Elixir prints it."""
    sent: At
    """When it left."""
    name: str | None = None
    """The registered name it was sent to."""
    enqueued: At | None = None
    """When it entered the mailbox."""
    received: At | None = None
    """When a receive took it out."""
    dropped: At | None = None
    """When it turned out that it reaches nobody."""
    why: str | None = None
    """Why it was dropped: ``dead``, ``unregistered`` or ``inactive``."""
    flushed: At | None = None
    """When a demonitor removed it from the mailbox."""
    reason: str | None = None
    """Exit reason that an ``exit`` or ``down`` message tells, as Elixir prints it."""
    content: str | None = None
    """What is in the envelope of a ``call``, ``reply``, ``cast`` or ``ack``: the request or the answer."""
    call: Call | None = None
    """The call that a ``call`` or ``reply`` belongs to, or that a ``down`` message ends."""

    @property
    def fate(self) -> Literal["received", "flushed", "dropped", "unread", "in flight"]:
        """How it ended; ``unread``: it lay in the mailbox to the end."""
        if self.received:
            return "received"
        if self.flushed:
            return "flushed"
        if self.dropped:
            return "dropped"
        return "unread" if self.enqueued else "in flight"


@dataclass(slots=True)
class Signal:
    """An exit signal."""

    sender: int | None
    """Who ended, or called ``exit/2``."""
    receiver: int
    """Whom it is for."""
    reason: str
    """Exit reason, as Elixir prints it."""
    via: Literal["link", "exit"]
    """Through a link, or by ``exit/2``."""
    sent: At
    """When it left."""
    arrived: At | None = None
    """When it had its effect."""
    effect: Literal["ended", "trapped", "ignored"] | None = None
    """It ended its receiver; became a message; had no effect; ``None``: the trace shows none."""
    message: Message | None = None
    """The message it became where exits are trapped."""


@dataclass(slots=True)
class Bond:
    """A link or a monitor."""

    kind: Literal["link", "monitor"]
    """Which."""
    owner: int | None
    """Who made it; the monitoring process of a monitor."""
    other: int | None
    """The other process; ``None`` where a monitored name was not registered."""
    start: At
    """When it was made."""
    ref: int | None = None
    """Number of a monitor's reference."""
    name: str | None = None
    """The name that was monitored, where it was one."""
    at_spawn: bool = False
    """Made by the spawn of ``other``."""
    for_call: bool = False
    """A monitor that lasts as long as a call, made by it."""
    end: At | None = None
    """When it was gone."""
    ended_by: Literal["unlink", "demonitor", "exit", "down"] | None = None
    """Removed; or one of the two had ended, for a monitor with a ``DOWN`` message where the monitored one did."""
    down: Message | None = None
    """The ``DOWN`` message it gave."""


@dataclass(slots=True)
class Timer:
    """A timer."""

    ref: int
    """Number of its reference."""
    owner: int | None
    """Who armed it."""
    to: int | None
    """Its receiver; ``None`` where that is a name."""
    name: str | None
    """The name that it resolves when it fires."""
    term: str
    """The message it will send, as Elixir prints it."""
    armed: At
    """When it was armed."""
    due: int
    """Virtual time at which it fires, in nanoseconds."""
    fired: At | None = None
    """When it fired."""
    cancelled: At | None = None
    """When it was cancelled."""
    void: At | None = None
    """When it died with its receiver."""
    too_late: list[At] = field(default_factory=list)
    """Attempts to cancel it when it had fired, been cancelled or died."""


class Remark(NamedTuple):
    """Something a process said at a point: output, a note, a state, a crash report, a flag."""

    kind: Literal["output", "note", "state", "crash", "flag"]
    """Which."""
    at: At
    """When."""
    pid: int | None
    """Who; ``None`` where it was no process."""
    text: str
    """What."""


class Tie(NamedTuple):
    """Several processes could run at one instant."""

    at: At
    """When."""
    among: tuple[int, ...]
    """The processes in the order chosen, the first sixteen of them."""
    n: int
    """How many there were."""


_BEGINNING = At(0, 0)


class UnknownProcess(SimulatorError, LookupError):
    """No process of the history is called so."""


@dataclass(slots=True)
class History:
    """What happened in a run. Every list is in the order of the trace."""

    processes: dict[int, Process] = field(default_factory=dict)
    """By pid, in the order of first appearance."""
    messages: list[Message] = field(default_factory=list)
    """Messages of every kind, by when they were sent."""
    signals: list[Signal] = field(default_factory=list)
    """Exit signals."""
    bonds: list[Bond] = field(default_factory=list)
    """Links and monitors."""
    timers: list[Timer] = field(default_factory=list)
    """Timers, by when they were armed."""
    calls: list[Call] = field(default_factory=list)
    """Calls of servers."""
    callbacks: list[Callback] = field(default_factory=list)
    """Callbacks of servers, by when they were entered."""
    children: list[Child] = field(default_factory=list)
    """Children of supervisors, each whenever it was started."""
    remarks: list[Remark] = field(default_factory=list)
    """Output, notes, states, flags and crash reports."""
    ties: list[Tie] = field(default_factory=list)
    """Instants at which several processes could run."""
    events: int = 0
    """How many events there were."""
    last: At = _BEGINNING
    """The last of them."""
    end: At | None = None
    """Where the run ended; ``None`` for a trace that is cut off."""
    end_reason: str | None = None
    """Why the run ended: ``finished``, ``halted``, ``until``, ``limit``, ``interrupted`` or ``error``."""

    def find(self, text: str) -> list[Process]:
        """Return the processes called *text*: a name, a function (with or without arity), a pid or an id.

        Raises :class:`UnknownProcess`, with the nearest that there is.

        >>> happened = History(processes={101: Process(101, function="Counter.loop/1")})
        >>> [process.pid for process in happened.find("Counter.loop")]
        [101]
        >>> happened.find("Conter.loop")
        Traceback (most recent call last):
        ...
        simulator.trace.records.UnknownProcess: no process is called 'Conter.loop'; did you mean 'Counter.loop'?
        """
        called = {pid: _called(process) for pid, process in self.processes.items()}
        found = [self.processes[pid] for pid, names in called.items() if text in names]
        if found:
            return found
        known = list(dict.fromkeys(name for names in called.values() for name in names))
        near = get_close_matches(text, known, n=1, cutoff=0.5)
        hint = f"; did you mean {near[0]!r}?" if near else ""
        raise UnknownProcess(f"no process is called {text!r}{hint}")


def _called(process: Process) -> list[str]:
    """Everything that *process* may be called by, the best first."""
    names = [name.name for name in process.names]
    names += [name.removeprefix(":") for name in names]
    names += [process.function.rpartition("/")[0], process.function]
    names += [process.pid_text, f"<0.{process.pid}.0>", f"0.{process.pid}.0", str(process.pid), process.id]
    return [name for name in names if name]
