"""Random programs in real Elixir and here: ``python tests/conformance/fuzz.py --count N --seed S``.

Needs ``elixir`` on PATH, and this project to be importable. Each program comes from its seed alone; those that
do not do the same in both are reported, and kept in the folder ``--keep`` names. ``--kind expressions`` has
40 expressions in each program, ``--kind processes`` processes and servers that do all kinds of things to each other.

A program agrees where what it writes here is one of the answers that the BEAM itself gives. It is asked once; what
differs is asked again, 8 times in all, for milliseconds pass there while code runs (*another run*), and then 4 times
with heaps that no program fills, for a process whose garbage is collected may give way or look at its mailbox sooner
than another (*no garbage*: docs/elixir.md tells of that difference). A program is *unstable* where none of these is
the answer here and the BEAM agrees with itself in neither; it *differs* where the BEAM does. Only the last is an error.

``--record`` keeps the answers of programs that the BEAM answers always alike, for the test that needs no ``elixir``.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import Counter
from itertools import zip_longest
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import fuzz_expressions
import fuzz_processes
from recordings import HERE, LOGGER

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

EXPRESSIONS = 40
BATCH = 50
"""Programs that one virtual machine runs: to start it costs more than a program does."""
RUNS = 8
"""How often the BEAM is asked of a program that differs, and half as often without garbage."""
NO_GARBAGE = "+hms 1000000"
"""A heap that none of the programs fills, in words: what hangs on when garbage is collected shows."""
ANSWERS = HERE / "fuzz_answers.json"
"""What real Elixir wrote in some programs of processes, by their names, which hold their seeds."""
VERDICTS = ("same", "another run", "no garbage", "unstable", "differs")

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


def verdict(found: list[str], plain: list[list[str]], without: list[list[str]]) -> str:
    """Return what is to be said of a program that wrote *found* here, by the BEAM's answers."""
    if found == plain[0]:
        return "same"
    if found in plain:
        return "another run"
    if found in without:
        return "no garbage"
    varying = [each for each in (plain, without) if any(answer != each[0] for answer in each)]
    return "unstable" if len(varying) == 2 else "differs"


def compare(paths: list[Path], keep: Path | None) -> Counter[str]:
    """Run programs in both; say how many did the same, and report those that did not."""
    first, found = ask_elixir(paths), simulate(paths)
    left = [path for path in paths if found[path.name] != first[path.name]]
    told = Counter({"same": len(paths) - len(left)})
    if left:
        plain = [first, *(ask_elixir(left) for _ in range(RUNS - 1))]
        without = [ask_elixir(left, NO_GARBAGE) for _ in range(RUNS // 2)]
        for path in left:
            name = path.name
            said = verdict(found[name], [each[name] for each in plain], [each[name] for each in without])
            told[said] += 1
            if said in ("unstable", "differs"):
                report(path, said, without[0][name], found[name], keep)
    return told


def record(paths: list[Path]) -> dict[str, list[str]]:
    """Return what programs write that the BEAM answers always alike, whether garbage is collected or not."""
    answers = [*(ask_elixir(paths) for _ in range(3)), ask_elixir(paths, NO_GARBAGE)]
    return {path.stem: answers[0][path.name] for path in paths if len({str(each[path.name]) for each in answers}) == 1}


def main(arguments: list[str]) -> int:
    """Compare random programs; return 1 where one differs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=20, help="how many programs")
    parser.add_argument("--seed", type=int, default=1, help="the seed of the first one")
    parser.add_argument("--kind", choices=("expressions", "processes"), default="processes")
    parser.add_argument("--keep", type=Path, help="where programs that differ are kept")
    parser.add_argument("--print", action="store_true", help="print the first program and do nothing")
    parser.add_argument("--record", action="store_true", help=f"write {ANSWERS.name} and compare nothing")
    options = parser.parse_args(arguments)
    if options.print:
        print(source(options.kind, options.seed), end="")
        return 0
    told: Counter[str] = Counter()
    with TemporaryDirectory() as folder:
        seeds = range(options.seed, options.seed + options.count)
        paths = [written(options.kind, seed, Path(folder)) for seed in seeds]
        if options.record:
            ANSWERS.write_text(json.dumps(record(paths), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
            return 0
        for start in range(0, len(paths), BATCH):
            told += compare(paths[start : start + BATCH], options.keep)
    agreed = told["same"] + told["another run"] + told["no garbage"]
    parts_told = ", ".join(f"{told[each]} {each}" for each in VERDICTS if told[each])
    print(f"{agreed} of {options.count} agree: {parts_told}")
    return 1 if told["differs"] else 0


def written(kind: str, seed: int, folder: Path) -> Path:
    """Write the program of a kind and a seed into a folder."""
    path = folder / f"fuzz_{kind}_{seed}.exs"
    path.write_text(source(kind, seed), encoding="utf-8")
    return path


def report(path: Path, said: str, expected: list[str], found: list[str], keep: Path | None) -> None:
    """Tell the first lines in which a program differs, and keep it."""
    print(f"{path.name}: {said}")
    differing = [pair for pair in zip_longest(expected, found) if pair[0] != pair[1]]
    for theirs, ours in differing[:5]:
        print(f"  Elixir:    {theirs}\n  simulator: {ours}", flush=True)
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
        (keep / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
