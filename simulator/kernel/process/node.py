"""A node: what processes share that live in the same place.

Names, tables and the group leader belong to it, and not to the run. A run has one node for now; a process asks for its
own, so that there can be others.
Source of the semantics: the Erlang reference manual, "Distributed Erlang" (nodes), ``erlang:send/2`` (destinations).
"""

from __future__ import annotations

from typing import Any

from simulator.kernel.process.kinds import NODE
from simulator.kernel.words.errors import badarg
from simulator.terms import Atom, Reference


class Names(dict[Atom, Any]):
    """Who is registered under which name."""

    __slots__ = ()

    def resolve(self, dest: Any) -> Any:
        """Return the process that a destination means which is no pid; raise as ``send`` does for what is none."""
        if dest.__class__ is Atom:
            target = self.get(dest)
            if target is not None:
                return target
        elif dest.__class__ is str:
            raise badarg(1, f"invalid destination (a name is an atom: atom.{dest})")
        elif dest.__class__ is Reference:
            owner = None if dest._owner is None else dest._owner._process
            return owner if owner is not None and owner._has_alias(dest) else None
        elif dest.__class__ is tuple and len(dest) == 2 and dest[0].__class__ is dest[1].__class__ is Atom:
            return self.get(dest[0]) if dest[1] is NODE else None  # another node is not there
        raise badarg(1, "invalid destination")


class Node:
    """One node of a run."""

    __slots__ = ("leader", "name", "names", "tables")

    def __init__(self, name: Atom, leader: Any) -> None:
        self.name = name
        self.leader = leader
        """Prints for all processes of the node."""
        self.names = Names()
        self.tables: dict[Any, Any] = {}
        """What libraries keep for all processes of the node, each under a key of its own, as ETS does its tables."""
