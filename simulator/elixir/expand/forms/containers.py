"""Tuples, maps, blocks and binaries."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.checks import failures, useless
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand, expand_args, form
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.tree.build import BLOCK, NIL, UNDERSCORE
from simulator.elixir.tree.nodes import Node
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom


@form("__block__")
def block_form(x: Context, node: Node) -> Any:
    """Expressions in order; an empty block is ``nil``."""
    if not node.args:
        return NIL
    if x.straight and x.module is not None and x.function is None:
        return _body_block(x, x.module, node)
    straight = x.straight
    done = []
    last = len(node.args) - 1
    for index, each in enumerate(node.args):
        x.straight = straight
        if index < last and x.match is None:
            useless.check(x, each)
        done.append(expand(x, each))
        if index < last and x.match is None:
            failures.check_ignored(x, done[-1])
    if len(done) == 1:
        return done[0]
    return Node(node.form, node.meta, done)


def _body_block(x: Context, state: ModuleState, node: Node) -> Any:
    """A block among a module's own expressions: each has its effect before the next; the last gives the value."""
    for each in node.args[:-1]:
        x.unit.above.statement(x, state, each)
    x.straight = True
    return expand(x, node.args[-1])


@form("{}")
def tuple_form(x: Context, node: Node) -> Any:
    """A tuple; of two elements it stands for itself."""
    args = expand_args(x, node.args)
    return (args[0], args[1]) if len(args) == 2 else Node(node.form, node.meta, args)


@form("%{}")
def map_form(x: Context, node: Node) -> Any:
    """``%{key => value}`` and ``%{map | key => value}``."""
    args = node.args
    if len(args) == 1 and args[0].__class__ is Node and args[0].is_call("|", 2):
        update = args[0]
        if x.match is not None:
            raise x.error(node.meta, "cannot use map/struct update syntax in match, got: " + to_source(node))
        base, pairs = expand_args(x, [update.args[0], update.args[1]])
        _check_pairs(x, node, pairs)
        return Node(node.form, node.meta, [Node(update.form, update.meta, [base, pairs])])
    pairs = [_match_pair(x, node, pair) for pair in args] if x.match == "match" else expand_args(x, args)
    _check_pairs(x, node, pairs)
    _warn_repeated(x, node, pairs)
    return Node(node.form, node.meta, pairs)


def _match_pair(x: Context, node: Node, pair: Any) -> Any:
    if pair.__class__ is not tuple:
        return expand(x, pair)
    key = expand(x, pair[0])
    if key.__class__ is Node and key.is_variable:
        if key.form is UNDERSCORE:
            raise x.error(node.meta, "cannot use _ as a map key inside a pattern")
        raise x.error(
            node.meta,
            f"cannot use variable {key.form.name} as map key inside a pattern. Map keys in patterns can only be "
            "literals "
            "(such as atoms, strings, tuples, and the like) or an existing variable matched with the pin operator "
            "(such "
            "as ^some_var)",
        )
    return key, expand(x, pair[1])


def _check_pairs(x: Context, node: Node, pairs: Any) -> None:
    if pairs.__class__ is not list:
        raise x.error(node.meta, "expected key-value pairs in a map, got: " + to_source(pairs))
    for pair in pairs:
        if pair.__class__ is not tuple:
            raise x.error(node.meta, "expected key-value pairs in a map, got: " + to_source(pair))


def _warn_repeated(x: Context, node: Node, pairs: list[Any]) -> None:
    seen: set[Any] = set()
    for key, _ in pairs:
        if key.__class__ not in (Atom, int, str):
            continue
        if (key.__class__, key) in seen:
            x.warn(node.line, f"key {to_source(key)} will be overridden in map")
        seen.add((key.__class__, key))


@form("::", 2)
def type_operator(x: Context, node: Node) -> Any:
    """``::`` belongs into binaries and types."""
    raise x.error(
        node.meta,
        "misplaced operator ::/2\n\nThe :: operator is typically used in bitstrings to specify types and sizes of "
        "segments:\n\n    <<size::32-integer, letter::utf8, rest::binary>>\n\nIt is also used in typespecs, such as "
        "@type and @spec, to describe inputs and outputs"
    )


@form("|", 2)
def cons_operator(x: Context, node: Node) -> Any:
    """``|`` belongs at a list's end, into updates and types."""
    raise x.error(
        node.meta,
        "misplaced operator |/2\n\nThe | operator is typically used between brackets as the cons operator:\n\n"
        "    [head | tail]\n\nwhere head is a single element and the tail is the remaining of a list.\nIt is also "
        "used to update maps and structs, via the %{map | key: value} notation,\nand in typespecs, such as @type and "
        "@spec, to express the union of two types"
    )


def block(expressions: list[Any], node: Node) -> Any:
    """Return expanded expressions as one."""
    return expressions[0] if len(expressions) == 1 else Node(BLOCK, node.meta, expressions)
