"""Random programs in real Elixir and here: ``python tests/conformance/fuzz.py --count N --seed S``.

Needs ``elixir`` on PATH, and this project to be importable. Each program comes from its seed alone; those that
do not do the same in both are reported, and kept in the folder ``--keep`` names. What real Elixir itself does
differently when it is asked again is told apart. ``--kind expressions`` has 40 expressions in each program,
``--kind processes`` some processes that send, receive, link, monitor, exit, trap and wait.
"""

from __future__ import annotations

import argparse
import sys
from itertools import zip_longest
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import fuzz_expressions
import fuzz_processes
from recordings import ask_elixir

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

EXPRESSIONS = 40


def source(kind: str, seed: int) -> str:
    """Return the program of a kind and a seed."""
    random = Random(f"{kind} {seed}")
    if kind == "expressions":
        return fuzz_expressions.source(random, EXPRESSIONS)
    return fuzz_processes.source(random)


def difference(path: Path) -> tuple[str, list[tuple[Any, Any]]]:
    """Run a program in both; return what is to be said of it, and the lines that differ."""
    from simulating import simulate

    expected = ask_elixir(path)
    found = simulate(path)
    lines = differing(expected, found)
    if not lines:
        return "same", []
    if any(differing(ask_elixir(path), expected) for _ in range(2)):
        return "unstable", []
    return "differs", lines


def differing(expected: dict[str, Any], found: dict[str, Any]) -> list[tuple[Any, Any]]:
    """Return the lines of output that differ, and the exit status if it does; what is on standard error may."""
    pairs = list(zip_longest(expected["output"].splitlines(), found["output"].splitlines()))
    return [pair for pair in [*pairs, (expected["status"], found["status"])] if pair[0] != pair[1]]


def main(arguments: list[str]) -> int:
    """Compare random programs; return 1 where one differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20, help="how many programs")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the first one")
    parser.add_argument("--kind", choices=("expressions", "processes"), default="processes")
    parser.add_argument("--keep", type=Path, help="where programs that differ are kept")
    parser.add_argument("--print", action="store_true", help="print the first program and do nothing")
    options = parser.parse_args(arguments)
    if options.print:
        print(source(options.kind, options.seed), end="")
        return 0
    told: dict[str, int] = {}
    with TemporaryDirectory() as folder:
        for seed in range(options.seed, options.seed + options.count):
            path = Path(folder, f"fuzz_{options.kind}_{seed}.exs")
            path.write_text(source(options.kind, seed), encoding="utf-8")
            verdict, lines = difference(path)
            told[verdict] = told.get(verdict, 0) + 1
            if lines:
                report(path, lines, options.keep)
    print(", ".join(f"{count} {verdict}" for verdict, count in sorted(told.items())))
    return 1 if "differs" in told else 0


def report(path: Path, lines: list[tuple[Any, Any]], keep: Path | None) -> None:
    """Tell the first lines in which a program differs, and keep it."""
    print(path.name)
    for expected, found in lines[:5]:
        print(f"  Elixir:    {expected}\n  simulator: {found}", flush=True)
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
