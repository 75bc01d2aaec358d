"""Elixir's tokens, and what Elixir says of text that has none.

Source of the semantics: Elixir's "Syntax reference", and what Elixir itself answers.
"""

from __future__ import annotations

import re
from typing import Any

from simulator.elixir.syntax import words
from simulator.elixir.syntax.delimiters import Delimiters
from simulator.elixir.syntax.errors import SyntaxError, TokenMissingError
from simulator.elixir.syntax.scan import Scanner

_NEXT = re.compile(r"([ \t\f]+)|([^\W\d]\w*[?!]?)|(\r?\n)|(#[^\n]*)|(\\\r?\n(?=[\s\S]))")
_SPACE, _WORD, _NEWLINE, _COMMENT, _JOINED_LINE = 1, 2, 3, 4, 5
"""Groups of what comes most often."""
_INDENTATION = re.compile(r"[ \t]*")
_NUMBER = re.compile(
    r"0x[0-9A-Fa-f]+(?:_[0-9A-Fa-f]+)*|0o[0-7]+(?:_[0-7]+)*|0b[01]+(?:_[01]+)*|"
    r"(\d+(?:_\d+)*)(\.\d+(?:_\d+)*(?:[eE][-+]?\d+(?:_\d+)*)?)?"
)
_CHARACTER = re.compile(r"\?(?:\\.|[^\\])", re.S)
_ODD_NAME = re.compile(r"[\w@?!]+")
_ATOM = re.compile(r"[^\W\d][\w@]*[?!]?")
_SLASH = re.compile(r"[ \t]*/(?!/)")
_NOT_IN = re.compile(r"not[ \t]+in(?![\w?!@:])")
_SIGIL = re.compile(r"~([a-zA-Z])(\"\"\"|'''|[\"'(\[{</|])?")
_MODIFIERS = re.compile(r"[a-zA-Z]*")
_KEY_END = re.compile(r":\s")
_BEHIND_DOT = re.compile(r"(?:\s|#[^\n]*)*")
_AMBIGUOUS = re.compile(r"[-+][^\s(\[<{%+\-/>:]")
_PAIRED = {"(": ")", "[": "]", "{": "}", "<": ">"}
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069]")


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


class Tokenizer:
    """Cuts a text into tokens; raises what Elixir raises where it cannot."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.tokens: list[Token] = []
        self.delimiters = Delimiters()
        self.line = 1
        self.start = 0
        """Offset of the current line's first character."""
        self._scan = Scanner(text, self)
        self._indentation = 0
        self._comment = -1
        """Offset of the last comment: Elixir does not count its columns."""

    def fail(self, line: int, column: int, message: str, snippet: bool = True, missing: bool = False) -> SyntaxError:
        """Return the error to raise; *snippet* shows the source line; *missing* says that the text ends too early."""
        shown = self.text.split("\n")[line - 1].rstrip("\r") if snippet else ""
        kind = TokenMissingError if missing else SyntaxError
        return kind(self.file, line, column, message, shown if shown.strip() else None)

    def _bad(self, at: int, message: str, snippet: bool = True, missing: bool = False) -> SyntaxError:
        return self.fail(self.line, at - self.start + 1, message, snippet, missing)

    def run(self) -> list[Token]:
        """Return the tokens of the whole text, with two ends at the last place."""
        at = self.tokenize(0, "")
        missing = self.delimiters.missing()
        if missing:
            raise self._bad(self._uncommented(at), missing, True, True)
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

    def advance(self, begin: int, end: int) -> None:
        """Note the lines between the offsets *begin* and *end*."""
        lines = self.text.count("\n", begin, end)
        if lines:
            self.line += lines
            self.start = self.text.rindex("\n", begin, end) + 1

    def _note_comment(self, at: int, end: int) -> None:
        self._comment = at
        hidden = None if self.text.isascii() else _HIDDEN.search(self.text, at, end)
        if hidden:
            raise self._bad(at, words.HIDDEN.format(code=ord(hidden[0])))

    def _uncommented(self, at: int) -> int:
        return self._comment if self._comment >= self.start else at

    def _newline(self, at: int, end: int) -> None:
        if not self.tokens or self.tokens[-1].kind not in (",", ";", "eol"):
            self._add("eol", self._uncommented(at), None, "eol")
        self.line += 1
        self.start = end
        indentation = _INDENTATION.match(self.text, end)
        self._indentation = indentation.end() - end if indentation else 0

    def _add(self, kind: str, at: int, value: Any = None, shown: str = "", extra: Any = None) -> Token:
        token = Token(kind, self.line, at - self.start + 1, value, shown, extra)
        self.tokens.append(token)
        return token

    def _drop_newline(self) -> None:
        """A newline before an operator does not end the expression."""
        if self.tokens and self.tokens[-1].kind == "eol":
            self.tokens.pop()

    def _token(self, at: int) -> int:
        """Add the token at offset *at*; return where it ends."""
        text = self.text
        character = text[at]
        behind_dot = self._behind_dot()
        if character in "0123456789":
            return self._number(at)
        if character in "\"'":
            return self._quoted(at, behind_dot)
        if character == "~" and (sigil := _SIGIL.match(text, at)):
            return self._sigil(sigil)
        if character == "?" and (found := _CHARACTER.match(text, at)):
            return self._character(found)
        if character == ":" and (end := self._atom(at)):
            return end
        key = None if behind_dot else words.operator_at(text, at, words.NAMED)
        if key and _KEY_END.match(text, at + len(key)):
            self._add("key", at, key)
            return at + len(key) + 1
        return self._sign(at, behind_dot)

    def _behind_dot(self) -> bool:
        return bool(self.tokens) and self.tokens[-1].kind == "."

    def _number(self, at: int) -> int:
        found = _NUMBER.match(self.text, at)
        assert found is not None
        written, after = found[0], self.text[found.end() : found.end() + 1]
        if found[1] and (after == "_" or (after.isalpha() and after.isascii())):
            raise self._bad(at, words.AFTER_NUMBER.format(after=after, number=written))
        value: Any = float(written.replace("_", "")) if found[2] else int(written, 10 if found[1] else 0)
        self._add("number", at, value, f'"{written}"')
        return found.end()

    def _character(self, found: re.Match[str]) -> int:
        self._add("char", found.start(), found[0][1:], found[0].replace("\n", "\\n"))
        self.advance(found.start(), found.end())
        return found.end()

    def _atom(self, at: int) -> int:
        text = self.text
        quote = text[at + 1 : at + 2]
        if quote in ('"', "'") and quote:
            token = self._add("quoted_atom", at)
            token.value, end = self._scan.quoted(at + 2, quote, "atom", True)
            token.shown = words.shown_parts(token.value)
            return end
        if quote == ":" and text[at + 2 : at + 3] != ":":
            return 0
        found = _ATOM.match(text, at + 1)
        name = found[0] if found else words.operator_at(text, at + 1, words.NAMED)
        if not name:
            return 0
        end = at + 1 + len(name)
        if name[0].isupper() and text[end : end + 1] == "." and text[end + 1 : end + 2].isupper():
            raise self._bad(end + 1, words.ATOM_ALIAS)
        self._add("atom", at, name)
        return end

    def _quoted(self, at: int, behind_dot: bool) -> int:
        delimiter = self.text[at]
        if self.text.startswith(delimiter * 3, at) and not behind_dot:
            token = self._add("heredoc", at, None, "", delimiter)
            token.value, end, width = self._scan.heredoc(at, at + 3, delimiter * 3, True)
            token.shown = words.shown_heredoc(token.line, token.column, delimiter, width, token.value)
            return end
        token = self._add("string", at, None, "", delimiter)
        token.value, end = self._scan.quoted(at + 1, delimiter, "function name" if behind_dot else "string", True)
        token.shown = words.shown_parts(token.value)
        if behind_dot:
            self._quoted_call(token, end)
        elif _KEY_END.match(self.text, end):
            token.kind = "quoted_key"
            token.shown = words.shown("".join(part for part in token.value if part.__class__ is str))
            return end + 1
        return end

    def _quoted_call(self, token: Token, end: int) -> None:
        if any(part.__class__ is not str for part in token.value):
            raise self.fail(token.line, token.column, words.INTERPOLATED_CALL + token.extra)
        token.value = "".join(token.value)
        token.kind = self._call_kind(end)

    def _sigil(self, found: re.Match[str]) -> int:
        at, name, delimiter = found.start(), found[1], found[2]
        if delimiter is None:
            raise self._bad(at, words.sigil_delimiter(self.text[at + 2 : at + 3], at - self.start + 3))
        token = self._add("sigil", at)
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

    def _name(self, at: int, end: int, name: str) -> int:
        behind_dot = self._behind_dot()
        after = self.text[end : end + 1]
        if after == "@" or not name.isascii() or (name[-1] in "?!" and name[0].isupper()):
            self._check_name(at, name)
        if after == ":" and self.text[end + 1 : end + 2] != ":" and not behind_dot:
            return self._key(at, end, name)
        if name[0].isupper():
            if after == "(":
                raise self._bad(end + 1, words.AFTER_ALIAS.format(name=name))
            self._add("alias", at, name)
        elif not behind_dot and name in words.RESERVED:
            return self._reserved(at, end, name)
        else:
            self._add(self._call_kind(end), at, name)
        return end

    def _check_name(self, at: int, name: str) -> None:
        """Refuse characters that a name cannot have."""
        if not name.rstrip("?!").isidentifier():
            raise self._bad(at, words.odd_character(name[0], at - self.start + 1))
        whole = _ODD_NAME.match(self.text, at)
        assert whole is not None
        alias = name[0].isupper()
        odd = next((c for c in whole[0] if c == "@" or (alias and (c in "?!" or not c.isascii()))), None)
        if odd and not (self.text[at + len(whole[0]) :].startswith(": ") and odd == "@"):
            template = words.IDENTIFIER_ONLY if odd == "@" else words.ALIAS_ONLY
            raise self._bad(at, template.format(odd=odd, code=f"{ord(odd):04X}", name=whole[0]))

    def _key(self, at: int, end: int, name: str) -> int:
        if not self.text[end + 1 : end + 2].isspace() and end + 1 < len(self.text):
            raise self._bad(at, words.KEY_SPACE.format(name=name))
        self._add("key", at, name)
        return end + 1

    def _call_kind(self, end: int) -> str:
        after = self.text[end : end + 1]
        if after == "(":
            return "paren_identifier"
        return "bracket_identifier" if after == "[" else "identifier"

    def _reserved(self, at: int, end: int, name: str) -> int:
        kind = words.RESERVED[name]
        not_in = _NOT_IN.match(self.text, at) if kind == "unary_op" else None
        if not_in:
            self._drop_newline()
            self._add("in_op", at, "not in", "'not in'")
            return not_in.end()
        if (kind in words.BINARY or kind == "unary_op") and _SLASH.match(self.text, end):
            kind = "identifier"
        if kind in words.BINARY:
            self._drop_newline()
        if kind == "do":
            self._before_do(at)
        if kind == "end":
            self._close("end", at)
        self._add(kind, at, name)
        if kind in ("fn", "do"):
            self.delimiters.open(kind, self.line, self._indentation)
        return end

    def _before_do(self, at: int) -> None:
        before = self.tokens[-1].kind if self.tokens else ""
        if before in (",", ";", "fn"):
            message = words.FN_DO if before == "fn" else words.INVALID_DO.format(what="reserved word: do")
            raise self._bad(at, message, False)
        self._drop_newline()

    def _close(self, close: str, at: int) -> None:
        complaint = self.delimiters.close(close, self.line, self._indentation)
        if complaint:
            raise self._bad(at, *complaint)

    def _sign(self, at: int, behind_dot: bool) -> int:
        text = self.text
        character, two, three = text[at], text[at : at + 2], text[at : at + 3]
        sign = two if two in ("<<", ">>") and three not in ("<<<", ">>>", "<<~") and not behind_dot else character
        if sign in _OPENING or sign in _CLOSING:
            if sign in _CLOSING:
                self._close(sign, at)
            self._add(sign, at, sign, f"'{sign}'")
            if sign in _OPENING:
                self.delimiters.open(sign, self.line, self._indentation)
            return at + len(sign)
        if character == ";":
            return self._semicolon(at)
        if character == ",":
            self._add(",", at, ",", "','")
            return at + 1
        if character == "%":
            return self._percent(at, two)
        if three == "..." and text[at + 3 : at + 4] != ".":
            self._add(self._call_kind(at + 3), at, "...", "'...'")
            return at + 3
        if character == "." and two != "..":
            return self._dot(at)
        return self._operator(at, behind_dot)

    def _percent(self, at: int, two: str) -> int:
        if two in ("%[", "%("):
            raise self._bad(at, f"expected %{{ to define a map, got: {two}")
        kind = "%{}" if two == "%{" else "%"
        self._add(kind, at, "%", f"'{kind}'")
        return at + 1

    def _dot(self, at: int) -> int:
        self._drop_newline()
        self._add(".", at, ".", "'.'")
        blank = _BEHIND_DOT.match(self.text, at + 1)
        assert blank is not None
        self.advance(at, blank.end())
        return blank.end()

    def _semicolon(self, at: int) -> int:
        if self.tokens and self.tokens[-1].kind == ";":
            raise self._bad(at, words.odd_character(";", at - self.start + 1))
        self._drop_newline()
        self._add(";", at, ";", "';'")
        return at + 1

    def _operator(self, at: int, behind_dot: bool) -> int:
        # `&&/2` and `&//2` name functions.
        captured = bool(self.tokens) and self.tokens[-1].kind == "capture_op" and self.text[at : at + 2] != "=>"
        name = words.operator_at(self.text, at, words.NAMED if captured or behind_dot else words.KINDS)
        if not name:
            if self.text[at:].strip() == "\\":
                raise self._bad(at, "invalid escape \\ at end of file", True, True)
            raise self._bad(at, words.odd_character(self.text[at], at - self.start + 1))
        end = at + len(name)
        if behind_dot:
            self._add(self._call_kind(end), at, name)
            return end
        if _SLASH.match(self.text, end) and (captured or name != "/"):
            self._add("identifier", at, name)
            return end
        kind = words.KINDS[name]
        if kind in words.BINARY:
            self._drop_newline()
        if kind == "dual_op" and self._is_argument(at):
            self.tokens[-1].kind = "op_identifier"
        if name == "&" and self.text[end : end + 1] in _DIGITS:
            kind = "capture_int"
        self._add(kind, at, name)
        return end

    def _is_argument(self, at: int) -> bool:
        """Whether the sign at *at* belongs to the first argument of a call, as in ``foo -1``."""
        before = bool(self.tokens) and self.tokens[-1].kind == "identifier" and self.text[at - 1] in " \t"
        return before and _AMBIGUOUS.match(self.text, at) is not None


_OPENING, _CLOSING = frozenset(("(", "[", "{", "<<")), frozenset((")", "]", "}", ">>"))
_DIGITS = frozenset("0123456789")
