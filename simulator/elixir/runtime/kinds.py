"""What kind of term something is, as ``IEx.Info`` and protocols name it."""

from __future__ import annotations

from types import FunctionType
from typing import Any, Final

from simulator.terms import Atom, Pid, Reference
from simulator.terms.bits import Bits
from simulator.terms.lists import Cons, Empty, Lazy
from simulator.terms.maps import Map

KINDS: Final[dict[type, str]] = {
    int: "Integer", float: "Float", Atom: "Atom", str: "BitString", bytes: "BitString", Bits: "BitString",
    tuple: "Tuple", Cons: "List", Lazy: "List", Empty: "List", Map: "Map", Pid: "PID", Reference: "Reference",
    FunctionType: "Function",
}  # fmt: skip


def kind_name(term: Any) -> str:
    """Return the name by which a protocol's implementation knows terms that are no structs.

    >>> kind_name(1), kind_name("a"), kind_name((1, 2))
    ('Integer', 'BitString', 'Tuple')
    """
    return KINDS.get(term.__class__, "Any")
