"""Record what real Elixir prints for the programs in ``expansion``: ``python record_expand_programs.py [NAME ...]``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent / "expansion"
RECORDED = HERE / "recorded.json"


def main(names: list[str]) -> None:
    """Record these programs, or all; recordings whose program is gone are dropped."""
    recorded = json.loads(RECORDED.read_text(encoding="utf-8"))
    every = sorted(path.stem for path in HERE.glob("*.exs"))
    for name in names or every:
        run = subprocess.run(
            ["elixir", "--erl", "+S 1:1", f"{name}.exs"],
            cwd=HERE, capture_output=True, text=True, timeout=60, check=True,
        )  # fmt: skip
        recorded[name] = run.stdout
    kept = {name: recorded[name] for name in every}
    RECORDED.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
