"""What is wrong with a source text, in Elixir's words."""

from __future__ import annotations

import builtins

from simulator.terms.errors import SimulatorError


class SyntaxError(SimulatorError, builtins.SyntaxError):
    """A source text that does not parse; its text is what Elixir prints after ``** (SyntaxError)``."""

    def __init__(self, file: str, line: int, column: int, text: str) -> None:
        super().__init__(f"{file}:{line}:{column}: {text}")
        self.file = file
        self.line = line
        self.column = column
        self.text_only = text


class TokenMissingError(SyntaxError):
    """A source text that ends before what was opened is closed."""
