"""The traces of everything that is recorded, to be compared byte by byte after a change that should not show.

    python -m tests.baseline FOLDER             write the traces as they are now
    python -m tests.baseline --against FOLDER   make them again, and tell what differs from those

They are those of all scenarios, their Elixir twins, and the programs of ``tests/conformance`` and
``tests/oracle``; of each, too, what it prints without a trace. The scenarios run with latency and with few
schedulers besides. ``FOLDER/digests.txt`` has a line for each, ``FOLDER/traces`` what it stands for. A name,
or the beginning of one, behind the folder takes only those. The exit status is 1 if anything differs.
"""

from __future__ import annotations

import gzip
import io
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import chdir
from hashlib import sha256
from itertools import zip_longest
from pathlib import Path
from typing import Any, BinaryIO

ROOT = Path(__file__).parent.parent
_SHOWN = 5  # programs whose first difference is shown
_SETTINGS: dict[str, dict[str, Any]] = {
    "": {},
    "+latency": {"latency": "1ms", "states": True, "until": "1min"},
    "+one_scheduler": {"schedulers": 1, "until": "1min"},
}
Program = tuple[str, Callable[[BinaryIO], None]]


def programs() -> Iterator[Program]:
    """Yield the name of every program, and what writes its trace."""
    for path in sorted((ROOT / "scenarios").rglob("*")):
        if path.suffix in (".py", ".exs"):
            for variant, settings in _SETTINGS.items():
                yield f"{path.relative_to(ROOT)}{variant}", _of_file(path, settings)
    for folder in ("conformance/programs", "oracle/cases"):
        for path in sorted((ROOT / "tests" / folder).iterdir()):
            if path.suffix in (".py", ".exs"):
                yield str(path.relative_to(ROOT)), _of_file(path, {"halt": True})
    recorded = json.loads((ROOT / "tests/oracle/programs.json").read_text(encoding="utf-8"))
    for number, each in enumerate(recorded):
        yield f"tests/oracle/programs.json/{number:03}", _of_script(each["program"])


def _of_file(path: Path, settings: dict[str, Any]) -> Callable[[BinaryIO], None]:
    def write(file: BinaryIO) -> None:
        from simulator.scenario.load import load
        from simulator.scenario.run import start
        from simulator.terms.errors import SimulatorError

        sys.stdin = io.StringIO()
        with chdir(path.parent):
            for trace in (file, False):
                try:
                    run = start(load(path.name, dict(settings)), trace=trace)
                except SimulatorError as wrong:
                    file.write(f"{type(wrong).__name__}: {wrong}\n".encode())
                    return
                told = [run.ended, str(run.now), repr(run.reason), repr(run.error), *run.reports, *run.waiting]
                file.write("\n".join([*told, run.output, ""]).encode("utf-8", "replace"))

    return write


def _of_script(program: Any) -> Callable[[BinaryIO], None]:
    def write(file: BinaryIO) -> None:
        sys.path.insert(0, str(ROOT / "tests" / "oracle"))
        from programs import World  # type: ignore[import-not-found]

        from simulator import run

        for trace in (file, False):
            world = World(program)
            run(world.main, halt=True, trace=trace)
            file.write("\n".join([*world.log, ""]).encode())

    return write


def _alone(write: Callable[[BinaryIO], None]) -> bytes:
    """Return what *write* writes in a process of its own: no program finds what another left."""
    with tempfile.TemporaryFile() as file:
        child = os.fork()
        if not child:
            status = 1
            try:
                write(file)
                file.flush()
                status = 0
            finally:
                os._exit(status)
        _, status = os.waitpid(child, 0)
        file.seek(0)
        return file.read() + (f"the process ended with status {status}\n".encode() if status else b"")


def _chosen(names: list[str]) -> Iterator[tuple[str, bytes]]:
    """Yield name and traces of the programs that *names* choose."""
    import simulator.elixir.program
    import simulator.scenario.elixir.file
    import simulator.scenario.run
    import simulator.trace  # noqa: F401 - before the first fork, for all of them

    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        for name, write in programs():
            if not names or name.startswith(tuple(names)):
                yield name, _alone(write)


def _kept(folder: Path, name: str) -> Path:
    return folder / "traces" / (name.replace("/", "-") + ".gz")


def write(folder: Path, names: list[str]) -> int:
    """Write the traces to *folder*; return the exit status."""
    (folder / "traces").mkdir(parents=True, exist_ok=True)
    lines = []
    for name, found in _chosen(names):
        _kept(folder, name).write_bytes(gzip.compress(found, 1, mtime=0))
        lines.append(f"{sha256(found).hexdigest()} {name}\n")
    (folder / "digests.txt").write_text("".join(lines), encoding="utf-8")
    print(f"{len(lines)} programs")
    return 0


def compare(folder: Path, names: list[str]) -> int:
    """Tell what differs from the traces in *folder*; return the exit status."""
    lines = (folder / "digests.txt").read_text(encoding="utf-8").splitlines()
    before = {name: digest for digest, _, name in (line.partition(" ") for line in lines)}
    seen = different = 0
    for name, found in _chosen(names):
        seen += 1
        if sha256(found).hexdigest() == before.get(name):
            continue
        different += 1
        print(f"differs: {name}" if name in before else f"new: {name}", flush=True)
        if different <= _SHOWN and name in before:
            _show(gzip.decompress(_kept(folder, name).read_bytes()), found)
    print(f"{seen} programs, {different} of them different")
    return 1 if different else 0


def _show(before: bytes, now: bytes) -> None:
    """Print the first lines that differ."""
    for number, (old, new) in enumerate(zip_longest(before.splitlines(), now.splitlines()), 1):
        if old != new:
            for sign, line in (("-", old), ("+", new)):
                print(f"  {number}{sign} {'' if line is None else line[:300].decode('utf-8', 'replace')}")
            return


def main(arguments: list[str]) -> int:
    """Do what the arguments say; return the exit status."""
    against = "--against" in arguments
    given = [argument for argument in arguments if argument != "--against"]
    if not given or given[0].startswith("-"):
        print(__doc__, file=sys.stderr)
        return 2
    folder = Path(given[0])
    if against and not (folder / "digests.txt").is_file():
        print(f"{folder}: no digests.txt there: no baseline", file=sys.stderr)
        return 2
    return (compare if against else write)(folder, given[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
