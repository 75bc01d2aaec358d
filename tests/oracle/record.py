"""Record what real Elixir says to each case: ``python tests/oracle/record.py [NAME ...]``.

Needs ``elixir`` on PATH. Without names every case is recorded and recordings whose case is gone are
dropped. Prints which recordings are new, changed or gone.
"""

from __future__ import annotations

import sys

from recording import RECORDED, ask_elixir, load, names, save


def main(wanted: list[str]) -> None:
    """Record the *wanted* cases, or all of them."""
    before = load(RECORDED)
    after = {name: before[name] for name in names() if name in before}
    for name in wanted or names():
        after[name] = ask_elixir(name)
        if name not in before:
            print(f"new      {name}")
        elif after[name] != before[name]:
            print(f"changed  {name}")
    for name in sorted(before.keys() - after.keys()):
        print(f"gone     {name}")
    save(RECORDED, after)


if __name__ == "__main__":
    main(sys.argv[1:])
