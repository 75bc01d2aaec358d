"""Operands that begin with a token of their own: literals, quoted text, containers, parentheses, ``fn``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from simulator.elixir.syntax import advice, build, calls, words
from simulator.elixir.syntax.cursor import KEYS, place
from simulator.elixir.syntax.escapes import unescape_character
from simulator.elixir.syntax.quoted_text import interpolated, parts
from simulator.elixir.syntax.text import Token
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom

if TYPE_CHECKING:
    from simulator.elixir.syntax.parser import Parser

_ACCESS, _ALIASES, _CAPTURE, _FN, _RANGE = Atom("Elixir.Access"), Atom("__aliases__"), Atom("&"), Atom("fn"), Atom("..")
_BITS, _MAP, _PIPE, _STRUCT = Atom("<<>>"), Atom("%{}"), Atom("|"), Atom("%")
_ABOVE_PIPE = words.BINARY["pipe_op"][0] + 1


def _quoted(parser: Parser, token: Token) -> Any:
    make = build.string if token.extra == '"' else build.charlist
    return make(place(token), parts(parser, token))


def _quoted_atom(parser: Parser, token: Token) -> Any:
    return build.quoted_name(place(token), parts(parser, token))


def _sigil(parser: Parser, token: Token) -> Node:
    name, raw, modifiers, delimiter, indentation = token.value
    read = [part if part.__class__ is str else interpolated(parser, part) for part in raw]
    return build.sigil(place(token), name, read, modifiers, delimiter, indentation)


def _number(parser: Parser, token: Token) -> int | float:
    value: int | float = token.value
    return value


def _character(parser: Parser, token: Token) -> int:
    return unescape_character(token.value)


def _atom(parser: Parser, token: Token) -> Atom:
    return Atom(token.value)


def _alias(parser: Parser, token: Token) -> Node:
    return Node(_ALIASES, place(token), [Atom(token.value)])


def _variable(parser: Parser, token: Token) -> Node:
    return Node(Atom(token.value), place(token), None)


def _full_range(parser: Parser, token: Token) -> Node:
    return Node(_RANGE, place(token), [])


def _captured(parser: Parser, token: Token) -> Node:
    return Node(_CAPTURE, place(token), [parser.expect("number").value])


def _list(parser: Parser, token: Token) -> list[Any]:
    found, pairs = calls.items(parser, "]")
    return found + (pairs or [])


def _tuple(parser: Parser, token: Token) -> Any:
    return build.tuple_of(place(token), calls.elements(parser, "}"))


def _binary(parser: Parser, token: Token) -> Node:
    return Node(_BITS, place(token), calls.elements(parser, ">>"))


def _parentheses(parser: Parser, token: Token) -> Any:
    if parser.next.kind == ")":
        parser.tokenizer.warn(token.line, token.column, advice.EMPTY_PARENTHESES)
    inner, _ = parser.section((")",), place(token))
    parser.expect(")")
    parser.unparenthesised = None
    return inner


def _fn(parser: Parser, token: Token) -> Node:
    if parser.next.kind == "end":
        raise parser.unexpected()
    clauses, are_clauses = parser.section(("end",))
    if not are_clauses:
        raise parser.fail(token, words.NO_CLAUSE)
    parser.expect("end")
    return Node(_FN, place(token), clauses)


def _map(parser: Parser, token: Token) -> Node:
    opening = parser.expect("{")
    parser.skip_line()
    items: list[Any] = []
    subject = bar = None
    while parser.next.kind != "}":
        if parser.next.kind in KEYS:
            items += calls.keywords(parser, words.LAST_ENTRY, "}")
            break
        item = parser.inside(words.COMMA_IN_MAP, _ABOVE_PIPE)
        if parser.next.kind == "pipe_op" and bar is None and not items:
            subject, bar = item, parser.take()
            parser.skip_line()
            continue
        items.append(_pair(parser, item))
        if parser.next.kind != ",":
            break
        parser.take()
    parser.skip_line()
    parser.expect("}")
    return Node(_MAP, place(opening), items if bar is None else [Node(_PIPE, place(bar), [subject, items])])


def _pair(parser: Parser, key: Any) -> Any:
    """Return ``key => value``, or a call that stands alone in a map."""
    key = parser.operators(key, 0)
    if parser.next.kind == "assoc_op":
        parser.take()
        parser.skip_line()
        return key, parser.inside(words.COMMA_IN_MAP)
    if not _is_call(key):
        raise parser.unexpected()
    return key


def _is_call(item: Any) -> bool:
    """Whether *item* is a name or a call, which alone may stand in a map without ``=>``."""
    if item.__class__ is not Node:
        return False
    form = item.form
    if form.__class__ is Node:
        return form.args[0] is not _ACCESS
    return form is not _ALIASES and form.name not in words.RESERVED and (form.name[0] == "_" or form.name[0].isalpha())


def _struct(parser: Parser, token: Token) -> Node:
    outer, parser.names_struct = parser.names_struct, True
    name = parser.operand()
    parser.names_struct = outer
    parser.skip_line()
    if name.__class__ not in (Node, Atom):
        raise parser.unexpected()
    return Node(_STRUCT, place(token), [name, _map(parser, token)])


PRIMARY: dict[str, Callable[[Parser, Token], Any]] = {
    "number": _number, "char": _character, "atom": _atom, "constant": _atom, "alias": _alias,
    "bracket_identifier": _variable, "range_op": _full_range, "capture_int": _captured,
    "string": _quoted, "heredoc": _quoted, "quoted_atom": _quoted_atom, "sigil": _sigil,
    "[": _list, "{": _tuple, "<<": _binary, "%{}": _map, "%": _struct, "(": _parentheses, "fn": _fn,
}  # fmt: skip
"""What reads an operand that begins with a token of this kind."""
