"""Elixir source text of clauses, for the trace and for errors."""

from __future__ import annotations

from typing import Any


def clause_text(patterns: list[Any], guard: Any) -> str:
    """Return the head of a clause as it is written: ``{:add, n} when n > 0``."""
    from simulator.elixir.expand.to_source import to_source

    text = ", ".join(map(to_source, patterns))
    return text if guard is None else f"{text} when {to_source(guard)}"
