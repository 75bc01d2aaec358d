"""``Keyword``: lists of pairs whose keys are atoms.

Source of the semantics: Elixir 1.14, the module ``Keyword``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.collections import keyword_changes
from simulator.elixir.library.collections.pairs import (
    checked,
    first_of,
    is_keyword,
    is_pair,
    listed_pairs,
    replaced,
    without,
)
from simulator.elixir.library.lazily import blocking
from simulator.elixir.runtime.errors import erlang, error, function_clause
from simulator.elixir.runtime.values.enumerable import FALSE, NIL, TRUE, Fun, listed, walk
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, Cons, Lazy, force, from_list
from simulator.terms.maps import strict_equal

OK, ERROR = Atom("ok"), Atom("error")
_BADMATCH = Atom("badmatch")


def new_0() -> Any:
    """Return the empty list."""
    return EMPTY


def new_1(enum: Any) -> Any:
    """Return the keyword list of the pairs in *enum*, of equal keys the last."""
    return from_list(last_of_each(listed(enum)))


def new_2(enum: Any, transform: Fun) -> Any:
    """Return the keyword list of the pairs that *transform* gives, of equal keys the last."""
    return from_list(last_of_each([transform(item) for item in walk(enum)]))


def last_of_each(items: list[Any]) -> list[Any]:
    """Return the pairs without those whose key comes again later."""
    found: dict[Any, Any] = {}
    for item in items:
        if not is_pair(item):
            raise erlang((_BADMATCH, item)) if item.__class__ is not tuple else function_clause("Keyword", "new", 1, [])
        found.pop(item[0], None)
        found[item[0]] = item
    return list(found.values())


def from_keys(keys: Any, value: Any) -> Any:
    """Return the keyword list that has *value* for each of the keys."""
    return from_list([(key, value) for key in listed(keys)])


def keys_1(term: Any) -> Any:
    """Return the list of the keys."""
    items = listed_pairs(term, "keys", 1)
    for item in items:
        if not is_pair(item):
            raise error("ArgumentError", message="expected a keyword list, but an entry in the list is not a "
                        f"two-element tuple with an atom as its first element, got: {inspect(item)}")  # fmt: skip
    return from_list([item[0] for item in items])


def values_1(term: Any) -> Any:
    """Return the list of the values."""
    return from_list([item[1] for item in listed_pairs(term, "values", 1)])


def to_list_1(term: Any) -> Any:
    """Return the list as it is."""
    listed_pairs(term, "to_list", 1)
    return term


def size(term: Any) -> int:
    """Return the number of pairs."""
    return len(listed_pairs(term, "size", 1))


def get_2(term: Any, key: Any) -> Any:
    """Return the first value of the key, or nil."""
    return get_3(term, key, NIL)


def get_3(term: Any, key: Any, default: Any) -> Any:
    """Return the first value of the key, or *default*."""
    rest = term
    while rest.__class__ is Cons or (rest.__class__ is Lazy and force(rest)):  # asked most of all: no list is made
        pair = rest.head
        if pair.__class__ is tuple and pair and pair[0] is key:
            return pair[1]
        rest = rest.tail
    if rest is not EMPTY or key.__class__ is not Atom:
        raise function_clause("Keyword", "get", 3, [term, key, default])
    return default


def get_lazy(term: Any, key: Any, fun: Fun) -> Any:
    """Return the first value of the key, or what *fun* gives."""
    found = first_of(checked(term, key, "get_lazy", fun), key)
    return found[0] if found else fun()


def get_values(term: Any, key: Any) -> Any:
    """Return the list of all values of the key."""
    return from_list([pair[1] for pair in checked(term, key, "get_values") if pair[0] is key])


def has_key(term: Any, key: Any) -> Any:
    """Return whether the key is there."""
    return TRUE if first_of(checked(term, key, "has_key?"), key) else FALSE


def fetch(term: Any, key: Any) -> Any:
    """Return ``{:ok, value}`` of the first pair of the key, or ``:error``."""
    found = first_of(checked(term, key, "fetch"), key)
    return (OK, found[0]) if found else ERROR


def fetch_or_raise(term: Any, key: Any) -> Any:
    """Return the first value of the key. Raises ``KeyError``."""
    found = first_of(checked(term, key, "fetch!"), key)
    if not found:
        raise error("KeyError", key=key, term=term)
    return found[0]


def put(term: Any, key: Any, value: Any) -> Any:
    """Return the list with this value for the key, and no other of it."""
    return from_list([(key, value), *without(checked(term, key, "put", value), key)])


def put_new(term: Any, key: Any, value: Any) -> Any:
    """Return the list with this value for the key, unless the key is there."""
    items = checked(term, key, "put_new", value)
    return term if first_of(items, key) else from_list([(key, value), *items])


def put_new_lazy(term: Any, key: Any, fun: Fun) -> Any:
    """Return the list with what *fun* gives for the key, unless the key is there."""
    items = checked(term, key, "put_new_lazy", fun)
    return term if first_of(items, key) else from_list([(key, fun()), *items])


def replace(term: Any, key: Any, value: Any) -> Any:
    """Return the list with this value for the key, if it is there."""
    items = checked(term, key, "replace", value)
    return from_list(replaced(items, key, value)) if first_of(items, key) else term


def replace_or_raise(term: Any, key: Any, value: Any) -> Any:
    """Return the list with this value for the key. Raises ``KeyError``."""
    items = checked(term, key, "replace!", value)
    if not first_of(items, key):
        raise error("KeyError", key=key, term=term)
    return from_list(replaced(items, key, value))


def replace_lazy(term: Any, key: Any, fun: Fun) -> Any:
    """Return the list with what *fun* gives for the key's value, if it is there."""
    items = checked(term, key, "replace_lazy", fun)
    found = first_of(items, key)
    return from_list(replaced(items, key, fun(found[0]))) if found else term


def update(term: Any, key: Any, default: Any, fun: Fun) -> Any:
    """Return the list with what *fun* gives for the key's value; with *default* if it is not there."""
    items = checked(term, key, "update", default, fun)
    found = first_of(items, key)
    return from_list(replaced(items, key, fun(found[0])) if found else [*items, (key, default)])


def update_or_raise(term: Any, key: Any, fun: Fun) -> Any:
    """Return the list with what *fun* gives for the key's value. Raises ``KeyError``."""
    items = checked(term, key, "update!", fun)
    found = first_of(items, key)
    if not found:
        raise error("KeyError", key=key, term=term)
    return from_list(replaced(items, key, fun(found[0])))


def delete_2(term: Any, key: Any) -> Any:
    """Return the list without the key."""
    items = checked(term, key, "delete")
    return from_list(without(items, key))


def delete_3(term: Any, key: Any, value: Any) -> Any:
    """Return the list without the pairs of this key and value."""
    items = checked(term, key, "delete", value)
    return from_list([pair for pair in items if pair[0] is not key or not strict_equal(pair[1], value)])


def delete_first(term: Any, key: Any) -> Any:
    """Return the list without the first pair of the key."""
    items = checked(term, key, "delete_first")
    for index, pair in enumerate(items):
        if pair[0] is key:
            return from_list(items[:index] + items[index + 1 :])
    return term


def pop_2(term: Any, key: Any) -> Any:
    """Return the first value of the key, or nil, and the list without the key."""
    return pop_3(term, key, NIL)


def pop_3(term: Any, key: Any, default: Any) -> Any:
    """Return the first value of the key, or *default*, and the list without the key."""
    items = checked(term, key, "pop", default)
    found = first_of(items, key)
    return (found[0], from_list(without(items, key))) if found else (default, term)


def pop_or_raise(term: Any, key: Any) -> Any:
    """Return the first value of the key, and the list without it. Raises ``KeyError``."""
    items = checked(term, key, "pop!")
    found = first_of(items, key)
    if not found:
        raise error("KeyError", key=key, term=term)
    return (found[0], from_list(without(items, key)))


def pop_lazy(term: Any, key: Any, fun: Fun) -> Any:
    """Return the first value of the key, or what *fun* gives, and the list without the key."""
    items = checked(term, key, "pop_lazy", fun)
    found = first_of(items, key)
    return (found[0], from_list(without(items, key))) if found else (fun(), term)


def pop_first_2(term: Any, key: Any) -> Any:
    """Return the first value of the key, or nil, and the list without that pair."""
    return pop_first_3(term, key, NIL)


def pop_first_3(term: Any, key: Any, default: Any) -> Any:
    """Return the first value of the key, or *default*, and the list without that pair."""
    found = first_of(checked(term, key, "pop_first", default), key)
    return (found[0], delete_first(term, key)) if found else (default, term)


def pop_values(term: Any, key: Any) -> Any:
    """Return the list of the key's values, and the list without the key."""
    items = checked(term, key, "pop_values")
    return (get_values(term, key), from_list(without(items, key)))


TABLE = {
    "keyword?/1": is_keyword, "new/0": new_0, "new/1": new_1, "new/2": new_2, "from_keys/2": from_keys,
    "keys/1": keys_1, "values/1": values_1, "to_list/1": to_list_1, "size/1": size, "get/2": get_2, "get/3": get_3,
    "get_lazy/3": get_lazy, "get_values/2": get_values, "has_key?/2": has_key, "fetch/2": fetch,
    "fetch!/2": fetch_or_raise, "put/3": put, "put_new/3": put_new, "put_new_lazy/3": put_new_lazy,
    "replace/3": replace, "replace!/3": replace_or_raise, "replace_lazy/3": replace_lazy, "update/4": update,
    "update!/3": update_or_raise, "delete/2": delete_2, "delete/3": delete_3, "delete_first/2": delete_first,
    "pop/2": pop_2, "pop/3": pop_3, "pop!/2": pop_or_raise, "pop_lazy/3": pop_lazy, "pop_first/2": pop_first_2,
    "pop_first/3": pop_first_3, "pop_values/2": pop_values,
}  # fmt: skip
FUNCTIONS = {**TABLE, **keyword_changes.TABLE}


def __getattr__(name: str) -> Any:
    return blocking(name, __name__, keyword_changes.__name__)
