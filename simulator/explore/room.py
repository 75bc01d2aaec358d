"""The room can be called, as the function that it is there for: ``simulator.explore(main)``."""

from __future__ import annotations

from types import ModuleType
from typing import Any

from simulator.explore.extras import require_greenlet


class Room(ModuleType):
    """The module ``simulator.explore``."""

    def __call__(self, *given: Any, **named: Any) -> Any:
        """Explore a program (see :func:`simulator.explore.testing.explore`)."""
        require_greenlet()
        from simulator.explore.testing import explore

        return explore(*given, **named)
