"""Files that are compiled one after the other, each when it is needed: by its turn, or by another that waits for it.

So Mix compiles a project, with a process for each file: one that needs a module, a macro or a struct that is not yet
there waits until the file that defines it is through. Here that file is compiled in the midst of the one that waits.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Generator
from contextlib import contextmanager
from copy import copy
from typing import Any, Final, NamedTuple

from simulator.elixir.compile.program import compile_program
from simulator.elixir.expand.checks.references import check_calls
from simulator.elixir.expand.program import ABOVE, expand_file
from simulator.elixir.expand.scope.evaluator import CompileTime
from simulator.elixir.expand.scope.known import exported
from simulator.elixir.expand.scope.module_state import ModuleState
from simulator.elixir.expand.scope.unit import Unit
from simulator.elixir.expand.scope.workspace import Workspace
from simulator.elixir.part import Part
from simulator.elixir.runtime.index import library
from simulator.elixir.runtime.loaded import seek_with
from simulator.elixir.runtime.unsupported import Refused
from simulator.elixir.runtime.world import world
from simulator.elixir.syntax.read import parse
from simulator.elixir.tree.build import BLOCK, elixir, is_alias, keyword, statements
from simulator.elixir.tree.errors import CompileError, NotSupported
from simulator.elixir.tree.nodes import Lacking, Meta, Node
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term

_KEPT: Final = (
    "definitions", "struct", "enforced", "callbacks", "optional", "protocol", "implementation", "spare", "behaviours",
    "is_exception", "documentation", "default_names", "closed",
)  # fmt: skip
"""What of a module that is finished others ask for."""


class Made(NamedTuple):
    """What came of compiling a file, beside its image."""

    warnings: list[str]
    lacking: list[Lacking]
    outline: bytes
    needs: list[str]


class _Deadlock(CompileError):
    """Files wait for each other: these."""

    waiting: list[Part]
    first: int
    """Which of them has the module that the last one needs."""


class FileCompiler:
    """Compiles files: these *parts*, of which *owners* says which of them defines a module."""

    def __init__(self, parts: list[Part], owners: dict[str, Part]) -> None:
        self._parts = parts
        self._owners = owners
        self._space = Workspace(self._waits)
        self._quoted: dict[str, Any] = {}
        self._units: dict[str, Unit] = {}
        """Of each file that was compiled, or whose outline was taken up, what came of it."""
        self._told: dict[str, tuple[list[str], list[Lacking]]] = {}
        self._refused: dict[str, NotSupported] = {}
        """Modules that are not compiled, and what of them is not supported."""
        self._active: list[Part] = []
        """The files that are being compiled, each but the last waiting for the next one."""
        self._stuck: dict[str, int] = {}
        """Files that wait for the files that are being compiled: for the first so many of them."""
        self._awaited: list[Atom] = []
        """The modules that they wait for."""
        self._taken: set[str] = set()
        self._early: dict[str, Part] = {}
        """Files that another one requires at its top, compiled with it: what stands below may use their macros."""

    def space(self) -> Workspace:
        """Return what is known of all modules that are compiled."""
        for part in self._parts:
            if part.image is not None and part.key not in self._taken:
                self._take_up(part)
        return self._space

    def names_of(self, part: Part) -> list[str]:
        """Return the modules that the text of a file defines. Raises what is wrong with the text."""
        return [name.name for name, _ in defined(self._parsed(part))]

    def _parsed(self, part: Part) -> Any:
        if part.key not in self._quoted:
            self._quoted[part.key] = parse(part.text, part.file)
        return self._quoted[part.key]

    def defined_twice(self, name: str, owner: Part, part: Part) -> CompileError:
        """Return the error of two files that define the same module."""
        first, line = (
            next(line for other, line in defined(self._parsed(each)) if other.name == name) for each in (owner, part)
        )
        problem = (
            f"cannot define module {inspect_term(Atom(name))} because it is currently being defined in "
            f"{owner.file}:{first}"
        )
        return CompileError(problem, part.file, line)

    def compile(self, stale: list[Part], group: list[Part]) -> list[Part]:
        """Compile files of a group; return all those whose entries are to be made anew."""
        for part in [*self._parts, *group]:
            if part.image is not None and part.key not in self._taken:
                self._take_up(part)
        with self._sought():
            for part in stale:
                self._compile(part)
        for part in group:
            unit = self._units[part.key]
            warnings, lacking = self._told[part.key]
            unit.program.warnings, unit.program.lacking = list(warnings), list(lacking)
            check_calls(unit)
        return group

    def made(self, part: Part) -> Made:
        """Return what came of a file."""
        unit = self._units[part.key]
        modules = [self._space.modules[Atom(name)] for name in self._own(part)]
        outline = pickle.dumps((list(map(outline_of, modules)), unit.calls, *self._told[part.key]))
        own = set(self._own(part))
        needed = {name.name for name in unit.needs} | unit.evaluator.mentioned
        needs = sorted(name for name in needed if name not in own and self._matters(name))
        return Made(unit.program.warnings, unit.program.lacking, outline, needs)

    def _own(self, part: Part) -> list[str]:
        assert part.image is not None
        return [name for name, _, _ in part.image.modules]

    def _matters(self, name: str) -> bool:
        """Whether a module is one of a file, or could be."""
        return name in self._owners or (name.startswith("Elixir.") and exported(Atom(name)) is None)

    def _take_up(self, part: Part) -> None:
        """Make what is kept of a file known to those that are compiled, and load it."""
        assert part.entry is not None
        self._taken.add(part.key)
        states, calls, warnings, lacking = pickle.loads(part.entry.outline)
        for state in states:
            self._space.modules[state.name] = state
        unit = self._units[part.key] = Unit(part.file, CompileTime(part.file, self._space), self._space, ABOVE)
        unit.calls = calls
        unit.needs = dict.fromkeys(map(Atom, part.entry.needs))
        self._told[part.key] = warnings, lacking
        if part.main is None:
            part.load()

    @contextmanager
    def _sought(self) -> Generator[None]:
        before = seek_with(self._asked)
        try:
            yield
        finally:
            seek_with(before)

    def _compile(self, part: Part) -> None:
        if part.image is not None:
            return
        early = self._early.pop(part.key, None)
        if early is not None and early.text == part.text:
            part.image = early.image
            part.load()
            return
        for path in required(self._parsed(part), os.path.dirname(part.file)):
            self._compile_early(part, path)
        files, self._active = world().files, [*self._active, part]
        folder, files.folder = files.folder, part.folder
        space = self._space
        unit = self._units[part.key] = Unit(part.file, CompileTime(part.file, space), space, ABOVE)
        try:
            with files.watched() as looked:
                expand_file(unit, self._parsed(part))
        except (NotSupported, Refused) as refused:
            if not part.source:
                raise
            unit = self._units[part.key] = self._refuse(part, _as_error(refused, part))
        except CompileError as refused:
            if refused.source is None and refused.file == part.file:
                refused.told(part.text, unit.program.warnings)
            raise
        finally:
            self._active = self._active[:-1]
            self._stuck = {key: depth for key, depth in self._stuck.items() if depth <= len(self._active)}
            files.folder = folder
        part.looked = looked
        part.image = compile_program(unit.program, alone=False)
        part.load()
        self._taken.add(part.key)
        self._told[part.key] = unit.program.warnings, unit.program.lacking
        space.unloaded = [module for module in space.unloaded if module not in unit.program.modules]

    def _refuse(self, part: Part, refused: NotSupported) -> Unit:
        """Return what stands for a file that is not compiled: whoever calls its modules is told why.

        It may be one that no test comes to, such as a task of Mix.
        """
        for name in part.names:
            self._space.modules.pop(Atom(name), None)
            self._refused[name] = refused
        unit = Unit(part.file, CompileTime(part.file, self._space), self._space, ABOVE)
        before = self._units[part.key]  # what it needed so far decides whether it is refused the next time
        unit.needs, unit.evaluator.mentioned = before.needs, before.evaluator.mentioned
        unit.lacks(refused.message, refused.line, refused.column)
        why = f"whose module is not compiled: {refused.headline}"
        unit.program.main = Node(BLOCK, Meta(), [
            elixir("Kernel.Utils", "refuse_module", [Atom(name), why], Meta()) for name in part.names
        ])  # fmt: skip
        return unit

    def _compile_early(self, part: Part, path: str) -> None:
        """Compile a file that another one requires at its top, if it is there; it is run when that one runs."""
        files = world().files
        full = os.path.normpath(os.path.join(part.folder, path))
        if not files.rules.may_read(full) or not os.path.isfile(full):
            return
        early = Part(part.folder, os.path.relpath(full, part.folder), files.read(full).decode("utf-8", "replace"))
        if early.key in self._units:
            return
        early.names = self.names_of(early)
        self._parts.append(early)
        self._owners.update(dict.fromkeys(early.names, early))
        self._compile(early)
        self._early[early.key] = early

    def _waits(self, module: Atom, hard: bool) -> bool:
        """Compile the file that defines a module; return whether there is one.

        If that is one that waits itself, it is an error where it is *hard*.
        """
        part = self._owners.get(module.name)
        if hard and module.name in self._refused:
            raise self._refused[module.name]
        if part is None:
            return library(module.name) is None and exported(module) is None and self._found_elsewhere(module)
        if part in self._active:
            if hard and part is not self._active[-1]:
                raise self._deadlock(module)
            return False
        if part.image is not None:
            return False
        if not hard and self._active:
            return self._compiled_if_possible(part, module)
        self._compile_for(part, module)
        if hard and module.name in self._refused:
            raise self._refused[module.name]
        return True

    def _compile_for(self, part: Part, module: Atom) -> None:
        """Compile a file while another waits for a module."""
        self._awaited.append(module)
        try:
            self._compile(part)
        finally:
            self._awaited.pop()

    def _compiled_if_possible(self, part: Part, module: Atom) -> bool:
        """Compile a file of which only more would be known, such as a behaviour; not if it waits for this one."""
        depth = len(self._active)
        if part.key in self._stuck:
            return False
        try:
            self._compile_for(part, module)
        except _Deadlock as refused:
            self._stuck[part.key] = min(refused.first + 1, depth)
            for each in refused.waiting[depth:]:
                self._units.pop(each.key, None)
                for name in each.names:
                    self._space.modules.pop(Atom(name), None)
            return False
        return True

    def _found_elsewhere(self, module: Atom) -> bool:
        """Return whether a module is there when all files are compiled: its definition may be a macro's."""
        for part in self._parts:
            if part not in self._active:
                self._compiled_if_possible(part, module)
        return module in self._space.modules

    def _asked(self, module: Atom, called: bool) -> bool:
        """Compile the file that defines a module which is asked for meanwhile.

        If a function of it is *called*, and that file waits itself, this one cannot go on now.
        """
        return self._waits(module, called and module.name in self._owners)

    def _deadlock(self, module: Atom) -> CompileError:
        """Return the error of files that wait for each other."""
        owner = self._owners[module.name]
        waiting = list(zip(self._active, [*self._awaited, module], strict=True))
        first = self._active.index(owner)
        circle = waiting[first:]
        files = "".join(f"  {part.file} => {inspect_term(name)}\n" for part, name in reversed(circle))
        problem = (
            f"deadlocked waiting on module {inspect_term(module)}\n\nCompilation failed because of a deadlock between "
            f"files.\nThe following files depended on the following modules:\n\n{files}\nEnsure there are no "
            "compile-time dependencies between those files and that the modules they reference exist and are "
            "correctly named\n"
        )
        refused = _Deadlock(problem, self._active[-1].file, 0)
        refused.waiting, refused.first = self._active, first
        return refused


def _as_error(refused: NotSupported | Refused, part: Part) -> NotSupported:
    """Return what stopped the code that runs meanwhile as an error of the compiler."""
    if isinstance(refused, NotSupported):
        return refused
    told: str = refused.args[0]  # without the place, which the compiler's errors name themselves
    return NotSupported(told.partition("not supported: ")[2] or told, part.file, refused.line or 0)


def outline_of(state: ModuleState) -> ModuleState:
    """Return what other files need to know of a module that is finished."""
    made = ModuleState(state.name, state.file, state.line)
    for name in _KEPT:
        setattr(made, name, getattr(state, name))
    made.definitions = {}
    for key, found in state.definitions.items():
        known = made.definitions[key] = copy(found)
        known.clauses = []
    return made


def required(quoted: Any, folder: str) -> list[str]:
    """Return the files that code in a folder requires at its top, as far as it says their names.

    >>> required(parse('Code.require_file("support.exs", __DIR__)'), "test")
    ['test/support.exs']
    """
    found = []
    for each in statements(quoted):
        if each.__class__ is not Node or each.form.__class__ is not Node or each.form.form is not Atom("."):
            continue
        receiver, name = each.form.args[0], each.form.args[-1]
        if not is_alias(receiver) or receiver.args != [Atom("Code")] or name is not Atom("require_file"):
            continue
        path, *beside = each.args or [None]
        if path.__class__ is str and (
            not beside or (beside[0].__class__ is Node and beside[0].form is Atom("__DIR__"))
        ):
            found.append(os.path.join(folder, path) if beside else path)
    return found


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
