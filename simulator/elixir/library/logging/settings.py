"""What the application ``:logger`` is configured with, and what it has where nothing is said."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.language.applications import application_of
from simulator.elixir.library.language.log import APPLICATION, SETTINGS, place
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.world import world
from simulator.terms import Atom, inspect
from simulator.terms.lists import to_list


def setting(name: str) -> Any:
    """Return what is configured, or else the default.

    >>> setting("truncate")
    8096
    """
    return world().applications.get(APPLICATION, {}).get(Atom(name), SETTINGS[Atom(name)])


def is_purged(matching: Any, level: str, location: Any) -> bool:
    """Return whether a macro at a place in code is one of those that never log."""
    module, name, arity, file, line = location
    known = {
        "module": module, "function": f"{name.name}/{arity}", "file": file, "line": line,
        "application": application_of(module),
    }  # fmt: skip
    return any(_matches(to_list(each), level, known) for each in to_list(matching))


def _matches(wanted: list[Any], level: str, known: dict[str, Any]) -> bool:
    for key, value in wanted:
        if key.name == "level_lower_than":
            if place(level) >= place(value.name):
                return False
        elif key.name not in known:
            refuse(f":compile_time_purge_matching by {inspect(key)}")
        elif known[key.name] != value:
            return False
    return True


def set_setting(name: str, value: Any) -> None:
    """Configure something."""
    world().applications.setdefault(APPLICATION, {})[Atom(name)] = value
