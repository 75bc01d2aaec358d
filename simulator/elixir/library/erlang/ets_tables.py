"""The tables of ``:ets``: rows by their keys, and who may do what with them."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.library.erlang.ets_kinds import Table
from simulator.elixir.runtime import world as ground
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.kept import check_kept
from simulator.elixir.runtime.world import World, current, running, world
from simulator.kernel import Process
from simulator.kernel.process.operations import READ, WRITE
from simulator.terms import Atom, Reference

TRANSFER: Final = Atom("ETS-TRANSFER")


def table_of(name: Any) -> Table:
    """Return a table by its name or reference; raises ``ArgumentError`` where there is none."""
    return _table(world(), name)


def _table(here: World, name: Any) -> Table:
    place = name.number if type(name) is Reference else name if type(name) is Atom else None
    table: Table | None = here.tables.get(place)
    if table is None or not lives(table):
        problem = "the table identifier does not refer to an existing ETS table"
        raise badarg(1, "not an atom or a table identifier" if place is None else problem)
    return table


def lives(table: Table) -> bool:
    """Return whether a table's owner lives; the table of one that has ended is gone."""
    if not running() or table.owner._process is not None:
        return True
    forget(table)
    return False


def tables(here: World) -> list[Table]:
    """Return all tables of a world, in the order in which they were made."""
    return [table for place, table in here.tables.items() if place.__class__ is int]


def enrol(table: Table) -> None:
    """Let a table be found by its reference, and by its name if it is called so."""
    known = world().tables
    check_kept(len(known), ":ets")
    known[table.ref.number] = table
    if table.named:
        known[table.name] = table


def forget(table: Table) -> None:
    """Let a table be no more."""
    known = world().tables
    for place in (table.name, table.ref.number):
        if known.get(place) is table:
            del known[place]


def bequeath(owner: Process) -> None:
    """Give the tables of a process that ends to their heirs, who are told so; those without one are gone."""
    for table in [table for table in tables(world()) if table.owner == owner.pid]:
        heir = table.heir
        if heir is None or heir == owner.pid or heir._process is None:
            forget(table)
            continue
        table.owner = heir
        owner.on_end(heir, "ets", bequeath)
        owner.leave(heir, (TRANSFER, table.address, owner.pid, table.bequest))


def written(name: Any) -> Table:
    """Return a table that this process may write to.

    That a table is there, and its owner lives, is looked at here and in :func:`read` without calls: two of them are a
    quarter of what an access takes.
    """
    here = ground.present
    if here.gates is not None:
        here.gates("ets", name, WRITE)
    table = here.tables.get(name if type(name) is Atom else name.number if type(name) is Reference else None)
    if table is None or table.owner._process is None:
        table = _table(here, name)
    if table.protection != "public" and table.owner is not (pid := current().pid) and table.owner != pid:
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
    here = ground.present
    if here.gates is not None:
        here.gates("ets", name, READ)
    table = here.tables.get(name if type(name) is Atom else name.number if type(name) is Reference else None)
    if table is None or table.owner._process is None:
        table = _table(here, name)
    if table.protection == "private" and table.owner is not (pid := current().pid) and table.owner != pid:
        raise badarg(1, "the table identifier refers to an ETS table with insufficient access rights")
    return table


def looked_at(name: Any) -> Table:
    """Return a table of which anybody may know that it is there."""
    gates = world().gates
    if gates is not None:
        gates("ets", name, READ)
    return table_of(name)
