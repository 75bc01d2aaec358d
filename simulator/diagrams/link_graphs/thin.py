"""What a picture of very many processes leaves out, and the sentence with which it says so."""

from __future__ import annotations

import heapq
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.diagrams.link_graphs.lines import TREES

if TYPE_CHECKING:
    import networkx as nx

MOST_PROCESSES = 200
"""More than these in one picture, and no letter of it can be read on a screen."""

MOST_TIES = 600
"""More lines than these are a tangle that nobody can follow."""

Edge = tuple[int, int, str, dict[str, Any]]
"""Source, target, key, attributes."""

_ENDED = ("exited", "crashed", "killed")


@dataclass(frozen=True, slots=True)
class Thinned:
    """The part of a link graph that is drawn, and what is not."""

    graph: nx.MultiDiGraph
    """What is drawn."""
    notices: list[str]
    """A sentence for each thing left out."""


def thin(graph: nx.MultiDiGraph, processes: int = MOST_PROCESSES, ties: int = MOST_TIES) -> Thinned:
    """Return what of *graph* is drawn: all of it, or so many processes and ties.

    Processes that have ended and spawned nobody go first, then the living that spawned nobody; the youngest first, so
    that a parent stays with its oldest children. Of the ties those of messages go first, the fewest messages first,
    then links and monitors that are gone, then the youngest.
    """
    dropped = _leaves(graph, len(graph) - processes)
    edges = [edge for edge in graph.edges(keys=True, data=True) if dropped.isdisjoint(edge[:2])]
    notices = [_about_processes(graph, dropped)] if dropped else []
    surplus = len(edges) - ties
    if surplus > 0:
        lost = {edge[:3] for edge in sorted(edges, key=_weight)[:surplus]}
        notices.append(f"Left out: {surplus} of {len(edges)} lines, of messages first")
        edges = [edge for edge in edges if edge[:3] not in lost]
    return Thinned(_part(graph, dropped, edges) if notices else graph, notices)


def _part(graph: nx.MultiDiGraph, dropped: set[int], edges: list[Edge]) -> nx.MultiDiGraph:
    """A graph of its own: networkx's views of a part do not keep the order of its nodes."""
    part = graph.__class__(**graph.graph)
    part.add_nodes_from((pid, node) for pid, node in graph.nodes.items() if pid not in dropped)
    part.add_edges_from(edges)
    return part


def _leaves(graph: nx.MultiDiGraph, surplus: int) -> set[int]:
    """So many processes, each without children by the time it is taken."""
    if surplus <= 0:
        return set()
    parents = {child: parent for parent, child, kind in graph.edges(data="kind") if kind in TREES}
    children = Counter(parents.values())
    heap = [_turn(graph, pid) for pid in graph if not children[pid]]
    heapq.heapify(heap)
    dropped: set[int] = set()
    while len(dropped) < surplus:
        _, youth = heapq.heappop(heap)
        dropped.add(-youth)
        parent = parents.get(-youth)
        if parent is not None:
            children[parent] -= 1
            if not children[parent]:
                heapq.heappush(heap, _turn(graph, parent))
    return dropped


def _turn(graph: nx.MultiDiGraph, pid: int) -> tuple[bool, int]:
    return graph.nodes[pid]["state"] not in _ENDED, -pid


def _weight(tie: Edge) -> tuple[int, int, int, str]:
    edge = tie[3]
    if edge["kind"] == "messages":
        return 0, edge["count"], -edge["since"], tie[2]
    worth = 3 if edge["kind"] in TREES else 1 if edge["removed"] else 2
    return worth, 0, -edge["since"], tie[2]


def _about_processes(graph: nx.MultiDiGraph, dropped: set[int]) -> str:
    every, lost, ended, functions = 0, 0, 0, Counter[str]()
    for pid, node in graph.nodes.items():
        count = len(node.get("alike", "1"))
        every += count
        if pid in dropped:
            lost += count
            ended += count * (node["state"] in _ENDED)
            functions[node["function"] or "?"] += count
    fates = [f"{ended} that have ended"] * (ended > 0) + [f"{lost - ended} that are alive"] * (ended < lost)
    most = functions.most_common(4)
    which = ", ".join(f"{count} × {function}" for function, count in most[:3]) + ", …" * (len(most) > 3)
    return f"Left out: {lost} of {every} processes, {' and '.join(fates)} ({which})"
