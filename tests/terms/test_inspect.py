"""What ``inspect`` prints, against the recording of what the real Elixir printed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from inspect_cases import TO_STRING, laid_out_cases, one_line_cases
from record_inspect import RECORDING, inspect_call, label, to_string_call

from simulator.terms import inspect, to_string

RECORDED: dict[str, list[list[str]]] = json.loads(RECORDING.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("room", "cases"), [("one line", one_line_cases), ("laid out", laid_out_cases)])
def test_it_prints_what_elixir_prints(room: str, cases: Any) -> None:
    found = [(label(inspect_call(term, options)), inspect(term, **options)) for term, options in cases()]
    differing = [
        f"{call}\n  Elixir: {expected}\n  here:   {printed}"
        for (call, printed), (recorded_call, expected) in zip(found, RECORDED[room], strict=True)
        if (call, printed) != (recorded_call, expected)
    ]
    assert not differing, f"{len(differing)} differ\n" + "\n".join(differing[:40])


def test_it_converts_to_a_string_as_elixir_does() -> None:
    for term, (call, expected) in zip(TO_STRING, RECORDED["to_string"], strict=True):
        assert label(to_string_call(term)) == call
        try:
            text = to_string(term)
        except Exception as error:
            text = f"** ({inspect(type(error))}) {error}"
        assert text == expected, call
