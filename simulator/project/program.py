"""A project as a program: compiled, its applications started, and then its tests or a script run.

Source of the order: Mix of Elixir 1.14, ``mix test``: configuration, compilation, ``runtime.exs``, applications,
``test_helper.exs``, test files.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from typing import Any

from simulator.elixir.library.files.io import to_stderr
from simulator.elixir.library.language.applications import failure_text, start_all
from simulator.elixir.library.language.config import Settings, merged
from simulator.elixir.library.language.log import level_name
from simulator.elixir.library.language.version import match as matches
from simulator.elixir.library.logging.logger_backend_supervisor import manager
from simulator.elixir.library.logging.pipeline import Logging
from simulator.elixir.library.logging.settings import setting
from simulator.elixir.library.mix.state import MixState
from simulator.elixir.part import Part
from simulator.elixir.program import Script
from simulator.elixir.runtime import index
from simulator.elixir.runtime.loaded import all_loaded, restore, unload
from simulator.elixir.runtime.world import World, world
from simulator.elixir.session import Session, known_names
from simulator.elixir.store import Store
from simulator.elixir.tree.errors import NotSupported
from simulator.elixir.tree.nodes import Lacking
from simulator.kernel import Halted
from simulator.project.configuration import read_config, read_runtime_config
from simulator.project.dependencies import Application, Resolution, specification
from simulator.project.errors import ProjectError
from simulator.project.mixfile import NAME, Mixfile, read_mixfile, told
from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import EMPTY, to_list
from simulator.terms.maps import from_pairs
from simulator.terms.places import seen_from

_VERSION = "1.14.0"
Steps = Generator[Any, Any, Any]


class Project(Script):
    """A project that is compiled, and what is to be run in it."""

    def __init__(self, folder: str, env: str) -> None:
        super().__init__([], [], [])
        unload()  # those of another project are not this one's
        self.mix = MixState(env)
        self.mixfile = read_mixfile(folder, self.mix)
        self.settings: Settings = {}
        self.applications: list[Application] = []
        self.files: list[str] = []
        """What is run when the applications have started: scripts and files of tests, seen from its folder."""
        self.strict = False
        """Whether it is an error that it mentions what is not supported."""
        self._parts: list[Part] = []
        self._lacking: list[Lacking] = []
        self._kept: Any = None
        self._required: dict[str, Part] = {}

    @property
    def folders(self) -> list[str]:
        """The folders that belong to it: its own, its umbrella's, those of its dependencies."""
        config = os.path.dirname(os.path.dirname(self.mixfile.path("config_path")))
        above = [config] if self.mixfile.folder.startswith(config + os.sep) else []
        return [self.mixfile.folder, *above, *(app.folder for app in self.applications)]

    def resolve(self) -> None:
        """Find its dependencies. Raises :class:`ProjectError` for what is not there."""
        self.applications = Resolution(self.mixfile, self.mix).run()
        self.mix.deps = {app.name: app.folder for app in self.applications[:-1]}

    def compile(self) -> None:
        """Read its configuration and compile it and its dependencies. Raises what the compiler refuses."""
        self.warnings += _too_new(self.mixfile)
        self.settings = read_config(self.mixfile, self.mix)
        self.session = Session(*self._store())
        known = [app.name for app in self.applications]
        self._specifications = {app.name: specification(app, known) for app in self.applications}
        self.set_up(world())
        try:
            for app in self.applications:
                self._compile(app)
        finally:  # what it depends on need not be compiled again for a mistake in it
            self.session.save()
        if self.strict and self.lacking:
            raise NotSupported(*self.lacking[0])
        for part in self._parts:
            if part.main is None:
                part.load()
        self._kept = all_loaded()
        for key, values in read_runtime_config(self.mixfile, self.mix).items():
            _merge(self.settings, key, values)

    def _store(self) -> tuple[Store, str]:
        """Return where what is compiled is kept, and by which key: other settings make another program."""
        store = Store.of_user()
        read = [each.mixfile.folder for each in self.applications if each.mixfile is not None]
        texts = [read_if_there(os.path.join(folder, NAME)) for folder in read]
        shown = [f"{app.name} {inspect(from_pairs(list(values.items())))}" for app, values in self.settings.items()]
        return store, store.key(["project", self.mixfile.folder, self.mix.env, *texts, *shown])

    def _compile(self, app: Application) -> None:
        if app.mixfile is None:
            return
        before, world().mix = world().mix, app.mix
        try:
            parts = self.session.add(app.folder, _sources(app.mixfile))
            self.session.compile(parts)
        finally:
            world().mix = before
        self._parts += parts
        self._specifications[app.name].modules = [Atom(name) for name in known_names(parts)]
        if app.mixfile is self.mixfile:
            self.warnings += [warning for part in parts for warning in part.warnings]
            self.lacking += [each for part in parts for each in part.lacking]

    def set_up(self, new: World) -> None:
        """Let a world be the one of a run of this project."""
        new.mix = self.mix
        new.files.folder = self.mixfile.folder
        new.compiler = self._prepared
        new.space = lambda: self.session.compiler.space()
        new.environment.setdefault("MIX_ENV", self.mix.env)
        for made in self._specifications.values():
            made.master = None
            new.specifications[made.name] = made
            new.applications.setdefault(made.name, {}).update(made.env)
            new.owners.update(dict.fromkeys(made.modules, f"({made.name.name} {made.version}) "))
        for each in self.applications:
            new.foreign.update(dict.fromkeys(erlang_modules(each.folder), f"which is Erlang source of {each.name}"))
        for app, values in self.settings.items():
            new.applications.setdefault(app, {}).update(values)
        _set_up_logger(new)

    def _prepared(self, file: str, text: str, evaluated: bool) -> Script:
        """Compile a file that the program asks for, or a text that it evaluates as if in it."""
        part = self.require(file, text, evaluated)
        assert part.image is not None
        return Script([part.image], part.warnings, part.lacking)

    def require(self, file: str, text: str, evaluated: bool = False) -> Part:
        """Compile one more file of the project, once for all runs."""
        key = f"{file}\0{text}" if evaluated else file
        known = self._required.get(key)
        if known is None or known.text != text:
            known = self._required[key] = self.session.require(self.mixfile.folder, file, text, evaluated)
        return known

    def main(self, again: bool = False) -> Steps:
        """Define its modules, start its applications, run its files; the steps of the main process."""
        restore(self._kept)
        for part in self._parts:
            assert part.main is not None
            yield from part.main()
        yield from self._start()
        return (yield from self._run_files())

    def _start(self) -> Steps:
        if any(each is not Atom("console") for each in to_list(setting("backends"))):
            yield from manager()
        for app in self.applications:
            name = Atom(app.name)
            reason = yield from start_all(name, atom.temporary, [])
            if reason is not None:
                to_stderr(f"** (Mix) Could not start application {reason[0].name}: {failure_text(reason[1])}\n")
                raise Halted(1)
            if name not in world().started:
                world().started.append(name)

    def _run_files(self) -> Steps:
        value = None
        for file in self.files:
            value = yield from self._run_file(file)
        self._tell_lacking()
        return value

    def _tell_lacking(self) -> None:
        """Say what the files that were run mention and is not supported, once."""
        if self._lacking:
            to_stderr("".join(f"{warning}\n" for warning in Script([], [], self._lacking).warned()))
        self._lacking = []

    def _run_file(self, file: str) -> Steps:
        part = self.require(file, world().files.read(file).decode("utf-8"))
        if part.warnings:
            to_stderr("".join(f"{warning}\n" for warning in part.warnings))
        if self.strict and part.lacking:
            to_stderr(f"{NotSupported(*part.lacking[0])}\n")
            raise Halted(1)
        self._lacking += part.lacking
        return (yield from part.load()())


_OF_OWN_EVENTS = (
    "console", "translators", "handle_sasl_reports", "truncate", "compile_time_purge_matching",
    "translator_inspect_opts",
)  # fmt: skip
"""Settings of ``:logger`` for which each event goes its whole way."""


def _set_up_logger(new: World) -> None:
    """Let Logger be as the configuration wants it: from which level on it prints, and whether it does at all."""
    settings = new.applications.get(Atom("logger"), {})
    if Atom("level") in settings:
        new.log_level = level_name(settings[Atom("level")])
    backends = settings.get(Atom("backends"))
    new.has_console = backends is None or Atom("console") in to_list(backends)
    if any(Atom(name) in settings for name in _OF_OWN_EVENTS):
        new.logging = Logging(settings.get(Atom("compile_time_purge_matching"), EMPTY))


def _merge(settings: Settings, app: Atom, values: dict[Atom, Any]) -> None:
    known = settings.setdefault(app, {})
    for key, value in values.items():
        known[key] = merged(known[key], value) if key in known else value


def _sources(mixfile: Mixfile) -> list[tuple[str, str]]:
    """Return the names of a project's source files, seen from its folder, and their texts."""
    found: list[str] = []
    for path in mixfile.paths("elixirc_paths"):
        found += files_below(os.path.join(mixfile.folder, path), ".ex")
    return [(seen_from(path, mixfile.folder), read(path)) for path in dict.fromkeys(found)]


def files_below(path: str, ending: str) -> list[str]:
    """Return the files below a folder whose names end so, sorted; of a file itself, that."""
    if os.path.isfile(path):
        return [path]
    found: list[str] = []
    for folder, folders, names in os.walk(path):
        folders.sort()
        found += [os.path.join(folder, name) for name in names if name.endswith(ending) and not name.startswith(".")]
    return sorted(found)


def erlang_modules(folder: str) -> list[str]:
    """Return the modules that an application has in Erlang, and that are not built in."""
    found = [os.path.basename(path).removesuffix(".erl") for path in files_below(os.path.join(folder, "src"), ".erl")]
    return [name for name in found if index.library(name) is None]


def _too_new(mixfile: Mixfile) -> list[str]:
    """Return a warning for a project that asks for an Elixir whose behaviour this is not."""
    wanted = mixfile.config.get("elixir")
    if wanted.__class__ is not str or told(NAME, lambda: matches(_VERSION, wanted)) is Atom("true"):
        return []
    return [
        f'warning: {mixfile.app or "the project"} asks for Elixir "{wanted}": behaviour is that of {_VERSION}, and of '
        "what is newer only syntax and functions that were added (docs/projects.md)\n"
    ]


def read_if_there(path: str) -> str:
    """Return the text of a source file, or nothing."""
    return read(path) if os.path.isfile(path) else ""


def read(path: str) -> str:
    """Return the text of a source file. Raises :class:`ProjectError` for what is none."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as wrong:
        raise ProjectError(f"{path}: cannot be read: {wrong}") from None
