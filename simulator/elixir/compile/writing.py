"""Writing: an expression of Elixir as a Python expression, with the statements that it needs before it.

What Elixir evaluates first is evaluated first here: when an argument needs statements, the arguments
before it are put into variables (:func:`expressions`).
"""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any

from simulator.elixir.compile.frame import Frame
from simulator.elixir.compile.outlined import is_too_deep, outline, within
from simulator.elixir.compile.pieces import DEEP, DISCARD, RETURN, Dest, Ex, nested
from simulator.elixir.compile.questions import is_condition, native
from simulator.elixir.compile.walk import variable_key
from simulator.elixir.runtime.titles import captured
from simulator.elixir.tree.errors import CompileError
from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom, inspect
from simulator.terms.bits import Bits, number_of

_PLAIN = (Atom, int, float, str, bytes)

Emitter = Callable[[Frame, Node, Dest], None]

CONTROL: dict[str, Emitter] = {}
"""Forms that are written as statements; their modules add themselves (:mod:`simulator.elixir.compile.forms.table`)."""

VALUES: dict[str, Callable[[Frame, Node], Ex]] = {}
"""Forms that are written as expressions; :mod:`simulator.elixir.compile.forms.table` fills it."""


def control(name: str) -> Callable[[Emitter], Emitter]:
    """Register what writes a form as statements."""

    def register(emitter: Emitter) -> Emitter:
        CONTROL[name] = emitter
        return emitter

    return register


def emit(frame: Frame, node: Any, dest: Dest) -> None:
    """Write *node* so that its value goes to *dest*."""
    if node.__class__ is Node and node.args.__class__ is list:
        frame.at(node)
        if node.form.__class__ is Atom:
            emitter = CONTROL.get(node.form.name)
            if emitter is not None:
                if is_too_deep(frame, node.form.name):
                    put(frame, dest, outline(frame, node, emitter))
                else:
                    within(frame, node, dest, emitter)
                return
        if dest is RETURN and frame.unit.forms.tail_call(frame, node):
            return
        logic = native(node)
        if logic is not None and logic[0] in ("andalso", "orelse") and not is_condition(node):
            frame.unit.forms.logic(frame, logic[0], logic[1], dest)
            return
    line = frame.line
    value = expression(frame, node)
    frame.line = line
    put(frame, dest, value)


def put(frame: Frame, dest: Dest, value: Ex) -> None:
    """Let a value go to *dest*."""
    if dest is RETURN:
        frame.write(f"return {value}")
    elif dest is DISCARD:
        if not value.stable:
            frame.write(str(value))
    elif dest.name != value:
        frame.write(f"{dest.name} = {value}")


def expression(frame: Frame, node: Any) -> Ex:
    """Return *node* as a Python expression; statements that it needs are written."""
    kind = node.__class__
    if kind is Node:
        if node.args.__class__ is not list:
            return frame.read(variable_key(node))
        frame.at(node)
        if node.form.__class__ is Atom:
            name = node.form.name
            make = VALUES.get(name)
            if make is not None:
                return make(frame, node)
            if name in CONTROL:
                return _in_statements(frame, node)
        elif is_condition(node):
            return nested(f"(TRUE if {frame.unit.forms.condition(frame, node)} else FALSE)", "bool")
        else:
            logic = native(node)
            if logic is not None and logic[0] in ("andalso", "orelse"):
                return _in_statements(frame, node)
        value = frame.unit.forms.call(frame, node)
        return value if value.depth < DEEP else frame.keep(value)
    return literal(frame, node)


def _in_statements(frame: Frame, node: Node) -> Ex:
    name = frame.fresh()
    emit(frame, node, Dest(name))
    return frame.named(name)


def literal(frame: Frame, node: Any) -> Ex:
    kind = node.__class__
    if kind is Atom:
        return frame.unit.atom(node)
    if kind is int:
        if node.bit_length() > 4000:  # Python refuses decimal texts of more than 4,300 digits
            return frame.unit.constant(hex(node), "int")
        return Ex(repr(node) if node >= 0 else f"({node!r})", "int", True)
    if kind is float:
        return Ex(repr(node) if node >= 0 else f"({node!r})", "number", True)
    if kind is str or kind is bytes:
        return Ex(repr(node), "str" if kind is str else None, True)
    text = constant_text(frame, node)
    if text is not None:
        return Ex("EMPTY", None, True) if text == "EMPTY" else frame.unit.constant(text)
    if kind is tuple:
        return tuple_of(expressions(frame, list(node)))
    if kind is list:
        return _list(frame, node)
    if frame.unit.kept is not None and kind is not Node:
        return frame.unit.keep(node)
    if kind is FunctionType:
        code = captured(node, Meta(frame.line))
        if code is not node:
            return expression(frame, code)
    supported = "lists, tuples, maps, atoms, numbers, bitstrings"
    problem = f"cannot escape {inspect(node)}. The supported values are: {supported}"
    raise CompileError(problem, frame.unit.file, frame.line, 0, "ArgumentError")


def constant_text(frame: Frame, node: Any) -> str | None:
    """Return the text of a term without any code in it; None for others."""
    kind = node.__class__
    if kind is Node:
        return None
    if kind is tuple:
        parts = [constant_text(frame, part) for part in node]
        return None if None in parts else f"({', '.join(map(str, parts))},)"
    if kind is list:
        parts = [constant_text(frame, part) for part in node]
        if None in parts:
            return None
        return "EMPTY" if not parts else f"from_list([{', '.join(map(str, parts))}])"
    if kind is Bits:
        number, size = number_of(node)
        return f"build_bits((('integer', {hex(number)}, {size}, False),))"
    return str(literal(frame, node)) if kind in _PLAIN else None


def tuple_of(values: list[Ex]) -> Ex:
    """Return the tuple of these values."""
    return nested(f"({', '.join(values)}{',' if len(values) == 1 else ''})", None, *values)


def _list(frame: Frame, items: list[Any]) -> Ex:
    heads, tail = list(items), None
    last = heads[-1]
    if last.__class__ is Node and last.is_call("|", 2):
        heads[-1], tail = last.args
    values = expressions(frame, heads if tail is None else [*heads, tail])
    end = Ex("EMPTY", None, True) if tail is None else values.pop()
    if len(values) > 4:
        rest = "" if tail is None else f", {end}"
        return nested(f"from_list([{', '.join(values)}]{rest})", None, *values, end)
    text = str(end)
    for value in reversed(values):
        text = f"Cons({value}, {text})"
    made = nested(text, None, *values, end)
    made.depth += len(values)
    return made


def expressions(frame: Frame, nodes: list[Any]) -> list[Ex]:
    """Return several expressions that are evaluated in this order."""
    values: list[Ex] = []
    lines = frame.lines
    for node in nodes:
        mark = len(lines)
        value = expression(frame, node)
        if value.depth >= DEEP:
            value = frame.keep(value)
        if len(lines) > mark and values:
            spilled = []
            for index, early in enumerate(values):
                if not early.stable:
                    name = frame.fresh()
                    spilled.append((frame.indent, f"{name} = {early}", frame.line))
                    values[index] = frame.named(name, early.kind)
            lines[mark:mark] = spilled
        values.append(value)
    return values
