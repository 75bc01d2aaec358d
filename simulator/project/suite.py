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
from simulator.elixir.library.files.io import to_stderr
from simulator.elixir.runtime.unsupported import Refused
from simulator.elixir.runtime.world import world
from simulator.elixir.store import Store
from simulator.elixir.tree.errors import NotSupported
from simulator.project.errors import ProjectError
from simulator.project.mixfile import Mixfile
from simulator.project.program import Project, files_below
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, to_list
from simulator.terms.places import seen_from

Steps = Generator[Any, Any, Any]
_FAILED = ("failed", "invalid", "not supported")
HELPER = "test_helper.exs"
_TEST_BEGINS = re.compile(r"^ *(?:test|property|doctest) ", re.MULTILINE)
_LINE = re.compile(r"(.+?)((?::\d+)+)")
_TEST = Atom("test")


class Options:
    """How tests are run, as the command line says."""

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.only: list[str] = []
        self.include: list[str] = []
        self.exclude: list[str] = []
        self.tells_processes = False
        """Whether it is told which processes were alive when a test failed."""
        self.failed = False
        """Whether only the tests are run that failed the last time."""
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
        self.suite = Suite({})
        """The tests of the last run, and what became of them."""
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
        world().suite = self.suite = suite = Suite({})
        _configure(suite, self.options, self._filters)  # a helper may look at it: ExUnit.configuration()[:exclude]
        for helper in self._helpers:
            yield from self._run_helper(helper)
        _configure(suite, self.options, self._filters)
        if self.options.failed:
            suite.only = self._failed_before()
        for file in self.files:
            yield from self._run_tests(file)
        self.session.save()
        self._tell_lacking()

    def _run_tests(self, file: str) -> Steps:
        """Run a file of tests; if it cannot be compiled without what is not supported, its tests count as that."""
        try:
            yield from self._run_file(file)
        except (NotSupported, Refused) as refused:
            text = world().files.read(file).decode("utf-8", "replace")
            lost = len(_TEST_BEGINS.findall(text))
            self.suite.lost += lost
            to_stderr(f"warning: {file}: its {lost} tests are not run:\n  {_told(refused)}\n\n")

    def _run_helper(self, helper: str) -> Steps:
        """Run what the tests begin with; if it comes to what is refused, they run without what follows in it."""
        try:
            yield from self._run_file(helper)
        except (NotSupported, Refused) as refused:
            without = f"{helper} was broken off, and the tests run without the rest of it"
            to_stderr(f"warning: {without}:\n  {_told(refused)}\n\n")

    def note_failures(self) -> None:
        """Keep which tests have failed, for a run of those alone."""
        run = {(each.module, each.name) for each in self.suite.results if each.outcome != "excluded"}
        now = {(each.module, each.name) for each in self.suite.results if each.outcome in _FAILED}
        before = self._failed_before() - run
        text = "\n".join(f"{module}\t{name}" for module, name in sorted(before | now))
        store, key = self._failures()
        store.write(key, text.encode("utf-8", "surrogatepass"))

    def _failed_before(self) -> set[tuple[str, str]]:
        store, key = self._failures()
        lines = (store.read(key) or b"").decode("utf-8", "surrogatepass").splitlines()
        return {(module, name) for module, _, name in (line.partition("\t") for line in lines)}

    def _failures(self) -> tuple[Store, str]:
        """Return where it is kept which tests have failed, and by which key."""
        store = Store.of_user()
        return store, store.key(["failures", self.mixfile.folder, self.mix.env])


def _told(refused: NotSupported | Refused) -> str:
    """Return what is said of what was refused, with its place."""
    return refused.headline if isinstance(refused, NotSupported) else str(refused)


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
    suite.tells_processes = options.tells_processes
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
