"""The figures on Elixir source can be measured, and each program does the same on both sides."""

from __future__ import annotations

import pytest

from benchmarks import command, elixir
from benchmarks.beam import PROGRAMS
from benchmarks.elixir_figures import FIGURES, simulated
from benchmarks.harness import Size


@pytest.mark.parametrize("program", ["fib", "counter", "call", "pipeline", "chain"])
def test_each_program_runs_on_the_simulator(program):
    assert (PROGRAMS / f"{program}.exs").exists()
    ran = simulated(program, 10)
    assert ran.seconds > 0 and ran.peak > 1_000_000


def test_a_row_is_made_where_there_is_no_elixir(monkeypatch):
    monkeypatch.setattr("benchmarks.elixir_figures.has_elixir", lambda: False)
    row = FIGURES["call"](Size(rounds=1, divisor=10_000))
    assert row.reached is None and row.target == "6 x or less"


def test_the_command_measures_what_it_is_asked_for(monkeypatch, capsys):
    monkeypatch.setattr("benchmarks.elixir_figures.has_elixir", lambda: False)
    assert elixir.main(["--only", "fib", "--quick"]) == 0
    assert "fib(22)" in capsys.readouterr().out
    assert command.machine()["python"]
