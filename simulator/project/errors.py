"""What is wrong with a project."""

from __future__ import annotations

from simulator.terms.errors import SimulatorError


class ProjectError(SimulatorError, ValueError):
    """A project that cannot be loaded: no ``mix.exs``, one that raises, a dependency that is not there."""
