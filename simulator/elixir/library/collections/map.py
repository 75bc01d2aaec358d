"""``Map``.

Source of the semantics: Elixir 1.14, the module ``Map``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.lazily import blocking
from simulator.elixir.runtime.errors import Raised, erlang, error, function_clause
from simulator.elixir.runtime.failures.exceptions import made
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.values.enumerable import FALSE, NIL, TRUE, Fun, fold, listed
from simulator.terms import Atom, inspect
from simulator.terms.lists import from_list
from simulator.terms.maps import (
    EMPTY_MAP,
    PLAIN,
    STRUCT,
    Map,
    delete,
    folded_pairs,
    from_pairs,
    get,
    has,
    key_of,
    merge,
    pairs,
    put,
    strict_equal,
)
from simulator.terms.maps import keys as keys_of
from simulator.terms.maps import values as values_of

OK, ERROR, POP = Atom("ok"), Atom("error"), Atom("pop")
_BADKEY = Atom("badkey")
_BADMAP = Atom("badmap")
NONE = object()
"""No value, where each term could be one."""


def checked(term: Any) -> Map:
    """Return *term* if it is a map; else raise ``BadMapError``."""
    if term.__class__ is Map:
        return term
    raise erlang((_BADMAP, term))


def no_key(key: Any, term: Any) -> BaseException:
    """Return the error of a key that a map does not have, to be raised: ``{:badkey, key}``, a ``KeyError``."""
    return Raised((_BADKEY, key), made("KeyError", key=key, term=term))


def new_0() -> Map:
    """Return the empty map."""
    return EMPTY_MAP


def new_1(enum: Any) -> Any:
    """Return the map of the pairs in *enum*."""
    if enum.__class__ is Map and STRUCT not in enum.d:
        return enum
    return of_pairs(listed(enum))


def new_2(enum: Any, transform: Fun) -> Any:
    """Return the map of the pairs that *transform* gives for each element."""
    return of_pairs([transform(item) for item in fold(enum)])


def of_pairs(items: list[Any]) -> Map:
    """Return the map of *items*, which must be pairs."""
    for item in items:
        if item.__class__ is not tuple or len(item) != 2:
            raise error("ArgumentError", message="argument error")
    return from_pairs(items)


def from_keys(keys: Any, value: Any) -> Map:
    """Return the map that has *value* for each of the keys."""
    return from_pairs([(key, value) for key in listed(keys)])


def from_struct(term: Any) -> Map:
    """Return the struct as a map without ``:__struct__``; for a module, its default struct."""
    if term.__class__ is Atom:
        term = call(term, "__struct__", ())
    if term.__class__ is not Map or STRUCT not in term.d:
        raise function_clause("Map", "from_struct", 1, [term])
    return delete(term, STRUCT)


def keys(term: Any) -> Any:
    """Return the list of the keys."""
    return from_list(keys_of(checked(term)))


def values(term: Any) -> Any:
    """Return the list of the values, in the order of the keys."""
    return from_list(values_of(checked(term)))


def to_list(term: Any) -> Any:
    """Return the list of the pairs."""
    return from_list(pairs(checked(term)))


def size(term: Any) -> int:
    """Return the number of keys."""
    return len(checked(term))


def has_key(term: Any, key: Any) -> Any:
    """Return whether the map has this key."""
    return TRUE if has(checked(term), key) else FALSE


def fetch(term: Any, key: Any) -> Any:
    """Return ``{:ok, value}``, or ``:error``."""
    return (OK, get(term, key)) if has(checked(term), key) else ERROR


def fetch_or_raise(term: Any, key: Any) -> Any:
    """Return the value of the key. Raises ``KeyError``."""
    if not has(checked(term), key):
        raise no_key(key, term)
    return get(term, key)


def get_2(term: Any, key: Any) -> Any:
    """Return the value of the key, or nil."""
    return get_3(term, key, NIL)


def get_3(term: Any, key: Any, default: Any) -> Any:
    """Return the value of the key, or *default*."""
    if term.__class__ is not Map:
        raise erlang((_BADMAP, term))
    return term.d.get(key if key.__class__ in PLAIN else key_of(key), default)


def get_lazy(term: Any, key: Any, fun: Fun) -> Any:
    """Return the value of the key, or what *fun* gives."""
    return get(term, key) if has(checked(term), key) else fun()


def put_3(term: Any, key: Any, value: Any) -> Map:
    """Return the map with this value for the key."""
    return put(checked(term), key, value)


def put_new(term: Any, key: Any, value: Any) -> Map:
    """Return the map with this value for the key, unless it has the key."""
    return term if has(checked(term), key) else put(term, key, value)


def put_new_lazy(term: Any, key: Any, fun: Fun) -> Any:
    """Return the map with what *fun* gives for the key, unless it has the key."""
    return term if has(checked(term), key) else put(term, key, fun())


def replace(term: Any, key: Any, value: Any) -> Map:
    """Return the map with this value for the key, if it has the key."""
    return put(term, key, value) if has(checked(term), key) else term


def replace_or_raise(term: Any, key: Any, value: Any) -> Map:
    """Return the map with this value for the key. Raises ``KeyError``."""
    if not has(checked(term), key):
        raise no_key(key, term)
    return put(term, key, value)


def replace_lazy(term: Any, key: Any, fun: Fun) -> Any:
    """Return the map with what *fun* gives for the key's value, if it has the key."""
    return put(term, key, fun(get(term, key))) if has(checked(term), key) else term


def delete_2(term: Any, key: Any) -> Map:
    """Return the map without the key."""
    return delete(checked(term), key)


def drop(term: Any, keys: Any) -> Map:
    """Return the map without these keys."""
    gone = {key_of(key) for key in listed(keys)}
    return Map({key: value for key, value in checked(term).d.items() if key not in gone})


def take(term: Any, keys: Any) -> Map:
    """Return the map with these keys only."""
    known = checked(term).d
    return Map({key: known[key] for key in map(key_of, listed(keys)) if key in known})


def split(term: Any, keys: Any) -> Any:
    """Return the map with these keys only, and the map without them."""
    return (take(term, keys), drop(term, keys))


def merge_2(left: Any, right: Any) -> Map:
    """Return the map of both; the values of *right* win."""
    return merge(checked(left), checked(right))


def merge_3(left: Any, right: Any, fun: Fun) -> Any:
    """Return the map of both; *fun* says of a key that is in both what it has."""
    known = checked(left).d
    found = dict(known.items())
    for pair in folded_pairs(checked(right)):
        key = key_of(pair[0])
        found[key] = fun(pair[0], known[key], pair[1]) if key in known else pair[1]
    return Map(found)


def update(term: Any, key: Any, default: Any, fun: Fun) -> Any:
    """Return the map with what *fun* gives for the key's value; with *default* if it does not have the key."""
    value = checked(term).d.get(key if key.__class__ in PLAIN else key_of(key), NONE)
    return put(term, key, default if value is NONE else fun(value))


def update_or_raise(term: Any, key: Any, fun: Fun) -> Any:
    """Return the map with what *fun* gives for the key's value. Raises ``KeyError``."""
    if not has(checked(term), key):
        raise no_key(key, term)
    return put(term, key, fun(get(term, key)))


def get_and_update(term: Any, key: Any, fun: Fun) -> Any:
    """Return what *fun* gives for the key's value as ``{value, new}``, and the map with the new one; or ``:pop`` it."""
    current = get(checked(term), key, NIL)
    return updated(term, key, current, fun(current))


def get_and_update_or_raise(term: Any, key: Any, fun: Fun) -> Any:
    """Return what ``get_and_update/3`` does. Raises ``KeyError``."""
    if not has(checked(term), key):
        raise no_key(key, term)
    current = get(term, key)
    return updated(term, key, current, fun(current))


def updated(term: Map, key: Any, current: Any, answer: Any) -> Any:
    """Return what a function that gets and updates said of the value of a key, and the map after it."""
    if answer is POP:
        return (current, delete(term, key))
    if answer.__class__ is not tuple or len(answer) != 2:
        message = f"the given function must return a two-element tuple or :pop, got: {inspect(answer)}"
        raise error("RuntimeError", message=message)
    return (answer[0], put(term, key, answer[1]))


def pop_2(term: Any, key: Any) -> Any:
    """Return the value of the key, or nil, and the map without it."""
    return (get(checked(term), key, NIL), delete(term, key))


def pop_3(term: Any, key: Any, default: Any) -> Any:
    """Return the value of the key, or *default*, and the map without it."""
    return (get(checked(term), key, default), delete(term, key))


def pop_or_raise(term: Any, key: Any) -> Any:
    """Return the value of the key and the map without it. Raises ``KeyError``."""
    if not has(checked(term), key):
        raise error("KeyError", key=key, term=term)
    return (get(term, key), delete(term, key))


def pop_lazy(term: Any, key: Any, fun: Fun) -> Any:
    """Return the value of the key, or what *fun* gives, and the map without it."""
    if not has(checked(term), key):
        return (fun(), term)
    return (get(term, key), delete(term, key))


def filter_(term: Any, fun: Fun) -> Any:
    """Return the map of the pairs for which *fun* gives something true."""
    return from_pairs(
        [pair for pair in folded_pairs(checked(term)) if (kept := fun(pair)) is not FALSE and kept is not NIL]
    )


def reject(term: Any, fun: Fun) -> Any:
    """Return the map of the pairs for which *fun* gives nil or false."""
    return from_pairs([pair for pair in folded_pairs(checked(term)) if (gone := fun(pair)) is FALSE or gone is NIL])


def map_(term: Any, fun: Fun) -> Any:
    """Return the map with what *fun* gives for each pair in the place of its value."""
    return from_pairs([(pair[0], fun(pair)) for pair in pairs(checked(term))])


def equal(left: Any, right: Any) -> Any:
    """Return whether two maps are the same, strictly."""
    if left.__class__ is not Map or right.__class__ is not Map:
        raise function_clause("Map", "equal?", 2, [left, right])
    return TRUE if strict_equal(left, right) else FALSE


TABLE = {
    "new/0": new_0, "new/1": new_1, "new/2": new_2, "from_keys/2": from_keys, "from_struct/1": from_struct,
    "keys/1": keys, "values/1": values, "to_list/1": to_list, "size/1": size, "has_key?/2": has_key, "fetch/2": fetch,
    "fetch!/2": fetch_or_raise, "get/2": get_2, "get/3": get_3, "get_lazy/3": get_lazy, "put/3": put_3,
    "put_new/3": put_new, "put_new_lazy/3": put_new_lazy, "replace/3": replace, "replace!/3": replace_or_raise,
    "replace_lazy/3": replace_lazy, "delete/2": delete_2, "drop/2": drop, "take/2": take, "split/2": split,
    "merge/2": merge_2, "merge/3": merge_3, "update/4": update, "update!/3": update_or_raise,
    "get_and_update/3": get_and_update, "get_and_update!/3": get_and_update_or_raise, "pop/2": pop_2, "pop/3": pop_3,
    "pop!/2": pop_or_raise, "pop_lazy/3": pop_lazy, "filter/2": filter_, "reject/2": reject, "map/2": map_,
    "equal?/2": equal,
}  # fmt: skip
FUNCTIONS = TABLE


def __getattr__(name: str) -> Any:
    return blocking(name, __name__)
