"""Clauses that can never be reached because an earlier one takes all that they would.

Source: what the Erlang compiler warns of: equal patterns, and patterns that an earlier one covers. Maps and binaries
are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from simulator.elixir.expand.scope.context import Context
from simulator.elixir.tree.build import UNDERSCORE, WHEN
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom

_MATCH = Atom("=")
_CONS = Atom("|")
_TUPLE = Atom("{}")
_LITERALS = (int, float, str, bytes, Atom)

Head = tuple[list[Any], Any, int]
"""Patterns, guard or None, line."""
_Mark = tuple[tuple[int, ...], type, Any]
"""A literal in patterns: where it stands, its class, and itself."""
_DEEPEST = 4
"""So deep in patterns literals are looked for."""


def note(x: Context, heads: list[Head], title: str | None) -> None:
    """Remember the clauses of a module that cannot match; *title* is the function whose clauses they are."""
    state = x.module
    if state is None or len(heads) < 2:
        return
    marked: dict[_Mark | None, list[int]] = {}
    for index, (patterns, condition, line) in enumerate(heads):
        marks = _marks_of(patterns)
        for number in sorted({each for mark in (None, *marks) for each in marked.get(mark, ())}):
            before, _, place = heads[number]
            if not _all_cover(before, patterns):
                continue
            everything = all(_is_anything(each) for each in before)
            name = f" for {title}" if everything and title is not None else ""
            x.later(line, f"this clause{name} cannot match because a previous clause at line {place} always matches")
            break
        if condition is None:
            rarest = min(marks, key=lambda mark: len(marked.get(mark, ())), default=None)
            marked.setdefault(rarest, []).append(index)


def _marks(pattern: Any, place: tuple[int, ...]) -> Iterator[_Mark]:
    """Yield the literals in a pattern: what one has, whatever it covers has in the same place.

    So a clause is compared with those that have its literals, or none, and not with each of hundreds.
    """
    if pattern.__class__ in _LITERALS:
        yield place, pattern.__class__, pattern
    elif pattern.__class__ is Node and pattern.form is _MATCH:
        for side in pattern.args:
            yield from _marks(side, place)
    elif len(place) < _DEEPEST:
        for index, each in enumerate((_elements(pattern) or [None])[1:]):
            yield from _marks(each, (*place, index))


def _marks_of(patterns: list[Any]) -> list[_Mark]:
    return [mark for index, each in enumerate(patterns) for mark in _marks(each, (index,))]


def arrows(x: Context, nodes: list[Any]) -> None:
    """Look at the clauses of ``case``, ``fn`` and their like, expanded."""
    if x.module is not None and len(nodes) > 1:
        note(x, [_head(node) for node in nodes], None)


def _head(node: Node) -> Head:
    patterns = node.args[0]
    if len(patterns) == 1 and patterns[0].__class__ is Node and patterns[0].form is WHEN:
        return patterns[0].args[:-1], patterns[0].args[-1], node.line
    return patterns, None, node.line


def _all_cover(before: list[Any], patterns: list[Any]) -> bool:
    if len(before) != len(patterns) or not all(_covers(a, b) for a, b in zip(before, patterns, strict=True)):
        return False
    names: set[Any] = set()
    return _names_differ(before, names)


def _names_differ(node: Any, names: set[Any]) -> bool:
    """Whether no variable stands twice in the patterns."""
    kind = node.__class__
    if kind is Node:
        if node.is_variable:
            version = node.meta.get("version")
            if version is not None and version in names:
                return False
            names.add(version)
            return True
        return node.args.__class__ is not list or _names_differ(node.args, names)
    if kind is list or kind is tuple:
        return all([_names_differ(each, names) for each in node])
    return True


def _is_anything(pattern: Any) -> bool:
    if pattern.__class__ is not Node:
        return False
    if pattern.form is _MATCH:
        return _is_anything(pattern.args[0]) and _is_anything(pattern.args[1])
    return bool(pattern.is_variable) or pattern.form is UNDERSCORE


def _covers(general: Any, special: Any) -> bool:
    """Whether everything that *special* matches is matched by *general*."""
    if _is_anything(general):
        return True
    if general.__class__ is Node and general.form is _MATCH:
        return _covers(general.args[0], special) and _covers(general.args[1], special)
    if special.__class__ is Node and special.form is _MATCH:
        return _covers(general, special.args[0]) or _covers(general, special.args[1])
    if general.__class__ in _LITERALS:
        return general.__class__ is special.__class__ and bool(general == special)
    left, right = _elements(general), _elements(special)
    if left is None or right is None:
        return False
    return len(left) == len(right) and left[0] == right[0] and all(
        [_covers(a, b) for a, b in zip(left[1:], right[1:], strict=True)]
    )


def _elements(pattern: Any) -> list[Any] | None:
    """Return a tuple's kind and elements, or a list's first cell; None for what is not compared."""
    if pattern.__class__ is tuple:
        return ["tuple", *pattern]
    if pattern.__class__ is Node and pattern.form is _TUPLE:
        return ["tuple", *pattern.args]
    if pattern.__class__ is list:
        if not pattern:
            return ["empty"]
        first = pattern[0]
        if first.__class__ is Node and first.form is _CONS:
            return ["cell", *first.args]
        return ["cell", first, pattern[1:]]
    return None

