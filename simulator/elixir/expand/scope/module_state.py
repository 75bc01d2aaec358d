"""A module while its body is expanded."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.tree.nodes import Clause, Function, Meta
from simulator.terms import Atom

Name = tuple[str, int]
MODULE_DOC: Final = ("", "", 0)
"""What stands for the module itself where it is said what a text documents."""


class Definition:
    """A function or macro of the module, as far as its clauses have been seen."""

    __slots__ = ("arity", "clauses", "defaults", "grouped", "guard", "kind", "line", "name", "versions", "with_body")

    def __init__(self, kind: str, name: str, arity: int, line: int) -> None:
        self.kind = kind
        self.name = name
        self.arity = arity
        self.line = line
        self.clauses: list[Clause] = []
        self.defaults = 0
        self.with_body = False
        """Whether the clause that gave the defaults had a body."""
        self.guard: Any = None
        """Of a ``defguard``: its parameters and its expanded body."""
        self.versions = [0]
        self.grouped = True
        """Whether its last clause had to stand beside the others: ``unquote`` had no part in it."""

    @property
    def private(self) -> bool:
        """Whether only its module sees it."""
        return self.kind in ("defp", "defmacrop")

    @property
    def macro(self) -> bool:
        """Whether it is a macro."""
        return self.kind in ("defmacro", "defmacrop")


class Attribute:
    """A module attribute: its value, and whether anybody read it."""

    __slots__ = ("line", "used", "value")

    def __init__(self, value: Any, line: int) -> None:
        self.value = value
        self.line = line
        self.used = False


class LocalCall:
    """A call of a function of the module itself."""

    __slots__ = ("arity", "caller", "expanded", "meta", "name")

    def __init__(self, caller: Name | None, name: str, arity: int, meta: Meta) -> None:
        self.caller = caller
        self.name = name
        self.arity = arity
        self.meta = meta
        self.expanded = False
        """Whether it was a macro, which is done."""


class ModuleState:
    """What is known of a module so far."""

    def __init__(self, name: Atom, file: str, line: int) -> None:
        self.name = name
        self.file = file
        self.line = line
        self.definitions: dict[Name, Definition] = {}
        self.order: list[Name] = []
        self.last: Name | None = None
        self.default_names: dict[Name, Name] = {}
        """Functions made for default arguments, and the function whose defaults they are."""
        self.overridable: dict[Name, list[Definition]] = {}
        self.attributes: dict[str, Attribute] = {}
        self.deferred: set[str] = set()
        """Attributes that code sets which runs while the module is defined, a loop of the body."""
        self.early: set[str] = set()
        """Attributes that macros have set while the body was expanded."""
        self.ending = False
        """Whether the hooks at the end of the body run, or have run."""
        self.accumulating: set[str] = {"external_resource"}
        self.persisted: set[str] = set()
        self.behaviours: list[tuple[Atom, int]] = []
        self.callbacks: list[tuple[str, int, bool]] = []
        """Name, arity and whether it is a macro, of what ``@callback`` asks for."""
        self.optional: set[Name] = set()
        self.given: dict[str, list[Any]] = {}
        """What ``@optional_callbacks`` and ``@derive`` were set to, as it stands there."""
        self.types: dict[str, list[tuple[Any, int]]] = {}
        """Quoted types and specifications, with their lines, by the attribute that holds them."""
        self.impl: tuple[Any, int] | None = None
        self.impls: dict[Name, tuple[Any, int]] = {}
        self.struct: list[tuple[Atom, Any]] | None = None
        self.enforced: list[Atom] = []
        self.derived: list[tuple[Atom, Any]] = []
        self.is_exception = False
        self.protocol: Any = None
        self.implementation: tuple[Atom, Atom] | None = None
        self.locals: list[LocalCall] = []
        self.imported: dict[Name, tuple[Atom, Meta]] = {}
        self.before_compile: list[tuple[Any, Any]] = []
        self.on_definition: list[tuple[Any, Any]] = []
        self.after_compile: list[tuple[Any, Any]] = []
        self.on_load: str | None = None
        """The function that is called when the module is loaded."""
        self.body: list[Any] = []
        self.value: Any = Atom("nil")
        """What the last statement of the body gives: a constant, or one of what is kept to be run."""
        self.values: dict[Any, Any] = {}
        """Variables of the body by (key, version) with the terms that they had when it was evaluated."""
        self.opaque = False
        """Whether one of them holds what cannot be written as code: a function, a pid."""
        self.closed = False
        self.implicit = False
        """Whether the functions that are callbacks need no ``@impl``."""
        self.shadowed: dict[Name, int] = {}
        """How many clauses there were of a macro, with what it calls, when it was last loaded for the module itself."""
        self.waiting: list[tuple[int, str]] = []
        """Warnings that come at the end, by line, as the Erlang compiler gives them."""
        self.records: dict[Any, tuple[Any, list[Any]]] = {}
        """Tag and fields of each record whose fields stand where it is defined."""
        self.written_types: list[tuple[str, Any]] = []
        """Those that it tells others of: kind and code, packed."""
        self.specs: list[tuple[str, int, Meta]] = []
        self.private_types: dict[Name, int] = {}
        self.used_types: set[Name] = set()
        self.docs: dict[str, tuple[int, Any]] = {}
        """Documentation that waits for what it documents: attribute, line and value, a text or ``false``."""
        self.documentation: list[tuple[tuple[str, str, int], int, str]] = []
        """Its texts: kind, name and arity of what each documents, and the line of the attribute."""
        self.documented: dict[Name, int] = {}
        self.injected: set[Name] = set()
        """Functions that a macro of the library defined."""
        self.describing: Any = None
        """Of a test module: title and line of the ``describe`` whose block is expanded."""
        self.spare: set[Name] = set()
        """Default callbacks that go unless something calls them."""

    def find(self, name: str, arity: int) -> Definition | None:
        """Return a definition."""
        return self.definitions.get((name, arity))


def assembled(state: ModuleState, wanted: set[tuple[str, int]] | None = None) -> list[Function]:
    """Return the module's functions, or those *wanted*, as they go to the compiler, in the order of definition."""
    functions = []
    for key in state.order:
        found = state.definitions.get(key)
        if found is None or not found.clauses or (wanted is not None and key not in wanted):
            continue
        name, arity = found.name, found.arity
        if found.macro:
            name, arity = f"MACRO-{name}", arity + 1
        functions.append(Function(name, arity, found.private, found.clauses, state.file, found.line))
    return functions
