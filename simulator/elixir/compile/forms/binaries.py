"""Binaries: built of segments."""

from __future__ import annotations

import ast

from simulator.elixir.compile.forms.segments import UTF, Segment
from simulator.elixir.compile.frame import Frame
from simulator.elixir.compile.pieces import HUGE, Ex, nested
from simulator.elixir.compile.writing import expressions
from simulator.elixir.tree.nodes import Node

_KEPT = 1 << 20
"""Bits of a literal that is made when the program is loaded."""


def build_binary(frame: Frame, node: Node) -> Ex:
    """``<<a, b::binary>>`` as an expression."""
    segments = [Segment(each) for each in node.args]
    if not segments:
        return Ex("''", "str", True)
    if all(each.type == "binary" and each.size is None for each in segments):
        return _joined(frame, expressions(frame, [each.value for each in segments]))
    values = expressions(frame, [each.value for each in segments])
    literal = all(each.value.__class__ in (int, str, bytes) for each in segments)
    parts = []
    for segment, value in zip(segments, values, strict=True):
        bits = segment.bits(frame)
        literal = literal and (bits is None or (bits.isdigit() and int(bits) <= _KEPT))
        kind = "binary" if segment.encoded is not None and segment.type == "integer" else segment.type
        if segment.encoded is not None and kind in UTF:  # a text is its characters, only where it is written so
            kind, value, bits = "binary", Ex(repr(segment.encoded)), None
        parts.append(f"({kind!r}, {value}, {bits}, {segment.little})")
    text = f"build_bits(({', '.join(parts)},))"
    return frame.unit.constant(text) if literal else nested(text, None, *values)


def _joined(frame: Frame, values: list[Ex]) -> Ex:
    """Return the binary that these make, one after the other."""
    unknown = [value for value in values if value.kind != "str"]
    if len(values) == 1 and not unknown:
        return values[0]
    if not unknown:
        return nested(f"({' + '.join(values)})", "str", *values)
    if len(unknown) > 2:
        return nested(f"join_parts(({', '.join(values)},))", None, *values)
    names: dict[int, str] = {}
    tests = []
    for value in unknown:
        if value.stable:
            names[id(value)] = str(value)
            tests.append(f"type({value})")
        else:
            name = names[id(value)] = frame.fresh()
            tests.append(f"type({name} := {value})")
    parts = [names.get(id(value), str(value)) for value in values]
    test = f"{' is '.join(tests)} is str"
    test += f" and {' + '.join([f'len({name})' for name in names.values()])} < {HUGE}"  # what is larger counts
    quick = parts[0] if len(parts) == 1 else _formatted(values, names)
    return nested(f"({quick} if {test} else join_parts(({', '.join(parts)},)))", None, *values)


def _formatted(values: list[Ex], names: dict[int, str]) -> str:
    """Return a Python f-string of literals and of variables that are known to be texts."""
    if not all(id(value) in names or value[0] in "'\"" for value in values):
        return " + ".join([names.get(id(value), str(value)) for value in values])
    parts = []
    for value in values:
        if id(value) in names:
            parts.append(f"{{{names[id(value)]}}}")
        else:
            parts.append("".join(map(_escaped, _unquoted(value))))
    return f'f"{"".join(parts)}"'


def _unquoted(literal: str) -> str:
    return str(ast.literal_eval(literal))


def _escaped(char: str) -> str:
    if char in "{}":
        return char * 2
    if char in '\\"':
        return f"\\{char}"
    return char if char.isprintable() else f"\\U{ord(char):08x}"
