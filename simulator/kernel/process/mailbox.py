"""The mailbox: the messages that wait, in the order in which they came.

There is one only while a message waits; most are taken at once by a process that waits for them.
Source of the semantics: the Erlang reference manual, "Expressions" (receive).
"""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import Any, Final

from simulator.kernel.process.patterns import DOWN_TAG, first_match, fitting
from simulator.terms import Reference

_FEW: Final = 256  # so many messages at a deque's end are reached faster by index than by walking to them


class Mailbox(deque[Any]):
    """Messages that wait."""

    __slots__ = ()

    tags: deque[int] | None = None
    """In a recorded run: beside each message the event of its arrival."""

    def put(self, index: int, message: Any, tag: int) -> None:
        """Put a message at a position."""
        self.insert(index, message)
        if self.tags is not None:
            self.tags.insert(index, tag)

    def find(self, patterns: Any, start: int) -> int:
        """Return the position of the first message from *start* on that matches, or -1."""
        size = len(self)
        if start >= size:
            return -1
        if not patterns:
            return start
        if size - start == 1:
            return start if first_match(patterns, self[start]) else -1
        fits = fitting(patterns)
        if size - start <= _FEW:
            for found in range(start, size):
                if fits(self[found]):
                    return found
            return -1
        found = start
        for message in islice(self, start, None):
            if fits(message):
                return found
            found += 1
        return -1

    def take(self, index: int) -> tuple[Any, int]:
        """Take the message at a position out; return it, and the event of its arrival, if that was recorded."""
        tags = self.tags
        if index == 0:
            return self.popleft(), tags.popleft() if tags else 0
        message, tag = self[index], 0
        del self[index]
        if tags:
            tag = tags[index]
            del tags[index]
        return message, tag

    def find_down(self, ref: Reference, start: int) -> int:
        """Return the position of the DOWN message of *ref*, no earlier than *start*, or -1.

        There is one at most, and it is looked for from both ends: monitors are mostly ended in the order of their
        making, or in reverse.
        """
        size = len(self)
        for nth, (first, last) in enumerate(zip(islice(self, start, None), reversed(self), strict=False)):
            if _is_down(first, ref):
                return start + nth
            if _is_down(last, ref):
                return size - 1 - nth
            if 2 * nth >= size - start:
                break
        return -1


class Tagged(Mailbox):
    """Messages that wait in a recorded run."""

    __slots__ = ("tags",)

    def __init__(self) -> None:
        self.tags = deque()


def _is_down(message: Any, ref: Reference) -> bool:
    """Return whether a message is the DOWN of a monitor."""
    return message.__class__ is tuple and len(message) == 5 and message[0] is DOWN_TAG and message[1] == ref
