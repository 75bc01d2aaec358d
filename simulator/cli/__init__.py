"""The command ``simulator``: thin, and quick to start because it imports what it needs when it needs it."""

from __future__ import annotations

from simulator.cli.main import entry, main

__all__ = ["entry", "main"]
