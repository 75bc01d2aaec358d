"""Terms: the values that processes are made of and send to each other.

Tuples, lists, dicts, strings, bytes and numbers are Python's own. What Python lacks stands here:
:class:`Atom` (and its factory :data:`atom`), :class:`Pid` and :class:`Reference`, and
:func:`inspect`, which prints a term as Elixir does.
"""

from simulator.terms.identifiers import Pid, Reference
from simulator.terms.atoms import Atom, atom
from simulator.terms.inspect import inspect

__all__ = ["Atom", "Pid", "Reference", "atom", "inspect"]
