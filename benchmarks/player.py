"""``python -m benchmarks.player``: the table of the speed of the page that plays a trace, and of still pictures."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from benchmarks import player_crowd_figures, player_figures
from benchmarks.command import measure

FIGURES = {**player_figures.FIGURES, **player_crowd_figures.FIGURES}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print it; return 0."""
    return measure("benchmarks.player", "Speed of the page that plays a trace, in Chromium.", FIGURES, arguments)


if __name__ == "__main__":
    sys.exit(main())
