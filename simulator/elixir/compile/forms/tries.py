"""``try``: rescue, catch, else and after.

``after`` is no ``finally``: a process that is killed runs no more code on the BEAM, while Python runs the
``finally`` blocks of a generator that it lets go.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.compile.forms.conditions import guard
from simulator.elixir.compile.forms.functions import branches, chain
from simulator.elixir.compile.forms.patterns import Match
from simulator.elixir.compile.frame import Frame
from simulator.elixir.compile.pieces import DISCARD, RETURN, Dest, Ex
from simulator.elixir.compile.walk import head, is_variable, sections, variable_key
from simulator.elixir.compile.writing import control, emit, put
from simulator.elixir.tree.nodes import Node


@control("try")
def try_form(frame: Frame, node: Node, dest: Dest) -> None:
    """``try do ... rescue ... catch ... else ... after ... end``."""
    parts = sections(node.args[0])
    after = parts.get("after")
    if after is None:
        _protected(frame, node, parts, dest)
        return
    result = Dest(frame.fresh()) if dest is not DISCARD else DISCARD
    failure = frame.fresh("e")
    frame.write("try:")
    frame.indent += 1
    _protected(frame, node, parts, result)
    frame.indent -= 1
    frame.write(f"except CAUGHT as {failure}:")
    frame.indent += 1
    frame.write(f"caught({failure})")
    emit(frame, after, DISCARD)
    frame.write("raise")
    frame.indent -= 1
    emit(frame, after, DISCARD)
    if dest is not DISCARD:
        put(frame, dest, frame.named(str(result.name)))


def _protected(frame: Frame, node: Node, parts: dict[str, Any], dest: Dest) -> None:
    """Write the body with what it rescues and catches."""
    rescue, catch, otherwise = parts.get("rescue"), parts.get("catch"), parts.get("else")
    if rescue is None and catch is None and otherwise is None:
        inner = Dest(frame.fresh()) if dest is RETURN else dest
        mark = len(frame.lines)
        emit(frame, parts["do"], inner)
        if len(frame.lines) == mark:
            frame.write("pass")
        if dest is RETURN:
            put(frame, dest, frame.named(str(inner.name)))
        return
    if rescue is None and catch is None:
        _only_else(frame, node, parts, dest)
        return
    returns = dest is RETURN
    result = Dest(frame.fresh()) if returns or otherwise is not None else dest
    failure, found = frame.fresh("e"), frame.fresh("e")
    frame.write("try:")
    frame.indent += 1
    mark = len(frame.lines)
    emit(frame, parts["do"], result)
    if len(frame.lines) == mark:
        frame.write("pass")
    frame.indent -= 1
    frame.write(f"except CAUGHT as {failure}:")
    frame.indent += 1
    frame.write(f"{found} = caught({failure})")
    outer, frame.exception = frame.exception, found
    _handlers(frame, found, rescue or [], catch or [], Dest(result.name) if returns else dest)
    frame.exception = outer
    frame.indent -= 1
    if otherwise is not None:
        frame.at(node)
        frame.write("else:")
        frame.indent += 1
        value = frame.named(str(result.name))
        target = result if returns else dest
        mark = len(frame.lines)
        chain(frame, [value], branches(otherwise), target, lambda: frame.write(f"raise try_clause({value})"))
        if len(frame.lines) == mark:
            frame.write("pass")
        frame.indent -= 1
    if returns:
        put(frame, RETURN, frame.named(str(result.name)))


def _only_else(frame: Frame, node: Node, parts: dict[str, Any], dest: Dest) -> None:
    """Write the body, and what is done with its value, where nothing is rescued."""
    result = Dest(frame.fresh())
    emit(frame, parts["do"], result)
    frame.at(node)
    value = frame.named(str(result.name))
    chain(frame, [value], branches(parts["else"]), dest, lambda: frame.write(f"raise try_clause({value})"))


def _handlers(frame: Frame, found: str, rescue: list[Any], catch: list[Any], dest: Dest) -> None:
    word = "if"
    error = frame.fresh()
    kind, value = frame.fresh(), frame.fresh()
    for clause in rescue:
        frame.at(clause)
        frame.write(f"{word} {_rescued(frame, found, error, clause)}:")
        _body(frame, clause.args[1], dest)
        word = "elif"
    for clause in catch:
        frame.at(clause)
        match = Match(frame)
        patterns, condition = head(clause)
        if len(patterns) == 1:
            first = f"type({found}) is Throw"
            match.add(patterns[0], Ex(f"{found}.value"))
        else:
            first = f"({kind} := kind_of({found})) is not NO and ({value} := value_of({found})) is not NO"
            match.add(patterns[0], Ex(kind, "atom", True))
            match.add(patterns[1], Ex(value, None, True))
        test, rest = match.condition(None if condition is None else guard(frame, condition))
        frame.write(f"{word} {' and '.join(filter(None, [first, test]))}:")
        frame.indent += 1
        for statement in rest:
            frame.write(statement)
        frame.indent -= 1
        _body(frame, clause.args[1], dest)
        word = "elif"
    frame.write("else:")
    frame.lines.append((frame.indent + 1, f"raise {found}", 0))


def _rescued(frame: Frame, found: str, error: str, clause: Any) -> str:
    (pattern,) = clause.args[0]
    test = f"type({found}) is Raised"
    if is_variable(pattern):
        variable, modules = pattern, None
    else:
        variable, modules = pattern.args
        modules = None if is_variable(modules) else modules
    tests = [test]
    if modules is not None:
        names = "".join([f"{frame.unit.atom(module)}, " for module in modules])
        tests.append(f"({error} := {found}.struct).d.get(STRUCT) in ({names})")
        struct = Ex(error, None, True)
    else:
        struct = Ex(f"{found}.struct")
    if is_variable(variable) and variable.form.name != "_":
        if struct.stable:
            frame.bind(variable_key(variable), struct)
        else:
            name = frame.variable(variable_key(variable))
            tests.append(f"({name} := {struct}) is {name}")
    return " and ".join(tests)


def _body(frame: Frame, body: Any, dest: Dest) -> None:
    frame.indent += 1
    mark = len(frame.lines)
    emit(frame, body, dest)
    if len(frame.lines) == mark:
        frame.write("pass")
    frame.indent -= 1
