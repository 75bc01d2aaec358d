"""The file that is expanded: what its modules and its warnings share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from simulator.elixir.expand.scope.evaluator import CompileTime
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.expand.scope.workspace import Workspace
from simulator.elixir.tree.nodes import Program
from simulator.terms import Atom


class RemoteCall(NamedTuple):
    """A call of another module's function, to be looked up when all modules are known."""

    module: Atom
    name: str
    arity: int
    line: int
    place: str
    column: int
    inside: bool
    caller: Atom | None
    macro: bool = False
    """Whether it is a macro's name, which was not required."""


class Above(NamedTuple):
    """What stands above the scope and is called from within it: a module may be defined anywhere.

    The first argument of the last three is the :class:`~simulator.elixir.expand.scope.context.Context`.
    """

    compile_module: Callable[[Any], None]
    """Expands a module that was found in the source."""
    statement: Callable[[Any, ModuleState, Any], None]
    """Expands one expression of a module's body, with its effect."""
    module_code: Callable[[Any, ModuleState], Any]
    """Makes what code that runs meanwhile knows of a module."""
    expand_once: Callable[[Any, Any, Any], Any]
    """Expands a term of quoted code once at a place."""


class Unit:
    """One file (or several that run together) in expansion."""

    def __init__(self, file: str, evaluator: CompileTime, space: Workspace, above: Above) -> None:
        self.file = file
        self.above = above
        self.evaluator = evaluator
        self.program = Program(file)
        self.space = space
        self.modules = space.modules
        self.defined: set[Atom] = set()
        """Modules whose definition stands in this file, expanded or not."""
        self.evaluated_in: Atom = Atom("nil")
        """Of a text that is evaluated: the module of the place where it is."""
        self.pending: list[Any] = []
        """Modules at the top of the file whose bodies are still to be expanded."""
        self.calls: list[RemoteCall] = []
        self.needs: dict[Atom, None] = {}
        """The modules that were asked for while it was expanded."""
        self.lexical: list[list[Any]] = []
        """Aliases and imports: kind, name, place, whether they were used, and what of ``only:`` was not."""
        self.waiting: list[tuple[int, str]] = []
        """Warnings of the script itself that come when all of it is expanded."""

    def find(self, module: Atom, hard: bool = True) -> ModuleState | None:
        """Return a module of the source; one of another file that is not compiled yet is compiled first.

        Where it is *hard* it is an error if that file waits for this one.
        """
        self.needs[module] = None
        state, seek = self.modules.get(module), self.space.seek
        if seek is None or module in self.defined or (state is not None and state.closed):
            return state
        return self.modules.get(module) if seek(module, hard) else None

    def warn(self, text: str) -> None:
        """Add a finished warning; the same one is said once."""
        self.program.warnings.append(text)

    def lacks(self, what: str, line: int, column: int) -> None:
        """Note something that the program mentions and the library lacks."""
        self.program.lacking.append((what, self.file, line, column))

    def next(self) -> int:
        """Return a number that no macro's expansion has had."""
        self.space.counter += 1
        return self.space.counter
