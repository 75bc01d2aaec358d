"""The group leader: the process that prints for all others.

On the BEAM it is a process among others, and who prints waits for its answer; here it is an entry of the run queue
while anybody waits for it.
"""

from __future__ import annotations

from typing import Any

from simulator.kernel.process.home import Home
from simulator.kernel.process.state import ABSENT, OUTPUT, REPLIED, RUNNABLE, WAITING


class GroupLeader:
    """In the run queue, like any process that has a message, while somebody waits for its answer."""

    __slots__ = ("clients", "home")

    def __init__(self, home: Home) -> None:
        self.home = home
        self.clients: list[Any] = []

    def ask(self, process: Any) -> None:
        """Let a process wait for it."""
        if not self.clients:
            self.home._ready.append(self)
        self.clients.append(process)

    def fire(self) -> None:
        """Answer all who have asked, in their order."""
        clients, self.clients = self.clients, []
        for process in clients:
            if process._pending == OUTPUT:
                if process._inbox is not ABSENT:
                    process._keep_inbox(process._answer or 0)
                process._answer, process._pending = None, REPLIED
                if process._status == WAITING:
                    process._status = RUNNABLE
                    self.home._ready.append(process)
