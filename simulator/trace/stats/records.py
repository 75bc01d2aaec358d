"""The figures of a run: one record for a process, a kind of call, a scheduler, a supervised child, and the totals.

Durations end in ``_ns`` and are nanoseconds of virtual time; means over time or of durations are floats, all
else is whole. :func:`simulator.trace.statistics` fills them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from simulator.trace.records import At, Name, Process
from simulator.trace.stats.histogram import Bar
from simulator.trace.told import History


@dataclass(slots=True)
class ProcessFigures:
    """The figures of one process, over its life."""

    pid: int
    """The N of ``#PID<0.N.0>``."""
    id: str = ""
    """Stable identity, the same in every run of one scenario; empty where its spawn is not in the trace."""
    function: str = ""
    """What it runs, as ``name/arity`` or ``Module.name/arity``."""
    names: tuple[str, ...] = ()
    """The names it was registered under, in order."""
    own_label: str | None = None
    """What it is to be called, where somebody said so; the last word counts."""
    start_ns: int = 0
    """When it was spawned."""
    end_ns: int | None = None
    """When it ended; ``None``: it was alive at the end of the run."""
    life_ns: int = 0
    """How long it lived; the six times from ``waiting_ns`` to ``working_ns`` add up to it, because code takes none."""
    messages_in: int = 0
    """Messages that entered its mailbox: of processes, timers, links and monitors."""
    messages_out: int = 0
    """Messages it sent, calls, replies and casts included."""
    received: int = 0
    """Messages that a receive took out of its mailbox."""
    mailbox_mean: float = 0.0
    """Messages in its mailbox: mean over its life; 0 for a life without duration."""
    mailbox_max: int = 0
    """The most messages that were in its mailbox."""
    mailbox_max_at_ns: int = 0
    """When that was so for the first time."""
    queueing_mean_ns: float = 0.0
    """How long a message that it received had been in its mailbox, on average."""
    queueing_max_ns: int = 0
    """The longest of these."""
    waiting_ns: int = 0
    """Time in a receive, or in hibernation, until there was a message that it wanted."""
    sleeping_ns: int = 0
    """Time in ``sleep``."""
    calling_ns: int = 0
    """Time in calls, until there was a reply."""
    event_ns: int = 0
    """Time in which it waited for events of SimPy."""
    queued_ns: int = 0
    """Time in which it had work to do and no scheduler."""
    working_ns: int = 0
    """Time in which it worked on a scheduler."""
    callbacks: int = 0
    """Callbacks that it entered, as a server."""
    busy_ns: int = 0
    """Time inside its callbacks, whatever it did there: its messages had to wait."""
    restarts: int = 0
    """Restarts of children that it made, as a supervisor."""

    @property
    def label(self) -> str:
        """What it is called: the label it was given, else its first name, its function, its pid."""
        return self.own_label or (self.names[0] if self.names else self.function or f"#PID<0.{self.pid}.0>")

    @property
    def server(self) -> str:
        """What its calls are called by: its label, its first name, else the module of its function, else that."""
        return server_name(self.own_label, self.names[0] if self.names else "", self.function) or self.label


@dataclass(slots=True)
class CallFigures:
    """The figures of one kind of call: one server, or servers of one module, and one tag of the request."""

    server: str
    """The server's name, or its module where it has none."""
    request: str
    """The request's tag: an atom, or the one that stands first in a tuple; ``_`` where there is none."""
    count: int = 0
    """Calls that were made."""
    replied: int = 0
    """Calls that had a reply in time. The latencies are theirs, from the call to its return."""
    timeouts: int = 0
    """Calls whose caller gave up."""
    down: int = 0
    """Calls whose server had ended, or did so meanwhile."""
    unanswered: int = 0
    """Calls still open when the run, or their caller, ended."""
    late_replies: int = 0
    """Replies to calls whose caller had given up."""
    mean_ns: float = 0.0
    """Mean latency."""
    p50_ns: int = 0
    """Half of the latencies are this or less (the smallest latency of which that is true)."""
    p90_ns: int = 0
    """Nine of ten latencies are this or less."""
    p95_ns: int = 0
    """19 of 20 latencies are this or less."""
    p99_ns: int = 0
    """99 of 100 latencies are this or less."""
    max_ns: int = 0
    """The longest latency."""
    histogram: list[Bar] = field(default_factory=list)
    """How many latencies are how long, the shortest first."""


@dataclass(slots=True)
class SchedulerFigures:
    """The figures of one scheduler, over the run."""

    number: int
    """Its number, from 1; 0 stands for all, where they are unlimited."""
    busy_ns: int = 0
    """Time for which processes worked on it."""
    utilisation: float = 0.0
    """That as a share of the run; of number 0, how many processes worked on average."""
    slices: int = 0
    """How often it took a process on."""
    preemptions: int = 0
    """How often a process left it because its time slice was over."""


@dataclass(slots=True)
class ChildFigures:
    """The figures of the children of one id of one supervisor."""

    supervisor: int
    """Pid of the supervisor."""
    supervisor_id: str
    """The supervisor's stable identity."""
    supervisor_label: str
    """What the supervisor is called."""
    id: str
    """The child's id, as Elixir prints it."""
    starts: int = 0
    """How often a child of this id ran, restarts included."""
    restarts: int = 0
    """How often one was started in place of another."""


@dataclass(slots=True)
class BlockedFigures:
    """A process that waited for others when nothing more could happen."""

    pid: int
    """Its pid."""
    id: str
    """Its stable identity."""
    label: str
    """What it is called."""
    on: str
    """What it waits in: ``call`` or ``receive``."""
    awaits: tuple[int, ...]
    """The pids of those that it waits for: any one would do."""
    awaited: tuple[str, ...]
    """What these are called."""
    waiting_ns: int
    """For how long it had waited."""


@dataclass(slots=True)
class DeadlockFigures:
    """A circle of processes that wait for each other at the end."""

    pids: tuple[int, ...]
    """Each waits for the next, the last for the first."""
    names: tuple[str, ...]
    """What they are called."""
    processes: int
    """How many they are."""


@dataclass(slots=True)
class Totals:
    """The figures of the whole run."""

    duration_ns: int = 0
    """Virtual time at its end."""
    processes: int = 0
    """Processes that there ever were."""
    alive: int = 0
    """Processes alive at the end."""
    crashes: int = 0
    """Processes that ended with a crash report."""
    restarts: int = 0
    """Restarts that supervisors made."""
    sent: int = 0
    """Messages that processes sent."""
    delivered: int = 0
    """Messages that entered a mailbox: those, and of timers, links and monitors."""
    received: int = 0
    """Messages that a receive took out of a mailbox."""
    dropped: int = 0
    """Messages that reached nobody."""
    calls: int = 0
    """Calls made."""
    timeouts: int = 0
    """Calls whose caller gave up."""
    late_replies: int = 0
    """Replies to such calls."""
    casts: int = 0
    """Casts made."""
    timers: int = 0
    """Timers that fired."""
    blocked: int = 0
    """Processes that waited for others when nothing more could happen."""
    deadlocks: int = 0
    """Circles of these."""
    events: int = 0
    """Events in the trace."""


@dataclass(slots=True)
class Statistics:
    """All figures of one run; ``print`` shows them as tables."""

    scenario: str = ""
    """The scenario's name."""
    title: str = ""
    """Its title."""
    seed: int = 0
    """The seed it ran with."""
    ended: str | None = None
    """Why the run ended: ``finished``, ``halted``, ``until`` ...; ``None`` where the trace is cut off."""
    totals: Totals = field(default_factory=Totals)
    """The whole run."""
    processes: list[ProcessFigures] = field(default_factory=list)
    """By first appearance."""
    calls: list[CallFigures] = field(default_factory=list)
    """By first appearance."""
    schedulers: list[SchedulerFigures] = field(default_factory=list)
    """By number; empty where nothing worked."""
    children: list[ChildFigures] = field(default_factory=list)
    """By first appearance."""

    blocked: list[BlockedFigures] = field(default_factory=list)
    """Who waited for whom when nothing more could happen, by pid."""
    deadlocks: list[DeadlockFigures] = field(default_factory=list)
    """Circles of these, by the oldest process in each."""

    def only(self, names: Iterable[str]) -> Statistics:
        """Return the figures of the processes called *names*, with the calls to them and the children of them.

        Names are what :meth:`simulator.trace.History.find` understands: names, functions, pids, ids. Totals and
        schedulers stay those of the whole run. Raises :class:`simulator.trace.UnknownProcess`, with the
        nearest that there is, for a name that no process has.

        >>> run = Statistics(processes=[ProcessFigures(100, function="main/0"), ProcessFigures(101, function="job/1")])
        >>> [process.pid for process in run.only(["job"]).processes]
        [101]
        """
        history = History(processes={process.pid: _as_found(process) for process in self.processes})
        wanted = {found.pid for name in names for found in history.find(name)}
        processes = [process for process in self.processes if process.pid in wanted]
        servers = {process.server for process in processes}
        return replace(
            self,
            processes=processes,
            calls=[call for call in self.calls if call.server in servers],
            children=[child for child in self.children if child.supervisor in wanted],
            blocked=[blocked for blocked in self.blocked if blocked.pid in wanted],
            deadlocks=[circle for circle in self.deadlocks if wanted.intersection(circle.pids)],
        )

    def __str__(self) -> str:
        from simulator.trace.stats.text import text

        return text(self)


def _as_found(process: ProcessFigures) -> Process:
    names = [Name(name, At(0, 0), None) for name in process.names]
    return Process(process.pid, id=process.id, function=process.function, names=names)


def server_name(own_label: str | None, name: str, function: str) -> str:
    """Return what calls of a server are called by: its label, its first name, or the module of its function.

    >>> server_name(None, "", "Stack.init/1"), server_name("the stack", ":stack", "Stack.init/1")
    ('Stack', 'the stack')
    """
    return own_label or name or module_of(function)


def module_of(function: str) -> str:
    """Return the module of a function as a trace names it; empty where it is of none.

    >>> module_of("Task.Supervisor.init/1"), module_of("loop/1")
    ('Task.Supervisor', '')
    """
    module, _, name = function.partition("/")[0].rpartition(".")
    capital = all(part[:1].isupper() and part.isidentifier() for part in module.split("."))
    return module if capital and name.rstrip("?!").isidentifier() else ""
