"""A project's tests: which files have them, which of them are run, and how, as the options of ``mix test`` say it.

Source of the semantics: Mix of Elixir 1.14, ``Mix.Tasks.Test``; ExUnit's ``ExUnit.Filters``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Generator
from fnmatch import fnmatch
from typing import Any

from simulator.elixir.library.ex_unit.suite import Suite
from simulator.elixir.runtime.world import world
from simulator.project.errors import ProjectError
from simulator.project.mixfile import Mixfile
from simulator.project.program import Project, files_below
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, to_list
from simulator.terms.places import seen_from

Steps = Generator[Any, Any, Any]
HELPER = "test_helper.exs"
_LINE = re.compile(r"(.+?)((?::\d+)+)")
_TEST = Atom("test")


class Options:
    """How tests are run, as the command line says."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.only: list[str] = []
        self.include: list[str] = []
        self.exclude: list[str] = []
        self.prefix = ""
        """Where the project lies, seen from the umbrella whose tests are run."""
        self.others: dict[str, Any] = {}
        """Options of ExUnit by their names: ``trace``, ``seed``, ``max_failures`` ..."""


class TestProject(Project):
    """A project whose tests are run."""

    __test__ = False  # for pytest, which takes it for a class of tests

    def __init__(self, folder: str, env: str, options: Options) -> None:
        super().__init__(folder, env)
        self.options = options
        self._helpers: list[str] = []

    def find(self) -> None:
        """Find the files of tests. Raises :class:`ProjectError` for a path that is not there."""
        lines: list[str] = []
        given: list[str] = []
        for path in self.options.paths:
            found = _LINE.fullmatch(path)
            if found is not None and not os.path.exists(path):
                path = found[1]
                lines += found[2][1:].split(":")
            given.append(path)
        folders = test_folders(self.mixfile)
        self._helpers = [os.path.join(folder, HELPER) for folder in folders]
        for helper in self._helpers:
            if not os.path.isfile(os.path.join(self.mixfile.folder, helper)):
                raise ProjectError(
                    f'Cannot run tests because test helper file "{helper}" does not exist'
                )  # fmt: skip
        self.files = test_files(self.mixfile, given or folders)
        self._filters = [(Atom("line"), line) for line in lines]

    def _run_files(self) -> Steps:
        world().suite = suite = Suite({})
        for helper in self._helpers:
            yield from self._run_file(helper)
        _configure(suite, self.options, self._filters)
        for file in self.files:
            yield from self._run_file(file)
        self.session.save()


def _configure(suite: Suite, options: Options, lines: list[tuple[Any, Any]]) -> None:
    """Put what the command line asks for over what the project's helper says."""
    only = [*lines, *map(_filter, options.only)]
    include = [*only, *map(_filter, options.include)]
    exclude = [*([_TEST] if only else []), *map(_filter, options.exclude)]
    every = {
        name: list(dict.fromkeys([*given, *to_list(suite.options.get(name, EMPTY))]))
        for name, given in (("include", include), ("exclude", exclude))
    }
    if lines:
        every["exclude"] = list(dict.fromkeys(exclude))
    suite.options["include"] = from_list(every["include"])
    suite.options["exclude"] = from_list([each for each in every["exclude"] if each not in every["include"]])
    suite.options.update(options.others)
    suite.options["autorun"] = Atom("true")
    suite.prefix = options.prefix
    if options.only:
        suite.nothing_run = 'The --only option was given to "simulator test" but no test was executed'


def _filter(text: str) -> Any:
    """Return a filter: a tag, or a tag and its value."""
    name, colon, value = text.partition(":")
    return (Atom(name), value) if colon else Atom(name)


def test_folders(mixfile: Mixfile) -> list[str]:
    """Return the folders in which a project has its tests."""
    default = ["test"] if os.path.isdir(os.path.join(mixfile.folder, "test")) else []
    return mixfile.paths("test_paths", default)


def test_files(mixfile: Mixfile, paths: list[str]) -> list[str]:
    """Return the files of tests that paths name, seen from the project's folder."""
    pattern = str(mixfile.config.get("test_pattern", "*_test.exs"))
    found: list[str] = []
    for path in paths:
        full = os.path.join(mixfile.folder, path)
        if not os.path.exists(full):
            raise ProjectError(f'Paths given to "simulator test" did not match any directory/file: {path}')
        below = files_below(full, "")
        found += [file for file in below if file == full or fnmatch(os.path.basename(file), pattern)]
    return [seen_from(file, mixfile.folder) for file in dict.fromkeys(found)]
