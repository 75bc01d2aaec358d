"""``Atom``: its text.

Source of the semantics: Elixir 1.14, the module ``Atom``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.values.basics import badarg
from simulator.terms import Atom
from simulator.terms.lists import from_list


def to_string(atom: Any) -> Any:
    """Return its name."""
    if atom.__class__ is not Atom:
        raise badarg(1, "not an atom")
    return atom.name


def to_charlist(atom: Any) -> Any:
    """Return its name as a charlist."""
    return from_list([ord(c) for c in to_string(atom)])


FUNCTIONS = {"to_string/1": to_string, "to_charlist/1": to_charlist}
