"""A text that is being cut into tokens: where the reading is, what was found, what is open."""

from __future__ import annotations

from typing import Any
from unicodedata import is_normalized, normalize

from simulator.elixir.syntax import words
from simulator.elixir.syntax.delimiters import Delimiters
from simulator.elixir.syntax.errors import SyntaxError, TokenMissingError


class Token:
    """One token: its kind in Elixir's grammar, its place, its value, and how an error message shows it."""

    __slots__ = ("column", "extra", "kind", "line", "shown", "value")

    def __init__(
        self, kind: str, line: int, column: int, value: Any = None, shown: str = "", extra: Any = None
    ) -> None:
        self.kind = kind
        self.line = line
        self.column = column
        self.value = value
        self.shown = shown
        self.extra = extra


class Text:
    """What the readers of all kinds of tokens share."""

    def __init__(self, text: str, file: str, warnings: list[str] | None = None) -> None:
        self.text = text
        self.file = file
        self.warnings: list[str] = [] if warnings is None else warnings
        self.tokens: list[Token] = []
        self.delimiters = Delimiters()
        self.line = 1
        self.start = 0
        """Offset of the current line's first character."""

    def fail(self, line: int, column: int, message: str, snippet: bool = True, missing: bool = False) -> SyntaxError:
        """Return the error to raise; *snippet* shows the source line; *missing* says that the text ends too early."""
        shown = self.text.split("\n")[line - 1].rstrip("\r") if snippet else ""
        kind = TokenMissingError if missing else SyntaxError
        return kind(self.file, line, column, message, shown if shown.strip() else None)

    def warn(self, line: int, column: int, message: str | None) -> None:
        """Add a warning in the form in which Elixir prints it; None is none."""
        if message:
            self.warnings.append(f"warning: {message}\n  {self.file}:{line}:{column}\n")

    def bad(self, at: int, message: str, snippet: bool = True, missing: bool = False) -> SyntaxError:
        """Return the error to raise about what stands at offset *at* of the current line."""
        return self.fail(self.line, at - self.start + 1, message, snippet, missing)

    def formed(self, at: int, name: str) -> str:
        """Return a name at offset *at* in the one form that counts; refuse letters that stand for others."""
        if name.isascii():
            return name
        for number, letter in enumerate(name):
            if not is_normalized("NFKC", normalize("NFC", letter)):
                if not number:
                    raise self.bad(at, words.odd_character(letter, at - self.start + 1))
                raise self.bad(at + number, words.other_form(name[: number + 1]))
        return normalize("NFC", name)

    def tokenize(self, at: int, until: str) -> int:
        """Add tokens from offset *at* on, in an interpolation up to the *until* that closes it; return where."""
        raise NotImplementedError

    def advance(self, begin: int, end: int) -> None:
        """Note the lines between the offsets *begin* and *end*."""
        lines = self.text.count("\n", begin, end)
        if lines:
            self.line += lines
            self.start = self.text.rindex("\n", begin, end) + 1

    def add(self, kind: str, at: int, value: Any = None, shown: str = "", extra: Any = None) -> Token:
        """Add a token that starts at offset *at* of the current line."""
        token = Token(kind, self.line, at - self.start + 1, value, shown, extra)
        self.tokens.append(token)
        return token

    def drop_newline(self) -> None:
        """A newline before an operator does not end the expression."""
        if self.tokens and self.tokens[-1].kind == "eol":
            self.tokens.pop()

    def behind_dot(self) -> bool:
        """Return whether the last token is a dot."""
        return bool(self.tokens) and self.tokens[-1].kind == "."

    def call_kind(self, end: int) -> str:
        """Return the kind of a name that ends at offset *end*, by what follows it."""
        after = self.text[end : end + 1]
        if after == "(":
            return "paren_identifier"
        return "bracket_identifier" if after == "[" else "identifier"
