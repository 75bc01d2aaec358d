"""Elixir's order of terms."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import permutations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inspect_cases import ORDERED, UNHASHABLE
from record_inspect import RECORDING, label, ranks_call

from simulator.terms import Atom, Pid, Reference, atom, compare, sort_key
from simulator.terms.order import sort_exactly

SCALARS = st.integers() | st.floats(allow_nan=False) | st.text(max_size=3) | st.binary(max_size=3) | st.booleans()
TERMS = st.recursive(
    SCALARS | st.none() | st.builds(Atom, st.text(max_size=2)) | st.builds(Pid, st.integers(0, 3)),
    lambda inner: st.lists(inner, max_size=3) | st.tuples(inner, inner) | st.dictionaries(SCALARS, inner, max_size=3),
    max_leaves=8,
)


def test_every_pair_compares_as_in_elixir() -> None:
    [(call, expected)] = json.loads(RECORDING.read_text(encoding="utf-8"))["ranks"]
    assert call == label(ranks_call())
    terms = [*ORDERED, *UNHASHABLE]
    found = "".join("=><"[compare(left, right)] for left, right in product(terms, terms))
    wrong = [pair for pair, ours, theirs in zip(product(terms, terms), found, expected, strict=True) if ours != theirs]
    assert not wrong, wrong[:10]


def test_the_kinds_of_terms_are_in_the_order_of_the_manual() -> None:
    @dataclass(frozen=True)
    class Point:
        x: int

    structs = [Point(1), Point(2), frozenset([1])]
    ordered: list[Any] = [1, atom.a, Reference(1), len, Pid(1), (), {}, *structs, [], [1], b"\x00", "a"]
    for shuffled in permutations(ordered[::3]):
        assert sorted(shuffled, key=sort_key) == ordered[::3]
    assert sorted((*ordered[5:], *ordered[:5]), key=sort_key) == ordered
    assert sort_exactly(reversed(ordered)) == ordered


def test_exactly_an_integer_sorts_before_every_float() -> None:
    assert sort_exactly([1.5, 3, 0.5, (1.0, 1), (1, 1)]) == [3, 0.5, 1.5, (1, 1), (1.0, 1)]
    assert compare(1, 1.0) == 0
    assert compare(1, 1.0, exact=True) == -1


@given(TERMS, TERMS, TERMS)
def test_the_order_is_total(a: Any, b: Any, c: Any) -> None:
    assert compare(a, b) == -compare(b, a)
    assert compare(a, a) == 0
    if compare(a, b) <= 0 and compare(b, c) <= 0:
        assert compare(a, c) <= 0


def test_a_term_too_deep_to_compare_says_so_and_still_prints_in_order_of_arrival() -> None:
    deep: Any = ()
    for _ in range(300):
        deep = (deep,)
    with pytest.raises(RecursionError, match="nested deeper than 200 levels"):
        compare(deep, 1)
    assert sort_exactly([deep, 1]) == [deep, 1]
