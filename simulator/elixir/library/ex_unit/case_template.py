"""``ExUnit.CaseTemplate``: all of it is done by the expander."""

from __future__ import annotations

from typing import Any

MACROS = dict.fromkeys(["__using__/1", "using/1", "using/2"])
"""What there is; ``simulator.elixir.expand.ex_unit.macros`` does it."""
FUNCTIONS: dict[str, Any] = {}
