"""Quoted Elixir to special forms: macros, aliases, imports, scopes, modules."""

from simulator.elixir.expand.errors import CompileError, NotSupported
from simulator.elixir.expand.program import expand
from simulator.elixir.expand.unit import Workspace

__all__ = ["CompileError", "NotSupported", "Workspace", "expand"]
