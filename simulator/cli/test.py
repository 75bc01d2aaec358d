"""``simulator test``: run the tests of a Mix project, its output as that of ``mix test``."""

from __future__ import annotations

import argparse
import os
import sys
from functools import partial
from typing import Any

from simulator.cli.run import run_watched, status_of, summary, tell_end
from simulator.cli.settings import explore_one, overrides, permissions
from simulator.cli.status import FINE, USAGE, complain
from simulator.elixir.library.ex_unit.suite import Result
from simulator.project.suite import Options, TestProject
from simulator.scenario.elixir.project import Child, load_tests, projects_in
from simulator.scenario.outputs import write_whole
from simulator.terms import Atom

FAILED = 2
"""The exit status where tests have failed, as that of ``mix test``."""


def test_command(options: argparse.Namespace) -> int:
    """Run the tests of the project in this folder, or of those of an umbrella; return the exit status."""
    if options.stale:
        complain("--stale is not supported: all tests run, which takes no time of theirs")
        return USAGE
    here = os.getcwd()
    env = permissions(options)["env"].get("MIX_ENV", "test")
    statuses, results = [], []
    for child in projects_in(here, env):
        wanted = _wanted(options, child)
        if wanted is None:
            continue
        if child.prefix and not options.json:
            print(f"==> {child.app}", flush=True)
        status, seconds, found = _run(options, child, wanted)
        statuses.append(status)
        results.append((child.app, found, status, seconds))
        if status not in (FINE, FAILED):
            break
    if options.json or options.junit is not None:
        _report(options, results)
    return max(statuses, default=FINE)


def _report(options: argparse.Namespace, results: list[tuple[str, list[Result], int, float]]) -> None:
    """Tell machines what became of the tests; what writes that is imported here."""
    import json

    from simulator.cli.test_report import as_json, as_junit

    if options.json:
        told = [as_json(*each) for each in results]
        print(json.dumps(told[0] if len(told) == 1 else told, indent=2, ensure_ascii=False))
    if options.junit is not None:
        write_whole(options.junit, [as_junit([each[:2] for each in results]).encode()])


def _run(options: argparse.Namespace, child: Child, wanted: Options) -> tuple[int, float, list[Result]]:
    """Run the tests of one project; return the exit status, the seconds that it took, what became of each test."""
    scenario = load_tests(child.folder, wanted, overrides(options), strict=options.strict, **permissions(options))
    scenario.explore_test = partial(explore_one, scenario)
    result, seconds = run_watched(scenario, False, None if options.json else sys.stdout.write)
    options.result = result  # kept to the end, where nobody takes it apart
    sys.stdout.flush()
    tell_end(result)
    project = scenario.script
    assert isinstance(project, TestProject)
    project.note_failures()
    if not options.quiet and not options.json:
        sys.stderr.write(summary(result, seconds) + "\n")
    return status_of(result), seconds, project.suite.results


def _paths(given: list[str], prefix: str) -> list[str]:
    """Return those of the paths that lie in a project of an umbrella, seen from there."""
    within = [_folder(path) for path in given]
    inner = [path[len(prefix) : -1] for path in within if path.startswith(prefix) and path != prefix]
    return inner


def _names_whole(given: list[str], prefix: str) -> bool:
    """Whether one of the paths is a whole project of an umbrella, or has it in it."""
    return any(prefix.startswith(_folder(path)) for path in given)


def _folder(path: str) -> str:
    """Return a path as that of a folder, with slashes on every system."""
    return os.path.normpath(path).replace(os.sep, "/") + "/"


def _wanted(options: argparse.Namespace, child: Child) -> Options | None:
    """Return which tests of a project are to be run, and how; None for none of them."""
    wanted = Options()
    wanted.prefix = child.prefix
    wanted.paths = _paths(options.paths, child.prefix) if child.prefix else options.paths
    if options.paths and not wanted.paths and not _names_whole(options.paths, child.prefix):
        return None
    wanted.only, wanted.include, wanted.exclude = options.only, options.include, options.exclude
    wanted.tells_processes = not options.quiet and not options.json
    wanted.failed = options.failed
    given: dict[str, Any] = {
        "trace": Atom("true") if options.trace else None,
        "max_failures": options.max_failures,
        "slowest": options.slowest,
        "timeout": options.timeout,
        "explore": options.explore,
        "seed": options.seed or 0,
    }
    wanted.others = {key: value for key, value in given.items() if value is not None}
    return wanted
