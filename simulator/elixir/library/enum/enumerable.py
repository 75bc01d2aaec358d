"""``Enumerable``: what the protocol's functions give for the library's own enumerables, and a program's.

Source of the semantics: Elixir 1.14, the protocol ``Enumerable``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.enum.finds import member as is_member
from simulator.elixir.runtime.alone import settle
from simulator.elixir.runtime.modules.implementations import implementing
from simulator.elixir.runtime.values.enumerable import implementation, is_lazy, reduce_, sequence
from simulator.terms import Atom
from simulator.terms.lists import from_list, is_list
from simulator.terms.maps import struct_name

OK, ERROR = Atom("ok"), Atom("error")
_KNOWN = {"List", "Map", "Function", "Range", "MapSet", "Stream", "Date.Range", "File.Stream", "IO.Stream"}


def _own(term: Any, key: str) -> Any:
    module = struct_name(term)
    functions = None if module is None else implementation("Elixir.Enumerable", module)
    return None if functions is None else functions.get(key)


def reduce_blocking(term: Any, acc: Any, fun: Any) -> Any:
    """Reduce as the accumulators say; with functions that may wait."""
    own = _own(term, "reduce/3")
    return reduce_(term, acc, fun) if own is None else _awaited(own(term, acc, fun))


def _awaited(answer: Any) -> Any:
    if answer.__class__.__name__ == "generator":
        return (yield from answer)
    return answer


def reduce_plain(term: Any, acc: Any, fun: Any) -> Any:
    """Reduce as the accumulators say."""
    return settle(reduce_blocking(term, acc, fun))


def count(term: Any) -> Any:
    """Return ``{:ok, count}``, or ``{:error, module}`` if it has to be walked for that."""
    own = _own(term, "count/1")
    if own is not None:
        return settle(own(term))
    if is_lazy(term):
        return (ERROR, _impl_for(term))
    return (OK, len(sequence(term)))


def member(term: Any, element: Any) -> Any:
    """Return ``{:ok, whether}``, or ``{:error, module}`` if it has to be walked for that."""
    own = _own(term, "member?/2")
    if own is not None:
        return settle(own(term, element))
    if is_list(term) or is_lazy(term):
        return (ERROR, _impl_for(term))
    return (OK, is_member(term, element))


def slice_(term: Any) -> Any:
    """Return ``{:ok, count, function}``, or ``{:error, module}`` if it has to be walked for that."""
    own = _own(term, "slice/1")
    if own is not None:
        return settle(own(term))
    if is_lazy(term):
        return (ERROR, _impl_for(term))
    items = sequence(term)

    def part(start: Any, length: Any) -> Any:
        return from_list(list(items[start : start + length]))

    return (OK, len(items), part)


_IMPLEMENTING = implementing(
    "Enumerable", _KNOWN, [("count", 1), ("member?", 2), ("reduce", 3), ("slice", 1)]
)
_impl_for = _IMPLEMENTING["impl_for/1"]
FUNCTIONS = {
    "reduce/3": reduce_plain, "count/1": count, "member?/2": member, "slice/1": slice_, **_IMPLEMENTING
}  # fmt: skip
BLOCKING = {"reduce/3": reduce_blocking}
