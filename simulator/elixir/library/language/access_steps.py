"""``Access``: the steps of paths that are functions, for ``get_in/2`` and its like.

A step is a generator function of what is to be done (``:get`` or ``:get_and_update``), the data, and what goes on.
Source of the semantics: Elixir 1.14, the module ``Access``.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from types import GeneratorType
from typing import Any

from simulator.elixir.runtime.errors import erlang, error, function_clause
from simulator.elixir.runtime.values.enumerable import FALSE, NIL, RANGE, Fun
from simulator.kernel.words.errors import badarg
from simulator.terms import Atom, inspect
from simulator.terms.lists import from_list, is_list, to_list
from simulator.terms.maps import Map, delete, get, has, put, struct_name

GET, POP = Atom("get"), Atom("pop")
_BADMAP = Atom("badmap")
Answer = Generator[Any, Any, Any]


def _went_on(result: Any) -> Answer:
    if result.__class__ is GeneratorType:
        return (yield from result)
    return result


def _fail(what: str, expected: str, data: Any) -> BaseException:
    return error("RuntimeError", message=f"Access.{what} expected {expected}, got: {inspect(data)}")


def _chosen(what: str, choose: Callable[[list[Any]], Any]) -> Any:
    """Return the step into those elements of a list whose indexes *choose* gives (it may wait)."""

    def step(op: Any, data: Any, next_step: Any) -> Answer:
        if not is_list(data):
            raise _fail(what, "a list", data)
        items = to_list(data)
        wanted = yield from _went_on(choose(items))
        got: list[Any] = []
        changed: list[Any] = []
        for index, item in enumerate(items):
            if index not in wanted:
                changed.append(item)
                continue
            answer = yield from _went_on(next_step(item))
            if op is GET:
                got.append(answer)
            elif answer is POP:
                got.append(item)
            else:
                got.append(answer[0])
                changed.append(answer[1])
        return from_list(got) if op is GET else (from_list(got), from_list(changed))

    return step


def all_() -> Any:
    """Return the step into all elements of a list."""
    return _chosen("all/0", lambda items: range(len(items)))


def filter_(fun: Fun) -> Any:
    """Return the step into the elements for which *fun* gives something true."""

    def choose(items: list[Any]) -> Answer:
        found: set[int] = set()
        for index, item in enumerate(items):
            kept = yield from _went_on(fun(item))
            if kept is not FALSE and kept is not NIL:
                found.add(index)
        return found

    return _chosen("filter/1", choose)


def slice_(where: Any) -> Any:
    """Return the step into the elements whose indexes are in a range."""
    from simulator.elixir.library.enum.picks import bounds

    if struct_name(where) is not RANGE:
        raise function_clause("Access", "slice", 1, [where])
    first, last, step = bounds(where)
    if step < 1:
        message = f"Access.slice/1 does not accept ranges with negative steps, got: {inspect(where)}"
        raise error("ArgumentError", message=message)

    def choose(items: list[Any]) -> Any:
        count = len(items)
        begin = first if first >= 0 else max(first + count, 0)
        end = last if last >= 0 else last + count
        return range(begin, min(end, count - 1) + 1, step)

    return _chosen("slice/1", choose)


def at(index: Any) -> Any:
    """Return the step into the element at *index*; nothing is changed if there is none."""
    return _at(index, "at/1", False)


def at_or_raise(index: Any) -> Any:
    """Return the step into the element at *index*. It raises ``Enum.OutOfBoundsError``."""
    return _at(index, "at!/1", True)


def _at(index: Any, what: str, needed: bool) -> Any:
    if index.__class__ is not int:
        raise function_clause("Access", what[:-2], 1, [index])

    def step(op: Any, data: Any, next_step: Any) -> Answer:
        if not is_list(data):
            raise _fail(what, "a list", data)
        items = to_list(data)
        place = index if index >= 0 else len(items) + index
        if not 0 <= place < len(items):
            if needed:
                raise error("Enum.OutOfBoundsError")
            return (yield from _went_on(next_step(NIL))) if op is GET else (NIL, data)
        answer = yield from _went_on(next_step(items[place]))
        if op is GET:
            return answer
        if answer is POP:
            return (items[place], from_list(items[:place] + items[place + 1 :]))
        return (answer[0], from_list([*items[:place], answer[1], *items[place + 1 :]]))

    return step


def elem(index: Any) -> Any:
    """Return the step into the element of a tuple at *index*."""
    if index.__class__ is not int or index < 0:
        raise function_clause("Access", "elem", 1, [index])

    def step(op: Any, data: Any, next_step: Any) -> Answer:
        if data.__class__ is not tuple:
            raise _fail("elem/1", "a tuple", data)
        if index >= len(data):
            raise badarg(1, "out of range")
        answer = yield from _went_on(next_step(data[index]))
        if op is GET:
            return answer
        if answer is POP:
            raise error("RuntimeError", message="cannot pop data from a tuple")
        return (answer[0], (*data[:index], answer[1], *data[index + 1 :]))

    return step


def key_1(key: Any) -> Any:
    """Return the step into the value of a key of a map or struct, or nil."""
    return key_2(key, NIL)


def key_2(key: Any, default: Any) -> Any:
    """Return the step into the value of a key of a map or struct, or *default*."""

    def step(op: Any, data: Any, next_step: Any) -> Answer:
        if data is not NIL and data.__class__ is not Map:
            raise erlang((_BADMAP, data))
        value = get(data, key, default) if data.__class__ is Map else default
        answer = yield from _went_on(next_step(value))
        return answer if op is GET else _changed(data, key, value, answer)

    return step


def key_or_raise(key: Any) -> Any:
    """Return the step into the value of a key of a map or struct. It raises ``KeyError``."""

    def step(op: Any, data: Any, next_step: Any) -> Answer:
        if data.__class__ is not Map:
            raise _fail("key!/1", "a map/struct", data)
        if not has(data, key):
            raise error("KeyError", key=key, term=data)
        value = get(data, key)
        answer = yield from _went_on(next_step(value))
        return answer if op is GET else _changed(data, key, value, answer)

    return step


def _changed(data: Any, key: Any, value: Any, answer: Any) -> Any:
    if answer is POP:
        return (value, delete(data, key))
    if data is NIL:
        raise erlang((_BADMAP, data))
    return (answer[0], put(data, key, answer[1]))


FUNCTIONS_OF_ACCESS = {
    "all/0": all_, "filter/1": filter_, "slice/1": slice_, "at/1": at, "at!/1": at_or_raise, "elem/1": elem,
    "key/1": key_1, "key/2": key_2, "key!/1": key_or_raise,
}  # fmt: skip
