"""What can be wrong with a scenario file."""

from __future__ import annotations

from simulator.terms.errors import SimulatorError


class LoadError(SimulatorError, ImportError):
    """A scenario file that cannot be loaded: its path, the line where there is one, and why."""

    def __init__(self, message: str, path: str, line: int | None = None) -> None:
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")
        self.line = line


class SourceError(LoadError):
    """Source that a compiler refuses; it is told in the compiler's own words and form."""

    def __init__(self, message: str, path: str) -> None:
        super().__init__(message, path)
        self.told = message


class OutputError(SimulatorError, OSError):
    """A file that cannot be written."""
