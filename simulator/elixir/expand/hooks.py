"""``@before_compile`` and ``@after_compile``."""

from __future__ import annotations

from simulator.elixir.ast import Meta
from simulator.elixir.expand.context import Context
from simulator.elixir.expand.module_state import ModuleState
from simulator.terms import Atom


def run_hook(x: Context, state: ModuleState, target: Atom, name: str, meta: Meta) -> None:
    """Expand what the hook's macro gives at the end of the module."""
    from simulator.elixir.expand import macros
    from simulator.elixir.expand.environment import environment
    from simulator.elixir.expand.modules import statement

    if target.name in ("Elixir.ExUnit.Case", "Elixir.ExUnit.CaseTemplate"):
        from simulator.elixir.expand.ex_unit import closing

        statement(x, state, closing(state, target, meta))
        return
    statement(x, state, macros.applied_terms(x, meta, target, name, [environment(x, meta)]))
