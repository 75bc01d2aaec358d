"""Record what the real Elixir prints for the terms of ``inspect_cases`` in ``elixir_printed.json``.

Run it from the project's root, with Elixir 1.14 on OTP 25 installed, after a change of the cases:
``PYTHONPATH=. python tests/terms/record_inspect.py``.
"""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from elixir_source import PRELUDE, elixir
from inspect_cases import ORDERED, TO_STRING, UNHASHABLE, laid_out_cases, one_line_cases

RECORDING = Path(__file__).with_name("elixir_printed.json")

SCRIPT = """
for line <- File.stream!(hd(System.argv())) do
  {text, _} = Code.eval_string(line)
  IO.puts(Base.encode64(text))
end
"""


def inspect_call(term: Any, options: dict[str, Any]) -> str:
    """Return the Elixir expression that inspects *term*."""
    given = [f"{name}: {_option(value)}" for name, value in options.items()]
    if "width" in options:
        given.insert(0, "pretty: true")
    return f"inspect({', '.join([elixir(term), *given])})"


def to_string_call(term: Any) -> str:
    """Return the Elixir expression that converts *term*, or gives the name and the message of the error."""
    failed = '"** (#{inspect(error.__struct__)}) #{Exception.message(error)}"'
    return f"try do to_string({elixir(term)}) rescue error -> {failed} end"


def ranks_call() -> str:
    """Return the Elixir expression of the signs of all comparisons of two terms, a character each."""
    signs = "for(a <- terms, b <- terms, do: cond do a < b -> ?<; a > b -> ?>; true -> ?= end)"
    return f"terms = {elixir([*ORDERED, *UNHASHABLE])}; {signs} |> to_string()"


def _option(value: Any) -> str:
    if value is None:
        return ":infinity"
    return f":{value}" if isinstance(value, str) else str(value)


def label(call: str) -> str:
    """Return what stands in the recording for *call*: the call itself, or the sum of a long one."""
    return call if len(call) <= 300 else hashlib.sha256(call.encode()).hexdigest()


def ask(expressions: Iterable[str]) -> list[str]:
    """Return what Elixir makes of the *expressions*, each of which gives a binary."""
    with tempfile.TemporaryDirectory() as folder:
        script, lines = Path(folder, "ask.exs"), Path(folder, "lines.txt")
        script.write_text(PRELUDE + SCRIPT, encoding="utf-8")
        lines.write_text("\n".join(expressions), encoding="ascii")
        command = ["elixir", "--erl", "+S 1:1", str(script), str(lines)]
        printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return [base64.b64decode(line).decode("utf-8", "surrogateescape") for line in printed.splitlines()]


def main() -> None:
    """Write the recording."""
    rooms = {
        "one line": [inspect_call(*case) for case in one_line_cases()],
        "laid out": [inspect_call(*case) for case in laid_out_cases()],
        "to_string": [to_string_call(term) for term in TO_STRING],
        "ranks": [ranks_call()],
    }
    answers = iter(ask(call for calls in rooms.values() for call in calls))
    recording = {room: [[label(call), next(answers)] for call in calls] for room, calls in rooms.items()}
    RECORDING.write_text(json.dumps(recording, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
