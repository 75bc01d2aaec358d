"""Functions: clauses as a chain of conditions, loops in place of calls of itself, closures that capture by value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.compile.analysis.facts import VERSION_MARK
from simulator.elixir.compile.analysis.going_on import goes_on
from simulator.elixir.compile.analysis.numbers import proved
from simulator.elixir.compile.code import TRAMPOLINE
from simulator.elixir.compile.forms.calls import calls_value
from simulator.elixir.compile.forms.conditions import guard
from simulator.elixir.compile.forms.fronts import Branch, merged, read_fronts
from simulator.elixir.compile.forms.patterns import Match
from simulator.elixir.compile.frame import Frame, finish
from simulator.elixir.compile.pieces import RETURN, Dest, Ex, Jump
from simulator.elixir.compile.unit import Unit, shown
from simulator.elixir.compile.walk import head
from simulator.elixir.compile.writing import emit
from simulator.elixir.tree.nodes import Function, Node


def branches(clauses: list[Any]) -> list[Branch]:
    """Return ``->`` clauses as branches."""
    return [(*head(clause), clause.args[1], clause.meta.line) for clause in clauses]


def chain(
    frame: Frame,
    subjects: list[Ex],
    clauses: list[Branch],
    dest: Dest,
    fail: Callable[[], None] | None,
    counted: str = "",
) -> None:
    """Write clauses: the first whose patterns and guard hold is taken; *fail* writes what happens if none does.

    Without *fail* it is known that one of them is: the last one is not tried if it binds nothing on the way.
    Where the function of that title is *counted*, each clause counts the call that goes on to another one.
    """
    clauses = merged(clauses)
    read = read_fronts(frame, subjects, clauses)
    _write(frame, subjects, clauses, dest, fail, counted)
    for call in read:
        del frame.fronts[call]


def _write(
    frame: Frame, subjects: list[Ex], clauses: list[Branch], dest: Dest, fail: Callable[[], None] | None, counted: str
) -> None:
    """Write clauses, as :func:`chain` does."""
    start = frame.line
    word = "if"
    for number, (patterns, condition, body, line) in enumerate(clauses, 1):
        frame.line = line or start
        match = Match(frame)
        for pattern, subject in zip(patterns, subjects, strict=True):
            match.add(pattern, subject)
        test, rest = match.condition(None if condition is None else guard(frame, condition))
        if fail is None and number == len(clauses) and ":=" not in test:
            test = ""
        if test:
            frame.write(f"{word} {test}:")
        elif word == "elif":
            frame.write("else:")
        indented = bool(test) or word == "elif"
        frame.indent += indented
        mark = len(frame.lines)
        for statement in rest:
            frame.write(statement)
        before = {} if condition is None else frame.suppose(proved(condition))
        if counted and goes_on(frame.unit.analysis, frame.module, body):
            frame.write("for _ in work.calls: break")
            frame.write(f"else: work.more_calls({', '.join([repr(counted), *subjects])})")
        emit(frame, body, dest)
        frame.names.update(before)
        if indented and len(frame.lines) == mark:
            frame.write("pass")
        frame.indent -= indented
        if not test:
            return
        word = "elif"
    frame.line = start
    if word == "elif":
        frame.write("else:")
        frame.indent += 1
    if fail is None:
        frame.write("raise AssertionError")
    else:
        fail()
    frame.indent -= word == "elif"


def tuple_text(names: list[str]) -> str:
    """Return the tuple of these names."""
    return f"({', '.join(names)}{',' if len(names) == 1 else ''})"


def compile_function(unit: Unit, module: str, function: Function) -> None:
    """Write a function of a module, at the top level of the unit."""
    key = f"{module}.{function.name}/{function.arity}"
    info = unit.analysis.functions[key]
    circle = key in unit.analysis.cycles
    ident = unit.function(key)
    frame = Frame(unit, module, shown(key), info.blocks)
    frame.line = function.line
    parameters = [frame.fresh("a") for _ in range(function.arity)]
    frame.jump = Jump(key, parameters)
    frame.jump.deep = key in unit.analysis.recursions and unit.analysis.deepens(key, key)
    frame.in_loop = info.loops
    signature = f"({', '.join(parameters)}):"
    if circle:
        unit.titles[f"{ident}_body"] = shown(key)
        unit.titles[ident] = TRAMPOLINE + shown(key)
    frame.write(f"def {ident}{'_body' if circle else ''}{signature}")
    frame.indent = 1
    module_name = unit.atom(_atom(module.partition(VERSION_MARK)[0]))

    def fail() -> None:
        frame.line = function.line
        frame.write(f"raise no_clause({module_name}, {function.name!r}, {tuple_text(parameters)})")

    subjects = [Ex(name, None, True) for name in parameters]
    counted = shown(key) if info.recurs and not (info.loops or circle) else ""  # a loop and a circle count turns
    chain(frame, subjects, [(c.args, c.guard, c.body, c.line) for c in function.clauses], RETURN, fail, counted)
    if info.loops:
        _loop(frame, shown(key), function.line)
    if frame.jump.deep:
        frame.lines[0] = (0, f"def {ident}({', '.join([*parameters, '*'])}, depth=0):", function.line)
    finish(frame)
    unit.lines += frame.lines
    if circle:
        _trampoline(unit, ident, shown(key), function.line, parameters, info.blocks)


def _atom(name: str) -> Any:
    from simulator.terms import Atom

    return Atom(name)


def _trampoline(unit: Unit, ident: str, title: str, line: int, parameters: list[str], blocks: bool) -> None:
    """Write what runs a circle of functions that call each other in tail position."""
    arguments = ", ".join(parameters)
    lines = [(0, f"def {ident}({arguments}):")]
    if blocks:
        lines += [
            (1, f"reductions, r = 4000, (yield from {ident}_body({arguments}))"),
            (1, "while True:"),
            (2, "for _ in work.calls:"),
            (3, "if type(r) is not Bounce:"),
            (4, "return r"),
            (3, "reductions -= 3"),
            (3, "if reductions < 0:"),
            (4, "yield from give_way()"),
            (4, "reductions = 4000"),
            (3, "r = yield from r.function(*r.args)"),
            (2, f"work.more_calls({title!r}, *getattr(r, \"args\", ()))"),
        ]
    else:
        lines += [
            (1, f"r = {ident}_body({arguments})"),
            (1, "while True:"),
            (2, "for _ in work.rounds:"),
            (3, "if type(r) is not Bounce:"),
            (4, "return r"),
            (3, "r = r.function(*r.args)"),
            (2, f"work.more_rounds({title!r}, *getattr(r, \"args\", ()))"),
        ]
    unit.lines += [(indent, text, line) for indent, text in lines]


def anonymous(frame: Frame, node: Node) -> Ex:
    """``fn ... end``: a Python function. It captures values, not variables that may change."""
    unit = frame.unit
    line = node.meta.line or frame.line
    arity = len(head(node.args[0])[0])
    frame.counter[0] += 1
    title = _title(frame, arity)
    ident = unit.title("fn", title)
    blocks = unit.analysis.fn_blocks(node)
    inner = Frame(unit, frame.module, frame.title, blocks, frame)
    inner.line = line
    parameters = [inner.fresh("a") for _ in range(arity)]
    inner.write(f"def {ident}({', '.join(parameters)}):")
    inner.indent = 1
    inner.jump = Jump("", parameters, ident)
    inner.in_loop = any(_may_call_itself(clause.args[1], arity) for clause in node.args)

    def fail() -> None:
        inner.line = line
        module_name = unit.atom(_atom(frame.module or "elixir_compiler_0"))
        name = title[title.find(".-") + 1 :]
        inner.write(f"raise no_clause({module_name}, {name!r}, {tuple_text(parameters)})")

    counted = title if unit.analysis.anonymous[id(node)].recurs else ""
    chain(inner, [Ex(name, None, True) for name in parameters], branches(node.args), RETURN, fail, counted)
    if inner.jump.used:
        _loop(inner, title, line)
    finish(inner)
    kind = f"{'gen' if blocks else 'fn'}{arity}"
    if not inner.free:  # it captures nothing: there is one of it
        unit.lines += inner.lines
        return Ex(ident, kind, True)
    if _loops(frame):
        maker = unit.title("make", title)
        unit.lines.append((0, f"def {maker}({', '.join(inner.free)}):", line))
        unit.lines += [(indent + 1, text, at) for indent, text, at in inner.lines]
        unit.lines.append((1, f"return {ident}", line))
        return frame.keep(Ex(f"{maker}({', '.join(inner.free)})", kind))
    frame.lines += [(indent + frame.indent, text, at) for indent, text, at in inner.lines]
    frame.own.add(ident)
    return Ex(ident, kind, True)


def _may_call_itself(body: Any, arity: int) -> bool:
    """Return whether an anonymous function calls some value with as many arguments as it takes: perhaps itself."""
    if calls_value(body, arity):
        return True
    parts = body if body.__class__ in (list, tuple) else body.args if body.__class__ is Node else ()
    return parts.__class__ in (list, tuple) and any([_may_call_itself(part, arity) for part in parts])


def _loop(frame: Frame, title: str, line: int) -> None:
    """Let a function that calls itself in tail position be a loop, whose turns are counted."""
    assert frame.jump is not None
    counter = "calls" if frame.generator else "growing" if frame.jump.grows else "rounds"
    first = [(1, "reductions = 4000", line)] if frame.generator else []
    frame.lines[1:] = [
        *first,
        (1, "while True:", line),
        (2, f"for _ in work.{counter}:", line),
        *[(indent + 2, text, at) for indent, text, at in frame.lines[1:]],
        (2, f"work.more_{counter}({', '.join([repr(title), *frame.jump.parameters])})", line),
    ]


def _loops(frame: Frame) -> bool:
    around: Frame | None = frame
    while around is not None:
        if around.in_loop:
            return True
        around = around.parent
    return False


def _title(frame: Frame, arity: int) -> str:
    """Return what the code of a function in this one is called: ``Mod.-fun/1-fun-0-``."""
    unit = frame.unit
    number = unit.anonymous.get(frame.title, 0)
    unit.anonymous[frame.title] = number + 1
    if not frame.module:
        return f"-__FILE__/1-fun-{number}-"
    module = shown(f"{frame.module}.")
    return f"{module}-{frame.title.removeprefix(module)}-fun-{number}-"
