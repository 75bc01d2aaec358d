"""``put_in``, ``update_in``, ``get_and_update_in`` and ``pop_in`` with a path written as code."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.kernel.control import fresh
from simulator.elixir.expand.names.macro_table import kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.tree.build import arrow, elixir, underscore
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom

_ACCESS = Atom("Elixir.Access")
_DOT = Atom(".")


def _path(x: Context, node: Node, kind: str) -> tuple[Any, list[tuple[str, Any]]]:
    """Return the base of ``base.a[b].c`` and its steps, each a map's field or a key for ``Access``."""
    current = node.args[0]
    steps: list[tuple[str, Any]] = []
    while current.__class__ is Node and current.form.__class__ is Node and current.form.form is _DOT:
        receiver, name = current.form.args if len(current.form.args) == 2 else (None, None)
        if receiver is _ACCESS and name is Atom("get"):
            steps.append(("key", current.args[1]))
            current = current.args[0]
        elif name.__class__ is Atom and not current.args and not _is_module(receiver):
            steps.append(("field", name))
            current = receiver
        else:
            break
    if not steps:
        raise x.error(node.meta, _bad_path(kind, len(node.args), node.args[0]), "ArgumentError")
    return current, steps[::-1]


def _is_module(receiver: Any) -> bool:
    return receiver.__class__ is Atom or (receiver.__class__ is Node and receiver.form is Atom("__aliases__"))


def _bad_path(kind: str, arity: int, path: Any) -> str:
    return (
        f"expected expression given to {kind}/{arity} to access at least one element, got: {to_source(path)}"
    )


def _function(args: list[Any], body: Any, meta: Meta) -> Node:
    return Node(Atom("fn"), meta, [arrow(args, body, meta)])


def _update(x: Context, base: Any, steps: list[tuple[str, Any]], last: Any, meta: Meta) -> Any:
    """Return code that rebuilds *base* with *last*, a function from the old value to new code, at the path's end."""
    kind, key = steps[0]
    name = fresh(x, "value", meta)
    inner = last(name) if len(steps) == 1 else _update(x, name, steps[1:], last, meta)
    function = _function([name], inner, meta)
    if kind == "field":
        return elixir("Map", "update!", [base, key, function], meta)
    pair = _function([name], (name, inner), meta)
    updated = elixir("Access", "get_and_update", [base, key, pair], meta)
    return elixir("Kernel", "elem", [updated, 1], meta)


@kernel_macro(("put_in", 2))
def _put_in(x: Context, node: Node) -> Any:
    base, steps = _path(x, node, "put_in")
    name = fresh(x, "new", node.meta)
    code = _update(x, base, steps, lambda old: Node(Atom("__block__"), node.meta, [
        Node(Atom("="), node.meta, [underscore(node.meta), old]), name]), node.meta)  # fmt: skip
    return Node(Atom("__block__"), node.meta, [Node(Atom("="), node.meta, [name, node.args[1]]), code])


@kernel_macro(("update_in", 2))
def _update_in(x: Context, node: Node) -> Any:
    base, steps = _path(x, node, "update_in")
    name = fresh(x, "fun", node.meta)
    code = _update(x, base, steps, lambda old: Node(Node(_DOT, node.meta, [name]), node.meta, [old]), node.meta)
    return Node(Atom("__block__"), node.meta, [Node(Atom("="), node.meta, [name, node.args[1]]), code])


def _get_and_update(x: Context, base: Any, steps: list[tuple[str, Any]], last: Any, meta: Meta) -> Any:
    """Return code that gives ``{got, new base}``."""
    kind, key = steps[0]
    name = fresh(x, "value", meta)
    inner = last(name) if len(steps) == 1 else _get_and_update(x, name, steps[1:], last, meta)
    module, update = ("Map", "get_and_update!") if kind == "field" else ("Access", "get_and_update")
    return elixir(module, update, [base, key, _function([name], inner, meta)], meta)


@kernel_macro(("get_and_update_in", 2))
def _get_and_update_in(x: Context, node: Node) -> Any:
    base, steps = _path(x, node, "get_and_update_in")
    name = fresh(x, "fun", node.meta)
    code = _get_and_update(
        x, base, steps, lambda old: Node(Node(_DOT, node.meta, [name]), node.meta, [old]), node.meta
    )
    return Node(Atom("__block__"), node.meta, [Node(Atom("="), node.meta, [name, node.args[1]]), code])


@kernel_macro(("pop_in", 1))
def _pop_in(x: Context, node: Node) -> Any:
    base, steps = _path(x, node, "pop_in")
    if steps[-1][0] == "field":
        raise x.error(node.meta, "cannot use pop_in when the last segment is a field", "ArgumentError")
    if len(steps) == 1:
        return elixir("Access", "pop", [base, steps[0][1]], node.meta)
    return _get_and_update(x, base, steps[:-1], lambda old: elixir("Access", "pop", [old, steps[-1][1]], node.meta),
                           node.meta)  # fmt: skip
