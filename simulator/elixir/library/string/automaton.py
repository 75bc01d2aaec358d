"""An expression as parts, each of which knows what comes next.

Whoever goes through it never comes to the same part again without taking a letter: a repeat ends where a turn has
taken nothing. To know that, what takes no letter stands there once for every way of having come to it: a part is made
for a row of *continuations*, the last of which holds once a letter has been taken in all the turns that go on, and the
others as long as the innermost ones have not taken any.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.library.string.expression import Node

CHAR, SPLIT, AT, SAVE, LOOK, ATOM, END, FAIL = range(8)
"""What a part does: take a letter; go on in one of some ways; look at a place; note the place where a group begins or
ends; look ahead; keep to what was found first; be at the end; fail."""

MOST: Final = 2_000
"""How many parts an expression may become."""

Part = tuple[Any, ...]


class TooLarge(Exception):
    """An expression becomes too many parts."""


class Unknown(Exception):
    """An expression has something that is not known closely enough; its source is told."""


class Automaton:
    """An expression as parts, of which those at :attr:`starts` are the first.

    The first of *starts* takes one letter at least, the second need not. A *loose* one is for asking what it may go
    back to: bounded repeats may come any number of times, and what is not known takes nothing.

    >>> from simulator.elixir.library.string.expression import parsed
    >>> [part[0] for part in Automaton(parsed("a*b")).parts] == [FAIL, END, CHAR, SPLIT, CHAR, SPLIT]
    True
    """

    def __init__(self, tree: Node, loose: bool = False) -> None:
        self.loose = loose
        self.parts: list[Part] = []
        self._known: dict[Part, int] = {}
        fail, end = self._add(FAIL), self._add(END)
        self.starts = self._made(tree, (fail, end))

    def _add(self, *part: Any) -> int:
        """Return the part that is like this, which is made where there is none."""
        at = self._known.get(part)
        if at is None:
            at = self._known[part] = len(self.parts)
            self.parts.append(part)
            if at > MOST:
                raise TooLarge
        return at

    def _made(self, node: Node, after: tuple[int, ...]) -> tuple[int, ...]:
        """Return the first parts of a node which goes on with *after*."""
        made: tuple[int, ...] = getattr(self, f"_{node.kind}")(node, after)
        return made

    def _char(self, node: Node, after: tuple[int, ...]) -> tuple[int, ...]:
        return (self._add(CHAR, node.text, after[-1]),) * len(after)

    def _at(self, node: Node, after: tuple[int, ...]) -> tuple[int, ...]:
        return tuple([self._add(AT, node.text, each) for each in after])

    def _other(self, node: Node, after: tuple[int, ...]) -> tuple[int, ...]:
        if not self.loose:
            raise Unknown(node.text)
        return self._at(node, after)

    def _all(self, node: Node, after: tuple[int, ...]) -> tuple[int, ...]:
        for part in reversed(node.parts):
            after = self._made(part, after)
        return after

    def _or(self, node: Node, after: tuple[int, ...]) -> tuple[int, ...]:
        ways = [self._made(part, after) for part in node.parts]
        return tuple([self._add(SPLIT, each) for each in zip(*ways, strict=True)])

    def _group(self, node: Node, after: tuple[int, ...]) -> tuple[int, ...]:
        if self.loose:
            return self._made(node.parts[0], after)
        closed = tuple([self._add(SAVE, -node.number, each) for each in after])
        return tuple([self._add(SAVE, node.number, each) for each in self._made(node.parts[0], closed)])

    def _look(self, node: Node, after: tuple[int, ...]) -> tuple[int, ...]:
        inner = self._made(node.parts[0], (self._add(END, "inner"),))[0]
        return tuple([self._add(LOOK, inner, each, node.negative) for each in after])

    def _atom(self, node: Node, after: tuple[int, ...]) -> tuple[int, ...]:
        if self.loose:
            return self._made(node.parts[0], after)
        inner = self._made(node.parts[0], (self._add(END, "inner"),))[0]
        if not may_be_empty(node.parts[0]):
            return (self._add(ATOM, inner, self._add(FAIL), after[-1]),) * len(after)
        return tuple([self._add(ATOM, inner, each, after[-1]) for each in after])

    def _repeat(self, node: Node, after: tuple[int, ...]) -> tuple[int, ...]:
        body, least, most = node.parts[0], node.least, node.most
        if self.loose:
            if most is not None and most > 1 and may_be_empty(body):
                body = Node("or", [body, body])  # for it matters which turns take nothing
            if most is not None and not (most <= 1 or (least == most and body.kind == "char")):
                most = None
            least, most = min(least, 1), most and min(most, 1)
            node = Node("repeat", [body], least=least, most=most, lazy=node.lazy)
        if most is None:
            first, made = self._turns(node, after, least > 0)
        else:
            first, made = self._optional(node, after, most - least), 0
        for _ in range(least - made):
            first = self._made(body, first)
        return first

    def _turns(self, node: Node, after: tuple[int, ...], once: bool) -> tuple[tuple[int, ...], int]:
        """Return the first parts of a repeat without an end, and how many turns are taken before it may end."""
        body = node.parts[0]
        empty = may_be_empty(body)
        again = len(self.parts)
        self.parts.append(())
        inner = self._made(body, (*after, again) if empty else (again,) * len(after))[: len(after)]
        first = [self._way(turn, each, node.lazy) for turn, each in zip(inner[:-1], after[:-1], strict=True)]
        self.parts[again] = (SPLIT, (after[-1], inner[-1]) if node.lazy else (inner[-1], after[-1]))
        return (inner, 1) if once and not empty else ((*first, again), 0)

    def _optional(self, node: Node, after: tuple[int, ...], times: int) -> tuple[int, ...]:
        first = after
        for _ in range(times):
            inner = self._made(node.parts[0], first)
            first = tuple([self._way(turn, each, node.lazy) for turn, each in zip(inner, after, strict=True)])
        return first

    def _way(self, turn: int, after: int, lazy: bool) -> int:
        return self._add(SPLIT, (after, turn) if lazy else (turn, after))

    def here(self, at: int) -> tuple[int, ...]:
        """Return the parts that a part asks about its own place."""
        part = self.parts[at]
        kind = part[0]
        if kind == SPLIT:
            ways: tuple[int, ...] = part[1]
            return ways
        if kind in (AT, SAVE):
            return part[2:3]
        return part[1:3] if kind in (LOOK, ATOM) else ()

    def ordered(self) -> list[int]:
        """Return all parts, each after those that it asks about its own place."""
        order: list[int] = []
        known: set[int] = set()
        for root in range(len(self.parts)):
            path = [] if root in known else [(root, iter(self.here(root)))]
            known.add(root)
            while path:
                at, asked = path[-1]
                each = next(asked, None)
                if each is None:
                    order.append(at)
                    path.pop()
                elif each not in known:
                    known.add(each)
                    path.append((each, iter(self.here(each))))
        return order


def may_be_empty(node: Node) -> bool:
    """Return whether a node may match nothing.

    >>> from simulator.elixir.library.string.expression import parsed
    >>> may_be_empty(parsed("a*|b")), may_be_empty(parsed("(a+)"))
    (True, False)
    """
    if node.kind == "char":
        return False
    if node.kind == "repeat":
        return node.least == 0 or may_be_empty(node.parts[0])
    if node.kind == "or":
        return any(map(may_be_empty, node.parts))
    return node.kind in ("at", "look", "other") or all(map(may_be_empty, node.parts))
