"""The kernel: the processes, their names and timers, the run queue, and the run itself.

One kernel is one run. It is a SimPy environment (see :mod:`simulator.kernel.time.clock`), so a SimPy model
and Elixir processes share its time.
"""

from __future__ import annotations

import sys
from collections import deque
from collections.abc import Callable
from itertools import islice
from random import Random
from types import GeneratorType, ModuleType
from typing import Any

from simpy.core import EmptySchedule, Infinity, StopSimulation
from simpy.events import Event

from simulator.kernel.process.bodies import body_of, module_function
from simulator.kernel.process.isolation import immutable, isolated, settled
from simulator.kernel.process.kinds import NODE
from simulator.kernel.process.leader import GroupLeader
from simulator.kernel.process.process import Process
from simulator.kernel.process.recording import Recorder
from simulator.kernel.process.relations import Relations
from simulator.kernel.process.retirement import close_quietly
from simulator.kernel.process.state import ENDED, EXITED, UNSEEN, State
from simulator.kernel.process.turns import take_turns
from simulator.kernel.process.ways import way_of
from simulator.kernel.time.clock import Clock, Policy
from simulator.kernel.time.latency import Latency, LatencySetting
from simulator.kernel.time.schedulers import Schedulers
from simulator.kernel.time.timer import Timer
from simulator.kernel.waiting import Blocked, blocked, deadlocks, is_stuck
from simulator.kernel.words.errors import (
    MailboxFlood,
    OutputLost,
    StalledClock,
    TooManyProcesses,
    badarg,
)
from simulator.kernel.words.front import PYTHON, Front
from simulator.kernel.words.places import OWN, calling_line, calling_place, position
from simulator.kernel.words.reports import encodable, function_name
from simulator.terms import Atom, Pid, Reference, inspect
from simulator.terms.durations import duration_text, nanoseconds
from simulator.terms.places import place_of

FIRST_PID = 100
EVENT_LIMIT = 10_000_000
"""Turns of processes after which a run without an end is stopped."""
INSTANT_LIMIT = 5_000_000
"""Turns of processes without the clock moving after which it is taken to stand still."""
MAILBOX_LIMIT = 2_000_000
"""Messages in one mailbox after which it is taken to be flooded."""
PROCESS_LIMIT = 1_200_000
"""Processes alive at once after which spawning is taken to have no end: about a gigabyte of them."""
_TIE_SHOWN = 16
_FLUSH_EVERY = 250  # turns, where an instant has that many: a run that is killed is to lose few events


class Draws(Random):
    """The run's generator of random numbers. All processes draw from the one: it is not copied as others are."""


class LimitReached(Exception):
    """The run was stopped because it had gone on for as many turns as it may."""


class Kernel(Clock):
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
        "_recorder",
        "_values",
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
        super().__init__(policy, process_class or way_of(recorder is not None, latency is not None))
        self.front = front
        """What the front end of the program decides."""
        self.random = Draws(seed)
        self._recorder = recorder
        self.record_states = record_states
        """Whether the trace is to hold the states of servers."""
        self._values: list[Any] = [] if recorder is None else recorder.values
        self.latency = None if latency is None else Latency(latency, seed + 1)
        """How long signals travel; None where they arrive at once."""
        self.schedulers = schedulers
        """How many processes may work at once; None for as many as want to."""
        self._schedulers = Schedulers(self, schedulers, nanoseconds(time_slice))
        self._limit, self._instant_limit = limit, instant_limit
        self._mailbox_limit, self._process_limit = mailbox_limit, process_limit
        self._output = output or sys.stdout.write
        self._report = report
        self._leader = GroupLeader(self)
        self._processes: dict[int, Process] = {}
        self._names: dict[Atom, Process] = {}
        self._timers: dict[int, Timer] = {}  # by the number of their references
        self._retired: list[Any] = []
        self._last_pid = FIRST_PID - 1
        self._references = 0
        self._main: Process | None = None
        self._halt = self._halting = False
        self._polls = 0  # looks into mailboxes that were over at once
        self._spun = 0  # reductions used by preempted processes at this instant, counted as turns
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
    def recorded(self) -> int | None:
        """How many events were recorded; None without a recorder."""
        return None if self._recorder is None else self._recorder.seq

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
        target = dest._process if dest.__class__ is Pid else self._resolve(dest)
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
        """Return a line for each process alive, twenty at most: who it is, where in its code, whom it waits for.

        Those that wait for others come first.
        """
        blocked = {each.pid: each for each in self.blocked()}
        alive = [*(process for process in self._processes.values() if process.pid in blocked)]
        alive += islice((process for process in self._processes.values() if process.pid not in blocked), 20)
        lines = [self._waiting_line(process, blocked.get(process.pid)) for process in alive[:20]]
        return lines if len(lines) == self.alive else [*lines, f"and {self.alive - len(lines):,} more"]

    def _waiting_line(self, process: Process, blocked: Blocked | None) -> str:
        line = f"{process.pid} ({_shown_name(process)}){_at_line(process)}"
        if blocked is None:
            return line
        others = " or ".join(self.called(pid) for pid in blocked.awaits)
        return f"{line} waits {'in a call ' if blocked.on == 'call' else ''}for {others}"

    def called(self, pid: Pid) -> str:
        """Return what a process is called in a report: its pid, and its name or function while it is alive."""
        process = pid._process
        return f"{pid}, which has ended" if process is None else f"{pid} ({_shown_name(process)})"

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
        line = self._waiting_line(self._main, mine)
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
                seq = self._recorder.seq
                self._recorder.seq = seq + 1
                last = max(seqs[pid] for pid in circle)
                among = [pid.number for pid in circle]
                self._recorder.extend(("deadlock", seq, self._now, None, last, None, 0, among))
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
        instant, left = self._now, self._instant_limit
        while True:
            if self._now != instant:
                instant, left = self._now, self._instant_limit
            while self._ready:
                taken = self._take(self._ready, left if recorder is None else min(left, _FLUSH_EVERY))
                self.turns += taken
                left -= taken
                if not left:
                    self._stalled()
                if recorder is not None:
                    recorder.flush()
            self._spun = 0
            if self._halting:
                return
            if self.turns > self._limit:
                raise LimitReached
            if not self._advance(until):
                return

    def _take(self, ready: deque[Any], limit: int) -> int:
        """Let everything in *ready* happen, for so many turns at most; return how many it took."""
        return take_turns(self, ready, limit)

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
        """Record that *count* things can happen now, and which order they will take."""
        recorder = self._recorder
        count -= (self._held is not None) + bool(self._leader.clients)
        if recorder is None or count < 2:
            return
        shown = list(islice(self._ready, max(_TIE_SHOWN, chosen + 1)))
        shown.insert(0, shown.pop(chosen))
        among = [entry.pid.number for entry in shown[:_TIE_SHOWN] if isinstance(entry, Process)]
        if len(among) > 1:
            seq = recorder.seq
            recorder.seq = seq + 1
            recorder.extend(("tie", seq, self._now, None, None, None, 0, among, count))

    def _main_ended(self, main: Process, reason: Any, how: str) -> None:
        self.main_exit = (reason, how)
        if how in ("signal", "killed"):
            self.main_banner = f"** (EXIT from {main.pid}) {self.front.exit_text(reason)}"
        self._halting = self._halt

    # -- what never ends ----------------------------------------------------------------------

    def _count(self, process: Process, reductions: int) -> None:
        """Count a whole turn's reductions of a process that did not block."""
        self._spun += reductions
        if self._spun > self._instant_limit:
            raise self._stall_of([process])

    def _stalled(self) -> None:
        """Watch who goes on and on, and say so."""
        seen: dict[Process, int] = {}
        for _ in range(1_000):
            if not self._ready:
                break
            entry = self._ready[0]
            if isinstance(entry, Process):
                seen[entry] = seen.get(entry, 0) + 1
            self._take(self._ready, 1)
        going = [process for process in seen if process._generator is not None]
        going = going or [entry for entry in self._ready if isinstance(entry, Process)]  # each spawns the next
        guilty = sorted(going, key=lambda process: (-seen.get(process, 0), process.pid.number))
        raise self._stall_of(guilty[:4])

    def _stall_of(self, guilty: list[Process]) -> StalledClock:
        names = ", ".join(f"{process.pid} ({process.function}){_at_line(process)}" for process in guilty)
        known = [place_of(*place) for process in guilty if (place := position(process))[0] is not None]
        return StalledClock(
            f"virtual time stands still at {duration_text(self._now)}: {names or 'SimPy events'} would go on for ever",
            *(known[0] if known else ("", 0)),
        )

    def _check_flood(self, process: State, depth: int) -> None:
        """Stop a run in which one mailbox holds more than it may."""
        if self._recorder is not None:
            self._recorder.flush()
        if depth <= self._mailbox_limit:
            return
        sender = self._active_proc
        file, line = calling_line(sender, 1) if isinstance(sender, Process) else ("", 0)
        raise MailboxFlood(
            f"the mailbox of {process.pid} ({process.name}) is flooded: {depth:,} messages wait in it", file, line
        )

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
        if isinstance(function, (type, ModuleType)) and len(args) == 2 and args[1].__class__ is list:
            label, function, args = module_function(function, args[0], args[1])
        if args and title is None:
            args = args if immutable(args) else isolated(args)
        if len(self._processes) >= self._process_limit:
            raise self._too_many(parent)
        number = self._last_pid = self._last_pid + 1
        pid = Pid(number)
        if parent is not None:
            pid._spawner, pid._mark = parent.pid.number, parent._arrived
        process = self.process_class(self, pid, (label, len(args)) if title is None else (title, -1), None)
        ready = title is not None and function.__class__ is GeneratorType
        process._generator = function if ready else body_of(process, function, args)
        self._processes[number] = process
        if link or ref is not None:
            assert parent is not None
            theirs = process._relations = Relations()
            own = parent._relations or parent._related()
            if link:
                theirs.links[parent.pid] = None
                own.links[pid] = None
            if ref is not None:
                theirs.monitored_by[ref.number] = (parent.pid, ref)
                own.monitors[ref.number] = (pid, pid, False)
        if self._recorder is not None:
            self._record_spawn(parent, process, args, link, ref)
        self._ready.append(process)
        return pid

    def _too_many(self, parent: Process | None) -> TooManyProcesses:
        """Return the error for one process more than the run allows."""
        return TooManyProcesses(
            f"{self.alive:,} processes are alive, and {'the run' if parent is None else parent.pid} spawns one more "
            "(the setting process_limit allows more)",
            *calling_line(parent, 3),
        )

    def _record_spawn(
        self, parent: Process | None, process: Process, args: tuple[Any, ...], link: bool, ref: Reference | None
    ) -> None:
        recorder = self._recorder
        assert recorder is not None
        what, arity = process._function
        name = function_name(what)
        shown = [settled(arg) for arg in args] if args and arity >= 0 else ()
        cause = spawner = nth = code = None
        instruction = 0
        if parent is not None:
            children = (parent._relations or parent._related()).children
            nth = children[name] = children.get(name, 0) + 1
            cause, spawner = parent._cause, parent.pid
            code, instruction = calling_place(parent, 3)
        process._cause = seq = recorder.seq
        recorder.seq = seq + 1
        values = self._values
        values += (
            "spawned", seq, self._now, process.pid, cause, code, instruction,
            spawner, name, nth, arity, shown, link, None if ref is None else ref.number,
        )  # fmt: skip
        if not seq & 0x3FF:
            recorder.flush()  # a turn may be very long
        process._frame = None if OWN[process._generator.gi_code.co_filename] else UNSEEN

    # -- signals on their way -----------------------------------------------------------------

    def _resolve(self, dest: Any) -> Process | None:
        """Return the process that a name means; raise as ``send`` does for what is no destination."""
        if dest.__class__ is Atom:
            target = self._names.get(dest)
            if target is not None:
                return target
        elif dest.__class__ is str:
            raise badarg(1, f"invalid destination (a name is an atom: atom.{dest})")
        elif dest.__class__ is Reference:
            owner: Process | None = None if dest._owner is None else dest._owner._process
            return owner if owner is not None and owner._has_alias(dest) else None
        elif dest.__class__ is tuple and len(dest) == 2 and dest[1] is NODE:
            return self._names.get(dest[0])
        raise badarg(1, "invalid destination")

    def _drop(self, dest: Any, cause: int) -> None:
        """Record that a message reached nobody."""
        if self._recorder is not None:
            pid = dest.number if dest.__class__ is Pid else None
            why = "dead" if pid is not None else "unregistered"
            if dest.__class__ is Reference:
                pid, why = dest._owner.number, "inactive"
            seq = self._recorder.seq
            self._recorder.seq = seq + 1
            self._recorder.extend(("drop", seq, self._now, pid, cause, None, 0, why))

    # -- the trace ----------------------------------------------------------------------------

    def _record(self, kind: str, process: State, cause: int | None, *fields: Any, depth: int = 0) -> int:
        """Record an event and return its number; *depth* is how far up the stack the user's code is."""
        recorder = self._recorder
        if recorder is None:
            return 0
        code, instruction = None, 0
        if depth:
            code, instruction = calling_place(self._active_proc or process, depth)
        seq = recorder.seq
        recorder.seq = seq + 1
        recorder.extend((kind, seq, self._now, process.pid.number, cause, code, instruction, *fields))
        if not seq & 0x3FF:
            recorder.flush()  # a turn may be very long
        return seq

    def _settled(self, term: Any) -> Any:
        """Return *term* for a record; None where there is no recorder."""
        return None if self._recorder is None else settled(term)

    def _record_for(self, pid: Pid, kind: str, cause: int, *fields: Any) -> int:
        """Record an event of a process that may be dead."""
        recorder = self._recorder
        if recorder is None:
            return 0
        seq = recorder.seq
        recorder.seq = seq + 1
        recorder.extend((kind, seq, self._now, pid.number, cause, None, 0, *fields))
        return seq

    def _print(self, process: Process, text: str) -> None:
        """Print what a process says."""
        text = encodable(text)
        self._record("output", process, process._cause, text, depth=3)
        try:
            self._output(text)
        except UnicodeEncodeError:  # it goes where not every letter can be written: no fault of the process
            self._output(text.encode("ascii", "backslashreplace").decode())
        except OSError as wrong:
            raise OutputLost(f"the output cannot be written: {wrong.strerror}") from wrong

    def report_through(self, wrap: Callable[[Callable[[str], Any] | None], Callable[[str], Any]]) -> None:
        """Let reports of crashes go through what *wrap* makes of where they go now."""
        self._report = wrap(self._report)

    def _crashed(self, process: Process, report: str) -> None:
        """Pass on the report of a crash."""
        report = encodable(report)
        process._cause = self._record("crash", process, process._cause, report)
        if self._report is not None and process is not self._main:
            self._report(report)


def _shown_name(process: Process) -> str:
    """Return the registered name of a process as Elixir prints it, or its function's label."""
    return process.function if process._name is None else inspect(process._name)


def _at_line(process: Process) -> str:
    """Return at which line of the scenario a process is; nothing where it is in a library's loop."""
    place = position(process)
    return "" if place[0] is None else f" at line {place_of(*place)[1]}"
