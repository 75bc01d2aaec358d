"""Elixir's lists: cells, lazy cells, the empty list, improper lists."""

from __future__ import annotations

import copy
import operator
import pickle

import pytest

from simulator.terms import Atom, compare, inspect, to_string
from simulator.terms.lists import (
    EMPTY,
    Cons,
    Lazy,
    NotAList,
    force,
    from_list,
    is_cell,
    is_list,
    length,
    parts,
    to_list,
)
from simulator.terms.maps import from_pairs, strict_equal


def walked(term):
    found = []
    while term.__class__ is Cons or (term.__class__ is Lazy and force(term)):
        found.append(term.head)
        term = term.tail
    return found, term


@pytest.mark.parametrize("size", [0, 1, 2, 63, 64, 65, 66, 128, 129, 130, 1000])
def test_a_lazy_list_walks_as_the_python_list_it_is(size):
    items = list(range(size))
    term = from_list(list(items))
    assert to_list(term) == items
    assert walked(term) == (items, EMPTY)
    assert to_list(term) == items
    assert length(term) == size
    assert term == from_list(list(items))


def test_forcing_does_not_change_what_a_cell_is():
    one, two = from_list([1, 2, 3]), from_list([1, 2, 3])
    before = hash(two)
    assert is_cell(one) and one.__class__ is Cons and one.head == 1
    assert one == two and two == one and hash(one) == before


def test_a_shared_tail_is_the_same_list():
    rest = from_list([2, 3])
    assert to_list(Cons(1, rest)) == [1, 2, 3]
    assert Cons(1, rest).tail is rest


def test_an_improper_list():
    term = from_list([1, 2], 3)
    assert parts(term) == ([1, 2], 3)
    assert inspect(term) == "[1, 2 | 3]"
    assert is_list(term)
    assert term == Cons(1, Cons(2, 3)) != from_list([1, 2])
    for fails in (to_list, length):
        with pytest.raises(NotAList) as caught:
            fails(term)
        assert str(caught.value) == "not a proper list: [1, 2 | 3]"


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (from_list([1]), EMPTY, False),
        (from_list([1, 2]), from_list([1]), False),
        (Cons(1, from_list([2])), from_list([1, 2]), True),
        (from_list([1, 2.0]), from_list([1.0, 2]), True),
        (from_list([from_list([1])]), from_list([from_list([1])]), True),
        (from_list([1]), (1,), False),
        (EMPTY, EMPTY, True),
    ],
)
def test_lists_are_equal_by_their_elements(left, right, same):
    assert (left == right) is same
    assert (right == left) is same


def test_a_long_list_compares_without_recursion():
    long = EMPTY
    other = EMPTY
    for number in range(50_000):
        long, other = Cons(number, long), Cons(number, other)
    assert long == other
    assert hash(long) == hash(other)


def test_strict_equality_tells_numbers_apart():
    assert strict_equal(from_list([1, (2,)]), Cons(1, from_list([(2,)])))
    assert not strict_equal(from_list([1]), from_list([1.0]))
    assert not strict_equal(Cons(1, 2), Cons(1, 2.0))
    assert not strict_equal(EMPTY, from_list([1]))


def test_lists_sort_element_by_element_and_an_improper_tail_as_the_term_it_is():
    ordered = [
        (1, 2),
        Cons(1, 2),
        Cons(1, Atom("a")),
        from_list([1]),
        from_list([1, 0]),
        Cons(1, "a"),
        from_list([2]),
        "a",
    ]
    for place, left in enumerate(ordered):
        for other, right in enumerate(ordered):
            assert compare(left, right) == (place > other) - (place < other), (left, right)


def test_text_of_a_charlist():
    assert to_string(from_list([72, "e", from_list([108, from_list([108])]), b"o"])) == "Hello"
    assert to_string(EMPTY) == ""
    with pytest.raises(ValueError, match="cannot convert the given list"):
        to_string(from_list([Atom("a")]))


def test_printing():
    assert inspect(from_list([97, 98, 99])) == "'abc'"
    assert inspect(from_list([(Atom("a"), Atom("nil")), (Atom("b"), EMPTY)])) == "[a: nil, b: []]"
    assert inspect(from_list(list(range(60)))).endswith("48, 49, ...]")
    assert inspect(from_list([1, 2, 3], 4), limit=3) == "[1, 2, 3 | 4]"
    assert inspect(from_list([1, 2, 3], 4), limit=2) == "[1, 2, ...]"
    assert repr(from_list([1])) == "[1]"


def test_an_improper_list_is_laid_out_as_elixir_does():
    flex = from_list(["a" * 30, "b" * 30, Atom("a" * 18)], "c" * 30)
    assert inspect(flex, width=80) == (f'["{"a" * 30}", "{"b" * 30}",\n :{"a" * 18} | "{"c" * 30}"]')
    strict = from_list([("a" * 80, 1), (Atom("a" * 18), 2)], "c" * 80)
    assert inspect(strict, width=80) == (f'[\n  {{"{"a" * 80}",\n   1}},\n  {{:{"a" * 18}, 2}} |\n  "{"c" * 80}"\n]')


def test_copies():
    term = from_list([1, (2, from_list([3]))])
    assert copy.deepcopy(term) is term
    assert pickle.loads(pickle.dumps(term)) == term
    assert pickle.loads(pickle.dumps(EMPTY)) is EMPTY


def test_equal_lists_and_maps_do_not_differ():
    for make in (lambda: from_list([1, "a"]), lambda: from_pairs([(1, from_list([2]))])):
        assert make() == make()
        assert operator.ne(make(), make()) is False
    assert from_list([1]) != from_list([2]) and from_pairs([(1, 2)]) != from_pairs([(1, 3)])
