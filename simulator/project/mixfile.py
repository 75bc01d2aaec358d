"""``mix.exs``: evaluated as Mix does, and what it says of a project and of its application.

Source of the semantics: Mix of Elixir 1.14, ``Mix.Project``, ``Mix.Tasks.Compile.App``.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from simulator.elixir.library.mix.project import completed
from simulator.elixir.library.mix.state import MixState
from simulator.elixir.program import prepare
from simulator.elixir.runtime.alone import settle_alone
from simulator.elixir.runtime.errors import CAUGHT
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.failures.front import ELIXIR
from simulator.elixir.runtime.loaded import all_loaded, restore
from simulator.elixir.runtime.modules.modules import call, known
from simulator.elixir.runtime.running.image import load_program
from simulator.elixir.runtime.world import world
from simulator.project.errors import ProjectError
from simulator.terms import Atom
from simulator.terms.errors import SimulatorError
from simulator.terms.lists import is_list, to_list
from simulator.terms.places import seen_from

NAME = "mix.exs"


class Dependency:
    """A dependency as ``deps`` names it: its application and its options."""

    def __init__(self, app: str, requirement: str | None, options: dict[str, Any]) -> None:
        self.app = app
        self.requirement = requirement
        self.options = options

    def is_for(self, env: str) -> bool:
        """Whether there is such a dependency in an environment, and on this machine."""
        return _has(self.options.get("only"), env) and _has(self.options.get("targets"), "host")

    def flag(self, name: str, default: bool) -> bool:
        """Return an option that is true or false."""
        given = self.options.get(name)
        return default if given is None else given not in (Atom("false"), Atom("nil"))


def _has(only: Any, name: str) -> bool:
    return only is None or Atom(name) in (to_list(only) if is_list(only) else [only])


class Mixfile:
    """A project as its ``mix.exs`` tells of it."""

    def __init__(self, folder: str, module: Atom, config: Any, application: dict[str, Any]) -> None:
        self.folder = folder
        self.module = module
        self.term = config
        """Its configuration, as the term that ``Mix.Project.config()`` gives."""
        self.config = {key.name: value for key, value in reversed(to_list(config))}
        self.application = application
        """What ``application/0`` says, by name."""

    @property
    def app(self) -> str:
        """The name of its application; empty for an umbrella, which has none."""
        return str(getattr(self.config.get("app"), "name", ""))

    @property
    def apps_path(self) -> str | None:
        """Where an umbrella has its applications; None for a project that is none."""
        found = self.config.get("apps_path")
        return None if found is None else os.path.normpath(os.path.join(self.folder, found))

    def paths(self, key: str, default: list[str] | None = None) -> list[str]:
        """Return a list of paths, seen from the project's folder."""
        found = self.config.get(key)
        if found is None:
            return default or []
        return [str(each) for each in (to_list(found) if is_list(found) else [found])]

    def path(self, key: str) -> str:
        """Return a path from the root."""
        return os.path.normpath(os.path.join(self.folder, str(self.config[key])))

    @property
    def dependencies(self) -> list[Dependency]:
        """What ``deps`` names."""
        return [_dependency(each, self.folder) for each in to_list(self.config["deps"])]


def _dependency(term: Any, folder: str) -> Dependency:
    parts = list(term) if term.__class__ is tuple else [term]
    if not parts or parts[0].__class__ is not Atom:
        raise ProjectError(f"{os.path.join(folder, NAME)}: no dependency: {term!r}")
    requirement = next((part for part in parts[1:] if part.__class__ is str), None)
    options = {key.name: value for part in parts[1:] if is_list(part) for key, value in to_list(part)}
    return Dependency(parts[0].name, requirement, options)


def read_mixfile(folder: str, mix: MixState) -> Mixfile:
    """Evaluate the ``mix.exs`` of a folder with what *mix* says of environment and target.

    Raises :class:`ProjectError` if there is none or it raises, and what the compiler refuses.
    """
    path = os.path.join(folder, NAME)
    if not os.path.isfile(path):
        raise ProjectError(f"no {NAME} in {folder}: `simulator test` runs in the folder of a Mix project")
    with evaluated(folder):
        before, world().mix = world().mix, mix
        kept, count = all_loaded(), len(mix.registered)
        try:
            run_file(path)
            if len(mix.registered) == count:
                raise ProjectError(f"{path}: it defines no project: no module in it says `use Mix.Project`")
            module = mix.registered[-1]
            config = completed(answer(path, module, "project"))
            mix.project = (module, config, folder)
            application = answer(path, module, "application") if known(module, "application", 0) else None
        finally:
            world().mix = before
            restore({**kept, **all_loaded()})
    told = {} if application is None else {key.name: value for key, value in reversed(to_list(application))}
    return Mixfile(folder, module, config, told)


@contextmanager
def evaluated(folder: str) -> Generator[None]:
    """Let files of a folder be evaluated in this block: it is the current one."""
    files = world().files
    before, files.folder = files.folder, folder
    try:
        yield
    finally:
        files.folder = before


def run_file(path: str) -> Any:
    """Run a script of a project, before the program starts; what it raises is a :class:`ProjectError`."""
    name = seen_from(path, world().files.folder)
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except (OSError, UnicodeDecodeError) as wrong:
        raise ProjectError(f"{path}: cannot be read: {wrong}") from None
    script = prepare([(name, text)])
    value = None
    for image in script.images:
        value = told(path, lambda image=image: settle_alone(load_program(image)()))
    return value


def answer(path: str, module: Atom, name: str) -> Any:
    """Return what a function without arguments gives, of a module that a script defines."""
    return told(path, lambda: settle_alone(call(module, name, [])))


def told(path: str, function: Any) -> Any:
    """Call a function; what it raises is a :class:`ProjectError` that names the file."""
    try:
        return function()
    except (ProjectError, SyntaxError):
        raise
    except CAUGHT as failure:
        shown = ELIXIR.headline(caught(failure))
        hint = " (--env KEY=VALUE sets one)" if "could not fetch environment variable" in shown else ""
        raise ProjectError(f"{path}: {shown}{hint}") from failure
    except SimulatorError as wrong:
        raise ProjectError(f"{path}: {wrong}") from wrong
