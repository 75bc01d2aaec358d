"""Where the processes of a link graph stand: the tree of spawns, with wide families folded into rows."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

ABREAST = 8
"""So many siblings without children of their own always stand side by side; more than these may be folded."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The rank of every process, 0 at the top, and the pairs of siblings of which one stands below the other."""

    ranks: dict[int, int]
    below: list[tuple[int, int]]

    @property
    def deepest(self) -> int | None:
        """A process of the lowest rank."""
        return max(self.ranks, key=self.ranks.__getitem__, default=None)


def layout(graph: nx.MultiDiGraph) -> Layout:
    """Return where the processes of *graph* stand.

    A parent is always older than its child, so that one pass in the order of appearance knows the parent's rank.
    """
    parents = {child: parent for parent, child, kind in graph.edges(data="kind") if kind == "spawned"}
    with_children = set(parents.values())
    families: dict[int | None, list[int]] = {}
    for pid in graph:
        if pid not in with_children:
            families.setdefault(parents.get(pid), []).append(pid)
    above: dict[int, int] = {}
    for family in families.values():
        abreast = max(ABREAST, round(sqrt(1.5 * len(family))))
        above.update(zip(family[abreast:], family, strict=False))
    ranks: dict[int, int] = {}
    for pid in graph:
        higher = above.get(pid, parents.get(pid))
        ranks[pid] = 0 if higher is None else ranks.get(higher, 0) + 1
    return Layout(ranks, [(upper, lower) for lower, upper in above.items()])
