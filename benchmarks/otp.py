"""``python -m benchmarks.otp``: the table of the speed of servers, state machines and supervisors."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from benchmarks.command import measure
from benchmarks.otp_figures import FIGURES
from benchmarks.usual import OTP


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print it; return 0."""
    return measure(
        "benchmarks.otp", "Speed of servers, state machines and supervisors.", FIGURES, arguments, paired=", ".join(OTP)
    )


if __name__ == "__main__":
    sys.exit(main())
