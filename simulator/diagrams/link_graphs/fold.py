"""Many processes alike, drawn once: a hundred workers say no more than one with "× 100" beside its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.diagrams.link_graphs.style import state_text

if TYPE_CHECKING:
    import networkx as nx

ALIKE = 8
"""More processes alike than these, which just fit beside each other, are drawn as one."""


def fold(graph: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return *graph* with one process in the place of many alike; its ``alike`` names the pids of them all.

    Alike are processes without a name and without children that run the same function, do the same or ended in the
    same way, and have the same ties with the same others. The counts of their messages are added up.
    """
    groups: dict[object, list[int]] = {}
    for pid, node in graph.nodes.items():
        if node["name"] is None and all(edge["kind"] != "spawned" for _, _, edge in graph.out_edges(pid, data=True)):
            groups.setdefault((node["function"], node["label"], state_text(node), *_ties(graph, pid)), []).append(pid)
    first = {pid: group[0] for group in groups.values() if len(group) > ALIKE for pid in group}
    if not first:
        return graph
    folded = graph.__class__(**graph.graph)
    for pid, node in graph.nodes.items():
        if first.get(pid, pid) == pid:
            folded.add_node(pid, **node)
        else:
            _take_in(folded.nodes[first[pid]], node)
    for source, target, key, edge in graph.edges(keys=True, data=True):
        ends = first.get(source, source), first.get(target, target)
        if ends == (source, target):
            folded.add_edge(*ends, key, **edge)
        elif edge["kind"] == "messages":
            kept = _first(folded, ends, "messages")
            kept["count"] += edge["count"]
            kept["lost"] += edge["lost"]
        elif edge["kind"] == "supervises":
            kept = _first(folded, ends, "supervises")
            kept["id"] = edge["id"] if kept["id"] == edge["id"] else None
            kept["restarts"] = max(kept["restarts"], edge["restarts"])
    return folded


def _first(graph: nx.MultiDiGraph, ends: tuple[int, int], kind: str) -> dict[str, Any]:
    return next(tie for tie in graph.get_edge_data(*ends).values() if tie["kind"] == kind)


def _take_in(kept: dict[str, Any], node: dict[str, Any]) -> None:
    kept.setdefault("alike", [kept["pid"]]).append(node["pid"])
    kept["messages_in"] += node["messages_in"]
    kept["messages_out"] += node["messages_out"]


def _ties(graph: nx.MultiDiGraph, pid: int) -> list[tuple[str, ...]]:
    """What ties a process to which others; a process tied to itself is like no other."""
    outwards = ((">", other, edge) for _, other, edge in graph.out_edges(pid, data=True))
    inwards = (("<", other, edge) for other, _, edge in graph.in_edges(pid, data=True))
    return sorted(
        ("-" if edge["kind"] == "linked" else way, edge["kind"], str(other), str(edge.get("ended_by")))
        for ties in (outwards, inwards)
        for way, other, edge in ties
    )
