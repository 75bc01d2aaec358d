"""Matching in the tables of ``:ets``: by patterns, and by match specifications.

Source of the semantics: OTP 25's ``ets``.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.library.erlang.ets_kinds import ORDERED_SET, Table
from simulator.elixir.library.erlang.ets_tables import read, written
from simulator.elixir.runtime.bridge import FALSE, TRUE
from simulator.elixir.runtime.values import match_specs
from simulator.terms import Atom, atom
from simulator.terms.lists import from_list

END: Final = Atom("$end_of_table")


def match(name: Any, pattern: Any) -> Any:
    """``:ets.match/2``: what the numbered variables of the pattern stand for, row by row."""
    return from_list([match_specs.named(found) for _, found in _matching(name, pattern)])


def match_object(name: Any, pattern: Any) -> Any:
    """``:ets.match_object/2``"""
    return from_list([row for row, _ in _matching(name, pattern)])


def match_delete(name: Any, pattern: Any) -> Atom:
    """``:ets.match_delete/2``"""
    table = written(name)
    for row, _ in _matching(name, pattern):
        table.remove_row(row)
    return TRUE


def _matching(name: Any, pattern: Any) -> list[tuple[Any, dict[int, Any]]]:
    found = []
    for row in read(name).all_rows():
        names: dict[int, Any] = {}
        if match_specs.fits(pattern, row, names):
            found.append((row, names))
    return found


def _selected(table: Table, spec: Any) -> list[tuple[Any, Any]]:
    """Return the rows that a match specification takes, each with what it makes of it."""
    clauses = match_specs.clauses(spec)
    return [(row, made[0]) for row in table.all_rows() if (made := match_specs.made_of(clauses, row)) is not None]


def select(name: Any, spec: Any) -> Any:
    """``:ets.select/2``"""
    return from_list([made for _, made in _selected(read(name), spec)])


def select_reverse(name: Any, spec: Any) -> Any:
    """``:ets.select_reverse/2``"""
    table = read(name)
    made = [made for _, made in _selected(table, spec)]
    return from_list(made[::-1] if table.kind is ORDERED_SET else made)


def select_some(name: Any, spec: Any, limit: Any) -> Any:
    """``:ets.select/3``: so many at a time; the rest is the continuation."""
    return _begun(name, [made for _, made in _selected(read(name), spec)], limit)


def _begun(name: Any, made: list[Any], limit: Any) -> Any:
    """Return the first of what was made; what is not sorted is given from its end on, as it is walked."""
    return select_more((made, limit, read(name).kind is ORDERED_SET))


def select_more(continuation: Any) -> Any:
    """``:ets.select/1``"""
    if continuation is END:
        return END
    made, limit, forward = continuation
    if not made:
        return END
    some, rest = (made[:limit], made[limit:]) if forward else (made[-limit:], made[:-limit])
    return (from_list(some), (rest, limit, forward) if rest else END)


def match_some(name: Any, pattern: Any, limit: Any) -> Any:
    """``:ets.match/3``"""
    return _begun(name, [match_specs.named(found) for _, found in _matching(name, pattern)], limit)


def match_object_some(name: Any, pattern: Any, limit: Any) -> Any:
    """``:ets.match_object/3``"""
    return _begun(name, [row for row, _ in _matching(name, pattern)], limit)


def select_count(name: Any, spec: Any) -> int:
    """``:ets.select_count/2``"""
    return sum(made is TRUE for _, made in _selected(read(name), spec))


def select_delete(name: Any, spec: Any) -> int:
    """``:ets.select_delete/2``"""
    table = written(name)
    chosen = [row for row, made in _selected(table, spec) if made is TRUE]
    for row in chosen:
        table.remove_row(row)
    return len(chosen)


def select_replace(name: Any, spec: Any) -> int:
    """``:ets.select_replace/2``"""
    table = written(name)
    chosen = _selected(table, spec)
    for row, made in chosen:
        table.remove_row(row)
        table.insert(made)
    return len(chosen)


def test_ms(row: Any, spec: Any) -> Any:
    """``:ets.test_ms/2``"""
    made = match_specs.made_of(match_specs.clauses(spec), row)
    return (atom.ok, FALSE if made is None else made[0])


MATCHING = {
    "match/2": match, "match/3": match_some, "match/1": select_more, "match_object/2": match_object,
    "match_object/3": match_object_some, "match_object/1": select_more, "match_delete/2": match_delete,
    "select/2": select, "select/3": select_some, "select/1": select_more, "select_reverse/2": select_reverse,
    "select_count/2": select_count, "select_delete/2": select_delete, "select_replace/2": select_replace,
    "test_ms/2": test_ms,
}  # fmt: skip
"""These functions of ``:ets``."""
