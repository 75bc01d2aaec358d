"""``python -m benchmarks.traces``: the table of what large traces take: compared, drawn, written for other tools."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from benchmarks.command import measure
from benchmarks.trace_figures import FIGURES


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print it; return 0."""
    return measure("benchmarks.traces", "What large traces take.", FIGURES, arguments)


if __name__ == "__main__":
    sys.exit(main())
