"""What becomes of a generator whose process was killed.

On the BEAM a process that dies of an exit signal runs no more code: not its ``after`` blocks either.
Python closes a generator that nobody refers to any more, which would run its ``finally`` blocks in
the middle of the simulation. So one that has any is put aside until the run is over, and is closed
then, when no call on its ``proc`` can do anything.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from types import CodeType, GeneratorType
from typing import Any

from simulator.kernel.process.home import Home
from simulator.kernel.process.state import NOTHING, State

# From 3.12 on every generator has one handler of its own, which turns a StopIteration into an error.
_PATIENCE = 100  # yields in answer to a closing
_OWN_HANDLERS = 1 if sys.version_info >= (3, 12) else 0


@lru_cache(maxsize=4096)
def _has_handlers(code: CodeType) -> bool:
    """Return whether *code* has any ``try`` or ``with``: its table of handlers names more than Python's own."""
    table = code.co_exceptiontable
    if not _OWN_HANDLERS:
        return bool(table)
    targets = set()
    position = 0
    while position < len(table):
        entry = []
        for _ in range(4):  # start, length, target, depth: numbers of six bits a byte
            byte = table[position]
            number = byte & 63
            while byte & 64:
                position += 1
                byte = table[position]
                number = number << 6 | byte & 63
            position += 1
            entry.append(number)
        targets.add(entry[2])
    return len(targets) > _OWN_HANDLERS


def retire(process: State, generator: Any, kernel: Home) -> None:
    """Let go of a generator of *process*; if it is suspended and letting go would run code of it, put it aside."""
    if generator.gi_running:
        return
    inner = generator
    while isinstance(inner, GeneratorType) and inner.gi_frame is not None:
        if _has_handlers(inner.gi_code):
            kernel._retired.append((process, generator))
            return
        inner = inner.gi_yieldfrom


def close_quietly(retired: list[tuple[State, Any]]) -> None:
    """Close generators after the run; whatever their ``finally`` blocks raise or yield has no effect.

    A generator may answer its closing with another yield, and one that catches everything will do so for
    ever. Its requests are let through, or it would catch their refusal and never come to that yield.
    """
    if not retired:
        return
    told, sys.unraisablehook = sys.unraisablehook, lambda _: None
    try:
        for process, generator in retired:
            for _ in range(_PATIENCE):
                process._pending = NOTHING
                try:
                    generator.close()
                except RuntimeError:
                    continue
                except KeyboardInterrupt:
                    raise
                except BaseException:
                    pass
                break
            process._pending, process._generator = NOTHING, None  # the same for Python, when it lets go of it
        del process, generator
        retired.clear()
    finally:
        sys.unraisablehook = told
