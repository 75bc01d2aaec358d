"""What files that run together share while they are expanded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.runtime.loaded import load, unload
from simulator.elixir.runtime.world import running
from simulator.elixir.tree.nodes import Module
from simulator.terms import Atom


class Workspace:
    """What files that run together share: their modules."""

    def __init__(self, seek: Callable[[Atom, bool], bool] | None = None) -> None:
        self.modules: dict[Atom, ModuleState] = {}
        self.unloaded: list[Module] = []
        """Modules that are finished and were not loaded yet for code that runs meanwhile."""
        self.replaced: dict[Atom, Any] = {}
        """The modules of a running program in whose place others were loaded."""
        self.put_off: set[Atom] = set()
        """Modules that come to be when the program runs: what depends on one is expanded then, too."""
        self.counter = 0
        self.seek = seek
        """Asked for a module that is not known yet: compiles the file that defines it, if there is one.

        Its second argument is whether it is an error that this file waits for the one that asks.
        """

    def close(self) -> None:
        """Forget what was loaded: the program is loaded anew when it runs.

        While a program runs that had its own source compiled, its modules are put back instead.
        """
        if not running():
            if self.replaced:
                unload()
            return
        for before in self.replaced.values():
            if before is not None:
                load(before)
