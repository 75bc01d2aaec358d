"""Made by ``simulator.elixir.library.twins`` from ``enum/walks.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.enum.walks import OK, _BADMATCH, _CASE_CLAUSE, text_of
from simulator.elixir.runtime.errors import erlang, error, function_clause
from simulator.elixir.runtime.values.enumerable import CONT, FALSE, Fun, HALT, NIL, fold_steps, listed_blocking, steps
from simulator.elixir.runtime.values.walking import Pending, Steps, killed
from simulator.terms.lists import from_list, is_list
from types import GeneratorType
from typing import Any

def map_(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of what *fun* gives for each element."""
    found1 = []
    source3 = fold_steps(enum)
    try:
        for item in source3:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            found1.append((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)
    finally:
        if source3.__class__ is Steps and (not killed()):
            yield from source3.halt()
    return from_list(found1)

def filter_(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of the elements for which *fun* gives something true."""
    found1 = []
    source3 = fold_steps(enum)
    try:
        for item in source3:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if (kept := ((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)) is not FALSE and kept is not NIL:
                found1.append(item)
    finally:
        if source3.__class__ is Steps and (not killed()):
            yield from source3.halt()
    return from_list(found1)

def reject(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of the elements for which *fun* gives nil or false."""
    found1 = []
    source3 = fold_steps(enum)
    try:
        for item in source3:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if (gone := ((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)) is FALSE or gone is NIL:
                found1.append(item)
    finally:
        if source3.__class__ is Steps and (not killed()):
            yield from source3.halt()
    return from_list(found1)

def filter_map(enum: Any, fun: Fun, mapper: Fun) -> Generator[Any, Any, Any]:
    """Return the list of what *mapper* gives for the elements that *fun* keeps."""
    found1 = []
    source4 = fold_steps(enum)
    try:
        for item in source4:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if (kept := ((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)) is not FALSE and kept is not NIL:
                found1.append((yield from result3) if (result3 := mapper(item)).__class__ is GeneratorType else result3)
    finally:
        if source4.__class__ is Steps and (not killed()):
            yield from source4.halt()
    return from_list(found1)

def each(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Call *fun* with each element; return ``:ok``."""
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            (yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return OK

def reduce_3(enum: Any, acc: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return what *fun* makes of all elements, one after the other."""
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            acc = (yield from result1) if (result1 := fun(item, acc)).__class__ is GeneratorType else result1
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return acc

def reduce_2(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Reduce, with the first element to begin with. Raises ``Enum.EmptyError``."""
    started = False
    acc: Any = None
    source2 = steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if started:
                acc = (yield from result1) if (result1 := fun(item, acc)).__class__ is GeneratorType else result1
            else:
                acc = item
                started = True
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    if not started:
        raise error('Enum.EmptyError')
    return acc

def reduce_while(enum: Any, acc: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Reduce as long as *fun* says ``{:cont, acc}``; end with what it has when it says ``{:halt, acc}``."""
    source2 = steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            step = (yield from result1) if (result1 := fun(item, acc)).__class__ is GeneratorType else result1
            if step.__class__ is not tuple or len(step) != 2:
                raise function_clause('Enumerable.List', 'reduce', 3, [enum, step, fun])
            acc = step[1]
            if step[0] is HALT:
                return acc
            if step[0] is not CONT:
                raise function_clause('Enumerable.List', 'reduce', 3, [enum, step, fun])
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return acc

def flat_map(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of all elements of what *fun* gives for each element."""
    found: list[Any] = []
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            found += (yield from listed_blocking((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1))
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return from_list(found)

def flat_map_reduce(enum: Any, acc: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Map and reduce at once, each step giving any number of elements; ``{:halt, acc}`` ends it."""
    found: list[Any] = []
    source2 = steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            step = (yield from result1) if (result1 := fun(item, acc)).__class__ is GeneratorType else result1
            if step.__class__ is not tuple or len(step) != 2:
                raise erlang((_CASE_CLAUSE, step))
            acc = step[1]
            if step[0] is HALT:
                break
            found += (yield from listed_blocking(step[0]))
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return (from_list(found), acc)

def map_reduce(enum: Any, acc: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Map and reduce at once: *fun* gives ``{element, acc}``."""
    found: list[Any] = []
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            step = (yield from result1) if (result1 := fun(item, acc)).__class__ is GeneratorType else result1
            if step.__class__ is not tuple or len(step) != 2:
                raise erlang((_BADMATCH, step))
            found.append(step[0])
            acc = step[1]
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return (from_list(found), acc)

def map_every(enum: Any, nth: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list in which every *nth* element, from the first on, is what *fun* gives for it."""
    if nth.__class__ is not int or nth < 0:
        raise function_clause('Enum', 'map_every', 3, [enum, nth, fun])
    found: list[Any] = []
    index = 0
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            found.append(((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1) if nth and index % nth == 0 else item)
            index += 1
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return from_list(found)

def map_join_2(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the text of what *fun* gives for each element."""
    found1 = []
    source3 = fold_steps(enum)
    try:
        for item in source3:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            found1.append((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)
    finally:
        if source3.__class__ is Steps and (not killed()):
            yield from source3.halt()
    return text_of(found1, '')

def map_join_3(enum: Any, joiner: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the text of what *fun* gives for each element, with *joiner* between."""
    if joiner.__class__ is not str and joiner.__class__ is not bytes:
        raise function_clause('Enum', 'map_join', 3, [enum, joiner, fun])
    found1 = []
    source3 = fold_steps(enum)
    try:
        for item in source3:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            found1.append((yield from result2) if (result2 := fun(item)).__class__ is GeneratorType else result2)
    finally:
        if source3.__class__ is Steps and (not killed()):
            yield from source3.halt()
    return text_of(found1, joiner)

def join_1(enum: Any) -> Generator[Any, Any, Any]:
    """Return the text of all elements."""
    return text_of((yield from listed_blocking(enum)), '')

def join_2(enum: Any, joiner: Any) -> Generator[Any, Any, Any]:
    """Return the text of all elements, with *joiner* between."""
    if joiner.__class__ is not str and joiner.__class__ is not bytes:
        raise function_clause('Enum', 'join', 2, [enum, joiner])
    return text_of((yield from listed_blocking(enum)), joiner)

def map_intersperse(enum: Any, separator: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of what *fun* gives for each element, with *separator* between."""
    found: list[Any] = []
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            found.append((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)
            found.append(separator)
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return from_list(found[:-1])

def intersperse(enum: Any, separator: Any) -> Generator[Any, Any, Any]:
    """Return the list of the elements with *separator* between."""
    found: list[Any] = []
    source1 = fold_steps(enum)
    try:
        for item in source1:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            found.append(item)
            found.append(separator)
    finally:
        if source1.__class__ is Steps and (not killed()):
            yield from source1.halt()
    return from_list(found[:-1])

def scan_2(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of what *fun* gives for each element and what it gave before, beginning with the first."""
    found: list[Any] = []
    acc: Any = None
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            acc = ((yield from result1) if (result1 := fun(item, acc)).__class__ is GeneratorType else result1) if found else item
            found.append(acc)
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return from_list(found)

def scan_3(enum: Any, acc: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the list of what *fun* gives for each element and what it gave before."""
    found: list[Any] = []
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            acc = (yield from result1) if (result1 := fun(item, acc)).__class__ is GeneratorType else result1
            found.append(acc)
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return from_list(found)

def to_list(enum: Any) -> Generator[Any, Any, Any]:
    """Return the list of all elements."""
    if is_list(enum):
        return enum
    return from_list((yield from listed_blocking(enum)))

def with_index_1(enum: Any) -> Generator[Any, Any, Any]:
    """Return the list of pairs of an element and its index."""
    found1 = []
    for index, item in enumerate((yield from listed_blocking(enum, True))):
        found1.append((item, index))
    return from_list(found1)

def with_index_2(enum: Any, fun_or_offset: Any) -> Generator[Any, Any, Any]:
    """Return the list of pairs of an element and its index from an offset; or of what a function gives for both."""
    if fun_or_offset.__class__ is int:
        found1 = []
        for index, item in enumerate((yield from listed_blocking(enum, True)), fun_or_offset):
            found1.append((item, index))
        return from_list(found1)
    if not callable(fun_or_offset):
        raise function_clause('Enum', 'with_index', 2, [enum, fun_or_offset])
    fun: Fun = fun_or_offset
    found: list[Any] = []
    source3 = fold_steps(enum)
    try:
        for item in source3:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            found.append((yield from result2) if (result2 := fun(item, len(found))).__class__ is GeneratorType else result2)
    finally:
        if source3.__class__ is Steps and (not killed()):
            yield from source3.halt()
    return from_list(found)

def concat_1(enums: Any) -> Generator[Any, Any, Any]:
    """Return the list of the elements of all the enumerables in *enums*."""
    found: list[Any] = []
    source1 = steps(enums)
    try:
        for enum in source1:
            if enum.__class__ is Pending:
                yield from enum.settle()
                continue
            found += (yield from listed_blocking(enum, True))
    finally:
        if source1.__class__ is Steps and (not killed()):
            yield from source1.halt()
    return from_list(found)

def concat_2(left: Any, right: Any) -> Generator[Any, Any, Any]:
    """Return the list of the elements of *left* and then *right*."""
    if is_list(right):
        return from_list((yield from listed_blocking(left, True)), right)
    return from_list([*(yield from listed_blocking(left, True)), *(yield from listed_blocking(right, True))])
TABLE = {'map/2': map_, 'filter/2': filter_, 'reject/2': reject, 'filter_map/3': filter_map, 'each/2': each, 'reduce/2': reduce_2, 'reduce/3': reduce_3, 'reduce_while/3': reduce_while, 'flat_map/2': flat_map, 'flat_map_reduce/3': flat_map_reduce, 'map_reduce/3': map_reduce, 'map_every/3': map_every, 'map_join/2': map_join_2, 'map_join/3': map_join_3, 'join/1': join_1, 'join/2': join_2, 'map_intersperse/3': map_intersperse, 'intersperse/2': intersperse, 'scan/2': scan_2, 'scan/3': scan_3, 'to_list/1': to_list, 'with_index/1': with_index_1, 'with_index/2': with_index_2, 'concat/1': concat_1, 'concat/2': concat_2}
