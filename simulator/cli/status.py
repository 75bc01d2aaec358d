"""How the command ends: its exit statuses, and the one line that says what is wrong."""

from __future__ import annotations

import sys
from typing import Final

from simulator.terms.visible import printable

FINE, ABNORMAL, USAGE, LIMIT, DEFECT, INTERRUPTED = 0, 1, 2, 3, 70, 130

MEANINGS: Final = {
    FINE: "fine",
    ABNORMAL: "the main process ended abnormally, or waits for ever; of diff: the runs differ",
    USAGE: "bad input: a scenario, a trace, an argument; output that cannot be written",
    LIMIT: "stopped by a limit: no end, no advance, too much; cut off by --wall or --memory",
    DEFECT: "a defect of the simulator",
    INTERRUPTED: "interrupted",
}
"""The table of exit statuses. An Elixir program may choose any other (``System.halt/1``)."""


def complain(message: str) -> None:
    """Say on standard error, in one line, what is wrong."""
    sys.stderr.write(f"simulator: {printable(' '.join(message.split()))}\n")
