"""The link graph in words, for who cannot see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.diagrams.link_graphs.fold import fold
from simulator.diagrams.link_graphs.style import state_text
from simulator.terms.durations import duration_text
from simulator.terms.visible import printable

if TYPE_CHECKING:
    import networkx as nx

_VERBS = {
    "spawned": "spawned", "linked": "is linked with", "monitors": "monitors", "supervises": "supervises",
    "waits": "waits for", "messages": "sent to",
}  # fmt: skip


def alternative(graph: nx.MultiDiGraph) -> str:
    """Return its processes and what ties them together at its moment; many alike are told as one."""
    folded = fold(graph)
    title = f"{graph.graph['title']}: links and monitors at {duration_text(graph.graph['at'])}"
    lines = [printable(title), "", "Processes:"]
    lines += [f"- {_name(node)}: {printable(state_text(node))}" for _, node in folded.nodes.items()]
    ties = [(a, b, edge) for a, b, edge in folded.edges(data=True) if not edge["removed"]]
    lines += ["", "Ties:" if ties else "No ties."]
    for a, b, edge in ties:
        more = " (deadlock)" if edge.get("deadlock") else f" ({edge['count']} messages)" if "count" in edge else ""
        lines.append(f"- {_name(folded.nodes[a])} {_VERBS[edge['kind']]} {_name(folded.nodes[b])}{more}")
    return "\n".join(lines) + "\n"


def _name(node: dict[str, Any]) -> str:
    alike = len(node.get("alike", ()))
    return printable(f"{alike} × {node['function']}" if alike > 1 else f"{node['label']} {node['pid']}")
