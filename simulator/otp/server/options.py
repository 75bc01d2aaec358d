"""Options: Python's keywords, or a keyword list where there can be none, as among a child's arguments."""

from __future__ import annotations

from typing import Any

from simulator.kernel import ArgumentError
from simulator.terms import Atom, inspect


def keywords(given: Any, **options: Any) -> dict[str, Any]:
    """Return options by name: those *given* as a dict or a list of pairs with atoms as keys, then *options*.

    Raises ``ArgumentError`` if *given* is neither.

    >>> from simulator.terms import atom
    >>> keywords([(atom.max_children, 3)], name=atom.pool)
    {'max_children': 3, 'name': :pool}
    """
    found: dict[str, Any] = {}
    pairs = list(given.items()) if isinstance(given, dict) else given if isinstance(given, list) else [None]
    for pair in pairs:
        if not (isinstance(pair, tuple) and len(pair) == 2 and isinstance(pair[0], (Atom, str))):
            raise ArgumentError(f"expected options by name, got: {inspect(given)}")
        found[str(pair[0])] = pair[1]
    return {**found, **options}


def keyword_list(options: dict[str, Any]) -> list[tuple[Atom, Any]]:
    """Return options as a keyword list, which is how Elixir hands them on.

    >>> keyword_list({"max_children": 3})
    [(:max_children, 3)]
    """
    return [(Atom(name), value) for name, value in options.items()]
