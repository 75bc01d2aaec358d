"""``:telemetry``: events that are executed, and the functions that are attached to them.

It is no part of Erlang, but what most libraries depend on. Source of the semantics: the documentation of
``telemetry`` 1.2.
"""

from __future__ import annotations

from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.language.log import log_if_allowed as log
from simulator.elixir.library.language.system import now, system_time
from simulator.elixir.runtime.errors import CAUGHT, Raised
from simulator.elixir.runtime.failures.converting import caught
from simulator.elixir.runtime.failures.stack import stacktrace
from simulator.elixir.runtime.world import current, world
from simulator.kernel import Exit
from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import from_list, to_list
from simulator.terms.maps import EMPTY_MAP, Map, from_pairs, pairs

_TABLE: Final = Atom("telemetry_handler_table")
_CONTEXT: Final = Atom("telemetry_span_context")


def _handlers(what: str) -> dict[Any, tuple[list[Any], Any, Any]]:
    """Return events, function and configuration of each handler, for whoever reads or writes them."""
    here = world()
    if here.gates is not None:
        here.gates("ets", _TABLE, what)
    return here.handlers


def attach(name: Any, event: Any, function: Any, config: Any) -> Any:
    """``:telemetry.attach/4``"""
    return attach_many(name, from_list([event]), function, config)


def attach_many(name: Any, events: Any, function: Any, config: Any) -> Any:
    """``:telemetry.attach_many/4``"""
    known = _handlers("write")
    if name in known:
        return (atom.error, Atom("already_exists"))
    known[name] = (to_list(events), function, config)
    return atom.ok


def detach(name: Any) -> Any:
    """``:telemetry.detach/1``"""
    return (atom.error, Atom("not_found")) if _handlers("write").pop(name, None) is None else atom.ok


def list_handlers(prefix: Any) -> Any:
    """``:telemetry.list_handlers/1``: those of the events that begin so."""
    wanted = to_list(prefix)
    return from_list([
        from_pairs([(Atom("id"), name), (Atom("event_name"), event), (Atom("function"), function),
                    (Atom("config"), config)])
        for name, (events, function, config) in _handlers("read").items()
        for event in events if to_list(event)[: len(wanted)] == wanted
    ])  # fmt: skip


def execute(event: Any, measurements: Any) -> Any:
    """``:telemetry.execute/2``"""
    return (yield from execute_with(event, measurements, EMPTY_MAP))


def execute_with(event: Any, measurements: Any, metadata: Any) -> Any:
    """``:telemetry.execute/3``: calls what is attached to an event; one that fails is detached."""
    told = measurements if measurements.__class__ is Map else from_pairs([(Atom("value"), measurements)])
    for name, (events, function, config) in list(_handlers("read").items()):
        if event not in events:
            continue
        try:
            answer = function(event, told, metadata, config)
            if answer.__class__ is GeneratorType:
                yield from answer
        except CAUGHT as failure:
            detach(name)
            kind, reason = _failure(caught(failure))
            yield from log("error", f"Handler {inspect(name)} has failed and has been detached. Class={inspect(kind)}\n"
                           f"Reason={inspect(reason)}\nStacktrace={inspect(stacktrace(failure))}")  # fmt: skip
    return atom.ok


def _failure(failure: Any) -> tuple[Atom, Any]:
    """Return class and reason of what was raised."""
    if isinstance(failure, Raised):
        return atom.error, failure.original
    return (Atom("exit"), failure.reason) if isinstance(failure, Exit) else (Atom("throw"), failure.value)


def span(prefix: Any, metadata: Any, function: Any) -> Any:
    """``:telemetry.span/3``: the events of the start and the end of what a function does."""
    context = (_CONTEXT, current().make_ref())
    start = now()
    times = [(Atom("monotonic_time"), start), (Atom("system_time"), system_time())]
    yield from execute_with(_within(prefix, "start"), from_pairs(times), _merged([context], metadata))
    try:
        answer = function()
        if answer.__class__ is GeneratorType:
            answer = yield from answer
    except CAUGHT as failure:
        kind, reason = _failure(caught(failure))
        told = [(Atom("kind"), kind), (Atom("reason"), reason), (Atom("stacktrace"), stacktrace(failure)), context]
        failing = _merged(told, metadata, last=True)
        yield from execute_with(_within(prefix, "exception"), _took(start, EMPTY_MAP), failing)
        raise
    result, *more, stop = answer
    extra = more[0] if more else EMPTY_MAP
    yield from execute_with(_within(prefix, "stop"), _took(start, extra), _merged([context], stop))
    return result


def _within(prefix: Any, name: str) -> Any:
    return from_list([*to_list(prefix), Atom(name)])


def _took(start: int, extra: Any) -> Any:
    at = now()
    return from_pairs([*pairs(extra), (Atom("duration"), at - start), (Atom("monotonic_time"), at)])


def _merged(told: list[Any], metadata: Any, last: bool = False) -> Any:
    """Return metadata with what is told of a span, under it or, if *last*, over it."""
    return from_pairs([*pairs(metadata), *told] if last else [*told, *pairs(metadata)])


FUNCTIONS = {
    "attach/4": attach, "attach_many/4": attach_many, "detach/1": detach, "list_handlers/1": list_handlers,
}  # fmt: skip
BLOCKING = {"execute/2": execute, "execute/3": execute_with, "span/3": span}
