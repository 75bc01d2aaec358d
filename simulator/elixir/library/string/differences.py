"""The shortest way from one list of things to another: Myers's algorithm, which ``List`` and ``String`` have in common.

Source of the semantics: Elixir 1.14, ``List.myers_difference/2``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.values.counted import count
from simulator.terms import Atom
from simulator.terms.maps import strict_equal

_EQ, _DEL, _INS = Atom("eq"), Atom("del"), Atom("ins")


Path = tuple[int, int, Any]
"""How far a way has come in either list, and its edits, the latest with those before it."""


def shortest_script(left: list[Any], right: list[Any]) -> list[tuple[Any, list[Any]]]:
    """Return the edits from one list to the other, neighbours of one kind joined, by Myers's algorithm.

    Each step of each way counts as work: there are as many as differences times differences.
    """
    paths: list[Path] = [(0, 0, None)]
    envelope = 0
    while True:
        found: list[Path] = []
        count(envelope + 1)
        for diagonal in range(-envelope, envelope + 1, 2):
            place, other, edits = _further(diagonal, envelope, paths, found, left, right)
            begin = place
            while place < len(left) and other < len(right) and strict_equal(left[place], right[other]):
                edits = (edits, _EQ, left[place])
                place, other = place + 1, other + 1
            count(place - begin)
            if place >= len(left) and other >= len(right):
                return _joined(edits)
            found.append((place, other, edits))
        paths = found
        envelope += 1


def _further(
    diagonal: int, limit: int, paths: list[Path], found: list[Path], left: list[Any], right: list[Any]
) -> Path:
    """Return the path that goes on along *diagonal*: the one that has got further takes a step."""
    if limit == 0:
        return paths[0]
    index = len(found)
    if diagonal == -limit:
        return _down(paths[0], right)
    if diagonal == limit:
        return _right(paths[-1], left)
    lower, upper = paths[index - 1], paths[index]
    return _right(lower, left) if lower[0] >= upper[0] else _down(upper, right)


def _down(path: Path, right: list[Any]) -> Path:
    place, other, edits = path
    return (place, other + 1, (edits, _INS, right[other]) if other < len(right) else edits)


def _right(path: Path, left: list[Any]) -> Path:
    place, other, edits = path
    return (place + 1, other, (edits, _DEL, left[place]) if place < len(left) else edits)


def _joined(edits: Any) -> list[tuple[Any, list[Any]]]:
    joined: list[tuple[Any, list[Any]]] = []
    while edits is not None:
        edits, kind, item = edits
        if joined and joined[-1][0] is kind:
            joined[-1][1].append(item)
        else:
            joined.append((kind, [item]))
    return [(kind, items[::-1]) for kind, items in joined[::-1]]
