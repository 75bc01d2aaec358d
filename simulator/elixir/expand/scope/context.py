"""Where an expression stands: its module and function, what is imported and aliased, which variables it sees.

In all of ``expand`` a context is called ``x``: nearly every function takes one first. (In ``compile`` it is ``frame``.)

Variables have versions, as Elixir's own expander gives them: every binding is a new version, a read carries the
version that it reads. A pattern's variables are those whose version is not below the pattern's first.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.expand.scope.unit import Unit
from simulator.elixir.runtime.failures.messages import shown_name
from simulator.elixir.tree.errors import CompileError, NotSupported
from simulator.elixir.tree.nodes import Meta
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

Key = tuple[str, Any]
"""A variable: its name and its context (None for one that was written, a macro's module or expansion)."""


class Context:
    """The place of an expression. It changes as the expander walks; scopes are opened and closed."""

    __slots__ = (
        "aliases",
        "ambiguous",
        "caller",
        "constants",
        "depth",
        "excluded",
        "function",
        "functions",
        "lexical",
        "macros",
        "match",
        "module",
        "outer",
        "pattern_start",
        "prematch",
        "quoted_aliases",
        "requires",
        "rescuing",
        "straight",
        "unit",
        "unused",
        "vars",
        "version",
    )  # fmt: skip

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.module: ModuleState | None = None
        self.function: tuple[str, int] | None = None
        self.match: str | None = None
        self.aliases: dict[Atom, Atom] = {}
        self.quoted_aliases: dict[tuple[Atom, Any], Atom] = {}
        """Those that a macro's code made, with its number: its names that were no aliases where they were quoted
        know of these alone."""
        self.requires: dict[Atom, int] = {Atom("Elixir.Application"): 0}
        self.functions: dict[tuple[str, int], Atom] = {}
        self.macros: dict[tuple[str, int], Atom] = {}
        self.ambiguous: dict[tuple[str, int], tuple[Atom, Atom]] = {}
        """What two imports have, and which."""
        self.excluded: frozenset[tuple[str, int]] = frozenset()
        self.vars: dict[Key, int] = {}
        self.prematch: dict[Key, int] = {}
        self.pattern_start = 0
        self.version = [0]
        self.unused: dict[tuple[Key, int], tuple[int, bool] | None] = {}
        self.caller = False
        self.constants: dict[tuple[Atom, int], Any] = {}
        """Variables that are bound to literals, by name and version."""
        self.depth = 0
        """How many scopes are open."""
        self.rescuing = False
        self.straight = False
        self.outer: dict[Key, int] = {}
        self.lexical: list[Any] = []

    def inside(self, module: ModuleState | None, function: tuple[str, int] | None) -> Context:
        """Return the place of a body of its own (a module's, a function's): same names, no variables."""
        new = Context(self.unit)
        new.module = module
        new.function = function
        new.aliases = self.aliases
        new.quoted_aliases = self.quoted_aliases
        new.requires = self.requires
        new.functions = self.functions
        new.macros = self.macros
        new.ambiguous = self.ambiguous
        new.excluded = self.excluded
        new.lexical = self.lexical
        return new

    def open(self) -> tuple[Any, ...]:
        """Open a scope: what is bound, aliased or imported in it is forgotten by :meth:`close`."""
        saved = (
            self.vars, self.unused, self.aliases, self.requires, self.functions, self.macros, self.excluded,
            self.straight, self.ambiguous, self.quoted_aliases,
        )  # fmt: skip
        self.unused = {}
        self.straight = False
        self.depth += 1
        return saved

    def close(self, saved: tuple[Any, ...]) -> None:
        """Close a scope: warn of what was never used in it."""
        mine = self.unused
        self.depth -= 1
        (
            self.vars, self.unused, self.aliases, self.requires, self.functions, self.macros, self.excluded,
            self.straight, self.ambiguous, self.quoted_aliases,
        ) = saved  # fmt: skip
        if not mine:
            return
        for key in sorted(mine, key=_by_name) if len(mine) > 1 else mine:
            found = mine[key]
            if found is not None:
                self.warn_unused(key, found)
            elif self.vars.get(key[0], -1) >= key[1]:
                self.unused[key] = None

    def warn_unused(self, key: tuple[Key, int], found: tuple[int, bool]) -> None:
        """Warn of a variable that is never read."""
        (name, kind), _ = key
        if kind is not None or name.startswith("_"):
            return
        why = (
            "there is a variable with the same name in the context, use the pin operator (^) to match on it or prefix "
            "this variable with underscore if it is not meant to be used"
            if found[1]
            else "if the variable is not meant to be used, prefix it with an underscore"
        )
        self.warn(found[0], f'variable "{name}" is unused ({why})')

    def bind(self, key: Key, line: int, overridden: bool) -> int:
        """Give a variable a new version and return it."""
        version = self.version[0]
        self.version[0] = version + 1
        self.vars = {**self.vars, key: version}
        self.unused[key, version] = (line, overridden)
        return version

    def used(self, key: Key, version: int) -> None:
        """Note that a version was read."""
        self.unused[key, version] = None

    @property
    def place(self) -> str:
        """Where this is, as warnings say it: ``Mod.fun/1``, ``Mod`` or nothing."""
        if self.module is None:
            return ""
        if self.function is None:
            return f": {inspect_term(self.module.name)}"
        return f": {inspect_term(self.module.name)}.{shown_name(self.function[0])}/{self.function[1]}"

    def warn(self, line: int, message: str, *, place: str | None = None) -> None:
        """Add a warning, in the form in which Elixir prints it."""
        where = self.place if place is None else place
        spot = f"{self.unit.file}:{line}" if line else self.unit.file
        self.unit.warn(f"warning: {message}\n  {spot}{where}\n")

    def later(self, line: int, message: str) -> None:
        """Add a warning that comes when all of the module, or of the script itself, is expanded."""
        (self.unit if self.module is None else self.module).waiting.append((line, message))

    def error(self, meta: Meta, message: str, exception: str = "CompileError") -> CompileError:
        """Return the error *message* at this place."""
        return CompileError(message, self.unit.file, meta.line, meta.column, exception)

    def not_supported(self, meta: Meta, what: str) -> NotSupported:
        """Return the complaint that something of Elixir is not there."""
        return NotSupported(what, self.unit.file, meta.line, meta.column)

    def open_module(self) -> Any:
        """Return what code that runs now knows of the module here; None outside of one."""
        return None if self.module is None else self.unit.above.module_code(self, self.module)

    @property
    def module_name(self) -> Atom:
        """The current module's name; outside of one that of the place in which a text is evaluated, or ``nil``."""
        return self.module.name if self.module is not None else self.unit.evaluated_in


def _by_name(key: tuple[Key, int]) -> tuple[str, str, int]:
    (name, kind), version = key
    return name, "" if kind is None else str(kind), version
