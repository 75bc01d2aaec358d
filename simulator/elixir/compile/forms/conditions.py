"""Conditions: boolean expressions and guards as Python conditions, without atoms on the way.

A guard that goes wrong is false. Where what could go wrong can be asked before (``map_size(m)`` of what is
no map), it is; the other guards are evaluated by the runtime's ``holds``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.compile.forms.operators import comparison, type_test
from simulator.elixir.compile.frame import Frame, held
from simulator.elixir.compile.pieces import NUMERIC, Ex
from simulator.elixir.compile.questions import COMPARISONS, is_condition, is_shortcut, is_type_test, native
from simulator.elixir.compile.walk import FALSE, TRUE, is_variable, remote
from simulator.elixir.compile.writing import expression, expressions
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom


def condition(frame: Frame, node: Any) -> str:
    """Return the Python condition of such a node. Its evaluation may raise."""
    if node is TRUE or node is FALSE:
        return "True" if node is TRUE else "False"
    name, args = native(node) or ("", [])
    if name == "not":
        return f"not {strict(frame, args[0], 'not')}"
    if name in ("andalso", "orelse"):
        left = strict(frame, args[0], _WORDS[name])
        mark = len(frame.lines)
        right = condition(frame, args[1])
        if len(frame.lines) == mark:
            inner = native(args[0])
            if inner is not None and inner[0] == name and is_condition(args[0]) and left.startswith("("):
                left = left[1:-1]  # a chain of the same operator needs its parentheses only once
            return f"({left} {_WORDS[name]} {right})"
        return _in_steps(frame, mark, name, left, right)
    if len(args) == 2 and name in COMPARISONS:
        left_, right_ = expressions(frame, args)
        return comparison(frame, name, left_, right_) or ""
    values = [expression(frame, args[0])] if len(args) == 1 else expressions(frame, args)
    return type_test(frame, name, values) or ""


def _in_steps(frame: Frame, mark: int, name: str, left: str, right: str) -> str:
    """The right operand needs statements: they are made to depend on the left one."""
    written = frame.lines[mark:]
    del frame.lines[mark:]
    result = frame.fresh()
    frame.write(f"{result} = {left}")
    frame.write(f"if {result}:" if name == "andalso" else f"if not {result}:")
    frame.lines += [(indent + 1, text, line) for indent, text, line in written]
    frame.indent += 1
    frame.write(f"{result} = {right}")
    frame.indent -= 1
    return result


_WORDS = {"andalso": "and", "orelse": "or"}


def strict(frame: Frame, node: Any, word: str) -> str:
    """Return the condition of what must be true or false: anything else raises, as an operand of *word*."""
    if is_condition(node):
        return condition(frame, node)
    value = expression(frame, node)
    if value.kind == "bool":
        return f"{value} is TRUE"
    first, again = held(frame, value)
    return f"({first} is TRUE or {again} is not FALSE and not_boolean({again}, {word!r}))"


def truth(frame: Frame, node: Any) -> str:
    """Return the condition by which ``if`` decides: neither ``nil`` nor ``false``."""
    if is_condition(node):
        return condition(frame, node)
    if is_shortcut(node):
        return _shortcut(frame, node)
    return truth_of(frame, expression(frame, node))


def _shortcut(frame: Frame, node: Node) -> str:
    """Return the condition of ``a && b``, ``a || b``, ``!a``."""
    subject, options = node.args
    first, second = options[0][1]
    left = truth(frame, subject)
    if node.meta.get("form") == "if":
        return f"not ({left})" if first.args[1] is TRUE else left
    name = "andalso" if node.meta.get("form") == "&&" else "orelse"
    mark = len(frame.lines)
    right = truth(frame, second.args[1] if name == "andalso" else first.args[1])
    if len(frame.lines) == mark:
        return f"({left} {'and' if name == 'andalso' else 'or'} {right})"
    return _in_steps(frame, mark, name, left, right)


def truth_of(frame: Frame, value: Ex) -> str:
    """The same of a value."""
    if value.kind == "bool":
        return f"{value} is TRUE"
    first, again = held(frame, value)
    return f"({first} is not FALSE and {again} is not NIL)"


# -- guards -----------------------------------------------------------------------------------


def guard(frame: Frame, node: Any) -> str:
    """Return the condition of a guard, ``when`` one ``when`` other included; it never raises."""
    if node.__class__ is Node and node.is_call("when", 2):
        return f"({guard(frame, node.args[0])} or {guard(frame, node.args[1])})"
    text = _safe(frame, node)
    if text is None:
        generator, frame.generator = frame.generator, False  # in a lambda nothing waits
        test = condition(frame, node) if is_condition(node) else f"{expression(frame, node)} is TRUE"
        frame.generator = generator
        return f"holds(lambda: {test})"
    return text


def _safe(frame: Frame, node: Any) -> str | None:
    """Return a condition that never raises and is false where the guard fails; None if there is no such text."""
    if is_variable(node) or node.__class__ is not Node:
        value = _value(frame, node, [])
        return None if value is None else f"{value} is TRUE"
    found = native(node)
    if found is None:
        before: list[str] = []
        value = _value(frame, node, before)
        return None if value is None else " and ".join([*before, f"{value} is TRUE"])
    name, args = found
    if name == "andalso":
        left, right = _safe(frame, args[0]), _safe(frame, args[1])
        return None if left is None or right is None else f"{left} and {right}"
    if name == "orelse":
        operands = _alternatives(node)
        if not all([_harmless(each) and not is_variable(each) for each in operands[:-1]]):
            return None
        texts = [_safe(frame, each) for each in operands]
        known = [each for each in texts if each is not None]
        return f"({' or '.join(known)})" if len(known) == len(texts) else None
    if name == "not":
        if is_variable(args[0]):
            return f"{_value(frame, args[0], [])} is FALSE"
        inner = _safe(frame, args[0]) if _harmless(args[0]) else None
        return None if inner is None else f"not ({inner})"
    return _compared(frame, name, args)


def _alternatives(node: Any) -> list[Any]:
    """Return the operands of ``a or b or c``, which nests to the left: they are as many as there are."""
    operands: list[Any] = []
    while (found := native(node)) is not None and found[0] == "orelse":
        node, right = found[1]
        operands.append(right)
    return [node, *reversed(operands)]


def _compared(frame: Frame, name: str, args: list[Any]) -> str | None:
    before: list[str] = []
    values = [_value(frame, arg, before) for arg in args]
    if None in values or (name not in COMPARISONS and not is_type_test(name, args)):
        return None
    if name == "is_map_key":
        before.append(f"type({values[0]}) is Map")
    known: list[Any] = values
    text = comparison(frame, name, *known) if name in COMPARISONS else type_test(frame, name, known)
    return None if text is None else " and ".join([*before, text])


def _harmless(node: Any) -> bool:
    """Return whether a guard, or a part of it, can never go wrong."""
    if is_variable(node) or node.__class__ is not Node:
        return True
    found = native(node)
    if found is None:
        return False
    name, args = found
    if name in ("andalso", "orelse", "not"):
        return all([_harmless(arg) and not is_variable(arg) for arg in args])
    safe = name in COMPARISONS or (is_type_test(name, args) and name != "is_map_key")
    return safe and all([_harmless(arg) for arg in args])


def _value(frame: Frame, node: Any, before: list[str]) -> Any:
    """Return a value in a guard, and add to *before* what must hold first; None if it cannot be said so."""
    if node.__class__ is not Node:
        return expression(frame, node) if node.__class__ not in (list, tuple) or _constant(node) else None
    if is_variable(node):
        return frame.read((node.form.name, node.meta.get("version", node.args)))
    field = remote(node)
    if field is not None and node.meta.get("no_parens") and not node.args and field[0].__class__ is Node:
        inner = _value(frame, field[0], before)
        if inner is None:
            return None
        name = frame.fresh()
        first, again = held(frame, inner)
        before.append(f"type({first}) is Map and ({name} := {again}.d.get({_atom(frame, field[1])}, NO)) is not NO")
        return Ex(name, None, True)
    found = native(node)
    if found is None:
        return None
    name, args = found
    make = _PARTS.get((name, len(args)))
    if make is None:
        return None
    values = [_value(frame, arg, before) for arg in args]
    return None if None in values else make(frame, before, *values)


def _constant(node: Any) -> bool:
    return all(each.__class__ is not Node for each in node)


def _atom(frame: Frame, name: str) -> Ex:
    return frame.unit.atom(Atom(name))


def _kept(frame: Frame, value: Ex, before: list[str], test: str) -> Ex:
    first, again = held(frame, value)
    before.append(test.format(first, again))
    return again


def _arithmetic(operator: str) -> Any:
    def make(frame: Frame, before: list[str], left: Ex, right: Ex) -> Ex:
        if left.kind not in NUMERIC:
            left = _kept(frame, left, before, "type({0}) in NUMBERS")
        if right.kind not in NUMERIC:
            right = _kept(frame, right, before, "type({0}) in NUMBERS")
        return Ex(f"({left} {operator} {right})", "number")

    return make


def _remainder(name: str) -> Any:
    def make(frame: Frame, before: list[str], left: Ex, right: Ex) -> Any:
        if not (right.isdigit() and int(right)):
            return None
        again = _kept(frame, left, before, "type({0}) is int")
        operator = "%" if name == "rem" else "//"
        return Ex(f"({again} {operator} {right} if {again} >= 0 else {name}({again}, {right}))", "int")

    return make


def _element(frame: Frame, before: list[str], term: Ex, index: Ex) -> Any:
    if not index.isdigit():
        return None
    again = _kept(frame, term, before, "type({0}) is tuple and len({1}) > " + index)
    return Ex(f"{again}[{index}]")


def _sized(test: str, text: str) -> Any:
    def make(frame: Frame, before: list[str], value: Ex) -> Ex:
        return Ex(text.format(_kept(frame, value, before, test)), "int")

    return make


def _length(frame: Frame, before: list[str], value: Ex) -> Ex:
    name = frame.fresh()
    before.append(f"({name} := guard_length({value})) is not None")
    return Ex(name, "int", True)


def _cell(part: str) -> Any:
    def make(frame: Frame, before: list[str], value: Ex) -> Ex:
        again = _kept(frame, value, before, "(type({0}) is Cons or type({1}) is Lazy and force({1}))")
        return Ex(f"{again}.{part}")

    return make


_PARTS: dict[tuple[str, int], Any] = {
    ("+", 2): _arithmetic("+"), ("-", 2): _arithmetic("-"), ("*", 2): _arithmetic("*"),
    ("rem", 2): _remainder("rem"), ("div", 2): _remainder("div"), ("elem", 2): _element,
    ("map_size", 1): _sized("type({0}) is Map", "len({0}.d)"),
    ("tuple_size", 1): _sized("type({0}) is tuple", "len({0})"),
    ("byte_size", 1): _sized("type({0}) in BINARIES", "byte_size({0})"),
    ("length", 1): _length, ("hd", 1): _cell("head"), ("tl", 1): _cell("tail"),
    ("self", 0): lambda frame, before: Ex("self_pid()"),
}  # fmt: skip
