"""Elixir source text of clauses, for the trace: as they are written, not as they are expanded."""

from __future__ import annotations

from typing import Any

from simulator.elixir.compile.walk import BINARY, NIL, SEGMENT, remote
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom

_OPERATORS = {
    "andalso": "and", "orelse": "or", "=:=": "===", "=/=": "!==", "/=": "!=", "=<": "<=", "+": "+", "-": "-", "*": "*",
    "/": "/", "==": "==", "<": "<", ">": ">", ">=": ">=", "not": "not",
}  # fmt: skip


def clause_text(patterns: list[Any], guard: Any) -> str:
    """Return the head of a clause as it is written: ``{:add, n} when n > 0``."""
    from simulator.elixir.tree.to_source import to_source

    text = ", ".join([to_source(written(pattern)) for pattern in patterns])
    return text if guard is None else f"{text} when {to_source(written(guard))}"


def written(node: Any) -> Any:
    """Return an expanded node as it may have been written: operators, Kernel's functions, ``"a" <> rest``."""
    kind = node.__class__
    if kind is list:
        return [written(each) for each in node]
    if kind is tuple:
        return tuple([written(each) for each in node])
    if kind is not Node or node.args.__class__ is not list:
        return node
    args = [written(each) for each in node.args]
    found = remote(node)
    if found is not None and found[0].__class__ is Atom:
        module, name = found[0].name, found[1]
        if name == "=:=" and args[1] is NIL:
            return Node(Atom("is_nil"), node.meta, args[:1])
        if module == "erlang" and name in _OPERATORS:
            return Node(Atom(_OPERATORS[name]), node.meta, args)
        if module in ("erlang", "Elixir.Kernel"):
            return Node(Atom(name), node.meta, args)
    if node.form is BINARY:
        return _joined(node, args)
    if node.form is SEGMENT:
        spec = _words(node.args[1])
        return args[0] if spec is None else Node(node.form, node.meta, [args[0], spec])
    return Node(node.form, node.meta, args)


def _words(spec: Any) -> Any:
    """Return a segment's type without what goes without saying; None if nothing is left."""
    if spec.is_call("-", 2):
        left, right = _words(spec.args[0]), _words(spec.args[1])
        return right if left is None else Node(spec.form, spec.meta, [left, right])
    if spec.args:
        return spec
    return None if spec.form.name == "integer" else Node(spec.form, spec.meta, None)


def _joined(node: Node, args: list[Any]) -> Any:
    """Return ``"a" <> rest`` for binaries one after the other."""
    values = []
    for each in node.args:
        value, spec = each.args
        if not spec.is_call("binary", 0):
            return Node(node.form, node.meta, args)
        values.append(written(value))
    if len(values) < 2 or values[0].__class__ is not str:
        return Node(node.form, node.meta, args)
    joined = values[-1]
    for value in reversed(values[:-1]):
        joined = Node(Atom("<>"), node.meta, [value, joined])
    return joined
