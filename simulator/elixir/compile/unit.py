"""What all functions of a program share while it is compiled: constants, names, and what may block."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from simulator.elixir.compile.analysis.analysis import Analysis
from simulator.elixir.compile.analysis.facts import VERSION_MARK
from simulator.elixir.compile.pieces import Ex, identifier
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom


class Forms(NamedTuple):
    """What writing an expression calls of the forms, which are made of expressions themselves.

    The first argument of each is the frame in which the form is written.
    """

    call: Callable[[Any, Node], Ex]
    tail_call: Callable[[Any, Node], bool]
    condition: Callable[[Any, Any], str]
    logic: Callable[..., None]
    match_binary: Callable[..., None]


class Unit:
    """One program in the making."""

    def __init__(self, file: str, analysis: Analysis, forms: Forms) -> None:
        self.file = file
        self.analysis = analysis
        self.forms = forms
        self.lines: list[tuple[int, str, int]] = []
        self.atoms: dict[str, str] = {}
        """Identifier -> the name of the atom."""
        self.names: dict[str, str] = {}
        """Identifier of a function -> the name under which it stands in the globals."""
        self.titles: dict[str, str] = {}
        """Identifier of a function -> what its code is called."""
        self.imports: dict[str, tuple[str, str, int, bool]] = {}
        """Identifier of a library's function -> module, name, arity, and whether it is the one that blocks."""
        self.constants: list[tuple[str, str]] = []
        """Identifier -> Python text, evaluated once."""
        self.anonymous: dict[str, int] = {}
        """Title of a function -> how many anonymous ones were made in it."""
        self.kept: list[Any] | None = None
        """Terms that cannot be written as code, where it is run at once; None where it is kept."""
        self._late: list[tuple[str, str]] = []
        self._texts: dict[str, Ex] = {}
        self._idents: dict[str, str] = {}
        self._counter = 0

    def atom(self, atom: Atom) -> Ex:
        """Return the atom as an expression."""
        name = atom.name
        ident = {"true": "TRUE", "false": "FALSE", "nil": "NIL"}.get(name)
        if ident is None:
            ident = self._idents.get(":" + name)
        if ident is None:
            ident = "A_" + identifier(name.replace(".", "__"))
            if ident in self.atoms:
                ident += f"_{len(self.atoms)}"
            self._idents[":" + name] = ident
            self.atoms[ident] = name
        return Ex(ident, "bool" if ident in ("TRUE", "FALSE") else "atom", True)

    def keep(self, term: Any) -> Ex:
        """Return a global that holds a term which cannot be written as code."""
        assert self.kept is not None
        self.kept.append(term)
        return self.constant(f"KEPT[{len(self.kept) - 1}]")

    def constant(self, text: str, kind: str | None = None) -> Ex:
        """Return a global that holds the value of *text*, made when the program is loaded."""
        known = self._texts.get(text)
        if known is None:
            known = Ex(f"K{len(self.constants) + 1}", kind, True)
            self.constants.append((str(known), text))
            self._texts[text] = known
        return known

    def late_constant(self, text: str) -> Ex:
        """Return a global like :meth:`constant`, of a text that names functions of the program."""
        self._late.append((f"C{len(self._late) + 1}", text))
        return Ex(self._late[-1][0], None, True)

    def finished(self) -> list[tuple[int, str, int]]:
        """Return all lines: constants, functions, and what is made of functions."""
        first = [(0, f"{name} = {text}", 0) for name, text in self.constants]
        return [*first, *self.lines, *[(0, f"{name} = {text}", 0) for name, text in self._late]]

    def function(self, key: str) -> str:
        """Return the identifier of the program's function ``Elixir.Mod.fun/arity``."""
        ident = self._idents.get(key)
        if ident is None:
            ident = self._new(key)
            self._idents[key] = ident
            self.names[ident] = key
            self.titles[ident] = shown(key)
        return ident

    def title(self, stem: str, title: str) -> str:
        """Return a new identifier for a function whose code is called *title*."""
        ident = self._new(stem)
        self.titles[ident] = title
        return ident

    def library(self, module: str, name: str, arity: int, blocking: bool) -> str:
        """Return the identifier of a library's function."""
        key = f"{module}.{name}/{arity}!" if blocking else f"{module}.{name}/{arity}"
        ident = self._idents.get(key)
        if ident is None:
            ident = self._idents[key] = "L" + self._new(key)[1:]
            self.imports[ident] = (module, name, arity, blocking)
        return ident

    def _new(self, key: str) -> str:
        self._counter += 1
        return f"F{self._counter}_{identifier(key.removeprefix('Elixir.').replace('.', '_').replace('/', '_'))}"


def shown(key: str) -> str:
    """Return the name of a function as it is shown: ``Mod.fun/1``.

    >>> shown("Elixir.Stack.push/2"), shown("erlang.self/0")
    ('Stack.push/2', ':erlang.self/0')
    """
    module, _, name = key.partition(VERSION_MARK)
    if name:
        key = module + name.lstrip("0123456789")
    return key[7:] if key.startswith("Elixir.") else f":{key}" if not key.startswith("-") else key
