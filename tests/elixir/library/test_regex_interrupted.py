"""An expression that goes back without an end is left now and then, so that whoever interrupts is heard."""

from __future__ import annotations

import pytest

from simulator.elixir.library.string import regex
from simulator.scenario import Run, start
from simulator.scenario.elixir.file import load_elixir


def ran(code: str) -> Run:
    return start(load_elixir("nofile", {}, code=code), trace=False)


class _Interrupted(BaseException):
    pass


def test_what_goes_on_is_left_and_begun_again(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces: list[float] = []
    program = regex._compiled("(a|aa)+$", "")

    class Program:
        def search(self, text: str, offset: int, timeout: float) -> object:
            pieces.append(timeout)
            if len(pieces) == 3:
                raise _Interrupted
            return program.search(text, offset, timeout=timeout)

    monkeypatch.setattr(regex, "_program", lambda pattern: Program())
    monkeypatch.setattr(regex, "_FIRST_PIECE", 0.001)
    with pytest.raises(_Interrupted):
        ran("Regex.match?(~r/(a|aa)+$/, String.duplicate(\"a\", 60) <> \"b\")")
    assert pieces == [0.001, 0.002, 0.004]


def test_what_is_found_does_not_depend_on_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regex, "_FIRST_PIECE", 0.0001)
    code = "{Regex.scan(~r/(a|aa)+$/, String.duplicate(\"a\", 17) <> \"b\"), Regex.run(~r/b/, \"abb\", offset: 2)}"
    assert ran(f"IO.inspect({code})").output == '{[], ["b"]}\n'
