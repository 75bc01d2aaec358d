"""``ExUnit.Case``: its macros are the expander's; what is left is that a module tells of itself."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.ex_unit.suite import suite
from simulator.elixir.runtime.bridge import NIL, TRUE
from simulator.elixir.runtime.open_modules import innermost
from simulator.elixir.runtime.values.texts import to_text
from simulator.terms import Atom
from simulator.terms.lists import to_list
from simulator.terms.maps import get


def register(module: Any, asynchronous: Any) -> Atom:
    """Note a module that has tests."""
    suite().modules.append((module, asynchronous is Atom("true")))
    return Atom("ok")


def register_test(env: Any, kind: Any, name: Any, tags: Any) -> Atom:
    """``ExUnit.Case.register_test/4``: notes a test of some kind in the module whose body runs; its function's name."""
    return register_test_at(NIL, NIL, get(env, Atom("line")), kind, name, tags)


def register_test_at(module: Any, file: Any, line: Any, kind: Any, name: Any, tags: Any) -> Atom:
    """``ExUnit.Case.register_test/6``"""
    told = [each if each.__class__ is tuple else (each, TRUE) for each in to_list(tags)]
    made: Atom = innermost().do("register_test", to_text(name), line, kind.name, told)
    return made


MACROS = dict.fromkeys(["__using__/1", "describe/2", "test/1", "test/2", "test/3"])
"""What there is; ``simulator.elixir.expand.ex_unit.macros`` does it."""
FUNCTIONS = {
    "__register__/2": register, "register_test/4": register_test, "register_test/6": register_test_at,
}  # fmt: skip
