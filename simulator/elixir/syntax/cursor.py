"""A place in the tokens of a text, and what is said of a token that cannot stand there."""

from __future__ import annotations

from simulator.elixir.syntax import words
from simulator.elixir.syntax.errors import SyntaxError
from simulator.elixir.syntax.text import Text, Token
from simulator.elixir.tree.nodes import Meta

NAMES = frozenset(("identifier", "op_identifier", "paren_identifier", "bracket_identifier"))
KEYS = ("key", "quoted_key")
ENDS = ("eol", ";")
"""What ends an expression among others."""
OPENING = frozenset(("(", "[", "{", "<<", "fn", "do"))
CLOSING = frozenset((")", "]", "}", ">>", "end"))
_LITERALS = frozenset(("string", "heredoc", "sigil", "quoted_atom", "quoted_key"))
_WITHOUT_LINE = ("string", "char", "sigil")


def place(token: Token) -> Meta:
    """Return where *token* stands."""
    return Meta(token.line, token.column)


def _pairs(tokens: list[Token]) -> dict[int, int]:
    """Return where each delimiter is closed."""
    stack: list[int] = []
    found: dict[int, int] = {}
    for at, token in enumerate(tokens):
        if token.kind in OPENING:
            stack.append(at)
        elif token.kind in CLOSING:
            found[stack.pop()] = at
    return found


class Cursor:
    """Goes through tokens from left to right; :attr:`next` is the token to read."""

    __slots__ = ("_closing", "at", "next", "tokenizer", "tokens")

    def __init__(self, tokens: list[Token], tokenizer: Text) -> None:
        self.tokens = tokens
        self.tokenizer = tokenizer
        self.at = 0
        self.next = tokens[0]
        self._closing = _pairs(tokens)

    def take(self) -> Token:
        """Return the next token and go on."""
        token = self.next
        self.at += 1
        self.next = self.tokens[self.at]
        return token

    def expect(self, kind: str) -> Token:
        """Take a token of *kind*; another is an error."""
        if self.next.kind != kind:
            raise self.unexpected()
        return self.take()

    def skip_line(self) -> None:
        """Go over a newline."""
        if self.next.kind == "eol":
            self.take()

    def skip_ends(self) -> None:
        """Go over what ends an expression."""
        while self.next.kind in ENDS:
            self.take()

    def behind_delimiters(self) -> str:
        """Return the kind of the token behind the delimiters that open next."""
        closing = self._closing.get(self.at, len(self.tokens) - 2)
        return self.tokens[closing + 1].kind

    def level(self) -> list[str]:
        """Return the kinds of the tokens directly between the delimiters that open next."""
        kinds: list[str] = []
        at, end = self.at + 1, self._closing.get(self.at, len(self.tokens) - 1)
        while at < end:
            kinds.append(self.tokens[at].kind)
            at = self._closing.get(at, at) + 1
        return kinds

    def fail(self, token: Token, message: str, snippet: bool = True) -> SyntaxError:
        """Return the error *message* at *token*."""
        return self.tokenizer.fail(token.line, token.column, message, snippet)

    def unexpected(self) -> SyntaxError:
        """Return the error that the next token cannot stand here."""
        token = self.next
        if token.kind == "end_of_file":
            return self.tokenizer.fail(token.line, token.column, words.INCOMPLETE, True, True)
        if token.kind == "eol":
            return self.fail(token, words.END_OF_LINE, False)
        if token.kind not in _LITERALS and token.value != "do" and token.value in words.RESERVED:
            return self.fail(token, words.RESERVED_WORD.format(word=token.value), False)
        shown = token.shown or words.shown(token.value)
        hidden = token.kind in _WITHOUT_LINE or (token.kind == "quoted_key" and shown[0] == '"')
        return self.fail(token, words.BEFORE + shown, not hidden)
