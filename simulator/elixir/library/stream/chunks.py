"""The stages of streams that gather elements, or give several for one, as those of ``stream_stages``."""

from __future__ import annotations

from collections.abc import Iterator
from types import GeneratorType
from typing import Any

from simulator.elixir.library.stream.stages import Stage
from simulator.elixir.runtime.errors import erlang
from simulator.elixir.runtime.values.enumerable import CONT, HALT, Fun, open_
from simulator.elixir.runtime.values.walking import Begin, Pending, Walk, called, pend
from simulator.terms import Atom
from simulator.terms.lists import from_list
from simulator.terms.maps import strict_equal

_CASE_CLAUSE = Atom("case_clause")


def separated(separator: Any) -> Stage:
    """Give the elements with *separator* between."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        started = False
        for item in items:
            if item.__class__ is not Pending:
                if started:
                    yield separator
                started = True
            yield item

    return run


def chunked(count: int, step: int, filling: list[Any], discard: bool) -> Stage:
    """Give lists of *count* elements, each beginning *step* elements after the one before."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        chunk: list[Any] = []
        skip = 0
        for item in items:
            if item.__class__ is Pending:
                yield item
                continue
            if skip:
                skip -= 1
                continue
            chunk.append(item)
            if len(chunk) == count:
                yield from_list(list(chunk))
                chunk, skip = chunk[step:], max(step - count, 0)
        if chunk and not discard:
            yield from_list(chunk + filling[: count - len(chunk)])

    return run


def chunked_by(fun: Fun) -> Stage:
    """Give lists of neighbours for which *fun* gives the same."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        chunk: list[Any] = []
        before: Any = None
        for item in items:
            if item.__class__ is Pending:
                yield item
                continue
            value = fun(item)
            if value.__class__ is GeneratorType:
                value = yield from pend(value)
            if chunk and not strict_equal(before, value):
                yield from_list(chunk)
                chunk = []
            chunk.append(item)
            before = value
        if chunk:
            yield from_list(chunk)

    return run


def chunked_while(start: Any, chunk_fun: Fun, after_fun: Fun) -> Stage:
    """Give the chunks that *chunk_fun* says are complete, and what *after_fun* makes of the rest."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        acc = start
        for item in items:
            if item.__class__ is Pending:
                yield item
                continue
            step = chunk_fun(item, acc)
            if step.__class__ is GeneratorType:
                step = yield from pend(step)
            if step.__class__ is not tuple or len(step) not in (2, 3) or step[0] not in (CONT, HALT):
                raise erlang((_CASE_CLAUSE, step))
            if len(step) == 3:
                yield step[1]
            acc = step[-1]
            if step[0] is HALT:
                break
        step = after_fun(acc)
        if step.__class__ is GeneratorType:
            step = yield from pend(step)
        if step.__class__ is not tuple or len(step) not in (2, 3):
            raise erlang((_CASE_CLAUSE, step))
        if len(step) == 3:
            yield step[1]
        yield from pend(walk.close())

    return run


def transformed(begin: Fun, reducer: Fun, finish: Fun | None, after: Fun | None) -> Stage:
    """Give the elements of what *reducer* gives for each element, with an accumulator; ``{:halt, acc}`` ends it."""

    def run(items: Iterator[Any], walk: Walk) -> Iterator[Any]:
        acc = yield from called(begin())
        state = [acc]
        if after is not None:
            walk.opened(Begin(lambda: after(state[0])))
        halted = False
        for item in items:
            if item.__class__ is Pending:
                yield item
                continue
            step = yield from called(reducer(item, state[0]))
            if step.__class__ is not tuple or len(step) != 2:
                raise erlang((_CASE_CLAUSE, step))
            state[0] = step[1]
            if step[0] is HALT:
                halted = True
                break
            yield from within(step[0], walk)
        if finish is not None and not halted:
            step = yield from called(finish(state[0]))
            state[0] = step[1]
            if step[0] is not HALT:
                yield from within(step[0], walk)
        yield from pend(walk.close())

    return run


def within(term: Any, walk: Walk) -> Iterator[Any]:
    """Give the elements of *term*, an enumerable inside of a walk, and close it."""
    inner = walk.inner()
    yield from open_(term, inner)
    walk.forget(inner)
    yield from pend(inner.close())
