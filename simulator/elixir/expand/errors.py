"""What the expander refuses, in Elixir's words."""

from __future__ import annotations

from simulator.terms.errors import SimulatorError


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

    def __str__(self) -> str:
        if self.exception != "CompileError":
            return f"** ({self.exception}) {self.message}"
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"** (CompileError) {place}: {self.message}"


class NotSupported(CompileError):
    """Something that real Elixir has and this front end has not."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: not supported: {self.message}"
