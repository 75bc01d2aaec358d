"""Random programs of processes do in the front end what they did in real Elixir.

The first are those of ``tests/oracle``: their interpreter is itself an Elixir program, which reads the programs from
a file there and finds them in its own text here. A new millisecond need not be waited for: virtual time stands.
The others are of ``fuzz.py`` beside this, which compares as many as one likes; the answers to these are recorded.
"""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from typing import Any

import fuzz
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


def test_programs_of_servers_run_as_in_elixir(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    recorded: dict[str, list[str]] = json.loads(fuzz.ANSWERS.read_text(encoding="utf-8"))
    assert len(recorded) >= 30
    paths = [fuzz.written("processes", int(name.rpartition("_")[2]), tmp_path) for name in recorded]
    found = fuzz.simulate(paths)
    for path in paths:
        assert found[path.name] == recorded[path.stem], f"differs: {path.stem}"


def test_a_verdict_is_one_of_the_answers_of_the_beam() -> None:
    one, two, three = ["1"], ["2"], ["3"]
    assert fuzz.verdict(one, [one, two], [three]) == "same"
    assert fuzz.verdict(two, [one, two], [three]) == "another run"
    assert fuzz.verdict(three, [one, two], [three]) == "no garbage"
    assert fuzz.verdict(three, [one, two], [one, two]) == "unstable"
    assert fuzz.verdict(three, [one, two], [one, one]) == "differs"
    assert fuzz.verdict(three, [one, one], [one, two]) == "differs"
