"""Made by ``simulator.elixir.library.twins`` from ``enum/finds.py``: where arguments wait."""

from __future__ import annotations
from collections.abc import Generator
from simulator.elixir.library.enum.finds import OK, _MAP, _own
from simulator.elixir.library.enum.totals import product_of, sum_of
from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.values.enumerable import FALSE, Fun, MAP_SET, NIL, RANGE, TRUE, fold_steps, listed_blocking, range_of, steps
from simulator.elixir.runtime.values.ranges import length_of
from simulator.elixir.runtime.values.walking import Pending, Steps, killed
from simulator.terms.maps import Map, get, has, strict_equal, struct_name
from types import GeneratorType
from typing import Any

def all_1(enum: Any) -> Generator[Any, Any, Any]:
    """Return whether no element is nil or false."""
    source1 = steps(enum)
    try:
        for item in source1:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if item is FALSE or item is NIL:
                return FALSE
    finally:
        if source1.__class__ is Steps and (not killed()):
            yield from source1.halt()
    return TRUE

def all_2(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return whether *fun* gives something true for all elements."""
    source2 = steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if (found := ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)) is FALSE or found is NIL:
                return FALSE
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return TRUE

def any_1(enum: Any) -> Generator[Any, Any, Any]:
    """Return whether an element is true."""
    source1 = steps(enum)
    try:
        for item in source1:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if item is not FALSE and item is not NIL:
                return TRUE
    finally:
        if source1.__class__ is Steps and (not killed()):
            yield from source1.halt()
    return FALSE

def any_2(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return whether *fun* gives something true for an element."""
    source2 = steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if (found := ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)) is not FALSE and found is not NIL:
                return TRUE
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return FALSE

def find_2(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the first element for which *fun* gives something true, or nil."""
    source2 = steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if (found := ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)) is not FALSE and found is not NIL:
                return item
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return NIL

def find_3(enum: Any, default: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the first element for which *fun* gives something true, or *default*."""
    source2 = steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if (found := ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)) is not FALSE and found is not NIL:
                return item
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return default

def find_index(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the index of the first element for which *fun* gives something true, or nil."""
    index = 0
    source2 = steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if (found := ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)) is not FALSE and found is not NIL:
                return index
            index += 1
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return NIL

def find_value_2(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the first true value that *fun* gives, or nil."""
    source2 = steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if (found := ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)) is not FALSE and found is not NIL:
                return found
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return NIL

def find_value_3(enum: Any, default: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the first true value that *fun* gives, or *default*."""
    source2 = steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if (found := ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)) is not FALSE and found is not NIL:
                return found
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return default

def count_1(enum: Any) -> Generator[Any, Any, Any]:
    """Return the number of elements."""
    if enum.__class__ is Map:
        if struct_name(enum) is RANGE:
            return length_of(range_of(enum))
        told = _own(enum, 'count/1')
        if told is not None:
            count: Fun = told
            answer = (yield from result1) if (result1 := count(enum)).__class__ is GeneratorType else result1
            if answer.__class__ is tuple and answer[0] is OK:
                return answer[1]
    return len((yield from listed_blocking(enum)))

def count_2(enum: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Return the number of elements for which *fun* gives something true."""
    found = 0
    source2 = fold_steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if (kept := ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)) is not FALSE and kept is not NIL:
                found += 1
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return found

def count_until_2(enum: Any, limit: Any) -> Generator[Any, Any, Any]:
    """Return the number of elements, or *limit* if there are so many."""
    if limit.__class__ is not int or limit < 1:
        raise function_clause('Enum', 'count_until', 2, [enum, limit])
    found = 0
    source1 = steps(enum)
    try:
        for _ in source1:
            if _.__class__ is Pending:
                yield from _.settle()
                continue
            found += 1
            if found == limit:
                break
    finally:
        if source1.__class__ is Steps and (not killed()):
            yield from source1.halt()
    return found

def count_until_3(enum: Any, fun: Fun, limit: Any) -> Generator[Any, Any, Any]:
    """Return the number of elements for which *fun* gives something true, or *limit* if there are so many."""
    if limit.__class__ is not int or limit < 1:
        raise function_clause('Enum', 'count_until', 3, [enum, fun, limit])
    found = 0
    source2 = steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if (kept := ((yield from result1) if (result1 := fun(item)).__class__ is GeneratorType else result1)) is not FALSE and kept is not NIL:
                found += 1
                if found == limit:
                    break
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return found

def empty(enum: Any) -> Generator[Any, Any, Any]:
    """Return whether there is no element."""
    source1 = steps(enum)
    try:
        for _ in source1:
            if _.__class__ is Pending:
                yield from _.settle()
                continue
            return FALSE
    finally:
        if source1.__class__ is Steps and (not killed()):
            yield from source1.halt()
    return TRUE

def member(enum: Any, element: Any) -> Generator[Any, Any, Any]:
    """Return whether an element is strictly equal to *element*."""
    if enum.__class__ is Map:
        module = struct_name(enum)
        if module is RANGE:
            return TRUE if element.__class__ is int and element in range_of(enum) else FALSE
        if module is MAP_SET:
            return TRUE if has(get(enum, _MAP), element) else FALSE
        if module is None:
            if element.__class__ is not tuple or len(element) != 2 or (not has(enum, element[0])):
                return FALSE
            return TRUE if strict_equal(get(enum, element[0]), element[1]) else FALSE
        told = _own(enum, 'member?/2')
        if told is not None:
            is_member: Fun = told
            answer = (yield from result1) if (result1 := is_member(enum, element)).__class__ is GeneratorType else result1
            if answer.__class__ is tuple and answer[0] is OK:
                return answer[1]
    source2 = steps(enum)
    try:
        for item in source2:
            if item.__class__ is Pending:
                yield from item.settle()
                continue
            if strict_equal(item, element):
                return TRUE
    finally:
        if source2.__class__ is Steps and (not killed()):
            yield from source2.halt()
    return FALSE

def sum_(enum: Any) -> Generator[Any, Any, Any]:
    """Return the sum of the elements."""
    return sum_of(range_of(enum) if struct_name(enum) is RANGE else (yield from listed_blocking(enum)))

def product(enum: Any) -> Generator[Any, Any, Any]:
    """Return the product of the elements."""
    return product_of((yield from listed_blocking(enum)))
TABLE = {'all?/1': all_1, 'all?/2': all_2, 'any?/1': any_1, 'any?/2': any_2, 'find/2': find_2, 'find/3': find_3, 'find_index/2': find_index, 'find_value/2': find_value_2, 'find_value/3': find_value_3, 'count/1': count_1, 'count/2': count_2, 'count_until/2': count_until_2, 'count_until/3': count_until_3, 'empty?/1': empty, 'member?/2': member, 'sum/1': sum_, 'product/1': product}
