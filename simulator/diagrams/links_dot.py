"""The link graph as DOT text.

The tree of spawns gives the picture its ranks; links, monitors and messages lie upon it and move nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from simulator.diagrams.dot_text import FONT, attributes, quoted, row, table
from simulator.diagrams.links_layout import Layout, layout
from simulator.diagrams.links_legend import legend
from simulator.diagrams.links_style import (
    ALARM, FAINT, INK, LINES, LOOKS, QUIET, edge_text, line, look, sentence, state_text,
)  # fmt: skip
from simulator.diagrams.links_thin import thin
from simulator.diagrams.text import shorten
from simulator.terms.durations import duration_text

if TYPE_CHECKING:
    import networkx as nx

WIDTH = 44
"""Columns of a line of text in the picture; what is longer is cut visibly and stands whole in the tooltip."""

_GRAPH = {
    "charset": "UTF-8", "bgcolor": "white", "pad": "0.35", "nodesep": "0.4", "ranksep": "0.7",
    "fontname": FONT, "labelloc": "t", "labeljust": "l",
}  # fmt: skip
_NODE = {
    "shape": "box", "style": "rounded,filled", "fillcolor": "#f1f5f9", "color": QUIET, "penwidth": "1.2",
    "fontname": FONT, "fontsize": "13", "fontcolor": INK, "margin": "0.18,0.1",
}  # fmt: skip
_EDGE = {"color": FAINT, "arrowsize": "0.8", "fontname": FONT, "fontsize": "10", "fontcolor": QUIET}


Tie = tuple[tuple[int, int], dict[str, Any], int]
"""Ends, attributes, and how many there are of it."""


def dot(graph: nx.MultiDiGraph) -> str:
    """Return the DOT text of the picture of *graph*, the graph of a :class:`~simulator.diagrams.links.LinkGraph`."""
    thinned = thin(graph)
    shown, place = thinned.graph, layout(thinned.graph)
    ties = _merged(shown)
    statements = [
        f"graph {attributes(_GRAPH | {'label': _title(graph, thinned.notices)})}",
        f"node {attributes(_NODE)}",
        f"edge {attributes(_EDGE)}",
        *(f"p{pid} {attributes(_process(node))}" for pid, node in shown.nodes.items()),
        *(_tie(shown, place, tie) for tie in ties),
        *(f"p{upper} -> p{lower} [style=invis]" for upper, lower in place.below),
        *legend(
            [name for name in LOOKS if any(look(node) == name for node in shown.nodes.values())],
            [name for name in LINES if any(line(edge) == name for _, edge, _ in ties)],
            place.deepest,
        ),
    ]
    return "\n".join(["digraph links {", *(f"  {statement}" for statement in statements), "}"]) + "\n"


def _title(graph: nx.MultiDiGraph, notices: list[str]) -> str:
    about = graph.graph
    when = duration_text(about["at"])
    if about["at"] == about["last"]:
        when = f"at the end, {when}" if about["ended"] else f"at {when}, where the trace breaks off"
    else:
        when = f"at {when}"
    hidden = f" · {about['hidden']} hidden" if about["hidden"] else ""
    lines = [row(shorten(about["title"], 2 * WIDTH), 18, INK, bold=True), row(f"Processes {when}{hidden}", 11, QUIET)]
    lines += [row(notice, 11, ALARM, bold=True) for notice in notices]
    return table([*lines, row(" ", 11, QUIET)])


def _process(node: dict[str, Any]) -> dict[str, str]:
    about = [node["pid"]] if node["label"] == node["function"] or not node["function"] else [node["function"], node["pid"]]
    lines = [
        row(shorten(node["label"], WIDTH), 13, INK, bold=True, align="CENTER"),
        row(" ".join(shorten(text, WIDTH) for text in about), 10, QUIET, align="CENTER"),
        row(shorten(state_text(node), WIDTH), 10, INK, align="CENTER"),
    ]
    return {"label": table(lines), "tooltip": quoted(_story(node))} | LOOKS[look(node)][1]


def _story(node: dict[str, Any]) -> str:
    """The tooltip of a process."""
    texts = [node["name"], node["function"], node["pid"], state_text(node)]
    if node["spawned_at"] is not None:
        texts.append(f"spawned at {duration_text(node['spawned_at'])}")
    if node["ended_at"] is not None:
        texts.append(f"ended at {duration_text(node['ended_at'])}")
    texts.append(f"messages: {node['messages_in']} in, {node['messages_out']} out")
    return ", ".join(text for text in texts if text)


def _merged(graph: nx.MultiDiGraph) -> list[Tie]:
    """The ties as they are drawn: those that look the same lie in one."""
    merged: dict[tuple[object, ...], Tie] = {}
    for source, target, edge in graph.edges(data=True):
        ends = (source, target)
        pair = frozenset(ends) if edge["kind"] == "linked" else ends
        looks = (pair, edge["kind"], edge["removed"], edge.get("ended_by"))
        ends, first, times = merged.get(looks, (ends, edge, 0))
        merged[looks] = (ends, first, times + 1)
    return list(merged.values())


def _tie(graph: nx.MultiDiGraph, place: Layout, tie: Tie) -> str:
    (source, target), edge, times = tie
    told = sentence(edge, *(graph.nodes[pid]["label"] + " " + graph.nodes[pid]["pid"] for pid in (source, target)))
    given = LINES[line(edge)][1] | {"tooltip": quoted(told)}
    if text := edge_text(edge, times):
        given |= {"label": quoted(f"  {text}"), "labeltooltip": quoted(told)}
    if edge["kind"] == "linked" and place.ranks[source] > place.ranks[target]:
        source, target = target, source
    if place.ranks[source] >= place.ranks[target]:
        given |= {"constraint": "false"}
    return f"p{source} -> p{target} {attributes(given)}"
