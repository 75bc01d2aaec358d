"""What an Elixir program finds outside of itself: files, environment; by what the command grants and the head asks."""

from __future__ import annotations

import os

from simulator.elixir.runtime.outside.files import Files
from simulator.elixir.runtime.outside.rules import EVERYTHING, Rules
from simulator.elixir.runtime.world import World
from simulator.elixir.store import Store
from simulator.scenario.elixir.head import Head

_OPTIONS = {"read": "--allow-read", "write": "--allow-write", "env": "--allow-env"}


class Outside:
    """Makes the world of each run: its files as they are on the disk, and nothing yet written over them."""

    def __init__(
        self, folders: list[str], granted: tuple[list[str], list[str], list[str]], environment: dict[str, str]
    ) -> None:
        self._granted = dict(zip(_OPTIONS, granted, strict=True))
        self._rules = Rules(folders, *granted)
        self._rules.protected = Store.of_user().folders
        self._environment = environment

    def world(self, arguments: list[str]) -> World:
        """Return a new world for a run."""
        known = self._rules.variables(os.environ)
        return World(arguments, Files(self._rules), {**known, **self._environment})

    def not_granted(self, path: str, head: Head) -> list[str]:
        """Return a warning for what a file's head asks for and nobody has granted."""
        missing = [
            _OPTIONS[kind] + ("" if what == EVERYTHING else f"={what}")
            for kind, what in head.asks
            if not self._has(kind, what)
        ]
        return [f"warning: {path} asks for {' '.join(missing)}, which was not given\n"] if missing else []

    def _has(self, kind: str, what: str) -> bool:
        granted = self._granted[kind]
        if EVERYTHING in granted or what in granted:
            return True
        if kind == "env":
            return False
        return self._rules.may_read(what) if kind == "read" else self._rules.may_write(what)
