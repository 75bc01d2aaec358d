"""Choice points: the places of a run where another order is legal, and names for them that outlast an edit.

A point is an operation of a process, named by who does it, what it does, to what, and for which time. What
is counted is that operation on that thing alone, so that changes elsewhere in a program leave the name.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from simulator.kernel.process.operations import MAILBOX, NAME, PROCESS, TIMER
from simulator.kernel.words.reports import function_name
from simulator.terms import Atom, Pid, Reference, inspect

TIMEOUT: Final = "timeout"
FIRE: Final = "fire"
DIE: Final = "die"
END: Final = "end"
FREE: Final = "free"
TELL: Final = "tell"
DELIVER: Final = "deliver"
TURN: Final = "turn"

TIMED: Final = frozenset({TIMEOUT, FIRE})
"""What the clock does: kept back, it is late."""

IMPLIED: Final = {
    TIMEOUT: "the `after` of a receive is over (Expressions, Receive: the time is the least, not the exact one)",
    FIRE: "a timer sends its message (Time and Time Correction, Timers; erlang:send_after/4: not before its time)",
    DIE: "an exit signal ends a process (Processes, Receiving Signals: some time after it was delivered)",
    END: "a process ends by itself (Processes, Process Termination)",
    FREE: "its name is free (Processes, Registered Processes: released when the process ends)",
    TELL: "one of its links or monitors fires (Processes, Links and Monitors: no order among them is promised)",
    DELIVER: "a signal arrives (Processes, Delivery of Signals: only the signals of one pair are in order)",
    TURN: "a process goes on (Processes: they run concurrently)",
}
"""What happens beside the operations of the table, and where the manual says that its moment is not fixed."""

VERBS: Final = {
    "send": "sends to", "ask": "calls", "spawn": "spawns a process", "spawn_link": "spawns a linked process",
    "spawn_monitor": "spawns a monitored process", "spawn_opt": "spawns a process", "exit": "sends an exit signal to",
    "flag": "sets whether it traps exits", "alive": "asks whether {} is alive", "inquire": "asks for the state of",
    "info": "asks for the state of",
    "list": "asks for all processes", "link": "links to", "unlink": "unlinks from", "monitor": "monitors",
    "demonitor": "ends its monitor of", "unalias": "takes back an alias", "register": "registers the name",
    "unregister": "unregisters the name", "whereis": "looks up the name", "registered": "asks for all names",
    "send_after": "arms a timer for", "cancel_timer": "cancels the timer for", "read_timer": "reads the timer for",
    "now": "reads the clock", "now_ms": "reads the clock", "read": "reads", "write": "writes",
    "random": "draws a random number", "work": "asks for a scheduler", "receive": "looks into its mailbox",
    "receive_fitting": "looks into its mailbox", "poll": "looks into its mailbox", TIMEOUT: "times out",
    FIRE: "fires its timer for", DIE: "ends by an exit signal", END: "ends", FREE: "frees the name",
    TELL: "tells {} of its end", DELIVER: "reaches", TURN: "goes on",
}  # fmt: skip
"""An operation in plain words: what follows is the thing, or stands in its braces."""

_ALONE: Final = frozenset(
    {
        "spawn", "spawn_link", "spawn_monitor", "spawn_opt", "flag", "list", "unalias", "registered", "now", "now_ms",
        "random", "work", "receive", "receive_fitting", "poll", TIMEOUT, DIE, END, TURN,
    }
)  # fmt: skip
"""What is told without its thing."""


class Point(NamedTuple):
    """The *nth* time that *process* does *operation* to *object*."""

    process: str
    operation: str
    object: str
    nth: int

    def __str__(self) -> str:
        return f"{self.process} before it {self.told()}"

    def told(self) -> str:
        """Return what is done, in plain words.

        >>> Point("main", "send", "main/worker-1", 2).told()
        'sends to main/worker-1 for the 2nd time'
        """
        verb = VERBS.get(self.operation, self.operation)
        if "{}" in verb:
            verb = verb.format(self.object)
        elif self.operation not in _ALONE:
            verb = f"{verb} {self.object}"
        return verb if self.nth == 1 else f"{verb} for the {ordinal(self.nth)} time"


def ordinal(number: int) -> str:
    """Return a number as it stands in a row.

    >>> [ordinal(n) for n in (1, 2, 3, 4, 11, 22)]
    ['1st', '2nd', '3rd', '4th', '11th', '22nd']
    """
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


class Labels:
    """The stable names of a run's processes: a parent's, a function's, and which of its children of that name."""

    __slots__ = ("_counts", "_known", "_unnamed")

    def __init__(self) -> None:
        self._known: dict[int, str] = {}
        self._counts: dict[tuple[int, str], int] = {}
        self._unnamed: list[tuple[int, int | None, Any]] = []

    def born(self, number: int, parent: int | None, function: Any) -> None:
        """Be told of a new process; it is named when somebody asks, which in most runs nobody does."""
        self._unnamed.append((number, parent, function))

    def of(self, pid: Pid) -> str:
        """Return the stable name of a process."""
        return self._names().get(pid.number, "?")

    def all(self) -> list[str]:
        """Return the stable names of all processes that there were, in the order of their making."""
        return [*self._names().values()]

    def known(self, label: str) -> bool:
        """Return whether there was a process of this name."""
        return label in self._names().values()

    def _names(self) -> dict[int, str]:
        if self._unnamed:
            for number, parent, function in self._unnamed:
                self._known[number] = self._name(parent, function_name(function))
            self._unnamed.clear()
        return self._known

    def _name(self, parent: int | None, name: str) -> str:
        if parent is None:
            return name
        nth = self._counts[parent, name] = self._counts.get((parent, name), 0) + 1
        return f"{self._known.get(parent, '?')}/{name}-{nth}"

    def thing(self, thing: tuple[str, Any] | None) -> str:
        """Return the stable name of what an operation touches."""
        if thing is None:
            return ""
        kind, which = thing
        if which.__class__ is tuple and len(which) == 2 and which[1].__class__ is Reference:
            which = which[1]  # an array of counters
        if which.__class__ is Pid:
            return self.of(which)
        if which is None:
            return "all" if kind in (PROCESS, NAME) else kind
        if which.__class__ is Reference:
            return f"{kind} of {'?' if which._owner is None else self.of(which._owner)}"
        if kind in (NAME, MAILBOX, TIMER, PROCESS) and which.__class__ is Atom:
            return inspect(which)
        return f"{kind} {inspect(which)[:60]}"
