"""Blocks, matches, logic, tuples: the forms from which all others are put together."""

from __future__ import annotations

from typing import Any

from simulator.elixir.compile.forms.conditions import strict
from simulator.elixir.compile.forms.patterns import Match
from simulator.elixir.compile.frame import Frame
from simulator.elixir.compile.pieces import DISCARD, Dest, Ex, identifier
from simulator.elixir.compile.walk import is_variable, variable_key
from simulator.elixir.compile.writing import (
    CONTROL,
    constant_text,
    control,
    emit,
    expression,
    expressions,
    put,
    tuple_of,
)
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom


def build_tuple(frame: Frame, node: Node) -> Ex:
    """``{a, b}`` as an expression."""
    text = constant_text(frame, tuple(node.args))
    if text is not None:
        return frame.unit.constant(text if node.args else "()")
    return tuple_of(expressions(frame, node.args))


def stacktrace(frame: Frame, node: Node) -> Ex:
    """``__STACKTRACE__``."""
    return Ex(f"stacktrace({frame.exception})") if frame.exception else Ex("EMPTY", None, True)


def define(frame: Frame, node: Node) -> Ex:
    """``defmodule`` where it is run: the body of the module, and what it gives."""
    analysis = frame.unit.analysis
    module = analysis.versions.get(node.meta.get("number"))
    value = None
    if module is not None:
        name = module.name.name
        if node.args[0].name in analysis.redefined:
            keys = [f"{each.name}/{each.arity}" for each in module.functions if not each.private]
            functions = ", ".join([f"{key!r}: {frame.unit.function(f'{name}.{key}')}" for key in keys])
            frame.write(f"redefine({frame.unit.atom(node.args[0])}, {{{functions}}})")
        if module.body is not None:
            body = frame.unit.function(f"{name}.__body__/0")
            value = frame.fresh()
            frame.write(f"{value} = " + (f"yield from {body}()" if frame.generator else f"settle({body}())"))
        if module.value is not None:
            value = expression(frame, module.value)
    given = [expression(frame, each) for each in node.args]
    return Ex(f"define({', '.join(map(str, [*given, value or 'NIL']))})")


@control("__block__")
def block(frame: Frame, node: Node, dest: Dest) -> None:
    """Expressions in order; the last one gives the value."""
    if not node.args:
        put(frame, dest, frame.unit.atom(Atom("nil")))
        return
    for each in node.args[:-1]:
        emit(frame, each, DISCARD)
    emit(frame, node.args[-1], dest)


@control("=")
def match(frame: Frame, node: Node, dest: Dest) -> None:
    """``pattern = value``."""
    left, right = node.args
    if is_variable(left):
        value = _assigned(frame, left, right)
    else:
        line = frame.line
        value = frame.keep(expression(frame, right))
        frame.line = line
        matched = Match(frame)
        matched.add(left, value)
        test, rest = matched.condition()
        if test:
            frame.write(f"if not ({test}):")
            frame.lines.append((frame.indent + 1, f"raise bad_match({value})", frame.line))
        for statement in rest:
            frame.write(statement)
    put(frame, dest, value)


def _is_control(form: Any) -> bool:
    return form.__class__ is Atom and form.name in CONTROL and form.name not in ("=", "__block__")


def _assigned(frame: Frame, left: Node, right: Any) -> Ex:
    if left.form.name == "_":
        return frame.keep(expression(frame, right))
    key = variable_key(left)
    if right.__class__ is Node and right.args.__class__ is list and _is_control(right.form):
        name = frame.fresh(f"{identifier(left.form.name)}_")
        emit(frame, right, Dest(name))
        value = frame.named(name)
        frame.bind(key, value)
        return value
    line = frame.line
    value = expression(frame, right)
    frame.line = line
    if not value.stable:
        name = frame.variable(key)
        frame.write(f"{name} = {value}")
        value = frame.named(name, value.kind)
    frame.bind(key, value)
    return value


def logic(frame: Frame, name: str, args: list[Any], dest: Dest) -> None:
    """``and``/``or`` whose right operand may be anything."""
    test = strict(frame, args[0], "and" if name == "andalso" else "or")
    frame.write(f"if {test}:" if name == "andalso" else f"if not {test}:")
    frame.indent += 1
    mark = len(frame.lines)
    emit(frame, args[1], dest)
    if len(frame.lines) == mark:
        frame.write("pass")
    frame.indent -= 1
    if dest is not DISCARD:
        frame.write("else:")
        frame.indent += 1
        put(frame, dest, frame.unit.atom(Atom("false" if name == "andalso" else "true")))
        frame.indent -= 1
