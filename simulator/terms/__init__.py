"""Terms: the values that processes are made of and send to each other.

Tuples, lists, dicts, strings, bytes and numbers are Python's own. What Python lacks stands here:
:class:`Atom` (and its factory :data:`atom`), :class:`Pid` and :class:`Reference`. :func:`inspect` prints
a term as Elixir does, :func:`to_string` gives its text, :func:`compare` and :func:`sort_key` order terms.
"""

from simulator.terms.atoms import Atom, atom
from simulator.terms.chars import ProtocolUndefinedError, UnicodeConversionError, to_string
from simulator.terms.identifiers import Pid, Reference
from simulator.terms.inspect import inspect
from simulator.terms.order import compare, sort_key

__all__ = [
    "Atom",
    "Pid",
    "ProtocolUndefinedError",
    "Reference",
    "UnicodeConversionError",
    "atom",
    "compare",
    "inspect",
    "sort_key",
    "to_string",
]
