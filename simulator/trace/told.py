"""What happened in a run: every record that its trace tells, and processes found by what they are called."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches

from simulator.terms.errors import SimulatorError
from simulator.trace.records import (
    At,
    Blocked,
    Bond,
    Call,
    Callback,
    Child,
    Message,
    Process,
    Remark,
    Signal,
    Tie,
    Timer,
)

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
    blocked: list[Blocked] = field(default_factory=list)
    """Processes that waited for others when nothing more could happen."""
    deadlocks: list[tuple[int, ...]] = field(default_factory=list)
    """Circles of these: each waits for the next, the last for the first."""
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
        simulator.trace.told.UnknownProcess: no process is called 'Conter.loop'; did you mean 'Counter.loop'?
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
    names = [process.own_label or "", *(name.name for name in process.names)]
    names += [name.removeprefix(":") for name in names]
    names += [process.function.rpartition("/")[0], process.function]
    names += [process.pid_text, f"<0.{process.pid}.0>", f"0.{process.pid}.0", str(process.pid), process.id]
    return [name for name in names if name]
