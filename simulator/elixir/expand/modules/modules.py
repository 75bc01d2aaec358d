"""``defmodule``: the body is expanded from top to bottom; what it leaves is a module for the compiler."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.checks import useless
from simulator.elixir.expand.modules.dynamic import deferred_module
from simulator.elixir.expand.modules.finish import finish
from simulator.elixir.expand.modules.hooks import run_after_compile
from simulator.elixir.expand.modules.outlines import Outline, module_name, outline
from simulator.elixir.expand.modules.statements import statement
from simulator.elixir.expand.names.macro_table import Done, kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.runtime.world import world
from simulator.elixir.tree.build import TRUE, elixir, keyword, statements
from simulator.elixir.tree.errors import CompileError, NotSupported, OuterVariable
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term


@kernel_macro(("defmodule", 2))
def _defmodule(x: Context, node: Node) -> Any:
    written = node.args[0]
    body = keyword(node.args[1], "do")
    if body is None:
        raise x.error(node.meta, "missing :do option in \"defmodule\"")
    name = module_name(x, node, written)
    if name.__class__ is not Atom:
        return Done(deferred_module(x, node, name, body))
    return Done(outline(x, node, name, body))


def compile_pending(x: Context) -> None:
    """Expand the bodies of the modules that stand at the top of the file, in order."""
    pending = x.unit.pending
    while pending:
        compile_module(pending.pop(0))


def compile_module(made: Outline) -> None:
    """Expand a module and add it to the program.

    One that mentions a variable around it is known when that has a value, as the program runs, and so is one that
    needs such a module and stands after it. One in a function, or in a branch that may not be taken, is compiled when
    that runs, on the BEAM: what is wrong with it is raised then.
    """
    try:
        _compile(made)
    except OuterVariable:
        if made.scope is None:
            raise
        _put_off(made, made.scope)
    except NotSupported:
        raise
    except CompileError as refused:
        if made.place.unit.space.put_off and made.prepare is None and made.place.module is None:
            _put_off(made, made.scope or made.place)
            return
        if not made.conditional:
            raise
        made.place.unit.modules.pop(made.name, None)
        told = [Atom(refused.exception), refused.message, refused.file, refused.line]
        failing = elixir("Kernel.Utils", "compile_error", told, made.node.meta)
        _become(made.defined, failing)


def _put_off(made: Outline, scope: Context) -> None:
    unit = made.place.unit
    unit.modules.pop(made.name, None)
    unit.space.put_off.add(made.name)
    _become(made.defined, deferred_module(scope, made.node, made.name, made.body))


def _become(node: Node, other: Node) -> None:
    node.form, node.meta, node.args = other.form, other.meta, other.args


def _compile(made: Outline) -> None:
    place, node, name = made.place, made.node, made.name
    unit = place.unit
    known = unit.modules.get(name)
    silent = world().compiler_options.get("ignore_module_conflict") is TRUE
    if known is not None and known.closed and not silent and not made.conditional:
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
    module.number = unit.next()
    made.defined.meta = made.defined.meta.with_(number=module.number)
    unit.program.modules.append(module)
    unit.space.unloaded.append(module)
    run_after_compile(inner, state, node.meta)
    state.closed = True
