"""From the command line to a scenario: which file is meant, and which settings it is given."""

from __future__ import annotations

import argparse
import os
from difflib import get_close_matches
from typing import Any

from simulator.scenario import ConfigError, Loaded, LoadError, OutputError, load

FOLDER = "scenarios"


def overrides(options: argparse.Namespace) -> dict[str, Any]:
    """Return the settings that the command line gives; raises ``ConfigError`` for what is no ``KEY=VALUE``."""
    given: dict[str, Any] = {}
    for assignment in options.assignments:
        key, equals, value = assignment.partition("=")
        if not equals or not key.isidentifier():
            raise ConfigError(f"--set takes KEY=VALUE, not {assignment!r}")
        given[key] = value
    for key in ("until", "seed", "schedulers", "latency", "halt", "limit"):
        value = getattr(options, key)
        if value is not None:
            given[key] = value
    return given


def load_scenario(options: argparse.Namespace) -> Loaded:
    """Load the scenario that the command line names, with its settings."""
    return load(find_scenario(options.file), overrides(options))


def check_not_input(target: str, source: str) -> None:
    """Raise ``OutputError`` if what is to be written would overwrite what is read."""
    if os.path.exists(target) and os.path.samefile(target, source):
        raise OutputError(f"{target}: cannot be written: it is the file to read")


def find_scenario(name: str) -> str:
    """Return the path of a scenario, given as a path or by its name below ``scenarios/``.

    Raises ``LoadError`` with the nearest name where there is none.
    """
    if os.path.exists(name) or os.sep in name or name.endswith((".jsonl", ".json")):
        return name
    known: dict[str, str] = {}
    for folder, folders, files in os.walk(FOLDER):
        folders.sort()
        for file in sorted(files):
            if file.endswith(".py"):
                path = os.path.join(folder, file)
                known.setdefault(file.removesuffix(".py").lstrip("0123456789_"), path)
    wanted = os.path.basename(name).removesuffix(".py").lstrip("0123456789_")
    if wanted in known:
        return known[wanted]
    near = get_close_matches(wanted, known, 1)
    raise LoadError(f"no such file{f'; did you mean {near[0]}?' if near else ''}", name)
