"""The kernel: the processes, their names and timers, the run queue, and the run itself.

One kernel is one run. It is a SimPy environment (see :mod:`simulator.kernel.time.clock`), so a SimPy model
and Elixir processes share its time.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from random import Random
from types import GeneratorType, ModuleType
from typing import Any

from simpy.core import EmptySchedule, Infinity, StopSimulation
from simpy.events import Event

from simulator.kernel.journal import Journal
from simulator.kernel.limits import EVENT_LIMIT, INSTANT_LIMIT, MAILBOX_LIMIT, PROCESS_LIMIT, LimitReached, Limits
from simulator.kernel.process.bodies import body_of, module_function
from simulator.kernel.process.isolation import immutable, isolated, settled
from simulator.kernel.process.kinds import NODE
from simulator.kernel.process.leader import GroupLeader
from simulator.kernel.process.node import Node
from simulator.kernel.process.process import Process
from simulator.kernel.process.recording import Recorder
from simulator.kernel.process.relations import Relations
from simulator.kernel.process.retirement import close_quietly
from simulator.kernel.process.state import ENDED, EXITED
from simulator.kernel.process.turns import take_turns
from simulator.kernel.process.ways import way_of
from simulator.kernel.time.clock import Policy
from simulator.kernel.time.latency import Latency, LatencySetting
from simulator.kernel.time.schedulers import Schedulers
from simulator.kernel.time.timer import Timers
from simulator.kernel.waiting import (
    Blocked,
    blocked,
    called,
    deadlocks,
    is_stuck,
    state_lines,
    waiting_line,
    waiting_lines,
)
from simulator.kernel.words.errors import (
    OutputLost,
)
from simulator.kernel.words.front import PYTHON, Front
from simulator.kernel.words.reports import encodable
from simulator.terms import Atom, Pid, Reference, inspect
from simulator.terms.durations import nanoseconds

FIRST_PID = 100
_FLUSH_EVERY = 250  # turns, where an instant has that many: a run that is killed is to lose few events


class Draws(Random):
    """The run's generator of random numbers. All processes draw from the one: it is not copied as others are."""


class Kernel(Journal):
    """One run of processes on a virtual clock.

    *seed* seeds every random number. *schedulers* is how many processes may ``work`` at once (None: as
    many as want to), *time_slice* how long one works while others wait. *latency* delays signals
    between processes (see :mod:`simulator.kernel.time.latency`). *recorder* takes the events of the trace,
    with the states of servers if *record_states* is true.
    *policy* chooses among those that could run at an instant, in place of first come first served.
    *output* and *report* take what processes print and the reports of crashes. *front* is what the
    front end of the program decides (see :mod:`simulator.kernel.words.front`), *process_class* the class of the
    processes: exploring has its own.
    """

    gates: Callable[[str, Any, str], None] | None = None
    """Called before what processes share beside their mailboxes is read or written, where a run wants to know."""

    __slots__ = (
        "_last_pid",
        "_processes",
        "latency",
        "messages",
        "turns",
    )

    def __init__(
        self,
        *,
        seed: int = 0,
        schedulers: int | None = None,
        time_slice: int | float | str = 1,
        latency: LatencySetting | None = None,
        recorder: Recorder | None = None,
        record_states: bool = False,
        policy: Policy | None = None,
        limit: int = EVENT_LIMIT,
        instant_limit: int = INSTANT_LIMIT,
        mailbox_limit: int = MAILBOX_LIMIT,
        process_limit: int = PROCESS_LIMIT,
        output: Callable[[str], Any] | None = None,
        report: Callable[[str], Any] | None = None,
        front: Front = PYTHON,
        process_class: type[Process] | None = None,
    ) -> None:
        super().__init__(policy, process_class or way_of(recorder is not None, latency is not None), recorder)
        self.front = front
        """What the front end of the program decides."""
        self.random = Draws(seed)
        self.record_states = record_states
        """Whether the trace is to hold the states of servers."""
        self.latency = None if latency is None else Latency(latency, seed + 1)
        """How long signals travel; None where they arrive at once."""
        self.schedulers = schedulers
        """How many processes may work at once; None for as many as want to."""
        self._schedulers = Schedulers(self, schedulers, nanoseconds(time_slice))
        self.limits = Limits(self, limit, instant_limit, mailbox_limit, process_limit)
        """After how much the run is stopped that never ends."""
        self._output = output or sys.stdout.write
        self._report = report
        self.node = Node(NODE, GroupLeader(self))
        """Where the processes live; there is one node."""
        self._processes: dict[int, Process] = {}
        self.timers = Timers(self)
        """Those that are armed."""
        self._retired: list[Any] = []
        self._last_pid = FIRST_PID - 1
        self._references = 0
        self._main: Process | None = None
        self._halt = self._halting = False
        self._polls = 0  # looks into mailboxes that were over at once
        self.turns = 0
        """How many turns processes have taken."""
        self.messages = 0
        """How many messages were received."""
        self.main_exit: tuple[Any, str] | None = None
        """Exit reason of the main process and how it ended, once it has."""
        self.failed_assertion: AssertionError | None = None
        """The first ``AssertionError`` that ended a process."""
        self.main_banner = ""
        """What Elixir prints of a main process that ended abnormally."""

    @property
    def spawned(self) -> int:
        """How many processes there ever were."""
        return self._last_pid - FIRST_PID + 1

    @property
    def alive(self) -> int:
        """How many processes are alive."""
        return len(self._processes)

    @property
    def halted(self) -> bool:
        """Whether the run ended because its main process had."""
        return self._halting

    @property
    def pending(self) -> bool:
        """Whether there is something that would still happen."""
        return self.peek() != Infinity

    # -- for SimPy code beside the processes --------------------------------------------------

    def process_of(self, pid: Pid) -> Event:
        """Return the process of a pid, for SimPy code to wait for; an event that has happened, if it is dead."""
        if pid._process is not None:
            return pid._process  # type: ignore[no-any-return]
        ended = Event(self)
        ended._ok, ended._value = True, None
        ended.callbacks = None  # type: ignore[assignment]
        return ended

    def delay(self, duration: int | float | str) -> Event:
        """Return a SimPy timeout of a duration in milliseconds, or as ``"1.5s"``."""
        return self.timeout(nanoseconds(duration))

    def send(self, dest: Pid | Atom, message: Any) -> Any:
        """Send a message from outside any process, as SimPy code beside them may; return it.

        Raises :class:`~simulator.kernel.ArgumentError` for a name that is not registered.
        """
        target = dest._process if dest.__class__ is Pid else self.node.names.resolve(dest)
        message = message if immutable(message) else isolated(message)
        recorder = self._recorder
        tag = 0
        if recorder is not None:
            tag = recorder.seq
            recorder.seq = tag + 1
            number = dest.number if isinstance(dest, Pid) else None if target is None else target.pid.number
            name = None if dest.__class__ is Pid else inspect(dest)
            recorder.extend(("send", tag, self._now, None, None, None, 0, number, name, settled(message)))
        if target is None:
            self._drop(dest, tag)
        else:
            target._take_in(message, tag)
        return message

    # -- running ------------------------------------------------------------------------------

    def start(self, function: Any, *args: Any, halt: bool = False) -> Pid:
        """Make the main process, which runs ``function(proc, *args)``; with *halt* the run ends when it has ended."""
        self._halt = halt
        pid = self._spawn(None, function, args, False, None)
        self._main = pid._process
        return pid

    def run(self, until: int | float | str | Event | None = None, stay: bool = True) -> Any:
        """Run until nothing more can happen, until a time (nanoseconds, as SimPy's clock counts, or ``"1.5s"``), or
        until a SimPy event has happened.

        Returns the event's value, as SimPy does. Where nothing is left before that time the clock goes on
        to it, as SimPy's does; with ``stay=False`` it stops at what happened last. Raises
        :class:`StalledClock` if time does not advance and :class:`LimitReached` after as many turns as
        the run may take.
        """
        if isinstance(until, Event):
            if until.callbacks is None:
                return until.value
            until.callbacks.append(StopSimulation.callback)
            try:
                self._loop(None)
            except StopSimulation as stop:
                return stop.args[0]
            raise RuntimeError(f"nothing more can happen, but {until} has not been triggered")
        if isinstance(until, str):
            until = nanoseconds(until)
        if until is not None and (not isinstance(until, (int, float)) or until != int(until) or until < self._now):
            raise ValueError(f"until is a time in whole nanoseconds, not before now ({self._now}): {until!r}")
        at = None if until is None else int(until)
        self._loop(at)
        if at is not None and not self._halting and (stay or self.pending):
            self._now = at
        return None

    def waiting(self) -> list[str]:
        """Return a line for each process alive, twenty at most: who it is, where in its code, whom it waits for."""
        return waiting_lines(self._processes.values())

    def states(self, since: Pid) -> list[str]:
        """Return a line for each process alive that is no older than *since*: as :meth:`waiting`, with its mailbox."""
        return state_lines(each for number, each in self._processes.items() if number >= since.number)

    def called(self, pid: Pid) -> str:
        """Return what a process is called in a report: its pid, and its name or function while it is alive."""
        return called(pid)

    def blocked(self) -> list[Blocked]:
        """Return who waits for others without a limit (see :mod:`simulator.kernel.waiting`)."""
        return blocked(self._processes.values())

    @property
    def stuck(self) -> bool:
        """Whether the main process waits for what cannot come, for nothing more can happen."""
        return self._main is not None and not self.pending and is_stuck(self._main)

    @property
    def main_waits(self) -> str:
        """What the main process waits for, and where, in words."""
        assert self._main is not None
        mine = next((each for each in self.blocked() if each.pid is self._main.pid), None)
        line = waiting_line(self._main, mine)
        return line if mine is not None else f"{line} waits {'for an event' if self._main.target else 'for a message'}"

    def record_waiting(self) -> list[tuple[Pid, ...]]:
        """Record who is blocked at the end, and return the circles among them; only those while more could happen."""
        waiting = self.blocked()
        circles = deadlocks(waiting)
        if self.pending:
            within = {pid for circle in circles for pid in circle}
            waiting = [each for each in waiting if each.pid in within]
        if self._recorder is not None:
            seqs = {
                each.pid: self._record_for(each.pid, "blocked", each.seq, each.on, [pid.number for pid in each.awaits])
                for each in waiting
            }
            for circle in circles:
                last = max(seqs[pid] for pid in circle)
                self._record_for(None, "deadlock", last, [pid.number for pid in circle])
        return circles

    def close(self) -> None:
        """End the run for good: what still waits is let go without running any more of its code."""
        self._active_proc = None
        for process in self._processes.values():
            process._pending, process._status, process._frame = ENDED, EXITED, None
            self._retired.append((process, process._generator))
            callers = process._callers
            while callers is not None:
                self._retired.append((process, callers[0]))
                callers = callers[1]
        close_quietly(self._retired)

    def step(self) -> None:
        """Let one thing happen: a turn of a process, or a SimPy event.

        Raises ``simpy.core.EmptySchedule`` where nothing is left.
        """
        if not self._ready and not self._advance(None):
            raise EmptySchedule
        self.turns += self._take(self._ready, 1)

    def _loop(self, until: int | None) -> None:
        """Empty one instant after the other."""
        self._horizon = Infinity if until is None else until + 1
        try:
            self._empty(until)
        finally:
            self._horizon = 0

    def _empty(self, until: int | None) -> None:
        recorder = self._recorder
        limits = self.limits
        instant, left = self._now, limits.left(self.turns)
        while True:
            if self._now != instant:
                instant, left = self._now, limits.left(self.turns)
            while self._ready:
                taken = self._take(self._ready, left if recorder is None else min(left, _FLUSH_EVERY))
                self.turns += taken
                left -= taken
                if not left:
                    if self.turns > limits.turns:
                        raise LimitReached
                    limits.stalled(self._take)
                if recorder is not None:
                    recorder.flush()
            limits.spun = 0
            if self._halting:
                return
            if self.turns > limits.turns:
                raise LimitReached
            if not self._advance(until):
                return

    _take = take_turns
    """Lets everything in a run queue happen, for so many turns at most; returns how many it took."""

    def _turn_of(self, process: Process) -> None:
        """Give a process its turn out of its order."""
        self.turns += take_turns(self, deque([process]), 1)

    def _choose(self) -> None:
        """Let the policy choose whose turn it is."""
        ready, policy = self._ready, self._policy
        assert policy is not None
        if len(ready) > 1 and not self._urgent and self._held is None:
            chosen = policy(ready)
            self._record_tie(len(ready), chosen)
            entry = ready[chosen]
            del ready[chosen]
            ready.appendleft(entry)

    def _record_tie(self, count: int, chosen: int = 0) -> None:
        """Record that *count* things can happen now, and which of them comes first."""
        count -= (self._held is not None) + bool(self.node.leader.clients)
        if self._recorder is not None and count > 1:
            self._record_choice(self._ready, count, chosen)

    def _main_ended(self, main: Process, reason: Any, how: str) -> None:
        self.main_exit = (reason, how)
        if how in ("signal", "killed"):
            self.main_banner = f"** (EXIT from {main.pid}) {self.front.exit_text(reason)}"
        self._halting = self._halt

    # -- processes ----------------------------------------------------------------------------

    def _spawn(
        self,
        parent: Process | None,
        function: Any,
        args: tuple[Any, ...],
        link: bool,
        ref: Reference | None,
        title: str | None = None,
    ) -> Pid:
        """Make a process and put it at the end of the run queue."""
        if parent is not None and self._active_proc is not parent:
            raise parent._out_of_turn("spawn")
        label = function
        if len(args) == 2 and args[1].__class__ is list and isinstance(function, (type, ModuleType)):
            label, function, args = module_function(function, args[0], args[1])
        if args and title is None:
            args = args if immutable(args) else isolated(args)
        if len(self._processes) >= self.limits.processes:
            raise self.limits.too_many(parent)
        number = self._last_pid = self._last_pid + 1
        pid = Pid(number)
        if parent is not None:
            pid._spawner, pid._mark = parent.pid.number, parent._arrived
        process = self.process_class(self, pid, (label, len(args)) if title is None else (title, -1), None)
        if title is not None and function.__class__ is GeneratorType:
            process._generator = function
        else:
            process._generator = body_of(process, function, args)
        self._processes[number] = process
        if link or ref is not None:
            assert parent is not None
            theirs = process._relations = Relations()
            own = parent._relations or parent._related()
            if link:
                theirs.links = {parent.pid.number: parent.pid}
                own.link(pid)
            if ref is not None:
                theirs.monitored_by = {ref.number: (parent.pid, ref)}
                own.watch(ref.number, (pid, pid, False))
        if self._recorder is not None:
            self._record_spawn(parent, process, args, link, ref)
        self._ready.append(process)
        return pid

    # -- what is printed ----------------------------------------------------------------------

    def _print(self, process: Process, text: str) -> None:
        """Print what a process says."""
        text = encodable(text)
        self._record_at("output", process, process._cause, text)
        try:
            self._output(text)
        except UnicodeEncodeError:  # it goes where not every letter can be written: no fault of the process
            self._output(text.encode("ascii", "backslashreplace").decode())
        except OSError as wrong:
            raise OutputLost(f"the output cannot be written: {wrong.strerror}") from wrong

    def report_through(self, wrap: Callable[[Callable[[str], Any] | None], Callable[[str], Any]]) -> None:
        """Let reports of crashes go through what *wrap* makes of where they go now."""
        self._report = wrap(self._report)

    def tell_report(self, report: str) -> None:
        """Tell a report where reports of crashes go."""
        if self._report is not None:
            self._report(report)

    def _crashed(self, process: Process, report: str) -> None:
        """Pass on the report of a crash."""
        report = encodable(report)
        process._cause = self._record("crash", process, process._cause, report)
        if process is not self._main and self.front.hears_reports():
            self.tell_report(report)
