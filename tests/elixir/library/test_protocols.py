"""A program's own implementations of the library's protocols give what they give in the real Elixir."""

from __future__ import annotations

from pathlib import Path

from tests.elixir.compile.compile_runs import by_simulator

PROGRAM = Path(__file__).with_name("lib_protocols_case.exs")

# Recorded with Elixir 1.14 on OTP 25, by tests.elixir.compile.compile_runs.by_elixir.
EXPECTED = (
    '{"#Tree<[1, 2, 5, 8]>", "tree of 1, 2, 5, 8", "{#Tree<[1,\\n  2, 5,\\n  8]>,\\n [\\n   a: #Tre'
    'e<[1,\\n    2, 5,\\n    8]>\\n ]}", [2, 4, 10, 16], [1, 2], 4, true, "#User<name: \\"a\\", ...>'
    '", [5, 4, 3, 2, 1], 5, true, [{5, :a}, {4, :b}], \'2(\', [5, 4, 3], "%Countdown{from: 5}", "'
    'tree of 1, 2, 5, 8; 1", Enumerable.Countdown, nil, {:ok, 2}}'
)


def test_own_implementations_of_protocols() -> None:
    assert by_simulator(PROGRAM.read_text(encoding="utf-8")) == EXPECTED
