"""Kernel's macros on data: ``<>``, ``match?``, ``to_string``, tests, ``binding``, ``var!``."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.kernel.control import fresh
from simulator.elixir.expand.names.macro_table import kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.tree.build import (
    FALSE,
    NIL,
    TRUE,
    arrow,
    case,
    elixir,
    erlang,
    guarded,
    is_alias,
    underscore,
    variable,
)
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom


@kernel_macro(("<>", 2))
def _concat(x: Context, node: Node) -> Any:
    parts: list[Any] = []
    rest: Any = node
    while rest.__class__ is Node and rest.is_call("<>", 2):
        parts.append(rest.args[0])
        rest = rest.args[1]
    parts.append(rest)
    if x.match == "match":
        _check_concat(x, node, parts)
    return Node(Atom("<<>>"), node.meta, [_binary(x, part) for part in parts])


def _check_concat(x: Context, node: Node, parts: list[Any]) -> None:
    for part in parts[:-1]:
        if part.__class__ is Node and part.is_variable:
            raise x.error(node.meta, "the left argument of <> operator inside a match should always be a literal "
                                     "binary "
                          f"because its size can't be verified. Got: {to_source(part)}", "ArgumentError")  # fmt: skip


def _binary(x: Context, part: Any) -> Any:
    if part.__class__ is str or part.__class__ is bytes:
        return part
    if part.__class__ in (int, float, Atom, list, tuple):
        meta = Meta()
        raise x.error(meta, f"expected binary argument in <> operator but got: {to_source(part)}", "ArgumentError")
    if part.__class__ is Node and part.form is Atom("<<>>") and part.meta.get("delimiter"):
        return Node(Atom("::"), part.meta, [part, variable("binary", part.meta)])
    return Node(Atom("::"), part.meta, [part, variable("binary", part.meta)])


@kernel_macro(("match?", 2))
def _matches(x: Context, node: Node) -> Any:
    pattern, subject = node.args
    meta = node.meta
    if pattern.__class__ is Node and pattern.is_variable and pattern.form is Atom("_"):
        return Node(Atom("__block__"), meta, [Node(Atom("="), meta, [underscore(meta), subject]), TRUE])
    return case(subject, [arrow([pattern], TRUE, meta), arrow([underscore(meta)], FALSE, meta)], meta)


@kernel_macro(("to_string", 1))
def _to_string(x: Context, node: Node) -> Any:
    return elixir("String.Chars", "to_string", node.args, node.meta)


@kernel_macro(("to_charlist", 1), ("to_char_list", 1))
def _to_charlist(x: Context, node: Node) -> Any:
    return elixir("List.Chars", "to_charlist", node.args, node.meta)


@kernel_macro(("is_nil", 1))
def _is_nil(x: Context, node: Node) -> Any:
    return erlang("=:=", [node.args[0], NIL], node.meta)


@kernel_macro(("is_struct", 1), ("is_struct", 2), ("is_exception", 1), ("is_exception", 2))
def _is_struct(x: Context, node: Node) -> Any:
    """Whether a map has the key ``__struct__`` with an atom (the given one; with ``__exception__: true``)."""
    meta = node.meta
    subject = node.args[0]
    if x.match == "guard":
        return _struct_guard(node, subject, meta)
    if len(node.args) == 2 and node.args[1].__class__ is Node and not is_alias(node.args[1]):
        return _computed_struct(x, node)
    return _struct_test(x, node, subject)


def _struct_test(x: Context, node: Node, subject: Any) -> Any:
    meta = node.meta
    name = fresh(x, "struct", meta)
    pairs: list[Any] = [(Atom("__struct__"), fresh(x, "name", meta))]
    if node.form is Atom("is_exception"):
        pairs.append((Atom("__exception__"), TRUE))
    given = [] if len(node.args) == 1 else [node.args[1]]
    test = erlang("is_atom", [pairs[0][1]], meta)
    if given:
        test = erlang("=:=", [pairs[0][1], *given], meta)
    body = case(name, [guarded(Node(Atom("%{}"), meta, pairs), test, TRUE, meta),
                       arrow([underscore(meta)], FALSE, meta)], meta)  # fmt: skip
    return Node(Atom("__block__"), meta, [Node(Atom("="), meta, [name, subject]), body])


def _computed_struct(x: Context, node: Node) -> Any:
    """``is_struct(term, name)`` where the name is known when it runs: one that is no atom is refused."""
    meta = node.meta
    name = fresh(x, "name", meta)
    test = _struct_test(x, Node(node.form, meta, [node.args[0], name]), node.args[0])
    refused = erlang("error", [Atom("badarg")], meta)
    body = case(name, [guarded(name, erlang("is_atom", [name], meta), test, meta),
                       arrow([underscore(meta)], refused, meta)], meta)  # fmt: skip
    return Node(Atom("__block__"), meta, [Node(Atom("="), meta, [name, node.args[1]]), body])


def _struct_guard(node: Node, subject: Any, meta: Meta) -> Any:
    def has(key: str) -> Node:
        return elixir("Kernel", "is_map_key", [subject, Atom(key)], meta)

    def value(key: str) -> Node:
        return erlang("map_get", [Atom(key), subject], meta)

    tests = [erlang("is_map", [subject], meta), has("__struct__")]
    tests.append(erlang("is_atom", [value("__struct__")], meta))
    if node.form is Atom("is_exception"):
        tests += [has("__exception__"), erlang("=:=", [value("__exception__"), TRUE], meta)]
    if len(node.args) == 2:
        tests.append(erlang("=:=", [value("__struct__"), node.args[1]], meta))
    result = tests[0]
    for test in tests[1:]:
        result = erlang("andalso", [result, test], meta)
    return result


@kernel_macro(("destructure", 2))
def _destructure(x: Context, node: Node) -> Any:
    left, right = node.args
    if left.__class__ is not list:
        raise x.error(node.meta, "no function clause matching in Kernel.destructure/2", "FunctionClauseError")
    value = elixir("Kernel.Utils", "destructure", [right, len(left)], node.meta)
    return Node(Atom("="), node.meta, [left, value])


@kernel_macro(("binding", 0), ("binding", 1))
def _binding(x: Context, node: Node) -> Any:
    kind = node.args[0] if node.args and node.args[0] is not NIL else None
    names = sorted(name for name, context in x.vars if context is kind and name != "__CALLER__")
    return [(Atom(name), variable(name, node.meta, kind)) for name in names]


@kernel_macro(("var!", 1), ("var!", 2))
def _var(x: Context, node: Node) -> Any:
    inner = node.args[0]
    if inner.__class__ is not Node or not inner.is_variable:
        raise x.error(node.meta, f"expected a variable to be given to var!, got: {to_source(inner)}", "ArgumentError")
    kind = None
    if len(node.args) == 2:
        kind = expand(x, node.args[1])
        kind = None if kind is NIL else kind
    meta = Meta(inner.meta.line, inner.meta.column)
    return Node(inner.form, meta, kind)


@kernel_macro(("alias!", 1))
def _alias(x: Context, node: Node) -> Any:
    inner = node.args[0]
    return Node(inner.form, Meta(inner.meta.line, inner.meta.column), inner.args) if inner.__class__ is Node else inner
