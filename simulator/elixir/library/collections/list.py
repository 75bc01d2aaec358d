"""``List``.

Source of the semantics: Elixir 1.14, the module ``List``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.collections.list_texts import FUNCTIONS_OF_LIST as TEXTS
from simulator.elixir.library.collections.lists_parts import flattened, keyed, place_of
from simulator.elixir.library.enum.order import ASC, ordered
from simulator.elixir.library.lazily import blocking
from simulator.elixir.runtime.errors import erlang, error, function_clause
from simulator.elixir.runtime.values.counted import count as count_items
from simulator.elixir.runtime.values.counted import parts, to_list
from simulator.elixir.runtime.values.enumerable import FALSE, NIL, TRUE, Fun, listed
from simulator.kernel.words.errors import badarg
from simulator.terms import Atom, inspect
from simulator.terms.lists import EMPTY, NotAList, from_list, is_list
from simulator.terms.maps import strict_equal


def checked(term: Any, name: str, arity: int, *args: Any) -> list[Any]:
    """Return the elements of a list; raise ``FunctionClauseError`` for anything else."""
    if not is_list(term):
        raise function_clause("List", name, arity, [term, *args])
    try:
        return to_list(term)
    except NotAList:
        raise function_clause("List", name, arity, [term, *args]) from None


def first_1(term: Any) -> Any:
    """Return the first element, or nil."""
    return first_2(term, NIL)


def first_2(term: Any, default: Any) -> Any:
    """Return the first element, or *default*."""
    if not is_list(term):
        raise function_clause("List", "first", 2, [term, default])
    items, _ = parts(term)
    return items[0] if items else default


def last_1(term: Any) -> Any:
    """Return the last element, or nil."""
    return last_2(term, NIL)


def last_2(term: Any, default: Any) -> Any:
    """Return the last element, or *default*."""
    if not is_list(term):
        raise erlang((Atom("case_clause"), (term, default)))
    items = checked(term, "last", 2, default)
    return items[-1] if items else default


def delete(term: Any, element: Any) -> Any:
    """Return the list without the first element that is strictly equal."""
    items = checked(term, "delete", 2, element)
    for index, item in enumerate(items):
        if strict_equal(item, element):
            return from_list(items[:index] + items[index + 1 :])
    return term


def duplicate(element: Any, count: Any) -> Any:
    """Return the list with *element*, *count* times."""
    if count.__class__ is not int or count < 0:
        raise function_clause(Atom("lists"), "duplicate", 2, [count, element])
    count_items(count)
    return from_list([element] * count)


def flatten_1(term: Any) -> Any:
    """Return the list of all elements of nested lists."""
    return from_list(flattened(term))


def flatten_2(term: Any, tail: Any) -> Any:
    """Return the list of all elements of nested lists, and then *tail*."""
    return from_list(flattened(term), tail)


def foldl(term: Any, acc: Any, fun: Fun) -> Any:
    """Reduce from the left."""
    for item in checked(term, "foldl", 3, acc, fun):
        acc = fun(item, acc)
    return acc


def foldr(term: Any, acc: Any, fun: Fun) -> Any:
    """Reduce from the right."""
    for item in reversed(checked(term, "foldr", 3, acc, fun)):
        acc = fun(item, acc)
    return acc


def wrap(term: Any) -> Any:
    """Return a list as it is, nothing for nil, else the list of *term*."""
    if term is NIL:
        return EMPTY
    return term if is_list(term) else from_list([term])


def zip_(terms: Any) -> Any:
    """Return the list of tuples of elements of all the lists."""
    columns = [checked(term, "to_list", 1) for term in listed(terms)]
    return from_list(list(zip(*columns, strict=False)))


def insert_at(term: Any, index: Any, value: Any) -> Any:
    """Return the list with *value* at *index*; negative ones count from behind the end."""
    items = checked(term, "insert_at", 3, index, value)
    _integer(index, "insert_at", 3, term, index, value)
    place = index if index >= 0 else max(len(items) + index + 1, 0)
    return from_list([*items[:place], value, *items[place:]])


def delete_at(term: Any, index: Any) -> Any:
    """Return the list without the element at *index*."""
    items = _walked(term, index)
    place = _place(items, index, "delete_at", 2, term, index)
    return term if place is None else from_list(items[:place] + items[place + 1 :])


def replace_at(term: Any, index: Any, value: Any) -> Any:
    """Return the list with *value* instead of the element at *index*."""
    items = checked(term, "replace_at", 3, index, value)
    place = _place(items, index, "replace_at", 3, term, index, value)
    return term if place is None else from_list([*items[:place], value, *items[place + 1 :]])


def update_at(term: Any, index: Any, fun: Fun) -> Any:
    """Return the list with what *fun* gives for the element at *index*."""
    items = checked(term, "update_at", 3, index, fun)
    place = _place(items, index, "update_at", 3, term, index, fun)
    return term if place is None else from_list([*items[:place], fun(items[place]), *items[place + 1 :]])


def pop_at_2(term: Any, index: Any) -> Any:
    """Return the element at *index*, or nil, and the list without it."""
    return pop_at_3(term, index, NIL)


def pop_at_3(term: Any, index: Any, default: Any) -> Any:
    """Return the element at *index*, or *default*, and the list without it."""
    items = _walked(term, index)
    place = _place(items, index, "pop_at", 3, term, index, default)
    return (default, term) if place is None else (items[place], from_list(items[:place] + items[place + 1 :]))


def _walked(term: Any, index: Any) -> list[Any]:
    """Return the elements of the list that ``do_pop_at/4`` walks."""
    if is_list(term) or index.__class__ is not int:
        return checked(term, "do_pop_at", 4, index, EMPTY)
    if index < 0:
        raise badarg(1, "not a list")
    raise function_clause("List", "do_pop_at", 4, [term, index, NIL, EMPTY])


def _integer(index: Any, name: str, arity: int, *args: Any) -> None:
    if index.__class__ is not int:
        raise function_clause("List", name, arity, args)


def _place(items: list[Any], index: Any, name: str, arity: int, *args: Any) -> int | None:
    """Return the place that *index* is, from 0; None if there is none."""
    _integer(index, name, arity, *args)
    place: int = index if index >= 0 else len(items) + index
    return place if 0 <= place < len(items) else None


def keyfind_3(term: Any, key: Any, position: Any) -> Any:
    """Return the first tuple with *key* at *position*, or nil."""
    return keyfind_4(term, key, position, NIL)


def keyfind_4(term: Any, key: Any, position: Any, default: Any) -> Any:
    """Return the first tuple with *key* at *position*, or *default*."""
    items = keyed(term, position, 1)
    place = place_of(items, key, position)
    return default if place is None else items[place]


def keyfind_or_raise(term: Any, key: Any, position: Any) -> Any:
    """Return the first tuple with *key* at *position*. Raises ``KeyError``."""
    items = keyed(term, position, 1)
    place = place_of(items, key, position)
    if place is None:
        shown = f"key {inspect(key)} at position {position} not found in: {inspect(term)}"
        raise error("KeyError", key=key, term=term, message=shown)
    return items[place]


def keymember(term: Any, key: Any, position: Any) -> Any:
    """Return whether there is a tuple with *key* at *position*."""
    return FALSE if place_of(keyed(term, position, 1), key, position) is None else TRUE


def keyreplace(term: Any, key: Any, position: Any, value: Any) -> Any:
    """Return the list with *value* instead of the first tuple with *key* at *position*."""
    items = keyed(term, position, 1)
    place = place_of(items, key, position)
    return term if place is None else from_list([*items[:place], value, *items[place + 1 :]])


def keystore(term: Any, key: Any, position: Any, value: Any) -> Any:
    """Return the list with *value* instead of the first tuple with *key* at *position*, or at its end."""
    items = keyed(term, position, 1)
    place = place_of(items, key, position)
    return from_list([*items, value] if place is None else [*items[:place], value, *items[place + 1 :]])


def keydelete(term: Any, key: Any, position: Any) -> Any:
    """Return the list without the first tuple with *key* at *position*."""
    items = keyed(term, position, 1)
    place = place_of(items, key, position)
    return term if place is None else from_list(items[:place] + items[place + 1 :])


def keytake(term: Any, key: Any, position: Any) -> Any:
    """Return the first tuple with *key* at *position* and the list without it, or nil."""
    items = keyed(term, position, 1)
    place = place_of(items, key, position)
    return NIL if place is None else (items[place], from_list(items[:place] + items[place + 1 :]))


def keysort_2(term: Any, position: Any) -> Any:
    """Return the list sorted by the elements at *position*."""
    return keysort_3(term, position, ASC)


def keysort_3(term: Any, position: Any, sorter: Any) -> Any:
    """Return the list sorted by the elements at *position*, as *sorter* says."""
    if position.__class__ is not int or position < 0:
        raise function_clause("List", "keysort", 3, [term, position, sorter])
    items = checked(term, "keysort", 3, position, sorter)
    for item in items:
        if item.__class__ is not tuple or len(item) <= position:
            raise badarg(1, "not a list of tuples")
    return from_list(ordered(items, [item[position] for item in items], sorter))


def to_tuple(term: Any) -> Any:
    """Return the tuple of the elements."""
    try:
        return tuple(to_list(term))
    except NotAList:
        raise badarg(1, "not a list") from None


def is_improper(term: Any) -> Any:
    """Return whether the list does not end in the empty list."""
    if not is_list(term):
        raise function_clause("List", "improper?", 1, [term])
    return FALSE if parts(term)[1] is EMPTY else TRUE


def starts_with(term: Any, prefix: Any) -> Any:
    """Return whether the list begins with the elements of *prefix*."""
    if not is_list(term) or not is_list(prefix):
        raise function_clause("List", "starts_with?", 2, [term, prefix])
    items, begin = to_list(term), to_list(prefix)
    same = len(items) >= len(begin) and all(map(strict_equal, items, begin))
    return TRUE if same else FALSE


TABLE = {
    "first/1": first_1, "first/2": first_2, "last/1": last_1, "last/2": last_2, "delete/2": delete,
    "duplicate/2": duplicate, "flatten/1": flatten_1, "flatten/2": flatten_2, "foldl/3": foldl, "foldr/3": foldr,
    "wrap/1": wrap, "zip/1": zip_, "insert_at/3": insert_at, "delete_at/2": delete_at, "replace_at/3": replace_at,
    "update_at/3": update_at, "pop_at/2": pop_at_2, "pop_at/3": pop_at_3, "keyfind/3": keyfind_3,
    "keyfind/4": keyfind_4, "keyfind!/3": keyfind_or_raise, "keymember?/3": keymember, "keyreplace/4": keyreplace,
    "keystore/4": keystore, "keydelete/3": keydelete, "keytake/3": keytake, "keysort/2": keysort_2,
    "keysort/3": keysort_3, "to_tuple/1": to_tuple, "improper?/1": is_improper, "starts_with?/2": starts_with,
}  # fmt: skip
FUNCTIONS = {**TABLE, **TEXTS}


def __getattr__(name: str) -> Any:
    return blocking(name, __name__)
