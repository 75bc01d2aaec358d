"""What is open in a text: brackets, ``do``, ``fn``; and the hints about which of them lacks its end.

A hint is taken from the indentation, as Elixir does: a ``do`` that is not indented more than the one around it, or an
``end`` that is indented more than its ``do``.
"""

from __future__ import annotations

from simulator.elixir.syntax import words

_CLOSE = {"(": ")", "[": "]", "{": "}", "<<": ">>", "do": "end", "fn": "end"}


class Delimiters:
    """The stack of what is open."""

    __slots__ = ("hints", "stack")

    def __init__(self) -> None:
        self.stack: list[tuple[str, int, int]] = []
        """Opening delimiter, its line, the indentation of that line."""
        self.hints: list[tuple[str, int]] = []

    def open(self, opening: str, line: int, indentation: int) -> None:
        """Note an opening delimiter."""
        outer = self.stack[-1] if self.stack else None
        if opening == "do" and outer and outer[0] == "do" and outer[2] >= indentation:
            self.hints.append(("do", outer[1]))
        self.stack.append((opening, line, indentation))

    def close(self, close: str, line: int, indentation: int) -> tuple[str, bool] | None:
        """Take away what *close* closes; or return the complaint, and whether the source line is shown with it."""
        what = f"unexpected {'reserved word' if close == 'end' else 'token'}: {close}"
        if not self.stack:
            hint = self._hint("end") if close == "end" else None
            return what + (words.END_HINT.format(line=hint) if hint else ""), close != "end"
        opening, opened, outer = self.stack[-1]
        expected = _CLOSE[opening]
        if expected != close:
            missing = f'{what}. The "{opening}" at line {opened} is missing terminator "{expected}"'
            return missing + self._open_hint(opening), False
        if opening == "do" and indentation > outer:
            self.hints.append(("end", line))
        self.stack.pop()
        return None

    def missing(self) -> str | None:
        """Return the complaint at the end of the text about what is still open."""
        if not self.stack:
            return None
        opening, line, _ = self.stack[-1]
        message = f'missing terminator: {_CLOSE[opening]} (for "{opening}" starting at line {line})'
        return message + self._open_hint(opening)

    def _hint(self, kind: str) -> int | None:
        return next((line for hinted, line in reversed(self.hints) if hinted == kind), None)

    def _open_hint(self, opening: str) -> str:
        line = self._hint(opening)
        return words.OPEN_HINT.format(opening=opening, line=line, close=_CLOSE[opening]) if line else ""
