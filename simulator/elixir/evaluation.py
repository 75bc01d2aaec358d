"""Quoted code that a running program has compiled: computed modules, ``Module.create``, ``Code.eval_quoted``.

It is expanded with what the program's own files define, as it stood when they were compiled.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any

from simulator.elixir.compile.program import compile_program
from simulator.elixir.expand.checks.references import check_calls, warn_lexical
from simulator.elixir.expand.modules import dynamic
from simulator.elixir.expand.modules.environments import expanded_once, known, line_of, placed
from simulator.elixir.expand.modules.modules import compile_module, compile_pending
from simulator.elixir.expand.program import ABOVE, expand_nested
from simulator.elixir.expand.program import expand as expand_source
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.expand.scope.evaluator import CompileTime
from simulator.elixir.expand.scope.unit import Unit
from simulator.elixir.expand.scope.workspace import Workspace
from simulator.elixir.runtime.running.image import Compiled
from simulator.elixir.runtime.world import world
from simulator.elixir.syntax.read import parse
from simulator.elixir.tree.nodes import Lacking
from simulator.elixir.tree.quoted import from_terms
from simulator.terms import Atom

Evaluated = tuple[list[Compiled], list[str], list[Lacking]]
"""What code is compiled to, what is warned of, what it mentions and is not supported."""


def defined(name: Atom, quoted: Any, place: Any, held: Any) -> Evaluated:
    """Return the program that defines a module; *held* are the variables around it.

    Raises what is wrong with it as the compiler says it.
    """

    def define(x: Context) -> Any:
        made = dynamic.outline_of(x, name, quoted, held, line_of(place))
        x.unit.defined.add(name)
        compile_module(made)
        return made.defined

    return _compiled(place, define)


def evaluated(quoted: Any, place: Any) -> Evaluated:
    """Return the program of quoted code."""
    return _compiled(place, lambda x: expand(x, from_terms(quoted, line_of(place) or 1, None)))


def expanded(quoted: Any, place: Any) -> Any:
    """Return what one expansion makes of quoted code."""
    space = _space()
    file = str(known(place).get(Atom("file"), "nofile"))
    unit = Unit(file, CompileTime(file, space), space, ABOVE)
    with _kept(space), expand_nested(file):
        return expanded_once(Context(unit), quoted, place)


def _compiled(place: Any, expanded: Callable[[Context], Any]) -> Evaluated:
    space = _space()
    file = str(known(place).get(Atom("file"), "nofile"))
    unit = Unit(file, CompileTime(file, space), space, ABOVE)
    unit.evaluated_in = known(place).get(Atom("module"), Atom("nil"))
    x = Context(unit)
    placed(x, place)
    with _kept(space), expand_nested(file):
        saved = x.open()
        unit.program.main = expanded(x)
        x.close(saved)
        compile_pending(x)
        warn_lexical(unit)
        check_calls(unit)
    space.unloaded = [module for module in space.unloaded if module not in unit.program.modules]
    image = compile_program(unit.program, alone=False)
    return [image], unit.program.warnings, unit.program.lacking


def _space() -> Workspace:
    """Return what the files of the program that runs have left: their modules."""
    here = world()
    if here.space is not None:
        made: Workspace = here.space()
        return made
    number = len(here.sources)
    if here.known_space is None or here.known_space[0] != number:
        space = Workspace()
        for file, text in here.sources:
            expand_source(parse(text, file), file, [], space)
        here.known_space = number, space
        space.close()
    space = here.known_space[1]
    return space


@contextmanager
def _kept(space: Workspace) -> Generator[None]:
    """Put the modules of the running program back that others took the place of meanwhile."""
    try:
        yield
    finally:
        if world().space is None:
            space.close()
            space.replaced.clear()
