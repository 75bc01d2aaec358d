"""A progress line on a terminal, told by a thread of its own: the run itself never looks at the wall clock."""

from __future__ import annotations

import threading
import time

from simulator.cli.progress import Progress
from simulator.kernel import Kernel
from simulator.terms.durations import duration_text

_PERIOD = 0.25
_QUIET = 1.0  # seconds before a run is worth a progress line


class Watch:
    """Make one with ``show`` where there is a terminal; tell it of the kernel by :meth:`on`, and :meth:`close` it."""

    def __init__(self, show: bool) -> None:
        self._kernel: Kernel | None = None
        self._progress = Progress() if show else None
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def on(self, kernel: Kernel) -> None:
        """Begin to watch this kernel."""
        if self._progress is not None:
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
        began = time.monotonic()
        while not self._stop.wait(_PERIOD):
            seconds = time.monotonic() - began
            if self._progress is not None and seconds > _QUIET:
                rate = kernel.turns / seconds
                so_far = f"{duration_text(kernel._now)} · {kernel.turns:,} turns · {rate:,.0f} a second"
                self._progress.show(so_far)
