"""The programs of the scenarios on orders under Concuerror: what ``python -m benchmarks.explore --concuerror`` adds.

Concuerror is not part of this project. It is built by ``erlc``: all of its ``src/*.erl`` and ``getopt.erl`` into one
folder, which is given here. It runs the same races, written in Erlang, in all interleavings that can differ (it takes
no notice of how long anything lasts): the modules that stand beside the programs of the folder that is measured, and
those of ``benchmarks/erl`` where none is. What a module exports without arguments is run, each by itself.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from typing import NamedTuple

PROGRAMS = Path(__file__).parent / "erl"
BOUND = 10_000  # interleavings after which it is stopped


class Explored(NamedTuple):
    """What Concuerror said of a program."""

    name: str
    found: bool
    interleavings: int
    seconds: float
    """Of the processor, the start of the BEAM and of Concuerror included."""


def programs(folder: Path | None) -> list[Path]:
    """Return the programs in Erlang: those of *folder*, or the project's own if there are none."""
    beside = [] if folder is None else sorted(folder.glob("*.erl"))
    return beside or sorted(PROGRAMS.glob("*.erl"))


def explored(beams: str, folder: Path | None = None) -> Iterator[Explored]:
    """Run every entry point of the programs in Erlang; *beams* is the folder with Concuerror's modules."""
    if shutil.which("erl") is None or not (Path(beams) / "concuerror.beam").is_file():
        raise SystemExit(f"no erl, or no concuerror.beam in {beams}")
    with tempfile.TemporaryDirectory() as place:
        for path in programs(folder):
            exported = path.read_text(encoding="utf-8").partition("-export")[2].partition("\n")[0]
            for entry in re.findall(r"(\w+)/0", exported):
                yield _one(beams, path.resolve(), entry, place)


def _one(beams: str, path: Path, entry: str, place: str) -> Explored:
    options = (
        f'[{{file, "{path}"}}, {{entry_point, {{{path.stem}, {entry}, []}}}}, {{output, "report.txt"}}, '
        f"{{interleaving_bound, {BOUND}}}]"
    )
    before = getrusage(RUSAGE_CHILDREN)
    command = ["erl", "-noshell", "-pa", str(Path(beams).resolve()), "-eval", f"concuerror:run({options}), halt()."]
    done = subprocess.run(command, cwd=place, capture_output=True, text=True, timeout=600)
    after = getrusage(RUSAGE_CHILDREN)
    told = re.search(r"Summary: (\d+) errors, (\d+)/", done.stdout + done.stderr)
    if told is None:
        raise SystemExit(f"Concuerror gave no summary of {path.name}: {(done.stdout + done.stderr)[-300:]}")
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Explored(f"{path.stem}:{entry}", told[1] != "0", int(told[2]), seconds)


def show(beams: str, folder: Path | None = None) -> None:
    """Print a line for each."""
    if folder is not None and programs(folder)[0].parent == PROGRAMS:
        print(f"no *.erl in {folder}: the project's own, under Concuerror")
    print(f"{'under Concuerror':34}{'found':>7}{'runs':>7}{'s':>7}")
    for each in explored(beams, folder):
        found = "yes" if each.found else "no"
        print(f"{each.name:34}{found:>7}{each.interleavings:>7,}{each.seconds:>7.2f}", flush=True)
