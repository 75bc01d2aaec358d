"""``defmodule``: the body is expanded from top to bottom; what it leaves is a module for the compiler."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.expand.checks import useless
from simulator.elixir.expand.names.macros import Done, kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.tree.build import block, elixir, is_alias, keyword, statements
from simulator.elixir.tree.errors import CompileError, NotSupported
from simulator.elixir.tree.nodes import Meta, Module, Node
from simulator.elixir.tree.quoted import to_terms
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

_DEFINE = Atom("__define__")
Prepare = Callable[[Context, ModuleState], None]
"""What is done to a module before its body is expanded."""


@kernel_macro(("defmodule", 2))
def _defmodule(x: Context, node: Node) -> Any:
    written = node.args[0]
    body = keyword(node.args[1], "do")
    if body is None:
        raise x.error(node.meta, "missing :do option in \"defmodule\"")
    return Done(outline(x, node, module_name(x, node, written), body))


class Outline:
    """A module whose body is still to be expanded: its definition, the place it stands in, what is done first."""

    __slots__ = ("body", "defined", "name", "node", "place", "prepare")

    def __init__(self, node: Node, place: Context, name: Atom, body: Any, prepare: Prepare | None) -> None:
        self.node = node
        self.place = place
        self.name = name
        self.body = body
        self.prepare = prepare
        self.defined = Node(_DEFINE, node.meta, [name])


def outline(x: Context, node: Node, name: Atom, body: Any, prepare: Prepare | None = None) -> Node:
    """Return the mark of a module's definition.

    A module at the top of the file is expanded when all of the top is; any other at once. The mark notes under
    ``index`` which of the program's modules it defines: one of the same name may come again.
    """
    place = x.inside(None, x.function)
    place.outer = {**x.outer, **x.vars}
    x.unit.defined.add(name)
    made = Outline(node, place, name, body, prepare)
    if x.module is None and x.function is None:
        x.unit.pending.append(made)
    else:
        compile_module(made)
    return made.defined


def module_name(x: Context, node: Node, written: Any) -> Atom:
    """Return the whole name; a nested module is aliased to its own name."""
    if written.__class__ is Node and written.is_variable and not written.form.name.startswith("__"):
        raise x.error(node.meta, f"invalid module name: {inspect_term(to_terms(written))}")
    expanded = expand(x, written)
    if expanded.__class__ is not Atom:
        raise x.error(node.meta, f"invalid module name: {to_source(written)}")
    if x.module is None or not is_alias(written) or written.args[0] is Atom("Elixir") \
            or written.meta.get("alias") is not None:  # fmt: skip
        return expanded
    parts = [part.name for part in written.args]
    name = Atom(".".join([x.module.name.name, *parts]))
    x.aliases = {**x.aliases, Atom(parts[0]): Atom(f"{x.module.name.name}.{parts[0]}")}
    return name


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
    from simulator.elixir.expand.modules.finish import finish

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
    unit.space.finished.append(module)
    state.closed = True


def statement(x: Context, state: ModuleState, node: Any) -> None:
    """Expand one expression of the body; what only has an effect stays for when the module is defined."""
    if node.__class__ is Node and node.form is Atom("__block__") and node.args.__class__ is list:
        for each in node.args:
            statement(x, state, each)
        return
    x.straight = True
    before = x.vars
    done = expand(x, node)
    x.straight = False
    effect(x, state, done, before)


def effect(x: Context, state: ModuleState, done: Any, before: Any) -> None:
    """Keep or run what a statement of the body expanded to."""
    from simulator.elixir.expand.modules import fragments

    flat = _flat(done)
    if x.vars is not before or any(_generates(each) for each in flat):
        fragments.evaluated(x, state, block(flat, Meta()), before)
        return
    state.body += [fragments.substituted(x, each) for each in flat if each.__class__ is Node and not _constant(each)]


def _flat(node: Any) -> list[Any]:
    if node.__class__ is Node and node.form is Atom("__block__") and node.args.__class__ is list:
        return [inner for each in node.args for inner in _flat(each)]
    return [node]


def _constant(node: Node) -> bool:
    return node.is_variable or (node.form in (Atom("%{}"), Atom("{}"), Atom("&"), Atom("fn")) and node.args is not None)


def _generates(node: Any) -> bool:
    """Whether code defines functions or sets attributes when it runs."""
    kind = node.__class__
    if kind is Node:
        if node.meta.get("generates"):
            return True
        if node.form.__class__ is Node and _generates(node.form):
            return True
        return node.args.__class__ is list and any(_generates(arg) for arg in node.args)
    if kind is list or kind is tuple:
        return any(_generates(each) for each in node)
    return False


def module_of(state: ModuleState) -> Module:
    """Return the module without its functions."""
    module = Module(state.name, state.file, state.line)
    module.behaviours = [name for name, _ in state.behaviours]
    module.struct = state.struct
    module.is_exception = state.is_exception
    module.protocol = None if state.protocol is None else state.protocol.told
    module.implementation = state.implementation
    module.body = block(state.body, Meta(state.line)) if state.body else None
    return module

