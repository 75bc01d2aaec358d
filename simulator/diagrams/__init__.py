"""Pictures of a trace: the sequence diagram, the timeline and the graph of links.

What draws them is imported when it is first used: a run without a picture should not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.diagrams.graphviz_render import GraphvizMissing, RenderError
    from simulator.diagrams.link_graph import LinkGraph, links
    from simulator.diagrams.selection import NothingToDraw
    from simulator.diagrams.sequence_diagram import Sequence, sequence
    from simulator.diagrams.timeline_diagram import Timeline, timeline

_HOME = {
    "GraphvizMissing": "graphviz_render",
    "LinkGraph": "link_graph",
    "NothingToDraw": "selection",
    "RenderError": "graphviz_render",
    "Sequence": "sequence_diagram",
    "links": "link_graph",
    "Timeline": "timeline_diagram",
    "sequence": "sequence_diagram",
    "timeline": "timeline_diagram",
}

__all__ = [
    "GraphvizMissing",
    "LinkGraph",
    "NothingToDraw",
    "RenderError",
    "Sequence",
    "Timeline",
    "links",
    "sequence",
    "timeline",
]


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"simulator.diagrams.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
