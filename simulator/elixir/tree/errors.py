"""What the expander refuses, in Elixir's words."""

from __future__ import annotations

from typing import Any, Final

from simulator.terms.errors import SimulatorError

_PLACED: Final = ("CompileError", "SyntaxError", "TokenMissingError")
"""Exceptions that tell file and line in fields of their own."""


class CompileError(SimulatorError, SyntaxError):
    """Source that Elixir's compiler refuses.

    *line* and *column* count from 1; 0 where the place is not known. *exception* is the exception that Elixir
    raises there (``CompileError``, ``ArgumentError``, ``SyntaxError`` ...).
    """

    def __init__(self, message: str, file: str, line: int, column: int = 0, exception: str = "CompileError") -> None:
        super().__init__(message)
        self.message = message
        self.file = file
        self.line = line
        self.column = column
        self.exception = exception
        self.source: str | None = None
        """The line of the source to show, if any."""
        self.raised: BaseException | None = None
        """What code raised that ran while the source was compiled; it is what a program can rescue."""
        self.warnings: list[str] = []
        """What the compiler had warned of before it came here."""

    def told(self, text: str, warnings: list[str]) -> CompileError:
        """Return the same, which shows its line of *text* underlined, after the *warnings* that came before it."""
        lines = text.splitlines()
        if 0 < self.line <= len(lines):
            self.source = lines[self.line - 1]
        self.warnings = warnings
        return self

    @property
    def __inspect_name__(self) -> str:
        return self.exception

    def __inspect_fields__(self) -> list[tuple[str, Any]]:
        """Return the fields of the exception that Elixir raises for it."""
        if self.exception not in _PLACED:
            return [("message", self.message)]
        return [("file", self.file), ("line", self.line), ("description", self.message)]

    @property
    def place(self) -> str:
        """File and line, as far as they are known."""
        return f"{self.file}:{self.line}" if self.line else self.file

    @property
    def headline(self) -> str:
        """What Elixir prints of it, without what was warned of before."""
        if self.exception != "CompileError":
            return f"** ({self.exception}) {self.message}"
        return f"** (CompileError) {self.place}: {self.message}"

    def __str__(self) -> str:
        before = "".join(f"{warning}\n" for warning in self.warnings)
        if self.source is None or not self.column:
            return before + self.headline
        number = f" {self.line}".rjust(3)
        gutter = " " * len(number) + " |"
        return f"{before}{self.headline}\n{gutter}\n{number} | {self.source}\n{gutter} {' ' * (self.column - 1)}^"


class NotSupported(CompileError):
    """Something that real Elixir has and this front end has not."""

    @property
    def headline(self) -> str:
        """What is printed of it, without what was warned of before."""
        why = "" if self.message.startswith("not allowed: ") else "not supported: "
        return f"{self.place}: {why}{self.message}"


class OuterVariable(NotSupported):
    """A module's body mentions a variable of what is around it: it can be expanded when that runs."""
