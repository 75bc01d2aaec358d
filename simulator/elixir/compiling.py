"""From source texts to compiled programs: parsed, expanded, compiled, with the values of the top level told."""

from __future__ import annotations

import os
from typing import Any, Final

from simulator.elixir.compile.program import compile_program
from simulator.elixir.expand.program import expand
from simulator.elixir.expand.scope.workspace import Workspace
from simulator.elixir.file_compiler import defined, required
from simulator.elixir.runtime.running.image import Compiled
from simulator.elixir.runtime.world import world
from simulator.elixir.syntax.errors import SyntaxError
from simulator.elixir.syntax.read import parse
from simulator.elixir.tree.errors import CompileError
from simulator.elixir.tree.nodes import Lacking, Meta, Node
from simulator.terms import Atom
from simulator.terms.places import seen_from

_LEXICAL: Final = frozenset(["alias", "import", "require", "use", "defmodule", "defprotocol", "defimpl", "@"])
_ECHO: Final = Atom("Elixir.Kernel.Echo")


def compile_sources(
    sources: list[tuple[str, str]], echo: bool, before: list[tuple[str, str]]
) -> tuple[list[Compiled], list[str], list[Lacking], dict[str, str]]:
    """Compile texts, given with the names of their files, after those that ran *before*, which are only looked at.

    Return the programs, what the compiler warns of, and what they mention that is not supported,
    and the files that they require at their tops with their texts, by which it is what it is.
    """
    images: list[Compiled] = []
    warnings: list[str] = []
    lacking: list[Lacking] = []
    space = Workspace()
    try:
        early: dict[str, str] = {}
        passed: list[str] = []
        for file, text in before:
            expand(_after_required(parse(text, file), file, space, early), file, [], space)
        for number, (file, text) in enumerate(sources, 1):
            quoted = _after_required(parse(text, file), file, space, early, frozenset(passed))
            passed.append(world().files.absolute(file))
            if passed[-1] in early:
                for name, _ in defined(quoted):  # known to whoever requires it: now it is compiled itself
                    space.modules.pop(name, None)
            if echo and number == len(sources):
                quoted = echoed(quoted)
            try:
                program = expand(quoted, file, warnings, space)
            except CompileError as refused:
                raise refused.told(text, warnings) from refused.__cause__
            lacking += program.lacking
            images.append(compile_program(program, alone=len(sources) == 1 and not before and not early))
    finally:
        space.close()
    return images, warnings, lacking, early


def _after_required(
    quoted: Any, file: str, space: Workspace, early: dict[str, str], passed: frozenset[str] = frozenset()
) -> Any:
    """Return a file's quoted code, once the files that it requires at its top are known to it, but for those *passed*.

    They are run when it runs; what is wrong with one is said then.
    """
    files = world().files
    for path in required(quoted, os.path.dirname(file)):
        full = files.absolute(path)
        if full in early or full in passed or not files.rules.may_read(full) or not os.path.isfile(full):
            continue
        early[full] = text = files.source(full)
        name = seen_from(full, files.folder)
        try:
            inner = parse(text, name)
            expand(_after_required(inner, name, space, early), name, [], space)
        except (CompileError, SyntaxError):
            continue
    return quoted


def echoed(quoted: Any) -> Any:
    """Return a file's quoted code so that the value of each of its expressions is printed.

    What concerns names only (``import`` and its like) stays as it is, as do definitions of modules.
    """
    block = quoted.__class__ is Node and quoted.form is Atom("__block__")
    expressions = quoted.args if block else [quoted]
    made = [each if _is_lexical(each) else _told(each) for each in expressions]
    return Node(Atom("__block__"), quoted.meta if block else Meta(1, 1), made)


def _is_lexical(node: Any) -> bool:
    return node.__class__ is Node and node.form.__class__ is Atom and node.form.name in _LEXICAL


def _told(node: Any) -> Node:
    meta = node.meta if node.__class__ is Node else Meta(1, 1)
    return Node(Node(Atom("."), meta, [_ECHO, Atom("echo")]), meta, [node])
