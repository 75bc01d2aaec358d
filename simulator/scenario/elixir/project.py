"""Loading Mix projects: their tests, or a script that runs in one."""

from __future__ import annotations

import os
from collections.abc import Iterable
from typing import Any, NamedTuple

from simulator.elixir.library.mix.state import MixState
from simulator.elixir.runtime.values.deep import Turn
from simulator.elixir.runtime.world import enter
from simulator.project.dependencies import children
from simulator.project.mixfile import NAME, read_mixfile
from simulator.project.suite import Options, TestProject
from simulator.scenario.config import Config, overriding
from simulator.scenario.elixir.file import ElixirScenario
from simulator.scenario.elixir.head import Head
from simulator.scenario.elixir.outside import Outside
from simulator.scenario.errors import SourceError
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
) -> ElixirScenario:
    """Load a Mix project whose tests are to be run, compiled.

    Raises ``SourceError`` with what the compiler says, ``ProjectError``, ``ConfigError``.
    """
    given = (list(allow_read), list(allow_write), list(allow_env))
    environment = {"MIX_ENV": "test", **(env or {})}
    with overriding(overrides or {}) as settings:
        config = settings.settle(Config(halt=True))
    with Turn():
        before = enter(Outside([folder], given, environment).world([]))
        try:
            project = TestProject(folder, environment["MIX_ENV"], options)
            project.resolve()
            project.find()
            outside = Outside(project.folders, given, environment)
            enter(outside.world([]))
            project.compile()
        except (SyntaxError, SimulatorError) as wrong:
            raise SourceError(str(wrong), NAME) from wrong
        finally:
            enter(before)
    path = os.path.join(folder, NAME)
    return ElixirScenario(path, project.mixfile.app, project, config, Head("", path), [], outside)
