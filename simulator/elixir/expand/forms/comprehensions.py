"""``for`` and ``with``."""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.forms.clauses import clauses, guard, head, pattern, refuse_in_match
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand, form
from simulator.elixir.tree.build import DO, WHEN
from simulator.elixir.tree.nodes import Node
from simulator.elixir.tree.to_source import to_source
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

_ARROW = Atom("<-")


def _split(node: Node) -> tuple[list[Any], list[Any]]:
    """Return the steps and the options (the keywords at the end, ``do`` among them)."""
    args = node.args
    options: list[Any] = []
    if args and _is_options(args[-1]):
        options = args[-1]
        args = args[:-1]
        if args and _is_options(args[-1]) and args[-1]:
            options = args[-1] + options
            args = args[:-1]
    return args, options


def _is_options(value: Any) -> bool:
    return value.__class__ is list and all(
        pair.__class__ is tuple and len(pair) == 2 and pair[0].__class__ is Atom for pair in value
    )


@form("for")
def for_form(x: Context, node: Node) -> Any:
    """``for generators and filters, options do body end``."""
    refuse_in_match(x, node, "for")
    steps, options = _split(node)
    saved = x.open()
    given: list[Any] = []
    body: Any = None
    for key, value in options:
        if key is DO:
            body = value
        elif key.name not in ("into", "reduce", "uniq"):
            raise x.error(node.meta, f"unsupported option {inspect_term(key)} given to for")
        else:
            given.append((key, expand(x, value)))
    if all(key is not DO for key, _ in options):
        raise x.error(node.meta, "missing :do option in \"for\"")
    _check_options(x, node, given)
    if not steps or not _is_generator(steps[0]):
        raise x.error(node.meta, "for comprehensions must start with a generator")
    done = [_step(x, node, step) for step in steps]
    given.append((DO, _body(x, node, given, body)))
    x.close(saved)
    return Node(node.form, node.meta, [*done, given])


def _check_options(x: Context, node: Node, given: list[Any]) -> None:
    keys = [key.name for key, _ in given]
    for key, value in given:
        if key.name == "uniq" and value not in (Atom("true"), Atom("false")):
            raise x.error(node.meta, f":uniq option for comprehensions only accepts a boolean, got: {to_source(value)}")
    if "reduce" in keys and ("into" in keys or "uniq" in keys):
        raise x.error(node.meta, "cannot use :into or :uniq alongside :reduce in comprehension")


def _is_generator(step: Any) -> bool:
    return step.__class__ is Node and (
        step.is_call("<-", 2) or (step.form is Atom("<<>>") and bool(step.args) and step.args[-1].__class__ is Node
                                  and step.args[-1].is_call("<-", 2))
    )  # fmt: skip


def _step(x: Context, node: Node, step: Any) -> Any:
    if not _is_generator(step):
        return expand(x, step)
    if step.form is _ARROW:
        return _generator(x, step, step.args[0])
    last = step.args[-1]
    source = expand(x, last.args[1])
    binary = pattern(x, [Node(step.form, step.meta, [*step.args[:-1], last.args[0]])])[0]
    return Node(step.form, step.meta, [Node(_ARROW, last.meta, [binary, source])])


def _generator(x: Context, step: Node, left: Any) -> Node:
    right = expand(x, step.args[1])
    return Node(_ARROW, step.meta, [_left(x, left), right])


def _left(x: Context, left: Any) -> Any:
    if left.__class__ is Node and left.form is WHEN and left.args.__class__ is list:
        patterns = pattern(x, left.args[:-1])
        return Node(WHEN, left.meta, [*patterns, guard(x, left.args[-1])])
    return pattern(x, [left])[0]


def _body(x: Context, node: Node, given: list[Any], body: Any) -> Any:
    arrows = body.__class__ is list and body and all(
        each.__class__ is Node and each.form is Atom("->") for each in body
    )
    if any(key.name == "reduce" for key, _ in given):
        if not arrows:
            raise x.error(
                node.meta,
                "when using :reduce with comprehensions, the do block must be written using acc -> expr clauses, where "
                "each clause expects the accumulator as a single argument",
            )
        return clauses(x, "for", "do", body, node, head, 1)
    if arrows:
        raise x.error(node.meta, "the do block was written using acc -> expr clauses but the :reduce option was not "
                      "given")  # fmt: skip
    return expand(x, body)


@form("with")
def with_form(x: Context, node: Node) -> Any:
    """``with pattern <- value, ... do body else clauses end``."""
    refuse_in_match(x, node, "with")
    steps, options = _split(node)
    otherwise: list[Any] | None = None
    for key, _ in options:
        if key.name not in ("do", "else"):
            raise x.error(node.meta, f"unexpected option {inspect_term(key)} in \"with\"")
    if all(key is not DO for key, _ in options):
        raise x.error(node.meta, "missing :do option in \"with\"")
    saved = x.open()
    done = []
    for step in steps:
        if step.__class__ is Node and step.is_call("<-", 2):
            done.append(_generator(x, step, step.args[0]))
        else:
            done.append(expand(x, step))
    body = expand(x, next(value for key, value in options if key is DO))
    x.close(saved)
    for key, value in options:
        if key.name == "else":
            otherwise = clauses(x, "with", "else", value, node, head, 1)
    result = [(DO, body)] if otherwise is None else [(DO, body), (Atom("else"), otherwise)]
    return Node(node.form, node.meta, [*done, result])

