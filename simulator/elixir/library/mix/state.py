"""What Mix knows while a project is loaded and while it runs."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.world import world
from simulator.terms import Atom


class MixState:
    """The environment and target of a run of Mix, and the projects whose ``mix.exs`` it has read."""

    def __init__(self, env: str = "dev", target: str = "host") -> None:
        self.env = env
        self.target = target
        self.registered: list[Atom] = []
        """The modules that used ``Mix.Project``, the newest last."""
        self.project: tuple[Atom, Any, str] | None = None
        """The current project: its module, its configuration and its folder."""
        self.shell = Atom("Elixir.Mix.Shell.IO")
        self.deps: dict[str, str] = {}
        """The folders of its dependencies, by their applications."""
        self.children: dict[str, str] = {}
        """Of an umbrella the folders of its applications."""


def state() -> MixState:
    """Return what Mix knows; raises ``ArgumentError`` where no project is loaded, as Mix runs only then."""
    found = world().mix
    if found is None:
        raise error("ArgumentError", message="Mix is not running: no project is loaded")
    return found  # type: ignore[no-any-return]
