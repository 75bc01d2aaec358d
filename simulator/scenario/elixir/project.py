"""Loading Mix projects: their tests, one of them, or a script that runs in one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from simulator.elixir.library.mix.state import MixState
from simulator.elixir.runtime.values.deep import Turn
from simulator.elixir.runtime.world import enter
from simulator.elixir.tree.errors import CompileError
from simulator.project.dependencies import children
from simulator.project.mixfile import NAME, read_mixfile
from simulator.project.program import Project
from simulator.project.suite import Options, TestProject
from simulator.scenario.config import Config, overriding
from simulator.scenario.elixir.file import ElixirScenario, typed
from simulator.scenario.elixir.head import Head
from simulator.scenario.elixir.outside import Outside
from simulator.scenario.errors import SourceError
from simulator.scenario.source import read_source
from simulator.terms.errors import SimulatorError
from simulator.terms.places import seen_from


class Child(NamedTuple):
    """A project of an umbrella, or the only one: its application, its folder, and that seen from where it is run."""

    app: str
    folder: str
    prefix: str


def projects_in(folder: str, env: str) -> list[Child]:
    """Return the projects whose tests are run in a folder: those of an umbrella, or the one that it is."""
    mix = MixState(env)
    with Turn():
        before = enter(Outside([folder], ([], [], []), {"MIX_ENV": env}).world([]))
        try:
            mixfile = read_mixfile(folder, mix)
            if mixfile.apps_path is None:
                return [Child(mixfile.app, folder, "")]
            found = children(mixfile, mix)
            paths = [seen_from(each.folder, folder) for each in found]
            return [Child(each.app, each.folder, f"{path}/") for each, path in zip(found, paths, strict=True)]
        except (SyntaxError, SimulatorError) as wrong:
            raise SourceError(str(wrong), NAME) from wrong
        finally:
            enter(before)


def load_tests(
    folder: str,
    options: Options,
    overrides: dict[str, Any] | None = None,
    *,
    env: dict[str, str] | None = None,
    allow_read: Iterable[str] = (),
    allow_write: Iterable[str] = (),
    allow_env: Iterable[str] = (),
    strict: bool = False,
) -> ElixirScenario:
    """Load a Mix project whose tests are to be run, compiled.

    With *strict* it is an error if the project mentions what is not supported. Raises ``SourceError`` with what the
    compiler says or what is wrong with the project, ``ConfigError``.
    """
    environment = {"MIX_ENV": "test", **(env or {})}
    outside = _Given((list(allow_read), list(allow_write), list(allow_env)), environment, [])

    def make() -> Project:
        project = TestProject(folder, environment["MIX_ENV"], options)
        project.find()
        return project

    scenario = _loaded(make, folder, "", os.path.join(folder, NAME), overrides, outside, strict)
    scenario.explored_as = "FILE:LINE"
    return scenario


def load_test(path: str, overrides: dict[str, Any] | None = None, **permissions: Any) -> ElixirScenario:
    """Load the test of a project that stands at a line: *path* is its file, a colon, and the line."""
    file = os.path.abspath(path.rpartition(":")[0])
    folder = os.path.dirname(file)
    while not os.path.isfile(os.path.join(folder, NAME)) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    options = Options()
    options.paths = [os.path.relpath(file, folder) + ":" + path.rpartition(":")[2]]
    options.others = {"seed": 0}
    scenario = load_tests(folder, options, overrides, **permissions)
    scenario.path, scenario.source = os.path.relpath(file, folder), read_source(file, "an Elixir file")
    scenario.explored_as = path
    return scenario


def is_inside(path: str, folder: str) -> bool:
    """Whether a file lies in a folder, or in one below it."""
    return os.path.abspath(path).startswith(os.path.abspath(folder) + os.sep)


def load_script(
    folder: str,
    path: str,
    arguments: list[str],
    overrides: dict[str, Any] | None = None,
    *,
    env: dict[str, str] | None = None,
    allow_read: Iterable[str] = (),
    allow_write: Iterable[str] = (),
    allow_env: Iterable[str] = (),
) -> ElixirScenario:
    """Load a script that runs in a Mix project, whose applications are started before: as ``mix run`` does."""
    environment = {"MIX_ENV": "dev", **(env or {})}
    source = read_source(path, "an Elixir file")
    outside = _Given((list(allow_read), list(allow_write), list(allow_env)), environment, arguments)

    def make() -> Project:
        project = Project(folder, environment["MIX_ENV"])
        project.files = [os.path.relpath(path, folder)]
        return project

    return _loaded(make, folder, source, os.path.normpath(path), overrides, outside, strict=False)


class _Given(NamedTuple):
    """What a project may reach of the outside, its environment, and the arguments of a script."""

    granted: tuple[list[str], list[str], list[str]]
    environment: dict[str, str]
    arguments: list[str]


def _loaded(
    make: Callable[[], Project],
    folder: str,
    source: str,
    path: str,
    overrides: dict[str, Any] | None,
    given: _Given,
    strict: bool,
) -> ElixirScenario:
    """Make a project, compile it, and return it as a scenario."""
    head = Head(source, path)
    environment = {**head.environment, **given.environment}
    with overriding(overrides or {}) as settings:
        config = settings.settle(Config(**{"halt": True, **typed(head.settings)}))
    with Turn():
        before = enter(Outside([folder], given.granted, environment).world([]))
        try:
            project = make()
            project.strict = strict
            project.resolve()
            outside = Outside(project.folders, given.granted, environment)
            enter(outside.world([]))
            project.compile()
        except CompileError as wrong:
            raise SourceError(f"\n== Compilation error in file {wrong.file} ==\n{wrong}", NAME) from wrong
        except (SyntaxError, SimulatorError) as wrong:
            raise SourceError(str(wrong), NAME) from wrong
        finally:
            enter(before)
    return ElixirScenario(path, source, project, config, head, given.arguments, outside)
