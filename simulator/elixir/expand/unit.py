"""The file that is expanded: what its modules and its warnings share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from simulator.elixir.ast import Module, Program
from simulator.terms import Atom

if TYPE_CHECKING:
    from simulator.elixir.expand.context import Context
    from simulator.elixir.expand.module_state import ModuleState


class Evaluator(Protocol):
    """Runs code while the source is being expanded: macros, attributes' values, bodies that make functions."""

    def define(self, module: Module) -> None:
        """Compile a module and make its functions callable; a later one of the same name replaces it."""

    def call(self, module: Atom, name: str, args: list[Any]) -> Any:
        """Call a function with terms and return the term that it gives; what it raises comes out."""

    def evaluate(self, body: Any, variables: list[tuple[Any, Any]]) -> tuple[Any, list[Any]]:
        """Evaluate an expanded body.

        Returns its value and the values of *variables*: pairs of a versioned variable node that the body binds, and
        what to return for it when it was not bound.
        """


class RemoteCall(NamedTuple):
    """A call of another module's function, to be looked up when all modules are known."""

    module: Atom
    name: str
    arity: int
    line: int
    place: str
    column: int
    inside: bool


class Unit:
    """One file (or several that run together) in expansion."""

    def __init__(self, file: str, evaluator: Evaluator | None) -> None:
        self.file = file
        self.evaluator = evaluator
        self.program = Program(file)
        self.modules: dict[Atom, ModuleState] = {}
        self.defined: set[Atom] = set()
        """Modules whose definition stands in this file, expanded or not."""
        self.pending: list[tuple[Any, Context, Atom, Any, Any]] = []
        self.calls: list[RemoteCall] = []
        self.counter = 0
        self.lexical: list[list[Any]] = []
        """Aliases and imports: kind, name, place and whether they were used."""
        self.loaded: set[Atom] = set()

    def warn(self, text: str) -> None:
        """Add a finished warning; the same one is said once."""
        self.program.warnings.append(text)

    def next(self) -> int:
        """Return a number that no macro's expansion has had."""
        self.counter += 1
        return self.counter
