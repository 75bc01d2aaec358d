"""Nets: what the clock on the wall and the machine's memory allow a command, besides the work that is counted.

A run stops itself at the same point everywhere; these two cut it off where a machine can't wait for that, as where
strangers' programs run. They are off unless ``--wall`` or ``--memory`` asks for them, and a run that they cut says so
in its trace.

A thread of its own looks on, so that the run itself never looks at the wall clock, and interrupts the command as Ctrl-C
does. What no interruption reaches (a long operation of CPython's own, code that catches everything) is left to
:mod:`simulator.cli.guard`.
"""

from __future__ import annotations

import _thread
import argparse
import os
import re
import signal
import sys
import threading
import time
from typing import Any, Final

from simulator.terms.durations import duration_text, nanoseconds
from simulator.terms.errors import SimulatorError
from simulator.terms.places import OURS

PERIOD: Final = 0.02
"""Seconds from look to look."""
_AGAIN: Final = 1.0
"""Seconds after which a command that has gone on all the same is interrupted once more."""
_SIZE: Final = re.compile(r"(\d+(?:\.\d+)?) ?([kMG]?)(i?)B?")
_POWERS: Final = {"": 0, "k": 1, "M": 2, "G": 3}


class NetError(SimulatorError, ValueError):
    """A net that cannot be hung up: no time or size, or none that this system can hold."""


def size_of(text: str) -> int:
    """Return a size in bytes. Raises :class:`NetError`.

    >>> size_of("500MB"), size_of("1.5 GB"), size_of("64MiB")
    (500000000, 1500000000, 67108864)
    """
    found = _SIZE.fullmatch(text.strip().replace("K", "k"))
    if found is None:
        raise NetError(f"--memory takes a size such as 500MB, not {text!r}")
    return int(float(found[1]) * (1024 if found[3] else 1000) ** _POWERS[found[2]])


def resident(pid: int | None = None) -> int | None:
    """Return how many bytes of memory this process has, or the one of a *pid*; None where that cannot be told."""
    try:
        with open(f"/proc/{'self' if pid is None else pid}/statm", "rb") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, IndexError):
        if pid is not None or sys.platform == "win32":
            return None
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


class Nets:
    """What a command may take: use as ``with Nets(wall, memory) as nets:`` around it."""

    def __init__(self, wall: str | None = None, memory: str | None = None) -> None:
        self.seconds = None if wall is None else nanoseconds(wall) / 1e9
        self.bytes = None if memory is None else size_of(memory)
        self._memory = memory
        if memory is not None and resident() is None:
            raise NetError("--memory is not supported on this system: it does not tell what a process takes")
        self.kernel: Any = None
        """The kernel of the run that goes on, if one does."""
        self.problem: str | None = None
        """What cut the command off, if something did."""
        self._place = ("", 0)
        self._taken = False
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    @property
    def memory_text(self) -> str:
        """The option that gives a command so much memory."""
        return f"--memory {self._memory}"

    @property
    def wanted(self) -> bool:
        """Whether there is anything to look at."""
        return self.seconds is not None or self.bytes is not None

    def __enter__(self) -> Nets:
        _hung.append(self)
        if self.wanted:
            self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        _hung.remove(self)
        self._over.set()
        if self.wanted:
            self._thread.join()

    def take(self) -> tuple[str, str, int] | None:
        """Return what cut the run off, with file and line, and leave the command alone then; None for nothing."""
        if self.problem is None:
            return None
        self._taken = True
        return (self.problem, *self._place)

    def _look(self) -> None:
        began = time.monotonic()
        while not self._over.wait(PERIOD):
            problem = self._exceeded(time.monotonic() - began)
            if problem is not None and not self._taken:
                if self.problem is None:
                    self._place = self._where()
                    self.problem = f"cut off by {problem}{self._who()}"
                _interrupt()
                self._over.wait(_AGAIN)

    def _exceeded(self, seconds: float) -> str | None:
        if self.seconds is not None and seconds > self.seconds:
            return wall_text(self.seconds)
        if self.bytes is not None and (resident() or 0) > self.bytes:
            return self.memory_text
        return None

    def _who(self) -> str:
        active = None if self.kernel is None else self.kernel.active_process
        if active is None:
            return ""
        from simulator.kernel import Process  # which the command may never need

        who = f"{active.pid} ({active.function})" if isinstance(active, Process) else f"SimPy process {active.name}"
        return f" while {who} ran"

    def _where(self) -> tuple[str, int]:
        """Return file and line of the program's own code that runs."""
        runs = next((each.ident for each in threading.enumerate() if each.name == "elixir"), None)
        frame = sys._current_frames().get(runs or threading.main_thread().ident or 0)
        if self.kernel is None or self.kernel.active_process is None:
            return "", 0
        while frame is not None and frame.f_code.co_filename.startswith(OURS):
            # Beyond the turns is what runs the simulation, which is no place in the program.
            frame = None if frame.f_code.co_name == "take_turns" else frame.f_back
        return ("", 0) if frame is None else (frame.f_code.co_filename, frame.f_lineno)


def wall_text(seconds: float) -> str:
    """Return the option that gives a command so many seconds."""
    return f"--wall {duration_text(round(seconds * 1e9))}"


_hung: list[Nets] = []


def hung() -> Nets | None:
    """Return the nets of the command that goes on."""
    return _hung[-1] if _hung else None


def nets_of(options: argparse.Namespace) -> Nets:
    """Return the nets that a command line asks for; raises :class:`NetError` or ``DurationError``."""
    return Nets(getattr(options, "wall", None), getattr(options, "memory", None))


def _interrupt() -> None:
    """Interrupt the main thread, even one that waits for another."""
    if os.name == "posix":
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:
        _thread.interrupt_main()
