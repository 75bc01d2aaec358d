"""Types and specifications: read for their form, for the callbacks they declare, for what they refer to."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.forms.quoting import contains_unquote
from simulator.elixir.expand.modules.fragments import filled
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.tree.build import OK, WHEN
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.packing import packed
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom

_ALIASES = Atom("__aliases__")
_JOIN = Atom("::")
_TERM = Atom("term")
_NAMED = (Atom("__MODULE__"),)


def check_type(x: Context, node: Node, name: str, value: Any) -> Any:
    """Check the form of ``@type``, ``@spec``, ``@callback`` and their like."""
    state = x.module
    assert state is not None
    state.docs.pop("typedoc" if name in ("type", "typep", "opaque") else "doc" if name != "spec" else "", None)
    if contains_unquote(value) and not x.straight:  # in a loop of the body: what it says is known when that runs
        return OK
    value = inner = filled(x, value, node.meta)
    state.types.setdefault(name, []).append((value, node.line))
    state.written_types.append((name, packed(_resolved(x, value))))
    if inner.__class__ is Node and inner.form is WHEN and inner.args.__class__ is list:
        _note_used(x, state, inner.args[1])
        inner = inner.args[0]
    typed = inner.__class__ is Node and inner.is_call("::", 2)
    if name in ("callback", "macrocallback", "spec"):
        if not typed:
            raise x.error(node.meta, f"type specification missing return type: {to_source(value)}")
        _function(state, node, name, inner.args[0])
        _note_used(x, state, inner)
    elif typed:
        _type(x, state, node, name, inner)
    return OK


def _resolved(x: Context, node: Any) -> Any:
    """Return a type with the names of modules as they are."""
    kind = node.__class__
    if kind is list:
        return [_resolved(x, each) for each in node]
    if kind is tuple:
        return _resolved(x, node[0]), _resolved(x, node[1])
    if kind is not Node:
        return node
    if node.form is _ALIASES or (node.form in _NAMED and node.is_variable):
        return expand(x, node)
    if node.is_call("record") and x.module is not None and node.args[0] in x.module.records:
        return _record(x, *x.module.records[node.args[0]], node)
    args = [_resolved(x, each) for each in node.args] if node.args.__class__ is list else node.args
    return Node(_resolved(x, node.form) if node.form.__class__ is Node else node.form, node.meta, args)


def _record(x: Context, tag: Any, names: list[Any], node: Node) -> Node:
    """Return the type of a record: a tuple of its tag and its fields, each with its name."""
    given = {key: _resolved(x, value) for key, value in (node.args[1] if len(node.args) > 1 else [])}
    plain = Meta()
    fields = [Node(_JOIN, plain, [Node(name, plain, None), given.get(name, Node(_TERM, plain, []))]) for name in names]
    return Node(Atom("{}"), node.meta, [tag, *fields])


def _function(state: ModuleState, node: Node, name: str, head: Any) -> None:
    if head.__class__ is not Node or head.form.__class__ is not Atom:
        return
    arity = len(head.args) if head.args.__class__ is list else 0
    if name == "spec":
        state.specs.append((head.form.name, arity, node.meta))
    else:
        macro = name == "macrocallback"
        state.callbacks.append((head.form.name, arity + 1 if macro else arity, macro))


def _type(x: Context, state: ModuleState, node: Node, name: str, definition: Node) -> None:
    head, body = definition.args
    if name == "typep" and head.__class__ is Node and head.form.__class__ is Atom:
        arity = len(head.args) if head.args.__class__ is list else 0
        state.private_types[head.form.name, arity] = node.line
    _note_used(x, state, body)


def _note_used(x: Context, state: ModuleState, node: Any) -> None:
    """Note the types and the aliases that a type refers to."""
    kind = node.__class__
    if kind is Node:
        if node.form is _ALIASES:
            expand(x, node)
            return
        if node.form.__class__ is Node:  # a type of another module
            _note_used(x, state, node.form.args)
        else:
            state.used_types.add((node.form.name, len(node.args) if node.args.__class__ is list else 0))
        if node.args.__class__ is list:
            for arg in node.args:
                _note_used(x, state, arg)
    elif kind is list or kind is tuple:
        for each in node:
            _note_used(x, state, each)


def check_specs(x: Context, state: ModuleState) -> None:
    """Refuse a specification without its function; warn of private types that nothing refers to."""
    for name, arity, meta in state.specs:
        declared = () if state.protocol is None else state.protocol.functions
        if (name, arity) not in state.definitions and (name, arity) not in declared:
            raise x.error(meta, f"spec for undefined function {name}/{arity}")
    for (name, arity), line in state.private_types.items():
        if (name, arity) not in state.used_types:
            x.warn(line, f"type {name}/{arity} is unused", place="")
