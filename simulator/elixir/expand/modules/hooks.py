"""``@before_compile`` and ``@after_compile``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.expand.modules.statements import statement
from simulator.elixir.expand.names import macros
from simulator.elixir.expand.names.environment import environment
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.tree.nodes import Meta
from simulator.terms import Atom

CLOSING: dict[str, Callable[[ModuleState, Atom, Meta], Any]] = {}
"""By the library's module whose hook it is: what makes the code that ends a module."""


def run_hook(x: Context, state: ModuleState, target: Atom, name: str, meta: Meta) -> None:
    """Expand what the hook's macro gives at the end of the module."""
    closing = CLOSING.get(target.name)
    if closing is not None:
        statement(x, state, closing(state, target, meta))
        return
    statement(x, state, macros.applied_terms(x, meta, target, name, [environment(x, meta)]))
