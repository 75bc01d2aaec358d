"""Tokens of literals: numbers, characters, atoms, strings, heredocs, sigils."""

from __future__ import annotations

import re
from typing import Any
from unicodedata import is_normalized, normalize

from simulator.elixir.syntax import advice, words
from simulator.elixir.syntax.scan import Scanner
from simulator.elixir.syntax.text import Text, Token
from simulator.terms.text import integer_of

_NUMBER = re.compile(
    r"0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*|0o[0-7]+(?:_[0-7]+)*|0b[01]+(?:_[01]+)*|"
    r"(\d+(?:_\d+)*)(\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?)?"
)
_CHARACTER = re.compile(r"\?(?:\\.|[^\\])", re.S)
_ATOM = re.compile(r"[^\W\d][\w@]*[?!]?")
_SIGIL = re.compile(r"~([a-zA-Z])(\"\"\"|'''|[\"'(\[{</|])?")
_MODIFIERS = re.compile(r"[a-zA-Z0-9]*")
_KEY_END = re.compile(r":\s")
_PAIRED = {"(": ")", "[": "]", "{": "}", "<": ">"}


def _integer(written: str, decimal: bool) -> int:
    """Return an integer as it is written: in decimal, or in the base that its prefix tells."""
    return integer_of(written.replace("_", "")) if decimal else int(written, 0)


_INFINITE = float("inf")


class Literals(Text):
    """Reads literals; each method takes the offset where one starts and returns where it ends."""

    def __init__(self, text: str, file: str, warnings: list[str] | None = None) -> None:
        super().__init__(text, file, warnings)
        self._scan = Scanner(text, self)

    def number(self, at: int) -> int:
        """Read a number."""
        found = _NUMBER.match(self.text, at)
        assert found is not None
        written, after = found[0], self.text[found.end() : found.end() + 1]
        if found[1] and (after == "_" or (after.isalpha() and after.isascii())):
            raise self.bad(at, words.AFTER_NUMBER.format(after=after, number=written))
        value: Any = float(written.replace("_", "")) if found[2] else _integer(written, bool(found[1]))
        if value in (_INFINITE, -_INFINITE):
            raise self.bad(at, words.TOO_LARGE + written)
        self.add("number", at, value, f'"{written}"')
        return found.end()

    def character(self, at: int) -> int:
        """Read a character after ``?``; 0 if there is none."""
        found = _CHARACTER.match(self.text, at)
        if not found:
            return 0
        self.add("char", found.start(), found[0][1:], found[0].replace("\n", "\\n"))
        self.warn(self.line, found.start() - self.start + 1, advice.of_character(found[0][1:]))
        # After `?` a newline itself does not count as one in Elixir.
        return found.end()

    def atom(self, at: int) -> int:
        """Read an atom; 0 if there is none."""
        text = self.text
        quote = text[at + 1 : at + 2]
        if quote in ('"', "'") and quote:
            token = self.add("quoted_atom", at)
            token.value, end = self._scan.quoted(at + 2, quote, "atom", True)
            token.shown = words.shown_parts(token.value)
            self.warn(token.line, token.column, advice.of_quotes(token.kind, token.value))
            return end
        if quote == ":" and text[at + 2 : at + 3] != ":":
            return 0
        found = _ATOM.match(text, at + 1)
        name = found[0] if found else words.operator_at(text, at + 1, words.NAMED)
        if not name:
            return 0
        end = at + 1 + len(name)
        if name[0].isupper() and text[end : end + 1] == "." and text[end + 1 : end + 2].isupper():
            raise self.bad(end + 1, words.ATOM_ALIAS)
        if not is_normalized("NFKC", normalize("NFC", name[0])):
            raise self.bad(at, words.odd_character(":", at - self.start + 1))
        name = self.formed(at, name)
        self.add("atom", at, name)
        return end

    def quoted(self, at: int, behind_dot: bool) -> int:
        """Read a string, a charlist or a heredoc; a quoted key, or behind a dot the name of a call."""
        delimiter = self.text[at]
        if self.text.startswith(delimiter * 3, at) and not behind_dot:
            token = self.add("heredoc", at, None, "", delimiter)
            token.value, end, width = self._scan.heredoc(at, at + 3, delimiter * 3, True)
            token.shown = words.shown_heredoc(token.line, token.column, delimiter, width, token.value)
            return end
        token = self.add("string", at, None, "", delimiter)
        token.value, end = self._scan.quoted(at + 1, delimiter, "function name" if behind_dot else "string", True)
        token.shown = words.shown_parts(token.value)
        if behind_dot:
            self._quoted_call(token, end)
        elif _KEY_END.match(self.text, end):
            token.kind = "quoted_key"
            if all(part.__class__ is str for part in token.value):
                token.shown = words.shown("".join(token.value))
            self.warn(token.line, token.column + 1, advice.of_quotes(token.kind, token.value))
            return end + 1
        return end

    def _quoted_call(self, token: Token, end: int) -> None:
        if any(part.__class__ is not str for part in token.value):
            raise self.fail(token.line, token.column, words.INTERPOLATED_CALL + token.extra)
        self.warn(token.line, token.column, advice.of_quotes("call", token.value))
        token.value = "".join(token.value)
        token.kind = self.call_kind(end)

    def sigil(self, at: int) -> int:
        """Read a sigil; 0 if it is none."""
        found = _SIGIL.match(self.text, at)
        if not found:
            return 0
        name, delimiter = found[1], found[2]
        if delimiter is None:
            raise self.bad(at, words.sigil_delimiter(self.text[at + 2 : at + 3], at - self.start + 3))
        token = self.add("sigil", at)
        indentation = None
        if len(delimiter) == 3:
            parts, end, indentation = self._scan.heredoc(at, found.end(), delimiter, name.islower(), True)
        else:
            close = _PAIRED.get(delimiter, delimiter)
            what = f"sigil ~{name}{delimiter}"
            parts, end = self._scan.quoted(found.end(), close, what, name.islower(), True)
        modifiers = _MODIFIERS.match(self.text, end)
        assert modifiers is not None
        token.value = (name, parts, modifiers[0], delimiter, indentation)
        content = parts[0] if parts and parts[0].__class__ is str else ""
        token.shown = f"sigil ~{name} starting with content '{content}'"
        return modifiers.end()
