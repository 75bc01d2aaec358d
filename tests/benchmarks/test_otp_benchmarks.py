"""The table of OTP, in amounts too small to tell anything but that every figure can be measured."""

from __future__ import annotations

import json

import pytest

from benchmarks import beam, command, otp, otp_programs, usual
from benchmarks.children import supervised
from benchmarks.harness import Size
from benchmarks.otp_figures import FIGURES
from benchmarks.programs import Stopwatch, run_kernel

TINY = Size(rounds=1, divisor=2_000)


@pytest.fixture(autouse=True)
def without_elixir(monkeypatch):
    monkeypatch.setattr(beam, "has_elixir", lambda: False)


@pytest.mark.parametrize("name", ["call", "cast", "task", "ticker"])
def test_figure_is_measured_against_simpy(name):
    row = FIGURES[name](TINY)
    assert row.name == name
    assert row.value is not None and row.value > 0 and row.reached is not None
    assert row.ours and row.against and row.beam == "-"


def test_another_checkout_is_measured_beside_this_one(capsys):
    assert otp.main(["--only", "cast", "--quick", "--json", "--paired", str(usual._ROOT)]) == 0
    row = json.loads(capsys.readouterr().out)["rows"][0]
    assert "; the other checkout " in row["against"]
    assert row["shown"].endswith(" of the other checkout's") and row["shown"].count("/") == 4


def test_without_elixir_nothing_is_said_of_the_beam():
    row = FIGURES["call-beam"](TINY)
    assert row.ours and (row.value, row.shown, row.reached, row.beam) == (None, "-", None, "-")


def test_the_beam_is_beside_the_call(monkeypatch):
    monkeypatch.setattr("benchmarks.otp_figures.beam", lambda program, amount: [amount * 1_000_000])
    row = FIGURES["call-beam"](TINY)
    assert row.beam == "1.00 s" and row.reached


def test_every_call_is_a_message_there_and_one_back():
    few, many = (run_kernel(otp_programs.calls(count)).messages for count in (10, 15))
    assert many - few == 2 * 5


def test_century_misses_no_night():
    otp_programs.live_through(otp_programs.century(3), 3)
    with pytest.raises(AssertionError):
        otp_programs.live_through(otp_programs.century(3), 4)


@pytest.mark.parametrize("how", ["under_supervisor", "under_dynamic_supervisor"])
def test_supervised_servers_are_started_and_stopped(how):
    found = supervised(how, 20)
    assert found["starting"] > 0 and found["stopping"] > 0


def test_a_server_that_does_not_start_fails_the_benchmark():
    def one_too_few(proc, count):
        return (yield from otp_programs.under_supervisor(proc, count - 1))

    with pytest.raises(AssertionError, match="not all of them"):
        otp_programs.supervised(one_too_few, 5, Stopwatch(), lambda: None)


def test_command_as_json(capsys, monkeypatch):
    monkeypatch.setattr(command, "tune", lambda: None)
    assert otp.main(["--quick", "--only", "ticker", "--json"]) == 0
    assert [row["name"] for row in json.loads(capsys.readouterr().out)["rows"]] == ["ticker"]
