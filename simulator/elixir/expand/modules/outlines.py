"""Modules that are found in the source: their names, and where their bodies stand until they are expanded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.tree.build import block, is_alias
from simulator.elixir.tree.nodes import Meta, Module, Node
from simulator.elixir.tree.quoted import to_terms
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

_DEFINE = Atom("__define__")
Prepare = Callable[[Context, ModuleState], None]
"""What is done to a module before its body is expanded."""


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
        x.unit.above.compile_module(made)
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
