"""``defmodule``: the body is expanded from top to bottom; what it leaves is a module for the compiler."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.checks import useless
from simulator.elixir.expand.modules.finish import finish
from simulator.elixir.expand.modules.outlines import Outline, module_name, outline
from simulator.elixir.expand.modules.statements import statement
from simulator.elixir.expand.names.macro_table import Done, kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.tree.build import elixir, keyword, statements
from simulator.elixir.tree.errors import CompileError, NotSupported
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term


@kernel_macro(("defmodule", 2))
def _defmodule(x: Context, node: Node) -> Any:
    written = node.args[0]
    body = keyword(node.args[1], "do")
    if body is None:
        raise x.error(node.meta, "missing :do option in \"defmodule\"")
    return Done(outline(x, node, module_name(x, node, written), body))


def compile_pending(x: Context) -> None:
    """Expand the bodies of the modules that stand at the top of the file, in order."""
    pending = x.unit.pending
    while pending:
        compile_module(pending.pop(0))


def compile_module(made: Outline) -> None:
    """Expand a module and add it to the program.

    One in a function is compiled when the function runs, on the BEAM: what is wrong with it is raised then.
    """
    try:
        _compile(made)
    except NotSupported:
        raise
    except CompileError as refused:
        if made.place.function is None:
            raise
        made.place.unit.modules.pop(made.name, None)
        told = [Atom(refused.exception), refused.message, refused.file, refused.line]
        failing = elixir("Kernel.Utils", "compile_error", told, made.node.meta)
        made.defined.form, made.defined.meta, made.defined.args = failing.form, failing.meta, failing.args


def _compile(made: Outline) -> None:
    place, node, name = made.place, made.node, made.name
    unit = place.unit
    if name in unit.modules and unit.modules[name].closed:
        place.warn(node.line, f"redefining module {inspect_term(name)} (current version defined in memory)")
    state = ModuleState(name, unit.file, node.line)
    unit.modules[name] = state
    inner = place.inside(state, None)
    inner.outer = place.outer
    if made.prepare is not None:
        made.prepare(inner, state)
    every = statements(made.body)
    for index, each in enumerate(every):
        if index < len(every) - 1:
            useless.check(inner, each)
        statement(inner, state, each)
    module = finish(inner, state, node.meta)
    made.defined.meta = made.defined.meta.with_(index=len(unit.program.modules))
    unit.program.modules.append(module)
    unit.space.unloaded.append(module)
    state.closed = True
