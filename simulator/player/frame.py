"""The player in a frame of another page, as notebooks show it."""

from __future__ import annotations

from functools import cached_property
from html import escape
from typing import Any

from simulator.player.page import page
from simulator.terms.visible import printable
from simulator.trace.trace import Trace

_HEIGHT = 720  # pixels


class Player:
    """The page that plays a trace; a notebook shows it in a frame, in which it is played without any server."""

    def __init__(self, trace: Trace, height: int = _HEIGHT) -> None:
        self._trace = trace
        self.height = height
        """Of the frame, in pixels."""

    @cached_property
    def html(self) -> str:
        """The whole page: what ``simulator play`` writes."""
        return page(self._trace)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, str]:
        title = escape(printable(self._trace.header.scenario.title or self._trace.header.scenario.name))
        frame = (
            f'<iframe title="Player of {title}" style="width: 100%; height: {self.height}px; border: 1px solid #94a3b8"'
            f' srcdoc="{escape(self.html)}"></iframe>'
        )
        return {"text/html": frame, "text/plain": f"<Player of {self._trace.header.scenario.name}>"}
