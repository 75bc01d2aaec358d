"""Pictures of a trace: the sequence diagram, the timeline and the graph of links.

What draws them is imported when it is first used: a run without a picture should not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from simulator.diagrams.drawing.graphviz_render import GraphvizMissing, RenderError
    from simulator.diagrams.link_graphs.graph import LinkGraph, links
    from simulator.diagrams.selection import NothingToDraw
    from simulator.diagrams.sequences.diagram import Sequence, sequence
    from simulator.diagrams.timelines.diagram import Timeline, timeline

    link_graph, sequence_diagram, timeline_diagram = links, sequence, timeline

_HOME = {
    "GraphvizMissing": "drawing.graphviz_render",
    "LinkGraph": "link_graphs.graph",
    "NothingToDraw": "selection",
    "RenderError": "drawing.graphviz_render",
    "Sequence": "sequences.diagram",
    "links": "link_graphs.graph",
    "Timeline": "timelines.diagram",
    "sequence": "sequences.diagram",
    "timeline": "timelines.diagram",
}

# The functions by the names of what they draw.
_ALSO = {"link_graph": "links", "sequence_diagram": "sequence", "timeline_diagram": "timeline"}

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
    name = _ALSO.get(name, name)
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(f"simulator.diagrams.{_HOME[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__, *_ALSO})
