"""What is wrong with a source text, in Elixir's words."""

from __future__ import annotations

import builtins
from typing import Any

from simulator.terms.errors import SimulatorError

_LONG = 400  # characters of a line that are shown; real Elixir shows them all


class SyntaxError(SimulatorError, builtins.SyntaxError):
    """A source text that does not parse. As a string it is what Elixir prints, the source line underlined.

    *line* and *column* count from 1; *message* is Elixir's without the place. *source* is the line to show, if any.
    """

    name = "SyntaxError"

    def __init__(self, file: str, line: int, column: int, message: str, source: str | None = None) -> None:
        super().__init__(message)
        self.file = file
        self.line = line
        self.column = column
        self.message = message
        self.source = source

    @property
    def __inspect_name__(self) -> str:
        return self.name

    def __inspect_fields__(self) -> list[tuple[str, Any]]:
        """Return the fields of the exception that Elixir raises for it."""
        fields = [("file", self.file), ("line", self.line), ("column", self.column), ("description", self.message)]
        return [("message", self.message)] if self.name == "UnicodeConversionError" else fields

    def __str__(self) -> str:
        shown = f"** ({self.name}) {self.file}:{self.line}:{self.column}: {self.message}"
        if self.source is None:
            return shown
        number = f" {self.line}".rjust(3)
        gutter = " " * len(number) + " |"
        source, column = _around(self.source, self.column)
        return f"{shown}\n{gutter}\n{number} | {source}\n{gutter} {' ' * (column - 1)}^"


def _around(source: str, column: int) -> tuple[str, int]:
    """Return what to show of a line, and the column in it: of one that is very long the part around that column."""
    if len(source) <= _LONG:
        return source, column
    start = max(0, column - 1 - _LONG // 2)
    head = "…" if start else ""
    tail = "…" if start + _LONG < len(source) else ""
    return f"{head}{source[start : start + _LONG]}{tail}", column - start + len(head)


class TokenMissingError(SyntaxError):
    """A source text that ends before what was opened is closed."""

    name = "TokenMissingError"


class EncodingError(SyntaxError):
    """A source that is not UTF-8."""

    name = "UnicodeConversionError"

    def __init__(self, file: str, data: bytes, at: int) -> None:
        column = len(data[:at].decode().rpartition("\n")[2]) + 1
        shown = ", ".join(str(byte) for byte in data[at : at + 8]) + (", ..." if len(data) > at + 8 else "")
        message = f"invalid encoding starting at <<{shown}>>"
        super().__init__(file, data.count(b"\n", 0, at) + 1, column, message)
