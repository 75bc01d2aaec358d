"""``defmodule``: the body is expanded from top to bottom; what it leaves is a module for the compiler."""

from __future__ import annotations

from typing import Any

from simulator.elixir.ast import Meta, Module, Node
from simulator.elixir.expand import useless
from simulator.elixir.expand.build import block, is_alias, keyword, statements
from simulator.elixir.expand.context import Context
from simulator.elixir.expand.core import expand
from simulator.elixir.expand.macros import Done, kernel_macro
from simulator.elixir.expand.module_state import ModuleState
from simulator.elixir.expand.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

_DEFINE = Atom("__define__")


@kernel_macro(("defmodule", 2))
def _defmodule(x: Context, node: Node) -> Any:
    written = node.args[0]
    body = keyword(node.args[1], "do")
    if body is None:
        raise x.error(node.meta, "missing :do option in \"defmodule\"")
    name = module_name(x, node, written)
    x.unit.defined.add(name)
    if x.module is None and x.function is None:
        place = x.inside(None, None)
        place.outer = {**x.outer, **x.vars}
        x.unit.pending.append((node, place, name, body, None))
    else:
        place = x.inside(None, None)
        place.outer = {**x.outer, **x.vars}
        compile_module(place, node, name, body)
    return Done(Node(_DEFINE, node.meta, [name]))


def module_name(x: Context, node: Node, written: Any) -> Atom:
    """Return the whole name; a nested module is aliased to its own name."""
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
        node, place, name, body, prepare = pending.pop(0)
        compile_module(place, node, name, body, prepare)


def compile_module(place: Context, node: Node, name: Atom, body: Any, prepare: Any = None) -> None:
    """Expand a module and add it to the program."""
    from simulator.elixir.expand.finish import finish

    unit = place.unit
    if name in unit.modules and unit.modules[name].closed:
        place.warn(node.line, f"redefining module {inspect_term(name)} (current version defined in memory)")
    state = ModuleState(name, unit.file, node.line)
    unit.modules[name] = state
    inner = place.inside(state, None)
    inner.outer = place.outer
    if prepare is not None:
        prepare(inner, state)
    every = statements(body)
    for index, each in enumerate(every):
        if index < len(every) - 1:
            useless.check(inner, each)
        statement(inner, state, each)
    module = finish(inner, state, node.meta)
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
    from simulator.elixir.expand import fragments

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

