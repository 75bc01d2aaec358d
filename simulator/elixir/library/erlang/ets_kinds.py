"""The kinds of tables of ``:ets``: how each keeps its rows, and in which order they are walked.

A ``set`` and a bag are walked in the order of the BEAM's buckets where it can be told, else in that in which the
keys came; an ``ordered_set`` in that of its keys.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, Final

from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.kept import KEPT_LIMIT, check_kept
from simulator.terms import Atom, Pid, Reference, inspect, sort_key
from simulator.terms.maps import PLAIN, key_of, strict_equal
from simulator.terms.table_order import table_order

SET: Final = Atom("set")
ORDERED_SET: Final = Atom("ordered_set")
BAG: Final = Atom("bag")
DUPLICATE_BAG: Final = Atom("duplicate_bag")
_NONE: Final = object()
_FEW: Final = 16
"""So many keys that came or went are put into a known order, or taken out, one by one; for more it is sorted anew."""


class Table:
    """A table: who owns it and who may do what with it; and its rows, one for each key: a ``set``."""

    __slots__ = (
        "_most", "_order", "_places", "_told", "bequest", "heir", "kind", "name", "named", "owner", "position",
        "protection", "ref", "rows",
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
        self.rows: dict[Any, Any] = {}
        """By what stands for their keys: the row, in a bag a list of rows."""
        self._order: list[Any] | None = None  # what the rows stand under, as it is walked; None while it is not known
        self._told = False  # whether that order is the BEAM's
        self._most = 0  # how many keys there were at once
        self._places: dict[Any, int] | None = None  # where each stands in that order, once somebody asks

    @property
    def address(self) -> Any:
        """What programs call it: its name, if it was made to be called so, or its reference."""
        return self.name if self.named else self.ref

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def row_of(self, key: Any) -> Any:
        """Return the oldest row of a key; None where there is none."""
        return self.rows.get(key if key.__class__ in PLAIN else key_of(key))

    def rows_of(self, key: Any) -> Sequence[Any]:
        """Return the rows of a key, oldest first."""
        row = self.row_of(key)
        return () if row is None else (row,)

    def insert(self, row: Any) -> None:
        """Take in a row; in a set it replaces the one of the same key."""
        key = row[self.position - 1]
        if key.__class__ not in PLAIN:
            key = key_of(key)
        if key not in self.rows:
            self._added()
        self.rows[key] = row
        if len(self.rows) > KEPT_LIMIT:
            self._overfull()

    def _added(self) -> None:
        """Note that there is one key more."""
        self._order = None
        self._most = max(self._most, len(self.rows) + 1)

    def _overfull(self) -> None:
        check_kept(KEPT_LIMIT + 1, f"the table {inspect(self.name)}")

    def remove_key(self, key: Any) -> None:
        """Forget all rows of a key."""
        self.rows.pop(key_of(key), None)

    def remove_row(self, row: Any) -> None:
        """Forget all rows that equal *row*."""
        if row.__class__ is tuple and len(row) >= self.position:
            key = row[self.position - 1]
            known = self.row_of(key)
            if known is not None and strict_equal(known, row):
                self.remove_key(key)

    def clear(self) -> None:
        """Forget all rows."""
        self.rows.clear()
        self._order = None
        self._most = 0

    def _walk(self) -> list[Any]:
        """Return what the rows stand under, in the order in which the table is walked; some may be gone since."""
        if self._order is None:
            known = list(self.rows)
            order = table_order(map(self._key_at, known), self._most)
            self._told = order is not None
            self._order, self._places = known if order is None else [known[place] for place in order], None
        return self._order

    def _key_at(self, known: Any) -> Any:
        """Return the key of what stands there."""
        return self.rows[known][self.position - 1]

    def all_rows(self) -> list[Any]:
        """Return all rows, in the order in which matching gives them: on the BEAM that of a walk from its end."""
        order, rows = self._walk(), self.rows
        return [rows[known] for known in (reversed(order) if self._told else order) if known in rows]

    def walked(self, step: int) -> Iterator[Any]:
        """Yield the rows in the order of a walk, as long as they are there; a set is walked one way alone."""
        for known in self._walk():
            if known in self.rows:
                yield self.rows[known]

    def edge(self, step: int, end: Any) -> Any:
        """Return the key that a walk begins with, from its end too with a *step* of -1; *end* where there is none."""
        order = self._walk()
        gone = next((place for place, known in enumerate(order) if known in self.rows), len(order))
        if gone:
            del order[:gone]
            self._places = None
        return self._key_at(order[0]) if order else end

    def beside(self, key: Any, step: int, end: Any) -> Any:
        """Return the key that comes after a key, with a *step* of -1, too; *end* where there is none."""
        order = self._walk()
        if self._places is None:
            self._places = {known: place for place, known in enumerate(order)}
        known = key_of(key)
        if known not in self.rows:
            raise badarg(2, "not a key that exists in the table")
        for place in range(self._places[known] + 1, len(order)):
            if order[place] in self.rows:
                return self._key_at(order[place])
        return end


class OrderedSet(Table):
    """An ``ordered_set``: a key stands for all that compare equal to it, ``1`` and ``1.0`` are one."""

    __slots__ = ("_changed",)

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._changed: list[Any] = []  # what came or went since the order was known

    def _change(self, known: Any) -> None:
        if self._order is not None:
            self._changed.append(known)
            if len(self._changed) > _FEW:
                self._order = None

    def row_of(self, key: Any) -> Any:
        """Return the row of a key; None where there is none."""
        return self.rows.get(sort_key(key))

    def insert(self, row: Any) -> None:
        """Take in a row in the place of the one of the same key."""
        key = sort_key(row[self.position - 1])
        if key not in self.rows:
            self._change(key)
        self.rows[key] = row
        if len(self.rows) > KEPT_LIMIT:
            self._overfull()

    def remove_key(self, key: Any) -> None:
        """Forget the row of a key."""
        known = sort_key(key)
        if self.rows.pop(known, None) is not None:
            self._change(known)

    def _walk(self) -> list[Any]:
        order, rows = self._order, self.rows
        if order is None:
            order = self._order = sorted(rows)
        else:
            for known in self._changed:
                at = bisect_left(order, known)
                stands = at < len(order) and order[at] == known
                if stands and known not in rows:
                    del order[at]
                elif known in rows and not stands:
                    order.insert(at, known)
        self._changed.clear()
        return order

    def all_rows(self) -> list[Any]:
        """Return all rows, in the order of their keys."""
        return [self.rows[known] for known in self._walk()]

    def walked(self, step: int) -> Iterator[Any]:
        """Yield the rows, each as it is when its turn comes, by their keys; from the last with a *step* of -1."""
        key = self.edge(step, _NONE)
        while key is not _NONE:
            row = self.row_of(key)
            if row is not None:
                yield row
            key = self.beside(key, step, _NONE)

    def edge(self, step: int, end: Any) -> Any:
        """Return the least key, the greatest with a *step* of -1; *end* where there is none."""
        order = self._walk()
        return self._key_at(order[0 if step > 0 else -1]) if order else end

    def beside(self, key: Any, step: int, end: Any) -> Any:
        """Return the next greater key, or the next less; *end* where there is none. *key* itself need not be there."""
        order, known = self._walk(), sort_key(key)
        at = bisect_right(order, known) if step > 0 else bisect_left(order, known) - 1
        return self._key_at(order[at]) if 0 <= at < len(order) else end


class Bag(Table):
    """A ``bag`` or a ``duplicate_bag``: a key has as many rows as were inserted, a bag none twice."""

    __slots__ = ()

    @property
    def size(self) -> int:
        """How many rows there are."""
        return sum(map(len, self.rows.values()))

    def row_of(self, key: Any) -> Any:
        """Return the oldest row of a key; None where there is none."""
        found = self.rows_of(key)
        return found[0] if found else None

    def rows_of(self, key: Any) -> Sequence[Any]:
        """Return the rows of a key, oldest first."""
        found: Sequence[Any] = self.rows.get(key_of(key), ())
        return found

    def insert(self, row: Any) -> None:
        """Take in a row behind those of the same key."""
        key = key_of(row[self.position - 1])
        known = self.rows.get(key)
        if known is None:
            self._added()
            self.rows[key] = known = [row]
        elif self.kind is not BAG or not any(strict_equal(each, row) for each in known):
            known.append(row)
        if len(self.rows) > KEPT_LIMIT or len(known) > KEPT_LIMIT:
            self._overfull()

    def remove_row(self, row: Any) -> None:
        """Forget all rows that equal *row*."""
        if row.__class__ is tuple and len(row) >= self.position:
            key = row[self.position - 1]
            left = [each for each in self.rows_of(key) if not strict_equal(each, row)]
            if left:
                self.rows[key_of(key)] = left
            else:
                self.remove_key(key)

    def _key_at(self, known: Any) -> Any:
        return self.rows[known][0][self.position - 1]

    def all_rows(self) -> list[Any]:
        """Return all rows, in the order in which matching gives them."""
        return [row for rows in super().all_rows() for row in rows]

    def walked(self, step: int) -> Iterator[Any]:
        """Yield the rows in the order of a walk, those of a key oldest first, or last with a *step* of -1."""
        for rows in super().walked(step):
            yield from rows[::step]


CLASSES: Final[dict[Atom, type[Table]]] = {SET: Table, ORDERED_SET: OrderedSet, BAG: Bag, DUPLICATE_BAG: Bag}
"""The class of each kind."""
