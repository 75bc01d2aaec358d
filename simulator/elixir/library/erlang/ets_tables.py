"""The tables of ``:ets``: rows by their keys, and who may do what with them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Any, Final

from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.world import World, current, running, world
from simulator.kernel import Process
from simulator.kernel.process.operations import READ, WRITE
from simulator.terms import Atom, Pid, Reference, sort_key
from simulator.terms.maps import key_of, strict_equal

SET: Final = Atom("set")
ORDERED_SET: Final = Atom("ordered_set")
BAG: Final = Atom("bag")
DUPLICATE_BAG: Final = Atom("duplicate_bag")
TRANSFER: Final = Atom("ETS-TRANSFER")


class Table:
    """A table: its rows, who owns it, and who may do what with it.

    A key of an ``ordered_set`` stands for all that compare equal to it: ``1`` and ``1.0`` are one key there.
    """

    __slots__ = (
        "_order", "_rows", "bequest", "heir", "kind", "name", "named", "owner", "position", "protection", "ref",
    )  # fmt: skip

    def __init__(
        self,
        name: Atom,
        kind: Atom,
        position: int,
        protection: str,
        owner: Pid,
        ref: Reference,
        named: bool,
        heir: Pid | None,
    ) -> None:
        self.name = name
        self.kind = kind
        self.position = position
        self.protection = protection
        self.owner = owner
        self.ref = ref
        self.named = named
        self.heir = heir
        self.bequest: Any = None
        """What the heir is told with the table."""
        self._rows: dict[Any, list[Any]] = {}
        self._order: list[Any] | None = None  # the sort keys of an ordered set's keys; None while they are not known

    def _key(self, term: Any) -> Any:
        return sort_key(term) if self.kind is ORDERED_SET else key_of(term)

    @property
    def address(self) -> Any:
        """What programs call it: its name, if it was made to be called so, or its reference."""
        return self.name if self.named else self.ref

    @property
    def size(self) -> int:
        """How many rows there are."""
        return sum(map(len, self._rows.values()))

    def rows_of(self, key: Any) -> list[Any]:
        """Return the rows of a key, oldest first."""
        return self._rows.get(self._key(key), [])

    def insert(self, row: Any) -> None:
        """Take in a row; in a set it replaces the one of the same key."""
        key = self._key(row[self.position - 1])
        known = self._rows.get(key)
        if known is None:
            self._rows[key] = [row]
            self._order = None
        elif self.kind in (SET, ORDERED_SET):
            known[:] = [row]
        elif self.kind is not BAG or not any(strict_equal(each, row) for each in known):
            known.append(row)

    def remove_key(self, key: Any) -> None:
        """Forget all rows of a key."""
        if self._rows.pop(self._key(key), None) is not None:
            self._order = None

    def remove_row(self, row: Any) -> None:
        """Forget all rows that equal *row*."""
        if row.__class__ is not tuple or len(row) < self.position:
            return
        key = self._key(row[self.position - 1])
        known = self._rows.get(key)
        if known is not None:
            known[:] = [each for each in known if not strict_equal(each, row)]
            if not known:
                del self._rows[key]
                self._order = None

    def clear(self) -> None:
        """Forget all rows."""
        self._rows.clear()
        self._order = None

    def _sorted(self) -> list[Any]:
        """Return what the rows stand under, in the order in which the table is walked."""
        if self._order is None:
            self._order = sorted(self._rows) if self.kind is ORDERED_SET else list(self._rows)
        return self._order

    def all_rows(self) -> list[Any]:
        """Return all rows, in the order in which the table is walked."""
        return [row for key in self._sorted() for row in self._rows[key]]

    def keys(self) -> list[Any]:
        """Return the keys, in the order in which the table is walked."""
        return [self._rows[key][0][self.position - 1] for key in self._sorted()]

    def beside(self, key: Any, step: int, end: Any) -> Any:
        """Return the key that comes after a key, or before it with a *step* of -1; *end* where there is none."""
        order, known = self._sorted(), self._key(key)
        if self.kind is ORDERED_SET:
            at = bisect_right(order, known) if step > 0 else bisect_left(order, known) - 1
        elif known in self._rows:
            at = order.index(known) + step
        else:
            return end
        return self._rows[order[at]][0][self.position - 1] if 0 <= at < len(order) else end


def table_of(name: Any) -> Table:
    """Return a table by its name or reference; raises ``ArgumentError`` where there is none."""
    return _table(world(), name)


def _table(here: World, name: Any) -> Table:
    table = here.tables.get(name) if name.__class__ in (Atom, Reference) else None
    if table is None or not lives(table):
        problem = "the table identifier does not refer to an existing ETS table"
        raise badarg(1, problem if name.__class__ in (Atom, Reference) else "not a valid table identifier")
    return table  # type: ignore[no-any-return]


def lives(table: Table) -> bool:
    """Return whether a table's owner lives; the table of one that has ended is gone."""
    # Not an operation of its own: the table is what is looked at.
    if not running() or Process.alive(current(), table.owner):
        return True
    forget(table)
    return False


def forget(table: Table) -> None:
    """Let a table be no more."""
    for name in (table.name, table.ref):
        if world().tables.get(name) is table:
            del world().tables[name]


def bequeath(owner: Process) -> None:
    """Give the tables of a process that ends to their heirs, who are told so; those without one are gone."""
    known = world().tables
    for table in [table for key, table in known.items() if key is table.ref and table.owner == owner.pid]:
        heir = table.heir
        if heir is None or heir == owner.pid or heir._process is None:
            forget(table)
            continue
        table.owner = heir
        owner.on_end(heir, "ets", bequeath)
        owner.leave(heir, (TRANSFER, table.address, owner.pid, table.bequest))


def written(name: Any) -> Table:
    """Return a table that this process may write to."""
    here = world()
    if here.gates is not None:
        here.gates("ets", name, WRITE)
    table = _table(here, name)
    if table.protection != "public" and table.owner != current().pid:
        raise badarg(1, "the table identifier refers to an ETS table with insufficient access rights")
    return table


def owned(name: Any) -> Table:
    """Return a table that is this process's own, and is about to be changed."""
    here = world()
    if here.gates is not None:
        here.gates("ets", name, WRITE)
    table = _table(here, name)
    if table.owner != current().pid:
        raise badarg(1, "the table identifier refers to an ETS table with insufficient access rights")
    return table


def read(name: Any) -> Table:
    """Return a table that this process may read."""
    here = world()
    if here.gates is not None:
        here.gates("ets", name, READ)
    table = _table(here, name)
    if table.protection == "private" and table.owner != current().pid:
        raise badarg(1, "the table identifier refers to an ETS table with insufficient access rights")
    return table


def looked_at(name: Any) -> Table:
    """Return a table of which anybody may know that it is there."""
    gates = world().gates
    if gates is not None:
        gates("ets", name, READ)
    return table_of(name)
