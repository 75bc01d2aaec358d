"""The kernel of a run whose order is chosen: a process stops before what others can notice, and others go on.

An ordinary kernel gives a process its turn, and all of the turn is done before anybody else goes on. Here every
operation of the table, and what the clock and an exit do, is a step, and before a step the *director* of the run
may keep the process back. A process that is kept stands still in the middle of its code, in a greenlet of its
own; whoever is left takes the turns meanwhile. Without a director that keeps anybody the order is the ordinary
kernel's.

Principles:

1. What is legal is what Erlang guarantees: signals of one pair stay in order, a process sees its own effects,
   a timer is not early. Nothing else is promised, and everything else may be chosen.
2. Whoever is kept goes on as soon as nobody else can, or when the time has come that it may be late at most.
3. A run is determined by what was chosen: steps are counted, and the same choice at the same step is the same run.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heappop
from typing import Any, Final, NamedTuple, Protocol

from greenlet import GreenletExit, getcurrent, greenlet

from simulator.explore.announcing import explored_class, is_deadly
from simulator.explore.points import DELIVER, FIRE, Labels
from simulator.kernel import Kernel, LimitReached, Process
from simulator.kernel.process.operations import CLOCK, MAILBOX, TIMER, Thing
from simulator.kernel.process.patterns import Ask
from simulator.kernel.process.state import EXITED, RECEIVE
from simulator.kernel.process.turns import take_turns
from simulator.kernel.process.ways import way_of
from simulator.kernel.time.entries import Delivery
from simulator.kernel.time.timer import Timer
from simulator.kernel.words.errors import StalledClock
from simulator.terms import Pid

NEVER: Final = 1 << 62
PATIENCE: Final = 2_000
"""Steps after which whoever goes on without a pause gives way, and nobody is kept back any longer (BEAM: 4,000)."""
_CHUNK: Final = 500  # turns between two looks at the limits of a run


class Director(Protocol):
    """Decides the order of a run."""

    watch: int
    """The first step that it wants to be told of; what comes before it is not worth a call."""

    def at(self, kernel: Explored, process: Any, operation: str, thing: Thing | None) -> Keep | None:
        """Tell how the step is kept back; None to let it be."""

    def choose(self, kernel: Explored) -> int:
        """Return the position of whoever is to go on next, among the ready; asked where the run has a policy."""


class Keep(NamedTuple):
    """How somebody is kept back."""

    late: int = 0
    """How long the clock may go on meanwhile, in nanoseconds."""
    outruns: bool = False
    """Whether it goes on for a while before an exit signal ends it that has come meanwhile."""
    other: Any = None
    """Whoever goes on in its place, from among the ready; it is then ready itself. None where all others do."""
    first: bool = False
    """Whether it goes on before those who were kept back before it; else the oldest is the first to go on."""


def _as_it_comes(ready: Sequence[Any]) -> int:
    """The policy of a run whose director is asked for it."""
    return 0


class Kept:
    """A process that is kept back, in the greenlet in which its code stands still."""

    __slots__ = ("greenlet", "mid_turn", "outruns", "process", "since", "step", "until")

    def __init__(self, process: Any, kernel: Explored, keep: Keep, mid_turn: bool) -> None:
        self.process = process
        self.greenlet = getcurrent()
        self.step = kernel.steps
        self.since = kernel._now
        self.until = kernel._now + keep.late
        self.outruns = keep.outruns
        self.mid_turn = mid_turn
        """Whether its code is in the middle of a turn: an exit signal may end it there."""

    def release(self, kernel: Explored) -> None:
        """Let it go on, unless a signal has ended it meanwhile."""
        process = self.process
        if self.mid_turn:
            if process._status == EXITED:
                kernel.abandoned.append(self.greenlet)
                return
            if process._signals is not None and any(is_deadly(process, signal) for signal in process._signals):
                kernel.doomed[self.step] = None
                if not self.outruns and not process._take_signals():
                    kernel.abandoned.append(self.greenlet)
                    return
            elif process._signals is not None:
                process._take_signals()
        kernel.released[self.step] = (kernel.steps, kernel._now)
        kernel.switch_to(self.greenlet)


class LateTimeout:
    """The end of an `after` that is late: a message that comes before it is still in time."""

    __slots__ = ("eid", "process", "since", "step", "until")

    def __init__(self, process: Any, kernel: Explored, keep: Keep) -> None:
        self.process = process
        self.eid = process._deadline_eid
        self.step = kernel.steps
        self.since = kernel._now
        self.until = kernel._now + keep.late

    def release(self, kernel: Explored) -> None:
        """Let the time be over, if it is still waited for."""
        process = self.process
        kernel.released[self.step] = (kernel.steps, kernel._now)
        if process._status != EXITED and process._deadline is not None and process._deadline_eid == self.eid:
            process._deadline = None
            process.expire_now()


class LateTimer:
    """A timer that fires late: until then it can be cancelled."""

    __slots__ = ("since", "step", "timer", "until")

    def __init__(self, timer: Timer, kernel: Explored, keep: Keep) -> None:
        self.timer = timer
        self.step = kernel.steps
        self.since = kernel._now
        self.until = kernel._now + keep.late

    def release(self, kernel: Explored) -> None:
        """Let it fire, if it is still armed."""
        kernel.released[self.step] = (kernel.steps, kernel._now)
        self.timer.fire()


class LateDelivery:
    """Signals of one process to another that are on their way: those that are sent later stay behind them."""

    __slots__ = ("pair", "signals", "since", "step", "target", "until")

    def __init__(self, pair: tuple[int, int], target: Any, kernel: Explored, keep: Keep) -> None:
        self.pair = pair
        self.target = target
        self.signals: list[tuple[Any, ...]] = []
        self.step = kernel.steps
        self.since = kernel._now
        self.until = kernel._now + keep.late

    def release(self, kernel: Explored) -> None:
        """Let them arrive."""
        kernel.released[self.step] = (kernel.steps, kernel._now)
        del kernel.channels[self.pair]
        for signal in self.signals:
            self.target._accept(signal)


_RELEASED: Final = (Kept, LateTimeout, LateTimer, LateDelivery)


class Explored(Kernel):
    """A run that a director orders."""

    director: Director

    def __init__(
        self, director: Director, slack: int = 0, step_limit: int = NEVER, pairwise: bool = False, **settings: Any
    ) -> None:
        chooses = getattr(director, "chooses", False)
        if pairwise and settings.get("latency") is None:
            settings["latency"] = 0  # every signal is one that travels
        way = way_of(settings.get("recorder") is not None, settings.get("latency") is not None)
        super().__init__(
            process_class=explored_class(way),
            policy=_as_it_comes if chooses else None,
            **settings,
        )
        self.director = director
        self.slack = slack
        self.steps = 0
        """How many steps there were."""
        self.watch = director.watch
        self.step_limit = step_limit
        self.labels = Labels()
        self.kept: list[Any] = []
        """Who is kept back, in the order in which they go on: the oldest first, unless one was to come before it."""
        self.instants: list[int] = []
        """The times at which anything was due, in their order."""
        self.released: dict[int, tuple[int, int]] = {}
        """For each step before which somebody was kept back: how many steps there were when that ended, and when."""
        self.doomed: dict[int, None] = {}
        """The steps before which a process was kept back until an exit signal had come that ends it."""
        self.pairwise = pairwise
        """Whether a signal may be on its way while others are sent and arrive."""
        self.channels: dict[tuple[int, int], LateDelivery] = {}
        """For each pair of sender and receiver the signals that are on their way, oldest first."""
        self.patience = PATIENCE
        """Steps after which nobody is kept back any longer."""
        self._fair = PATIENCE
        self.abandoned: list[Any] = []
        self.crashes: list[tuple[str, str]] = []
        """Who crashed, by their stable names, and the reports of that."""
        self.circle: list[str] = []
        """Who waited for each other's replies at the end, in a circle."""
        self._at_end: list[str] = []
        self._idle: list[Any] = []
        self._detached: dict[Any, Any] = {}
        self._until: int | None = None
        self._over = False
        self._hub: Any = None

    # -- steps --------------------------------------------------------------------------------

    def announce(self, process: Any, operation: str, thing: Thing | None, mid_turn: bool = True) -> None:
        """Be told that *process* is about to take a step that the director watches; it may stand still in here."""
        if self.steps >= self._fair:
            self._be_fair(process, mid_turn)
        keep = self.director.at(self, process, operation, thing)
        if keep is not None:
            self._fair = self.steps + self.patience
        self.watch = min(self.director.watch, self._fair)
        if keep is not None:
            self.keep(Kept(process, self, keep, mid_turn), keep)

    def late(self, process: Any, operation: str, thing: Thing | None) -> Keep | None:
        """Return how what the clock is about to do is kept back, or None."""
        self.steps += 1
        if self.steps < self.watch:
            return None
        keep = self.director.at(self, process, operation, thing)
        self.watch = min(self.director.watch, self._fair)
        return keep

    def _be_fair(self, process: Any, mid_turn: bool) -> None:
        """Let everybody go on who is kept back, and whoever is ready: nobody is held for ever, or goes on for ever."""
        if self.steps > self.step_limit:
            self._too_long(process)
        self._fair = self.steps + PATIENCE
        if self.kept or self._ready:
            self._ready.extend(self.kept)
            self.kept.clear()
            here = Kept(process, self, Keep(), mid_turn)
            self._ready.append(here)
            self.stand_still(here)

    def others(self) -> bool:
        """Return whether anybody else could go on, were the one whose turn it is kept back."""
        if self._ready or self.kept:
            return True
        at = self._next_time() if self.slack else None
        return at is not None and at <= self._now + self.slack

    def _too_long(self, process: Any) -> None:
        raise StalledClock(f"{process.pid} ({process.function}) and others go on and on: {self.steps:,} steps")

    # -- who goes on --------------------------------------------------------------------------

    def keep(self, kept: Kept, keep: Keep) -> None:
        """Stand still until nobody else can go on, or until another one has had its turn; come back when released."""
        other = keep.other
        if other is None:
            self.hold_back(kept, keep)
        else:
            ready = self._ready
            ready.remove(other)
            held = ready.popleft() if self._held is not None else None  # what comes first when a turn is over
            ready.extendleft((kept, other))
            if held is not None:
                ready.appendleft(held)
        self.stand_still(kept)

    def stand_still(self, kept: Kept) -> None:
        """Stand still, in the middle of a process's code; come back when it is released."""
        active = self._active_proc
        self.leave(kept.greenlet)
        self._active_proc = active if active is kept.process else None

    def hold_back(self, held: Any, keep: Keep) -> None:
        """Put somebody among those who are kept back: they go on in the order of the list."""
        self.kept.insert(0 if keep.first else len(self.kept), held)

    def be_late(self, process: Any, keep: Keep) -> None:
        """Let the end of an `after` be late: the process goes on waiting."""
        process._deadline = self._now
        self.hold_back(LateTimeout(process, self, keep), keep)

    def leave(self, here: Any) -> None:
        """Let somebody else take the turns, until this greenlet is switched to again."""
        self._active_proc = None
        asker = self._detached.pop(here, None)
        if asker is not None:
            here.parent = self._hub
            asker.switch()
        elif self._idle:
            self._idle.pop().switch()
        else:
            greenlet(self._work, self._hub).switch()

    def switch_to(self, there: Any) -> None:
        """Let a process that was kept go on, and be at hand to take the turns after it."""
        self._idle.append(getcurrent())
        there.switch()

    def aside(self, action: Any) -> None:
        """Do what concerns another process, which may be kept back in it; then this one goes on all the same."""
        active = self._active_proc
        here = getcurrent()

        def act() -> None:
            action()
            if self._detached.pop(there, None) is None:
                self._work()

        there = greenlet(act, here)
        self._detached[there] = here
        there.switch()
        self._active_proc = active

    def _loop(self, until: int | None) -> None:
        self._until = until
        self._hub = getcurrent()
        try:
            greenlet(self._work).switch()
        finally:
            self.circle = [self.labels.of(process.pid) for process in _circle(self._processes.values())]
            self._at_end = super().waiting()
            self._let_go()

    def _work(self) -> None:
        """Take the turns until the run is over, or somebody else takes them."""
        ready = self._ready
        recorder = self._recorder
        limits = self.limits
        instant, left = self._now, limits.instant
        while not self._over:
            if self._now != instant:
                instant, left = self._now, limits.instant
            while ready:
                taken = take_turns(self, ready, _CHUNK)
                self.turns += taken
                left -= taken
                if self._over:
                    return
                if left <= 0:
                    limits.stalled(self._take)
                if recorder is not None:
                    recorder.flush()
            limits.spun = 0
            if self._halting:
                return
            if self.turns > limits.turns:
                raise LimitReached
            if not self._next():
                return

    def _next(self) -> bool:
        """Release the first who cannot be kept until the next instant, or go on to that; False if nothing is left."""
        while not self._ready:
            at = self._next_time()
            if at is not None and self._until is not None and at > self._until:
                at = None
            if self.kept:
                first = next((kept for kept in self.kept if at is None or at > kept.until), None)
                if first is not None:
                    self.kept.remove(first)
                    first.release(self)
                    continue
            if at is None:
                return False
            self._fire_all(at)
        return True

    def _fire_all(self, at: int) -> None:
        """Let all that is due at this instant fire; all of it but what is kept back."""
        queue = self._queue
        self._now = at
        self.instants.append(at)
        while self._next_time() == at:
            entry = heappop(queue)[3]
            if entry.__class__ is self.process_class:
                entry._wake_time = entry._deadline = None
                entry._expire()
            elif entry.__class__ is Timer:
                self._fire_timer(entry)
            elif entry.__class__ is Delivery:
                entry.fire()
            else:
                self._ready.append(entry)

    def _fire_timer(self, timer: Timer) -> None:
        keep = self.late(timer, FIRE, (TIMER, timer.dest)) if timer.active else None
        if keep is None:
            timer.fire()
        else:
            self.hold_back(LateTimer(timer, self, keep), keep)

    def is_kept_back(self, sender: Any, target: Any, signal: tuple[Any, ...]) -> bool:
        """Be told of a signal that sets out; return whether it is on its way for longer than others."""
        pair = (sender.pid.number, target.pid.number)
        channel = self.channels.get(pair)
        if channel is None:
            keep = self.late(sender, DELIVER, (MAILBOX, target.pid))
            if keep is None:
                return False
            channel = self.channels[pair] = LateDelivery(pair, target, self, keep)
            self.hold_back(channel, keep)
        channel.signals.append(signal)
        return True

    def _choose(self) -> None:
        """Let the director choose who goes on next."""
        ready = self._ready
        if len(ready) > 1 and not self._urgent and self._held is None:
            chosen = self.director.choose(self)
            self._record_tie(len(ready), chosen)
            if chosen:
                entry = ready[chosen]
                del ready[chosen]
                ready.appendleft(entry)

    def _happen(self, entry: Any) -> None:
        if entry.__class__ is Timer:
            self._active_proc = None
            self._fire_timer(entry)
        elif isinstance(entry, _RELEASED):
            self._active_proc = None
            entry.release(self)
        else:
            super()._happen(entry)

    # -- processes ----------------------------------------------------------------------------

    def _spawn(self, parent: Any, function: Any, *rest: Any, **more: Any) -> Pid:
        pid = super()._spawn(parent, function, *rest, **more)
        process = pid._process
        self.labels.born(pid.number, None if parent is None else parent.pid.number, process._function[0])
        return pid

    def gates(self, kind: str, which: Any, access: str) -> None:
        """Be told that what processes share is about to be read or written."""
        process: Any = self._active_proc
        if process is not None and (self.slack or kind != CLOCK):
            process.touch(kind, which, access)

    def _crashed(self, process: Any, report: str) -> None:
        self.crashes.append((self.labels.of(process.pid), report))
        super()._crashed(process, report)

    # -- the end ------------------------------------------------------------------------------

    def waiting(self) -> list[str]:
        """Return a line for each process that was alive at the end, as any kernel does."""
        return self._at_end

    def _let_go(self) -> None:
        """Let go of what stands still in the middle of its code: it runs no more of it that matters.

        This belongs to the run, and not to its closing: a greenlet is of one thread.
        """
        self._over = True
        self.watch = NEVER
        self._active_proc = None
        standing = [each.greenlet for each in (*self.kept, *self._ready) if isinstance(each, Kept)]
        self._ready.clear()
        for process in self._processes.values():
            process._status = EXITED
        for each in [*standing, *self.abandoned, *self._idle, *self._detached]:
            _kill(each)
        self.kept.clear()
        self.abandoned.clear()
        self._idle.clear()
        self._detached.clear()


def going(entry: Any) -> Any:
    """Return the process that goes on with an entry of the run queue, or None: of others the order is left as it is."""
    if entry.__class__ is Kept:
        return entry.process
    return entry if isinstance(entry, Process) else None


def _circle(processes: Iterable[Any]) -> list[Any]:
    """Return processes that wait for each other's replies, in a circle; empty if there are none."""
    for process in processes:
        seen: list[Any] = []
        while process is not None and process not in seen:
            seen.append(process)
            waits = process._pending == RECEIVE and process._patterns.__class__ is Ask
            process = process._patterns.pid._process if waits else None
        if process is not None:
            return seen[seen.index(process) :]
    return []


def _kill(there: Any) -> None:
    if not there.dead:
        there.parent = getcurrent()
        try:
            there.throw(GreenletExit)
        except KeyboardInterrupt:
            raise
        except BaseException:  # what its `finally` blocks raise is nobody's concern, as in an ordinary run
            pass
