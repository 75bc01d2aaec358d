"""The persistent map in Python is what a dict is, whatever is done to it, and its versions stay as they were."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.terms import maps
from simulator.terms.trie import Trie


class Alike:
    """A key whose hash is that of every other."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __hash__(self) -> int:
        return -7

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Alike) and other.number == self.number


KEYS = st.one_of(st.integers(-200, 200), st.text(max_size=2), st.builds(Alike, st.integers(0, 60)))


@given(st.dictionaries(KEYS, st.integers(), max_size=80), st.lists(st.tuples(KEYS, st.integers(0, 3)), max_size=150))
def test_it_is_what_a_dict_is(start: dict[Any, int], steps: list[tuple[Any, int]]) -> None:
    expected, found = dict(start), Trie(start)
    versions = [(dict(expected), found)]
    for key, value in steps:
        if value:
            expected[key] = value
            found = found.set(key, value)
        elif key in expected:
            del expected[key]
            found = found.delete(key)
        versions.append((dict(expected), found))
    for known, version in versions:
        assert len(version) == len(known) and dict(version.items()) == known
        assert all(version[key] == version.get(key) == value and key in version for key, value in known.items())
    assert Alike(99) not in found and found.get("none such", 5) == 5 and found == Trie(expected)


def test_many_that_come_and_go() -> None:
    found = Trie({})
    for number in range(5_000):
        found = found.set(number, -number)
    for number in range(4_990):
        found = found.delete(number)
    assert sorted(found.items()) == [(number, -number) for number in range(4_990, 5_000)]
    with pytest.raises(KeyError):
        found.delete(0)
    assert len(found.update({1: 1, 4_995: 2})) == 11


def test_maps_need_no_wheel_of_immutables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "immutables", None)
    term = maps.from_pairs((number, number) for number in range(100))
    changed = maps.delete(maps.put(maps.put(term, "a", 1), 1.0, 2), 99)
    assert changed.d.__class__ is Trie and len(changed.d) == 101 and len(term.d) == 100
    assert maps.get(changed, 1.0) == 2 and maps.get(changed, 1) == 1
    assert maps.merge(changed, maps.from_pairs([(1, "one")])) != changed
    assert maps.put(changed, 1, 1) == changed
