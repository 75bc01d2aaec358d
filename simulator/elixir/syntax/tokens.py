"""Elixir's tokens, and what Elixir says of text that has none.

Source of the semantics: Elixir's "Syntax reference", and what Elixir itself answers.
"""

from __future__ import annotations

import re

from simulator.elixir.syntax import advice, words
from simulator.elixir.syntax.literals import Literals
from simulator.elixir.syntax.text import Token

_NEXT = re.compile(r"([ \t\f]+)|([^\W\d]\w*[?!]?)|(\r?\n)|(#[^\n]*)|(\\\r?\n(?=[\s\S]))")
_SPACE, _WORD, _NEWLINE, _COMMENT, _JOINED_LINE = 1, 2, 3, 4, 5
"""Groups of what comes most often."""
_INDENTATION = re.compile(r"[ \t]*")
_ODD_NAME = re.compile(r"[\w@?!]+")
_DIGIT = re.compile(r"[ \t]*[0-9]")
_SLASH = re.compile(r"[ \t]*/(?!/)")
_NOT_IN = re.compile(r"not[ \t]+in(?![\w?!@:])")
_KEY_END = re.compile(r":\s")
_BEHIND_DOT = re.compile(r"(?:\s|#[^\n]*)*")
_AMBIGUOUS = re.compile(r"[-+][^\s(\[<{%+\-/>:]")
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069]")


class Tokenizer(Literals):
    """Cuts a text into tokens; raises what Elixir raises where it cannot."""

    def __init__(self, text: str, file: str, warnings: list[str] | None = None) -> None:
        super().__init__(text, file, warnings)
        self._indentation = 0
        self._comment = -1
        """Offset of the last comment: Elixir does not count its columns."""

    def run(self) -> list[Token]:
        """Return the tokens of the whole text, with two ends at the last place."""
        at = self.tokenize(0, "")
        missing = self.delimiters.missing()
        if missing:
            raise self.bad(self._uncommented(at), missing, True, True)
        last = self.tokens[-1] if self.tokens else Token("eol", 1, 1)
        end = Token("end_of_file", last.line, last.column)
        return [*self.tokens, end, end]

    def tokenize(self, at: int, until: str) -> int:
        """Add tokens from offset *at* on, in an interpolation up to the *until* that closes it; return where."""
        text, size = self.text, len(self.text)
        while at < size:
            if until and text[at] == until and not self.delimiters.stack:
                return at
            found = _NEXT.match(text, at)
            if not found:
                at = self._token(at)
                continue
            kind, end = found.lastindex, found.end()
            if kind == _WORD:
                end = self._name(at, end, found[0])
            elif kind == _NEWLINE:
                self._newline(at, end)
            elif kind == _COMMENT:
                self._note_comment(at, end)
            elif kind == _JOINED_LINE:
                self.advance(at, end)
            at = end
        return at

    def _note_comment(self, at: int, end: int) -> None:
        self._comment = at
        hidden = None if self.text.isascii() else _HIDDEN.search(self.text, at, end)
        if hidden:
            raise self.bad(at, words.HIDDEN.format(code=ord(hidden[0])))

    def _uncommented(self, at: int) -> int:
        return self._comment if self._comment >= self.start else at

    def _newline(self, at: int, end: int) -> None:
        if not self.tokens or self.tokens[-1].kind not in (",", ";", "eol"):
            self.add("eol", self._uncommented(at), None, "eol")
        self.line += 1
        self.start = end
        indentation = _INDENTATION.match(self.text, end)
        self._indentation = indentation.end() - end if indentation else 0

    def _token(self, at: int) -> int:
        """Add the token at offset *at*; return where it ends."""
        text = self.text
        character = text[at]
        behind_dot = self.behind_dot()
        if character in "0123456789":
            return self.number(at)
        if character in "\"'":
            return self.quoted(at, behind_dot)
        if character == "~" and (end := self.sigil(at)):
            return end
        if character == "?" and (end := self.character(at)):
            return end
        if character == ":" and (end := self.atom(at)):
            return end
        key = None if behind_dot else words.operator_at(text, at, words.NAMED)
        if key and _KEY_END.match(text, at + len(key)):
            self.add("key", at, key)
            return at + len(key) + 1
        return self._sign(at, behind_dot)

    def _name(self, at: int, end: int, name: str) -> int:
        behind_dot = self.behind_dot()
        after = self.text[end : end + 1]
        name = self.formed(at, name)
        if name[-1] in "?!":
            self.warn(self.line, at - self.start + 1, advice.of_name(name, after))
        if after == "@" or not name.isascii() or (name[-1] in "?!" and name[0].isupper()):
            self._check_name(at, name)
        if after == ":" and self.text[end + 1 : end + 2] != ":" and not behind_dot:
            return self._key(at, end, name)
        if name[0].isupper():
            if after == "(":
                raise self.bad(end + 1, words.AFTER_ALIAS.format(name=name))
            self.add("alias", at, name)
        elif not behind_dot and name in words.RESERVED:
            return self._reserved(at, end, name)
        else:
            self.add(self.call_kind(end), at, name)
        return end

    def _check_name(self, at: int, name: str) -> None:
        """Refuse characters that a name cannot have."""
        if not name.rstrip("?!").isidentifier():
            raise self.bad(at, words.odd_character(name[0], at - self.start + 1))
        whole = _ODD_NAME.match(self.text, at)
        assert whole is not None
        alias = name[0].isupper()
        odd = next((c for c in whole[0] if c == "@" or (alias and (c in "?!" or not c.isascii()))), None)
        if odd and not (self.text[at + len(whole[0]) :].startswith(": ") and odd == "@"):
            template = words.IDENTIFIER_ONLY if odd == "@" else words.ALIAS_ONLY
            raise self.bad(at, template.format(odd=odd, code=f"{ord(odd):04X}", name=whole[0]))

    def _key(self, at: int, end: int, name: str) -> int:
        if not self.text[end + 1 : end + 2].isspace() and end + 1 < len(self.text):
            raise self.bad(at, words.KEY_SPACE.format(name=name))
        self.add("key", at, name)
        return end + 1

    def _reserved(self, at: int, end: int, name: str) -> int:
        kind = words.RESERVED[name]
        not_in = _NOT_IN.match(self.text, at) if kind == "unary_op" else None
        if not_in:
            self.drop_newline()
            self.add("in_op", at, "not in", "'not in'")
            return not_in.end()
        if (kind in words.BINARY or kind == "unary_op") and _SLASH.match(self.text, end):
            kind = "identifier"
        if kind in words.BINARY:
            self.drop_newline()
        before = self._before_do(at) if kind == "do" else None
        if kind == "end":
            self._close("end", at)
        self.add(kind, at, name, "", before)
        if kind in ("fn", "do"):
            self.delimiters.open(kind, self.line, self._indentation)
        return end

    def _before_do(self, at: int) -> str | None:
        """Check what stands before a ``do``; tell whether it is a newline, behind which a name alone takes no block."""
        before = self.tokens[-1].kind if self.tokens else ""
        if before in (",", ";", "fn"):
            message = words.FN_DO if before == "fn" else words.INVALID_DO.format(what="reserved word: do")
            raise self.bad(at, message, False)
        self.drop_newline()
        return "newline" if before == "eol" else None

    def _close(self, close: str, at: int) -> None:
        complaint = self.delimiters.close(close, self.line, self._indentation)
        if complaint:
            raise self.bad(at, *complaint)

    def _sign(self, at: int, behind_dot: bool) -> int:
        text = self.text
        character, two, three = text[at], text[at : at + 2], text[at : at + 3]
        sign = two if two in ("<<", ">>") and three not in ("<<<", ">>>", "<<~") and not behind_dot else character
        if sign in _OPENING or sign in _CLOSING:
            if sign in _CLOSING:
                self._close(sign, at)
            self.add(sign, at, sign, f"'{sign}'")
            if sign in _OPENING:
                self.delimiters.open(sign, self.line, self._indentation)
            return at + len(sign)
        if character == ";":
            return self._semicolon(at)
        if character == ",":
            self.add(",", at, ",", "','")
            return at + 1
        if character == "%":
            return self._percent(at, two)
        if three == "..." and text[at + 3 : at + 4] != ".":
            self.add(self.call_kind(at + 3), at, "...", "'...'")
            return at + 3
        if character == "." and two != "..":
            return self._dot(at)
        return self._operator(at, behind_dot)

    def _percent(self, at: int, two: str) -> int:
        if two in ("%[", "%("):
            raise self.bad(at, f"expected %{{ to define a map, got: {two}")
        kind = "%{}" if two == "%{" else "%"
        self.add(kind, at, "%", f"'{kind}'")
        return at + 1

    def _dot(self, at: int) -> int:
        self.drop_newline()
        self.add(".", at, ".", "'.'")
        blank = _BEHIND_DOT.match(self.text, at + 1)
        assert blank is not None
        self.advance(at, blank.end())
        return blank.end()

    def _semicolon(self, at: int) -> int:
        if self.tokens and self.tokens[-1].kind == ";":
            raise self.bad(at, words.odd_character(";", at - self.start + 1))
        self.drop_newline()
        self.add(";", at, ";", "';'")
        return at + 1

    def _operator(self, at: int, behind_dot: bool) -> int:
        # `&&/2` and `&//2` name functions.
        captured = bool(self.tokens) and self.tokens[-1].kind == "capture_op" and self.text[at : at + 2] != "=>"
        name = words.operator_at(self.text, at, words.NAMED if captured or behind_dot else words.KINDS)
        if not name:
            if self.text[at:].strip() == "\\":
                raise self.bad(at, "invalid escape \\ at end of file", True, True)
            raise self.bad(at, words.odd_character(self.text[at], at - self.start + 1))
        end = at + len(name)
        if behind_dot:
            self.add(self.call_kind(end), at, name)
            return end
        if _SLASH.match(self.text, end) and (captured or name != "/"):
            self.add("identifier", at, name)
            return end
        if name == "..//":
            raise self.bad(at, words.odd_character(".", at - self.start + 1))
        kind = words.KINDS[name]
        if kind in words.BINARY:
            self.drop_newline()
        if kind == "dual_op" and self._is_argument(at):
            self.tokens[-1].kind = "op_identifier"
        if name == "&" and _DIGIT.match(self.text, end):
            kind = "capture_int"
        self.add(kind, at, name)
        return end

    def _is_argument(self, at: int) -> bool:
        """Whether the sign at *at* belongs to the first argument of a call, as in ``foo -1``."""
        before = bool(self.tokens) and self.tokens[-1].kind == "identifier" and self.text[at - 1] in " \t"
        return before and _AMBIGUOUS.match(self.text, at) is not None


_OPENING, _CLOSING = frozenset(("(", "[", "{", "<<")), frozenset((")", "]", "}", ">>"))
