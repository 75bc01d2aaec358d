"""Files that are compiled one after the other, each when it is needed: by its turn, or by another that waits for it.

So Mix compiles a project, with a process for each file: one that needs a module, a macro or a struct that is not yet
there waits until the file that defines it is through. Here that file is compiled in the midst of the one that waits.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from types import FunctionType
from typing import Any

from simulator.elixir.compile.program import compile_program
from simulator.elixir.expand.checks.references import check_calls
from simulator.elixir.expand.program import ABOVE, expand_file
from simulator.elixir.expand.scope.evaluator import CompileTime
from simulator.elixir.expand.scope.known import exported
from simulator.elixir.expand.scope.unit import Unit
from simulator.elixir.expand.scope.workspace import Workspace
from simulator.elixir.runtime.loaded import seek_with
from simulator.elixir.runtime.running.image import Compiled, load_program
from simulator.elixir.runtime.world import world
from simulator.elixir.syntax.read import parse
from simulator.elixir.tree.build import is_alias, keyword, statements
from simulator.elixir.tree.errors import CompileError
from simulator.elixir.tree.nodes import Lacking, Node
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term
from simulator.terms.places import WHOLE


class Part:
    """A file, from its text to what it was compiled to."""

    def __init__(self, folder: str, file: str, text: str) -> None:
        self.folder = folder
        """The folder that its name is seen from, which is the current one while it is compiled."""
        self.file = file
        self.text = text
        WHOLE.add(file)
        self.quoted: Any = parse(text, file)
        self.unit: Unit | None = None
        self.image: Compiled | None = None
        self.main: FunctionType | None = None
        """Runs its top level, once it is loaded."""

    @property
    def warnings(self) -> list[str]:
        """What the compiler warned of."""
        return [] if self.unit is None else self.unit.program.warnings

    @property
    def lacking(self) -> list[Lacking]:
        """What it mentions that is not supported."""
        return [] if self.unit is None else self.unit.program.lacking


class Session:
    """Files that know of one another's modules."""

    def __init__(self) -> None:
        self._space = Workspace(self._waits)
        self._parts: list[Part] = []
        self._owners: dict[Atom, Part] = {}
        """The file that defines a module, as its text says."""
        self._active: list[Part] = []
        """The files that are being compiled, each but the last waiting for the next one."""
        self._awaited: list[Atom] = []
        """The modules that they wait for."""

    def add(self, folder: str, files: Iterable[tuple[str, str]]) -> list[Part]:
        """Add files, by their names seen from a folder and their texts, to those that can be waited for."""
        added = [Part(folder, file, text) for file, text in files]
        for part in added:
            for name, line in defined(part.quoted):
                self._own(part, name, line)
        self._parts += added
        return added

    def _own(self, part: Part, name: Atom, line: int) -> None:
        owner = self._owners.setdefault(name, part)
        if owner is not part and owner.folder == part.folder:
            first = next(line for other, line in defined(owner.quoted) if other is name)
            problem = (
                f"cannot define module {inspect_term(name)} because it is currently being defined in "
                f"{owner.file}:{first}"
            )
            raise CompileError(problem, part.file, line)

    def compile(self, parts: Iterable[Part]) -> None:
        """Compile those of these files that were not yet. Raises ``CompileError`` as the compiler says it."""
        parts = list(parts)
        with self._sought():
            for part in parts:
                self._compile(part)
        for part in parts:
            assert part.unit is not None
            check_calls(part.unit)

    def require(self, folder: str, file: str, text: str) -> Part:
        """Compile one more file, whose modules nobody has waited for."""
        part = Part(folder, file, text)
        self.compile([part])
        return part

    @contextmanager
    def _sought(self) -> Generator[None]:
        before = seek_with(self._called)
        try:
            yield
        finally:
            seek_with(before)

    def _compile(self, part: Part) -> None:
        if part.image is not None:
            return
        files, self._active = world().files, [*self._active, part]
        folder, files.folder = files.folder, part.folder
        space = self._space
        unit = part.unit = Unit(part.file, CompileTime(part.file, space), space, ABOVE)
        try:
            expand_file(unit, part.quoted)
        except CompileError as refused:
            if refused.source is None and refused.file == part.file:
                refused.told(part.text, unit.program.warnings)
            raise
        finally:
            self._active = self._active[:-1]
            files.folder = folder
        part.image = compile_program(unit.program, alone=False)
        part.main = load_program(part.image)
        space.unloaded = [module for module in space.unloaded if module not in unit.program.modules]

    def _waits(self, module: Atom, hard: bool) -> bool:
        """Compile the file that defines a module; return whether there is one.

        If that is one that waits itself, it is an error where it is *hard*.
        """
        part = self._owners.get(module)
        if part is None:
            return exported(module) is None and self._found_elsewhere(module)
        if part in self._active:
            if hard and part is not self._active[-1]:
                raise self._deadlock(module)
            return False
        if part.image is not None:
            return False
        self._awaited.append(module)
        self._compile(part)
        self._awaited.pop()
        return True

    def _found_elsewhere(self, module: Atom) -> bool:
        """Return whether a module is there when all files are compiled: its definition may be a macro's."""
        for part in self._parts:
            if part not in self._active:
                self._awaited.append(module)
                self._compile(part)
                self._awaited.pop()
        return module in self._space.modules

    def _called(self, module: Atom) -> bool:
        """Compile the file that defines a module of which a function is called meanwhile."""
        return self._waits(module, False)

    def _deadlock(self, module: Atom) -> CompileError:
        """Return the error of files that wait for each other."""
        owner = self._owners[module]
        waiting = list(zip(self._active, [*self._awaited, module], strict=True))
        circle = waiting[self._active.index(owner) :]
        files = "".join(f"  {part.file} => {inspect_term(name)}\n" for part, name in reversed(circle))
        problem = (
            f"deadlocked waiting on module {inspect_term(module)}\n\nCompilation failed because of a deadlock between "
            f"files.\nThe following files depended on the following modules:\n\n{files}\nEnsure there are no "
            "compile-time dependencies between those files and that the modules they reference exist and are "
            "correctly named\n"
        )
        return CompileError(problem, self._active[-1].file, 0)


def defined(quoted: Any, outer: str = "Elixir") -> list[tuple[Atom, int]]:
    """Return the modules that code defines, as far as it says their names, and the lines."""
    found: list[tuple[Atom, int]] = []
    for each in statements(quoted):
        if each.__class__ is not Node or each.form.__class__ is not Atom or each.args.__class__ is not list:
            continue
        define = _DEFINITIONS.get(each.form.name)
        if define is not None and each.args:
            for name in define(each.args, outer):
                found.append((Atom(name), each.line))
                found += defined(_body(each), name)
    return found


def _body(node: Node) -> Any:
    return keyword(node.args[-1], "do")


def _written(node: Any, outer: str) -> str | None:
    """Return the name that stands in the place of a module's, within another one."""
    if node.__class__ is Atom:
        return node.name
    if not is_alias(node) or not all(part.__class__ is Atom for part in node.args):
        return None
    parts = [part.name for part in node.args]
    return ".".join(parts if parts[0] == "Elixir" else [outer, *parts])


def _module(args: list[Any], outer: str) -> list[str]:
    name = _written(args[0], outer)
    return [] if name is None else [name]


def _implementation(args: list[Any], outer: str) -> list[str]:
    """Return the names of the modules that ``defimpl`` makes."""
    options = [pair for part in args[1:] if part.__class__ is list for pair in part]
    target = keyword(options, "for")
    protocol = _written(args[0], "Elixir")
    if protocol is None:
        return []
    kinds = [outer] if target is None else [
        _written(each, "Elixir") for each in (target if target.__class__ is list else [target])
    ]  # fmt: skip
    return [f"{protocol}.{kind.removeprefix('Elixir.')}" for kind in kinds if kind is not None]


_DEFINITIONS: dict[str, Callable[[list[Any], str], list[str]]] = {
    "defmodule": _module, "defprotocol": _module, "defimpl": _implementation,
}  # fmt: skip
