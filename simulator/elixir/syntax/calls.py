"""Calls: with and without parentheses, with a ``do`` block; what stands behind a dot; ``x[key]``; keywords."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.elixir.syntax import advice, build, words
from simulator.elixir.syntax.cursor import KEYS, NAMES, place
from simulator.elixir.syntax.errors import SyntaxError
from simulator.elixir.syntax.quoted_text import parts
from simulator.elixir.syntax.text import Token
from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom

if TYPE_CHECKING:
    from simulator.elixir.syntax.parser import Parser

CALLED = NAMES - {"bracket_identifier"}
"""Names that may take arguments or a block."""
_ALIASES, _DO, _DOT, _NIL, _TRUE, _TUPLE = (
    Atom("__aliases__"), Atom("do"), Atom("."), Atom("nil"), Atom("true"), Atom("{}"),
)  # fmt: skip
_STARTS = NAMES | {
    "number", "char", "atom", "quoted_atom", "constant", "string", "heredoc", "sigil", "alias", "(", "[", "{", "<<",
    "%", "%{}", "fn", "unary_op", "at_op", "capture_op", "capture_int", "key", "quoted_key",
}  # fmt: skip
"""Tokens that start the first argument of a call without parentheses."""
_AFTER_DO = ("end", "block")


def named(parser: Parser, token: Token) -> tuple[Any, bool]:
    """Return a variable or local call, and whether nothing may follow it: it took arguments or a block."""
    if token.kind == "paren_identifier":
        return parenthesised(parser, Atom(token.value), place(token))
    return _plain(parser, token, Atom(token.value), place(token), None)


def _plain(parser: Parser, token: Token, form: Any, meta: Meta, arguments: Any) -> tuple[Node, bool]:
    """Return what a name makes with what follows it; *arguments* is what it has when nothing does."""
    following = parser.next.kind
    if not parser.names_struct and (following in _STARTS or (token.kind == "op_identifier" and following == "dual_op")):
        _refuse_parentheses(parser, token)
        given = _unparenthesised(parser)
        block = do_block(parser)
        if parser.comma and len(given) > 1 and not block:
            raise parser.misplaced_comma(token)
        given += block
        if token.kind == "op_identifier" and len(given) == 1 and arguments is None:
            # `foo -1` reads as a call of foo; whoever has a variable of that name is told so.
            meta = meta.with_(ambiguous_op=_NIL)
        node = Node(form, meta, given)
        parser.unparenthesised = None if block else node
        return node, True
    block = [] if parser.next.extra == "newline" else do_block(parser)
    if block:
        return Node(form, meta, block), True
    return Node(form, meta if arguments is None else meta.with_(no_parens=_TRUE), arguments), False


def _unparenthesised(parser: Parser) -> list[Any]:
    """Return the arguments of a call without parentheses."""
    takes_do, parser.takes_do = parser.takes_do, False
    comma = parser.comma
    given: list[Any] = []
    while True:
        if parser.next.kind in KEYS:
            parser.comma = comma
            given.append(keywords(parser, words.LAST_ARGUMENT))
            break
        given.append(parser.expression(0))
        if parser.next.kind != ",":
            break
        parser.take()
        parser.comma = words.COMMA_IN_CALL
    parser.takes_do, parser.comma = takes_do, comma
    return given


def _refuse_parentheses(parser: Parser, call: Token) -> None:
    """Refuse ``f (a, b)``: with the space the parentheses are no list of arguments."""
    if parser.next.kind == "(" and call.kind == "identifier":
        kinds = parser.level()
        nested = len(kinds) > 1 and kinds[0] in CALLED and kinds[1] in _STARTS
        if "," in kinds and "stab_op" not in kinds and not nested:
            raise parser.fail(parser.next, words.PARENTHESES)


def parenthesised(parser: Parser, form: Any, meta: Meta) -> tuple[Node, bool]:
    """Return a call with parentheses, perhaps two, and whether it has a block."""
    struct, parser.names_struct = parser.names_struct, False
    node = Node(form, meta, arguments(parser))
    if parser.next.kind == "(":
        node = Node(node, Meta(meta.line, meta.column), arguments(parser))
    parser.names_struct = struct
    block = do_block(parser)
    node.args += block
    return node, bool(block)


def arguments(parser: Parser) -> list[Any]:
    """Return the arguments between parentheses."""
    parser.expect("(")
    parser.skip_line()
    given: list[Any] = []
    while parser.next.kind != ")" or given:
        if parser.next.kind in KEYS:
            given.append(keywords(parser, words.LAST_ARGUMENT, ")"))
            break
        given.append(parser.inside(words.COMMA_IN_CALL if given else ""))
        if parser.next.kind != ",":
            break
        parser.take()
    parser.skip_line()
    parser.expect(")")
    return given


def keywords(parser: Parser, misplaced: str, closing: str = "") -> list[Any]:
    """Return the pairs from here on.

    Between delimiters *closing* is the one that ends them, which may follow a comma. *misplaced* is the complaint
    about any other expression after a comma.
    """
    pairs = []
    while True:
        key = parser.take()
        parser.skip_line()
        name = Atom(key.value) if key.kind == "key" else build.quoted_name(place(key), parts(parser, key))
        pairs.append((name, parser.inside(words.COMMA_IN_CONTAINER) if closing else parser.expression(0)))
        if parser.next.kind != ",":
            return pairs
        comma = parser.take()
        if parser.next.kind in KEYS:
            continue
        if closing and parser.next.kind == closing:
            if closing == ")":
                parser.tokenizer.warn(comma.line, comma.column, advice.TRAILING_COMMA)
            return pairs
        parser.expression(0)
        raise parser.fail(comma, misplaced)


def do_block(parser: Parser) -> list[Any]:
    """Return the ``do`` block as a list of one argument; empty where there is none, or where it is another call's."""
    if parser.next.kind != "do" or not parser.takes_do or parser.names_struct:
        return []
    parser.take()
    sections = [(_DO, parser.section(_AFTER_DO)[0])]
    while parser.next.kind == "block":
        sections.append((Atom(parser.take().value), parser.section(_AFTER_DO)[0]))
    parser.expect("end")
    return [sections]


def postfix(parser: Parser, left: Any, bare: bool = False) -> Any:
    """Go on with ``.name``, ``.()`` and ``[key]`` behind *left*; behind a *bare* name a ``[`` would be its argument."""
    while True:
        kind = parser.next.kind
        if kind == ".":
            left, closed, bare = _dot(parser, left)
            if closed:
                return left
        elif kind == "[" and not bare:
            left, bare = _access(parser, left), False
        elif kind in KEYS and not bare and not parser.names_struct:
            raise _unexpected_key(parser)
        else:
            return left


def _unexpected_key(parser: Parser) -> SyntaxError:
    token = parser.next
    if token.kind != "key":
        return parser.unexpected()
    if token.value == "do":
        return parser.fail(token, words.INVALID_DO.format(what="keyword: do:"), False)
    return parser.fail(token, f"{words.BEFORE}'{token.value}:'")


def _access(parser: Parser, target: Any) -> Node:
    opening = parser.take()
    parser.skip_line()
    if parser.next.kind in KEYS:
        key: Any = keywords(parser, words.LAST_ENTRY, "]")
    else:
        key = parser.inside(words.COMMA_IN_CONTAINER)
        if parser.next.kind == ",":
            parser.take()
    parser.skip_line()
    parser.expect("]")
    return build.access(place(opening), target, key)


def _dot(parser: Parser, left: Any) -> tuple[Any, bool, bool]:
    """Return what a dot makes of *left*, whether nothing may follow it, and whether it ends in a bare name."""
    meta = place(parser.take())
    token = parser.next
    if token.kind == "(":
        return *parenthesised(parser, Node(_DOT, meta, [left]), meta), False
    parser.take() if token.kind in NAMES or token.kind in ("{", "alias") else None
    if token.kind == "{":
        return Node(Node(_DOT, meta, [left, _TUPLE]), meta, elements(parser, "}")), False, False
    if token.kind == "alias":
        return _alias(left, Atom(token.value), meta), False, False
    if token.kind not in NAMES:
        raise parser.unexpected()
    form = Node(_DOT, meta, [left, Atom(token.value)])
    if token.kind == "paren_identifier":
        return *parenthesised(parser, form, place(token)), False
    if token.kind == "bracket_identifier":
        return Node(form, place(token).with_(no_parens=_TRUE), []), False, False
    return *_plain(parser, token, form, place(token), []), True


def _alias(left: Any, name: Atom, meta: Meta) -> Node:
    if left.__class__ is Node and left.form is _ALIASES:
        return Node(_ALIASES, left.meta, [*left.args, name])
    return Node(_ALIASES, meta, [left, name])


def items(parser: Parser, closing: str, alone: bool = True) -> tuple[list[Any], list[Any] | None]:
    """Return the elements up to *closing*, and the keywords at their end; *alone* allows these to be all."""
    parser.skip_line()
    found: list[Any] = []
    pairs = None
    while parser.next.kind != closing:
        if parser.next.kind in KEYS and (found or alone):
            pairs = keywords(parser, words.LAST_ENTRY, closing)
            break
        found.append(parser.inside(words.COMMA_IN_CONTAINER))
        if parser.next.kind != ",":
            break
        parser.take()
    parser.skip_line()
    parser.expect(closing)
    return found, pairs


def elements(parser: Parser, closing: str) -> list[Any]:
    """Return the elements of a tuple or binary; keywords at its end are one element."""
    found, pairs = items(parser, closing, alone=False)
    return found if pairs is None else [*found, pairs]
