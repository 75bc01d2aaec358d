"""Warnings about callbacks."""

from __future__ import annotations

from simulator.elixir.expand.context import Context
from simulator.elixir.expand.module_state import ModuleState


def check_behaviours(x: Context, state: ModuleState) -> None:
    """Warn of missing callbacks."""
