"""A compiled program: kept as bytes, and loaded as modules that can be called.

The compiler is not needed for that, nor imported.
"""

from __future__ import annotations

import marshal
import sys
from types import CodeType, FunctionType
from typing import Any

from simulator.elixir.runtime.index import library
from simulator.elixir.runtime.loaded import Loaded, load
from simulator.elixir.runtime.modules.modules import library_function
from simulator.terms import Atom
from simulator.terms.structs import FIELDS, SHOWN

VERSION = "1"
"""Changes whenever the generated code does; part of what tells whether a compiled program can be read."""

MAIN = "(file)"
"""What the code of a file's top level is called."""


class Compiled:
    """What the compiler makes of a program: nothing in it but what ``marshal`` takes."""

    __slots__ = ("atoms", "code", "file", "imports", "kept", "modules", "text")

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
        self.kept: list[Any] = []
        """Terms that its code names and that cannot be written as code; there are none in what is kept as bytes."""
        self.text = text
        """The Python text, for whoever wants to read it; it is not kept."""


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


def _define_struct(module: Atom, info: dict[str, Any], names: dict[str, Any]) -> None:
    """Tell how a module's struct prints: its fields in their order, and what it derives."""
    fields = FIELDS[module] = tuple(map(Atom, info["fields"]))
    SHOWN.pop(module, None)
    derived = info["shown"]
    if derived:
        only = frozenset(map(Atom, derived.get("only", info["fields"])))
        only -= frozenset(map(Atom, derived.get("except", [])))
        made = names[f"{module.name}.__struct__/0"]().d
        SHOWN[module] = (only, {key: made[key] for key in fields if key.name in derived.get("optional", [])})


def load_program(compiled: Compiled) -> FunctionType:
    """Make the program's modules callable and return its main function, a generator function without parameters."""
    from simulator.elixir.runtime.running.names import scope

    names = scope()
    for ident, name in compiled.atoms.items():
        names[ident] = Atom(name)
    for ident, (module, name, arity, blocking) in compiled.imports.items():
        names[ident] = library_function(module, name, arity, blocking)
    names["KEPT"] = compiled.kept
    exec(compiled.code, names)
    for name, exported, info in compiled.modules:
        load(Loaded(Atom(name), {key: names[f"{name}.{key}"] for key in exported}, info))
        if name.startswith("Elixir.Inspect."):
            library("Elixir.Inspect")  # prints what programs implement
        if info["fields"] is not None:
            _define_struct(Atom(name), info, names)
    main: FunctionType = names[MAIN]
    return main
