"""What walks a term that holds the same part again and again is counted: it has no end, in no machine's time."""

from __future__ import annotations

import pytest

from simulator.kernel import TooMuchWork
from simulator.scenario import Run, start
from simulator.scenario.elixir.file import load_elixir

TWICE = {
    "tuples": 'Enum.reduce(1..60, "a", fn _, l -> {l, l} end)',
    "lists": 'Enum.reduce(1..60, "a", fn _, l -> [l, l] end)',
    "maps": 'Enum.reduce(1..60, "a", fn _, l -> %{a: l, b: {l}} end)',
}
WALKS = (
    "x == y", "x != y", "x === y", "x < y", "max(x, y)", "^x = y", "x in [y]", "[x] -- [y]", "%{x => 1}",
    "MapSet.new([x])", "Enum.sort([x, y])", "Enum.uniq([x, y])", "Enum.dedup([x, y])", "List.keyfind([{x, 1}], y, 0)",
    ":erlang.phash2(x)", ":erlang.term_to_binary(x)", "Macro.to_string(x)", "Macro.escape(x)",
    ':io_lib.format("~p", [x])', ":ets.insert(:ets.new(:t, []), {x, 1})",
    ":orddict.find(x, [{y, 1}])", ":proplists.get_value(x, [{y, 1}])", "(&==/2).(x, y)", "Enum.member?([x], y)",
)  # fmt: skip


def ran(code: str, limit: int = 100_000) -> Run:
    return start(load_elixir("nofile", {"work_limit": limit}, code=code), trace=False)


@pytest.mark.parametrize("kind", TWICE)
@pytest.mark.parametrize("walk", WALKS)
def test_a_walk_without_an_end_is_stopped(walk: str, kind: str) -> None:
    result = ran(f"x = {TWICE[kind]}\ny = {TWICE[kind]}\ntry do\n IO.inspect({walk})\nrescue\n _ -> 1\nend")
    assert isinstance(result.error, TooMuchWork)


def test_a_term_that_is_but_large_is_walked() -> None:
    code = "x = Enum.map(1..3_000, &{&1, [&1]})\ny = Enum.map(1..3_000, &{&1, [&1]})\n"
    code += "IO.inspect({x == y, x === y, x == %{}, x < [0 | y], Enum.member?([1, x], y), %{x => 1}[y]})"
    result = ran(code, 3_000_000)
    assert result.error is None and result.output == "{true, true, false, false, true, 1}\n"


def test_numbers_in_what_is_equal_count_as_they_do() -> None:
    code = "x = {1, [2, %{a: {1.0}}]}\ny = {1, [2, %{a: {1}}]}\n"
    result = ran(code + "IO.inspect({x == y, x != y, x === y, {y, x} == {x, y}})")
    assert result.output == "{true, false, false, true}\n"


def test_what_differs_near_its_top_is_told_apart_without_a_walk_through_it() -> None:
    code = f"x = {TWICE['tuples']}\ny = {TWICE['maps']}\nbig = Enum.to_list(1..2_000)\n"
    code += (
        "IO.inspect({x == {1, x}, %{a: x, b: 1} === %{a: x, b: 1.0}, %{a: x, b: 1} == %{a: x, b: 1.0},"
        " %{x: y} == %{z: y}, [big | x] === [big | x], [x, 1] == [y, 1], {x, y} === {x, y}, {big, 1} == {big, 2}})\n"
    )
    result = ran(code)
    assert result.error is None
    assert result.output == "{false, false, true, false, true, false, true, false}\n"
