"""The tests of a run: the modules that have some, the options, and what each running test has asked for."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.world import current, world
from simulator.kernel import Process, ScenarioError
from simulator.terms import Atom, Pid, atom, inspect
from simulator.terms.lists import EMPTY, is_list, to_list
from simulator.terms.maps import from_pairs

_NIL = Atom("nil")
_LINE = Atom("line")
_DESCRIBE_LINE = Atom("describe_line")


AT_ONCE: Final = 2
"""How many asynchronous modules are tested at a time where a suite does not say."""


class Result(NamedTuple):
    """What became of a test."""

    module: str
    name: str
    file: str
    line: int
    outcome: str
    """``passed``, ``failed``, ``skipped``, ``excluded``, ``invalid`` or ``not supported``."""
    nanoseconds: int
    """How long it took, on the virtual clock."""
    text: str
    """What was printed of its failure."""


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
        self.kinds: dict[str, int] = {}
        """How many tests of each kind there are: ``test``, ``doctest``, ``property``."""
        self.lost = 0
        """How many tests are not there because their files ask for what is not supported."""
        self.plurals: dict[str, str] = {}
        """What more than one of a kind are called, where that is not the same with an s."""
        self.after: list[Any] = []
        """What is called when all tests have been run, the last one first."""
        self.times: list[tuple[int, str]] = []
        """How long each test took, in nanoseconds, and what it is called."""
        self.tells_processes = False
        """Whether it is told which processes were alive when a test failed."""
        self.results: list[Result] = []
        """What became of each test that was to be run or left out."""
        self.only: set[tuple[str, str]] | None = None
        """The tests that there are at all, by module and name; None for all."""
        self.prefix = ""
        """What stands before the name of a file where a test that failed is told of."""
        self.nothing_run = ""
        """What is wrong if no test is run; empty where that is all right."""
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
            for clearing in self.clearing.values():
                if clearing.supervisor == proc.pid:
                    clearing.orphans = proc.info(proc.pid, atom.links)[1]
            proc.exit(proc.pid, atom.kill)

    def _clients(self, proc: Process) -> list[Pid]:
        if proc.pid in self.running:
            return [proc.pid]
        known = [each for key in ("$callers", "$ancestors") for each in _listed(proc.get(Atom(key)))]
        return [pid for pid in self.running if pid in known] or list(self.running)

    @property
    def stopped(self) -> bool:
        """Whether as many tests have failed as ``max_failures`` allows."""
        most = self.options.get("max_failures")
        return most.__class__ is int and self.counts["failures"] + self.counts["invalid"] >= most

    @property
    def traces(self) -> bool:
        """Whether each test is told of by its name, as ``trace: true`` asks."""
        return self.options.get("trace") is Atom("true")

    def filters(self, name: str) -> list[tuple[Any, Any]]:
        """Return what ``exclude`` or ``include`` names: tags, and the values that they must have (None: any)."""
        given = self.options.get(name, EMPTY)
        return [each if each.__class__ is tuple else (each, None) for each in to_list(given)]

    def excludes(self, tags: dict[Any, Any], others: list[dict[Any, Any]]) -> bool:
        """Return whether a test with these tags is left out; *others* are those of all tests of its module."""
        out = any(_fits(tags, each, others) for each in self.filters("exclude"))
        return out and not any(_fits(tags, each, others) for each in self.filters("include"))


def _listed(value: Any) -> list[Any]:
    return to_list(value) if is_list(value) else value if value.__class__ is list else []


def _fits(tags: dict[Any, Any], wanted: tuple[Any, Any], others: list[dict[Any, Any]]) -> bool:
    key, value = wanted
    if key is _LINE and value is not None:
        return _stands_at(tags, int(value), others)
    if value is None:
        return tags.get(key, _NIL) is not _NIL
    return key in tags and (tags[key] == value or _text(tags[key]) == _text(value))


def _stands_at(tags: dict[Any, Any], line: int, others: list[dict[Any, Any]]) -> bool:
    """Return whether a test is meant by a line: its own or one below, or that of the ``describe`` that it stands in."""
    if tags[_DESCRIBE_LINE] == line:
        return True
    if any(each[_DESCRIBE_LINE] == line for each in others):
        return False
    before = [each[_LINE] for each in others if each[_LINE] <= line]
    return bool(before) and tags[_LINE] == max(before)


def _text(value: Any) -> str:
    return value if value.__class__ is str else inspect(value).removeprefix(":")


class Clearing:
    """What is to be done when a test has ended."""

    def __init__(self) -> None:
        self.callbacks: list[tuple[Any, Any]] = []
        """Names and functions, in the order in which they were given."""
        self.supervisor: Any = None
        """Who supervises what the test has started."""
        self.orphans: list[Pid] = []
        """Who has lost that supervisor, which was ended where it started what asked for something not supported."""


def results_of(suite: Suite) -> Any:
    """Return the numbers of a suite as ``ExUnit.run/0`` gives them."""
    counts = suite.counts
    told = {"total": counts["tests"], **{what: counts[what] for what in ("failures", "excluded", "skipped")}}
    return from_pairs([(Atom(key), value) for key, value in told.items()])


def suite() -> Suite:
    """Return the tests of this run; raises ``RuntimeError`` before ``ExUnit.start``."""
    found = world().suite
    if found is None:
        raise error("RuntimeError", message="cannot use ExUnit.Case without starting the ExUnit application, please "
                    "call ExUnit.start() or explicitly start the :ex_unit app")  # fmt: skip
    return found  # type: ignore[no-any-return]
