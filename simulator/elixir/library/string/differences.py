"""The shortest way from one list of things to another: Myers's algorithm, which ``List`` and ``String`` have in common.

Source of the semantics: Elixir 1.14, ``List.myers_difference/2``.
"""

from __future__ import annotations

from typing import Any

from simulator.terms import Atom
from simulator.terms.maps import strict_equal

_EQ, _DEL, _INS = Atom("eq"), Atom("del"), Atom("ins")


def shortest_script(left: list[Any], right: list[Any]) -> list[tuple[Any, list[Any]]]:
    """Return the edits from one list to the other, neighbours of one kind joined, by Myers's algorithm."""
    paths: list[tuple[int, list[Any], list[Any], list[tuple[Any, Any]]]] = [(0, left, right, [])]
    envelope = 0
    while True:
        found: list[tuple[int, list[Any], list[Any], list[tuple[Any, Any]]]] = []
        for diagonal in range(-envelope, envelope + 1, 2):
            path = _further(diagonal, envelope, paths, found)
            place, first, second, edits = path
            while first and second and strict_equal(first[0], second[0]):
                place, edits = place + 1, [*edits, (_EQ, first[0])]
                first, second = first[1:], second[1:]
            if not first and not second:
                return _joined(edits)
            found.append((place, first, second, edits))
        paths = found
        envelope += 1


def _further(diagonal: int, limit: int, paths: list[Any], found: list[Any]) -> Any:
    """Return the path that goes on along *diagonal*: the one that has got further takes a step."""
    if limit == 0:
        return paths[0]
    index = len(found)
    if diagonal == -limit:
        return _down(paths[0])
    if diagonal == limit:
        return _right(paths[-1])
    lower, upper = paths[index - 1], paths[index]
    return _right(lower) if lower[0] >= upper[0] else _down(upper)


def _down(path: Any) -> Any:
    place, first, second, edits = path
    return (place, first, second[1:], [*edits, (_INS, second[0])] if second else edits)


def _right(path: Any) -> Any:
    place, first, second, edits = path
    return (place + 1, first[1:], second, [*edits, (_DEL, first[0])] if first else edits)


def _joined(edits: list[tuple[Any, Any]]) -> list[tuple[Any, list[Any]]]:
    joined: list[tuple[Any, list[Any]]] = []
    for kind, item in edits:
        if joined and joined[-1][0] is kind:
            joined[-1][1].append(item)
        else:
            joined.append((kind, [item]))
    return joined
