"""Named tables: what any process may look up without asking the one that owns it, as ETS is on the BEAM.

A table is there for as long as its owner lives. Its rows keep the order in which they were inserted.
Source of the semantics: OTP 25's ``ets`` (named tables, ownership).
"""

from __future__ import annotations

from typing import Any, Final

from simulator.kernel import Process
from simulator.kernel.process.operations import READ, WRITE
from simulator.terms import Atom, Pid, Reference, sort_key
from simulator.terms.objects import module_name

_PLAIN: Final = frozenset({Atom, Pid, Reference, str, int})
_CONSTANTS: Final = {True: Atom("true"), False: Atom("false"), None: Atom("nil")}


class Table:
    """A named table: its owner and its rows, which whoever made it arranges as it likes."""

    __slots__ = ("owner", "rows")

    def __init__(self, owner: Pid, rows: Any) -> None:
        self.owner = owner
        self.rows = rows


def _tables(proc: Process) -> dict[Atom | Pid, Table]:
    """Return the tables of the node on which a process lives."""
    found: dict[Atom | Pid, Table] = proc.env.node.tables.setdefault("otp", {})
    return found


def create(proc: Process, name: Atom | Pid, rows: Any) -> None:
    """Make a table of this process's own, called by the name that it is registered under, or by its pid."""
    proc.touch("table", name, WRITE)
    _tables(proc)[name] = Table(proc.pid, rows)


def rows_of(proc: Process, name: Any, access: str = READ) -> Any:
    """Return the rows of a named table, which are about to be read or written; None if there is none.

    It is gone when its owner has ended. A process gives up its name when it ends, and not a moment before: so the
    name tells whether it lives.
    """
    proc.touch("table", name, access)
    table = _tables(proc).get(name) if isinstance(name, (Atom, Pid)) else None
    if table is None:
        return None
    # Not operations of their own: the table is what is looked at.
    lives = Process.alive(proc, name) if isinstance(name, Pid) else Process.whereis(proc, name) == table.owner
    return table.rows if lives else None


def row_key(term: Any) -> Any:
    """Return what stands for *term* as the key of a dict: equal for terms that match, for no others.

    >>> row_key("a"), row_key(1) == row_key(1.0), row_key([1]) == row_key([1])
    ('a', False, True)
    """
    if term.__class__ in _PLAIN:
        return term
    if isinstance(term, type):
        return Atom(module_name(term))
    return _CONSTANTS[term] if term.__class__ is bool or term is None else sort_key(term, exact=True)


def partition_of(term: Any, count: int) -> int:
    """Return the partition of *count* that a term belongs to, as ``:erlang.phash2/2`` has it.

    >>> partition_of("any", 1)
    0
    """
    if count == 1:
        return 0
    from simulator.terms.portable_hash import phash2

    return phash2(term) % count
