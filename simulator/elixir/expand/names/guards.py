"""Guards of ``defguard``: what a call of one stands for."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.module_state import Definition
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom


def used(x: Context, node: Node, found: Definition, args: list[Any]) -> Any:
    """Return the code of a guard for these arguments; outside of guards each is evaluated once."""
    parameters, body = found.guard
    places = {
        (each.form.name, each.meta.get("version")): arg for each, arg in zip(parameters, args, strict=True)
    }
    if x.match == "guard":
        return _put(body, places)
    bindings = []
    for each, (key, arg) in zip(parameters, list(places.items()), strict=True):
        name = Node(each.form, node.meta.with_(counter=x.unit.next()), Atom("Elixir.Kernel"))
        bindings.append(Node(Atom("="), node.meta, [name, arg]))
        places[key] = name
    return Node(Atom("__block__"), node.meta, [*bindings, _put(body, places)])


def _put(node: Any, places: dict[Any, Any]) -> Any:
    kind = node.__class__
    if kind is Node:
        if node.is_variable:
            return places.get((node.form.name, node.meta.get("version")), node)
        form = node.form if node.form.__class__ is Atom else _put(node.form, places)
        return Node(form, node.meta, [_put(arg, places) for arg in node.args])
    if kind is list:
        return [_put(each, places) for each in node]
    if kind is tuple:
        return tuple([_put(each, places) for each in node])
    return node
