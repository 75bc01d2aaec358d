"""``Keyword``: lists that are changed by functions, checked or compared.

Source of the semantics: Elixir 1.14, the module ``Keyword``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.collections.map import POP
from simulator.elixir.library.collections.pairs import checked, first_of, is_keyword, is_pair, listed_pairs
from simulator.elixir.library.enum.sorting import sorted_terms
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.enumerable import FALSE, NIL, TRUE, Fun, listed
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_list
from simulator.terms.maps import strict_equal

OK, ERROR = Atom("ok"), Atom("error")
_BADMATCH = Atom("badmatch")


def merge_2(left: Any, right: Any) -> Any:
    """Return the list of both; the pairs of *right* win."""
    if (left is EMPTY or right is EMPTY) and is_list(left) and is_list(right):
        return right if left is EMPTY else left
    first, second = _both(left, right, 2)
    keys = {pair[0] for pair in second}
    return from_list([pair for pair in first if pair[0] not in keys] + second)


def _both(left: Any, right: Any, arity: int) -> tuple[list[Any], list[Any]]:
    if not is_list(left) or not is_list(right):
        raise function_clause("Keyword", "merge", arity, [left, right])
    for term, which in ((right, "second"), (left, "first")):
        if is_keyword(term) is FALSE:
            message = f"expected a keyword list as the {which} argument, got: {inspect(term)}"
            raise error("ArgumentError", message=message)
    return to_list(left), to_list(right)


def merge_3(left: Any, right: Any, fun: Fun) -> Any:
    """Return the list of both; *fun* says of a key that is in both what it has."""
    first, second = _both(left, right, 3)
    keys = {pair[0] for pair in second}
    found = [pair for pair in first if pair[0] not in keys]
    ahead: dict[Any, list[Any]] = {}
    for pair in first:
        ahead.setdefault(pair[0], []).append(pair[1])
    for key, value in second:
        if ahead.get(key):
            found.append((key, fun(key, ahead[key].pop(0), value)))
        else:
            found.append((key, value))
    return from_list(found)


def filter_(term: Any, fun: Fun) -> Any:
    """Return the list of the pairs for which *fun* gives something true."""
    items = listed_pairs(term, "filter", 2)
    return from_list([pair for pair in items if (kept := fun(pair)) is not FALSE and kept is not NIL])


def reject(term: Any, fun: Fun) -> Any:
    """Return the list of the pairs for which *fun* gives nil or false."""
    items = listed_pairs(term, "reject", 2)
    return from_list([pair for pair in items if (gone := fun(pair)) is FALSE or gone is NIL])


def map_(term: Any, fun: Fun) -> Any:
    """Return the list with what *fun* gives for each pair as the value of its key."""
    return from_list([(pair[0], fun(pair)) for pair in listed_pairs(term, "map", 2)])


def equal(left: Any, right: Any) -> Any:
    """Return whether both lists hold the same pairs, in any order."""
    first = sorted_terms(listed_pairs(left, "equal?", 2))
    second = sorted_terms(listed_pairs(right, "equal?", 2))
    return TRUE if strict_equal(from_list(first), from_list(second)) else FALSE


def get_and_update(term: Any, key: Any, fun: Fun) -> Any:
    """Return what *fun* gives for the key's value as ``{value, new}``, and the list with the new one; or ``:pop``."""
    items = checked(term, key, "get_and_update", fun)
    found = first_of(items, key)
    current = found[0] if found else NIL
    return updated(items, key, bool(found), current, fun(current))


def get_and_update_or_raise(term: Any, key: Any, fun: Fun) -> Any:
    """Return what ``get_and_update/3`` does. Raises ``KeyError``."""
    items = checked(term, key, "get_and_update!", fun)
    found = first_of(items, key)
    if not found:
        raise error("KeyError", key=key, term=from_list(items[::-1]))  # as far as it was gone through
    return updated(items, key, True, found[0], fun(found[0]))


def updated(items: list[Any], key: Any, found: bool, current: Any, answer: Any) -> Any:
    """Return what a function that gets and updates said of the value of a key, and the list after it."""
    if answer is POP:
        return (current, from_list(_first_changed(items, key, ())))
    if answer.__class__ is not tuple or len(answer) != 2:
        message = f"the given function must return a two-element tuple or :pop, got: {inspect(answer)}"
        raise error("RuntimeError", message=message)
    pair = (key, answer[1])
    return (answer[0], from_list(_first_changed(items, key, (pair,)) if found else [pair, *items]))


def _first_changed(items: list[Any], key: Any, by: tuple[Any, ...]) -> list[Any]:
    """Return a list with the first pair of a key changed; later ones of the same key stay."""
    place = next((at for at, pair in enumerate(items) if pair[0] is key), None)
    return items if place is None else [*items[:place], *by, *items[place + 1 :]]


def validate(term: Any, values: Any) -> Any:
    """Return ``{:ok, keywords}`` with defaults if only these keys are there, else ``{:error, keys}``."""
    items = listed_pairs(term, "validate", 2)
    wrong = next((item for item in items if not is_pair(item)), None)
    if wrong is not None:
        message = f"expected a keyword list as first argument, got invalid entry: {inspect(wrong)}"
        raise error("ArgumentError", message=message)
    if not is_list(values):
        raise function_clause("Keyword", "validate", 2, [term, values])
    defaults = [pair if pair.__class__ is tuple else (pair,) for pair in listed(values)]
    allowed = {pair[0] for pair in defaults}
    unknown = [pair[0] for pair in items if pair[0] not in allowed]
    if unknown:
        return (ERROR, from_list(unknown[::-1]))
    known = {pair[0] for pair in items}
    missing = [pair for pair in defaults if len(pair) == 2 and pair[0] not in known]
    return (OK, from_list([*missing[::-1], *items]))


def validate_or_raise(term: Any, values: Any) -> Any:
    """Return the keywords with defaults. Raises ``ArgumentError`` if there are other keys."""
    found = validate(term, values)
    if found[0] is OK:
        return found[1]
    allowed = from_list([pair[0] if pair.__class__ is tuple else pair for pair in listed(values)])
    message = f"unknown keys {inspect(found[1])} in {inspect(term)}, the allowed keys are: {inspect(allowed)}"
    raise error("ArgumentError", message=message)


def drop(term: Any, keys: Any) -> Any:
    """Return the list without these keys."""
    gone = listed(keys)
    return from_list([pair for pair in listed_pairs(term, "drop", 2) if pair[0] not in gone])


def take(term: Any, keys: Any) -> Any:
    """Return the list with these keys only."""
    wanted = listed(keys)
    return from_list([pair for pair in listed_pairs(term, "take", 2) if pair[0] in wanted])


def split(term: Any, keys: Any) -> Any:
    """Return the list with these keys only, and the list without them."""
    return (take(term, keys), drop(term, keys))


TABLE = {
    "drop/2": drop, "take/2": take, "split/2": split, "merge/2": merge_2, "merge/3": merge_3, "filter/2": filter_,
    "reject/2": reject, "map/2": map_, "equal?/2": equal, "get_and_update/3": get_and_update,
    "get_and_update!/3": get_and_update_or_raise, "validate/2": validate, "validate!/2": validate_or_raise,
}  # fmt: skip
