"""Which module implements a protocol of the library for a term: ``impl_for/1`` and its like."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from simulator.elixir.runtime.kinds import kind_name
from simulator.elixir.runtime.loaded import loaded
from simulator.elixir.runtime.modules.protocols import protocol_info
from simulator.terms import Atom, ProtocolUndefinedError
from simulator.terms.maps import struct_name


def implementing(protocol: str, known: set[str], functions: list[tuple[str, int]]) -> dict[str, Callable[[Any], Any]]:
    """Return the functions that a protocol has of itself; *known* are the kinds for which the library implements it."""

    def impl_for(term: Any) -> Any:
        module = struct_name(term)
        kind = kind_name(term) if module is None else module.name.removeprefix("Elixir.")
        for each in (kind, "Any"):
            found = Atom(f"Elixir.{protocol}.{each}")
            if each in known or loaded(found) is not None:
                return found
        return Atom("nil")

    def impl_for_or_raise(term: Any) -> Any:
        found = impl_for(term)
        if found is Atom("nil"):
            raise ProtocolUndefinedError(protocol, term)
        return found

    def protocol_told(key: Any) -> Any:
        return protocol_info(Atom(f"Elixir.{protocol}"), functions, key)

    return {"__protocol__/1": protocol_told, "impl_for/1": impl_for, "impl_for!/1": impl_for_or_raise}
