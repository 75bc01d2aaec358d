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

from collections.abc import Callable, Sequence
from heapq import heappop
from typing import Any, Final, Protocol

from simulator.explore.announcing import explored_class
from simulator.explore.keeping import NEVER, Held, Keep, Keeping, Kept, LateDelivery, LateTimeout, LateTimer
from simulator.explore.points import DELIVER, FIRE, Labels
from simulator.explore.stage import Stage
from simulator.explore.trail import Effects
from simulator.kernel import Kernel, LimitReached, Process
from simulator.kernel.process.operations import CLOCK, MAILBOX, TIMER, Thing
from simulator.kernel.process.state import EXITED
from simulator.kernel.process.turns import take_turns
from simulator.kernel.process.ways import way_of
from simulator.kernel.time.entries import Delivery
from simulator.kernel.time.timer import Timer
from simulator.kernel.waiting import deadlocks
from simulator.kernel.words.errors import StalledClock
from simulator.terms import Pid

PATIENCE: Final = 2_000
"""Steps after which whoever goes on without a pause gives way, and nobody is kept back any longer (BEAM: 4,000)."""
_CHUNK: Final = 500  # turns between two looks at the limits of a run


class Director(Protocol):
    """Decides the order of a run."""

    watch: int
    """The first step that it wants to be told of; what comes before it is not worth a call."""

    @property
    def rest(self) -> Callable[[Explored], bool] | None:
        """What is called where nothing more happens at an instant, and tells whether the run has to go on."""

    def at(self, kernel: Explored, process: Any, operation: str, thing: Thing | None) -> Keep | None:
        """Tell how the step is kept back; None to let it be."""

    def choose(self, kernel: Explored) -> int:
        """Return the position of whoever is to go on next, among the ready; asked where the run has a policy."""


def _as_it_comes(ready: Sequence[Any]) -> int:
    """The policy of a run whose director is asked for it."""
    return 0


class Explored(Kernel):
    """A run that a director orders."""

    director: Director

    def __init__(
        self, director: Director, slack: int = 0, step_limit: int = NEVER, pairwise: bool = False, **settings: Any
    ) -> None:
        self.effects = Effects()
        """What this run has done so far that no step tells."""
        if pairwise and settings.get("latency") is None:
            settings["latency"] = 0  # every signal is one that travels
        way = way_of(settings.get("recorder") is not None, settings.get("latency") is not None)
        super().__init__(
            process_class=explored_class(way),
            policy=_as_it_comes if getattr(director, "chooses", False) else None,
            **settings,
        )
        self.director = director
        self.slack = slack
        self.steps = 0
        """How many steps there were."""
        self.watch = director.watch
        self.step_limit = step_limit
        self.labels = Labels()
        self.keeping = Keeping()
        """Who is kept back, and what came of those who were."""
        self.stage = Stage(self._work)
        """The greenlets that take the turns."""
        self.instants: list[int] = []
        """The times at which anything was due, in their order."""
        self.pairwise = pairwise
        """Whether a signal may be on its way while others are sent and arrive."""
        self.patience = PATIENCE
        """Steps after which nobody is kept back any longer."""
        self._fair = PATIENCE
        self.crashes: list[tuple[str, str]] = []
        """Who crashed, by their stable names, and the reports of that."""
        self.circle: list[str] = []
        """Who waited for each other's replies at the end, in a circle."""
        self._at_end: list[str] = []
        self._until: int | None = None
        self._over = False
        self.gave_way = False
        """Whether somebody gave way at this instant for having gone on without a pause."""
        self.cut = False
        """Whether the director has ended the run: what follows is known."""

    # -- steps --------------------------------------------------------------------------------

    def announce(self, process: Any, operation: str, thing: Thing | None, mid_turn: bool = True) -> None:
        """Be told that *process* is about to take a step that the director watches; it may stand still in here."""
        if self.steps >= self._fair:
            self._be_fair(process, mid_turn)
        if self.is_over:
            self.watch = self._fair
            return
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
        held = self.keeping.held
        if held or self._ready:
            self.gave_way = True
            self._ready.extend(held)
            held.clear()
            here = Kept(process, self, Keep(), mid_turn)
            self._ready.append(here)
            self.stand_still(here)

    def others(self) -> bool:
        """Return whether anybody else could go on, were the one whose turn it is kept back."""
        if self._ready or self.keeping.held:
            return True
        at = self._next_time() if self.slack else None
        return at is not None and at <= self._now + self.slack

    def _too_long(self, process: Any) -> None:
        raise StalledClock(f"{process.pid} ({process.function}) and others go on and on: {self.steps:,} steps")

    @property
    def is_over(self) -> bool:
        """Whether the main process has ended, and the program with it: what others still do is nobody's concern."""
        return self._halt and self._main is not None and self._main._status == EXITED

    @property
    def main_label(self) -> str:
        """The stable name of the main process."""
        assert self._main is not None
        return self.labels.of(self._main.pid)

    # -- who goes on --------------------------------------------------------------------------

    def keep(self, kept: Kept, keep: Keep) -> None:
        """Stand still until nobody else can go on, or until another one has had its turn; come back when released."""
        other = keep.other
        if other is None:
            self.keeping.add(kept, keep)
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
        active, self._active_proc = self._active_proc, None
        self.stage.leave(kept.greenlet)
        self._active_proc = active if active is kept.process else None

    def be_late(self, process: Any, keep: Keep) -> None:
        """Let the end of an `after` be late: the process goes on waiting."""
        process._deadline = self._now
        self.keeping.add(LateTimeout(process, self, keep), keep)

    def aside(self, action: Callable[[], Any]) -> None:
        """Do what concerns another process, which may be kept back in it; then this one goes on all the same."""
        active = self._active_proc
        self.stage.aside(action)
        self._active_proc = active

    def _loop(self, until: int | None) -> None:
        self._until = until
        try:
            self.stage.play()
        finally:
            circles = deadlocks(self.blocked())
            self.circle = [self.labels.of(pid) for pid in circles[0]] if circles else []
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
            first = self.keeping.take_first(at)
            if first is not None:
                first.release(self)
                continue
            if at is None:
                return False
            if self.director.rest is not None and not self.director.rest(self):
                self.cut = True
                return False
            self._fire_all(at)
        return True

    def _fire_all(self, at: int) -> None:
        """Let all that is due at this instant fire; all of it but what is kept back."""
        queue = self._queue
        self._now = at
        self.gave_way = False
        if not self.keeping.held:  # nobody waits for whoever went on: there was a pause
            self._fair = self.steps + PATIENCE
            self.watch = min(self.director.watch, self._fair)
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
            self.keeping.add(LateTimer(timer, self, keep), keep)

    def is_kept_back(self, sender: Any, target: Any, signal: tuple[Any, ...]) -> bool:
        """Be told of a signal that sets out; return whether it is on its way for longer than others."""
        pair = (sender.pid.number, target.pid.number)
        channel = self.keeping.channels.get(pair)
        if channel is None:
            keep = self.late(sender, DELIVER, (MAILBOX, target.pid))
            if keep is None:
                return False
            channel = self.keeping.channels[pair] = LateDelivery(pair, target, self, keep)
            self.keeping.add(channel, keep)
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
        elif isinstance(entry, Held):
            self._active_proc = None
            entry.release(self)
        else:
            super()._happen(entry)

    # -- processes ----------------------------------------------------------------------------

    def _spawn(self, parent: Any, function: Any, *rest: Any, **more: Any) -> Pid:
        pid = super()._spawn(parent, function, *rest, **more)
        process = pid._process
        spawner = None if parent is None else parent.pid.number
        self.labels.born(pid.number, spawner, process._function[0])
        self.effects.spawns.append(spawner)
        return pid

    def gates(self, kind: str, which: Any, access: str) -> None:
        """Be told that what processes share is about to be read or written."""
        process: Any = self._active_proc
        if process is not None and (self.slack or kind != CLOCK):
            process.touch(kind, which, access)

    @property
    def _references(self) -> int:
        """How many references there are."""
        return len(self.effects.references)

    @_references.setter
    def _references(self, count: int) -> None:
        if count:
            maker: Any = self._active_proc
            self.effects.references.append(None if maker is None else maker.pid.number)

    def _print(self, process: Any, text: str) -> None:
        self.effects.printed.append(text)
        super()._print(process, text)

    def _crashed(self, process: Any, report: str) -> None:
        self.effects.printed.append(report)
        if not self.is_over:
            self.crashes.append((self.labels.of(process.pid), report))
        super()._crashed(process, report)

    # -- the end ------------------------------------------------------------------------------

    def waiting(self) -> list[str]:
        """Return a line for each process that was alive at the end, as any kernel does."""
        return self._at_end

    def _let_go(self) -> None:
        """Let go of what stands still in the middle of its code."""
        self._over = True
        self.watch = NEVER
        self._active_proc = None
        held = self.keeping.held
        standing = [each.greenlet for each in (*held, *self._ready) if isinstance(each, Kept)]
        self._ready.clear()
        for process in self._processes.values():
            process._status = EXITED
        self.stage.clear(standing)
        held.clear()


def going(entry: Any) -> Any:
    """Return the process that goes on with an entry of the run queue, or None: of others the order is left as it is."""
    if entry.__class__ is Kept:
        return entry.process
    return entry if isinstance(entry, Process) else None
