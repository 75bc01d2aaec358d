"""How far something is: one line on a terminal, in place of the one before."""

from __future__ import annotations

import sys


class Progress:
    """A line on standard error, which is there only where that is a terminal.

    What stood there is written over with spaces: a terminal of Windows may take no escape sequences.
    """

    def __init__(self) -> None:
        self.shows = sys.stderr.isatty()
        """Whether there is a terminal to show it on."""
        self._width = 0

    def show(self, line: str) -> None:
        """Put *line* in the place of what stands there."""
        if self.shows:
            sys.stderr.write("\r" + line.ljust(self._width))
            sys.stderr.flush()
            self._width = len(line)

    def wipe(self) -> None:
        """Leave nothing of it."""
        if self._width:
            sys.stderr.write("\r" + " " * self._width + "\r")
            sys.stderr.flush()
            self._width = 0
