"""The stage: greenlets in which the turns are taken, one at a time.

Whoever takes the turns is in a process's code when that stands still. So another greenlet takes them meanwhile, and
when the process goes on, the one that let it waits until it is needed again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from greenlet import GreenletExit, getcurrent, greenlet


class Stage:
    """The greenlets of one run; *work* takes the turns until the run is over."""

    __slots__ = ("_detached", "_hub", "_idle", "_work", "abandoned")

    def __init__(self, work: Callable[[], None]) -> None:
        self._work = work
        self._hub: Any = None
        self._idle: list[Any] = []
        self._detached: dict[Any, Any] = {}  # greenlets that work for one that waits for it, and that one
        self.abandoned: list[Any] = []
        """Where the code of processes stands still that have ended meanwhile."""

    def play(self) -> None:
        """Take the turns until the run is over; whoever called this is who greenlets come back to at their end."""
        self._hub = getcurrent()
        greenlet(self._work).switch()

    def leave(self, here: Any) -> None:
        """Let another greenlet take the turns, until this one is switched to again."""
        asker = self._detached.pop(here, None)
        if asker is not None:
            here.parent = self._hub
            asker.switch()
        elif self._idle:
            self._idle.pop().switch()
        else:
            greenlet(self._work, self._hub).switch()

    def switch_to(self, there: Any) -> None:
        """Let a process go on that stood still, and be at hand to take the turns after it."""
        self._idle.append(getcurrent())
        there.switch()

    def aside(self, action: Callable[[], Any]) -> None:
        """Do what may stand still in the middle of another process; then this one goes on all the same."""
        here = getcurrent()

        def act() -> None:
            action()
            if self._detached.pop(there, None) is None:
                self._work()

        there = greenlet(act, here)
        self._detached[there] = here
        there.switch()

    def clear(self, standing: Iterable[Any]) -> None:
        """End all greenlets, and *standing* with them: they run no more of their code that matters.

        This belongs to the run, and not to its closing: a greenlet is of one thread.
        """
        for each in [*standing, *self.abandoned, *self._idle, *self._detached]:
            _end(each)
        self.abandoned.clear()
        self._idle.clear()
        self._detached.clear()


def _end(there: Any) -> None:
    if not there.dead:
        there.parent = getcurrent()
        try:
            there.throw(GreenletExit)
        except KeyboardInterrupt:
            raise
        except BaseException:  # what its `finally` blocks raise is nobody's concern, as in an ordinary run
            pass
