"""Code that is nested deeper than Python takes: what is too deep becomes a function of its own.

CPython's tokenizer takes 100 levels of indentation, its compiler 20 blocks (``try``, ``for``, ``while``) within
each other.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.compile.frame import Frame, finish
from simulator.elixir.compile.pieces import RETURN, Dest, Ex
from simulator.elixir.tree.nodes import Node

DEEPEST: Final = 60
"""Indentation from which on a form is written elsewhere; one form alone takes some levels."""
_MOST_BLOCKS: Final = 5
_BLOCKS: Final = frozenset({"try", "for", "receive"})
"""Forms that are written as Python's blocks, each as up to three within each other."""
_IN_PLACE: Final = frozenset({"=", "__block__"})
"""Forms whose variables are there after them."""


def is_too_deep(frame: Frame, form: str) -> bool:
    """Whether a form is to be written as a function of its own."""
    if form in _IN_PLACE:
        return False
    return frame.indent >= DEEPEST or (form in _BLOCKS and frame.blocks >= _MOST_BLOCKS)


def within(frame: Frame, node: Node, dest: Dest, emitter: Callable[[Frame, Node, Dest], None]) -> None:
    """Write a form in its place, and know meanwhile how many blocks are around."""
    block = node.form.name in _BLOCKS
    frame.blocks += block
    emitter(frame, node, dest)
    frame.blocks -= block


def outline(frame: Frame, node: Node, emitter: Callable[[Frame, Node, Dest], None]) -> Ex:
    """Write a form as a function that is given the variables which it reads; return the call of it."""
    unit = frame.unit
    ident = unit.title("deep", frame.title)
    inner = Frame(unit, frame.module, frame.title, frame.generator, frame)
    inner.line = line = frame.line
    inner.write("")
    inner.indent = 1
    emitter(inner, node, RETURN)
    if frame.exception is not None and frame.exception not in frame.free:
        inner.free[frame.exception] = None
    parameters = ", ".join(inner.free)
    inner.lines[0] = (0, f"def {ident}({parameters}):", line)
    finish(inner)
    unit.lines += inner.lines
    for name in inner.free:
        if name not in frame.own:
            frame.free[name] = None
    call: Any = f"{ident}({parameters})"
    return Ex(f"(yield from {call})" if frame.generator else call)
