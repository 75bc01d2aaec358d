"""``Stream``: streams that begin with functions, with time, or with several enumerables.

Source of the semantics: Elixir 1.14, the module ``Stream``.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from typing import Any

from simulator.elixir.library.stream.chunks import within
from simulator.elixir.library.stream.runs import run
from simulator.elixir.runtime.errors import erlang, error, function_clause
from simulator.elixir.runtime.values.counted import count
from simulator.elixir.runtime.values.enumerable import HALT, NIL, Fun, listed, open_, stream_function
from simulator.elixir.runtime.values.walking import Begin, Pending, Walk, called, pend
from simulator.terms import Atom
from simulator.terms.lists import from_list, is_list

_CASE_CLAUSE, _INFINITY = Atom("case_clause"), Atom("infinity")


def resource(start_fun: Fun, next_fun: Fun, after_fun: Fun) -> Any:
    """Return the stream of what *next_fun* gives, of something that is opened at its begin and closed at its end."""
    if not (_takes(start_fun, 0) and _takes(next_fun, 1) and _takes(after_fun, 1)):
        raise function_clause("Stream", "resource", 3, [start_fun, next_fun, after_fun])

    def start(walk: Walk) -> Iterator[Any]:
        acc = [(yield from called(start_fun()))]
        closer = walk.opened(Begin(lambda: after_fun(acc[0])))
        while True:
            step = yield from called(next_fun(acc[0]))
            if step.__class__ is not tuple or len(step) != 2:
                raise erlang((_CASE_CLAUSE, step))
            acc[0] = step[1]
            if step[0] is HALT:
                break
            if is_list(step[0]):
                count(1)  # the turn: there may be no element
                yield from listed(step[0])
            else:
                yield from within(step[0], walk)
        walk.forget(closer)
        yield from called(after_fun(acc[0]))

    return stream_function("resource/3", start)


def unfold(acc: Any, next_fun: Fun) -> Any:
    """Return the stream of what *next_fun* gives as ``{element, acc}``, until it gives nil."""
    if not _takes(next_fun, 1):
        raise function_clause("Stream", "unfold", 2, [acc, next_fun])

    def start(walk: Walk) -> Iterator[Any]:
        state = acc
        while True:
            step = yield from called(next_fun(state))
            if step is NIL:
                return
            if step.__class__ is not tuple or len(step) != 2:
                raise erlang((_CASE_CLAUSE, step))
            state = step[1]
            yield step[0]

    return stream_function("unfold/2", start)


def iterate(value: Any, next_fun: Fun) -> Any:
    """Return the stream of *value*, what *next_fun* gives for it, what it gives for that ..."""
    if not _takes(next_fun, 1):
        raise function_clause("Stream", "iterate", 2, [value, next_fun])

    def start(walk: Walk) -> Iterator[Any]:
        state = value
        while True:
            yield state
            state = yield from called(next_fun(state))

    return stream_function("iterate/2", start)


def repeatedly(generator_fun: Fun) -> Any:
    """Return the stream of what *generator_fun* gives, again and again."""
    if not _takes(generator_fun, 0):
        raise function_clause("Stream", "repeatedly", 1, [generator_fun])

    def start(walk: Walk) -> Iterator[Any]:
        while True:
            yield (yield from called(generator_fun()))

    return stream_function("repeatedly/1", start)


def duplicate(value: Any, count: Any) -> Any:
    """Return the stream of *value*, *count* times."""
    if count.__class__ is not int or count < 0:
        raise function_clause("Stream", "duplicate", 2, [value, count])
    return stream_function("duplicate/2", lambda walk: iter([value] * count))


def cycle(enum: Any) -> Any:
    """Return the stream that gives the elements of *enum* again and again."""

    def start(walk: Walk) -> Iterator[Any]:
        while True:
            found = False
            for item in within(enum, walk):
                found = found or item.__class__ is not Pending
                yield item
            if not found:
                raise error("ArgumentError", message="cannot cycle over an empty enumerable")

    return stream_function("cycle/1", start)


def interval(period: Any) -> Any:
    """Return the stream that waits *period* milliseconds and gives the next number from 0, for ever."""
    if period is not _INFINITY and (period.__class__ is not int or period < 0):
        raise function_clause("Stream", "interval", 1, [period])

    def start(walk: Walk) -> Iterator[Any]:
        count = 0
        while True:
            yield from pend(_slept(period))
            yield count
            count += 1

    return stream_function("interval/1", start)


def timer(delay: Any) -> Any:
    """Return the stream that waits *delay* milliseconds and gives 0."""
    if delay is not _INFINITY and (delay.__class__ is not int or delay < 0):
        raise function_clause("Stream", "timer", 1, [delay])

    def start(walk: Walk) -> Iterator[Any]:
        yield from pend(_slept(delay))
        yield 0

    return stream_function("timer/1", start)


def _slept(period: Any) -> Generator[Any, Any, Any]:
    from simulator.elixir.runtime.index import blocking

    return blocking("Elixir.Process")["sleep/1"](period)  # type: ignore[no-any-return]


def zipped(enums: list[Any]) -> Any:
    """Return the stream of tuples of elements of all the enumerables, as long as all have some."""
    return _side_by_side("zip_with/2", enums, lambda row: tuple(row))


def zip_1(enums: Any) -> Any:
    """Return the stream of tuples of elements of all the enumerables in *enums*."""
    return zipped(listed(enums))


def zip_2(left: Any, right: Any) -> Any:
    """Return the stream of pairs of elements of both."""
    return zipped([left, right])


def zip_with_2(enums: Any, fun: Fun) -> Any:
    """Return the stream of what *fun* gives for lists of elements of all the enumerables in *enums*."""
    return _side_by_side("zip_with/2", listed(enums), lambda row: fun(from_list(row)))


def zip_with_3(left: Any, right: Any, fun: Fun) -> Any:
    """Return the stream of what *fun* gives for elements of both."""
    return _side_by_side("zip_with/3", [left, right], lambda row: fun(*row))


def _side_by_side(name: str, enums: list[Any], make: Callable[[list[Any]], Any]) -> Any:
    def start(walk: Walk) -> Iterator[Any]:
        walks = [walk.inner() for _ in enums]
        sources = [open_(enum, inner) for enum, inner in zip(enums, walks, strict=True)]
        while sources:
            row: list[Any] = []
            for items in sources:
                for item in items:
                    if item.__class__ is Pending:
                        yield item
                        continue
                    row.append(item)
                    break
                else:
                    break
            if len(row) < len(sources):
                break
            yield (yield from called(make(row)))
        for inner in walks:
            yield from pend(inner.close())

    return stream_function(name, start)


def _takes(fun: Any, arity: int) -> bool:
    return callable(fun) and fun.__code__.co_argcount == arity


FUNCTIONS_OF_STREAM = {
    "resource/3": resource, "unfold/2": unfold, "iterate/2": iterate, "repeatedly/1": repeatedly,
    "duplicate/2": duplicate, "cycle/1": cycle, "interval/1": interval, "timer/1": timer, "zip/1": zip_1,
    "zip/2": zip_2, "zip_with/2": zip_with_2, "zip_with/3": zip_with_3, "run/1": run,
}  # fmt: skip
WAITING = frozenset(["interval/1", "timer/1"])
"""The streams that wait although no function was given to them that does."""
