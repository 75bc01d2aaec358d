"""Record what real Elixir makes of the corpus: ``python tests/elixir/syntax/record_quoted.py [NAME ...]``.

Each file of ``corpus/`` holds snippets between lines ``#---``; its recording, ``corpus/NAME.quoted``, has one line of
JSON a snippet: the quoted form, or the error as Elixir prints it; of ``warnings.exs`` the warnings.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def record(path: Path) -> str:
    """Return the recording of one file of the corpus."""
    options = ["--warnings"] if path.stem == "warnings" else []
    command = ["elixir", "--erl", "+S 1:1", str(HERE / "quoted.exs"), *options, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=300).stdout


def main(names: list[str]) -> None:
    """Record the named files, or all."""
    for path in sorted((HERE / "corpus").glob("*.exs")):
        if not names or path.stem in names:
            path.with_suffix(".quoted").write_text(record(path), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
