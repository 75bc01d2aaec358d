"""Clauses that can never be reached because an earlier one takes all that they would.

Source: what the Erlang compiler warns of: equal patterns, and patterns that an earlier one covers. Maps and binaries
are not compared.
"""

from __future__ import annotations

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


def note(x: Context, heads: list[Head], title: str | None) -> None:
    """Remember the clauses of a module that cannot match; *title* is the function whose clauses they are."""
    state = x.module
    if state is None or len(heads) < 2:
        return
    for index, (patterns, _, line) in enumerate(heads):
        for before, condition, place in heads[:index]:
            if condition is not None or not _all_cover(before, patterns):
                continue
            everything = all(_is_anything(each) for each in before)
            name = f" for {title}" if everything and title is not None else ""
            x.later(line, f"this clause{name} cannot match because a previous clause at line {place} always matches")
            break


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

