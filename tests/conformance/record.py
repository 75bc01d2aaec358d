"""Record what real Elixir does with each program: ``python tests/conformance/record.py [NAME ...]``.

Needs ``elixir`` on PATH. Without names every program is recorded, and recordings whose program is gone are
dropped; ``--new`` records only those that have none; ``--check`` records nothing and fails where one differs.
Two programs run at a time; one that differs is asked again by itself, so that a busy machine decides nothing.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from recordings import PROGRAMS, ask_elixir, load, names, save

VERSION = "Elixir 1.14"
JOBS = 2


def main(arguments: list[str]) -> int:
    """Record as the arguments say; return the exit status."""
    if not _is_version():
        print(f"not compared: the recordings are of {VERSION}")
        return 0 if "--check" in arguments else 1
    before = load()
    check = "--check" in arguments
    wanted = [argument for argument in arguments if not argument.startswith("--")] or names()
    if "--new" in arguments:
        wanted = [name for name in wanted if name not in before]
    changed = 0
    for name, found in _answers(wanted, before):
        if found != before.get(name):
            changed += 1
            print(f"{'changed ' if name in before else 'new     '} {name}", flush=True)
        if not check:
            save({key: value for key, value in (load() | {name: found}).items() if key in names()})
    if check:
        print(f"{len(wanted) - changed} of {len(wanted)} recordings are current")
    return 1 if check and changed else 0


def _answers(wanted: list[str], before: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    """Ask Elixir about programs; those first that did what they did before."""
    differing = []
    with ThreadPoolExecutor(JOBS) as pool:
        asked = pool.map(lambda name: ask_elixir(PROGRAMS / f"{name}.exs"), wanted)
        for name, found in zip(wanted, asked, strict=True):
            if found == before.get(name):
                yield name, found
            else:
                differing.append(name)
    for name in differing:
        yield name, _alone(name, before.get(name))


def _alone(name: str, expected: Any) -> Any:
    """Ask Elixir about one program, up to eight times, until it does what is expected."""
    found = None
    for _ in range(8):
        found = ask_elixir(PROGRAMS / f"{name}.exs")
        if found == expected or expected is None:
            break
    return found


def _is_version() -> bool:
    """Return whether the Elixir that is here is of the version that is recorded."""
    told = subprocess.run(["elixir", "--version"], capture_output=True, text=True, check=True)
    return VERSION in told.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
