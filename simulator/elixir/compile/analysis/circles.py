"""Circles in what calls what."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

_Node = TypeVar("_Node", bound=Hashable)


def circles(nodes: Iterable[_Node], following: Callable[[_Node], Iterable[_Node]]) -> dict[_Node, int]:
    """Return the nodes from which one comes back by way of others, with the number of the circle that each is in.

    Tarjan's algorithm for strongly connected components, without a call for each step.

    >>> list(circles("abcd", {"a": "b", "b": "c", "c": "bd", "d": "d"}.get))
    ['c', 'b']
    """
    order: dict[_Node, int] = {}
    low: dict[_Node, int] = {}
    open_nodes: dict[_Node, None] = {}  # in the order in which they were found
    found: dict[_Node, int] = {}
    for start in nodes:
        path: list[tuple[_Node, Iterator[_Node]]] = []
        node: _Node | None = None if start in order else start
        while node is not None or path:
            if node is not None:
                order[node] = low[node] = len(order)
                open_nodes[node] = None
                path.append((node, iter(following(node))))
            current, rest = path[-1]
            node = next((other for other in rest if _step(current, other, order, low, open_nodes)), None)
            if node is None:
                path.pop()
                if path:
                    above = path[-1][0]
                    low[above] = min(low[above], low[current])
                if low[current] == order[current]:
                    found.update(_circle(open_nodes, current, order[current]))
    return found


def _step(
    node: _Node, other: _Node, order: dict[_Node, int], low: dict[_Node, int], open_nodes: dict[_Node, None]
) -> bool:
    """Note that *other* follows on *node*; return whether it is new."""
    if other not in order:
        return True
    if other in open_nodes:
        low[node] = min(low[node], order[other])
    return False


def _circle(open_nodes: dict[_Node, None], first: _Node, number: int) -> dict[_Node, int]:
    """Take the circle that begins with *first* out of the open nodes; return it, if it is more than that one."""
    circle = {}
    last = None
    while last != first:
        last, _ = open_nodes.popitem()
        circle[last] = number
    return circle if len(circle) > 1 else {}
