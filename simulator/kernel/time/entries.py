"""What stands in the run queue and on the heap beside processes, timers and SimPy's events; it is let ``fire``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


class Ending:
    """In the run queue: the end of a process that SimPy code waits for."""

    __slots__ = ("clock", "process")

    def __init__(self, clock: Any, process: Any) -> None:
        self.clock = clock
        self.process = process

    def fire(self) -> None:
        """Let the event happen that a process is."""
        self.clock._fire_event(self.process)


class Later:
    """In the run queue: what a process has set going that acts only when its turn is over."""

    __slots__ = ("about", "action", "clock")

    def __init__(self, clock: Any, action: Callable[[], None], about: Any) -> None:
        self.clock = clock
        self.action = action
        self.about = about

    def fire(self) -> None:
        """Let it act; nothing is held back any more."""
        self.clock._held = None
        self.action()


class Delivery:
    """A signal on its way, where there is latency."""

    __slots__ = ("signal", "target")

    def __init__(self, target: Any, signal: tuple[Any, ...]) -> None:
        self.target = target
        self.signal = signal

    def fire(self) -> None:
        """Let the signal arrive."""
        self.target._accept(self.signal)
