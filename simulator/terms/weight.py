"""What a term weighs that is walked as a tree, as comparing, hashing and writing walk it.

A part that is shared is walked as often as it is met: of ``x = {x, x}``, sixty times over, there are sixty tuples and
10^18 places. Nobody comes to their end, and CPython's own comparison cannot be interrupted. So what is large is walked
here first, step by step, and counted as work of the run: a run that has no end is stopped before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, ClassVar, Final

_SMALL: Final = 500
"""Places of a term that are not counted."""
_PLACES: Final = 5
"""How many places of a tree a comparison walks, at most, while one item of a list is."""


class Weighed:
    """Who is told of what a walk takes."""

    count: ClassVar[Callable[[int], None]] = staticmethod(lambda items: None)
    """Counts so many items that are about to be walked; set by who counts the work of a run."""


def weigh(term: Any, times: int = 1) -> None:
    """Count the places of a term, if they are many; each takes *times* what a comparison does.

    >>> weigh((1, (2, 3)))
    """
    if is_small(term):
        return
    for _ in _walked(term):
        Weighed.count(_SMALL * times // _PLACES)


def is_small(term: Any) -> bool:
    """Whether a term has few places, at whatever depth.

    >>> x = (1, 2)
    >>> for _ in range(60):
    ...     x = (x, x)
    >>> is_small(x), is_small((1, (2, 3)))
    (False, True)
    """
    return term.__class__ not in PARTS or _room_after(term, _SMALL) >= 0


def _room_after(term: Any, room: int) -> int:
    """Return how many places are left of *room* after those of a term that has parts; less than none if it has more."""
    inside = term if term.__class__ is tuple else PARTS[term.__class__](term)
    room -= len(inside)
    if room < 0:
        return room
    for part in inside:
        if part.__class__ in PARTS:
            room = _room_after(part, room)
            if room < 0:
                return room
    return room


def _walked(term: Any) -> Iterator[bool]:
    """Walk a term as a tree; yield whenever so many places more have been seen."""
    waiting = [term]
    room = _SMALL
    while waiting:
        each = waiting.pop()
        look = PARTS.get(each.__class__)
        if look is None:
            continue
        inside = look(each)
        room -= len(inside)
        while room < 0:
            room += _SMALL
            yield True
        waiting += [part for part in inside if part.__class__ in PARTS]


PARTS: Final[dict[type, Callable[[Any], Any]]] = {tuple: lambda term: term}
"""What stands in a term, by its class: lists and maps add theirs."""
