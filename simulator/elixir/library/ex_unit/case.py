"""``ExUnit.Case``: its macros are the expander's; what is left is that a module tells of itself."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.ex_unit.suite import suite
from simulator.terms import Atom


def register(module: Any, asynchronous: Any) -> Atom:
    """Note a module that has tests."""
    suite().modules.append((module, asynchronous is Atom("true")))
    return Atom("ok")


MACROS = dict.fromkeys(["__using__/1", "describe/2", "test/1", "test/2", "test/3"])
"""What there is; ``simulator.elixir.expand.ex_unit.macros`` does it."""
FUNCTIONS = {"__register__/2": register}
