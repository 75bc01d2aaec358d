"""Code that runs while source is compiled: macros, values of attributes, bodies that define functions in a loop.

It is compiled as any program is, and run in a kernel of its own if it has to wait for anything.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.expand.scope.workspace import Workspace
from simulator.elixir.runtime.loaded import loaded
from simulator.elixir.tree.build import BLOCK
from simulator.elixir.tree.errors import CompileError
from simulator.elixir.tree.nodes import Meta, Module, Node, Program
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term


class CompileTime:
    """Runs compile-time code of one program with the modules that were expanded before."""

    def __init__(self, file: str, space: Workspace) -> None:
        self.file = file
        self.space = space
        """The modules so far; they are loaded when something is to be run."""
        self.mentioned: set[str] = set()
        """The atoms in code that was run, and the modules of macros."""
        self.line = 0
        """Where the code stands that runs."""

    def define(self, module: Module) -> None:
        """Compile a module and make its functions callable; a later one of the same name replaces it."""
        program = Program(self.file)
        program.modules = [module]
        program.main = Atom("nil")
        self._load(program)

    def _load(self, program: Program) -> Any:
        from simulator.elixir.compile.program import compile_program
        from simulator.elixir.runtime.running.image import load_program

        for module in program.modules:
            self.space.replaced.setdefault(module.name, loaded(module.name))
        compiled = compile_program(program, alone=program.kept is None)
        self.mentioned.update(compiled.atoms.values())
        return load_program(compiled)

    def _ready(self) -> None:
        """Load the modules that were finished since code was last run."""
        if self.space.unloaded:
            program = Program(self.file)
            program.modules, self.space.unloaded = self.space.unloaded, []
            program.main = Atom("nil")
            self._load(program)

    def call(self, module: Atom, name: str, args: list[Any]) -> Any:
        """Call a function with terms and return the term that it gives; what it raises comes out."""
        from simulator.elixir.runtime.alone import settle_alone
        from simulator.elixir.runtime.modules.modules import call

        self._ready()
        self.mentioned.add(module.name)
        return self._guarded(lambda: settle_alone(call(module, name, args)))

    def evaluate(self, body: Any, variables: list[tuple[Any, Any]]) -> tuple[Any, list[Any]]:
        """Evaluate an expanded body; return its value and those of *variables* (versioned nodes, with defaults)."""
        from simulator.elixir.runtime.alone import settle_alone

        self._ready()
        program = Program(self.file)
        program.kept = []
        meta = body.meta if body.__class__ is Node else Meta()
        program.main = body
        if variables:
            result = Node(Atom("="), meta, [Node(Atom("value"), meta.with_(version=-1), None), body])
            values = Node(Atom("{}"), meta, [result.args[0], *(variable for variable, _ in variables)])
            program.main = Node(BLOCK, meta, [result, values])
        answer = self._guarded(lambda: settle_alone(self._load(program)()))
        return (answer[0], list(answer[1:])) if variables else (answer, [])

    def _guarded(self, function: Callable[[], Any]) -> Any:
        """Call a function; an exception of Elixir's that comes out of it is one of the compilation."""
        from simulator.elixir.runtime.errors import CAUGHT, Raised
        from simulator.elixir.runtime.failures.converting import convert
        from simulator.kernel import Exit, Throw
        from simulator.terms.maps import struct_name

        try:
            return function()
        except CompileError:
            raise
        except CAUGHT as failure:
            made = convert(failure)
            if not isinstance(made, Raised | Exit | Throw):
                raise
            word = "exit" if isinstance(made, Exit) else "throw"
            name = inspect_term(struct_name(made.struct)) if isinstance(made, Raised) else word
            refused = CompileError(str(made), self.file, self.line, 0, name)
            refused.raised = made
            raise refused from failure
