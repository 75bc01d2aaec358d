"""``Enum``: walking through all elements, or up to the one that decides.

Source of the semantics: Elixir 1.14, the module ``Enum``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.errors import erlang, error, function_clause
from simulator.elixir.runtime.values.enumerable import (
    CONT,
    FALSE,
    HALT,
    NIL,
    Fun,
    fold,
    listed,
    walk,
)
from simulator.elixir.runtime.values.texts import to_text
from simulator.terms import Atom
from simulator.terms.bits import binary
from simulator.terms.lists import from_list, is_list

OK, ERROR = Atom("ok"), Atom("error")
_CASE_CLAUSE, _BADMATCH = Atom("case_clause"), Atom("badmatch")
_MAP = Atom("map")


def map_(enum: Any, fun: Fun) -> Any:
    """Return the list of what *fun* gives for each element."""
    return from_list([fun(item) for item in fold(enum)])


def filter_(enum: Any, fun: Fun) -> Any:
    """Return the list of the elements for which *fun* gives something true."""
    return from_list([item for item in fold(enum) if (kept := fun(item)) is not FALSE and kept is not NIL])


def reject(enum: Any, fun: Fun) -> Any:
    """Return the list of the elements for which *fun* gives nil or false."""
    return from_list([item for item in fold(enum) if (gone := fun(item)) is FALSE or gone is NIL])


def filter_map(enum: Any, fun: Fun, mapper: Fun) -> Any:
    """Return the list of what *mapper* gives for the elements that *fun* keeps."""
    return from_list([mapper(item) for item in fold(enum) if (kept := fun(item)) is not FALSE and kept is not NIL])


def each(enum: Any, fun: Fun) -> Any:
    """Call *fun* with each element; return ``:ok``."""
    for item in fold(enum):
        fun(item)
    return OK


def reduce_3(enum: Any, acc: Any, fun: Fun) -> Any:
    """Return what *fun* makes of all elements, one after the other."""
    for item in fold(enum):
        acc = fun(item, acc)
    return acc


def reduce_2(enum: Any, fun: Fun) -> Any:
    """Reduce, with the first element to begin with. Raises ``Enum.EmptyError``."""
    started = False
    acc: Any = None
    for item in walk(enum):
        if started:
            acc = fun(item, acc)
        else:
            acc = item
            started = True
    if not started:
        raise error("Enum.EmptyError")
    return acc


def reduce_while(enum: Any, acc: Any, fun: Fun) -> Any:
    """Reduce as long as *fun* says ``{:cont, acc}``; end with what it has when it says ``{:halt, acc}``."""
    for item in walk(enum):
        step = fun(item, acc)
        if step.__class__ is not tuple or len(step) != 2:
            raise function_clause("Enumerable.List", "reduce", 3, [enum, step, fun])
        acc = step[1]
        if step[0] is HALT:
            return acc
        if step[0] is not CONT:
            raise function_clause("Enumerable.List", "reduce", 3, [enum, step, fun])
    return acc


def flat_map(enum: Any, fun: Fun) -> Any:
    """Return the list of all elements of what *fun* gives for each element."""
    found: list[Any] = []
    for item in fold(enum):
        found += listed(fun(item))
    return from_list(found)


def flat_map_reduce(enum: Any, acc: Any, fun: Fun) -> Any:
    """Map and reduce at once, each step giving any number of elements; ``{:halt, acc}`` ends it."""
    found: list[Any] = []
    for item in walk(enum):
        step = fun(item, acc)
        if step.__class__ is not tuple or len(step) != 2:
            raise erlang((_CASE_CLAUSE, step))
        acc = step[1]
        if step[0] is HALT:
            break
        found += listed(step[0])
    return (from_list(found), acc)


def map_reduce(enum: Any, acc: Any, fun: Fun) -> Any:
    """Map and reduce at once: *fun* gives ``{element, acc}``."""
    found: list[Any] = []
    for item in fold(enum):
        step = fun(item, acc)
        if step.__class__ is not tuple or len(step) != 2:
            raise erlang((_BADMATCH, step))
        found.append(step[0])
        acc = step[1]
    return (from_list(found), acc)


def map_every(enum: Any, nth: Any, fun: Fun) -> Any:
    """Return the list in which every *nth* element, from the first on, is what *fun* gives for it."""
    if nth.__class__ is not int or nth < 0:
        raise function_clause("Enum", "map_every", 3, [enum, nth, fun])
    found: list[Any] = []
    index = 0
    for item in fold(enum):
        found.append(fun(item) if nth and index % nth == 0 else item)
        index += 1
    return from_list(found)


def map_join_2(enum: Any, fun: Fun) -> Any:
    """Return the text of what *fun* gives for each element."""
    return text_of([fun(item) for item in fold(enum)], "")


def map_join_3(enum: Any, joiner: Any, fun: Fun) -> Any:
    """Return the text of what *fun* gives for each element, with *joiner* between."""
    if joiner.__class__ is not str and joiner.__class__ is not bytes:
        raise function_clause("Enum", "map_join", 3, [enum, joiner, fun])
    return text_of([fun(item) for item in fold(enum)], joiner)


def join_1(enum: Any) -> Any:
    """Return the text of all elements."""
    return text_of(listed(enum), "")


def join_2(enum: Any, joiner: Any) -> Any:
    """Return the text of all elements, with *joiner* between."""
    if joiner.__class__ is not str and joiner.__class__ is not bytes:
        raise function_clause("Enum", "join", 2, [enum, joiner])
    return text_of(listed(enum), joiner)


def text_of(items: list[Any], joiner: Any) -> Any:
    """Return the text of *items*, with *joiner* between."""
    parts = [item if item.__class__ is str or item.__class__ is bytes else to_text(item) for item in items]
    try:
        return joiner.join(parts)
    except TypeError:  # some of them are not UTF-8
        raw = [part.encode() if part.__class__ is str else part for part in (joiner, *parts)]
        return binary(raw[0].join(raw[1:]))


def map_intersperse(enum: Any, separator: Any, fun: Fun) -> Any:
    """Return the list of what *fun* gives for each element, with *separator* between."""
    found: list[Any] = []
    for item in fold(enum):
        found.append(fun(item))
        found.append(separator)
    return from_list(found[:-1])


def intersperse(enum: Any, separator: Any) -> Any:
    """Return the list of the elements with *separator* between."""
    found: list[Any] = []
    for item in fold(enum):
        found.append(item)
        found.append(separator)
    return from_list(found[:-1])


def scan_2(enum: Any, fun: Fun) -> Any:
    """Return the list of what *fun* gives for each element and what it gave before, beginning with the first."""
    found: list[Any] = []
    acc: Any = None
    for item in fold(enum):
        acc = fun(item, acc) if found else item
        found.append(acc)
    return from_list(found)


def scan_3(enum: Any, acc: Any, fun: Fun) -> Any:
    """Return the list of what *fun* gives for each element and what it gave before."""
    found: list[Any] = []
    for item in fold(enum):
        acc = fun(item, acc)
        found.append(acc)
    return from_list(found)


def to_list(enum: Any) -> Any:
    """Return the list of all elements."""
    if is_list(enum):
        return enum
    return from_list(listed(enum))


def with_index_1(enum: Any) -> Any:
    """Return the list of pairs of an element and its index."""
    return from_list([(item, index) for index, item in enumerate(listed(enum, True))])


def with_index_2(enum: Any, fun_or_offset: Any) -> Any:
    """Return the list of pairs of an element and its index from an offset; or of what a function gives for both."""
    if fun_or_offset.__class__ is int:
        return from_list([(item, index) for index, item in enumerate(listed(enum, True), fun_or_offset)])
    if not callable(fun_or_offset):
        raise function_clause("Enum", "with_index", 2, [enum, fun_or_offset])
    fun: Fun = fun_or_offset
    found: list[Any] = []
    for item in fold(enum):
        found.append(fun(item, len(found)))
    return from_list(found)


def concat_1(enums: Any) -> Any:
    """Return the list of the elements of all the enumerables in *enums*."""
    found: list[Any] = []
    for enum in walk(enums):
        found += listed(enum, True)
    return from_list(found)


def concat_2(left: Any, right: Any) -> Any:
    """Return the list of the elements of *left* and then *right*."""
    if is_list(right):
        return from_list(listed(left, True), right)
    return from_list([*listed(left, True), *listed(right, True)])


TABLE = {
    "map/2": map_, "filter/2": filter_, "reject/2": reject, "filter_map/3": filter_map, "each/2": each,
    "reduce/2": reduce_2, "reduce/3": reduce_3, "reduce_while/3": reduce_while, "flat_map/2": flat_map,
    "flat_map_reduce/3": flat_map_reduce, "map_reduce/3": map_reduce, "map_every/3": map_every,
    "map_join/2": map_join_2, "map_join/3": map_join_3, "join/1": join_1, "join/2": join_2,
    "map_intersperse/3": map_intersperse, "intersperse/2": intersperse, "scan/2": scan_2, "scan/3": scan_3,
    "to_list/1": to_list, "with_index/1": with_index_1, "with_index/2": with_index_2, "concat/1": concat_1,
    "concat/2": concat_2,
}  # fmt: skip
