"""``receive``: a look at the mailbox in place, and a request to the kernel where it holds nothing that fits.

The clauses are compiled twice: as a function that says whether a message fits one of them, for the
kernel, and as the branches themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.compile.forms.conditions import guard
from simulator.elixir.compile.forms.functions import branches, chain
from simulator.elixir.compile.forms.patterns import Match
from simulator.elixir.compile.frame import Frame
from simulator.elixir.compile.pieces import Dest, Ex
from simulator.elixir.compile.walk import PIN, TUPLE, head, sections, variable_key
from simulator.elixir.compile.writing import control, emit, expression, put
from simulator.elixir.tree.nodes import Node


@control("receive")
def receive(frame: Frame, node: Node, dest: Dest) -> None:
    """``receive do ... after ... end``."""
    parts = sections(node.args[0])
    clauses = parts.get("do", [])
    timeouts = parts.get("after")
    line = frame.line
    after: Ex | None = None
    if timeouts is not None:
        after = frame.keep(expression(frame, timeouts[0].args[0][0]))
        frame.line = line
    frame.uses_process = True
    if not clauses:
        _pause(frame, after)
        if timeouts is None:
            put(frame, dest, Ex("None", None))
        else:
            emit(frame, timeouts[0].args[1], dest)
        return
    message = frame.fresh("m")
    test, matcher = _matcher(frame, clauses, message)
    frame.write(f"{message} = proc.take()")
    polls = after == "0"
    if polls:
        polled = frame.fresh("p")
        frame.write(f"if ({polled} := proc.poll() if {message} is ABSENT else 0) > 0:")
        frame.lines.append((frame.indent + 1, f"{message} = None", line))
    start = "elif" if polls else "if"
    frame.write(f"{start} {message} is ABSENT:" if test is None else f"{start} {message} is ABSENT or not ({test}):")
    if polls:
        frame.lines.append((frame.indent + 1, f"if {polled} < 0: yield proc.give_way(4000)", line))
    limit = "None" if after is None else f"wait_limit({after})"
    back = "" if test is None else f", {message}"
    request = f"proc.receive_fitting({matcher}, {limit}{back})" if back or after is not None else \
        f"proc.receive_fitting({matcher})"  # fmt: skip
    frame.lines.append((frame.indent + 1, f"{message} = yield {request}", line))
    if frame.jump is not None and frame.in_loop:
        frame.lines.append((frame.indent + 1, "reductions = 4000", line))
    subject = frame.named(message)
    if timeouts is None:
        chain(frame, [subject], branches(clauses), dest, None)
        return
    frame.write(f"if {message} is None:")
    _indented(frame, lambda: emit(frame, timeouts[0].args[1], dest))
    frame.line = line
    frame.write("else:")
    _indented(frame, lambda: chain(frame, [subject], branches(clauses), dest, None))


def _indented(frame: Frame, write: Callable[[], None]) -> None:
    """Write what stands in a branch, which may be nothing."""
    frame.indent += 1
    mark = len(frame.lines)
    write()
    if len(frame.lines) == mark:
        frame.write("pass")
    frame.indent -= 1


def _pause(frame: Frame, after: Ex | None) -> None:
    """Wait, and look at no message meanwhile."""
    if after == "0":
        polled = frame.fresh("p")
        frame.write(f"if ({polled} := proc.poll()) < 1: yield proc.give_way(4000) if {polled} < 0 else proc.sleep(0)")
    else:
        frame.write(f"yield proc.sleep({'INFINITY' if after is None else f'pause_limit({after})'})")


def _matcher(frame: Frame, clauses: list[Any], message: str) -> tuple[str | None, str]:
    """Return the condition by which *message* fits these clauses, None if it always does, and their matcher."""
    from simulator.elixir.compile.texts import clause_text

    unit = frame.unit
    texts = tuple([clause_text(*head(clause)) for clause in clauses])
    if _takes_all(frame, clauses):
        return None, str(unit.constant(f"Matcher(None, {texts!r})"))
    inner = Frame(unit, frame.module, frame.title, False, frame)
    subject = Ex(inner.fresh("m"), None, True)
    test = _fitting(inner, clauses, subject)
    ident = unit.title("fits", frame.title)
    lines = [(0, f"def {ident}({subject}):", frame.line), (1, f"return {test}", frame.line)]
    here = _fitting(frame, clauses, Ex(message, None, True))
    if not inner.free:
        unit.lines += lines
        return here, str(unit.late_constant(f"Matcher({ident}, {texts!r})"))
    names = unit.constant(repr(texts))
    if frame.jump is not None and frame.in_loop:
        return here, _kept_matcher(frame, lines, f"Matcher({ident}, {names})", _needed(inner, clauses))
    maker = unit.title("make", frame.title)
    free = ", ".join(inner.free)
    unit.lines.append((0, f"def {maker}({free}):", frame.line))
    unit.lines += [(indent + 1, text, line) for indent, text, line in lines]
    needed = _needed(inner, clauses)
    unit.lines.append((1, f"return Matcher({ident}, {names}, {needed})", frame.line))
    return here, f"{maker}({free})"


def _kept_matcher(frame: Frame, lines: list[tuple[int, str, int]], made: str, needed: str) -> str:
    """Return the matcher of a receive in a loop, which is made once a call: it reads the variables as they are then."""
    name = frame.fresh("w")
    frame.opening += [(indent + 1, text, line) for indent, text, line in lines]
    frame.opening.append((1, f"{name} = {made}", frame.line))
    if needed != "()":
        frame.write(f"{name}.needed = {needed}")
    return name


def _needed(frame: Frame, clauses: list[Any]) -> str:
    """Return the tuple of the variables of which each clause wants one in its tuple; an empty one if one does not."""
    names: list[str] = []
    for clause in clauses:
        pattern = head(clause)[0][0]
        parts = list(pattern) if pattern.__class__ is tuple else []
        if pattern.__class__ is Node and pattern.form is TUPLE:
            parts = pattern.args
        pinned = [part for part in parts if part.__class__ is Node and part.form is PIN]
        if not pinned:
            return "()"
        names.append(frame.read(variable_key(pinned[0].args[0])))
    return f"({', '.join(dict.fromkeys(names))},)"


def _fitting(frame: Frame, clauses: list[Any], subject: Ex) -> str:
    """Return the condition under which *subject* fits any of these clauses."""
    tests = []
    for patterns, condition, _, _ in branches(clauses):
        match = Match(frame)
        match.add(patterns[0], subject)
        tests.append(match.condition(None if condition is None else guard(frame, condition))[0] or "True")
    return " or ".join([f"({each})" for each in tests]) if len(tests) > 1 else tests[0]


def _takes_all(frame: Frame, clauses: list[Any]) -> bool:
    """Return whether the first message fits, whatever it is."""
    for clause in clauses:
        patterns, condition = head(clause)
        if condition is None:
            match = Match(Frame(frame.unit, frame.module, frame.title, False, frame))
            match.add(patterns[0], Ex("m", None, True))
            if not match.condition()[0]:
                return True
    return False
