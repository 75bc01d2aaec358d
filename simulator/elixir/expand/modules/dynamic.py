"""Modules that are defined when the code that they stand in runs: names, or variables of bodies, are computed.

Such a definition becomes a call of ``Kernel.Utils.define_module`` with the quoted body, the names that are known at its
place, and what the variables hold that the body mentions. What is then to be done is told here too.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.forms.quoting import escape
from simulator.elixir.expand.modules.environments import line_of, placed
from simulator.elixir.expand.modules.fragments import hold
from simulator.elixir.expand.modules.module_code import ACTIONS
from simulator.elixir.expand.modules.outlines import Outline, Prepare, mentioned
from simulator.elixir.expand.names.environment import environment
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.tree.build import elixir
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.quoted import from_terms, to_terms
from simulator.terms import Atom
from simulator.terms.lists import to_list

_NIL = Atom("nil")


def deferred_module(x: Context, node: Node, name: Any, body: Any) -> Any:
    """Return the call that defines a module when it runs; *name* is expanded."""
    names = mentioned(x, body)
    held = [
        Node(Atom("{}"), node.meta, [Atom(key[0]), _NIL if key[1] is None else key[1], expand(x, each)])
        for key, each in names.items()
    ]
    place = environment(x, node.meta)
    inside = x.module is not None and x.function is None
    meta = node.meta.with_(generates=True) if inside else node.meta
    quoted = escape(to_terms(body), node.meta)
    return elixir("Kernel.Utils", "define_module", [name, quoted, escape(place, node.meta), held], meta)


def given(held: Any) -> Prepare:
    """Return what lets a module's body know the variables around it."""

    def prepare(inner: Context, state: ModuleState) -> None:
        for name, kind, value in to_list(held):
            key = name.name, None if kind is _NIL else kind
            version = inner.bind(key, 0, False)
            inner.used(key, version)
            hold(state, (key, version), value, Meta(state.line))

    return prepare


def outline_of(x: Context, name: Atom, quoted: Any, held: Any, line: int) -> Outline:
    """Return the outline of a module whose body is given as a term."""
    node = Node(Atom("defmodule"), Meta(line), [])
    place = x.inside(None, None)
    return Outline(node, place, name, from_terms(quoted, line, None), given(held))


def _define_module(x: Context, state: ModuleState, name: Atom, quoted: Any, place: Any, held: Any) -> Any:
    """Define a module while the body of another one runs, as a part of what is compiled."""
    inner = x.inside(None, None)
    placed(inner, place)
    made = outline_of(inner, name, quoted, held, line_of(place))
    x.unit.defined.add(name)
    x.unit.above.compile_module(made)
    state.body.append(made.defined)
    return (Atom("module"), name, b"", _NIL)


ACTIONS["define_module"] = _define_module
