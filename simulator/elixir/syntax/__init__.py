"""Elixir source text to quoted form."""

from simulator.elixir.syntax.errors import SyntaxError, TokenMissingError
from simulator.elixir.syntax.reader import parse, parse_bytes

__all__ = ["SyntaxError", "TokenMissingError", "parse", "parse_bytes"]
