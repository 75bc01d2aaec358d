"""Elixir's maps and structs, binaries and bitstrings."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from simulator.terms import Atom, ProtocolUndefinedError, atom, compare, inspect, to_string
from simulator.terms.bits import Bits, binary, bitstring, bytes_of, number_of
from simulator.terms.lists import EMPTY, from_list
from simulator.terms.maps import (
    EMPTY_MAP,
    SMALL,
    TEXTS,
    Map,
    delete,
    from_pairs,
    get,
    has,
    keys,
    merge,
    pairs,
    put,
    strict_equal,
    struct,
    struct_name,
    values,
)
from simulator.terms.structs import FIELDS, SHOWN, define


def test_keys_are_strict_at_any_depth():
    floats = [(1.0, "float"), ((1.0,), "float tuple"), (from_list([1.0]), "list")]
    term = from_pairs([(1, "int"), ((1,), "tuple"), *floats])
    assert len(term) == 5
    assert [get(term, key) for key in (1, 1.0, (1,), (1.0,), from_list([1.0]))] == [
        "int", "float", "tuple", "float tuple", "list",
    ]  # fmt: skip
    assert get(term, from_list([1])) is None
    assert inspect(term) == ('%{1 => "int", 1.0 => "float", {1} => "tuple", {1.0} => "float tuple", [1.0] => "list"}')
    assert len(delete(term, 1.0)) == 4
    assert has(term, 1.0) and not has(delete(term, 1.0), 1.0)


def test_a_map_is_a_key_strictly_too():
    one, other = from_pairs([(atom.a, 1)]), from_pairs([(atom.a, 1.0)])
    assert one == other
    assert not strict_equal(one, other)
    term = from_pairs([(one, "int"), (other, "float")])
    assert (get(term, one), get(term, other)) == ("int", "float")


def test_nothing_changes_a_map():
    before = from_pairs([(atom.b, 1)])
    after = put(before, atom.a, 2)
    assert (inspect(before), inspect(after)) == ("%{b: 1}", "%{a: 2, b: 1}")
    assert delete(after, atom.c) is after
    assert inspect(delete(after, atom.b)) == "%{a: 2}"


@pytest.mark.parametrize("size", [SMALL - 1, SMALL, SMALL + 1, 500])
def test_a_large_map_is_the_map_that_a_small_one_is(size):
    large = from_pairs([(number, -number) for number in range(size)])
    grown = EMPTY_MAP
    for number in reversed(range(size)):
        grown = put(grown, number, -number)
    assert large == grown == put(large, 0, 0)
    assert hash(large) == hash(grown)
    assert compare(large, grown) == 0
    assert strict_equal(large, grown)
    assert keys(large) == keys(grown)
    assert sorted(keys(grown)) == list(range(size))
    assert values(grown) == [-key for key in keys(grown)]
    assert pairs(delete(large, 0)) == pairs(delete(grown, 0))
    assert sorted(pairs(delete(grown, 0))) == [(number, -number) for number in range(1, size)]
    assert pickle.loads(pickle.dumps(grown)) == grown


@pytest.mark.parametrize(("left", "right"), [(3, 3), (200, 3), (3, 200), (200, 200)])
def test_of_two_maps_the_right_one_wins(left, right):
    one = from_pairs([(number, "left") for number in range(left)])
    two = from_pairs([(number, "right") for number in range(1, right + 1)])
    expected = dict(pairs(one)) | dict(pairs(two))
    for first in (one, put(one, 0, "left")):
        for second in (two, put(two, 1, "right")):
            assert dict(pairs(merge(first, second))) == expected
    assert len(one) == left and len(two) == right


def test_maps_sort_by_size_then_keys_then_values():
    def term(**given):
        return from_pairs([(Atom(key), value) for key, value in given.items()])

    ordered = [(1, 2, 3), EMPTY_MAP, term(b=1), term(a=1, b=1), term(a=1, b=2), term(a=0, c=1), EMPTY]
    for place, left in enumerate(ordered):
        for other, right in enumerate(ordered):
            assert compare(left, right) == (place > other) - (place < other), (left, right)


def test_a_struct_prints_its_fields_in_order_if_it_is_known():
    module = define("TermsTest.Point", "y", "x")
    point = struct("TermsTest.Point", x=1, y=2)
    try:
        assert struct_name(point) is module
        assert inspect(point) == "%TermsTest.Point{y: 2, x: 1}"
        assert inspect(put(point, atom.z, 1)) == "%{__struct__: TermsTest.Point, x: 1, y: 2, z: 1}"
        assert inspect(point, structs=False) == "%{__struct__: TermsTest.Point, x: 1, y: 2}"
        SHOWN[module] = (frozenset([atom.y]), {})
        assert inspect(point) == "#TermsTest.Point<y: 2, ...>"
        SHOWN[module] = (frozenset([atom.x, atom.y]), {atom.x: 1})
        assert inspect(point) == "%TermsTest.Point{y: 2}"
    finally:
        del FIELDS[module], SHOWN[module]
    assert inspect(point) == "%{__struct__: TermsTest.Point, x: 1, y: 2}"
    assert struct_name(from_pairs([(atom.a, 1)])) is None


def test_text_of_a_struct():
    point = struct("TermsTest.Text", x=1)
    with pytest.raises(ProtocolUndefinedError, match=r"of type TermsTest.Text \(a struct\)"):
        to_string(point)
    with pytest.raises(ProtocolUndefinedError, match="of type Map"):
        to_string(EMPTY_MAP)
    TEXTS[Atom("Elixir.TermsTest.Text")] = lambda term: f"x={get(term, atom.x)}"
    try:
        assert to_string(point) == "x=1"
    finally:
        del TEXTS[Atom("Elixir.TermsTest.Text")]


def test_options_of_inspect():
    assert inspect("ab", base="hex") == "<<0x61, 0x62>>"
    assert inspect(-10, base="binary") == "-0b1010"
    assert inspect(Bits(b"\x01\x02\x60", 19), base="hex") == "<<0x1, 0x2, 0x3::size(3)>>"
    assert inspect("ab", binaries="as_binaries") == "<<97, 98>>"
    assert inspect(b"\xffabc", binaries="as_strings") == '"\\xFFabc"'
    assert inspect("ab\0\x01", binaries="as_strings") == '"ab\\0\\x01"'
    assert inspect(from_list([97]), charlists="as_lists") == "[97]"
    assert inspect(from_list([97]), base="octal") == "'a'"


def test_bitstrings():
    assert inspect(Bits(b"\x01\x02\x60", 19)) == "<<1, 2, 3::size(3)>>"
    assert inspect(Bits(b"\x01\x02\x60", 19), limit=2) == "<<1, 2, ...>>"
    assert inspect(Bits(b"\x01\x02\x60", 19), limit=1) == "<<1, ...>>"
    assert bitstring(-1, 4) == Bits(b"\xf0", 4)
    assert bitstring(0xFF, 8) == b"\xff"
    assert number_of(Bits(b"\xf0", 4)) == (15, 4)
    assert number_of("ab") == (0x6162, 16)
    assert binary("é".encode()) == "é"
    assert bytes_of("é") == "é".encode()
    assert bytes_of(b"\xff") == b"\xff"
    with pytest.raises(ProtocolUndefinedError):
        to_string(Bits(b"\xf0", 4))


def test_bitstrings_sort_bit_by_bit():
    ordered = [
        EMPTY,
        "",
        Bits(b"\x00", 3),
        Bits(b"\x00", 5),
        "\0",
        b"\x01",
        Bits(b"\x01\x40", 11),
        "\x01\x40",
        "\x01\x41",
    ]
    for place, left in enumerate(ordered):
        for other, right in enumerate(ordered):
            assert compare(left, right) == (place > other) - (place < other), (left, right)


def test_an_empty_map():
    assert Map({}) == EMPTY_MAP and inspect(EMPTY_MAP) == "%{}" and keys(EMPTY_MAP) == []


def test_ranges_and_sets():
    def span(first, last, step):
        return struct("Range", first=first, last=last, step=step)

    assert inspect((span(1, 3, 1), span(1, 9, 2), span(3, 1, -1))) == "{1..3, 1..9//2, 3..1//-1}"
    assert inspect((span(3, 1, 1), span(3, 1, Atom("nil")))) == "{3..1//1, 3..1}"
    members = struct("MapSet", map=from_pairs([(99, EMPTY), (97, EMPTY)]), version=2)
    assert inspect(members) == "MapSet.new([97, 99])"
    assert inspect(members, structs=False) == "%{__struct__: MapSet, map: %{97 => [], 99 => []}, version: 2}"
    assert inspect(struct("MapSet", map=1)) == "%{__struct__: MapSet, map: 1}"


def test_functions_print_by_their_elixir_names():
    def named(text):
        def function(one):
            return one

        function.__qualname__ = text
        return inspect(function)

    assert named("Enum.map/2") == "&Enum.map/2"
    assert named(":lists.map/2") == "&:lists.map/2"
    assert named("Stack.-push/2-fun-0-") == "#Function<0.57674825/1 in Stack.push/2>"
    assert named("Stack.-a.b - c/2-fun-1-").endswith(' in Stack."a.b - c"/2>')
    assert named("Stack.a.b - c/2") == '&Stack."a.b - c"/2'


def test_the_same_terms_are_compared_once_and_not_at_each_level() -> None:
    asked = []

    class Leaf:
        def __eq__(self, other: object) -> bool:
            asked.append(other)
            return True

        __hash__ = None  # type: ignore[assignment]

    left: Any = Leaf()
    right: Any = Leaf()
    for nested in range(100):
        left, right = (nested, left), (nested, right)
    assert strict_equal(left, right)
    assert len(asked) == 1
