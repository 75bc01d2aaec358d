"""The stages of streams: each takes an iterator of elements and gives one.

Among the elements are :class:`Pending` ones, which go through every stage; what a stage's function gives may
have to be waited for, too. A stage that can end early gets the walk of what is before it, and closes it.
Source of the semantics: Elixir 1.14, the module ``Stream``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from types import GeneratorType
from typing import Any

from simulator.elixir.runtime.values.enumerable import FALSE, NIL, Fun
from simulator.elixir.runtime.values.walking import Pending, Walk, pend
from simulator.terms import Atom
from simulator.terms.maps import key_of, strict_equal

Stage = Callable[[Iterator[Any], Walk], Iterator[Any]]

_CASE_CLAUSE = Atom("case_clause")


def mapped(fun: Fun) -> Stage:
    """Give what *fun* gives for each element."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        for item in items:
            if item.__class__ is Pending:
                yield item
                continue
            result = fun(item)
            yield (yield from pend(result)) if result.__class__ is GeneratorType else result

    return run


def watched(fun: Fun) -> Stage:
    """Call *fun* with each element, and give the element."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        for item in items:
            if item.__class__ is not Pending:
                result = fun(item)
                if result.__class__ is GeneratorType:
                    yield from pend(result)
            yield item

    return run


def kept(fun: Fun, wanted: bool) -> Stage:
    """Give the elements for which *fun* gives something true, or those for which it does not."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        for item in items:
            if item.__class__ is Pending:
                yield item
                continue
            result = fun(item)
            if result.__class__ is GeneratorType:
                result = yield from pend(result)
            if (result is not FALSE and result is not NIL) is wanted:
                yield item

    return run


def mapped_every(nth: int, fun: Fun) -> Stage:
    """Give what *fun* gives for every *nth* element, and the others as they are."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        index = 0
        for item in items:
            if item.__class__ is Pending:
                yield item
                continue
            result = fun(item) if nth and index % nth == 0 else item
            index += 1
            yield (yield from pend(result)) if result.__class__ is GeneratorType else result

    return run


def first(count: int) -> Stage:
    """Give the first *count* elements, and close what is before."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        left = count
        if left:
            for item in items:
                yield item
                if item.__class__ is not Pending:
                    left -= 1
                    if not left:
                        break
        yield from pend(walk.close())

    return run


def last(count: int) -> Stage:
    """Give the last *count* elements, once there are no more."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        found: deque[Any] = deque(maxlen=count)
        for item in items:
            if item.__class__ is Pending:
                yield item
            else:
                found.append(item)
        yield from found

    return run


def every(nth: int, taken: bool) -> Stage:
    """Give every *nth* element, from the first on; or the others, if these are not *taken*."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        index = 0
        for item in items:
            if item.__class__ is Pending:
                yield item
                continue
            if (index % nth == 0 if nth else False) is taken:
                yield item
            index += 1

    return run


def while_(fun: Fun) -> Stage:
    """Give the elements before the first for which *fun* gives nil or false, and close what is before."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        for item in items:
            if item.__class__ is Pending:
                yield item
                continue
            result = fun(item)
            if result.__class__ is GeneratorType:
                result = yield from pend(result)
            if result is FALSE or result is NIL:
                break
            yield item
        yield from pend(walk.close())

    return run


def without_first(count: int) -> Stage:
    """Give the elements after the first *count*."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        left = count
        for item in items:
            if left and item.__class__ is not Pending:
                left -= 1
            else:
                yield item

    return run


def without_last(count: int) -> Stage:
    """Give the elements before the last *count*."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        ahead: deque[Any] = deque()
        for item in items:
            if item.__class__ is Pending:
                yield item
                continue
            ahead.append(item)
            if len(ahead) > count:
                yield ahead.popleft()

    return run


def from_first(fun: Fun) -> Stage:
    """Give the elements from the first on for which *fun* gives nil or false."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        dropping = True
        for item in items:
            if dropping and item.__class__ is not Pending:
                result = fun(item)
                if result.__class__ is GeneratorType:
                    result = yield from pend(result)
                if result is not FALSE and result is not NIL:
                    continue
                dropping = False
            yield item

    return run


def numbered(offset: int) -> Stage:
    """Give pairs of each element and its index."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        index = offset
        for item in items:
            if item.__class__ is Pending:
                yield item
            else:
                yield (item, index)
                index += 1

    return run


def unlike_last(fun: Fun | None) -> Stage:
    """Give the elements that do not equal the one before, by what *fun* gives for them."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        before: Any = run
        for item in items:
            if item.__class__ is Pending:
                yield item
                continue
            value = item if fun is None else fun(item)
            if value.__class__ is GeneratorType:
                value = yield from pend(value)
            if before is run or not strict_equal(before, value):
                yield item
            before = value

    return run


def unlike_all(fun: Fun | None) -> Stage:
    """Give the elements that do not equal one before, by what *fun* gives for them."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        seen: set[Any] = set()
        for item in items:
            if item.__class__ is Pending:
                yield item
                continue
            value = item if fun is None else fun(item)
            if value.__class__ is GeneratorType:
                value = yield from pend(value)
            key = key_of(value)
            if key not in seen:
                seen.add(key)
                yield item

    return run


def scanned(fun: Fun, acc: Any, seeded: bool) -> Stage:
    """Give what *fun* gives for each element and what it gave before."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        value, started = acc, seeded
        for item in items:
            if item.__class__ is Pending:
                yield item
                continue
            value = fun(item, value) if started else item
            started = True
            if value.__class__ is GeneratorType:
                value = yield from pend(value)
            yield value

    return run
