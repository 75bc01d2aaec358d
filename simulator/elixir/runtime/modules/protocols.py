"""Protocols while a program runs: which implementation is for which term.

Source of the semantics: Elixir 1.14, ``Protocol``.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.runtime.errors import Raised, error, function_clause
from simulator.elixir.runtime.kinds import kind_name
from simulator.elixir.runtime.loaded import loaded
from simulator.terms import Atom
from simulator.terms.lists import from_list
from simulator.terms.maps import struct_name

NIL: Final = Atom("nil")


def implementation(protocol: Atom, term: Any, fallback: bool) -> Atom:
    """Return the module that implements *protocol* for *term* (``impl_for/1``); ``nil`` if there is none."""
    struct = struct_name(term)
    kind = kind_name(term) if struct is None else struct.name.removeprefix("Elixir.")
    for each in (kind, "Any") if fallback else (kind,):
        found = Atom(f"{protocol.name}.{each}")
        if loaded(found) is not None:
            return found
    return NIL


def implementation_strictly(protocol: Atom, term: Any, fallback: bool) -> Atom:
    """Return the same; raise ``Protocol.UndefinedError`` if there is none (``impl_for!/1``)."""
    found = implementation(protocol, term, fallback)
    if found is NIL:
        raise not_implemented(protocol, term)
    return found


def not_implemented(protocol: Atom, term: Any) -> Raised:
    """Return the error of a term that *protocol* is not implemented for."""
    return error("Protocol.UndefinedError", protocol=protocol, value=term)


def implemented(protocol: Atom, key: str, term: Any, fallback: bool) -> Any:
    """Return the function *key* of the implementation for *term*; raise ``Protocol.UndefinedError``."""
    module = loaded(implementation_strictly(protocol, term, fallback))
    assert module is not None
    function = module.functions.get(key)
    if function is None:
        from simulator.elixir.runtime.modules.modules import undefined

        name, _, arity = key.rpartition("/")
        raise undefined(module.name, name, int(arity))
    return function


def protocol_info(protocol: Atom, functions: list[tuple[str, int]], key: Any) -> Any:
    """``__protocol__/1``"""
    if key is Atom("module"):
        return protocol
    if key is Atom("functions"):
        return from_list([(Atom(name), arity) for name, arity in sorted(functions)])
    if key is Atom("consolidated?"):
        return Atom("false")
    if key is Atom("impls"):
        return Atom("not_consolidated")
    raise function_clause(protocol, "__protocol__", 1, [key])
