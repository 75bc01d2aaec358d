"""An expression that goes back without an end is left now and then, so that whoever interrupts is heard."""

from __future__ import annotations

import pytest

from simulator.elixir.library.string import matching
from simulator.scenario import Run, start
from simulator.scenario.elixir.file import load_elixir


def ran(code: str) -> Run:
    return start(load_elixir("nofile", {}, code=code), trace=False)


class _Interrupted(BaseException):
    pass


def test_what_goes_on_is_left_and_begun_again(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces: list[float] = []

    def search(seconds: float) -> object:
        pieces.append(seconds)
        if len(pieces) == 3:
            raise _Interrupted
        raise TimeoutError

    monkeypatch.setattr(matching, "_FIRST_PIECE", 0.001)
    with pytest.raises(_Interrupted):
        matching._in_pieces(search)
    assert pieces == [0.001, 0.002, 0.004]


def test_what_is_found_does_not_depend_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_FIRST_PIECE", 0.0001)
    monkeypatch.setattr(matching, "_MOMENT", 0.0001)
    code = "{Regex.scan(~r/(a|aa)+$/, String.duplicate(\"a\", 17) <> \"b\"), Regex.run(~r/b/, \"abb\", offset: 2)}"
    assert ran(f"IO.inspect({code})").output == '{[], ["b"]}\n'
