"""The events of a trace: one class a kind, its fields with their units.

This file is the schema. Every line of a trace file but the first is one of these, and
``docs/trace.md`` describes the same fields in the same words (a test holds the two together).
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

FORMAT = "beam-simulator-trace"
VERSION = 2
"""Schema 1 had no nodes, identities as long as a process's ancestry, and lines of the simulator's own; it is read."""

NODE = "nonode@nohost"
"""The node of a run that names none, as Erlang calls a node that is not distributed."""

Count = Annotated[int, msgspec.Meta(ge=0)]
Size = Annotated[int, msgspec.Meta(ge=0, le=2**53)]  # of what is there at once: more there cannot be


class Event(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    omit_defaults=True,
    tag_field="kind",
    forbid_unknown_fields=True,
    gc=False,  # no event is part of a circle
):
    """What every event has."""

    seq: Count
    """Position in the trace, from 0 without gaps: the one total order."""
    t: Count
    """Virtual time in nanoseconds since the start of the run."""
    pid: Size | None = None
    """The process the event belongs to: the N of ``#PID<0.N.0>``; absent where there is none."""
    cause: int | None = None
    """``seq`` of the event that made this one happen; absent for the first."""
    line: Size | None = None
    """Line of the program's code that the process was at; absent where it was in a library's loop."""
    file: str | None = None
    """The file of that line, which is never one of the simulator's; absent where it is the scenario's own."""


class Spawn(Event, frozen=True, kw_only=True, tag="spawn"):
    """A process, ``pid``, came to life."""

    parent: int | None = None
    """Who spawned it; absent for the first process."""
    id: str
    """Stable identity: parent's id (a digest of a long one), function, running number; the same in every run."""
    function: str
    """What it runs, as ``name/arity`` or ``Module.name/arity``."""
    args: list[str] = []
    """The arguments it was given, each as Elixir prints it."""
    link: bool = False
    """Spawned with a link to its parent."""
    monitor: int | None = None
    """Number of the reference with which its parent monitors it from the start."""
    node: str | None = None
    """The node that it runs on; absent where it is the header's."""


class Exit(Event, frozen=True, kw_only=True, tag="exit"):
    """A process ended."""

    reason: str
    """Exit reason, as Elixir prints it."""
    how: Literal["returned", "exit", "error", "throw", "signal", "killed"]
    """Function returned; called exit/1; raised; threw; died of an exit signal; was killed."""


class Crash(Event, frozen=True, kw_only=True, tag="crash"):
    """The crash report of a process that raised or threw; its ``exit`` follows."""

    report: str
    """The report's text, as Elixir's Logger words it."""


class Send(Event, frozen=True, kw_only=True, tag="send"):
    """A message left its sender, ``pid``."""

    to: int | None = None
    """Receiver; absent where the name is not registered."""
    name: str | None = None
    """The registered name it was sent to, where it was one."""
    msg: str
    """The message, as Elixir prints it."""


class Deliver(Event, frozen=True, kw_only=True, tag="deliver"):
    """A message entered the mailbox of ``pid``; ``cause`` is its send, fire, signal or down."""

    depth: Size
    """Messages in the mailbox, this one included."""


class Drop(Event, frozen=True, kw_only=True, tag="drop"):
    """A message reached nobody: ``pid`` was dead (absent: no such name); ``cause`` is its send or fire."""

    why: Literal["dead", "unregistered", "inactive"]
    """Receiver dead; name not registered when a timer fired; the alias it was sent to no longer active."""


class Receive(Event, frozen=True, kw_only=True, tag="receive"):
    """A message was taken out of the mailbox by a receive; ``cause`` is its deliver."""

    depth: Size
    """Messages left in the mailbox."""


class Wait(Event, frozen=True, kw_only=True, tag="wait"):
    """A process blocked; the interval ends with its next receive, timeout, resume or exit."""

    on: Literal["receive", "sleep", "hibernate", "event", "call"]
    """What for: a message; time; a message, in hibernation; a SimPy event; the reply to a call."""
    patterns: list[str] = []
    """The patterns that a message must match one of; empty where any will do."""
    until: Count | None = None
    """Virtual time of the deadline, in nanoseconds; absent for none."""
    detail: str | None = None
    """What exactly: the SimPy event, the server called."""


class Timeout(Event, frozen=True, kw_only=True, tag="timeout"):
    """The deadline of a wait passed; ``cause`` is that wait."""


class Resume(Event, frozen=True, kw_only=True, tag="resume"):
    """The SimPy event that the process waited for happened; ``cause`` is that wait."""


class Work(Event, frozen=True, kw_only=True, tag="work"):
    """A process began to need a scheduler, for ``duration``."""

    duration: Count
    """Nanoseconds of work."""


class Run(Event, frozen=True, kw_only=True, tag="run"):
    """A scheduler took the process on; the slice ends with its next preempt, worked or exit."""

    scheduler: Size
    """Number of the scheduler, from 1; 0 where they are unlimited."""


class Preempt(Event, frozen=True, kw_only=True, tag="preempt"):
    """The time slice ended and another process waited for the scheduler."""

    left: Count
    """Nanoseconds of work still to do."""


class Worked(Event, frozen=True, kw_only=True, tag="worked"):
    """The work is done; ``cause`` is its work."""


class Timer(Event, frozen=True, kw_only=True, tag="timer"):
    """A timer was armed by ``pid``."""

    ref: int
    """Number of the timer's reference."""
    to: int | None = None
    """Receiver; absent where it goes to a name."""
    name: str | None = None
    """The name to resolve when it fires."""
    msg: str
    """The message it will send."""
    at: Count
    """Virtual time at which it fires, in nanoseconds."""


class Fire(Event, frozen=True, kw_only=True, tag="fire"):
    """A timer fired and sent its message to ``to``; ``pid`` armed it, ``cause`` is its timer."""

    ref: int
    """Number of the timer's reference."""
    to: int | None = None
    """Receiver; absent where its name is not registered."""


class Cancel(Event, frozen=True, kw_only=True, tag="cancel"):
    """A timer was cancelled by ``pid``, or died with its receiver."""

    ref: int
    """Number of the timer's reference."""
    left: Count | None = None
    """Nanoseconds that were left; absent where it was too late."""


class Link(Event, frozen=True, kw_only=True, tag="link"):
    """``pid`` linked itself to ``to``."""

    to: int
    """The other process."""


class Unlink(Event, frozen=True, kw_only=True, tag="unlink"):
    """``pid`` removed its link to ``to``."""

    to: int
    """The other process."""


class Monitor(Event, frozen=True, kw_only=True, tag="monitor"):
    """``pid`` began to monitor ``to``."""

    ref: int
    """Number of the monitor's reference."""
    to: int | None = None
    """The process monitored; absent where the name was not registered."""
    name: str | None = None
    """The name it was given, where it was one."""


class Demonitor(Event, frozen=True, kw_only=True, tag="demonitor"):
    """``pid`` ended a monitor."""

    ref: int
    """Number of the monitor's reference."""
    flush: bool = False
    """Its DOWN message, too, was removed from the mailbox."""


class Signal(Event, frozen=True, kw_only=True, tag="signal"):
    """An exit signal left ``pid`` for ``to``; what it caused there has it as cause."""

    to: int
    """Receiver."""
    reason: str
    """Exit reason, as Elixir prints it."""
    via: Literal["link", "exit"]
    """Through a link, or by exit/2."""
    msg: str | None = None
    """The ``{:EXIT, pid, reason}`` message it becomes where exits are trapped."""


class Ignore(Event, frozen=True, kw_only=True, tag="ignore"):
    """An exit signal reached ``pid`` and had no effect; ``cause`` is that signal."""


class Down(Event, frozen=True, kw_only=True, tag="down"):
    """A monitor of ``pid`` fired; its message went to ``to``."""

    to: int
    """The monitoring process."""
    ref: int
    """Number of the monitor's reference."""
    reason: str
    """Exit reason, as Elixir prints it."""
    msg: str
    """The ``{:DOWN, ref, :process, pid, reason}`` message."""


class Register(Event, frozen=True, kw_only=True, tag="register"):
    """``pid`` got a name."""

    name: str
    """The name, as Elixir prints it."""


class Unregister(Event, frozen=True, kw_only=True, tag="unregister"):
    """``pid`` lost its name."""

    name: str
    """The name, as Elixir prints it."""


class Label(Event, frozen=True, kw_only=True, tag="label"):
    """``pid`` is to be called otherwise from here on, wherever a reader sees it."""

    label: str
    """What: a text as it is, any other term as Elixir prints it."""


class Flag(Event, frozen=True, kw_only=True, tag="flag"):
    """``pid`` changed one of its flags."""

    flag: str
    """Which, as ``trap_exit``."""
    value: str
    """Its new value, as Elixir prints it."""


class Output(Event, frozen=True, kw_only=True, tag="output"):
    """``pid`` printed."""

    text: str
    """What it printed, line ends included."""


class Note(Event, frozen=True, kw_only=True, tag="note"):
    """``pid`` placed a remark for the reader of the trace."""

    text: str
    """The remark."""


class Hibernate(Event, frozen=True, kw_only=True, tag="hibernate"):
    """``pid`` went into hibernation; the wait for its next message follows."""


class Call(Event, frozen=True, kw_only=True, tag="call"):
    """``pid`` called a server and will wait for its reply; the ``send`` that this causes carries the request."""

    to: int | None = None
    """The server; absent where its name is not registered."""
    name: str | None = None
    """The name it was called by, where it was one."""
    ref: int
    """Number of the call's reference, which its ``reply`` and its ``return`` have too."""
    request: str
    """The request, as Elixir prints it."""
    until: Count | None = None
    """Virtual time at which the caller gives up, in nanoseconds; absent for never."""


class Reply(Event, frozen=True, kw_only=True, tag="reply"):
    """``pid`` replied to a call; the ``send`` that this causes carries the reply."""

    to: int
    """The caller."""
    ref: int
    """Number of the call's reference."""
    reply: str
    """The reply, as Elixir prints it."""


class Return(Event, frozen=True, kw_only=True, tag="return"):
    """A call of ``pid`` came to its end; ``cause`` is the receive or the timeout that ended it."""

    ref: int
    """Number of the call's reference."""
    how: Literal["replied", "timeout", "down"]
    """With a reply; without one in time; because the server had ended, or did so meanwhile."""


class Cast(Event, frozen=True, kw_only=True, tag="cast"):
    """``pid`` cast a request, which nobody replies to; the ``send`` that this causes carries it."""

    to: int | None = None
    """The server; absent where its name is not registered."""
    name: str | None = None
    """The name it was cast to, where it was one."""
    request: str
    """The request, as Elixir prints it."""


class Callback(Event, frozen=True, kw_only=True, tag="callback"):
    """A server entered one of its callbacks; the next ``called`` of ``pid`` is its end."""

    name: str
    """Which: ``Module.handle_call`` ..."""
    state: str | None = None
    """The state it was given, as Elixir prints it; only if the run was to record states."""


class Called(Event, frozen=True, kw_only=True, tag="called"):
    """A server's callback returned or raised."""

    name: str
    """Which: ``Module.handle_call`` ..."""
    returned: str
    """What it returned, without the state: ``:reply``, ``:noreply``, ``:stop``, ``:ok`` ...; ``raised``."""
    state: str | None = None
    """The new state, as Elixir prints it; only if the run was to record states."""


class Child(Event, frozen=True, kw_only=True, tag="child"):
    """A supervisor, ``pid``, has a child that runs."""

    child: int
    """The child process."""
    id: str
    """Its id in the supervisor, as Elixir prints it."""
    role: Literal["worker", "supervisor"]
    """What it is."""
    replaces: int | None = None
    """The process that ran in its place before, where this is a restart."""
    most: Count | None = None
    """How many restarts its supervisor may make in ``within``; one more ends the supervisor."""
    within: Count | None = None
    """Nanoseconds in which they count, in whole seconds of the clock, as OTP counts."""


class Tie(Event, frozen=True, kw_only=True, tag="tie"):
    """Several processes could run at this instant; they did in this order."""

    among: list[int]
    """The processes in the order chosen, the first sixteen of them."""
    n: Size
    """How many there were."""


class Blocked(Event, frozen=True, kw_only=True, tag="blocked"):
    """At the end of the run, as nothing more can happen, the process still waits for others; its cause is the wait."""

    on: Literal["receive", "call"]
    """What it waits in."""
    awaits: list[int]
    """The processes that it waits for: any one of them would do."""


class Deadlock(Event, frozen=True, kw_only=True, tag="deadlock"):
    """Blocked processes wait for each other in a circle, so that none of them can go on."""

    among: list[int]
    """The processes: each waits for the next, the last for the first."""


class End(Event, frozen=True, kw_only=True, tag="end"):
    """The run ended; always the last event of a whole trace."""

    reason: Literal["finished", "halted", "until", "limit", "interrupted", "error"]
    """Nothing more could happen; the main process ended; the time, the event limit, Ctrl-C, an error ended it."""
    detail: str | None = None
    """The error's text."""


AnyEvent = (
    Spawn
    | Exit
    | Crash
    | Send
    | Deliver
    | Drop
    | Receive
    | Wait
    | Timeout
    | Resume
    | Work
    | Run
    | Preempt
    | Worked
    | Timer
    | Fire
    | Cancel
    | Link
    | Unlink
    | Monitor
    | Demonitor
    | Signal
    | Ignore
    | Down
    | Register
    | Unregister
    | Label
    | Flag
    | Output
    | Note
    | Hibernate
    | Call
    | Reply
    | Return
    | Cast
    | Callback
    | Called
    | Child
    | Tie
    | Blocked
    | Deadlock
    | End
)


def kinds() -> dict[str, type[Event]]:
    """Return the class of each kind of event, by its name in a trace file."""
    return {str(cls.__struct_config__.tag): cls for cls in Event.__subclasses__()}


Plain = int | float | str | bool | None


class Scenario(msgspec.Struct, frozen=True, omit_defaults=True):
    """What ran."""

    name: str
    """The file's name without its folder, or the main function's."""
    title: str = ""
    """First line of its docstring."""
    doc: str = ""
    """The rest of its docstring."""
    source: str = ""
    """Its text, so that a picture can show the line of an event."""


class Header(msgspec.Struct, frozen=True):
    """The first line of a trace."""

    format: str
    """Always ``beam-simulator-trace``."""
    version: int
    """Version of this schema."""
    scenario: Scenario
    """What ran."""
    settings: dict[str, int | float | str | bool | dict[str, int | float | str | bool | None] | None]
    """The settings that were in force; times in nanoseconds."""
    seed: int
    """Seed of every generator of random numbers."""
    node: str = NODE
    """The node that processes run on whose spawn names no other."""
