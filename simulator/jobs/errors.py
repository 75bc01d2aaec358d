"""What goes wrong with work that is given out."""

from __future__ import annotations

from typing import Final

from simulator.terms.errors import SimulatorError

ATTEMPTS: Final = 3
"""How often a piece is given out whose worker was lost each time."""


class JobsError(SimulatorError, RuntimeError):
    """Work cannot be given out: no such cluster, or a package is missing."""


class LostWork(JobsError):
    """The workers that had a piece of work were lost, one after the other."""
