"""Record what the real Elixir makes of the expressions of ``lib_data_cases`` in ``lib_data_recorded.json``.

Run it from the project's root, with Elixir 1.14 on OTP 25: ``python -m tests.elixir.library.record_lib_data``.
"""

from __future__ import annotations

import base64
import json
import subprocess
import tempfile
from pathlib import Path

from tests.elixir.library.lib_data_cases import CASES

RECORDING = Path(__file__).with_name("lib_data_recorded.json")

SCRIPT = """
Code.put_compiler_option(:ignore_module_conflict, true)
for line <- File.stream!(hd(System.argv())) do
  code = String.trim_trailing(line, "\\n")
  text =
    try do
      {value, _} = Code.eval_string(code)
      inspect(value, limit: :infinity)
    rescue
      error -> "** (#{inspect(error.__struct__)}) #{Exception.message(error)}"
    catch
      kind, value -> "** #{kind} #{inspect(value)}"
    end
  IO.puts(Base.encode64(text))
end
"""


def expressions(group: str) -> list[str]:
    """Return the expressions of a group of cases."""
    return [line for line in CASES[group].splitlines() if line]


def ask(lines: list[str]) -> list[str]:
    """Return what the real Elixir makes of these expressions."""
    with tempfile.TemporaryDirectory() as folder:
        script, given = Path(folder, "ask.exs"), Path(folder, "lines.txt")
        script.write_text(SCRIPT, encoding="utf-8")
        given.write_text("\n".join(lines) + "\n", encoding="utf-8")
        command = ["elixir", "--erl", "+S 1:1", str(script), str(given)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [base64.b64decode(line).decode("utf-8", "surrogateescape") for line in printed.splitlines()]


def main() -> None:
    """Write the recording."""
    recorded = {}
    for group in CASES:
        lines = expressions(group)
        recorded[group] = dict(zip(lines, ask(lines), strict=True))
    RECORDING.write_text(json.dumps(recorded, indent=0, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
