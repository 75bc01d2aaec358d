"""Places in code: which line an instruction belongs to, and which code is the simulator's own."""

from __future__ import annotations

import os
from bisect import bisect_right
from types import CodeType
from typing import Final

OURS: Final = os.path.dirname(os.path.dirname(__file__)) + os.sep
"""The folder of the simulator's own code, with the separator at its end: whatever file begins with it is no user's.

It is written as it is in code objects, which have it from ``sys.path`` as it stands there.
"""

WHOLE: Final[set[str]] = set()
"""Files that are shown by the whole of the name that they have: a project's, which it has from its folder on."""


def shown_file(name: str) -> str:
    """Return how a file is named in stack traces and reports: without its folder, unless it is a project's.

    >>> shown_file("/home/me/stack.exs")
    'stack.exs'
    """
    return name if name in WHOLE else os.path.basename(name)


def seen_from(path: str, folder: str) -> str:
    """Return how a file is named from *folder* on: with slashes on every system, so that a trace is the same on each.

    Where no way leads there (Windows has a tree for each drive) it is the whole of its name.

    >>> seen_from("/home/me/shop/lib/cart.ex", "/home/me/shop")
    'lib/cart.ex'
    """
    try:
        found = os.path.relpath(path, folder)
    except ValueError:
        found = os.path.abspath(path)
    return found.replace(os.sep, "/")


# By the identity of the code, which each entry keeps alive: to hash a code object takes ten times as long.
_lines: dict[int, tuple[CodeType, list[int], list[int]]] = {}


def place_of(code: CodeType | None, instruction: int) -> tuple[str, int]:
    """Return file and line of an instruction of *code*; ``("", 0)`` where there is none.

    >>> place_of(None, 0)
    ('', 0)
    """
    if code is None:
        return "", 0
    known = _lines.get(id(code))
    if known is None:
        spans = [(start, line) for start, _, line in code.co_lines() if line is not None]
        known = _lines[id(code)] = (code, [start for start, _ in spans], [line for _, line in spans])
    _, starts, lines = known
    return code.co_filename, lines[max(0, bisect_right(starts, instruction) - 1)]
