"""Operations: everything that a process does and another can notice, in one table.

A row names a method of :class:`~simulator.kernel.Process`, tells from its arguments what it touches, and
whether it only reads that. Two operations of different processes whose order can matter touch the same
thing, and one of them writes it; whatever is not in the table commutes with everything that others do.
Who explores the orders of a program (``simulator explore``) makes its class of processes from this table. An
ordinary run does not know it.

Source of the semantics: the Erlang reference manual, "Processes" (signals, delivery, links, monitors,
aliases), and the modules ``erlang`` and ``ets``, which say what each of these does to others.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple

from simulator.terms import Atom, Pid, Reference

READ: Final = "read"
WRITE: Final = "write"

# What can be touched, beside the tables that libraries name in `touch`.
MAILBOX: Final = "mailbox"
PROCESS: Final = "process"
NAME: Final = "name"
CLOCK: Final = "clock"
TIMER: Final = "timer"

Thing = tuple[str, Any]
"""What is touched: its kind, and which of that kind. A pid stands for a process that may be dead."""


class Operation(NamedTuple):
    """A method that touches what others can see."""

    name: str
    touched: Callable[..., Thing | None]
    """Called with the process and the method's arguments; None where these concern nobody else."""
    access: str = WRITE


def mailbox_of(process: Any, dest: Any, *_: Any, **__: Any) -> Thing:
    """Return the mailbox that a destination stands for now; the name itself, if nobody has it."""
    if dest.__class__ is Pid:
        return (MAILBOX, dest)
    if dest.__class__ is Reference and dest._owner is not None:
        return (MAILBOX, dest._owner)
    if dest.__class__ is tuple and dest:
        dest = dest[0]
    target = process.env.node.names.get(dest) if dest.__class__ is Atom else None
    return (NAME, dest) if target is None else (MAILBOX, target.pid)


def _own_mailbox(process: Any, *_: Any, **__: Any) -> Thing:
    return (MAILBOX, process.pid)


def _own_state(process: Any, *_: Any, **__: Any) -> Thing:
    return (PROCESS, process.pid)


def _process(process: Any, pid: Any, *_: Any, **__: Any) -> Thing:
    return (PROCESS, pid) if pid.__class__ is Pid else (NAME, pid)


def _signalled(process: Any, *args: Any) -> Thing | None:
    return None if len(args) != 2 or args[0] == process.pid else (PROCESS, args[0])


def _monitored(process: Any, ref: Any, *_: Any, **__: Any) -> Thing:
    monitors = {} if process._relations is None else process._relations.monitors
    entry = monitors.get(ref.number) if ref.__class__ is Reference else None
    return (PROCESS, process.pid if entry is None or entry[0] is None else entry[0])


def _named(process: Any, name: Any, *_: Any, **__: Any) -> Thing:
    return (NAME, name)


def _given_name(process: Any, pid: Any, name: Any, *_: Any, **__: Any) -> Thing:
    return (NAME, name)


def _all_names(process: Any) -> Thing:
    return (NAME, None)


def _all_processes(process: Any) -> Thing:
    return (PROCESS, None)


def _armed(process: Any, dest: Any, *_: Any, **__: Any) -> Thing:
    return (TIMER, dest)


def _timer(process: Any, ref: Any, *_: Any, **__: Any) -> Thing:
    timer = process.env.timers.get(ref.number) if ref.__class__ is Reference else None
    return (TIMER, process.pid if timer is None else timer.dest)


def _clock(process: Any) -> Thing:
    return (CLOCK, None)


def _generator(process: Any) -> Thing:
    return ("random", None)


def _device(process: Any, *_: Any, **__: Any) -> Thing:
    return ("device", None)


def _scheduler(process: Any, *_: Any, **__: Any) -> Thing | None:
    return None if process.env.schedulers is None else ("schedulers", None)


def _touched(process: Any, kind: str, which: Any, access: str = WRITE) -> Thing:
    return (kind, which)


OPERATIONS: Final = (
    # Messages: who comes first into a mailbox, and what is there when its owner looks.
    Operation("send", mailbox_of),
    Operation("ask", mailbox_of),
    Operation("respond", mailbox_of),
    Operation("post", mailbox_of),
    Operation("receive", _own_mailbox),
    Operation("receive_fitting", _own_mailbox),
    Operation("take", _own_mailbox),
    Operation("poll", _own_mailbox, READ),
    Operation("hibernate", _own_mailbox, READ),
    # Processes: that there is one, and that there is one no more.
    Operation("spawn", _own_state),
    Operation("spawn_link", _own_state),
    Operation("spawn_monitor", _own_state),
    Operation("spawn_opt", _own_state),
    Operation("exit", _signalled),
    Operation("flag", _own_state),
    Operation("alive", _process, READ),
    Operation("info", _process, READ),
    Operation("inquire", _process, READ),
    Operation("list", _all_processes, READ),
    # Links, monitors, aliases: who is told of whose end.
    Operation("link", _process),
    Operation("unlink", _process),
    Operation("monitor", _process),
    Operation("demonitor", _monitored),
    Operation("alias", _own_mailbox),
    Operation("unalias", _own_mailbox),
    # Names.
    Operation("register", _given_name),
    Operation("unregister", _named),
    Operation("whereis", _named, READ),
    Operation("registered", _all_names, READ),
    # Timers and the clock.
    Operation("send_after", _armed),
    Operation("cancel_timer", _timer),
    Operation("read_timer", _timer, READ),
    Operation("now", _clock, READ),
    Operation("now_ms", _clock, READ),
    # What all share.
    Operation("touch", _touched),
    Operation("random", _generator),
    Operation("work", _scheduler),
    Operation("output", _device),
    Operation("consult", _device, READ),
    Operation("puts", _device),
    Operation("inspect", _device),
)
"""The table. ``access`` is what a method can do at most: :meth:`Process.touch` is told it by its caller."""

COMPOSED: Final = frozenset({"await_reply", "call", "cast", "receive_for", "receive_since", "reply"})
"""Public methods that do what they do by others, which are in the table."""

PRIVATE: Final = frozenset(
    {
        # what a process is, and what only itself sees
        "delete", "dictionary_size", "env", "front", "function", "get", "get_keys", "make_ref", "name", "pid", "put",
        "remember",
        # waiting, and the ends of its own code: what others notice of those is the exit
        "arrived", "error", "fetch", "give_way", "leave", "on_end", "perform", "sleep", "throw", "withdraw", "yield_",
        # parts of `alive`, `info` and `inquire`
        "hibernates", "known", "unheard", "unsettled", "watches",
        # remarks for the trace and the reports
        "label", "note", "record", "record_own", "recording", "recording_states", "report",
        # SimPy's interface of an event
        "callbacks", "defused", "fail", "interrupt", "is_alive", "ok", "processed", "succeed", "target", "trigger",
        "triggered", "value",
    }
)  # fmt: skip
"""Public methods and attributes that concern nobody else."""
