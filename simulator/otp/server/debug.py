"""What watches the events of a server that is debugged, as ``:sys`` has it asked for.

Source of the semantics: OTP 25's ``sys`` (``handle_debug/4``). How events are kept, counted, printed and handed on is
the business of a front end that has ``:sys``: it puts what does a request into :data:`COMMANDS`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, Protocol

from simulator.otp.server.gen import Steps
from simulator.terms import Atom

IN: Final = Atom("in")
OUT: Final = Atom("out")


class Watch(Protocol):
    """Who is told of each event of a server."""

    def event(self, server: Any, event: tuple[Any, ...]) -> Steps:
        """Take an event: ``(:in, message)``, ``(:out, reply, client, state)``, ``(:noreply, state)`` or another one."""

    def events(self) -> list[Any]:
        """Return the events that are kept."""

    def terms(self) -> list[Any]:
        """Return what is installed."""


COMMANDS: dict[str, Callable[[Any, Any], Steps]] = {}
"""``"debug"``: does what ``:sys`` asks of a server's debugging; returns what is answered."""


class Extras:
    """What a server is started with besides its name and its limit of time."""

    __slots__ = ("debug", "hibernate_after")

    def __init__(self, debug: Watch | None = None, hibernate_after: int | None = None) -> None:
        self.debug = debug
        self.hibernate_after = hibernate_after
        """Milliseconds without a message after which it hibernates; None for never."""


NO_EXTRAS: Final = Extras()
