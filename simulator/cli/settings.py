"""From the command line to a scenario: which file is meant, and which settings it is given."""

from __future__ import annotations

import argparse
import os
import re
from functools import partial
from typing import Any

from simulator.scenario import ConfigError, Loaded, LoadError, OutputError, load

FOLDER = "scenarios"
_TEST = re.compile(r".+\.exs:\d+")


def overrides(options: argparse.Namespace) -> dict[str, Any]:
    """Return the settings that the command line gives; raises ``ConfigError`` for what is no ``KEY=VALUE``."""
    given: dict[str, Any] = {}
    for assignment in options.assignments:
        key, equals, value = assignment.partition("=")
        if not equals or not key.isidentifier():
            raise ConfigError(f"--set takes KEY=VALUE, not {assignment!r}")
        given[key] = value
    for key in ("until", "seed", "schedulers", "latency", "cost", "halt", "limit"):
        value = getattr(options, key)
        if value is not None:
            given[key] = value
    return given


def load_scenario(options: argparse.Namespace) -> Loaded:
    """Load the scenario that the command line names, with its settings."""
    code = getattr(options, "code", None)
    if code is None and options.file is None:
        raise ConfigError("the following argument is required: FILE, or -e CODE (see simulator run --help)")
    path = "nofile" if options.file is None else find_scenario(options.file)
    scenario = _load(options, path)
    order(scenario, getattr(options, "schedule", None))
    scenario.explore_test = partial(explore_one, scenario)
    return scenario


def _load(options: argparse.Namespace, path: str) -> Loaded:
    """Load a scenario; a test of a Mix project, given with its line, or a script in the folder of one."""
    if _TEST.fullmatch(path) and not os.path.exists(path):
        from simulator.scenario.elixir.project import load_test

        return load_test(path, overrides(options), **permissions(options))
    if path.endswith((".exs", ".ex")) and os.path.isfile("mix.exs") and not getattr(options, "required", []):
        from simulator.scenario.elixir.project import is_inside, load_script

        if is_inside(path, os.getcwd()):
            given = getattr(options, "program_arguments", [])
            return load_script(os.getcwd(), path, given, overrides(options), **permissions(options))
    return load(path, overrides(options), **elixir_options(options))


def explore_one(scenario: Loaded, module: str, test: str, runs: int) -> str | None:
    """Run a test that is tagged for it in so many orders; return how it fails in one of them."""
    from simulator.explore import MissingExtra, require_greenlet

    try:
        require_greenlet()
    except MissingExtra as missing:
        return f"{missing}\n"
    from simulator.explore.testing import explore_test

    return explore_test(scenario, module, test, runs)


def order(scenario: Loaded, path: str | None) -> None:
    """Let a scenario run in the order of the schedule in this file, if one is named."""
    if path is None:
        return
    from simulator.explore import require_greenlet

    require_greenlet()
    from simulator.explore.following import follow
    from simulator.explore.schedule import read_schedule

    follow(scenario, read_schedule(path))


def elixir_options(options: argparse.Namespace) -> dict[str, Any]:
    """Return what the command line says that concerns Elixir programs only."""
    return {
        "required": getattr(options, "required", []),
        "code": getattr(options, "code", None),
        "echo": getattr(options, "echo", False),
        "strict": getattr(options, "strict", False),
        "arguments": getattr(options, "program_arguments", []),
        **permissions(options),
    }


def permissions(options: argparse.Namespace) -> dict[str, Any]:
    """Return what an Elixir program may reach of the outside; raises ``ConfigError`` for what is no ``KEY=VALUE``."""
    every = getattr(options, "allow_all", False)
    granted = {
        name: ["*"] if every else list(getattr(options, name, None) or [])
        for name in ("allow_read", "allow_write", "allow_env")
    }
    variables = {}
    for assignment in getattr(options, "env", None) or []:
        name, equals, value = assignment.partition("=")
        if not equals or not name:
            raise ConfigError(f"--env takes KEY=VALUE, not {assignment!r}")
        variables[name] = value
    return {**granted, "env": variables}


def check_not_input(target: str, source: str) -> None:
    """Raise ``OutputError`` if what is to be written would overwrite what is read."""
    if os.path.exists(target) and os.path.exists(source) and os.path.samefile(target, source):
        raise OutputError(f"{target}: cannot be written: it is the file to read")


def scenario_folder() -> str:
    """Return the folder of scenarios that is meant where none is named: ``scenarios/`` here, or what comes with us."""
    from simulator.scenario.catalogue import shipped

    return FOLDER if os.path.isdir(FOLDER) else shipped()


def find_scenario(name: str) -> str:
    """Return the path of a scenario, given as a path or by its name: of a file here, one below ``scenarios/``, or
    one of those that come with the simulator.

    ``stack`` is the one in Python where there are two, ``stack.exs`` the one in Elixir, ``-`` what standard input has.

    Raises ``LoadError`` with the nearest name where there is none.
    """
    if name == "-":
        from simulator.scenario.standard_input import given

        return given()
    if os.path.exists(name) or "/" in name or os.sep in name or name.endswith((".jsonl", ".json")):
        return name
    from simulator.scenario.catalogue import paths_beside, paths_by_name, shipped

    known = {**paths_by_name(shipped()), **paths_by_name(FOLDER), **paths_beside("")}
    wanted = os.path.basename(name).lstrip("0123456789_")
    if wanted in known:
        return known[wanted]
    from difflib import get_close_matches  # only a mistake needs it

    near = get_close_matches(wanted, known, 1)
    raise LoadError(f"no such file{f'; did you mean {near[0]}?' if near else ''}", name)
