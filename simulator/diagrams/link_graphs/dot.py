"""The link graph as DOT text.

The tree of spawns gives the picture its ranks; links, monitors and messages lie upon it and move nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.diagrams.drawing.dot_text import FONT, attributes, row, table, tooltip
from simulator.diagrams.drawing.palette import ALARM, FAINT, INK, PANEL, PAPER, QUIET
from simulator.diagrams.drawing.text import shorten
from simulator.diagrams.link_graphs.fold import fold
from simulator.diagrams.link_graphs.legend import legend, side
from simulator.diagrams.link_graphs.lines import RANK, lines, merged
from simulator.diagrams.link_graphs.rows import WIDTH as PAGE
from simulator.diagrams.link_graphs.rows import ranks_of
from simulator.diagrams.link_graphs.style import LINES, LOOKS, line, look, state_text, supervisor
from simulator.diagrams.link_graphs.thin import thin
from simulator.terms.durations import duration_text

if TYPE_CHECKING:
    import networkx as nx

WIDTH = 44
"""Columns of a line of text in the picture; what is longer is cut visibly and stands whole in the tooltip."""

_GRAPH = {
    "charset": "UTF-8", "bgcolor": PAPER, "pad": "0.35", "nodesep": "0.4", "ranksep": "0.35",
    "fontname": FONT, "labelloc": "t", "labeljust": "l",
}  # fmt: skip
_CLOSER = {"nodesep": "0.14"}
"""A tree in rows has long lines beside its processes, and each takes this much of the width."""
_NODE = {
    "shape": "box", "style": "rounded,filled", "fillcolor": PANEL, "color": QUIET, "penwidth": "1.2",
    "fontname": FONT, "fontsize": "13", "fontcolor": INK, "margin": "0.18,0.1",
}  # fmt: skip
_EDGE = {
    "minlen": str(RANK), "color": FAINT, "arrowsize": "0.8", "fontname": FONT, "fontsize": "10", "fontcolor": QUIET,
}  # fmt: skip


def dot(graph: nx.MultiDiGraph, width: float = PAGE) -> str:
    """Return the DOT text of the picture of *graph*, the graph of a ``LinkGraph``, about *width* points wide."""
    thinned = thin(fold(graph))
    shown = thinned.graph
    (ranks, in_line), ties = ranks_of(shown, width), merged(shown)
    statements = [
        f"graph {attributes(_GRAPH | (_CLOSER if in_line else {}) | {'label': _title(graph, thinned.notices)})}",
        f"node {attributes(_NODE)}",
        f"edge {attributes(_EDGE)}",
        side(),
        *(f"p{pid} {attributes(_process(node))}" for pid, node in shown.nodes.items()),
        *lines(shown, ranks, ties),
        *(_in_line(above, below, ranks) for above, below in in_line),
        *legend(
            [name for name in LOOKS if any(look(node) == name for node in shown.nodes.values())],
            any(map(supervisor, shown.nodes.values())),
            [name for name in LINES if any(line(edge) == name for _, edge, _ in ties)],
            max(ranks.values(), default=0) + 1,
        ),
    ]
    return "\n".join(["digraph links {", *(f"  {statement}" for statement in statements), "}"]) + "\n"


def _in_line(above: int, below: int, ranks: dict[int, int]) -> str:
    """Return a line that nobody sees: rows of a tree that is folded begin below each other."""
    given = {"style": "invis", "weight": "40", "minlen": str(RANK * (ranks[below] - ranks[above]))}
    return f"p{above} -> p{below} {attributes(given)}"


def _title(graph: nx.MultiDiGraph, notices: list[str]) -> str:
    about = graph.graph
    when = duration_text(about["at"])
    if about["at"] == about["last"]:
        when = f"at the end, {when}" if about["ended"] else f"at {when}, where the trace breaks off"
    else:
        when = f"at {when}"
    hidden = f" · {about['hidden']} hidden" if about["hidden"] else ""
    rows = [row(shorten(about["title"], 2 * WIDTH), 18, INK, bold=True), row(f"Processes {when}{hidden}", 11, QUIET)]
    rows += [row(notice, 11, ALARM, bold=True) for notice in notices]
    return table([*rows, row(" ", 11, QUIET)])


def _process(node: dict[str, Any]) -> dict[str, str]:
    alike = node.get("alike", ())
    about = [f"{alike[0]} … {alike[-1]}" if alike else node["pid"]]
    if node["label"] != (node["function"] or node["label"]):
        about.insert(0, node["function"])
    label = shorten(node["label"], WIDTH) + (f" × {len(alike)}" if alike else "")
    if node["role"] == "supervisor":
        about.insert(0, "supervisor")
    rows = [
        row(label, 13, INK, bold=True, align="CENTER"),
        row(" ".join(shorten(text, WIDTH) for text in about), 10, QUIET, align="CENTER"),
        row(shorten(state_text(node), WIDTH), 10, INK, align="CENTER"),
    ]
    return {"label": table(rows), "tooltip": tooltip(_story(node))} | LOOKS[look(node)][1] | supervisor(node)


def _story(node: dict[str, Any]) -> str:
    """The tooltip of a process."""
    texts = [node["name"], node["function"], *node.get("alike", [node["pid"]]), state_text(node, whole=True)]
    if node["spawned_at"] is not None:
        texts.append(f"spawned at {duration_text(node['spawned_at'])}")
    if node["ended_at"] is not None:
        texts.append(f"ended at {duration_text(node['ended_at'])}")
    texts.append(f"messages: {node['messages_in']} in, {node['messages_out']} out")
    return ", ".join(text for text in texts if text)
