"""The compiler gives what real Elixir gives, for each recorded piece."""

from __future__ import annotations

import json

import pytest
from compile_runs import RECORDED, by_simulator, cases, told

_EXPECTED = json.loads(RECORDED.read_text(encoding="utf-8"))


@pytest.mark.parametrize("piece", cases())
def test_piece(piece: str) -> None:
    assert told(by_simulator(piece)) == told(_EXPECTED[piece])
