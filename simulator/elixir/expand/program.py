"""A whole file: its top level first, as Elixir does, then its modules in order."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

from simulator.elixir.expand.checks import failures
from simulator.elixir.expand.checks.references import check_calls, warn_lexical
from simulator.elixir.expand.ex_unit import assertions, doctests
from simulator.elixir.expand.ex_unit import macros as ex_unit
from simulator.elixir.expand.forms import binaries, captures, clauses, comprehensions, containers, lexical, quoting
from simulator.elixir.expand.kernel import access as kernel_access
from simulator.elixir.expand.kernel import control as kernel_control
from simulator.elixir.expand.kernel import data as kernel_data
from simulator.elixir.expand.kernel import debugging, logging, sigils
from simulator.elixir.expand.kernel import membership as kernel_in
from simulator.elixir.expand.kernel import raising as kernel_raise
from simulator.elixir.expand.modules import (
    attributes,
    definitions,
    delegates,
    eex,
    module_calls,
    modules,
    overriding,
    protocols,
    records,
    structs,
    uses,
)
from simulator.elixir.expand.modules.environments import expanded_once
from simulator.elixir.expand.modules.module_code import ModuleCode
from simulator.elixir.expand.modules.statements import statement
from simulator.elixir.expand.names import calls
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand as expand_node
from simulator.elixir.expand.scope.evaluator import CompileTime
from simulator.elixir.expand.scope.unit import Above, Unit
from simulator.elixir.expand.scope.workspace import Workspace
from simulator.elixir.tree.errors import CompileError
from simulator.elixir.tree.nodes import Program

_FRAMES = 60_000
"""How deep the walk may nest: some 10,000 operators in one expression."""

FORMS = (
    assertions, attributes, binaries, calls, captures, clauses, comprehensions, containers, debugging, definitions,
    delegates, doctests, eex, ex_unit, kernel_access, kernel_control, kernel_data, kernel_in, kernel_raise, lexical,
    logging, module_calls, modules, overriding, protocols, quoting, records, sigils, structs, uses,
)  # fmt: skip
"""The files of the handlers, which register themselves when they are imported."""

ABOVE = Above(modules.compile_module, statement, ModuleCode, expanded_once)
"""What the scope calls of what stands above it."""


def expand(
    ast: Any, file: str, warnings: list[str] | None = None, before: Workspace | None = None
) -> Program:
    """Return the program of a file's quoted code, with the warnings that Elixir prints for it.

    *warnings* takes the warnings as they come: they are there even if an error ends it.
    *before* is what files before this one left to it, if several run together, and takes what this one leaves.
    Macros, values of attributes and bodies of modules that define functions are run. Raises :class:`CompileError`
    for what Elixir refuses, and its subclass :class:`NotSupported`.
    """
    space = before or Workspace()
    unit = Unit(file, CompileTime(file, space), space, ABOVE)
    if warnings is not None:
        unit.program.warnings = warnings
    try:
        expand_file(unit, ast)
        check_calls(unit)
    finally:
        if before is None:
            space.close()
    return unit.program


def expand_file(unit: Unit, ast: Any) -> None:
    """Expand a file's quoted code into the program of *unit*; its calls of other modules are not looked at."""
    x = Context(unit)
    with expand_nested(unit.file):
        saved = x.open()
        unit.program.main = expand_node(x, ast)
        x.close(saved)
        failures.report(x)
        modules.compile_pending(x)
        warn_lexical(unit)


@contextmanager
def expand_nested(file: str) -> Generator[None]:
    """Let code that is expanded in this block be nested as deep as any that is written."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, _FRAMES))
    try:
        yield
    except RecursionError:
        raise CompileError("nested too deeply", file, 0) from None
    finally:
        sys.setrecursionlimit(limit)
