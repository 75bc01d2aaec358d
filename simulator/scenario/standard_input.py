"""A scenario or a trace out of standard input: read once, and known by a name from then on."""

from __future__ import annotations

import sys

from simulator.scenario.errors import LoadError
from simulator.scenario.source import TRACE_BEGINS, held

NAME = "stdin"


def given() -> str:
    """Return the name of what standard input has: ``stdin.py``, ``stdin.exs``, or ``stdin.jsonl`` for a trace.

    It is Python if Python reads it and finds a ``main`` in it, else Elixir. Raises ``LoadError`` if there is nothing.
    """
    for name in held:
        return name
    raw = sys.stdin.buffer.read()
    if not raw.strip():
        raise LoadError("nothing was given", "standard input")
    name = f"{NAME}{_ending(raw)}"
    held[name] = raw
    return name


def _ending(raw: bytes) -> str:
    if raw.startswith(TRACE_BEGINS):
        return ".jsonl"
    import ast  # slow, and only this needs it

    try:
        tree = ast.parse(raw)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ".py" if b"def main(" in raw and b" do" not in raw else ".exs"
    named = [node.name for node in tree.body if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]
    imported = any(isinstance(node, (ast.Import, ast.ImportFrom)) for node in tree.body)
    return ".py" if "main" in named or imported else ".exs"
