"""``in``, and ranges: ``..``, ``..//``."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.kernel.control import fresh
from simulator.elixir.expand.names.macro_table import Done, kernel_macro
from simulator.elixir.expand.names.macros import expand_once
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand, expand_args
from simulator.elixir.tree.build import FALSE, arrow, case, elixir, erlang, keyword, remote, underscore
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom


@kernel_macro(("in", 2))
def _in(x: Context, node: Node) -> Any:
    left, right = node.args
    right = _plain(x, right)
    if x.match == "match":
        raise x.error(node.meta, "invalid pattern in match, in is not allowed in matches")
    if right.__class__ is list:
        return _in_list(x, node, left, right)
    if right.__class__ is Node and right.form is Atom("%{}") and keyword(right.args, "__struct__") is not None:
        if x.match == "guard":
            return _in_range(x, node, left, right.args)
    elif x.match == "guard":
        raise x.error(node.meta, 'invalid right argument for operator "in", it expects a compile-time proper list or '
                      "compile-time range on the right side when used in guard expressions, got: "
                      f"{to_source(right)}", "ArgumentError")  # fmt: skip
    return elixir("Enum", "member?", [right, left], node.meta)


def _plain(x: Context, node: Any) -> Any:
    """Return a list or range that macros and attributes give, as far as it can be told here."""
    if node.__class__ is Node and node.args.__class__ is list and node.form.__class__ is Atom \
            and (node.form.name in ("..", "..//", "@") or node.form.name.startswith("sigil_")):  # fmt: skip
        saved = x.match
        x.match = None if node.form is Atom("@") else x.match
        made = expand_once(x, node)
        if made is node:
            made = expand(x, node)
        x.match = saved
        return made
    return node


def _in_list(x: Context, node: Node, left: Any, items: list[Any]) -> Any:
    meta = node.meta
    if not items:
        return case(left, [arrow([underscore(meta)], FALSE, meta)], meta) if x.match is None else FALSE
    if items[-1].__class__ is Node and items[-1].is_call("|", 2):
        if x.match == "guard":
            return _in_cons(x, node, left, items)
        return elixir("Enum", "member?", [items, left], meta)
    if x.match == "guard":
        return _any(left, items, meta)
    if all(item.__class__ in (int, str, float, bytes, Atom) for item in items):
        return Done(remote_member(x, left, items, meta))
    name = fresh(x, "in", meta)
    return Node(Atom("__block__"), meta, [Node(Atom("="), meta, [name, left]), _any(name, items, meta)])


def _in_cons(x: Context, node: Node, left: Any, items: list[Any]) -> Any:
    last = items[-1]
    heads = _any(left, [*items[:-1], last.args[0]], node.meta)
    tail = elixir("Kernel", "in", [left, last.args[1]], node.meta)
    return erlang("orelse", [heads, tail], node.meta)


def _any(left: Any, items: list[Any], meta: Meta) -> Any:
    result = erlang("=:=", [left, items[0]], meta)
    for item in items[1:]:
        result = erlang("orelse", [result, erlang("=:=", [left, item], meta)], meta)
    return result


def remote_member(x: Context, left: Any, items: list[Any], meta: Meta) -> Node:
    """Return ``:lists.member(left, items)`` on literals, which compares strictly."""
    done = expand_args(x, [left, items])
    return remote(Atom("lists"), "member", done, meta)


def _in_range(x: Context, node: Node, left: Any, pairs: list[Any]) -> Any:
    meta = node.meta
    first, last, step = (keyword(pairs, key) for key in ("first", "last", "step"))
    integer = elixir("Kernel", "is_integer", [left], meta)

    def both(one: Any, other: Any) -> Node:
        return erlang("andalso", [one, other], meta)

    def inside(low: Any, high: Any) -> Node:
        return both(erlang(">=", [left, low], meta), erlang("=<", [left, high], meta))

    if step.__class__ is not int:
        raise x.not_supported(meta, "a range whose step is no literal, in a guard")
    if step in (1, -1):
        return both(integer, inside(first, last) if step == 1 else inside(last, first))
    rest = erlang("rem", [erlang("-", [left, first], meta), step], meta)
    limits = inside(first, last) if step > 0 else inside(last, first)
    return both(integer, both(limits, erlang("=:=", [rest, 0], meta)))


@kernel_macro(("..", 0), ("..", 2), ("..//", 3))
def _range(x: Context, node: Node) -> Any:
    if not node.args:
        return _range_struct([0, -1, 1], node.meta)
    first, last = expand_args(x, node.args[:2]) if x.match is None else [expand(x, each) for each in node.args[:2]]
    step = expand(x, node.args[2]) if len(node.args) == 3 else None
    for limit in (first, last, *(() if step is None else (step,))):
        if limit.__class__ in (float, str, bytes, Atom, list, tuple):
            raise x.error(node.meta, "ranges (first..last//step) expect both sides to be integers, got: "
                          f"{to_source(node)}", "ArgumentError")  # fmt: skip
    if x.match == "match":
        pattern = [first, last, Node(Atom("_"), node.meta, None) if step is None else step]
        return Done(_range_struct(pattern, node.meta))
    if first.__class__ is int and last.__class__ is int and (step is None or step.__class__ is int):
        if step == 0:
            raise x.error(node.meta, f"ranges (first..last//step) expect the step to be a non-zero integer, got: "
                          f"{to_source(node)}", "ArgumentError")  # fmt: skip
        chosen = step if step is not None else (1 if first <= last else -1)
        return Done(_range_struct([first, last, chosen], node.meta))
    arguments = [first, last] if step is None else [first, last, step]
    if x.match == "guard":
        return Done(_range_struct([first, last, 1 if step is None else step], node.meta))
    return Done(elixir("Range", "new", arguments, node.meta))


def _range_struct(parts: list[Any], meta: Meta) -> Node:
    first, last, step = parts
    return Node(Atom("%{}"), meta, [
        (Atom("__struct__"), Atom("Elixir.Range")), (Atom("first"), first), (Atom("last"), last), (Atom("step"), step),
    ])  # fmt: skip
