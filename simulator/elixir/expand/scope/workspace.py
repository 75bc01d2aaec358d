"""What files that run together share while they are expanded."""

from __future__ import annotations

from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.tree.nodes import Module
from simulator.terms import Atom


class Workspace:
    """What files that run together share: their modules."""

    def __init__(self) -> None:
        self.modules: dict[Atom, ModuleState] = {}
        self.finished: list[Module] = []
        """The modules in the order in which they were finished."""
        self.counter = 0
