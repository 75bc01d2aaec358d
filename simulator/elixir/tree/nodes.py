"""Quoted Elixir: the nodes that the parser makes, the expander rewrites and the compiler reads.

Literals stand for themselves: ``int``, ``float``, ``str`` or ``bytes``, :class:`~simulator.terms.Atom`
(``true``, ``false`` and ``nil`` among them), a Python ``list`` for a list, a Python ``tuple`` of two for a
2-tuple. All else is a :class:`Node`, the three-element tuple of Elixir's own quoted form.
Source of the form: Elixir's guide "Quote and unquote" and the ``Macro`` module.
"""

from __future__ import annotations

from typing import Any

from simulator.terms import Atom


class Meta:
    """Where a node came from: line and column from 1 (0 where unknown), and what the phases note on it."""

    __slots__ = ("column", "extra", "line")

    def __init__(self, line: int = 0, column: int = 0, extra: dict[str, Any] | None = None) -> None:
        self.line = line
        self.column = column
        self.extra = extra

    def get(self, key: str, default: Any = None) -> Any:
        """Return what a phase noted under *key*."""
        return default if self.extra is None else self.extra.get(key, default)

    def with_(self, **notes: Any) -> Meta:
        """Return the same place with further notes."""
        return Meta(self.line, self.column, {**(self.extra or {}), **notes})


class Node:
    """``{form, meta, args}``: a call, a variable, or a special form.

    *form* is an atom, or a node for a remote call (``.``). *args* is a list for a call, and the
    context (None or an atom) for a variable.
    """

    __slots__ = ("args", "form", "meta")

    def __init__(self, form: Any, meta: Meta, args: Any) -> None:
        self.form = form
        self.meta = meta
        self.args = args

    @property
    def line(self) -> int:
        """Its line in the source."""
        return self.meta.line

    def is_call(self, name: str, arity: int | None = None) -> bool:
        """Return whether this is the call or form *name*, with so many arguments."""
        return self.form is Atom(name) and self.args.__class__ is list and (arity is None or len(self.args) == arity)

    @property
    def is_variable(self) -> bool:
        """Whether this is a variable."""
        return self.form.__class__ is Atom and self.args.__class__ is not list

    def __repr__(self) -> str:
        return f"{{{self.form!r}, {self.meta.line}, {self.args!r}}}"


class Clause:
    """One clause of a function: its patterns, its guard or None, its body."""

    __slots__ = ("args", "body", "guard", "line")

    def __init__(self, args: list[Any], guard: Any, body: Any, line: int) -> None:
        self.args = args
        self.guard = guard
        self.body = body
        self.line = line


class Function:
    """A function of a module, with all its clauses; default arguments are functions of their own."""

    __slots__ = ("arity", "clauses", "file", "line", "name", "private")

    def __init__(self, name: str, arity: int, private: bool, clauses: list[Clause], file: str, line: int) -> None:
        self.name = name
        self.arity = arity
        self.private = private
        self.clauses = clauses
        self.file = file
        self.line = line


class Module:
    """A module after expansion."""

    __slots__ = (
        "asks", "attributes", "behaviours", "body", "file", "functions", "implementation", "is_exception", "line",
        "macros", "name", "number", "protocol", "spare", "struct", "types", "value",
    )  # fmt: skip

    def __init__(self, name: Atom, file: str, line: int) -> None:
        self.name = name
        self.file = file
        self.line = line
        self.number = 0
        """Tells it from others of the same name, in the marks of their definitions."""
        self.functions: list[Function] = []
        self.macros: list[str] = []
        """The macros that others may use, as ``"name/arity"``."""
        self.attributes: dict[str, Any] = {}
        self.behaviours: list[Atom] = []
        self.asks = False
        """Whether it asks for callbacks, and so has a function that tells of them."""
        self.spare: list[str] = []
        """Callbacks that it was given and did not replace, as ``"name/arity"``: OTP's own do as well."""
        self.types: list[tuple[str, Any]] = []
        """Its types and those of its functions and callbacks: kind, and the code, packed."""
        self.struct: Any = None
        """Fields and defaults of its struct as pairs, in order; None without one."""
        self.is_exception = False
        self.protocol: Any = None
        """For a protocol: its functions as (name, arity) pairs, and its options."""
        self.implementation: Any = None
        """For a protocol's implementation: (protocol, for)."""
        self.body: Any = None
        """What is evaluated when the module is defined, in order; None for nothing."""
        self.value: Any = None
        """What the definition gives as its value, a constant; None for what the body gives."""


Lacking = tuple[str, str, int, int]
"""A function that is not supported, as programs write it; file, line and column of what mentions it."""


class Program:
    """What the expander hands to the compiler."""

    __slots__ = ("file", "kept", "lacking", "main", "modules", "warnings")

    def __init__(self, file: str) -> None:
        self.file = file
        self.modules: list[Module] = []
        self.main: Any = None
        """The body of the file's top level; ``__define__`` stands where a module is defined."""
        self.warnings: list[str] = []
        self.lacking: list[Lacking] = []
        """What the program mentions and the library lacks."""
        self.kept: list[Any] | None = None
        """Of code that is run at once: terms in it that cannot be written as code (functions, pids); else None."""
