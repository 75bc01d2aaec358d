"""What a trace says happened, put together: one record for a process, a message, a timer, a link.

An event is a point; a record joins the points that belong together. A field that has not come about,
or that a cut-off trace does not reach, is ``None``. :func:`simulator.trace.telling.history` fills them; a
:class:`simulator.trace.told.History` holds those of a run.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple


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
    own_label: str | None = None
    """What it is to be called, where somebody said so; the last word counts."""
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
        """What a picture calls it: the label it was given, else its first name, its function, its pid.

        >>> Process(101, function="loop/1").label
        'loop/1'
        >>> Process(101).label
        '#PID<0.101.0>'
        """
        return self.own_label or (self.names[0].name if self.names else self.function or self.pid_text)

    @property
    def known_by(self) -> str:
        """What else it is, below its label: its name where the label is another, else its function; empty for neither.

        >>> Process(101, function="loop/1").known_by
        ''
        >>> Process(101, function="loop/1", own_label="the counter").known_by
        'loop/1'
        """
        if self.own_label is not None and self.names:
            return self.names[0].name
        return self.function if self.names or self.own_label is not None else ""

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


@dataclass(slots=True)
class Call:
    """A call of a server, from its request to its end."""

    caller: int | None
    """Who called."""
    server: int | None
    """Who was called; ``None`` where the name was not registered."""
    name: str | None
    """The name it was called by, where it was one."""
    ref: int
    """Number of its reference."""
    request: str
    """The request, as Elixir prints it."""
    start: At
    """When it was made."""
    until: int | None = None
    """Virtual time at which the caller gives up, in nanoseconds; ``None`` for never."""
    message: Message | None = None
    """The message that carries the request."""
    replied: At | None = None
    """When the server replied."""
    reply: str | None = None
    """The reply, as Elixir prints it."""
    answer: Message | None = None
    """The message that carries the reply; ``dropped`` where it came too late."""
    end: At | None = None
    """When the caller went on."""
    how: Literal["replied", "timeout", "down"] | None = None
    """With the reply; without one in time; because the server had ended, or did so meanwhile."""


@dataclass(slots=True)
class Callback:
    """One run of a server's callback."""

    pid: int
    """The server."""
    name: str
    """Which: ``Module.handle_call`` ..."""
    start: At
    """When it was entered."""
    before: str | None = None
    """The state it was given, as Elixir prints it, where states were recorded."""
    end: At | None = None
    """When it returned, or its process ended."""
    returned: str | None = None
    """What it returned, without the state; ``None`` where it did not."""
    after: str | None = None
    """The new state."""


class Child(NamedTuple):
    """A child of a supervisor runs."""

    supervisor: int
    """The supervisor."""
    pid: int
    """The child."""
    id: str
    """Its id in the supervisor, as Elixir prints it."""
    role: Literal["worker", "supervisor"]
    """What it is."""
    at: At
    """Since when."""
    replaces: int | None
    """The process that ran in its place before, where this is a restart."""


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


class Blocked(NamedTuple):
    """A process that waited for others when nothing more could happen."""

    at: At
    """When that was."""
    pid: int
    """Who waits."""
    since: At
    """Since when."""
    on: Literal["receive", "call"]
    """What it waits in."""
    awaits: tuple[int, ...]
    """For whom: any one of these would do."""
