"""Watching a run from beside it: a progress line on a terminal, and an alarm for code that never yields.

A thread of its own does it, so that the run itself never looks at the wall clock. It tells the run
only one thing, and only where nothing else could: that a process has been computing for many seconds
without yielding, from which no event of the simulation would ever free it.
"""

from __future__ import annotations

import _thread
import sys
import threading
import time
from typing import Any

from simulator.cli.progress import Progress
from simulator.kernel import Kernel, Process, StalledClock
from simulator.terms.durations import duration_text
from simulator.terms.places import OURS

_PERIOD = 0.25
_QUIET = 1.0  # seconds before a run is worth a progress line
_PATIENCE = 8.0  # seconds without a turn before a process is taken to loop for ever


class Watch:
    """Use as ``with Watch(kernel, show=True) as watch:`` around a run."""

    def __init__(self, show: bool) -> None:
        self._kernel: Kernel | None = None
        self._progress = Progress() if show else None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._main = threading.main_thread().ident
        self.stalled: StalledClock | None = None
        """What it raised the alarm about, if it did: the run was then interrupted."""

    def on(self, kernel: Kernel) -> None:
        """Begin to watch this kernel."""
        self._kernel = kernel
        self._thread.start()

    def close(self) -> None:
        """Stop watching and wipe the progress line."""
        self._stop.set()
        if self._kernel is not None:
            self._thread.join()
        if self._progress is not None:
            self._progress.wipe()

    def _watch(self) -> None:
        kernel = self._kernel
        assert kernel is not None
        began = moved = time.monotonic()
        last: Any = None
        while not self._stop.wait(_PERIOD):
            now = time.monotonic()
            mark = (kernel.turns, kernel.active_process)
            if mark != last:
                last, moved = mark, now
            elif now - moved > _PATIENCE and kernel.active_process is not None:
                self.stalled = self._complaint(kernel)
                _thread.interrupt_main()
                moved = now  # once more, should the scenario have caught it
            if self._progress is not None and now - began > _QUIET:
                rate = kernel.turns / (now - began)
                so_far = f"{duration_text(kernel._now)} · {kernel.turns:,} turns · {rate:,.0f} a second"
                self._progress.show(so_far)

    def _complaint(self, kernel: Kernel) -> StalledClock:
        runs = next((thread.ident for thread in threading.enumerate() if thread.name == "elixir"), self._main)
        frame = sys._current_frames().get(runs or 0)
        active: Any = kernel.active_process
        who = f"{active.pid} ({active.function})" if isinstance(active, Process) else f"SimPy process {active.name}"
        while frame is not None and frame.f_code.co_filename.startswith(OURS):
            # Beyond the turns is what runs the simulation, which is no place in the program.
            frame = None if frame.f_code.co_name == "take_turns" else frame.f_back
        file, line = ("", 0) if frame is None else (frame.f_code.co_filename, frame.f_lineno)
        return StalledClock(
            f"{who} has been computing for {_PATIENCE:.0f} seconds without yielding",
            file,
            line,
        )
