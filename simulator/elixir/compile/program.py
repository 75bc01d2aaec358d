"""A whole program: compiled, kept as bytes, and loaded into the modules that can be called."""

from __future__ import annotations

import sys
from copy import copy
from typing import Any

from simulator.elixir.compile.analysis.analysis import Analysis
from simulator.elixir.compile.analysis.facts import VERSION_MARK
from simulator.elixir.compile.code import assemble, compile_text
from simulator.elixir.compile.forms.functions import compile_function
from simulator.elixir.compile.forms.protocols import compile_protocol
from simulator.elixir.compile.forms.table import FORMS
from simulator.elixir.compile.frame import Frame, finish
from simulator.elixir.compile.pieces import RETURN
from simulator.elixir.compile.unit import Unit
from simulator.elixir.compile.walk import functions_of
from simulator.elixir.compile.writing import emit
from simulator.elixir.runtime.modules.modules import forms as library_forms
from simulator.elixir.runtime.running.image import MAIN, Compiled
from simulator.elixir.tree.nodes import Module, Program
from simulator.terms import Atom

DEEP = 100_000
"""Frames that the compiler may take: it calls itself for what is nested, such as a sum of thousands of terms."""


def compile_program(program: Program, alone: bool = True) -> Compiled:
    """Compile an expanded program, which is all the code of a run, or is not *alone* in it.

    Raises ``NotSupported`` for code that is nested too deep for Python.
    """
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, DEEP))
    try:
        return _compiled(program, alone)
    finally:
        sys.setrecursionlimit(limit)


def _compiled(program: Program, alone: bool) -> Compiled:
    program = _numbered(program)
    unit = Unit(program.file, Analysis(program, library_forms, alone), FORMS)
    unit.kept = program.kept
    modules = []
    for module in program.modules:
        for function in module.functions:
            compile_function(unit, module.name.name, function)
        if module.protocol is not None:
            compile_protocol(unit, module)
        if module.body is not None:
            _body(unit, module.name.name, f"{module.name.name}.__body__/0", module.body, module.line)
        if VERSION_MARK not in module.name.name:
            modules.append((module.name.name, _exported(module), _info(unit, module)))
    _body(unit, "", MAIN, program.main, 1)
    text, places = assemble(unit.finished())
    code = compile_text(text, places, program.file, unit.names, unit.titles)
    made = Compiled(program.file, code, unit.atoms, unit.imports, modules, text)
    made.kept = unit.kept or []
    return made


def _numbered(program: Program) -> Program:
    """Return the program with a number in the names of modules that are defined again later."""
    names = [module.name for module in program.modules]
    if len(set(names)) == len(names):
        return program
    made = copy(program)
    made.modules = []
    for index, module in enumerate(program.modules):
        if module.name in names[index + 1 :]:
            module = copy(module)
            module.name = Atom(f"{module.name.name}{VERSION_MARK}{index}")
        made.modules.append(module)
    return made


def _body(unit: Unit, module: str, key: str, body: Any, line: int) -> None:
    """Write what is run when the file, or a module in it, is loaded."""
    ident = unit.function(key)
    unit.titles[ident] = MAIN if not module else f"{module.removeprefix('Elixir.')}.__MODULE__/0"
    frame = Frame(unit, module, unit.titles[ident], True)
    frame.line = line
    frame.write(f"def {ident}():")
    frame.indent = 1
    emit(frame, body, RETURN)
    finish(frame)
    unit.lines += frame.lines


def _exported(module: Module) -> list[str]:
    written = [f"{each.name}/{each.arity}" for each in module.functions if not each.private]
    return [*written, *[f"{name}/{arity}" for name, arity in functions_of(module)]]


def _info(unit: Unit, module: Module) -> dict[str, Any]:
    return {
        "behaviours": [each.name for each in module.behaviours],
        "exception": module.is_exception,
        "macros": module.macros,
        "spare": module.spare,
        "line": module.line,
        "body": module.body is not None,
        "asks": module.asks,
        "types": module.types if module.file.endswith(".ex") else None,  # a script's are kept in no file
        "fields": None if module.struct is None else [key.name for key, _ in module.struct],
        "shown": _shown(module.attributes.get("derive", [])),
    }


def _shown(derived: Any) -> dict[str, list[str]] | None:
    """Return the options with which a module derives ``Inspect``, by name; None if it does not."""
    for protocol, options in derived:
        if protocol.name == "Elixir.Inspect":
            return {key.name: [each.name for each in names] for key, names in options}
    return None
