"""``for``: generators as Python loops, one in the other."""

from __future__ import annotations

from typing import Any

from simulator.elixir.compile.forms.binary_patterns import generator_test
from simulator.elixir.compile.forms.conditions import guard, truth
from simulator.elixir.compile.forms.functions import branches, chain
from simulator.elixir.compile.forms.patterns import Match
from simulator.elixir.compile.frame import Frame
from simulator.elixir.compile.pieces import DISCARD, Dest, Ex, nested
from simulator.elixir.compile.walk import EMPTY_LIST, GENERATOR, TRUE, sections
from simulator.elixir.compile.writing import control, emit, expression, put
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom


@control("for")
def for_form(frame: Frame, node: Node, dest: Dest) -> None:
    """``for pattern <- enumerable, filter, into: ..., do: ...``."""
    *steps, options = node.args
    parts = sections(options)
    start = frame.indent
    outer = frame.in_loop
    into = parts.get("into", EMPTY_LIST)
    collects = "reduce" not in parts and (dest is not DISCARD or into != EMPTY_LIST)
    target: Ex | None = None
    if into != EMPTY_LIST:
        target = frame.keep(expression(frame, into))
    acc = frame.fresh("acc")
    seen = None
    if "reduce" in parts:
        emit(frame, parts["reduce"], Dest(acc))
    elif collects:
        frame.write(f"{acc} = []")
    if parts.get("uniq") is TRUE:
        seen = frame.fresh("seen")
        frame.write(f"{seen} = set()")
    for step in steps:
        _step(frame, step)
    if "reduce" in parts:
        subject = frame.named(acc)
        chain(
            frame, [subject], branches(parts["do"]), Dest(acc), lambda: frame.write(f"raise case_clause({subject})")
        )  # fmt: skip
    else:
        _collect(frame, parts["do"], acc if collects else None, seen)
    frame.indent = start
    frame.in_loop = outer
    frame.at(node)
    put(frame, dest, _result(frame, acc, target, collects, "reduce" in parts))


def _result(frame: Frame, acc: str, target: Ex | None, collects: bool, reduces: bool) -> Ex:
    if reduces:
        return frame.named(acc)
    if not collects:
        return Ex("EMPTY", None, True)
    if target is None:
        return nested(f"from_list({acc})", None)
    if target == "EMPTY_MAP":
        return nested(f"pairs_into_map({acc})", None)
    if target == "''":
        return nested(f"join_binaries({acc})", None)
    blocking = frame.generator
    if blocking and frame.unit.analysis.streams_block():
        into = frame.unit.library("Elixir.Enum", "into", 2, True)
        return nested(f"(yield from {into}(from_list({acc}), {target}))", None)
    module = frame.unit.atom(Atom("Elixir.Enum"))
    text = f"call_remote({module}, 'into', (from_list({acc}), {target}))"
    if blocking:
        name = frame.fresh()
        return nested(f"((yield from {name}) if type({name} := {text}) is Generator else {name})", None)
    return nested(f"settle({text})", None)


def _collect(frame: Frame, body: Any, acc: str | None, seen: str | None) -> None:
    if acc is None:
        mark = len(frame.lines)
        emit(frame, body, DISCARD)
        if len(frame.lines) == mark:
            frame.write("pass")
        return
    value = expression(frame, body)
    if seen is not None:
        value = frame.keep(value)
        frame.write(f"if ({seen}_key := key_of({value})) not in {seen}:")
        frame.indent += 1
        frame.write(f"{seen}.add({seen}_key)")
    frame.write(f"{acc}.append({value})")


def _step(frame: Frame, step: Any) -> None:
    """Open the loop of a generator, or the condition of a filter."""
    if step.__class__ is Node and step.form is GENERATOR:
        _generator(frame, step)
    elif step.__class__ is Node and step.is_call("<<>>") and _is_generator(step):
        _bits(frame, step)
    else:
        frame.write(f"if {truth(frame, step)}:")
        frame.indent += 1


def _is_generator(step: Node) -> bool:
    last = step.args[-1] if step.args else None
    return last.__class__ is Node and last.form is GENERATOR


def _generator(frame: Frame, step: Node) -> None:
    left, right = step.args
    condition = None
    if left.__class__ is Node and left.is_call("when"):
        left, condition = left.args
    frame.at(step)
    values = expression(frame, right)
    item = frame.fresh("x")
    if frame.generator and frame.unit.analysis.streams_block():
        _loop(frame, item, f"enumerated_steps({values})")
        frame.write(f"if type({item}) is Pending:")
        frame.lines.append((frame.indent + 1, f"yield from {item}.settle()", frame.line))
        frame.lines.append((frame.indent + 1, "continue", frame.line))
    else:
        _loop(frame, item, f"enumerated({values})")
    match = Match(frame)
    match.add(left, frame.named(item))
    _matched(frame, match, condition)


def _loop(frame: Frame, item: str, source: str) -> None:
    frame.write(f"for {item} in {source}:")
    frame.indent += 1
    frame.in_loop = True


def _matched(frame: Frame, match: Match, condition: Any) -> None:
    test, rest = match.condition(None if condition is None else guard(frame, condition))
    if test:
        frame.write(f"if {test}:")
        frame.indent += 1
    for statement in rest:
        frame.write(statement)


def _bits(frame: Frame, step: Node) -> None:
    """``<<pattern <- binary>>``: the pattern again and again, until it does not match any more."""
    binary, right = step.args[-1].args
    frame.at(step)
    rest = frame.fresh("bits")
    frame.write(f"{rest} = checked_bits({expression(frame, right)})")
    test, statements, skip = generator_test(frame, binary, rest)
    frame.write(f"while ({skip}):" if skip else "while True:")
    frame.indent += 1
    frame.in_loop = True
    frame.write("for _ in work.turns: break")
    frame.write("else: work.more_turns()")
    frame.write(f"if not ({test}): continue" if test else "pass")
    for statement in statements:
        frame.write(statement)
