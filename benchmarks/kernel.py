"""``python -m benchmarks.kernel``: the table of the kernel's speed and memory."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from benchmarks.command import measure
from benchmarks.figures import FIGURES
from benchmarks.usual import KERNEL


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print it; return 0."""
    return measure("benchmarks.kernel", "Speed and memory of the kernel.", FIGURES, arguments, paired=", ".join(KERNEL))


if __name__ == "__main__":
    sys.exit(main())
