"""Record what real Elixir does with each program: ``python tests/conformance/record.py [NAME ...]``.

Needs ``elixir`` on PATH. Without names every program is recorded, and recordings whose program is gone are
dropped; ``--new`` records only those that have none; ``--check`` records nothing and fails where one differs.
"""

from __future__ import annotations

import sys

from recordings import PROGRAMS, ask_elixir, load, names, save


def main(arguments: list[str]) -> int:
    """Record as the arguments say; return the exit status."""
    before = load()
    check = "--check" in arguments
    wanted = [argument for argument in arguments if not argument.startswith("--")] or names()
    if "--new" in arguments:
        wanted = [name for name in wanted if name not in before]
    changed = 0
    for name in wanted:
        found = ask_elixir(PROGRAMS / f"{name}.exs")
        if found != before.get(name):
            changed += 1
            print(f"{'changed ' if name in before else 'new     '} {name}", flush=True)
        if not check:
            save({key: value for key, value in (load() | {name: found}).items() if key in names()})
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
