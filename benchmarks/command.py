"""What the commands of the benchmarks have in common: their options, and the table that they print."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Mapping, Sequence

import simpy

from benchmarks.beam import version
from benchmarks.harness import GC_THRESHOLDS, Row, Size, tune

Figure = Callable[[Size], Row]

_HEADINGS = ("figure", "simulator", "against", "result", "target", "", "BEAM")
_QUICK = Size(rounds=1, divisor=500)


def measure(
    name: str,
    description: str,
    figures: Mapping[str, Figure],
    arguments: Sequence[str] | None = None,
    paired: str | None = None,
) -> int:
    """Measure what the command *name* was asked for, print it, and return 0.

    *paired* names the figures that can be measured beside another checkout; None where there are none.
    """
    parser = _parser(name, description, figures)
    if paired is not None:
        told = f"another checkout of the project, to be measured in the same rounds: {paired}"
        parser.add_argument("--paired", metavar="CHECKOUT", help=told)
    options = parser.parse_args(arguments)
    size = (_QUICK if options.quick else Size(rounds=options.rounds))._replace(paired=getattr(options, "paired", None))
    tune()
    rows = []
    for figure in options.only or figures:
        if not options.json and not options.markdown:
            sys.stderr.write(f"\r\x1b[K{figure} ..." if sys.stderr.isatty() else "")
        rows.append(figures[figure](size))
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")
    if options.json:
        print(json.dumps({"machine": machine(), "rows": [row._asdict() for row in rows]}, indent=2, ensure_ascii=False))
    elif options.markdown:
        print(markdown(rows))
    else:
        print(table(rows))
    return 0


def _parser(name: str, description: str, figures: Mapping[str, Figure]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=f"python -m {name}", description=description)
    parser.add_argument("--rounds", type=int, default=7, metavar="N", help="how often each figure is measured; 7")
    parser.add_argument("--only", action="append", choices=figures, metavar="NAME", help=", ".join(figures))
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
