"""A whole program: compiled, kept as bytes, and loaded into the modules that can be called."""

from __future__ import annotations

import marshal
import sys
from types import CodeType, FunctionType
from typing import Any

from simulator.elixir.ast import Module, Program
from simulator.elixir.compile import forms
from simulator.elixir.compile.analysis import Analysis
from simulator.elixir.compile.code import assemble, compile_text
from simulator.elixir.compile.frame import RETURN, Frame
from simulator.elixir.compile.functions import compile_function, finish
from simulator.elixir.compile.unit import Unit
from simulator.elixir.runtime.modules import Loaded, load
from simulator.elixir.runtime.modules import forms as library_forms
from simulator.terms import Atom

VERSION = "1"
"""Changes whenever the generated code does; part of the key under which compiled programs are kept."""

_MAIN = "(file)"


class Compiled:
    """What the compiler makes of a program: nothing in it but what ``marshal`` takes."""

    __slots__ = ("atoms", "code", "file", "imports", "modules", "text")

    def __init__(
        self,
        file: str,
        code: CodeType,
        atoms: dict[str, str],
        imports: dict[str, tuple[str, str, int, bool]],
        modules: list[tuple[str, list[str], dict[str, Any]]],
        text: str = "",
    ) -> None:
        self.file = file
        self.code = code
        self.atoms = atoms
        self.imports = imports
        self.modules = modules
        self.text = text
        """The Python text, for whoever wants to read it; it is not kept."""


def compile_program(program: Program) -> Compiled:
    """Compile an expanded program."""
    forms.prepare()
    unit = Unit(program.file, Analysis(program, library_forms))
    modules = []
    for module in program.modules:
        for function in module.functions:
            compile_function(unit, module.name.name, function)
        if module.body is not None:
            _body(unit, module.name.name, f"{module.name.name}.__body__/0", module.body, module.line)
        modules.append((module.name.name, _exported(module), _info(unit, module)))
    _body(unit, "", _MAIN, program.main, 1)
    text, places = assemble(unit.finished())
    code = compile_text(text, places, program.file, unit.names, unit.titles)
    return Compiled(program.file, code, unit.atoms, unit.imports, modules, text)


def _body(unit: Unit, module: str, key: str, body: Any, line: int) -> None:
    """Write what is run when the file, or a module in it, is loaded."""
    from simulator.elixir.compile.bodies import emit

    ident = unit.function(key)
    unit.titles[ident] = _MAIN if not module else f"{module.removeprefix('Elixir.')}.__MODULE__/0"
    frame = Frame(unit, module, unit.titles[ident], True)
    frame.line = line
    frame.write(f"def {ident}():")
    frame.indent = 1
    emit(frame, body, RETURN)
    finish(frame)
    unit.lines += frame.lines


def _exported(module: Module) -> list[str]:
    return [f"{each.name}/{each.arity}" for each in module.functions if not each.private]


def _info(unit: Unit, module: Module) -> dict[str, Any]:
    return {
        "behaviours": [each.name for each in module.behaviours],
        "exception": module.is_exception,
        "line": module.line,
        "body": module.body is not None,
    }


def dumps(compiled: Compiled) -> bytes:
    """Return a compiled program as bytes, which the same Python reads back by :func:`loads`."""
    parts = (
        VERSION, sys.version, compiled.file, compiled.code, compiled.atoms, compiled.imports, compiled.modules
    )  # fmt: skip
    return marshal.dumps(parts)


def loads(data: bytes) -> Compiled:
    """Return the program that :func:`dumps` made bytes of. Raises ``ValueError`` for anything else."""
    try:
        version, python, *parts = marshal.loads(data)
    except (EOFError, TypeError, ValueError) as wrong:
        raise ValueError("no compiled program") from wrong
    if (version, python) != (VERSION, sys.version):
        raise ValueError("a program compiled by another version")
    return Compiled(*parts)


def load_program(compiled: Compiled) -> FunctionType:
    """Make the program's modules callable and return its main function, a generator function without parameters."""
    from simulator.elixir.runtime.names import scope

    names = scope()
    for ident, name in compiled.atoms.items():
        names[ident] = Atom(name)
    from simulator.elixir.runtime.modules import library_function

    for ident, (module, name, arity, blocking) in compiled.imports.items():
        names[ident] = library_function(module, name, arity, blocking)
    exec(compiled.code, names)
    for name, exported, info in compiled.modules:
        load(Loaded(Atom(name), {key: names[f"{name}.{key}"] for key in exported}, info))
    main: FunctionType = names[_MAIN]
    return main
