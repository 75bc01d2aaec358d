"""Quoted code as terms and back, and as source."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.elixir.syntax.read import parse
from simulator.elixir.tree.quoted import escaped, from_terms, term_of, to_terms
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom, inspect
from simulator.terms.lists import from_list, to_list
from simulator.terms.maps import from_pairs

SOURCES = [
    "f.(a, %{b: 1}) |> Foo.bar(&(&1 + 1), [x | y])", "%{m | a: 1}", "%Foo{a: 1, b: 2}", "(1 + 2) * 3 - -x",
    "not (a and b)", "!(a == b)", "^x", "& &1", "&Foo.bar/2", "&foo/1", "&{&1, &2}", '&"a#{&1}"', '"x #{y + 1} z"',
    "1..10//2", "fn x -> x + 1 end", "fn -> 1 end", "fn x, y when x > y -> :ok end", "[a: 1, b: 2]", "foo(1, a: 2)",
    "x[:a][1]", "m.a.b", "<<1, x::8, y::binary-size(3)>>", "~w(a b)a", "~r/abc/i", "'abc'", '"a" <> b <> "c"',
    "a = b = 1", "x not in y", "@foo", "@foo 1", "alias Foo.{A, B}", "{1, 2, 3}", "{:ok, a: 1}",
    '%{"a" => 1, b: 2}', "a |> b() |> c.()", ":erlang.foo(1)", "(!x && y) || z", "a - (b - c)", "a ++ b ++ c",
    'raise "x"', "f(x, {:b, 1}, [1, c: 2])", "if a do\n  b\nelse\n  c\nend", "fn\n  1 -> 2\n  x -> x\nend",
]  # fmt: skip
"""As ``Macro.to_string/1`` of Elixir 1.14 writes them."""


@pytest.mark.parametrize("source", SOURCES)
def test_source_of_quoted_code(source: str) -> None:
    assert to_source(parse(source, "a.exs")) == source


@pytest.mark.parametrize("source", SOURCES)
def test_terms_and_back(source: str) -> None:
    assert to_source(from_terms(to_terms(parse(source, "a.exs")))) == source


def test_the_form_is_elixirs() -> None:
    assert inspect(to_terms(parse("foo(x, 1)", "a.exs"))) == "{:foo, [line: 1], [{:x, [line: 1], nil}, 1]}"


@pytest.mark.parametrize(
    "term",
    [
        1, 1.5, "a", b"\xff", Atom("a"), (1, 2), (1, 2, 3), from_list([1, (2, 3, 4)]),
        from_pairs([(Atom("a"), from_list([1]))]), from_list([1, 2], 3),
    ],
)  # fmt: skip
def test_escaped_terms_are_literals(term: Any) -> None:
    from simulator.elixir.tree.nodes import Meta

    assert term_of(escaped(term, Meta())) == term


def test_variables_of_a_macro_are_its_own() -> None:
    context = Atom("Elixir.M")
    node = from_terms((Atom("x"), from_list([]), context), 5, ("Elixir.M", 7))
    assert (node.meta.line, node.meta.get("counter"), node.args) == (5, 7, context)


def test_variables_that_a_macro_gives_another_context_are_not_its_own() -> None:
    node = from_terms((Atom("x"), from_list([]), Atom("Elixir.Other")), 5, ("Elixir.M", 7))
    assert node.meta.get("counter") is None


def test_lists_of_terms_are_quoted_lists() -> None:
    assert from_terms(from_list([1, from_list([2])])) == [1, [2]]
    assert to_list(to_terms([1, 2])) == [1, 2]
