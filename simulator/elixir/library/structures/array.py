"""``:array``, represented by ``{:array, size, fixed, default, elements}`` with a map of the elements that are set.

Source of the semantics: Erlang/OTP 25, the module ``array``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.lazily import blocking
from simulator.elixir.runtime.errors import erlang
from simulator.elixir.runtime.values.counted import count, to_list
from simulator.elixir.runtime.values.enumerable import FALSE, TRUE, Fun
from simulator.terms import Atom
from simulator.terms.lists import from_list, is_list
from simulator.terms.maps import EMPTY_MAP, Map, delete, put
from simulator.terms.maps import get as value_of

ARRAY, UNDEFINED, _BADARG = Atom("array"), Atom("undefined"), Atom("badarg")
_FIXED, _SIZE, _DEFAULT = Atom("fixed"), Atom("size"), Atom("default")


def made(size: int, fixed: Any, default: Any, elements: Map) -> Any:
    """Return an array."""
    return (ARRAY, size, fixed, default, elements)


def items_of(array: Any) -> list[Any]:
    """Return all elements."""
    count(array[1])
    return [value_of(array[4], index, array[3]) for index in range(array[1])]


def new_0() -> Any:
    """Return the empty array, which grows."""
    return made(0, FALSE, UNDEFINED, EMPTY_MAP)


def from_orddict(pairs: Any) -> Any:
    """Return the array with elements at these indices."""
    return from_orddict_or(pairs, UNDEFINED)


def from_orddict_or(pairs: Any, default: Any) -> Any:
    """Return the array with elements at these indices, and a default at the others."""
    elements, size = EMPTY_MAP, 0
    for index, value in to_list(pairs):
        elements, size = put(elements, index, value), index + 1
    return made(size, FALSE, default, elements)


def resize_0(array: Any) -> Any:
    """Return the array without what is unset at its end."""
    used = [index for index, each in enumerate(items_of(array)) if each != array[3]]
    return made(used[-1] + 1 if used else 0, array[2], array[3], array[4])


def new_1(options: Any) -> Any:
    """Return an array of a fixed size, or one with options."""
    given = to_list(options) if is_list(options) else [options]
    size, fixed, default = 0, FALSE, UNDEFINED
    for each in given:
        if each.__class__ is int:
            size, fixed = each, TRUE
        elif each is _FIXED:
            fixed = TRUE
        elif each.__class__ is tuple and each[0] is _SIZE:
            size, fixed = each[1], TRUE
        elif each.__class__ is tuple and each[0] is _FIXED:
            fixed = each[1]
        elif each.__class__ is tuple and each[0] is _DEFAULT:
            default = each[1]
    return made(size, fixed, default, EMPTY_MAP)


def new_2(size: Any, options: Any) -> Any:
    """Return an array of a size, with options."""
    _, _, fixed, default, _ = new_1(options)
    return made(size, TRUE if fixed is TRUE or not is_list(options) else fixed, default, EMPTY_MAP)


def from_list_1(term: Any) -> Any:
    """Return the array of the elements of a list."""
    return from_list_2(term, UNDEFINED)


def from_list_2(term: Any, default: Any) -> Any:
    """Return the array of the elements of a list, with *default* for the others."""
    items = to_list(term)
    return made(len(items), FALSE, default, Map(dict(enumerate(items))))


def size(array: Any) -> Any:
    """Return the number of elements."""
    return array[1]


def is_array(term: Any) -> Any:
    """Return whether *term* is an array."""
    return TRUE if term.__class__ is tuple and len(term) == 5 and term[0] is ARRAY else FALSE


def get(index: Any, array: Any) -> Any:
    """Return the element at *index*, the default one if it is not set."""
    if index.__class__ is not int or index < 0 or (index >= array[1] and array[2] is TRUE):
        raise erlang(_BADARG)
    return value_of(array[4], index, array[3])


def set_(index: Any, value: Any, array: Any) -> Any:
    """Return the array with *value* at *index*."""
    if index.__class__ is not int or index < 0 or (index >= array[1] and array[2] is TRUE):
        raise erlang(_BADARG)
    return made(max(array[1], index + 1), array[2], array[3], put(array[4], index, value))


def reset(index: Any, array: Any) -> Any:
    """Return the array with the default element at *index*."""
    return made(array[1], array[2], array[3], delete(array[4], index))


def default(array: Any) -> Any:
    """Return the element for what is not set."""
    return array[3]


def to_list_1(array: Any) -> Any:
    """Return the list of all elements."""
    return from_list(items_of(array))


def sparse_items(array: Any) -> list[Any]:
    """Return the elements that are not the default, each as ``{index, element}``."""
    return [(index, each) for index, each in enumerate(items_of(array)) if each != array[3]]


def to_orddict(array: Any) -> Any:
    """Return all elements, each as ``{index, element}``."""
    return from_list(list(enumerate(items_of(array))))


def sparse_to_orddict(array: Any) -> Any:
    """Return the elements that are not the default, each as ``{index, element}``."""
    return from_list(sparse_items(array))


def sparse_to_list(array: Any) -> Any:
    """Return the elements that are not the default."""
    return from_list([each for _, each in sparse_items(array)])


def sparse_size(array: Any) -> int:
    """Return the size up to the last element that is not the default."""
    used = sparse_items(array)
    return used[-1][0] + 1 if used else 0


def is_fix(array: Any) -> Any:
    """Return whether the size is fixed."""
    return array[2]


def resize(size: Any, array: Any) -> Any:
    """Return the array with this size."""
    kept = [(index, each) for index, each in sparse_items(array) if index < size]
    return made(size, array[2], array[3], Map(dict(kept)))


def fix(array: Any) -> Any:
    """Return the array with a fixed size."""
    return made(array[1], TRUE, array[3], array[4])


def relax(array: Any) -> Any:
    """Return the array, which grows."""
    return made(array[1], FALSE, array[3], array[4])


def foldl(fun: Fun, acc: Any, array: Any) -> Any:
    """Reduce over indexes and elements from the left."""
    index = 0
    for item in items_of(array):
        acc = fun(index, item, acc)
        index += 1
    return acc


def foldr(fun: Fun, acc: Any, array: Any) -> Any:
    """Reduce over indexes and elements from the right."""
    index = array[1]
    for item in reversed(items_of(array)):
        index -= 1
        acc = fun(index, item, acc)
    return acc


def map_(fun: Fun, array: Any) -> Any:
    """Return the array of what *fun* gives for each index and element."""
    items = items_of(array)
    changed = [fun(index, items[index]) for index in range(len(items))]
    return made(array[1], array[2], array[3], Map(dict(enumerate(changed))))


TABLE = {
    "from_orddict/1": from_orddict, "from_orddict/2": from_orddict_or, "resize/1": resize_0,
    "new/0": new_0, "new/1": new_1, "new/2": new_2, "from_list/1": from_list_1, "from_list/2": from_list_2,
    "size/1": size, "is_array/1": is_array, "get/2": get, "set/3": set_, "reset/2": reset, "default/1": default,
    "to_list/1": to_list_1, "to_orddict/1": to_orddict, "sparse_to_orddict/1": sparse_to_orddict,
    "sparse_to_list/1": sparse_to_list, "sparse_size/1": sparse_size, "is_fix/1": is_fix, "resize/2": resize,
    "fix/1": fix, "relax/1": relax, "foldl/3": foldl, "foldr/3": foldr, "map/2": map_,
}  # fmt: skip
FUNCTIONS = TABLE


def __getattr__(name: str) -> Any:
    return blocking(name, __name__)
