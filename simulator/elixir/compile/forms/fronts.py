"""Clauses that look at the first byte of the same binary: it is read once, and clauses that do the same are one.

Parsers are written, or made by macros, as a clause for each byte.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.compile.forms.binary_patterns import front_of
from simulator.elixir.compile.frame import Frame
from simulator.elixir.compile.pieces import Ex
from simulator.elixir.compile.walk import is_variable, variable_key
from simulator.elixir.tree.nodes import Node

Branch = tuple[list[Any], Any, Any, int]
"""Patterns, guard or None, body, line."""
_FEW: Final = 4
"""So many clauses are not looked through."""


def read_fronts(frame: Frame, subjects: list[Ex], clauses: list[Branch]) -> list[str]:
    """Write what reads the first byte of each subject that several clauses ask for; return the calls it stands for."""
    read = []
    for index, subject in enumerate(subjects):
        fronts = [front_of(patterns[index]) for patterns, *_ in clauses]
        for function in ("first_byte", "first_byte_bits"):
            call = f"{function}({subject})"
            if call not in frame.fronts and sum(1 for each in fronts if each and each[1] == function) > 1:
                name = frame.fresh()
                frame.write(f"{name} = {call}")
                frame.fronts[call] = name
                read.append(call)
    return read


def merged(clauses: list[Branch]) -> list[Branch]:
    """Return clauses with those as one that differ in nothing but the byte with which a binary begins."""
    if len(clauses) < _FEW or len(clauses[0][0]) != 1:
        return clauses
    found: list[Branch] = []
    run: dict[int, int] = {}  # the clauses in turn that begin with a literal byte: where each byte is
    for clause in clauses:
        front = front_of(clause[0][0])
        byte = None if front is None else front[0].value
        if byte.__class__ is not int:
            run = {}
            found.append(clause)
            continue
        if byte not in run:
            first = next((index for index in dict.fromkeys(run.values()) if _alike(found[index], clause)), None)
            if first is not None:
                found[first] = _with(found[first], byte)
                run[byte] = first
                continue
            run[byte] = len(found)
        found.append(clause)
    return found


def _with(clause: Branch, byte: int) -> Branch:
    """Return the clause for another byte, too."""
    (pattern,), *rest = clause
    first, last = pattern.args
    value, spec = first.args
    values = (value if value.__class__ is frozenset else frozenset([value])) | {byte}
    made = Node(pattern.form, pattern.meta, [Node(first.form, first.meta, [values, spec]), last])
    return ([made], *rest)


def _alike(one: Branch, other: Branch) -> bool:
    """Whether two clauses that begin with a byte are the same but for that, and for what their variables are called."""
    names: dict[Any, Any] = {}
    (first,), (second,) = one[0], other[0]
    left, right = first.args[1], second.args[1]
    if not _same(left.args[1], right.args[1], names) or is_variable(left.args[0]) is not is_variable(right.args[0]):
        return False
    if is_variable(left.args[0]):
        names[variable_key(left.args[0])] = variable_key(right.args[0])
    return one[3] == other[3] and _same(one[1], other[1], names) and _same(one[2], other[2], names)


def _same(one: Any, other: Any, names: dict[Any, Any]) -> bool:
    """Whether code is the same; *names* are the variables of the one that are called otherwise in the other."""
    if one.__class__ is not other.__class__:
        return False
    if one.__class__ is Node:
        if is_variable(one):
            key = variable_key(one)
            return is_variable(other) and names.get(key, key) == variable_key(other)
        alike = one.meta.line == other.meta.line and _same(one.form, other.form, names)
        return alike and _same(one.args, other.args, names)
    if one.__class__ is list or one.__class__ is tuple:
        return len(one) == len(other) and all([_same(*pair, names) for pair in zip(one, other, strict=True)])
    return bool(one == other)
