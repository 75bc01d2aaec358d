"""``:maps``.

Source of the semantics: Erlang/OTP 25, the module ``maps``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.collections.map import (
    checked,
    drop,
    from_keys,
    keys,
    merge_2,
    merge_3,
    new_0,
    no_key,
    of_pairs,
    take,
    to_list,
    values,
)
from simulator.elixir.library.collections.map import size as size_of
from simulator.elixir.library.lazily import blocking
from simulator.elixir.runtime.values.enumerable import FALSE, TRUE, Fun
from simulator.terms import Atom
from simulator.terms.lists import from_list
from simulator.terms.lists import to_list as items_of
from simulator.terms.maps import Map, delete, folded_pairs, from_pairs, get, has, key_of, put

OK, ERROR = Atom("ok"), Atom("error")
_NONE = Atom("none")


def from_list_1(term: Any) -> Any:
    """Return the map of a list of pairs."""
    return of_pairs(items_of(term))


def get_2(key: Any, term: Any) -> Any:
    """Return the value of the key. Raises ``KeyError``."""
    return get(term, present(key, term))


def present(key: Any, term: Any) -> Any:
    """Return *key* if the map has it. Raises ``KeyError``."""
    if not has(checked(term), key):
        raise no_key(key, term)
    return key


def get_3(key: Any, term: Any, default: Any) -> Any:
    """Return the value of the key, or *default*."""
    return get(checked(term), key, default)


def find(key: Any, term: Any) -> Any:
    """Return ``{:ok, value}``, or ``:error``."""
    return (OK, get(term, key)) if has(checked(term), key) else ERROR


def is_key(key: Any, term: Any) -> Any:
    """Return whether the map has the key."""
    return TRUE if has(checked(term), key) else FALSE


def put_3(key: Any, value: Any, term: Any) -> Any:
    """Return the map with this value for the key."""
    return put(checked(term), key, value)


def update(key: Any, value: Any, term: Any) -> Any:
    """Return the map with this value for the key. Raises ``KeyError``."""
    return put(term, present(key, term), value)


def update_with_3(key: Any, fun: Fun, term: Any) -> Any:
    """Return the map with what *fun* gives for the key's value. Raises ``KeyError``."""
    return put(term, present(key, term), fun(get(term, key)))


def update_with_4(key: Any, fun: Fun, default: Any, term: Any) -> Any:
    """Return the map with what *fun* gives for the key's value; with *default* if it does not have the key."""
    return put(term, key, fun(get(term, key)) if has(checked(term), key) else default)


def remove(key: Any, term: Any) -> Any:
    """Return the map without the key."""
    return delete(checked(term), key)


def take_2(key: Any, term: Any) -> Any:
    """Return ``{value, map without the key}``, or ``:error``."""
    return (get(term, key), delete(term, key)) if has(checked(term), key) else ERROR


def with_(wanted: Any, term: Any) -> Any:
    """Return the map with these keys only."""
    return take(term, wanted)


def without(gone: Any, term: Any) -> Any:
    """Return the map without these keys."""
    return drop(term, gone)


def map_(fun: Fun, term: Any) -> Any:
    """Return the map with what *fun* gives for each key and value."""
    return from_pairs([(pair[0], fun(pair[0], pair[1])) for pair in folded_pairs(checked(term))])


def filter_(fun: Fun, term: Any) -> Any:
    """Return the map of the pairs for which *fun* gives true."""
    return from_pairs([pair for pair in folded_pairs(checked(term)) if fun(pair[0], pair[1]) is TRUE])


def filtermap(fun: Fun, term: Any) -> Any:
    """Return the map of what *fun* keeps (true), or gives as ``{true, value}``."""
    found: list[Any] = []
    for key, value in folded_pairs(checked(term)):
        answer = fun(key, value)
        if answer is TRUE:
            found.append((key, value))
        elif answer is not FALSE:
            found.append((key, answer[1]))
    return from_pairs(found)


def fold(fun: Fun, acc: Any, term: Any) -> Any:
    """Reduce over keys and values."""
    for key, value in folded_pairs(checked(term)):
        acc = fun(key, value, acc)
    return acc


def foreach(fun: Fun, term: Any) -> Any:
    """Call *fun* with each key and value; return ``:ok``."""
    for key, value in folded_pairs(checked(term)):
        fun(key, value)
    return OK


def merge_with(fun: Fun, left: Any, right: Any) -> Any:
    """Return the map of both; *fun* says of a key that is in both what it has."""
    return merge_3(left, right, fun)


def intersect(left: Any, right: Any) -> Any:
    """Return the map of the keys that are in both, with the values of *right*."""
    known = checked(left).d
    return Map({key: value for key, value in checked(right).d.items() if key in known})


def intersect_with(fun: Fun, left: Any, right: Any) -> Any:
    """Return the map of the keys that are in both; *fun* says what they have."""
    found: list[Any] = []
    for key, value in folded_pairs(checked(left)):
        if has(checked(right), key):
            found.append((key, fun(key, value, get(right, key))))
    return from_pairs(found)


def groups_from_list_2(fun: Fun, term: Any) -> Any:
    """Return the map of lists of the elements for which *fun* gives the same."""
    groups: dict[Any, list[Any]] = {}
    for item in items_of(term):
        key = key_of(fun(item))
        groups.setdefault(key, []).append(item)
    return Map({key: from_list(group) for key, group in groups.items()})


def groups_from_list_3(fun: Fun, value_fun: Fun, term: Any) -> Any:
    """Return the map of lists of what *value_fun* gives for the elements for which *fun* gives the same."""
    groups: dict[Any, list[Any]] = {}
    for item in items_of(term):
        key = key_of(fun(item))
        value = value_fun(item)
        groups.setdefault(key, []).append(value)
    return Map({key: from_list(group) for key, group in groups.items()})


def iterator(term: Any) -> Any:
    """Return what ``next/1`` takes: the pairs that are left."""
    return (Atom("iterator"), from_list(list(folded_pairs(checked(term)))))


def next_(term: Any) -> Any:
    """Return ``{key, value, iterator}``, or ``:none`` at the end."""
    left = items_of(term[1])
    if not left:
        return _NONE
    return (*left[0], (Atom("iterator"), from_list(left[1:])))


TABLE = {
    "new/0": new_0, "from_list/1": from_list_1, "from_keys/2": from_keys, "get/2": get_2, "get/3": get_3,
    "find/2": find, "is_key/2": is_key, "put/3": put_3, "update/3": update, "update_with/3": update_with_3,
    "update_with/4": update_with_4, "remove/2": remove, "take/2": take_2, "with/2": with_, "without/2": without,
    "map/2": map_, "filter/2": filter_, "filtermap/2": filtermap, "fold/3": fold, "foreach/2": foreach,
    "merge/2": merge_2, "merge_with/3": merge_with, "intersect/2": intersect, "intersect_with/3": intersect_with,
    "groups_from_list/2": groups_from_list_2, "groups_from_list/3": groups_from_list_3, "iterator/1": iterator,
    "next/1": next_, "keys/1": keys, "values/1": values, "to_list/1": to_list, "size/1": size_of,
}  # fmt: skip
FUNCTIONS = TABLE


def __getattr__(name: str) -> Any:
    return blocking(name, __name__)
