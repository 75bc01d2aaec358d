"""Quoted Elixir to special forms: macros, aliases, imports, scopes, modules."""

from simulator.elixir.expand.program import expand
from simulator.elixir.expand.scope.workspace import Workspace
from simulator.elixir.tree.errors import CompileError, NotSupported

__all__ = ["CompileError", "NotSupported", "Workspace", "expand"]
