"""Source texts that nobody means: a clear error, quickly, and never one of Python's."""

from __future__ import annotations

import pytest

from simulator.elixir.syntax.errors import EncodingError, SyntaxError, TokenMissingError
from simulator.elixir.syntax.parser import MAX_NESTING
from simulator.elixir.syntax.read import MAX_SIZE, parse, parse_bytes
from simulator.terms.errors import SimulatorError


def error_of(text: str) -> str:
    with pytest.raises(SyntaxError) as caught:
        parse(text, "a.exs")
    return str(caught.value)


def test_not_utf8() -> None:
    with pytest.raises(EncodingError) as caught:
        parse_bytes(b'x = 1\ny = "\xff"\n', "a.exs")
    assert str(caught.value) == ("** (UnicodeConversionError) a.exs:2:6: invalid encoding starting at <<255, 34, 10>>")


def test_bytes_are_text() -> None:
    assert parse_bytes("é = 1".encode()).args[1] == 1


def test_empty() -> None:
    assert parse("").args == []
    assert parse("# nothing\n\n").args == []


def test_null_byte() -> None:
    assert error_of("x = 1\0\n").startswith("** (SyntaxError) a.exs:1:6: unexpected token: null byte (column 6, ")


def test_byte_order_mark() -> None:
    assert 'unexpected token: "\ufeff" (column 1, code point U+FEFF)' in error_of("\ufeffIO.puts 1")


def test_hidden_direction_in_a_comment() -> None:
    message = "a.exs:2:1: invalid bidirectional formatting character in comment: \\u202E"
    assert message in error_of("a = 1\n# \u202e hi\n")


@pytest.mark.parametrize(
    "opening", ["(", "[", "{", "f(", "fn -> ", "if a do ", "%{a: ", "-", "!", '"#{', "a = ", "a <> ", "x."]
)
def test_nested_beyond_the_bound(opening: str) -> None:
    text = opening * 10_000 + "1"
    with pytest.raises(SyntaxError):
        parse(text, "a.exs")


def test_nested_beyond_the_bound_and_closed() -> None:
    message = f"nested too deeply: more than {MAX_NESTING} expressions within one another"
    assert message in error_of("(" * 10_000 + "1" + ")" * 10_000)
    assert message in error_of("a <> " * 10_000 + "b")


@pytest.mark.parametrize(
    ("opening", "close"), [("(", ")"), ("[", "]"), ("fn -> ", " end"), ("f(", ")"), ("%{a: ", "}")]
)
def test_nested_within_the_bound(opening: str, close: str) -> None:
    parse(opening * (MAX_NESTING // 2) + "1" + close * (MAX_NESTING // 2))


def test_long_chains_do_not_nest() -> None:
    parse("x" + " |> f()" * 5_000)
    parse("x" + ".y" * 5_000)
    parse("x" + " + 1" * 5_000)


def test_too_long() -> None:
    assert error_of("x = 1\n" * MAX_SIZE) == (
        f"** (SyntaxError) a.exs:1:1: the source is too long: {6 * MAX_SIZE} characters, {MAX_SIZE} at most"
    )


def test_not_elixir() -> None:
    assert error_of("\x7fELF\x02\x01").startswith("** (SyntaxError) a.exs:1:1: unexpected token: ")
    assert error_of("<html><body></body></html>").startswith("** (SyntaxError) a.exs:1:1: syntax error before: '<'")


def test_errors_are_of_the_house() -> None:
    with pytest.raises(SimulatorError):
        parse("1 2")
    with pytest.raises(TokenMissingError):
        parse("foo(")
