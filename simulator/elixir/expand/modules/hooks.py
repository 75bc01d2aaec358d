"""``@before_compile`` and ``@after_compile``."""

from __future__ import annotations

from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.tree.nodes import Meta
from simulator.terms import Atom


def run_hook(x: Context, state: ModuleState, target: Atom, name: str, meta: Meta) -> None:
    """Expand what the hook's macro gives at the end of the module."""
    from simulator.elixir.expand.modules.modules import statement
    from simulator.elixir.expand.names import macros
    from simulator.elixir.expand.names.environment import environment

    if target.name in ("Elixir.ExUnit.Case", "Elixir.ExUnit.CaseTemplate"):
        from simulator.elixir.expand.ex_unit.macros import closing

        statement(x, state, closing(state, target, meta))
        return
    statement(x, state, macros.applied_terms(x, meta, target, name, [environment(x, meta)]))
