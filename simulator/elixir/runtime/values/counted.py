"""Counted work: what a program may do at one instant before it is held to have no end.

Time does not pass while code runs, so nothing else would ever stop it. What is counted is whatever has to come again
in anything that goes on for ever: a call of a function that may call itself, however many others lie between; a turn
of a loop; an item of a walk through an enumerable. So the limit is the same on every machine.

A call or a turn has to cost next to nothing. Generated code takes the next of an iterator that CPython counts down
(``for _ in work.calls``), and asks for more when it has come to its end. Then it tells what it goes on with, too: turns
that carry a long integer or a large map from one to the next take longer, and count for more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import repeat
from typing import Any, Final

from simulator.elixir.runtime.unsupported import in_words, stop_program
from simulator.elixir.runtime.world import world
from simulator.kernel import TooMuchWork
from simulator.terms.lists import parts as parts_of
from simulator.terms.lists import to_list as list_of
from simulator.terms.maps import Map
from simulator.terms.weight import Weighed

WORK_LIMIT: Final = 100_000_000
"""What may be done at one instant: some ten seconds."""
SHARE: Final = 100_000
"""What is handed out at a time; so often it is looked at whether time has passed, and what turns carry along."""
INSTANTS: Final = 10
"""How many times as much a run may do in all, at whatever instants."""
_ITEM: Final = 5
"""What an item of a walk counts for: so many calls take about as long."""
_STREAMED: Final = 8
"""How many items one of a stream counts for."""
_BYTES: Final = 4096
"""How many bytes that are made count for an item."""
_CARRIED: Final = 800
"""How many bits of an integer that each turn changes take as long as a call."""
_CHANGED: Final = 20
"""How many calls it takes to change a large map."""
_LARGE: Final = 32
"""Keys of a map that is a large one."""
_STEP: Final = 2
"""How many calls take as long as a step of a search for a regular expression."""
_FEW: Final = 16
"""Items that cost no more than the call which walks them."""


class Work:
    """What may still be done, of the run that goes on."""

    __slots__ = (
        "_all", "_done", "_instant", "_items", "_limit", "_most", "_paid", "_share", "_steps",
        "calls", "growing", "rounds", "turns",
    )  # fmt: skip

    calls: Iterator[None]
    """Counts calls, and turns of loops that wait now and then."""
    rounds: Iterator[None]
    """Counts turns of loops that never wait, each of which may cost time."""
    growing: Iterator[None]
    """The same of loops that hand on more than numbers: each turn counts as an item, for it may keep one."""
    turns: Iterator[None]
    """Counts turns of comprehensions over the bits of a binary, each as an item."""

    def __init__(self) -> None:
        self.begin(WORK_LIMIT)

    def begin(self, limit: int, paid: Callable[[int], Iterator[None]] | None = None) -> None:
        """Begin to count anew, for a run that may do so much at an instant.

        *paid* makes iterators for the turns of loops, where each is to cost time.
        """
        self._limit, self._paid = limit, paid
        self._share = min(SHARE, max(1, limit // 8))
        self._most = self._share // _ITEM
        self._all = self._done = 0
        self._instant: Any = None
        self._items = self._steps = 0
        self.calls = repeat(None, self._share)
        self.rounds = self._rounds(self._share)
        self.growing = self._rounds(self._most)
        self.turns = repeat(None, self._most)

    def _rounds(self, share: int) -> Iterator[None]:
        return repeat(None, share) if self._paid is None else self._paid(share)

    def more_calls(self, title: str, *carried: Any) -> None:
        """Hand out more calls; stop the program if *title*, which asks for them with these arguments, has no end."""
        self._add(self._share * (1 + _weight(carried)), title)
        self.calls = repeat(None, self._share)

    def more_rounds(self, title: str, *carried: Any) -> None:
        """Hand out more turns of loops, as :meth:`more_calls` does."""
        self._add(self._share * (1 + _weight(carried)), title)
        self.rounds = self._rounds(self._share)

    def more_growing(self, title: str, *carried: Any) -> None:
        """Hand out more turns of loops that hand on more than numbers."""
        self._add(self._most * (_ITEM + _weight(carried)), title)
        self.growing = self._rounds(self._most)

    def more_turns(self) -> None:
        """Hand out more turns of comprehensions over bits."""
        self._add(self._most * _ITEM, "")
        self.turns = repeat(None, self._most)

    def count(self, items: int) -> None:
        """Count *items* that are about to be walked, or made."""
        self._items += items
        if self._items > self._most:
            done, self._items = self._items, 0
            self._add(done * _ITEM, "")

    def search(self, steps: int, expression: str) -> None:
        """Count the steps that the search for a regular expression takes."""
        self._steps += steps
        if self._steps * _STEP > self._share:
            done, self._steps = self._steps, 0
            self._add(done * _STEP, expression, "goes back and forth")

    def _add(self, done: int, title: str, does: str = "is called again and again") -> None:
        kernel = world().kernel
        instant = (kernel, None if kernel is None else kernel._now)
        if instant != self._instant:
            self._instant, self._done = instant, 0
        self._done += done
        self._all += done
        if self._done > self._limit:
            self._stop(title, does, self._limit, "at one instant")
        if self._all > self._limit * INSTANTS:
            self._stop(title, does, self._limit * INSTANTS, "in all")

    def _stop(self, title: str, does: str, limit: int, when: str) -> None:
        who = f"{title if title.startswith('~') else in_words(title)} {does}: " if title else ""
        self.begin(self._limit, self._paid)  # for the next test of a suite, which goes on without this one
        stop_program(
            TooMuchWork,
            f"no end: {who}more than {limit:,} calls, turns of loops and items of walks {when}"
            " (the setting work_limit allows more)",
        )


def _weight(carried: tuple[Any, ...]) -> int:
    """Return for how many calls a turn counts besides, for what it carries along."""
    weight = 0
    for each in carried:
        if each.__class__ is int:
            weight += each.bit_length() // _CARRIED
        elif each.__class__ is Map:
            weight += _CHANGED if len(each.d) > _LARGE else 0
        elif each.__class__ is tuple:
            weight += sum([part.bit_length() // _CARRIED for part in each[:_FEW] if part.__class__ is int])
    return weight


work: Final = Work()
"""The work of the run that goes on: there is one at a time."""
count = work.count
Weighed.count = count


def count_bytes(size: int) -> None:
    """Count the bytes of a binary that is about to be made."""
    if size > _BYTES:
        count(size // _BYTES)


def count_parts(size: int) -> None:
    """Count the parts of a text that are about to be made, where they are many."""
    if size > _FEW:
        count(size)


def counted_parts(items: Iterable[Any]) -> Iterator[Any]:
    """Hand on the parts that are found of something, each counted."""
    for item in items:
        count(1)
        yield item


def to_list(term: Any) -> list[Any]:
    """Return the elements of a proper list as a Python list, which is for reading only; many are counted.

    Raises :class:`~simulator.terms.lists.NotAList`.
    """
    items = list_of(term)
    if len(items) > _FEW:
        count(len(items))
    return items


def parts(term: Any) -> tuple[list[Any], Any]:
    """Return the elements of a list, which are counted if they are many, and what it ends in."""
    items, end = parts_of(term)
    if len(items) > _FEW:
        count(len(items))
    return items, end


def counted(items: Iterator[Any]) -> Iterator[Any]:
    """Hand on the items of a stream, each counted."""
    for item in items:
        count(_STREAMED)
        if item.__class__ is int and item.bit_length() > _CARRIED:
            count(item.bit_length() // (_CARRIED * _ITEM))
        yield item
