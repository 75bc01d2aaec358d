"""What can be enumerated, and how it is walked.

Two ways lead through an enumerable. :func:`walk` is for code that does not block. In generator functions
:func:`steps` is walked instead: where a function inside of a stream waits for something, a :class:`Pending`
comes among the elements, and the consumer hands its request on to the kernel. The generated twins of the
library's functions (see :mod:`simulator.elixir.library.twins`) do that in each of their loops.
Source of the semantics: Elixir 1.14, the ``Enumerable`` protocol.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from types import FunctionType, GeneratorType
from typing import Any, Final

from simulator.elixir.runtime.errors import function_clause
from simulator.elixir.runtime.loaded import loaded
from simulator.elixir.runtime.values.counted import count, counted
from simulator.elixir.runtime.values.ranges import LONG, LongRange, length_of, whole
from simulator.elixir.runtime.values.walking import Begin, Pending, Steps, Walk, begun, called, drive
from simulator.terms import Atom, ProtocolUndefinedError
from simulator.terms.lists import Cons, Empty, Lazy, NotAList, to_list
from simulator.terms.maps import HASHED, Map, folded_pairs, get, keys, pairs, struct_name

Fun = Callable[..., Any]
"""A function of Elixir, given as an argument; calls of such are what the twins wait for."""

Start = Callable[[Walk], Iterator[Any]]
"""Starts a walk through a stream: gives its elements, and the :class:`Pending` among them."""

CONT: Final = Atom("cont")
HALT: Final = Atom("halt")
SUSPEND: Final = Atom("suspend")
SUSPENDED: Final = Atom("suspended")
NIL: Final = Atom("nil")
FALSE: Final = Atom("false")
TRUE: Final = Atom("true")
_FIRST, _LAST, _STEP, _MAP = map(Atom, ("first", "last", "step", "map"))

STRUCTS: dict[Atom, Callable[[Map], Iterable[Any]]] = {}
"""The elements of the library's own structs, by module."""

SEQUENCES: Final[set[type]] = {list, range, LongRange}
"""The classes of sequences that tell their parts without making the rest."""

STREAMS: dict[type | Atom, Callable[[Any], Start]] = {}
"""How a walk through what is lazy starts, by class or by a struct's module."""

COLLECTABLES: dict[Atom, Callable[[Map], Any]] = {}
"""What begins to collect into the library's own structs, by module, as ``Collectable.into/1`` does."""


def implementation(protocol: str, module: Atom) -> dict[str, Any] | None:
    """Return the functions of a program's own implementation of *protocol* for a struct, by ``"name/arity"``."""
    found = loaded(Atom(f"{protocol}.{module.name.removeprefix('Elixir.')}"))
    return None if found is None else dict(found.functions)


def fold(term: Any) -> Iterable[Any]:
    """Return the elements of *term* as :func:`walk` does, those of a large map in the order of ``:maps.fold/3``."""
    return folded_pairs(term) if _is_large(term) else whole(walk(term))


def fold_steps(term: Any) -> Iterable[Any]:
    """Return the elements of *term* as :func:`steps` does, those of a large map in the order of ``:maps.fold/3``."""
    return folded_pairs(term) if _is_large(term) else whole(steps(term))


def _is_large(term: Any) -> bool:
    return term.__class__ is Map and len(term.d) in HASHED and struct_name(term) is None


def walk(term: Any) -> Iterable[Any]:
    """Return the elements of *term*, where no function in it blocks; a sequence unless it is lazy.

    Raises ``Protocol.UndefinedError`` for what cannot be enumerated.
    """
    found = direct(term)
    return _plainly(start_of(term)) if found is None else found


def steps(term: Any) -> Iterable[Any]:
    """Return the elements of *term*, and the :class:`Pending` among them, for a consumer that can wait."""
    found = direct(term)
    return Steps(start_of(term)) if found is None else found


def listed(term: Any, folding: bool = False) -> list[Any]:
    """Return the elements of *term* as a Python list, which is for reading only; *folding* as :func:`fold` does."""
    found = fold(term) if folding else walk(term)
    return found if found.__class__ is list else list(found)


def listed_blocking(term: Any, folding: bool = False) -> Generator[Any, Any, list[Any]]:
    """Return what :func:`listed` does, waiting for what blocks."""
    found = folded_pairs(term) if folding and _is_large(term) else direct(term)
    if found is None:
        return (yield from Steps(start_of(term)).rest())
    return found if found.__class__ is list else list(found)


def sequence(term: Any, folding: bool = False) -> Any:
    """Return the elements of *term* as a Python sequence, for reading only: one of the :data:`SEQUENCES`."""
    found = fold(term) if folding else walk(term)
    return found if found.__class__ in SEQUENCES else list(found)


def sequence_blocking(term: Any, folding: bool = False) -> Generator[Any, Any, Any]:
    """Return what :func:`sequence` does, waiting for what blocks."""
    found = folded_pairs(term) if folding and _is_large(term) else direct(term)
    if found is None:
        return (yield from Steps(start_of(term)).rest())
    return found if found.__class__ in SEQUENCES else list(found)


def is_lazy(term: Any) -> bool:
    """Return whether the elements of *term* are made while it is walked, so that their number is not known."""
    return _sequence(term) is None


def direct(term: Any) -> Iterable[Any] | None:
    """Return the elements of what is no stream as a sequence, counted; None for the rest."""
    found: Any = _sequence(term)
    if found is not None:
        if found.__class__ is range and length_of(found) > LONG:
            return LongRange(found)
        count(len(found))
    return found  # type: ignore[no-any-return]


def _sequence(term: Any) -> Any:
    cls = term.__class__
    if cls is Lazy:
        return term.head[term.tail :] if term.tail else term.head
    if cls is Cons:
        try:
            return to_list(term)
        except NotAList:
            raise function_clause("Enumerable.List", "reduce", 3, [term]) from None
    if cls is Empty:
        return []
    if cls is Map:
        module = struct_name(term)
        if module is None:
            return pairs(term)
        known = STRUCTS.get(module)
        return None if known is None else known(term)
    return None


def start_of(term: Any) -> Start:
    """Return what starts a walk through a stream, a function of two arguments, or a program's own enumerable."""
    cls = term.__class__
    if cls is FunctionType:
        begin = term.__dict__.get("start")
        if begin is not None:
            return begin  # type: ignore[no-any-return]
        if term.__code__.co_argcount == 2:
            return _reduced(term)
    if cls in STREAMS:
        return STREAMS[cls](term)
    module = struct_name(term)
    if module is not None:
        if module in STREAMS:
            return STREAMS[module](term)
        own = implementation("Elixir.Enumerable", module)
        if own is not None:
            reduce = own["reduce/3"]
            return _reduced(lambda acc, fun: reduce(term, acc, fun))
    elements = direct(term)
    if elements is None:
        raise ProtocolUndefinedError("Enumerable", term)
    return lambda walk: iter(elements)


def open_(term: Any, walk: Walk) -> Iterator[Any]:
    """Return an iterator of the elements of *term*, and what is pending among them, that belongs to *walk*."""
    found = direct(term)
    return start_of(term)(walk) if found is None else iter(found)


def stream_function(name: str, start: Start) -> Fun:
    """Return a stream that is a function of two arguments, as ``Stream.resource/3`` gives; *name* is how it prints."""

    def stream(acc: Any, fun: Fun) -> Any:
        return begun(reduce_steps(Steps(start), acc, fun))

    stream.__dict__["start"] = start
    stream.__qualname__ = f"Stream.-{name}-fun-0-"
    return stream


def _plainly(start: Start) -> Iterator[Any]:
    """Walk through a stream whose functions do not block."""
    walk = Walk()
    try:
        for item in counted(start(walk)):
            if item.__class__ is Pending:
                raise RuntimeError("a function of a stream waits where it was held to be one that does not")
            yield item
    finally:
        drive(walk.close())


def _reduced(reduce: Fun) -> Start:
    """Return the start of a walk through what is only known as a function that reduces, by suspending it."""

    def suspend(item: Any, acc: Any) -> Any:
        return (SUSPEND, item)

    def start(walk: Walk) -> Iterator[Any]:
        result = yield from called(reduce((CONT, NIL), suspend))
        while result.__class__ is tuple and len(result) == 3 and result[0] is SUSPENDED:
            _, item, go_on = result
            closer = walk.opened(Begin(go_on, (HALT, NIL)))
            yield item
            walk.forget(closer)
            result = yield from called(go_on((CONT, NIL)))

    return start


def range_of(term: Map) -> range:
    """Return a ``Range`` as Python's."""
    first, last = get(term, _FIRST), get(term, _LAST)
    step = get(term, _STEP) or (1 if first <= last else -1)
    return range(first, last + (1 if step > 0 else -1), step)


def make_range(first: int, last: int, step: int) -> Map:
    """Return the struct of ``first..last//step``."""
    return Map({_STRUCT: RANGE, _FIRST: first, _LAST: last, _STEP: step})


_STRUCT: Final = Atom("__struct__")
RANGE: Final = Atom("Elixir.Range")
MAP_SET: Final = Atom("Elixir.MapSet")
STRUCTS[RANGE] = range_of
STRUCTS[MAP_SET] = lambda term: keys(get(term, _MAP))


# -- Enumerable.reduce/3 ------------------------------------------------------------------------


_DONE, _HALTED = Atom("done"), Atom("halted")


def reduce_steps(source: Any, acc: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Reduce the elements that *source* has left, as far as the accumulators say."""
    items = iter(source)
    while True:
        if acc.__class__ is not tuple or len(acc) != 2:
            raise function_clause("Enumerable.List", "reduce", 3, [acc])
        order, value = acc
        if order is SUSPEND:
            return (SUSPENDED, value, _continuation(source, items, fun))
        if order is HALT:
            if source.__class__ is Steps:
                yield from source.halt()
            return (_HALTED, value)
        if order is not CONT:
            raise function_clause("Enumerable.List", "reduce", 3, [acc])
        found = yield from _next(items)
        if not found:
            if source.__class__ is Steps:
                yield from source.halt()
            return (_DONE, value)
        acc = fun(found[0], value)
        if acc.__class__ is GeneratorType:
            acc = yield from acc


def _next(items: Iterator[Any]) -> Generator[Any, Any, tuple[Any, ...]]:
    for item in items:
        if item.__class__ is Pending:
            yield from item.settle()
            continue
        return (item,)
    return ()


def _continuation(source: Any, items: Iterator[Any], fun: Fun) -> Fun:
    def go_on(acc: Any) -> Any:
        return begun(reduce_steps(source if source.__class__ is Steps else items, acc, fun))

    return go_on


def reduce_(term: Any, acc: Any, fun: Fun) -> Generator[Any, Any, Any]:
    """Reduce an enumerable; what the accumulators ``{:cont, _}``, ``{:halt, _}`` and ``{:suspend, _}`` say is done."""
    return (yield from reduce_steps(steps(term), acc, fun))
