"""Record what real Elixir makes of random programs: ``python tests/oracle/record_programs.py`` (about a minute).

Needs ``elixir`` on PATH, and this project to be importable. Programs that do not come out the same
twice in Elixir are left out.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

from programs import Writer, as_elixir
from recording import HERE

PROGRAMS = HERE / "programs.json"
PLAIN, WATCHING = range(150), range(1_000, 1_100)


def main() -> None:
    """Write the programs, let Elixir run them, and keep both."""
    programs = [Writer(seed, False).program for seed in PLAIN] + [Writer(seed, True).program for seed in WATCHING]
    with tempfile.NamedTemporaryFile("w", suffix=".exs", encoding="utf-8") as file:
        file.write(f"[{','.join(map(as_elixir, programs))}]")
        file.flush()
        command = ["elixir", "--erl", "+S 1:1", str(Path(HERE, "programs.exs")), file.name]
        logs = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    kept = [(program, log.split("|")) for program, log in zip(programs, logs, strict=True) if log != "UNSTABLE"]
    lines = [json.dumps({"program": program, "log": log}) for program, log in kept]
    PROGRAMS.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
    print(f"{len(kept)} of {len(programs)} programs recorded")


if __name__ == "__main__":
    main()
