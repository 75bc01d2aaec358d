"""``ExUnit``: its start; its tests run when the program's file has ended."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.library.ex_unit.callbacks import fetch_test_supervisor
from simulator.elixir.library.ex_unit.suite import AT_ONCE, Suite, results_of
from simulator.elixir.runtime.bridge import options
from simulator.elixir.runtime.world import world
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list

_OK = Atom("ok")
_DEFAULTS: Final[dict[str, Any]] = {
    "after_suite": EMPTY, "assert_receive_timeout": 100, "autorun": Atom("true"), "capture_log": Atom("false"),
    "colors": EMPTY, "exclude": EMPTY, "exit_status": 2, "formatters": from_list([Atom("Elixir.ExUnit.CLIFormatter")]),
    "include": EMPTY, "max_cases": AT_ONCE, "max_failures": Atom("infinity"), "refute_receive_timeout": 100,
    "slowest": 0, "stacktrace_depth": 20, "timeout": 60_000, "trace": Atom("false"),
}  # fmt: skip
"""What holds where a suite says nothing."""


def start() -> Atom:
    """``ExUnit.start/0``"""
    return start_with(EMPTY)


def start_with(opts: Any) -> Atom:
    """``ExUnit.start/1``"""
    if world().suite is None:
        world().suite = Suite({})
    return configure(opts)


def configure(opts: Any) -> Atom:
    """``ExUnit.configure/1``"""
    if world().suite is None:
        world().suite = Suite({"autorun": Atom("false")})
    given = options(opts)
    world().suite.options.update(given)
    _tell_application(given)
    return _OK


def _tell_application(given: dict[str, Any]) -> None:
    """Note options in the environment of the application, where macros of tests look them up."""
    known = world().applications.setdefault(Atom("ex_unit"), {})
    for key, value in _DEFAULTS.items():
        if key != "max_cases":
            known.setdefault(Atom(key), value)
    known.update({Atom(key): value for key, value in given.items()})


def configuration() -> Any:
    """``ExUnit.configuration/0``"""
    given = {} if world().suite is None else world().suite.options
    found = {**_DEFAULTS, "seed": world().seed, **given}
    if world().suite is not None:  # who started it runs it
        found["autorun"] = Atom("false")
    return from_list([(Atom(key), value) for key, value in found.items()])


def run() -> Any:
    """``ExUnit.run/0``"""
    from simulator.elixir.library.ex_unit.runner import run as run_all

    if world().suite is None:
        configure(EMPTY)
    suite: Suite = world().suite
    yield from run_all(suite)
    return results_of(suite)


def plural_rule(word: Any) -> Any:
    """``ExUnit.plural_rule/1``"""
    return plural_rule_of(word, f"{word}s")


def plural_rule_of(word: Any, plural: Any) -> Any:
    """``ExUnit.plural_rule/2``"""
    suite = world().suite
    return plural if suite is None else suite.plurals.setdefault(word, plural)


def after_suite(function: Any) -> Atom:
    """``ExUnit.after_suite/1``"""
    configure(EMPTY)
    world().suite.after.append(function)
    return _OK


BLOCKING = {"run/0": run, "fetch_test_supervisor/0": fetch_test_supervisor}
FUNCTIONS = {
    "start/0": start, "start/1": start_with, "configure/1": configure, "configuration/0": configuration,
    "plural_rule/1": plural_rule, "plural_rule/2": plural_rule_of, "after_suite/1": after_suite,
}  # fmt: skip
