"""How the command ends: its exit statuses, and the one line that says what is wrong."""

from __future__ import annotations

import sys

FINE, ABNORMAL, USAGE, DEFECT, INTERRUPTED = 0, 1, 2, 70, 130


def complain(message: str) -> None:
    """Say on standard error, in one line, what is wrong."""
    sys.stderr.write(f"simulator: {' '.join(message.split())}\n")
