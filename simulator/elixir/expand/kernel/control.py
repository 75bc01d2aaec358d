"""Kernel's macros of control: ``if``, ``unless``, ``&&``, ``||``, ``!``, ``and``, ``or``, pipes, ``tap``, ``then``."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.names.macro_table import Done, kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.tree.build import (
    DO,
    ELSE,
    FALSE,
    NIL,
    TRUE,
    arrow,
    case,
    erlang,
    guarded,
    keyword,
    underscore,
)
from simulator.elixir.tree.nodes import Meta, Node
from simulator.elixir.tree.to_source import BINARY, to_source
from simulator.terms import Atom


def fresh(x: Context, name: str, meta: Meta) -> Node:
    """Return a variable that no source can name."""
    return Node(Atom(name), meta.with_(counter=x.unit.next()), Atom("Elixir.Kernel"))


def is_falsy(subject: Any, meta: Meta) -> Node:
    """Return the guard that *subject* is ``false`` or ``nil``."""
    return erlang("orelse", [erlang("=:=", [subject, FALSE], meta), erlang("=:=", [subject, NIL], meta)], meta)


def choice(x: Context, node: Node, condition: Any, yes: Any, no: Any) -> Node:
    """Return the ``case`` that takes *no* for ``false`` and ``nil``, else *yes*; it is marked ``form: "if"``."""
    meta = Meta(node.meta.line, node.meta.column)
    name = fresh(x, "x", meta)
    return case(condition, [guarded(name, is_falsy(name, meta), no, meta), arrow([underscore(meta)], yes, meta)],
                meta.with_(form="if"))  # fmt: skip


def _branches(x: Context, node: Node, kind: str) -> tuple[Any, Any]:
    options = node.args[1]
    bad = options.__class__ is not list or any(
        pair.__class__ is not tuple or pair[0] not in (DO, ELSE) for pair in options
    )
    if bad:
        raise x.error(node.meta, f"invalid or duplicate keys for {kind}, only \"do\" and an optional \"else\" are "
                      "permitted", "ArgumentError")  # fmt: skip
    if len({pair[0] for pair in options}) != len(options):
        raise x.error(node.meta, f"invalid or duplicate keys for {kind}, only \"do\" and an optional \"else\" are "
                      "permitted", "ArgumentError")  # fmt: skip
    yes, no = keyword(options, "do"), keyword(options, "else")
    return yes, NIL if no is None else no


@kernel_macro(("if", 2))
def _if(x: Context, node: Node) -> Any:
    yes, no = _branches(x, node, "if")
    return choice(x, node, node.args[0], yes, no)


@kernel_macro(("unless", 2))
def _unless(x: Context, node: Node) -> Any:
    yes, no = _branches(x, node, "unless")
    return choice(x, node, node.args[0], no, yes)


@kernel_macro(("&&", 2))
def _both(x: Context, node: Node) -> Any:
    left, right = node.args
    name = fresh(x, "x", node.meta)
    return case(left, [guarded(name, is_falsy(name, node.meta), name, node.meta),
                       arrow([underscore(node.meta)], right, node.meta)], node.meta.with_(form="&&"))  # fmt: skip


@kernel_macro(("||", 2))
def _either(x: Context, node: Node) -> Any:
    left, right = node.args
    name = fresh(x, "x", node.meta)
    return case(left, [guarded(name, is_falsy(name, node.meta), right, node.meta),
                       arrow([name], name, node.meta)], node.meta.with_(form="||"))  # fmt: skip


@kernel_macro(("!", 1))
def _not(x: Context, node: Node) -> Any:
    inner = node.args[0]
    if inner.__class__ is Node and inner.is_call("!", 1):
        return choice(x, node, inner.args[0], TRUE, FALSE)
    return choice(x, node, inner, FALSE, TRUE)


@kernel_macro(("and", 2), ("or", 2))
def _boolean(x: Context, node: Node) -> Any:
    name = "andalso" if node.form is Atom("and") else "orelse"
    if x.match == "match":
        raise x.error(node.meta, f"cannot invoke remote function :erlang.{name}/2 inside a match")
    left = expand(x, node.args[0])
    before = x.vars
    right = expand(x, node.args[1])
    x.vars = before
    return Done(erlang(name, [left, right], node.meta))


@kernel_macro(("|>", 2))
def _pipe(x: Context, node: Node) -> Any:
    steps: list[tuple[Any, Node]] = []
    first: Any = node
    while first.__class__ is Node and first.is_call("|>", 2):
        steps += reversed(_unpiped(first.args[1], first))
        first = first.args[0]
    whole = first
    for step, operator in reversed(steps):
        if step.__class__ is Node and (step.is_call("dbg", 0) or step.is_call("dbg", 1)):
            first = piped(x, whole, step, operator)
            whole = first
        else:
            first = piped(x, first, step, operator)
            whole = Node(operator.form, operator.meta, [whole, step])
    return first


def _unpiped(step: Any, operator: Node) -> list[tuple[Any, Node]]:
    """Return the steps of what is piped into, which may be a pipe itself, each with its operator."""
    if step.__class__ is Node and step.is_call("|>", 2):
        return [*_unpiped(step.args[0], operator), *_unpiped(step.args[1], step)]
    return [(step, operator)]


def piped(x: Context, value: Any, step: Any, operator: Node, position: int = 0) -> Any:
    """Return *step* with *value* as its first argument."""
    if step.__class__ is not Node:
        raise x.error(operator.meta, _bad_pipe(value, step, "can only pipe into local calls foo(), remote calls "
                      "Foo.bar() or anonymous function calls foo.()"), "ArgumentError")  # fmt: skip
    if step.form is Atom("fn"):
        raise x.error(operator.meta, _bad_fn(value), "ArgumentError")
    if step.form is Atom("__aliases__") or step.form is Atom("{}") or step.form is Atom("%{}"):
        raise x.error(operator.meta, _bad_pipe(value, step, "can only pipe into local calls foo(), remote calls "
                      "Foo.bar() or anonymous function calls foo.()"), "ArgumentError")  # fmt: skip
    if step.form.__class__ is Atom and step.form.name in BINARY and step.args.__class__ is list and len(step.args) == 2:
        raise x.error(operator.meta, _bad_pipe(value, step, f"the :{step.form.name} operator can only take one "
                      "argument"), "ArgumentError")  # fmt: skip
    if step.args.__class__ is list:
        return Node(step.form, step.meta, [*step.args[:position], value, *step.args[position:]])
    return Node(step.form, step.meta, [value])


def _bad_pipe(value: Any, step: Any, why: str) -> str:
    return f"cannot pipe {to_source(value)} into {to_source(step)}, {why}"


def _bad_fn(value: Any) -> str:
    return (
        f"cannot pipe {to_source(value)} into an anonymous function without calling the function; use Kernel.then/2 "
        "instead or define the anonymous function as a regular private function"
    )


@kernel_macro(("tap", 2))
def _tap(x: Context, node: Node) -> Any:
    name = fresh(x, "tap", node.meta)
    meta = node.meta
    function = Node(Node(Atom("."), meta, [node.args[1]]), meta, [name])
    return Node(Atom("__block__"), meta, [Node(Atom("="), meta, [name, node.args[0]]),
                                          Node(Atom("="), meta, [underscore(meta), function]), name])  # fmt: skip


@kernel_macro(("then", 2))
def _then(x: Context, node: Node) -> Any:
    return Node(Node(Atom("."), node.meta, [node.args[1]]), node.meta, [node.args[0]])
