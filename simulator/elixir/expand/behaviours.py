"""Behaviours: ``@behaviour``, ``@callback``, ``@impl``; what is missing or does not belong."""

from __future__ import annotations

from simulator.elixir.expand.context import Context
from simulator.elixir.expand.module_state import ModuleState
from simulator.terms import Atom

Name = tuple[str, int]

_LIBRARY: dict[str, tuple[tuple[Name, ...], tuple[Name, ...]]] = {
    "GenServer": (
        (("init", 1),),
        (("code_change", 3), ("format_status", 1), ("format_status", 2), ("handle_call", 3), ("handle_cast", 2),
         ("handle_continue", 2), ("handle_info", 2), ("terminate", 2)),
    ),
    "Supervisor": ((("init", 1),), ()),
    "DynamicSupervisor": ((("init", 1),), ()),
    "Application": ((("start", 2),), (("config_change", 3), ("prep_stop", 1), ("start_phase", 3), ("stop", 1))),
    "Access": ((("fetch", 2), ("get_and_update", 3), ("pop", 2)), ()),
    "Exception": ((("exception", 1), ("message", 1)), (("blame", 2),)),
}  # fmt: skip
"""Behaviours of the library: callbacks that are required, and optional ones."""


def known(x: Context, behaviour: Atom) -> tuple[list[Name], list[Name]] | None:
    """Return a behaviour's required and optional callbacks; None for what is no known behaviour."""
    state = x.unit.modules.get(behaviour)
    if state is not None:
        names = [(f"MACRO-{name}" if macro else name, arity) for name, arity, macro in state.callbacks]
        return [n for n in names if n not in state.optional], [n for n in names if n in state.optional]
    found = _LIBRARY.get(behaviour.name.removeprefix("Elixir."))
    return None if found is None else (list(found[0]), list(found[1]))


def callbacks_of(x: Context, behaviour: Atom) -> list[Name]:
    """Return all callbacks of a behaviour."""
    found = known(x, behaviour)
    return [] if found is None else found[0] + found[1]


def check(x: Context, state: ModuleState) -> None:
    """Warn of missing callbacks and of ``@impl`` that is wrong or missing."""
    from simulator.elixir.expand.behaviour_check import check_behaviours

    check_behaviours(x, state)

