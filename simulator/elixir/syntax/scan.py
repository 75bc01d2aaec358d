"""What stands between delimiters: texts and interpolations, up to the closing delimiter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from simulator.elixir.syntax import advice
from simulator.elixir.syntax.delimiters import Delimiters
from simulator.elixir.syntax.escapes import outdent, unescape_close

if TYPE_CHECKING:
    from simulator.elixir.syntax.text import Text


MAX_INTERPOLATIONS = 200
"""How many interpolations may stand within one another."""


class Scanner:
    """Reads quoted text for a tokenizer. An interpolation is ``(line, column, tokens)``."""

    def __init__(self, text: str, tokenizer: Text) -> None:
        self.text = text
        self.tokenizer = tokenizer
        self.depth = 0
        """How many interpolations are open."""

    def quoted(self, at: int, close: str, what: str, interpolates: bool, sigil: bool = False) -> tuple[list[Any], int]:
        """Return the parts of what starts at *at* and ends with *close*, and where it ended."""
        line = self.tokenizer.line
        message = f"missing terminator: {close} (for {what} starting at line {line})"
        parts, end = self._parts(at, close, interpolates, message, what, line)
        return _closers(parts, close) if sigil else parts, end

    def heredoc(
        self, begin: int, at: int, close: str, interpolates: bool, sigil: bool = False
    ) -> tuple[list[Any], int, int]:
        """Return the parts of a heredoc without its indentation, where it ended, and the indentation."""
        tokenizer = self.tokenizer
        line, column = tokenizer.line, begin - tokenizer.start + 1
        opening = re.compile(r"[ \t]*\r?\n").match(self.text, at)
        if not opening:
            words = "heredoc allows only zero or more whitespace characters followed by a new line after "
            raise tokenizer.fail(line, column, words + close)
        message = f"missing terminator: {close} (for heredoc starting at line {line})"
        parts, end = self._parts(opening.end() - 1, close, interpolates, message, "heredoc", line)
        indentation = end - 3 - tokenizer.start
        outdented = advice.of_heredoc([part for part in parts if part.__class__ is str], close, indentation)
        if outdented:
            tokenizer.warn(line + outdented[1], column, outdented[0])
        parts = [outdent(part, indentation) if part.__class__ is str else part for part in parts]
        parts[0] = parts[0].partition("\n")[2]
        return _closers(parts, close) if sigil else parts, end, indentation

    def _parts(
        self, at: int, close: str, interpolates: bool, message: str, what: str, line: int
    ) -> tuple[list[Any], int]:
        text, tokenizer = self.text, self.tokenizer
        heredoc = len(close) == 3
        stop = re.compile(r"\\|#\{|" + re.escape(close))
        parts: list[Any] = []
        escaped: list[int] = []
        begin = at
        while found := stop.search(text, at):
            at = found.start()
            if found[0] == "\\":
                if interpolates and text.startswith("#{", at + 1):
                    escaped.append(at)
                at += 4 if heredoc and text.startswith(close, at + 1) else 2
            elif found[0] == "#{" and interpolates:
                parts.append(text[begin:at])
                self._pass(begin, at, escaped)
                inner, at = self._interpolation(at, what, line)
                parts.append(inner)
                begin, escaped = at, []
            elif found[0] == "#{" or (heredoc and text[text.rfind("\n", 0, at) + 1 : at].strip(" \t")):
                at += 1
            else:
                self._pass(begin, at, escaped)
                parts.append(text[begin:at])
                return _without_empty(parts, heredoc), at + len(close)
        tokenizer.advance(begin, len(text))
        raise tokenizer.fail(tokenizer.line, len(text) - tokenizer.start + 1, message, True, True)

    def _pass(self, begin: int, end: int, escaped: list[int]) -> None:
        """Go over text with *escaped* interpolations, of which Elixir counts one column instead of three."""
        tokenizer = self.tokenizer
        tokenizer.advance(begin, end)
        tokenizer.start += 2 * sum(at >= tokenizer.start for at in escaped)

    def _interpolation(self, at: int, what: str, line: int) -> tuple[Any, int]:
        tokenizer = self.tokenizer
        self.depth += 1
        if self.depth > MAX_INTERPOLATIONS:
            words = f"nested too deeply: more than {MAX_INTERPOLATIONS} interpolations within one another"
            raise tokenizer.fail(tokenizer.line, at - tokenizer.start + 1, words)
        place = (tokenizer.line, at - tokenizer.start + 1)
        outer, tokenizer.tokens = tokenizer.tokens, []
        outside, tokenizer.delimiters = tokenizer.delimiters, Delimiters()
        end = tokenizer.tokenize(at + 2, "}")
        missing = tokenizer.delimiters.missing()
        if missing and end >= len(self.text):
            raise tokenizer.fail(tokenizer.line, end - tokenizer.start + 1, missing, True, True)
        if end >= len(self.text):
            words = f'missing interpolation terminator: "}}" (for {what} starting at line {line})'
            raise tokenizer.fail(*place, words, True, True)
        inner, tokenizer.tokens = tokenizer.tokens, outer
        tokenizer.delimiters = outside
        self.depth -= 1
        return (*place, inner), end + 1


def _closers(parts: list[Any], close: str) -> list[Any]:
    return [unescape_close(part, close) if part.__class__ is str else part for part in parts]


def _without_empty(parts: list[Any], heredoc: bool) -> list[Any]:
    """Drop empty texts; a heredoc that starts with an interpolation keeps the one before it."""
    if heredoc:
        return parts[:1] + [part for part in parts[1:] if part != ""]
    return [part for part in parts if part != ""]
