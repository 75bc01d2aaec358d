"""Erlang's ``:ets``: tables that processes share, each deleted with the process that owns it.

Rows are tuples. A ``set`` and a bag are walked in the BEAM's order where that can be told, else as their keys came.
Source of the semantics: OTP 25's ``ets``.
"""

from __future__ import annotations

from types import GeneratorType
from typing import Any, Final

from simulator.elixir.library.erlang import ets_files
from simulator.elixir.library.erlang.ets_kinds import BAG, CLASSES, ORDERED_SET, SET, Table
from simulator.elixir.library.erlang.ets_matching import MATCHING
from simulator.elixir.library.erlang.ets_tables import (
    TRANSFER,
    bequeath,
    enrol,
    forget,
    lives,
    looked_at,
    owned,
    read,
    table_of,
    tables,
    written,
)
from simulator.elixir.runtime.bridge import FALSE, TRUE, boolean
from simulator.elixir.runtime.errors import erlang
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.world import current, world
from simulator.kernel.process.operations import READ, WRITE
from simulator.terms import Atom, Pid, Reference
from simulator.terms.lists import EMPTY, Cons, from_list, is_list, parts
from simulator.terms.maps import PLAIN, key_of

END: Final = Atom("$end_of_table")
_PROTECTIONS: Final = (Atom("public"), Atom("protected"), Atom("private"))
_TUNING: Final = (Atom("write_concurrency"), Atom("read_concurrency"), Atom("decentralized_counters"))
_HEIR: Final = Atom("heir")
_NO_HEIR: Final = (None, None)
_UNDEFINED: Final = Atom("undefined")
_NO_ITEM: Final = "not a valid info item"


def new(name: Any, opts: Any) -> Any:
    """``:ets.new/2``"""
    if name.__class__ is not Atom:
        raise badarg(1, "not an atom")
    proc = current()
    kind, protection, position, named, heir = SET, "protected", 1, False, _NO_HEIR
    if not is_list(opts):
        raise badarg(2, "not a list")
    for each in to_list(opts):
        if each.__class__ is Atom and each in CLASSES:
            kind = each
        elif each in _PROTECTIONS:
            protection = each.name
        elif each is Atom("named_table"):
            named = True
        elif each.__class__ is tuple and each and each[0] is Atom("keypos") and _is_position(each):
            position = each[1]
        elif each.__class__ is tuple and each and each[0] is Atom("heir"):
            heir = _heir(each)
        elif not _is_tuning(each):
            raise badarg(2, "invalid options")
    known, gates = world().tables, world().gates
    if named and gates is not None:
        gates("ets", name, WRITE)
    if named and name in known and lives(known[name]):
        raise badarg(1, "table name already exists")
    table = CLASSES[kind](name, kind, position, protection, proc.pid, proc.make_ref(), named, heir[0])
    table.bequest = heir[1]
    proc.on_end(proc.pid, "ets", bequeath)
    enrol(table)
    return table.address


def _is_tuning(option: Any) -> bool:
    """Return whether an option is one of those that make a table faster or smaller."""
    named = option.__class__ is tuple and bool(option) and option[0] in _TUNING
    return option is Atom("compressed") or named


def _is_position(option: tuple[Any, ...]) -> bool:
    return len(option) == 2 and option[1].__class__ is int and option[1] > 0


def _heir(option: tuple[Any, ...]) -> tuple[Any, Any]:
    """Return who inherits a table, or None, and what he is told with it; raises for what is no heir."""
    if option == (_HEIR, Atom("none")):
        return _NO_HEIR
    if len(option) != 3 or option[1].__class__ is not Pid:
        raise badarg(2, "invalid options")
    return option[1:]


# -- rows -----------------------------------------------------------------------------------------


def _rows(table: Table, rows: Any) -> list[Any]:
    """Return what is to be inserted as a list of rows; raises ``ArgumentError`` for what are none."""
    many = is_list(rows)
    given, end = parts(rows) if many else ([rows], EMPTY)
    if end is EMPTY and all(row.__class__ is tuple and len(row) >= table.position for row in given):
        return list(given)
    if many:
        raise badarg(2, "not a non-empty tuple or a list of non-empty tuples")
    if rows.__class__ is tuple and rows:  # too small for the key: nothing tells of it
        raise erlang(Atom("badarg"))
    raise badarg(2, "not a tuple" if rows.__class__ is not tuple else "is an empty tuple")


def insert(name: Any, rows: Any) -> Atom:
    """``:ets.insert/2``"""
    table = written(name)
    if rows.__class__ is tuple and len(rows) >= table.position:
        table.insert(rows)
        return TRUE
    given = _rows(table, rows)
    for row in given if table.kind is not BAG else reversed(given):  # a bag takes a list from its end
        table.insert(row)
    return TRUE


def insert_new(name: Any, rows: Any) -> Atom:
    """``:ets.insert_new/2``"""
    table = written(name)
    given = _rows(table, rows)
    if any(table.row_of(row[table.position - 1]) is not None for row in given):
        return FALSE
    for row in given:
        table.insert(row)
    return TRUE


def lookup(name: Any, key: Any) -> Any:
    """``:ets.lookup/2``"""
    table = read(name)
    if table.kind is SET:  # without a call, as most are
        row = table.rows.get(key if key.__class__ in PLAIN else key_of(key))
        return EMPTY if row is None else Cons(row, EMPTY)
    return from_list(list(table.rows_of(key)))


def lookup_element(name: Any, key: Any, position: Any) -> Any:
    """``:ets.lookup_element/3``"""
    table = read(name)
    found = table.rows_of(key)
    if not found:
        raise badarg(2, "not a key that exists in the table")
    if position.__class__ is not int:
        raise badarg(3, "not an integer")
    if not 1 <= position <= min(map(len, found)):
        raise badarg(3, "position is greater than the size of the object" if position > 0 else "out of range")
    if table.kind in (SET, ORDERED_SET):
        return found[0][position - 1]
    return from_list([row[position - 1] for row in found])


def member(name: Any, key: Any) -> Atom:
    """``:ets.member/2``"""
    return boolean(read(name).row_of(key) is not None)


def delete(name: Any) -> Atom:
    """``:ets.delete/1``"""
    forget(written(name))
    return TRUE


def delete_key(name: Any, key: Any) -> Atom:
    """``:ets.delete/2``"""
    written(name).remove_key(key)
    return TRUE


def delete_object(name: Any, row: Any) -> Atom:
    """``:ets.delete_object/2``"""
    written(name).remove_row(row)
    return TRUE


def delete_all_objects(name: Any) -> Atom:
    """``:ets.delete_all_objects/1``"""
    written(name).clear()
    return TRUE


def take(name: Any, key: Any) -> Any:
    """``:ets.take/2``"""
    table = written(name)
    found = list(table.rows_of(key))
    table.remove_key(key)
    return from_list(found)


def tab2list(name: Any) -> Any:
    """``:ets.tab2list/1``"""
    return from_list(read(name).all_rows())


def update_counter(name: Any, key: Any, operation: Any) -> Any:
    """``:ets.update_counter/3``"""
    return update_counter_or(name, key, operation, None)


def update_counter_or(name: Any, key: Any, operation: Any, default: Any) -> Any:
    """``:ets.update_counter/4``"""
    table = written(name)
    if operation.__class__ is int and table.kind is SET and table.position == 1:  # as most counters are
        known = key if key.__class__ in PLAIN else key_of(key)
        row = table.rows.get(known)
        if row is not None and len(row) == 2 and row[1].__class__ is int:
            value = row[1] + operation
            table.rows[known] = (row[0], value)  # in its place: the order of a walk stays
            return value
    _check_kind(table)
    row = table.row_of(key)
    if row is None:
        if default is None:
            raise badarg(2, "not a key that exists in the table")
        if default.__class__ is not tuple:
            raise badarg(4, "not a tuple")
        row = (*default[: table.position - 1], key, *default[table.position :])
    values = []
    for each in to_list(operation) if is_list(operation) else [operation]:
        row, value = _counted(table, row, each)
        values.append(value)
    table.insert(row)
    return from_list(values) if is_list(operation) else values[0]


def _counted(table: Table, row: Any, operation: Any) -> tuple[Any, int]:
    """Return a row with one of its counters changed, and what that is now."""
    position, change, *bounds = operation if operation.__class__ is tuple and len(operation) in (2, 4) else (
        table.position + 1, operation
    )  # fmt: skip
    if not all(each.__class__ is int for each in (position, change, *bounds)):
        raise badarg(3, "not a valid update operation")
    if position == table.position:
        raise badarg(3, "the position is the same as the key position")
    if not 1 <= position <= len(row):
        raise badarg(3, "the position in the update operation is out of range")
    if row[position - 1].__class__ is not int:
        raise badarg(3, "the value in the given position, in the object, is not an integer")
    value = row[position - 1] + change
    if bounds:
        threshold, reset = bounds
        if (change >= 0 and value > threshold) or (change < 0 and value < threshold):
            value = reset
    return (*row[: position - 1], value, *row[position:]), value


def update_element(name: Any, key: Any, changes: Any) -> Atom:
    """``:ets.update_element/3``"""
    table = written(name)
    _check_kind(table)
    row = table.row_of(key)
    given = list(to_list(changes)) if is_list(changes) else [changes]
    for each in given:
        if each.__class__ is not tuple or len(each) != 2 or each[0].__class__ is not int or each[0] < 1:
            raise badarg(3, "is not a valid element specification")
    if row is None:
        return FALSE
    if any(position == table.position for position, _ in given):
        raise badarg(3, "the position is the same as the key position")
    for position, value in given:
        if position > len(row):
            raise badarg(3, "out of range")
        row = (*row[: position - 1], value, *row[position:])
    table.insert(row)
    return TRUE


def _check_kind(table: Table) -> None:
    """Raise ``ArgumentError`` for a table whose rows can't be changed: one key may have many."""
    if table.kind is not SET and table.kind is not ORDERED_SET:
        problem = "the table identifier refers to an ETS table of a type not supported by this operation"
        raise badarg(1, problem)


# -- order ----------------------------------------------------------------------------------------


def first(name: Any) -> Any:
    """``:ets.first/1``"""
    return read(name).edge(1, END)


def last(name: Any) -> Any:
    """``:ets.last/1``"""
    return read(name).edge(-1, END)


def next_(name: Any, key: Any) -> Any:
    """``:ets.next/2``"""
    return read(name).beside(key, 1, END)


def prev(name: Any, key: Any) -> Any:
    """``:ets.prev/2``"""
    return read(name).beside(key, -1, END)


def foldl(function: Any, acc: Any, name: Any) -> Any:
    """``:ets.foldl/3``"""
    for row in read(name).walked(1):
        acc = function(row, acc)
        if acc.__class__ is GeneratorType:
            acc = yield from acc
    return acc


def foldr(function: Any, acc: Any, name: Any) -> Any:
    """``:ets.foldr/3``"""
    for row in read(name).walked(-1):
        acc = function(row, acc)
        if acc.__class__ is GeneratorType:
            acc = yield from acc
    return acc


# -- the tables themselves ------------------------------------------------------------------------


def info(name: Any) -> Any:
    """``:ets.info/1``"""
    table = _known(name)
    if table is None:
        return _UNDEFINED
    return from_list([(Atom(item), _item(table, item)) for item in _ITEMS])


_ITEMS: Final = (
    "id", "decentralized_counters", "read_concurrency", "write_concurrency", "compressed", "memory", "owner", "heir",
    "name", "size", "node", "named_table", "type", "keypos", "protection",
)  # fmt: skip


def info_of(name: Any, item: Any) -> Any:
    """``:ets.info/2``"""
    table = _known(name)
    if item.__class__ is not Atom:
        raise badarg(2, _NO_ITEM)
    return _UNDEFINED if table is None else _item(table, item.name)


def _known(name: Any) -> Table | None:
    """Return a table by its name or reference, None where there is none; raises for what is neither."""
    if name.__class__ is not Atom and name.__class__ is not Reference:
        raise badarg(1, "not an atom or a table identifier")
    try:
        return looked_at(name)
    except ValueError:
        return None


def _item(table: Table, item: str) -> Any:
    known = {
        "id": table.ref, "name": table.name, "size": table.size, "node": Atom("nonode@nohost"),
        "named_table": boolean(table.named), "type": table.kind, "keypos": table.position,
        "protection": Atom(table.protection), "owner": table.owner,
        "heir": Atom("none") if table.heir is None else table.heir, "memory": 0, "compressed": FALSE,
        "write_concurrency": FALSE, "read_concurrency": FALSE, "decentralized_counters": FALSE,
        "fixed": FALSE, "safe_fixed": FALSE, "safe_fixed_monotonic_time": FALSE,
    }  # fmt: skip
    if item not in known:
        raise badarg(2, _NO_ITEM)
    return known[item]


def whereis(name: Any) -> Any:
    """``:ets.whereis/1``"""
    if name.__class__ is not Atom:
        raise badarg(1, "invalid table name (must be an atom)")
    try:
        return looked_at(name).ref
    except ValueError:
        return _UNDEFINED


def all_() -> Any:
    """``:ets.all/0``"""
    gates = world().gates
    if gates is not None:
        gates("ets", None, READ)
    return from_list([table.address for table in tables(world()) if lives(table)])


def rename(name: Any, new_name: Any) -> Any:
    """``:ets.rename/2``"""
    table = written(name)
    if table.named:
        del world().tables[table.name]
        world().tables[new_name] = table
    table.name = new_name
    return table.address


def give_away(name: Any, pid: Any, data: Any) -> Atom:
    """``:ets.give_away/3``"""
    table, proc = owned(name), current()
    if pid.__class__ is not Pid:
        raise badarg(2, "not a pid")
    if pid == table.owner:
        raise badarg(2, "the process is already the owner of the table")
    if pid._process is None:  # one that is about to be killed lives
        raise badarg(2, "the pid refers to a terminated process")
    table.owner = pid
    proc.on_end(pid, "ets", bequeath)
    proc.send(pid, (TRANSFER, table.address, proc.pid, data))
    return TRUE


def setopts(name: Any, opts: Any) -> Atom:
    """``:ets.setopts/2``: ``heir`` and ``protection``, each once."""
    table = owned(name)
    given = list(to_list(opts)) if is_list(opts) else [opts]
    changes: dict[Atom, Any] = {}
    for each in given:
        if each.__class__ is not tuple or not each or each[0] in changes:
            raise badarg(2, "invalid options")
        if each[0] is _HEIR:
            changes[_HEIR] = _heir(each)
        elif each[0] is Atom("protection") and len(each) == 2 and each[1] in _PROTECTIONS:
            changes[each[0]] = each[1].name
        else:
            raise badarg(2, "invalid options")
    table.heir, table.bequest = changes.get(_HEIR, (table.heir, table.bequest))
    table.protection = changes.get(Atom("protection"), table.protection)
    return TRUE


def safe_fixtable(name: Any, fix: Any) -> Atom:
    """``:ets.safe_fixtable/2``: a walk sees what was there when it began, whether it is fixed or not."""
    table_of(name)
    return TRUE


_FROM_FILE, _FROM_FILE_WITH = ets_files.file2tab(new, insert, delete)

FUNCTIONS = {
    "new/2": new, "insert/2": insert, "insert_new/2": insert_new, "lookup/2": lookup,
    "lookup_element/3": lookup_element, "member/2": member, "delete/1": delete, "delete/2": delete_key,
    "delete_object/2": delete_object, "delete_all_objects/1": delete_all_objects, "take/2": take,
    "tab2list/1": tab2list, "update_counter/3": update_counter, "update_counter/4": update_counter_or,
    "update_element/3": update_element, "first/1": first, "last/1": last, "next/2": next_, "prev/2": prev,
    **MATCHING, "info/1": info, "info/2": info_of, "whereis/1": whereis, "all/0": all_,
    "rename/2": rename, "give_away/3": give_away, "setopts/2": setopts, "safe_fixtable/2": safe_fixtable,
}  # fmt: skip
BLOCKING = {
    "foldl/3": foldl, "foldr/3": foldr, "tab2file/2": ets_files.tab2file, "tab2file/3": ets_files.tab2file_with,
    "file2tab/1": _FROM_FILE, "file2tab/2": _FROM_FILE_WITH, "tabfile_info/1": ets_files.tabfile_info,
}
