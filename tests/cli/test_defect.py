"""What goes wrong inside of the simulator is one line that says so, and a traceback for those who ask."""

from __future__ import annotations

import pytest

from simulator.cli import main


def broken(options):
    raise ZeroDivisionError("nobody thought of this")


def test_a_defect_is_one_line(simulator, monkeypatch):
    monkeypatch.setattr("simulator.cli.listing.list_command", broken)
    ended = simulator("list")
    assert ended.status == 70
    assert "a defect of the simulator: ZeroDivisionError" in ended.complaint and "test_defect.py" in ended.complaint


def test_the_traceback_is_there_for_those_who_ask(monkeypatch, folder):
    monkeypatch.setattr("simulator.cli.listing.list_command", broken)
    monkeypatch.setenv("SIMULATOR_TRACEBACK", "1")
    with pytest.raises(ZeroDivisionError):
        main(["list"])
