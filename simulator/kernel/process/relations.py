"""What a process has with others: links, monitors, its name, its timers; and in which order its links fire.

Erlang promises no order. The BEAM keeps a process's links in a red-black tree keyed by pid and takes
that tree apart from its leaves: left, right, root. What was recorded from OTP 25 agrees with a
textbook insertion in the order in which the links were made, so that is what is done here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from simulator.kernel.time.timer import Timer
from simulator.terms import Atom, Pid, Reference


class _None(dict[Any, Any]):
    """No relations of a kind: the same for all processes that have none, and never written."""

    __slots__ = ()

    def __setitem__(self, key: Any, value: Any) -> None:
        raise TypeError("made at need, by whoever adds the first")


NONE: Final = _None()


class Relations:
    """What a process has with others; made when it first has any.

    Each kind is :data:`NONE` until there is one: most processes have one kind or two, and a million of them are linked
    to somebody.
    """

    __slots__ = (
        "children", "dictionary", "endings", "links", "monitored_by", "monitors", "name", "timers", "trap_exit",
    )  # fmt: skip

    def __init__(self) -> None:
        self.links: dict[int, Pid] = NONE  # by their numbers, as all that is looked up often
        # Both by the number of the reference, which is faster to look up than the reference itself.
        # Mine: who, how DOWN will call it, and how the reference is an alias, if it is one. Of me: who watches.
        self.monitors: dict[int, tuple[Pid | None, Any, Any]] = NONE
        self.monitored_by: dict[int, tuple[Pid, Reference]] = NONE
        self.timers: dict[int, Timer] = NONE  # those that die with this process, by the number of their references
        self.name: Atom | None = None
        self.trap_exit = False
        self.dictionary: dict[Any, Any] = NONE
        self.children: dict[str, int] = NONE  # function -> how many were spawned, for their stable ids in a trace
        self.endings: dict[Any, Callable[[Any], None]] | None = None  # what libraries do once it ends

    def link(self, pid: Pid) -> None:
        """Note a link."""
        if self.links is NONE:
            self.links = {}
        self.links[pid.number] = pid

    def watch(self, number: int, entry: Any) -> None:
        """Note a monitor of this process's own, or an alias, by the number of its reference."""
        if self.monitors is NONE:
            self.monitors = {}
        self.monitors[number] = entry

    def be_watched(self, watcher: Pid, ref: Reference) -> None:
        """Note a monitor of this process."""
        if self.monitored_by is NONE:
            self.monitored_by = {}
        self.monitored_by[ref.number] = (watcher, ref)


class _Node:
    __slots__ = ("children", "key", "parent", "red")

    def __init__(self, key: Any, parent: _Node | None) -> None:
        self.key = key
        self.parent = parent
        self.children: list[_Node | None] = [None, None]
        self.red = True


def firing_order(keys: Iterable[Any]) -> list[Any]:
    """Return *keys*, given in the order of their making, in the order in which the BEAM lets them fire.

    >>> firing_order([1, 2, 3, 4, 5])
    [1, 3, 5, 4, 2]
    """
    made = list(keys)
    if len(made) < 2:
        return made
    if made == sorted(made):
        return [made[nth] for nth in _ascending(len(made))]
    root: _Node | None = None
    for key in made:
        root = _insert(root, key)
    return _post_order(root)


def _ascending(count: int) -> list[int]:
    """Return 0, 1, 2 ... in the order in which they fire if they were made in that order.

    As most links are, and then no node but those on the tree's right edge ever changes: each costs a few steps on
    lists, where the general way walks down the tree and makes an object of it (10^6 of them: 0.7 s in place of 5).
    """
    left, right = [-1] * count, [-1] * count
    red = bytearray(count)
    edge = [0]  # from the root down to the last that was made
    for node in range(1, count):
        right[edge[-1]] = node
        red[node] = 1
        edge.append(node)
        depth = len(edge) - 1
        while depth > 1 and red[parent := edge[depth - 1]]:
            grandparent = edge[depth - 2]
            uncle = left[grandparent]
            if uncle < 0 or not red[uncle]:
                right[grandparent], left[parent] = left[parent], grandparent
                red[parent], red[grandparent] = 0, 1
                if depth > 2:
                    right[edge[depth - 3]] = parent
                del edge[depth - 2]
                break
            red[parent] = red[uncle] = 0
            red[grandparent] = 1
            depth -= 2
        red[edge[0]] = 0
    order: list[int] = []
    stack = [edge[0]]
    while stack:  # root, right, left: the reverse of what is wanted
        node = stack.pop()
        order.append(node)
        if left[node] >= 0:
            stack.append(left[node])
        if right[node] >= 0:
            stack.append(right[node])
    order.reverse()
    return order


def _insert(root: _Node | None, key: Any) -> _Node:
    """Insert *key* below *root* and return the new root."""
    parent, node, side = None, root, 0
    while node is not None:
        side = 0 if key < node.key else 1
        parent, node = node, node.children[side]
    added = _Node(key, parent)
    if parent is None:
        added.red = False
        return added
    parent.children[side] = added
    _mend(added)
    top = root
    while top is not None and top.parent is not None:
        top = top.parent
    assert top is not None
    top.red = False
    return top


def _mend(node: _Node) -> None:
    """Restore the rule that no red node has a red child, from *node* upwards."""
    while node.parent is not None and node.parent.red and node.parent.parent is not None:
        parent, grandparent = node.parent, node.parent.parent
        side = 0 if grandparent.children[0] is parent else 1
        uncle = grandparent.children[1 - side]
        if uncle is not None and uncle.red:
            parent.red = uncle.red = False
            grandparent.red = True
            node = grandparent
            continue
        if parent.children[1 - side] is node:
            _rotate(parent, side)
            parent = node
        parent.red, grandparent.red = False, True
        _rotate(grandparent, 1 - side)
        return


def _rotate(node: _Node, side: int) -> None:
    """Move *node* down to *side*; its child on the other side takes its place."""
    riser = node.children[1 - side]
    assert riser is not None
    moved = riser.children[side]
    node.children[1 - side] = moved
    if moved is not None:
        moved.parent = node
    riser.parent = node.parent
    if node.parent is not None:
        node.parent.children[0 if node.parent.children[0] is node else 1] = riser
    riser.children[side] = node
    node.parent = riser


def _post_order(root: _Node | None) -> list[Any]:
    """Return the keys below *root*: left, right, root."""
    order: list[Any] = []
    stack = [root] if root is not None else []
    while stack:  # root, right, left, and then turned round
        node = stack.pop()
        order.append(node.key)
        stack.extend(child for child in node.children if child is not None)
    return order[::-1]
