"""Modules that are found in the source: their names, and where their bodies stand until they are expanded."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.expand.scope.context import Context, Key
from simulator.elixir.expand.scope.core import expand, variable_key
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

    __slots__ = ("body", "conditional", "defined", "name", "node", "place", "prepare", "scope")

    def __init__(self, node: Node, place: Context, name: Atom, body: Any, prepare: Prepare | None) -> None:
        self.node = node
        self.place = place
        self.name = name
        self.body = body
        self.prepare = prepare
        self.conditional = False
        """Whether it stands in code that may not be run: what is wrong with it is said when it is."""
        self.scope: Context | None = None
        """What is around it, if there are variables that its body may mention."""
        self.defined = Node(_DEFINE, node.meta, [name])


def outline(x: Context, node: Node, name: Atom, body: Any, prepare: Prepare | None = None) -> Node:
    """Return the mark of a module's definition.

    A module at the top of the file is expanded when all of the top is; any other at once. The mark notes under
    ``number`` which of the program's modules it defines: one of the same name may come again.
    """
    place = x.inside(None, x.function)
    place.outer = {**x.outer, **x.vars}
    x.unit.defined.add(name)
    made = Outline(node, place, name, body, prepare)
    made.conditional = x.function is not None or x.depth > (0 if x.module is not None else 1)
    if x.vars and prepare is None:
        made.scope = _scope(x)
        for key in mentioned(x, body):
            x.used(key, x.vars[key])
    if x.module is None and x.function is None:
        x.unit.pending.append(made)
    else:
        x.unit.above.compile_module(made)
    return made.defined


def mentioned(x: Context, body: Any) -> dict[Key, Node]:
    """Return the variables of a place that code mentions, each where it does so first."""
    names: dict[Key, Node] = {}
    _mentioned(x, body, names)
    return names


def _mentioned(x: Context, node: Any, names: dict[Key, Node]) -> None:
    kind = node.__class__
    if kind is Node:
        if node.is_variable:
            key = variable_key(node)
            if key in x.vars:
                names.setdefault(key, node)
            return
        _mentioned(x, node.form, names)
        _mentioned(x, node.args, names)
    elif kind is list or kind is tuple:
        for each in node:
            _mentioned(x, each, names)


def _scope(x: Context) -> Context:
    """Return a place as it is now: what it knows later does not count."""
    scope = x.inside(x.module, x.function)
    scope.vars, scope.version, scope.outer = x.vars, x.version, x.outer
    return scope


def module_name(x: Context, node: Node, written: Any) -> Any:
    """Return the whole name; a nested module is aliased to its own name. What is to be computed is returned expanded.
    """
    if written.__class__ is Node and written.is_variable and not written.form.name.startswith("__") \
            and variable_key(written) not in x.vars:  # fmt: skip
        raise x.error(node.meta, f"invalid module name: {inspect_term(to_terms(written))}")
    expanded = expand(x, written)
    if expanded.__class__ is Node:
        return expanded
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
    module.macros = [f"{name}/{arity}" for (name, arity), each in state.definitions.items() if each.kind == "defmacro"]
    module.struct = state.struct
    module.types = state.written_types
    module.is_exception = state.is_exception
    module.protocol = None if state.protocol is None else state.protocol.told
    module.implementation = state.implementation
    module.body = block(state.body, Meta(state.line)) if state.body else None
    module.value = None if state.body and state.body[-1] is state.value else state.value
    return module
