"""What has no end is stopped by counted work, the same on every machine; what is too large is not begun."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.cli.main import main as command
from simulator.elixir.runtime.values import counted
from simulator.kernel import TooMuchWork
from simulator.scenario import Run, start
from simulator.scenario.elixir.file import load_elixir


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counted, "LIMIT", 100_000)
    monkeypatch.setattr(counted, "_left", 100_000)


def ran(code: str) -> Run:
    return start(load_elixir("nofile", code=code))


@pytest.mark.parametrize(
    "loop",
    [
        "Stream.iterate(1, & &1 + 1) |> Stream.run()",
        "Stream.repeatedly(fn -> 1 end) |> Enum.each(fn x -> x end)",
        "Stream.cycle([1, 2]) |> Enum.reduce(0, &+/2)",
        "Stream.unfold(1, fn x -> {x, x} end) |> Enum.count()",
        "Enum.reduce(1..1_000_000_000, 0, fn x, a -> x + a end)",
        "Enum.each(1..1_000_000_000, fn _ -> IO.puts(1) end)",
        "for x <- 1..1000, y <- 1..1000, z <- 1..1000, do: x + y + z",
        "for _ <- Stream.cycle([1]), do: :ok",
        "try do\n Enum.map(1..1_000_000_000, & &1)\nrescue\n _ -> :went_on\nend",
    ],
)
def test_a_walk_without_an_end_is_stopped_and_nothing_takes_that(loop: str) -> None:
    result = ran(loop + "\nIO.puts(:went_on)")
    assert isinstance(result.error, TooMuchWork) and "went_on" not in result.output
    assert str(result.error).startswith("nofile:") and "items are walked at one instant" in str(result.error)


def test_what_is_walked_at_other_instants_is_no_such_walk() -> None:
    code = "for _ <- 1..50 do\n Enum.each(1..10_000, & &1)\n Process.sleep(1)\nend\nIO.puts(:done)"
    assert ran(code).output == "done\n"


def test_a_limit_has_an_exit_status_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    trace = tmp_path / "trace.jsonl"
    code = "IO.puts(:before)\nEnum.each(1..1_000_000_000, & &1)"
    assert command(["run", "-q", "-e", code, "--trace", str(trace)]) == 3
    captured = capsys.readouterr()
    assert captured.out == "before\n" and captured.err.count("\n") == 1
    assert trace.read_text().count("\n") > 3


@pytest.mark.parametrize(
    "made",
    [
        "Integer.pow(10, 1_000_000_000)", "10 ** 100_000_000_000", 'String.pad_leading("x", 10_000_000_000)',
        ":crypto.strong_rand_bytes(100_000_000_000)", "Bitwise.bsl(1, 100_000_000_000)", "(-3) ** 1_000_000_000",
    ],
)  # fmt: skip
def test_what_is_too_large_is_not_begun(made: str) -> None:
    code = f"try do\n  {made}\nrescue\n  e -> IO.inspect(e.__struct__)\nend"
    assert ran(code).output == "SystemLimitError\n"
