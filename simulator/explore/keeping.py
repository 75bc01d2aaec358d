"""Keeping back: who stands before a step while others go on, for how long, and what happens when that is over.

A process that is kept back stands still in the middle of its code, in the greenlet in which that runs. What the clock
does and what is on its way is kept back, too: it has no code of its own, and is done when it is released.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, NamedTuple, Protocol

from greenlet import getcurrent

from simulator.explore.announcing import is_deadly
from simulator.explore.trail import Step
from simulator.kernel.process.state import EXITED
from simulator.kernel.time.timer import Timer

NEVER: Final = 1 << 62
"""A step that never comes."""
_NOT_YET: Final = (NEVER, 0)


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


class Run(Protocol):
    """What keeping back asks of the run."""

    _now: int
    steps: int
    keeping: Keeping

    @property
    def stage(self) -> Any: ...


class Held:
    """Somebody or something that is kept back."""

    __slots__ = ("step", "until")

    def __init__(self, run: Run, keep: Keep) -> None:
        self.step = run.steps
        """The step before which it is."""
        self.until = run._now + keep.late
        """The last instant at which it may still be kept back."""
        run.keeping.released[self.step] = _NOT_YET

    def release(self, run: Run) -> None:
        """Let it go on."""
        run.keeping.released[self.step] = (run.steps, run._now)
        run.keeping.order.append(self.step)


class Kept(Held):
    """A process that is kept back, in the greenlet in which its code stands still."""

    __slots__ = ("greenlet", "mid_turn", "outruns", "process")

    def __init__(self, process: Any, run: Run, keep: Keep, mid_turn: bool) -> None:
        super().__init__(run, keep)
        self.process = process
        self.greenlet = getcurrent()
        self.outruns = keep.outruns
        self.mid_turn = mid_turn
        """Whether its code is in the middle of a turn: an exit signal may end it there."""

    def release(self, run: Run) -> None:
        """Let it go on, unless a signal has ended it meanwhile."""
        if self.mid_turn and not self._survives(run.keeping):
            run.stage.abandoned.append(self.greenlet)
            return
        super().release(run)
        run.stage.switch_to(self.greenlet)

    def _survives(self, keeping: Keeping) -> bool:
        """Let it act on the signals that have come; return whether it lives."""
        process = self.process
        if process._status == EXITED:
            return False
        if process._signals is None:
            return True
        if not any(is_deadly(process, signal) for signal in process._signals):
            process._take_signals()
            return True
        keeping.doomed[self.step] = None
        return self.outruns or bool(process._take_signals())


class LateTimeout(Held):
    """The end of an `after` that is late: a message that comes before it is still in time."""

    __slots__ = ("eid", "process")

    def __init__(self, process: Any, run: Run, keep: Keep) -> None:
        super().__init__(run, keep)
        self.process = process
        self.eid = process._deadline_eid

    def release(self, run: Run) -> None:
        """Let the time be over, if it is still waited for."""
        super().release(run)
        process = self.process
        if process._status != EXITED and process._deadline is not None and process._deadline_eid == self.eid:
            process._deadline = None
            process.expire_now()


class LateTimer(Held):
    """A timer that fires late: until then it can be cancelled."""

    __slots__ = ("timer",)

    def __init__(self, timer: Timer, run: Run, keep: Keep) -> None:
        super().__init__(run, keep)
        self.timer = timer

    def release(self, run: Run) -> None:
        """Let it fire, if it is still armed."""
        super().release(run)
        self.timer.fire()


class LateDelivery(Held):
    """Signals of one process to another that are on their way: those that are sent later stay behind them."""

    __slots__ = ("pair", "signals", "target")

    def __init__(self, pair: tuple[int, int], target: Any, run: Run, keep: Keep) -> None:
        super().__init__(run, keep)
        self.pair = pair
        self.target = target
        self.signals: list[tuple[Any, ...]] = []

    def release(self, run: Run) -> None:
        """Let them arrive."""
        super().release(run)
        del run.keeping.channels[self.pair]
        for signal in self.signals:
            self.target._accept(signal)


class Keeping:
    """Who is kept back in a run, and what came of those who were."""

    __slots__ = ("channels", "doomed", "held", "order", "released")

    def __init__(self) -> None:
        self.held: list[Held] = []
        """Who is kept back, in the order in which they go on: the oldest first, unless one was to come before it."""
        self.released: dict[int, tuple[int, int]] = {}
        """For each step before which somebody was kept back: how many steps there were when that ended, and when.

        In the order in which they were kept back; that of one which has not ended is :data:`NEVER`.
        """
        self.order: list[int] = []
        """These steps, in the order in which they were then taken."""
        self.doomed: dict[int, None] = {}
        """The steps before which a process was kept back until an exit signal had come that ends it."""
        self.channels: dict[tuple[int, int], LateDelivery] = {}
        """For each pair of sender and receiver the signals that are on their way, oldest first."""

    def add(self, held: Held, keep: Keep) -> None:
        """Put somebody among those who are kept back."""
        self.held.insert(0 if keep.first else len(self.held), held)

    def take_first(self, at: int | None) -> Held | None:
        """Take out the first who cannot be kept back until this time, the next at which anything happens; or None."""
        for position, held in enumerate(self.held):
            if at is None or at > held.until:
                return self.held.pop(position)
        return None

    def end_of(self, step: int) -> int:
        """Return how many steps there were when whoever was kept back before this one went on."""
        return self.released.get(step, _NOT_YET)[0]

    def in_effect(self, steps: Sequence[Step]) -> list[Step]:
        """Return steps in the order in which they were taken; they were noted when they were about to be.

        One before which somebody was kept back comes where that ended, and not at all if it did not.
        """
        if not any(step.number in self.released for step in steps):
            return [*steps]
        places = {step: place for place, step in enumerate(self.order, 1)}
        taken = [step for step in steps if step.number not in self.released or step.number in places]

        def place(step: Step) -> tuple[int, int]:
            return self.released.get(step.number, (step.number, 0))[0], places.get(step.number, 0)

        return sorted(taken, key=place)
