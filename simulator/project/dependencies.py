"""The applications of a project: its own, and before it those that it depends on, in the order of their need.

Source of the semantics: Mix of Elixir 1.14, ``Mix.Dep``: a dependency is compiled for ``:prod`` unless it says
otherwise, one of an umbrella for the environment that runs.
"""

from __future__ import annotations

import os
from typing import Any

from simulator.elixir.library.language.applications import Specification
from simulator.elixir.library.mix.state import MixState
from simulator.elixir.runtime import index
from simulator.project.errors import ProjectError
from simulator.project.mixfile import NAME, Dependency, Mixfile, read_mixfile
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, is_list, to_list


class Application:
    """An application: where it lies, what its ``mix.exs`` says, what Mix knows while it is compiled."""

    def __init__(self, name: str, folder: str, mixfile: Mixfile | None, mix: MixState) -> None:
        self.name = name
        self.folder = folder
        self.mixfile = mixfile
        """None for a dependency that is no Mix project: its source is Erlang."""
        self.mix = mix
        self.needs: list[Dependency] = []
        """The dependencies that it has in this environment."""


class Resolution:
    """Finds the applications that a project needs."""

    def __init__(self, root: Mixfile, mix: MixState) -> None:
        self._root = root
        self._mix = mix
        self._deps_path = root.path("deps_path")
        self._found: dict[str, Application] = {}
        self._order: list[Application] = []
        self._missing: list[Dependency] = []

    def run(self) -> list[Application]:
        """Return the applications, each behind those that it needs, the project's own last.

        Raises :class:`ProjectError` for dependencies that are not there.
        """
        root = Application(self._root.app, self._root.folder, self._root, self._mix)
        direct = {each.app for each in self._root.dependencies if each.is_for(self._mix.env)}
        self._visit(root, self._mix.env, direct)
        if self._missing:
            raise ProjectError(_unavailable(self._missing, self._mix.env))
        return self._order

    def _visit(self, app: Application, env: str, direct: set[str]) -> None:
        self._found[app.name] = app
        top = app.mixfile is self._root
        for each in [] if app.mixfile is None else app.mixfile.dependencies:
            if not each.is_for(env) or (not top and each.flag("optional", False) and each.app not in direct):
                continue
            app.needs.append(each)
            if each.app not in self._found:
                self._enter(app, each, direct)
        self._order.append(app)

    def _enter(self, app: Application, each: Dependency, direct: set[str]) -> None:
        folder, env = self._place(app, each)
        if not os.path.isdir(folder):
            if index.library(each.app) is None:  # what is built in need not be there
                self._missing.append(each)
            return
        mix = MixState(env, self._mix.target)
        whole = os.path.isfile(os.path.join(folder, NAME)) and index.library(each.app) is None
        mixfile = read_mixfile(folder, mix) if whole else None
        self._visit(Application(each.app, folder, mixfile, mix), env, direct)

    def _place(self, app: Application, each: Dependency) -> tuple[str, str]:
        """Return the folder of a dependency, and the environment that it is compiled for."""
        path = each.options.get("path")
        in_umbrella = each.flag("in_umbrella", False)
        if in_umbrella:
            path = os.path.join("..", each.app)
        given = each.options.get("env")
        env = given.name if given is not None else self._mix.env if in_umbrella else "prod"
        if path is not None:
            return os.path.normpath(os.path.join(app.folder, path)), env
        return os.path.join(self._deps_path, each.app), env


def _unavailable(missing: list[Dependency], env: str) -> str:
    """Return what Mix says of dependencies that are not there."""
    lines = "".join(
        f"* {each.app} ({_source(each)})\n  the dependency is not available, run \"mix deps.get\"\n"
        for each in sorted(missing, key=lambda each: each.app)
    )  # fmt: skip
    return (
        f"Unchecked dependencies for environment {env}:\n{lines}** (Mix) Can't continue due to errors on dependencies"
    )


def _source(each: Dependency) -> str:
    for key in ("path", "git", "github"):
        if key in each.options:
            return str(each.options[key])
    return "Hex package"


def specification(app: Application, known: list[str]) -> Specification:
    """Return what an application says of itself, where these are the applications of the project."""
    made = Specification(app.name, app.folder)
    if app.mixfile is None:
        return made
    config, told = app.mixfile.config, app.mixfile.application
    made.version = str(config.get("version", ""))
    made.description = str(config.get("description", app.name))
    made.registered = told.get("registered", EMPTY)
    made.env = list(to_list(told.get("env", EMPTY)))
    made.phases = list(to_list(told.get("start_phases", EMPTY))) if is_list(told.get("start_phases", EMPTY)) else []
    mod = told.get("mod", EMPTY)
    made.mod = mod if mod.__class__ is tuple and len(mod) == 2 else None
    extra = [_extra(each) for each in to_list(told.get("extra_applications", EMPTY))]
    needed = [each for each in app.needs if each.flag("runtime", True) and each.flag("app", True)]
    own = [Atom(each.app) for each in needed if each.app in known]
    listed = told.get("applications")
    base = [Atom("kernel"), Atom("stdlib"), Atom("elixir")]
    made.applications = list(dict.fromkeys(
        [*base, *extra, *own] if listed is None else [*base, *(_extra(each) for each in to_list(listed)), *extra]
    ))  # fmt: skip
    made.optional = [Atom(each.app) for each in needed if each.flag("optional", False)]
    return made


def children(umbrella: Mixfile, mix: MixState) -> list[Mixfile]:
    """Return the projects of an umbrella, each behind those that it needs; none for a project that is none."""
    path = umbrella.apps_path
    if path is None:
        return []
    wanted = umbrella.paths("apps")
    names = [name for name in sorted(os.listdir(path) if os.path.isdir(path) else []) if name in wanted or not wanted]
    folders = [os.path.join(path, name) for name in names if os.path.isfile(os.path.join(path, name, NAME))]
    found = {each.app: each for each in (read_mixfile(folder, MixState(mix.env, mix.target)) for folder in folders)}
    ordered: dict[str, Mixfile] = {}

    def visit(each: Mixfile) -> None:
        for other in each.dependencies:
            if other.app in found and other.app not in ordered and other.is_for(mix.env) and other.app != each.app:
                visit(found[other.app])
        ordered[each.app] = each

    for each in found.values():
        if each.app not in ordered:
            visit(each)
    return list(ordered.values())


def _extra(term: Any) -> Atom:
    return term[0] if term.__class__ is tuple else term  # type: ignore[no-any-return]
