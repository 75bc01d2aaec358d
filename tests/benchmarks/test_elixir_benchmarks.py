"""The figures on Elixir source can be measured, and each program does the same on both sides."""

from __future__ import annotations

import pytest

from benchmarks import command, elixir, elixir_usual
from benchmarks.beam import PROGRAMS
from benchmarks.elixir_figures import FIGURES, simulated
from benchmarks.harness import Size


@pytest.mark.parametrize("program", ["fib", "counter", "pipeline", "chain"])
def test_each_program_runs_on_the_simulator(program):
    assert (PROGRAMS / f"{program}.exs").exists()
    ran = simulated(program, 10)
    assert ran.seconds > 0 and ran.peak > 1_000_000


def test_a_row_is_made_where_there_is_no_elixir(monkeypatch):
    monkeypatch.setattr("benchmarks.elixir_figures.has_elixir", lambda: False)
    row = FIGURES["fib"](Size(rounds=1, divisor=10_000))
    assert row.reached is None and row.target == "20 x or less"


@pytest.mark.parametrize("name", elixir_usual.USUAL)
def test_what_programs_mostly_do_is_measured_in_three_ways(name):
    seconds = elixir_usual.measured(elixir_usual.ROOT, elixir_usual.USUAL[name].program, 30)
    assert len(seconds) == 3 and min(seconds) > 0


def test_a_row_has_the_figures_of_another_checkout_beside_its_own(monkeypatch):
    monkeypatch.setattr("benchmarks.elixir_usual.has_elixir", lambda: False)
    found = {"mine": [[0.002, 0.004, 0.008]], "other": [[0.004, 0.004, 0.004]]}
    monkeypatch.setattr("benchmarks.elixir_usual.ROOT", "mine")
    monkeypatch.setattr("benchmarks.elixir_usual.measured", lambda checkout, *_: found[checkout][0])
    row = elixir_usual.FIGURES["ets"](Size(rounds=1, divisor=60, paired="other"))
    assert (row.ours, row.against) == ("2.00 us / 4.00 us / 8.00 us", "4.00 us / 4.00 us / 4.00 us")
    assert row.shown == "0.50 / 1.00 / 2.00 of its time" and row.reached is None


def test_loading_is_measured_in_one_process():
    row = elixir_usual.FIGURES["load"](Size(rounds=1, divisor=50))
    assert row.value is not None and 0 < row.value < 1


def test_the_command_measures_what_it_is_asked_for(monkeypatch, capsys):
    monkeypatch.setattr("benchmarks.elixir_figures.has_elixir", lambda: False)
    assert elixir.main(["--only", "fib", "--quick"]) == 0
    assert "fib(22)" in capsys.readouterr().out
    assert command.machine()["python"]
