"""The text between quotes: its escapes, and the expressions that are put into it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.elixir.syntax import build
from simulator.elixir.syntax.escapes import BadEscape, unescape
from simulator.elixir.syntax.text import Token
from simulator.elixir.tree.nodes import Meta, Node

if TYPE_CHECKING:
    from simulator.elixir.syntax.parser import Parser


def parts(parser: Parser, token: Token) -> list[Any]:
    """Return the parts of quoted text: escapes resolved, interpolations parsed."""
    return [
        _text(parser, part, token) if part.__class__ is str else interpolated(parser, part) for part in token.value
    ]


def _text(parser: Parser, raw: str, token: Token) -> str | bytes:
    try:
        return unescape(raw)
    except BadEscape as error:
        column = token.column + (token.kind in ("string", "quoted_key"))
        raise parser.tokenizer.fail(token.line, column, f"{error}. Syntax error after: {error.after}") from None


def interpolated(parser: Parser, part: tuple[int, int, list[Token]]) -> Node:
    """Return an interpolation: line, column and tokens of what stands between its braces, parsed."""
    line, column, tokens = part
    last = tokens[-1] if tokens else Token("eol", line, column)
    end = Token("end_of_file", last.line, last.column)
    inner = parser.__class__([*tokens, end, end], parser.tokenizer, parser.depth).program()
    return build.interpolation(Meta(line, column), inner)
