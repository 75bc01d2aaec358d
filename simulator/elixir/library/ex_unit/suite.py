"""The tests of a run: the modules that have some, the options, and what each running test has asked for."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.world import current, world
from simulator.kernel import Process, ScenarioError
from simulator.terms import Atom, Pid, atom, inspect
from simulator.terms.lists import EMPTY, is_list, to_list

_NIL = Atom("nil")


class Suite:
    """What ``ExUnit.start`` began: test modules in the order of their definition, and options by name."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        self.modules: list[tuple[Atom, bool]] = []
        """Of each module whether its tests may run at the same time as those of others."""
        self.clearing: dict[Pid, Clearing] = {}
        """What is to be cleared up after a test (or a module's tests), by its process."""
        self.running: dict[Pid, ScenarioError | None] = {}
        """Of each process that tests, or prepares or clears up: what it asked for that is not supported."""
        self.counts: dict[str, int] = dict.fromkeys(
            ("tests", "failures", "excluded", "invalid", "skipped", "not supported"), 0
        )

    def stop_test(self, problem: ScenarioError) -> None:
        """End the test for which the process that runs works, and that process; return if no test runs.

        A process that no test is known to have started may work for any: all that run are ended then.
        """
        proc = current()
        for pid in self._clients(proc):
            self.running[pid] = problem
            if pid != proc.pid:
                proc.exit(pid, atom.kill)
        if self.running:
            proc.exit(proc.pid, atom.kill)

    def _clients(self, proc: Process) -> list[Pid]:
        if proc.pid in self.running:
            return [proc.pid]
        known = [each for key in ("$callers", "$ancestors") for each in _listed(proc.get(Atom(key)))]
        return [pid for pid in self.running if pid in known] or list(self.running)

    @property
    def traces(self) -> bool:
        """Whether each test is told of by its name, as ``trace: true`` asks."""
        return self.options.get("trace") is Atom("true")

    def filters(self, name: str) -> list[tuple[Any, Any]]:
        """Return what ``exclude`` or ``include`` names: tags, and the values that they must have (None: any)."""
        given = self.options.get(name, EMPTY)
        return [each if each.__class__ is tuple else (each, None) for each in to_list(given)]

    def excludes(self, tags: dict[Any, Any]) -> bool:
        """Return whether a test with these tags is left out."""
        out = any(_fits(tags, each) for each in self.filters("exclude"))
        return out and not any(_fits(tags, each) for each in self.filters("include"))


def _listed(value: Any) -> list[Any]:
    return to_list(value) if is_list(value) else value if value.__class__ is list else []


def _fits(tags: dict[Any, Any], wanted: tuple[Any, Any]) -> bool:
    key, value = wanted
    if value is None:
        return tags.get(key, _NIL) is not _NIL
    return key in tags and (tags[key] == value or _text(tags[key]) == _text(value))


def _text(value: Any) -> str:
    return value if value.__class__ is str else inspect(value).removeprefix(":")


class Clearing:
    """What is to be done when a test has ended."""

    def __init__(self) -> None:
        self.callbacks: list[tuple[Any, Any]] = []
        """Names and functions, in the order in which they were given."""
        self.supervisor: Any = None
        """Who supervises what the test has started."""


def suite() -> Suite:
    """Return the tests of this run; raises ``RuntimeError`` before ``ExUnit.start``."""
    found = world().suite
    if found is None:
        raise error("RuntimeError", message="cannot use ExUnit.Case without starting the ExUnit application, please "
                    "call ExUnit.start() or explicitly start the :ex_unit app")  # fmt: skip
    return found  # type: ignore[no-any-return]
