"""``case``, ``cond`` and ``with``."""

from __future__ import annotations

from typing import Any

from simulator.elixir.compile.analysis.numbers import Known, proved
from simulator.elixir.compile.forms.conditions import condition, guard, truth, truth_of
from simulator.elixir.compile.forms.functions import branches, chain
from simulator.elixir.compile.forms.patterns import Match
from simulator.elixir.compile.frame import Frame
from simulator.elixir.compile.outlined import DEEPEST
from simulator.elixir.compile.pieces import DISCARD, RETURN, Dest, Ex
from simulator.elixir.compile.questions import is_condition, is_shortcut, native
from simulator.elixir.compile.walk import FALSE, GENERATOR, NIL, TRUE, head, is_variable, sections, variable_key
from simulator.elixir.compile.writing import control, emit, expression, put
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom


@control("case")
def case(frame: Frame, node: Node, dest: Dest) -> None:
    """``case subject do ... end``; ``if`` has become one, too."""
    subject, options = node.args
    clauses = sections(options)["do"]
    if _by_truth(frame, subject, clauses, dest):
        return
    line = frame.line
    value = frame.keep(expression(frame, subject))
    frame.line = line
    chain(frame, [value], branches(clauses), dest, lambda: frame.write(f"raise case_clause({value})"))


def _by_truth(frame: Frame, subject: Any, clauses: list[Any], dest: Dest) -> bool:
    """Write a ``case`` that only asks whether something is true as Python's ``if``; return whether it was one."""
    if len(clauses) != 2:
        return False
    (first, first_guard), (second, second_guard) = map(head, clauses)
    if is_condition(subject) and first_guard is None and second_guard is None:
        pair = (first[0], second[0])
        if pair in ((TRUE, FALSE), (FALSE, TRUE)) or (pair[0] in (TRUE, FALSE) and _is_any(pair[1])):
            test = condition(frame, subject)
            yes, no = (0, 1) if first[0] is TRUE else (1, 0)
            _either(frame, test, clauses[yes].args[1], clauses[no].args[1], dest, proved(subject))
            return True
    if first_guard is None or second_guard is not None or not is_variable(second[0]):
        return False
    if not _asks_false(first[0], first_guard):
        return False
    if is_condition(subject) and _is_any(second[0]) and not _reads(clauses[0].args[1], variable_key(first[0])):
        test = condition(frame, subject)
    elif is_shortcut(subject) and _is_any(second[0]) and not _reads(clauses[0].args[1], variable_key(first[0])):
        test = truth(frame, subject)
    else:
        value = frame.keep(expression(frame, subject))
        frame.bind(variable_key(first[0]), value)
        if not _is_any(second[0]):
            frame.bind(variable_key(second[0]), value)
        test = truth_of(frame, value)
    _either(frame, test, clauses[1].args[1], clauses[0].args[1], dest, proved(subject))
    return True


def _reads(body: Any, key: Any) -> bool:
    return is_variable(body) and variable_key(body) == key


def _is_any(pattern: Any) -> bool:
    return is_variable(pattern) and pattern.form.name == "_"


def _asks_false(pattern: Any, guard: Any) -> bool:
    """Return whether a guard says that the variable *pattern* is ``nil`` or ``false``."""
    found = native(guard)
    if not is_variable(pattern) or found is None or found[0] != "orelse":
        return False
    asked = []
    for each in found[1]:
        test = native(each)
        if test is None or test[0] not in ("=:=", "==") or not is_variable(test[1][0]):
            return False
        if variable_key(test[1][0]) != variable_key(pattern):
            return False
        asked.append(test[1][1])
    return asked in ([FALSE, NIL], [NIL, FALSE])


def _either(frame: Frame, test: str, yes: Any, no: Any, dest: Dest, known: Known) -> None:
    frame.write(f"if {test}:")
    before = frame.suppose(known)
    _indented(frame, yes, dest)
    frame.names.update(before)
    mark = len(frame.lines)
    frame.write("else:")
    _indented(frame, no, dest)
    if frame.lines[mark + 1][1] == "pass" and len(frame.lines) == mark + 2:
        del frame.lines[mark:]


def _indented(frame: Frame, body: Any, dest: Dest) -> None:
    line = frame.line
    frame.indent += 1
    mark = len(frame.lines)
    emit(frame, body, dest)
    if len(frame.lines) == mark:
        frame.write("pass")
    frame.indent -= 1
    frame.line = line


@control("cond")
def cond(frame: Frame, node: Node, dest: Dest) -> None:
    """``cond do ... end``."""
    depth = 0
    word = "if"
    clauses = sections(node.args[0])["do"]
    for number, clause in enumerate(clauses):
        frame.at(clause)
        if word == "elif" and frame.indent >= DEEPEST:
            frame.write("else:")
            _indented(frame, Node(node.form, node.meta, [[(Atom("do"), clauses[number:])]]), dest)
            break
        (asked,), body = clause.args
        if asked is TRUE:
            if word == "elif":
                frame.write("else:")
            frame.indent += word == "elif"
            mark = len(frame.lines)
            emit(frame, body, dest)
            if len(frame.lines) == mark:
                frame.write("pass")
            frame.indent -= word == "elif"
            break
        mark = len(frame.lines)
        test = truth(frame, asked)
        if len(frame.lines) > mark and word == "elif":
            written = frame.lines[mark:]
            del frame.lines[mark:]
            frame.write("else:")
            frame.lines += [(indent + 1, text, line) for indent, text, line in written]
            frame.indent += 1
            depth += 1
            word = "if"
        frame.write(f"{word} {test}:")
        _indented(frame, body, dest)
        word = "elif"
    else:
        frame.at(node)
        frame.write("else:")
        frame.lines.append((frame.indent + 1, "raise cond_clause()", frame.line))
    frame.indent -= depth


@control("with")
def with_form(frame: Frame, node: Node, dest: Dest) -> None:
    """``with pattern <- value, ... do ... else ... end``."""
    *steps, options = node.args
    parts = sections(options)
    start = frame.indent
    refused = frame.fresh()
    refutable: list[Ex] = []
    clauses = parts.get("else")
    early = dest if clauses is None else Dest(refused)
    for step in steps:
        if step.__class__ is Node and step.form is GENERATOR:
            _step(frame, step, refutable)
        else:
            emit(frame, step, DISCARD)
    mark = len(frame.lines)
    emit(frame, parts["do"], dest)
    if len(frame.lines) == mark and frame.indent > start:
        frame.write("pass")
    frame.at(node)
    done = dest is not RETURN and clauses is not None
    if refutable and done:
        frame.write(f"{refused} = NO")
    for value in reversed(refutable):
        frame.indent -= 1
        frame.write("else:")
        frame.indent += 1
        if clauses is None:
            put(frame, dest, value)
            if dest is DISCARD:
                frame.write("pass")
        else:
            put(frame, early, value)
        frame.indent -= 1
    frame.indent = start
    if clauses is None or not refutable:
        return
    subject = frame.named(refused)
    if done:
        frame.write(f"if {refused} is not NO:")
        frame.indent += 1
    mark = len(frame.lines)
    chain(frame, [subject], branches(clauses), dest, lambda: frame.write(f"raise with_clause({subject})"))
    if len(frame.lines) == mark:
        frame.write("pass")
    frame.indent = start


def _step(frame: Frame, step: Node, refutable: list[Ex]) -> None:
    """Write ``pattern <- value``: what follows stands inside of its condition."""
    left, right = step.args
    condition_ = None
    if left.__class__ is Node and left.is_call("when"):
        left, condition_ = left.args
    frame.at(step)
    value = frame.keep(expression(frame, right))
    match = Match(frame)
    match.add(left, value)
    test, rest = match.condition(None if condition_ is None else guard(frame, condition_))
    if test:
        frame.write(f"if {test}:")
        frame.indent += 1
        refutable.append(value)
    for statement in rest:
        frame.write(statement)
