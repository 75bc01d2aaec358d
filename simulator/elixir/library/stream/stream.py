"""``Stream``: enumerables that are walked when their elements are asked for.

Source of the semantics: Elixir 1.14, the module ``Stream``.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import FunctionType
from typing import Any, ClassVar

import msgspec

from simulator.elixir.library.lazily import blocking, twins
from simulator.elixir.library.stream import chunks, stages
from simulator.elixir.library.stream.sources import FUNCTIONS_OF_STREAM as SOURCES
from simulator.elixir.library.stream.sources import cycle as cycled
from simulator.elixir.library.stream.sources import zipped
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.kinds import KINDS
from simulator.elixir.runtime.values.enumerable import STREAMS, Fun, Start, listed, open_
from simulator.elixir.runtime.values.walking import Walk
from simulator.terms import Atom, inspect
from simulator.terms.inspect import PRINTERS
from simulator.terms.layout import Document
from simulator.terms.lists import EMPTY, from_list
from simulator.terms.order import KEYS

_DISCARD, _NIL = Atom("discard"), Atom("nil")
_ENDS = frozenset(["take", "take_while", "chunk_while", "transform"])

__all__ = ["FUNCTIONS", "Stream", "zipped"]


class Stream(msgspec.Struct, gc=False, eq=False):
    """An enumerable and the stages that its elements go through; each is a name, and what runs it."""

    __taught_by__: ClassVar[str] = "simulator.elixir.library.stream.stream"
    __type_name__: ClassVar[str] = "Stream (a struct)"

    source: Any
    stages: tuple[tuple[str, stages.Stage], ...]

    def __repr__(self) -> str:
        return inspect(self)


def _start(stream: Stream) -> Start:
    """Return what starts a walk through a stream; what is before a stage that can end early has a walk of its own."""

    def start(walk: Walk) -> Iterator[Any]:
        walks: list[Walk] = []
        for name, _ in reversed(stream.stages):
            if name in _ENDS:
                walk = walk.inner()
            walks.append(walk)
        items = open_(stream.source, walk)
        for _, run in stream.stages:
            items = run(items, walks.pop())
        return items

    return start


STREAMS[Stream] = _start
KINDS[Stream] = "Stream"


def _print(stream: Stream, limit: int, walk: Any) -> Document:
    functions = [_shown(name) for name, _ in stream.stages]
    inner = from_list([(Atom("enum"), stream.source), (Atom("funs"), from_list(functions))])
    return "#Stream<" + PRINTERS[type(inner)](inner, limit, walk) + ">"


def _shown(name: str) -> FunctionType:
    """Return a function that prints as that of a stage does."""

    def stage(next_stage: Any) -> Any:
        return next_stage

    stage.__qualname__ = f"Stream.-{name}/2-fun-0-"
    return stage  # type: ignore[return-value]


PRINTERS[Stream] = _print
KEYS[Stream] = lambda term, exact, depth: KEYS[str](inspect(term), exact, depth)


def _then(enum: Any, name: str, run: stages.Stage) -> Stream:
    """Return the stream of *enum* with one stage more."""
    if enum.__class__ is Stream:
        return Stream(enum.source, (*enum.stages, (name, run)))
    return Stream(enum, ((name, run),))


def map_(enum: Any, fun: Fun) -> Any:
    """Return the stream of what *fun* gives for each element."""
    _callable(fun, 1, "map", 2, enum)
    return _then(enum, "map", stages.mapped(fun))


def filter_(enum: Any, fun: Fun) -> Any:
    """Return the stream of the elements for which *fun* gives something true."""
    _callable(fun, 1, "filter", 2, enum)
    return _then(enum, "filter", stages.kept(fun, True))


def reject(enum: Any, fun: Fun) -> Any:
    """Return the stream of the elements for which *fun* gives nil or false."""
    _callable(fun, 1, "reject", 2, enum)
    return _then(enum, "reject", stages.kept(fun, False))


def filter_map(enum: Any, fun: Fun, mapper: Fun) -> Any:
    """Return the stream of what *mapper* gives for the elements that *fun* keeps."""
    return map_(filter_(enum, fun), mapper)


def each(enum: Any, fun: Fun) -> Any:
    """Return the stream of the elements, with each of which *fun* is called."""
    _callable(fun, 1, "each", 2, enum)
    return _then(enum, "each", stages.watched(fun))


def map_every(enum: Any, nth: Any, fun: Fun) -> Any:
    """Return the stream in which every *nth* element is what *fun* gives for it."""
    _number(nth, 0, "map_every", 3, enum, nth, fun)
    return _then(enum, "map_every", stages.mapped_every(nth, fun))


def take(enum: Any, count: Any) -> Any:
    """Return the stream of the first *count* elements; of the last if it is negative."""
    if count.__class__ is not int:
        raise function_clause("Stream", "take", 2, [enum, count])
    if count < 0:
        return _then(enum, "take", stages.last(-count)) if count else EMPTY
    return _then(enum, "take", stages.first(count))


def take_every(enum: Any, nth: Any) -> Any:
    """Return the stream of every *nth* element."""
    _number(nth, 0, "take_every", 2, enum, nth)
    return _then(enum, "take_every", stages.every(nth, True))


def take_while(enum: Any, fun: Fun) -> Any:
    """Return the stream of the elements before the first for which *fun* gives nil or false."""
    _callable(fun, 1, "take_while", 2, enum)
    return _then(enum, "take_while", stages.while_(fun))


def drop(enum: Any, count: Any) -> Any:
    """Return the stream without its first *count* elements; without its last if it is negative."""
    if count.__class__ is not int:
        raise function_clause("Stream", "drop", 2, [enum, count])
    return _then(enum, "drop", stages.without_first(count) if count >= 0 else stages.without_last(-count))


def drop_every(enum: Any, nth: Any) -> Any:
    """Return the stream without every *nth* element."""
    _number(nth, 0, "drop_every", 2, enum, nth)
    return _then(enum, "drop_every", stages.every(nth, False))


def drop_while(enum: Any, fun: Fun) -> Any:
    """Return the stream from the first element on for which *fun* gives nil or false."""
    _callable(fun, 1, "drop_while", 2, enum)
    return _then(enum, "drop_while", stages.from_first(fun))


def with_index_1(enum: Any) -> Any:
    """Return the stream of pairs of an element and its index."""
    return _then(enum, "with_index", stages.numbered(0))


def with_index_2(enum: Any, offset: Any) -> Any:
    """Return the stream of pairs of an element and its index from an *offset*."""
    if offset.__class__ is not int:
        raise function_clause("Stream", "with_index", 2, [enum, offset])
    return _then(enum, "with_index", stages.numbered(offset))


def dedup(enum: Any) -> Any:
    """Return the stream of the elements without those that equal the one before."""
    return _then(enum, "dedup_by", stages.unlike_last(None))


def dedup_by(enum: Any, fun: Fun) -> Any:
    """Return the stream of the elements without those for which *fun* gives what it gave for the one before."""
    _callable(fun, 1, "dedup_by", 2, enum)
    return _then(enum, "dedup_by", stages.unlike_last(fun))


def uniq(enum: Any) -> Any:
    """Return the stream of the elements without those that were there before."""
    return _then(enum, "uniq_by", stages.unlike_all(None))


def uniq_by(enum: Any, fun: Fun) -> Any:
    """Return the stream of the elements without those for which *fun* gives what it gave before."""
    _callable(fun, 1, "uniq_by", 2, enum)
    return _then(enum, "uniq_by", stages.unlike_all(fun))


def scan_2(enum: Any, fun: Fun) -> Any:
    """Return the stream of what *fun* gives for each element and what it gave before."""
    _callable(fun, 2, "scan", 2, enum)
    return _then(enum, "scan", stages.scanned(fun, None, False))


def scan_3(enum: Any, acc: Any, fun: Fun) -> Any:
    """Return the stream of what *fun* gives for each element and what it gave before, beginning with *acc*."""
    _callable(fun, 2, "scan", 3, enum)
    return _then(enum, "scan", stages.scanned(fun, acc, True))


def intersperse(enum: Any, separator: Any) -> Any:
    """Return the stream of the elements with *separator* between."""
    return _then(enum, "intersperse", chunks.separated(separator))


def chunk_every_2(enum: Any, count: Any) -> Any:
    """Return the stream of lists of *count* elements."""
    return chunk_every_4(enum, count, count, EMPTY)


def chunk_every_3(enum: Any, count: Any, step: Any) -> Any:
    """Return the stream of lists of *count* elements, each *step* after the one before."""
    return chunk_every_4(enum, count, step, EMPTY)


def chunk_every_4(enum: Any, count: Any, step: Any, leftover: Any) -> Any:
    """Return the stream of chunks; *leftover* fills up the last one, or ``:discard`` leaves it out."""
    if count.__class__ is not int or step.__class__ is not int or count < 1 or step < 1:
        raise function_clause("Stream", "chunk_every", 4, [enum, count, step, leftover])
    filling = [] if leftover is _DISCARD else listed(leftover)
    return _then(enum, "chunk_while", chunks.chunked(count, step, filling, leftover is _DISCARD))


def chunk_2(enum: Any, count: Any) -> Any:
    """Return the stream of lists of *count* elements; what is left is left out."""
    return chunk_every_4(enum, count, count, _DISCARD)


def chunk_3(enum: Any, count: Any, step: Any) -> Any:
    """Return the stream of lists of *count* elements, each *step* after the one before; what is left is left out."""
    return chunk_every_4(enum, count, step, _DISCARD)


def chunk_4(enum: Any, count: Any, step: Any, leftover: Any) -> Any:
    """Return the stream of chunks; *leftover* fills up the last one, or nil leaves it out."""
    return chunk_every_4(enum, count, step, _DISCARD if leftover is _NIL else leftover)


def chunk_by(enum: Any, fun: Fun) -> Any:
    """Return the stream of lists of neighbours for which *fun* gives the same."""
    _callable(fun, 1, "chunk_by", 2, enum)
    return _then(enum, "chunk_while", chunks.chunked_by(fun))


def chunk_while(enum: Any, acc: Any, chunk_fun: Fun, after_fun: Fun) -> Any:
    """Return the stream of the chunks that *chunk_fun* says are complete, and what *after_fun* makes of the rest."""
    _callable(chunk_fun, 2, "chunk_while", 4, enum)
    return _then(enum, "chunk_while", chunks.chunked_while(acc, chunk_fun, after_fun))


def transform_3(enum: Any, acc: Any, reducer: Fun) -> Any:
    """Return the stream of the elements of what *reducer* gives for each element, with an accumulator."""
    _callable(reducer, 2, "transform", 3, enum)
    return _then(enum, "transform", chunks.transformed(lambda: acc, reducer, None, None))


def transform_4(enum: Any, start_fun: Fun, reducer: Fun, after_fun: Fun) -> Any:
    """Transform, with functions for the accumulator's begin and end."""
    _callable(reducer, 2, "transform", 4, enum)
    return _then(enum, "transform", chunks.transformed(start_fun, reducer, None, after_fun))


def transform_5(enum: Any, start_fun: Fun, reducer: Fun, last_fun: Fun, after_fun: Fun) -> Any:
    """Transform, with functions for the accumulator's begin and end, and one that gives the last elements."""
    _callable(reducer, 2, "transform", 5, enum)
    return _then(enum, "transform", chunks.transformed(start_fun, reducer, last_fun, after_fun))


def flat_map(enum: Any, mapper: Fun) -> Any:
    """Return the stream of the elements of what *mapper* gives for each element."""
    _callable(mapper, 1, "flat_map", 2, enum)

    def reducer(item: Any, acc: Any) -> Any:
        result = mapper(item)
        return _paired(result, acc) if result.__class__.__name__ == "generator" else (result, acc)

    return _then(enum, "transform", chunks.transformed(lambda: _NIL, reducer, None, None))


def _paired(waiting: Any, acc: Any) -> Iterator[Any]:
    return ((yield from waiting), acc)  # type: ignore[return-value]


def concat_1(enums: Any) -> Any:
    """Return the stream of the elements of all the enumerables in *enums*."""
    return flat_map(enums, lambda enum: enum)


def concat_2(left: Any, right: Any) -> Any:
    """Return the stream of the elements of *left* and then *right*."""
    return flat_map(from_list([left, right]), lambda enum: enum)


def into_2(enum: Any, collectable: Any) -> Any:
    """Return the stream of the elements, which are collected into *collectable* once they have been walked."""
    return into_3(enum, collectable, lambda item: item)


def into_3(enum: Any, collectable: Any, transform: Fun) -> Any:
    """Return the stream of the elements; what *transform* gives for them is collected into *collectable*."""
    collected = twins("enum.into")["into/3"]
    found: list[Any] = []

    def begin() -> Any:
        found.clear()
        return found

    def reducer(item: Any, acc: Any) -> Any:
        acc.append(item)
        return (from_list([item]), acc)

    def after(acc: Any) -> Any:
        return collected(from_list(list(acc)), collectable, transform)

    return _then(enum, "transform", chunks.transformed(begin, reducer, None, after))


def _callable(fun: Any, arity: int, name: str, of: int, enum: Any) -> None:
    if not callable(fun) or fun.__code__.co_argcount != arity:
        raise function_clause("Stream", name, of, [enum, fun])


def _number(count: Any, least: int, name: str, arity: int, *args: Any) -> None:
    if count.__class__ is not int or count < least:
        raise function_clause("Stream", name, arity, args)


def cycle(enum: Any) -> Any:
    """Return the stream that gives the elements of *enum* again and again."""
    if enum is EMPTY:
        raise error("ArgumentError", message="cannot cycle over an empty enumerable")
    return cycled(enum)


FUNCTIONS = {
    **SOURCES, "map/2": map_, "filter/2": filter_, "reject/2": reject, "filter_map/3": filter_map, "each/2": each,
    "map_every/3": map_every, "take/2": take, "take_every/2": take_every, "take_while/2": take_while, "drop/2": drop,
    "drop_every/2": drop_every, "drop_while/2": drop_while, "with_index/1": with_index_1,
    "with_index/2": with_index_2, "dedup/1": dedup, "dedup_by/2": dedup_by, "uniq/1": uniq, "uniq/2": uniq_by,
    "uniq_by/2": uniq_by, "scan/2": scan_2, "scan/3": scan_3, "intersperse/2": intersperse,
    "chunk_every/2": chunk_every_2, "chunk_every/3": chunk_every_3, "chunk_every/4": chunk_every_4,
    "chunk/2": chunk_2, "chunk/3": chunk_3, "chunk/4": chunk_4, "chunk_by/2": chunk_by,
    "chunk_while/4": chunk_while, "transform/3": transform_3, "transform/4": transform_4, "transform/5": transform_5,
    "flat_map/2": flat_map, "concat/1": concat_1, "concat/2": concat_2, "into/2": into_2, "into/3": into_3,
    "cycle/1": cycle,
}  # fmt: skip


def __getattr__(name: str) -> Any:
    return blocking(name, f"{__package__}.runs")
