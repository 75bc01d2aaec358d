"""Made by ``simulator.elixir.library.twins`` from ``lists_parts.py``: its functions where arguments wait."""

from __future__ import annotations

TABLE = {}
