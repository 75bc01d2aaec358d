"""What changed between two states, of terms that are whole, cut off, or not known."""

from __future__ import annotations

import pytest

from simulator.trace.why.differences import difference


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("0", "1", "0 -> 1"),
        ("nil", "%{}", "nil -> %{}"),
        ("%{a: 1}", "%{}", "%{- a: 1}"),
        ("%{a: 1, b: 2}", "%{a: 1, b: 3, c: 4}", "%{b: 2 -> 3, + c: 4}"),
        ("%{1 => :a}", "%{1 => :b, 2 => :c}", "%{1 => :a -> :b, + 2 => :c}"),
        ('%{"a" => %{x: 1, y: [1, 2]}}', '%{"a" => %{x: 1, y: [2]}}', '%{"a" => %{y: [- 1, …]}}'),
        ('%User{name: "a", age: 3}', '%User{name: "b", age: 3}', '%User{name: "a" -> "b"}'),
        ("%User{a: 1}", "%Guest{a: 1}", "%User{a: 1} -> %Guest{a: 1}"),
        ("[]", "[1]", "[+ 1]"),
        ("[2, 1]", "[3, 2, 1]", "[+ 3, …]"),
        ("[1, 2, 3]", "[1, 3]", "[…, - 2, …]"),
        ("[a: 1, b: 2]", "[a: 1, b: 3]", "[…, b: 2 -> 3]"),
        ("[{:a, 1}, 5]", "[a: 1]", "[…, - 5]"),
        ("{:red, %{n: 0}}", "{:green, %{n: 1}}", "{:red -> :green, %{n: 0 -> 1}}"),
        ("{1, 2}", "{1, 2, 3}", "{1, 2} -> {1, 2, 3}"),
        ("MapSet.new([1, 2])", "MapSet.new([1, 2, 3])", "MapSet.new([…, + 3])"),
        ("%{d: ~D[2020-01-01], r: 1..3}", "%{d: ~D[2020-01-02], r: 1..3}", "%{d: ~D[2020-01-01] -> ~D[2020-01-02]}"),
        ('["a, b", "c"]', '["a, b", "c]"]', '[…, "c" -> "c]"]'),
    ],
)
def test_the_parts_that_are_others_are_told(before: str, after: str, said: str) -> None:
    assert difference(before, after) == said


def test_of_a_list_that_is_cut_off_the_head_is_told() -> None:
    whole = f"[{', '.join(map(str, range(200)))}]"
    cut = f"{whole[:500]}..."
    assert difference(cut, f"[999, {whole[1:495]}...") == "[+ 999, …]"
    assert difference(cut, f"{whole[4:504]}...") != difference(cut, cut)


def test_what_the_trace_does_not_hold_is_not_made_up() -> None:
    assert difference("%{a: 1...", "%{a: 1, b...") == "it changed beyond what the trace holds of it"
    assert difference("%{a: [1, 2, 3...", "%{a: [1, 2, 3, 4]}") == "it changed beyond what the trace holds of it"
