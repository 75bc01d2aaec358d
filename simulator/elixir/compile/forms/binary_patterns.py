"""Binaries taken apart: in patterns, and by the generators of comprehensions."""

from __future__ import annotations

from typing import Any

from simulator.elixir.compile.forms.patterns import Match
from simulator.elixir.compile.forms.segments import UTF, Segment
from simulator.elixir.compile.frame import Frame
from simulator.elixir.compile.pieces import Ex
from simulator.elixir.compile.walk import BINARY, is_variable
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
    if len(segments) == 2 and _takes_all(last) and _match_front(match, segments[0], last, subject):
        return
    if all(each.encoded is not None and each.type == "binary" for each in segments):
        whole = binary(b"".join([each.encoded for each in segments]))
        match.tests.append(f"{subject} == {whole!r}")
        return
    reader = frame.fresh("r")
    match.tests.append(f"({reader} := open_bits({subject})) is not None")
    _read(match, segments, reader)
    if not _takes_all(last):
        match.tests.append(f"{reader}.position == {reader}.end")


def _takes_all(last: Segment) -> bool:
    """Whether a segment takes all that is left."""
    return last.type in ("binary", "bitstring") and last.size is None and last.encoded is None


def _match_front(match: Match, first: Segment, last: Segment, subject: Ex) -> bool:
    """Add the conditions under which *subject* is a segment and the rest; return whether there is a short way."""
    frame = match.frame
    bits = "" if last.type == "binary" else "_bits"
    if first.encoded is not None:
        name = frame.fresh()
        match.tests.append(f"({name} := after_prefix{bits}({subject}, {first.value!r})) is not NO")
        match.add(last.value, Ex(name, None, True))
        return True
    if first.type == "utf8":
        name = frame.fresh()
        match.tests.append(f"({name} := first_char{bits}({subject})) is not NO")
        match.add(first.value, Ex(f"{name}[0]", "int"))
        match.add(last.value, Ex(f"{name}[1]"))
        return True
    if not is_byte(first):
        return False
    subject = match.kept(subject)
    byte = frame.fronts.get(f"first_byte{bits}({subject})")
    if byte is None:
        byte = frame.fresh()
        test = f"({byte} := first_byte{bits}({subject}))"
    else:
        test = byte
    if first.value.__class__ is frozenset:
        match.tests.append(f"{test} in {{{str(sorted(first.value))[1:-1]}}}")
    elif first.value.__class__ is int:
        match.tests.append(f"{test} == {first.value}")
    else:
        match.tests.append(f"{test} >= 0")
        match.add(first.value, Ex(byte, "int", True))
    if not (is_variable(last.value) and last.value.form is Atom("_")):
        match.add(last.value, Ex(f"after_byte({subject})"))
    return True


def is_byte(segment: Segment) -> bool:
    """Whether a segment is an integer of eight bits."""
    if segment.value.__class__ is int and not 0 <= segment.value < 256:
        return False
    return (
        segment.type == "integer" and segment.size in (None, 8) and segment.unit is None and not segment.signed
        and segment.encoded is None
    )  # fmt: skip


def front_of(pattern: Any) -> tuple[Segment, str] | None:
    """Return the first segment of a pattern that is a byte and the rest, and the function that reads the byte."""
    if pattern.__class__ is not Node or pattern.form is not BINARY or len(pattern.args) != 2:
        return None
    first, last = map(Segment, pattern.args)
    if not is_byte(first) or not _takes_all(last):
        return None
    return first, "first_byte" if last.type == "binary" else "first_byte_bits"


def _read(match: Match, segments: list[Segment], reader: str) -> None:
    frame = match.frame
    for segment in segments:
        if segment.encoded is not None:
            match.tests.append(f"{reader}.literal({segment.encoded!r})")
            continue
        name = frame.fresh()
        match.tests.append(f"({name} := {reader}.{_taking(frame, segment)}) is not NO")
        match.add(segment.value, Ex(name, "int" if segment.type == "integer" or segment.type in UTF else None, True))


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
