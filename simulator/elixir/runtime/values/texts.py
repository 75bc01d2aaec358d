"""``String.Chars.to_string/1`` for what is interpolated most, without asking the protocol."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.alone import settle
from simulator.elixir.runtime.loaded import loaded
from simulator.elixir.runtime.modules.modules import call
from simulator.elixir.runtime.modules.protocols import implementation
from simulator.elixir.runtime.values.long_integers import integer_in
from simulator.terms import Atom
from simulator.terms.maps import Map

_CHARS = Atom("Elixir.String.Chars")
_LONG = 10**600
"""Integers beyond it are written as work that counts: CPython writes none of more than 4,300 digits."""


def to_text(term: Any) -> Any:
    """Return the text of a term: a binary."""
    kind = term.__class__
    if kind is str:
        return term
    if kind is int:
        return str(term) if -_LONG < term < _LONG else integer_in(term, 10)
    if kind is Atom:
        return "" if term.name == "nil" else term.name
    return settle(call(_CHARS, "to_string", (term,)))


def to_text_steps(term: Any) -> Any:
    """Return the same, or the steps to it where an implementation may wait."""
    own = loaded(implementation(_CHARS, term, False)) if term.__class__ is Map else None
    return to_text(term) if own is None else own.functions["to_string/1"](term)
