"""Operators: the tree's nesting is mended where it differs from Elixir's."""

from __future__ import annotations

from typing import Any

from simulator.elixir.ast import Node
from simulator.elixir.syntax.blocks import parenthesised
from simulator.elixir.syntax.source import Source
from simulator.elixir.syntax.table import all_of, convert, converter
from simulator.terms import Atom

_IN, _NOT, _PIPE, _RANGE, _STEPS = Atom("in"), Atom("not"), Atom("|"), Atom(".."), Atom("..//")
_NEGATIONS = (_NOT, Atom("!"))
_LOOSER = {"<-": 40, "\\\\": 40, "when": 50, "::": 60, "|": 70}
"""Operators that bind looser than ``=>``, with Elixir's precedence; the first two group to the left."""


@converter("unary_operator")
def _unary(source: Source, node: Any) -> Node:
    operator, *operand = all_of(node)
    name = Atom(source.text(operator))
    if operand[0].type == "(":
        return Node(name, source.meta(operator), [parenthesised(source, operand[0], operand[1:-1])])
    return Node(name, source.meta(operator), [convert(source, operand[0])])


@converter("binary_operator")
def _binary(source: Source, node: Any) -> Node:
    left_node, operator, right_node = all_of(node)
    left, right = convert(source, left_node), convert(source, right_node)
    meta = source.meta(operator)
    kind = operator.type
    if kind == "not in":
        return Node(_NOT, meta, [Node(_IN, meta, [left, right])])
    if left.__class__ is Node:
        if kind == "//" and left.form is _RANGE:
            return Node(_STEPS, left.meta, [*left.args, right])
        if kind == "in" and left.form in _NEGATIONS and len(left.args) == 1:
            return Node(left.form, meta, [Node(_IN, meta, [left.args[0], right])])
    return Node(Atom(kind), meta, [left, right])


def associations(source: Source, item: Any) -> Any:
    """Convert an item of a map: ``key => value`` becomes a 2-tuple.

    An item is ``key => value`` or ``subject | key => value``, whatever operators the value has: the tree
    has ``key => a | b`` as ``(key => a) | b``.
    """
    if item.type != "binary_operator":
        return convert(source, item)
    operands, operators = _flatten(item)
    names = [operator.type for operator in operators]
    if "=>" not in names:
        return convert(source, item)
    at = names.index("=>")
    value = _rebuild(source, operands[at + 1 :], operators[at + 1 :])
    if at and names[0] == "|":
        key = _rebuild(source, operands[1 : at + 1], operators[1:at])
        return Node(_PIPE, source.meta(operators[0]), [convert(source, operands[0]), [(key, value)]])
    return _rebuild(source, operands[: at + 1], operators[:at]), value


def _flatten(item: Any) -> tuple[list[Any], list[Any]]:
    """Return operands and operators of the loose operators at the top of *item*, in the order of the source."""
    if item.type != "binary_operator":
        return [item], []
    first, operator, second = all_of(item)
    if operator.type != "=>" and operator.type not in _LOOSER:
        return [item], []
    left, right = _flatten(first), _flatten(second)
    return left[0] + right[0], [*left[1], operator, *right[1]]


def _rebuild(source: Source, operands: list[Any], operators: list[Any]) -> Any:
    """Group loose operators by Elixir's precedence."""
    if not operators:
        return convert(source, operands[0])
    lowest = min(_LOOSER.get(operator.type, 80) for operator in operators)
    places = [i for i, operator in enumerate(operators) if _LOOSER.get(operator.type, 80) == lowest]
    at = places[-1] if lowest == 40 else places[0]
    left = _rebuild(source, operands[: at + 1], operators[:at])
    right = _rebuild(source, operands[at + 1 :], operators[at + 1 :])
    return Node(Atom(operators[at].type), source.meta(operators[at]), [left, right])
