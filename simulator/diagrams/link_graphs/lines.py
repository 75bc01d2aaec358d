"""The lines of the link graph's picture: which there are, which way they pull, where their words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.diagrams.drawing.dot_text import attributes, quoted, tooltip
from simulator.diagrams.drawing.text import shorten
from simulator.diagrams.link_graphs.style import LINES, edge_text, line, sentence

if TYPE_CHECKING:
    import networkx as nx

TREES = frozenset({"spawned", "supervises"})
"""The ties that say who stands above whom."""

RANK = 2
"""Graphviz's ranks between two of ours: the words beside a line have one of their own."""

Tie = tuple[tuple[int, int], dict[str, Any], int]
"""Ends, attributes, and how many there are of it."""

WORDS = 32
"""Columns of the words beside a line at most."""

ROOM = 6
"""Words beside so many lines within one rank are given room; with more of them the picture would grow too wide."""


def merged(graph: nx.MultiDiGraph) -> list[Tie]:
    """Return the ties of *graph* as they are drawn: those that look the same lie in one.

    A supervisor has spawned its children and is linked to them, which the tie between them says by itself.
    """
    merged: dict[tuple[object, ...], Tie] = {}
    supervised = {frozenset(ends) for *ends, kind in graph.edges(data="kind") if kind == "supervises"}
    for source, target, edge in graph.edges(data=True):
        ends = (source, target)
        if frozenset(ends) in supervised and _implied(edge):
            continue
        pair = frozenset(ends) if edge["kind"] == "linked" else ends
        looks = (pair, edge["kind"], edge["removed"], edge.get("ended_by"), edge.get("id"), edge.get("deadlock"))
        ends, first, times = merged.get(looks, (ends, edge, 0))
        merged[looks] = (ends, first, times + 1)
    return list(merged.values())


def _implied(edge: dict[str, Any]) -> bool:
    return bool(edge["kind"] == "spawned" or (edge["kind"] == "linked" and edge["ended_by"] != "unlink"))


def lines(graph: nx.MultiDiGraph, ranks: dict[int, int], ties: list[Tie]) -> list[str]:
    """Return the DOT statements of the *ties*.

    Only a line that leads down may pull at the ranks, which are those of the tree of spawns.
    """
    texts = [edge_text(edge, times) for _, edge, times in ties]
    spoken = {frozenset(ends) for (ends, _, _), text in zip(ties, texts, strict=True) if text}
    level = sum(bool(text) and ranks[ends[0]] == ranks[ends[1]] for (ends, _, _), text in zip(ties, texts, strict=True))
    statements = []
    for ((source, target), edge, _), text in zip(ties, texts, strict=True):
        told = tooltip(sentence(edge, _called(graph.nodes[source]), _called(graph.nodes[target])))
        given = LINES[line(edge)][1] | {"tooltip": told}
        flat = ranks[source] == ranks[target]
        if text:
            beside = "xlabel" if flat and level > ROOM else "label"
            given |= {beside: quoted(f"  {shorten(text, WORDS)}"), "labeltooltip": told}
        elif not flat and frozenset((source, target)) in spoken:
            given |= {"label": '"   "'}  # the room of a label keeps two lines apart
        if edge["kind"] == "linked" and ranks[source] > ranks[target]:
            source, target = target, source
        below = ranks[target] - ranks[source]
        if below <= 0:
            given |= {"constraint": "false"}
        elif below > 1 and edge["kind"] in TREES:
            given |= {"minlen": str(RANK * below)}
        statements.append(f"p{source} -> p{target} {attributes(given)}")
    return statements


def _called(node: dict[str, Any]) -> str:
    return f"{node['label']} {node['pid']}"
