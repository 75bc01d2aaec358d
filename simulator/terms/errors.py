"""The root of the house's errors."""

from __future__ import annotations


class SimulatorError(Exception):
    """Every error that the simulator raises on purpose is one of these.

    Each room has its own subclasses, which also derive from the builtin that fits (``LookupError``,
    ``ValueError`` ...), so that one ``except`` catches either all of them or one kind.
    """
