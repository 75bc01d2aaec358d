"""Quoted Elixir to special forms: macros, aliases, imports, scopes, modules."""

from simulator.elixir.expand.errors import CompileError, NotSupported
from simulator.elixir.expand.program import expand

__all__ = ["CompileError", "NotSupported", "expand"]
