"""``python -m benchmarks.kernel``: the table of the kernel's speed and memory."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Sequence

import simpy

from benchmarks.beam import version
from benchmarks.figures import FIGURES
from benchmarks.harness import GC_THRESHOLDS, Row, Size, tune

_HEADINGS = ("figure", "simulator", "against", "result", "target", "", "BEAM")
_QUICK = Size(rounds=1, divisor=500)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for and print it; return 0."""
    options = _parser().parse_args(arguments)
    size = _QUICK if options.quick else Size(rounds=options.rounds)
    tune()
    rows = []
    for name in options.only or FIGURES:
        if not options.json and not options.markdown:
            sys.stderr.write(f"\r\x1b[K{name} ..." if sys.stderr.isatty() else "")
        rows.append(FIGURES[name](size))
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    if options.json:
        print(json.dumps({"machine": machine(), "rows": [row._asdict() for row in rows]}, indent=2, ensure_ascii=False))
    elif options.markdown:
        print(markdown(rows))
    else:
        print(table(rows))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kernel", description="Speed and memory of the kernel.")
    parser.add_argument("--rounds", type=int, default=7, metavar="N", help="how often each figure is measured; 7")
    parser.add_argument("--only", action="append", choices=FIGURES, metavar="NAME", help=", ".join(FIGURES))
    parser.add_argument("--quick", action="store_true", help="tiny amounts: whether it works, not how fast")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print JSON")
    form.add_argument("--markdown", action="store_true", help="print the table of docs/performance.md")
    return parser


def machine() -> dict[str, str]:
    """Return what the figures were measured on, as far as it matters and tells nobody's name."""
    found = {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "simpy": simpy.__version__,
        "system": f"{platform.system()} {platform.machine()}, {os.cpu_count()} processors",
        "gc": f"thresholds {GC_THRESHOLDS} on both sides",
    }
    if version():
        found["beam"] = f"Elixir {version()}, one scheduler"
    return found


def _cells(row: Row) -> tuple[str, ...]:
    return row.figure, row.ours, row.against, row.shown, row.target, row.verdict, row.beam


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a table for the terminal."""
    lines = [_HEADINGS, *(tuple(cell.replace("\\|", "|").replace("`", "") for cell in _cells(row)) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADINGS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def markdown(rows: Sequence[Row]) -> str:
    """Return the rows and the machine as they stand in ``docs/performance.md``."""
    lines = [_HEADINGS, tuple("---" for _ in _HEADINGS), *map(_cells, rows)]
    facts = [f"- {key}: {value}" for key, value in machine().items()]
    return "\n".join([*(f"| {' | '.join(line)} |" for line in lines), "", *facts])


if __name__ == "__main__":
    sys.exit(main())
