"""Binaries taken apart: in patterns, and by the generators of comprehensions."""

from __future__ import annotations

from simulator.elixir.compile.forms.patterns import Match
from simulator.elixir.compile.forms.segments import UTF, Segment
from simulator.elixir.compile.frame import Frame
from simulator.elixir.compile.pieces import Ex
from simulator.elixir.compile.walk import is_variable
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom
from simulator.terms.bits import binary


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
    if segment.type in UTF:
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
