"""Keyword lists as lists of pairs: checked, searched, with some left out."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import FALSE, TRUE
from simulator.terms import Atom
from simulator.terms.lists import NotAList, is_list


def checked(term: Any, key: Any, name: str, *rest: Any) -> list[Any]:
    """Return the pairs of a keyword list; raise ``FunctionClauseError`` for no list, and for a key that is no atom."""
    if key.__class__ is not Atom or not is_list(term):
        raise function_clause("Keyword", name, 2 + len(rest), [term, key, *rest])
    return to_list(term)


def listed_pairs(term: Any, name: str, arity: int) -> list[Any]:
    """Return the pairs of a keyword list; raise ``FunctionClauseError`` for no list."""
    if not is_list(term):
        raise function_clause("Keyword", name, arity, [term])
    return to_list(term)


def first_of(items: list[Any], key: Any) -> tuple[Any, ...]:
    """Return the value of the first pair of this *key*, in a tuple; or ()."""
    for pair in items:
        if pair.__class__ is tuple and pair and pair[0] is key:
            return (pair[1],)
    return ()


def is_pair(item: Any) -> bool:
    """Return whether *item* is a pair whose first is an atom."""
    return item.__class__ is tuple and len(item) == 2 and item[0].__class__ is Atom


def is_keyword(term: Any) -> Any:
    """Return whether *term* is a list of pairs whose keys are atoms."""
    try:
        items = to_list(term)
    except NotAList:
        return FALSE
    return TRUE if all(map(is_pair, items)) else FALSE


def without(items: list[Any], key: Any) -> list[Any]:
    """Return the pairs whose key is another."""
    return [pair for pair in items if pair[0] is not key]


def replaced(items: list[Any], key: Any, value: Any) -> list[Any]:
    """Return the pairs with this value in the first one of the key, and no other of it."""
    place = next(index for index, pair in enumerate(items) if pair[0] is key)
    return [*items[:place], (key, value), *without(items[place + 1 :], key)]
