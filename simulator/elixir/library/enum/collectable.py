"""``Collectable``: collecting elements one by one.

Source of the semantics: Elixir 1.14, the protocol ``Collectable``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.enum.into import collected
from simulator.elixir.runtime.alone import settle
from simulator.elixir.runtime.modules.implementations import implementing
from simulator.elixir.runtime.values.enumerable import COLLECTABLES, implementation
from simulator.terms import Atom, ProtocolUndefinedError
from simulator.terms.lists import is_list
from simulator.terms.maps import Map, struct_name

_CONT, _DONE, _OK = Atom("cont"), Atom("done"), Atom("ok")


def into(term: Any) -> Any:
    """Return ``{begin, collector}``: a function of what is collected and of what is to be done."""
    module = struct_name(term)
    if module in COLLECTABLES:
        return COLLECTABLES[module](term)
    own = None if module is None else implementation("Elixir.Collectable", module)
    if own is not None:
        return settle(own["into/1"](term))
    if not (is_list(term) or term.__class__ in (str, bytes, Map)):
        raise ProtocolUndefinedError("Collectable", term)

    def collector(acc: Any, command: Any) -> Any:
        if command.__class__ is tuple:
            return (acc, command[1])
        return collected(_unwound(acc), term) if command is _DONE else _OK

    return ((), collector)


def _unwound(acc: Any) -> list[Any]:
    items: list[Any] = []
    while acc:
        acc, item = acc
        items.append(item)
    return items[::-1]


_KNOWN = {"List", "Map", "BitString", "MapSet", "IO.Stream"}
FUNCTIONS = {"into/1": into, **implementing("Collectable", _KNOWN, [("into", 1)])}
