"""Records what ``mix test`` prints for the projects of this folder: ``python tests/projects/record.py [NAME...]``.

It takes Elixir 1.14 with its Mix, and no network: the projects have no dependencies but their own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from project_runs import HERE, RECORDED, RUNS, plain


def record(name: str, folder: Path) -> list[dict[str, object]]:
    """Return status and output of each run of a project, which is compiled before in a copy."""
    environment = {
        **os.environ,
        "MIX_ENV": "test",
        "MIX_HOME": str(folder / "mix-home"),
        "ELIXIR_ERL_OPTIONS": "+S 1:1",
    }
    where = folder / name
    subprocess.run(["mix", "compile"], cwd=where, env=environment, check=True, capture_output=True)
    found = []
    for options in RUNS[name]:
        command = ["mix", "test", "--seed", "0", *options]
        ran = subprocess.run(command, cwd=where, env=environment, capture_output=True)
        found.append({"options": options, "status": ran.returncode, "output": plain(ran.stdout.decode())})
    return found


def main() -> None:
    """Record the projects that are named, or all of them."""
    known = json.loads(RECORDED.read_text(encoding="utf-8")) if RECORDED.exists() else {}
    for name in sys.argv[1:] or RUNS:
        with tempfile.TemporaryDirectory() as folder:
            project = name.partition("/")[0]
            shutil.copytree(HERE / project, Path(folder) / project)
            known[name] = record(name, Path(folder))
    text = json.dumps({name: known[name] for name in RUNS if name in known}, indent=1, ensure_ascii=False)
    RECORDED.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
