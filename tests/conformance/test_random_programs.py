"""Random programs of processes do in the front end what they did in real Elixir.

They are those of ``tests/oracle``: their interpreter is itself an Elixir program, which reads the programs from
a file there and finds them in its own text here. A new millisecond need not be waited for: virtual time stands.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from recordings import CASES
from simulating import run_command

ORACLE = CASES.parent
RECORDED: list[dict[str, Any]] = json.loads((ORACLE / "programs.json").read_text(encoding="utf-8"))
SLICES = 5


def interpreter(programs: list[Any]) -> str:
    """Return the interpreter's text with these programs to run."""
    spec = importlib.util.spec_from_file_location("oracle_programs", ORACLE / "programs.py")
    assert spec is not None and spec.loader is not None
    written = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(written)
    text = (ORACLE / "programs.exs").read_text(encoding="utf-8")
    head, _, _ = text.partition("  def main([file]) do")
    spin = "def next_ms(ms), do: if(now() == ms, do: next_ms(ms), else: :persistent_term.put(:start, now()))"
    assert spin in head
    head = head.replace(spin, "def next_ms(ms), do: :persistent_term.put(:start, ms)")
    listed = ",\n".join(map(written.as_elixir, programs))
    return f"""{head}
  def main(programs) do
    for table <- [:log, :processes], do: :ets.new(table, [:named_table, :public, :ordered_set])
    for program <- programs, do: IO.puts(Enum.join(run(program), "|"))
  end
end

Programs.main([{listed}])
"""


@pytest.mark.parametrize("part", range(SLICES))
def test_programs_run_as_in_elixir(part: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    recorded = RECORDED[part::SLICES]
    (tmp_path / "programs.exs").write_text(interpreter([each["program"] for each in recorded]), encoding="utf-8")
    streams, status = run_command(tmp_path, "run", "--quiet", "programs.exs")
    assert status == 0, streams.errors.getvalue()
    logs = [line.split("|") for line in streams.output.getvalue().splitlines()]
    for number, (log, each) in enumerate(zip(logs, recorded, strict=True)):
        assert log == each["log"], f"program {part + number * SLICES}"
