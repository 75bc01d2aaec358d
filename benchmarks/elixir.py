"""``python -m benchmarks.elixir``: the table of the speed of Elixir source, against the BEAM."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from benchmarks import elixir_usual
from benchmarks.command import measure
from benchmarks.elixir_figures import FIGURES


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print it; return 0."""
    figures = {**elixir_usual.FIGURES, **FIGURES}
    paired = ", ".join(elixir_usual.FIGURES)
    return measure("benchmarks.elixir", "Speed of Elixir source.", figures, arguments, paired=paired)


if __name__ == "__main__":
    sys.exit(main())
