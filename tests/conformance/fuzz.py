"""Random programs in real Elixir and here: ``python tests/conformance/fuzz.py --count N --seed S``.

Needs ``elixir`` on PATH, and this project to be importable. Each program comes from its seed alone; those that
do not do the same in both are reported, and kept in the folder ``--keep`` names. What real Elixir itself does
differently when it is asked again, or when nobody's garbage is collected, is told apart. ``--kind expressions`` has
40 expressions in each program, ``--kind processes`` processes and servers that do all kinds of things to each other.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import fuzz_expressions
import fuzz_processes
from recordings import HERE, LOGGER

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

EXPRESSIONS = 40
BATCH = 50
"""Programs that one virtual machine runs: to start it costs more than a program does."""
NO_GARBAGE = "+hms 1000000"
"""A heap that none of the programs fills, in words: what hangs on when garbage is collected shows."""

Output = dict[str, list[str]]


def source(kind: str, seed: int) -> str:
    """Return the program of a kind and a seed."""
    random = Random(f"{kind} {seed}")
    if kind == "expressions":
        return fuzz_expressions.source(random, EXPRESSIONS)
    return fuzz_processes.source(random)


def parts(text: str) -> Output:
    """Return the lines that each program of a batch wrote."""
    told: Output = {}
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("=== "):
            lines = told[line[4:]] = []
        else:
            lines.append(line)
    return told


def ask_elixir(paths: list[Path], *flags: str) -> Output:
    """Run programs in real Elixir with one scheduler, one after the other."""
    files = [str(HERE / "fuzz_batch.exs"), str(HERE / "fuzz_prelude.exs"), *(path.name for path in paths)]
    done = subprocess.run(
        ["elixir", "--erl", " ".join(["+S 1:1", *flags]), "--erl-config", str(LOGGER), *files],
        capture_output=True,
        text=True,
        timeout=60 + 5 * len(paths),
        check=False,
        cwd=paths[0].parent,
        stdin=subprocess.DEVNULL,
    )
    return parts(done.stdout)


def simulate(paths: list[Path]) -> Output:
    """Run programs here; those that end a whole run do not keep others from being run."""
    from simulating import run_command

    told: Output = {}
    left = paths
    while left:
        files = [str(HERE / "fuzz_batch.exs"), "--", str(HERE / "fuzz_prelude.exs"), *(path.name for path in left)]
        streams, status = run_command(paths[0].parent, "run", "--quiet", "--allow-read", *files)
        found = parts(streams.output.getvalue())
        if status and found:
            found[list(found)[-1]].append(f"status {status}: {streams.errors.getvalue().strip()[-300:]}")
        elif not found:
            raise SystemExit(streams.errors.getvalue())
        told |= found
        left = [path for path in left if path.name not in told]
    return told


def differing(expected: list[str], found: list[str]) -> list[tuple[Any, Any]]:
    """Return the lines of output that differ."""
    return [pair for pair in zip_longest(expected, found) if pair[0] != pair[1]]


def compare(paths: list[Path], keep: Path | None) -> dict[str, int]:
    """Run programs in both; say how many did the same, and report those that did not."""
    expected, found = ask_elixir(paths), simulate(paths)
    different = [path for path in paths if differing(expected[path.name], found[path.name])]
    told = {"same": len(paths) - len(different), "differs": 0, "unstable": 0, "of garbage": 0}
    if not different:
        return told
    again = [ask_elixir(different), ask_elixir(different)]
    without = ask_elixir(different, NO_GARBAGE)
    for path in different:
        lines = differing(expected[path.name], found[path.name])
        if any(differing(each[path.name], expected[path.name]) for each in again):
            told["unstable"] += 1
        elif not differing(without[path.name], found[path.name]):
            told["of garbage"] += 1
        else:
            told["differs"] += 1
            report(path, lines, keep)
    return told


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
        paths = []
        for seed in range(options.seed, options.seed + options.count):
            paths.append(Path(folder, f"fuzz_{options.kind}_{seed}.exs"))
            paths[-1].write_text(source(options.kind, seed), encoding="utf-8")
        for start in range(0, len(paths), BATCH):
            for verdict, count in compare(paths[start : start + BATCH], options.keep).items():
                told[verdict] = told.get(verdict, 0) + count
    print(", ".join(f"{count} {verdict}" for verdict, count in sorted(told.items()) if count))
    return 1 if told.get("differs") else 0


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
