"""Elixir source text to quoted form."""

from simulator.elixir.syntax.errors import EncodingError, SyntaxError, TokenMissingError
from simulator.elixir.syntax.read import parse, parse_bytes

__all__ = ["EncodingError", "SyntaxError", "TokenMissingError", "parse", "parse_bytes"]
