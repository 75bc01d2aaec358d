"""From source texts to compiled programs: parsed, expanded, compiled, with the values of the top level told."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.compile.program import compile_program
from simulator.elixir.expand.program import expand
from simulator.elixir.expand.scope.workspace import Workspace
from simulator.elixir.runtime.running.image import Compiled
from simulator.elixir.syntax.read import parse
from simulator.elixir.tree.errors import CompileError
from simulator.elixir.tree.nodes import Lacking, Meta, Node
from simulator.terms import Atom

_LEXICAL: Final = frozenset(["alias", "import", "require", "use", "defmodule", "defprotocol", "defimpl", "@"])
_ECHO: Final = Atom("Elixir.Kernel.Echo")


def compile_sources(
    sources: list[tuple[str, str]], echo: bool, before: list[tuple[str, str]]
) -> tuple[list[Compiled], list[str], list[Lacking]]:
    """Compile texts, given with the names of their files, after those that ran *before*, which are only looked at.

    Return the programs, what the compiler warns of, and what they mention that is not supported.
    """
    images: list[Compiled] = []
    warnings: list[str] = []
    lacking: list[Lacking] = []
    space = Workspace()
    try:
        for file, text in before:
            expand(parse(text, file), file, [], space)
        for number, (file, text) in enumerate(sources, 1):
            quoted = parse(text, file)
            if echo and number == len(sources):
                quoted = echoed(quoted)
            try:
                program = expand(quoted, file, warnings, space)
            except CompileError as refused:
                raise refused.told(text, warnings) from refused.__cause__
            lacking += program.lacking
            images.append(compile_program(program, alone=len(sources) == 1 and not before))
    finally:
        space.close()
    return images, warnings, lacking


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
