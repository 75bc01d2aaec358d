"""Binaries: built of segments, and taken apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.elixir.compile.forms.operators import nested
from simulator.elixir.compile.frame import Ex, Frame
from simulator.elixir.compile.walk import is_variable
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom

if TYPE_CHECKING:
    from simulator.elixir.compile.forms.patterns import Match

_UTF = {"utf8": "utf-8", "utf16": "utf-16-be", "utf32": "utf-32-be"}


class Segment:
    """One segment: what stands in it, its type, how large it is and how it lies there."""

    __slots__ = ("little", "signed", "size", "type", "unit", "value")

    def __init__(self, node: Node) -> None:
        self.value, spec = node.args
        self.type = "integer"
        self.size: Any = None
        self.unit: int | None = None
        self.signed = self.little = False
        while spec.is_call("-", 2):
            self._word(spec.args[1])
            spec = spec.args[0]
        self._word(spec)

    def _word(self, node: Node) -> None:
        name = node.form.name
        if name == "size":
            self.size = node.args[0]
        elif name == "unit":
            self.unit = node.args[0]
        elif name in ("signed", "unsigned"):
            self.signed = name == "signed"
        elif name in ("little", "native"):
            self.little = True
        elif name != "big":
            self.type = name

    @property
    def encoded(self) -> Any:
        """The bytes that a literal string stands for, None for anything else."""
        if self.value.__class__ not in (str, bytes) or self.size is not None:
            return None
        if not isinstance(self.value, str):
            return self.value
        codec = _UTF.get(self.type, "utf-8")
        if self.little and self.type != "utf8":
            codec = codec.replace("-be", "-le")
        return self.value.encode(codec)

    def bits(self, frame: Frame) -> str | None:
        """Return the text of its size in bits; None where it takes all that is left."""
        from simulator.elixir.compile.bodies import expression

        unit = self.unit or (8 if self.type == "binary" else 1)
        size = self.size
        if size is None:
            if self.type in ("binary", "bitstring"):
                return None
            size = 64 if self.type == "float" else 8
            unit = 1
        if size.__class__ is int:
            return str(size * unit)
        return f"bit_count({expression(frame, size)}, {unit})"


# -- building ---------------------------------------------------------------------------------


def build_binary(frame: Frame, node: Node) -> Ex:
    """``<<a, b::binary>>`` as an expression."""
    from simulator.elixir.compile.bodies import expressions

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
        literal = literal and (bits is None or bits.isdigit())
        kind = "binary" if segment.encoded is not None and segment.type == "integer" else segment.type
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
    import ast

    return str(ast.literal_eval(literal))


def _escaped(char: str) -> str:
    if char in "{}":
        return char * 2
    if char in '\\"':
        return f"\\{char}"
    return char if char.isprintable() else f"\\U{ord(char):08x}"


# -- matching ---------------------------------------------------------------------------------


def match_binary(match: Match, node: Node, subject: Ex) -> None:
    """Add the conditions under which *subject* is a binary of these segments."""
    frame = match.frame
    segments = [Segment(each) for each in node.args]
    if not segments:
        match.tests.append(f"{subject} == ''")
        return
    last = segments[-1]
    to_end = last.type == "binary" and last.size is None and last.encoded is None
    if to_end and len(segments) == 2:
        first = segments[0]
        if first.encoded is not None:
            name = frame.fresh()
            match.tests.append(f"({name} := after_prefix({subject}, {first.value!r})) is not NO")
            match.add(last.value, Ex(name, None, True))
            return
        plain = first.type == "utf8" or (first.type == "integer" and first.size in (None, 8) and first.unit is None)
        if plain and not first.signed:
            name = frame.fresh()
            take = "first_char" if first.type == "utf8" else "first_byte"
            match.tests.append(f"({name} := {take}({subject})) is not NO")
            match.add(first.value, Ex(f"{name}[0]"))
            match.add(last.value, Ex(f"{name}[1]"))
            return
    if all(each.encoded is not None and each.type == "binary" for each in segments):
        from simulator.terms.bits import binary

        whole = binary(b"".join([each.encoded for each in segments]))
        match.tests.append(f"{subject} == {whole!r}")
        return
    reader = frame.fresh("r")
    match.tests.append(f"({reader} := open_bits({subject})) is not None")
    _read(match, segments, reader)
    if not (last.type in ("binary", "bitstring") and last.size is None and last.encoded is None):
        match.tests.append(f"{reader}.position == {reader}.end")


def _read(match: Match, segments: list[Segment], reader: str) -> None:
    frame = match.frame
    for segment in segments:
        if segment.encoded is not None:
            match.tests.append(f"{reader}.literal({segment.encoded!r})")
            continue
        name = frame.fresh()
        match.tests.append(f"({name} := {reader}.{_taking(frame, segment)}) is not NO")
        match.add(segment.value, Ex(name, None, True))


def _taking(frame: Frame, segment: Segment) -> str:
    """Return the call of the reader that takes such a segment."""
    if segment.type in _UTF:
        return f"{segment.type}()" if segment.type == "utf8" else f"{segment.type}({segment.little})"
    bits = segment.bits(frame)
    if bits is None:
        return "rest()" if segment.type == "binary" else "rest_bits()"
    if segment.type == "integer":
        return f"integer({bits}, {segment.signed}, {segment.little})"
    if segment.type == "float":
        return f"float({bits}, {segment.little})"
    return f"part({bits})"


def generator_test(frame: Frame, node: Node, reader: str) -> tuple[str, list[str], str]:
    """Return for a generator over a binary: the condition of its values, what to assign, and whether to go on."""
    from simulator.elixir.compile.forms.patterns import Match

    segments = [Segment(each) for each in node.args]
    names = [frame.fresh() for _ in segments]
    takes = []
    match = Match(frame)
    for segment, name in zip(segments, names, strict=True):
        if segment.encoded is not None:
            takes.append(f"({name} := {reader}.part({8 * len(segment.encoded)})) is not NO")
            match.add(segment.value, Ex(name, None, True))
            continue
        if is_variable(segment.value) and segment.value.form is not Atom("_"):
            match.add(segment.value, Ex(name, None, True))
            takes.append(f"({name} := {reader}.{_taking(frame, segment)}) is not NO")
        else:
            takes.append(f"({name} := {reader}.{_taking(frame, segment)}) is not NO")
            match.add(segment.value, Ex(name, None, True))
    test, rest = match.condition()
    return test, rest, " and ".join(takes)
