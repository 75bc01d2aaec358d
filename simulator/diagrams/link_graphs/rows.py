"""A tree of processes that is too wide for a page: children in rows below each other in place of one long row."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from simulator.diagrams.link_graphs.lines import TREES

if TYPE_CHECKING:
    import networkx as nx

COLUMN = 190.0
"""Points that a process takes with the gap beside it, about."""

WIDTH = 1600.0
"""Points that a page or a screen has for a picture, about: a wider tree is folded, unless somebody says otherwise."""


def ranks_of(graph: nx.MultiDiGraph, width: float = WIDTH) -> tuple[dict[int, int], list[tuple[int, int]]]:
    """Return the rank of every process, 0 at the top, and which two each are to stand below each other.

    No more processes stand beside each other than *width* has room for. Children stay in their order, each with all
    that is below it; those that have no place in a row any more are in the next, which in_line below the lowest of the
    row before. Where all fit, the rank is the depth in the tree.
    """
    columns = max(2, int(width / COLUMN))
    children: dict[int, list[int]] = {pid: [] for pid in graph}
    age = {pid: number for number, pid in enumerate(graph)}
    trees = [(parent, child) for parent, child, kind in graph.edges(data="kind") if kind in TREES]
    parents = {child: parent for parent, child in trees if age[parent] < age[child]}
    roots: list[int] = []
    for pid in graph:
        parent = parents.get(pid)
        (roots if parent is None else children[parent]).append(pid)
    offsets: dict[int, int] = {}
    sizes: dict[int, tuple[int, int]] = {}
    in_line: list[tuple[int, int]] = []
    for pid in reversed(list(graph)):
        sizes[pid] = _packed(children[pid], sizes, offsets, columns, in_line)
    _packed(roots, sizes, offsets, columns, in_line)
    ranks: dict[int, int] = {}
    for pid in graph:
        parent = parents.get(pid)
        ranks[pid] = offsets[pid] + (0 if parent is None else ranks[parent] + 1)
    return ranks, in_line


def _packed(
    members: list[int],
    sizes: dict[int, tuple[int, int]],
    offsets: dict[int, int],
    columns: int,
    in_line: list[tuple[int, int]],
) -> tuple[int, int]:
    """Put trees in rows, each so many ranks below the first as its offset says.

    Returns how many columns and ranks they take together with their parent.
    """
    rows = _rows(members, sizes, columns)
    if len(rows) > 1:  # as long as each other: a last row of one would be far from its parent
        even = -(-sum(sizes[pid][0] for pid in members) // len(rows))
        rows = _rows(members, sizes, max(even, *(sizes[pid][0] for pid in members)))
    top = 0
    for row in rows:
        offsets.update(dict.fromkeys(row, top))
        top += max(sizes[pid][1] for pid in row)
    for above, below in pairwise(rows):
        leaves = all(sizes[pid] == (1, 1) for pid in above + below)
        in_line += list(zip(above, below, strict=False))[: None if leaves else 1]
    return max([1, *(sum(sizes[pid][0] for pid in row) for row in rows)]), 1 + top


def _rows(members: list[int], sizes: dict[int, tuple[int, int]], columns: int) -> list[list[int]]:
    """Fill rows of so many columns, in order; what is wider has one of its own."""
    rows: list[list[int]] = []
    width = columns
    for pid in members:
        if width + sizes[pid][0] > columns or not rows:
            rows.append([])
            width = 0
        rows[-1].append(pid)
        width += sizes[pid][0]
    return rows
