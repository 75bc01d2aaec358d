"""Maps and structs: building and updating them."""

from __future__ import annotations

from typing import Any

from simulator.elixir.compile.frame import Frame
from simulator.elixir.compile.pieces import Ex, nested
from simulator.elixir.compile.writing import constant_text, expressions
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom

_PLAIN = (Atom, int, str, bytes)


def build_map(frame: Frame, node: Node) -> Ex:
    """``%{key => value}`` and ``%{map | key => value}``."""
    args = node.args
    if len(args) == 1 and args[0].__class__ is Node and args[0].is_call("|", 2):
        return _update(frame, args[0])
    if not args:
        return Ex("EMPTY_MAP", None, True)
    keys = [key for key, _ in args]
    if all(key.__class__ in _PLAIN for key in keys):
        text = constant_text(frame, [value for _, value in args])
        made = _pairs(frame, args)
        made = nested(f"Map({{{made}}})", None, made)
        return frame.unit.constant(str(made)) if text is not None else made
    values = _flat(frame, args)
    pairs = ", ".join([f"({key}, {value})" for key, value in zip(values[::2], values[1::2], strict=True)])
    return nested(f"from_pairs(({pairs},))", None, *values)


def _flat(frame: Frame, pairs: list[Any]) -> list[Ex]:
    return expressions(frame, [each for pair in pairs for each in pair])


def _pairs(frame: Frame, pairs: list[Any]) -> Ex:
    """Return the inside of a Python dict with literal keys."""
    values = _flat(frame, pairs)
    return nested(", ".join([f"{k}: {v}" for k, v in zip(values[::2], values[1::2], strict=True)]), None, *values)


def _update(frame: Frame, node: Node) -> Ex:
    base, pairs = node.args
    term, *values = expressions(frame, [base, *[each for pair in pairs for each in pair]])
    keys = [key for key, _ in pairs]
    if all(key.__class__ in _PLAIN for key in keys):
        new = ", ".join([f"{k}: {v}" for k, v in zip(values[::2], values[1::2], strict=True)])
        return nested(f"update_map({term}, {{{new}}})", None, term, *values)
    new = ", ".join([f"key_of({k}): {v}" for k, v in zip(values[::2], values[1::2], strict=True)])
    return nested(f"update_map({term}, {{{new}}})", None, term, *values)


def build_struct(frame: Frame, node: Node) -> Ex:
    """``%Name{field: value}`` and ``%Name{struct | field: value}``."""
    module, inner = node.args
    name = frame.unit.atom(module)
    pairs = inner.args
    if len(pairs) == 1 and pairs[0].__class__ is Node and pairs[0].is_call("|", 2):
        base, new = pairs[0].args
        term, *values = expressions(frame, [base, *[value for _, value in new]])
        text = ", ".join([f"{frame.unit.atom(k)}: {v}" for (k, _), v in zip(new, values, strict=True)])
        return nested(f"update_struct({term}, {name}, {{{text}}})", None, term, *values)
    given = _pairs(frame, pairs) if pairs else Ex("", None, True)
    if any(key is Atom("__struct__") for key, _ in pairs):
        return nested(f"Map({{{given}}})", None, given)
    return nested(f"new_struct({name}, {{{given}}})", None, given)
