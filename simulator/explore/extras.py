"""What exploring needs beside what the simulator does."""

from __future__ import annotations

from simulator.terms.errors import SimulatorError


class MissingExtra(SimulatorError, ImportError):
    """What is asked for needs a package that is not installed; says which, and how to get it."""


def require_greenlet() -> None:
    """Raise :class:`MissingExtra` if greenlet is not installed."""
    try:
        import greenlet as greenlet
    except ImportError:
        raise MissingExtra(
            "exploring needs greenlet, which lets a process stand still in the middle of its code: "
            "pip install 'beam-simulator[explore]', or pip install greenlet"
        ) from None
