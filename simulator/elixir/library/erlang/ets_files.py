"""Tables of ``:ets`` as files: a log of OTP's ``disk_log``, which tells what the table is, and then its rows.

On the BEAM the log is a process, which is called to open it, to write and read, and to close it. Here there is none,
but as then the others have their turn.
Source of the format: what OTP 25's ``ets`` and ``disk_log`` write and read.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Generator, Iterator
from typing import Any, Final, TypeAlias

from simulator.elixir.library.erlang.ets_kinds import CLASSES, Table
from simulator.elixir.library.erlang.ets_tables import looked_at
from simulator.elixir.library.erlang.ets_tables import read as readable
from simulator.elixir.library.files.streams import reason_of
from simulator.elixir.library.system.external_terms import read, written
from simulator.elixir.runtime.bridge import FALSE, TRUE, boolean
from simulator.elixir.runtime.errors import Raised
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.world import current, world
from simulator.terms import Atom
from simulator.terms.lists import EMPTY, from_list, is_list, parts

Steps: TypeAlias = Generator[Any, Any, Any]

_MAGIC: Final = b"\1\2\3\4"
_CLOSED: Final = b"cXM\x0b"
_OPEN: Final = b"\6\7\x08\x09"
_ROW: Final = b"bWLA"
_LONG: Final = 65_528
"""A row of so many bytes has a digest of its length before it, by which it is known again."""
_OK, _ERROR, _BAD = Atom("ok"), Atom("error"), Atom("badfile")
_END: Final = Atom("$end_of_table")
_COUNT, _MD5, _INFO = Atom("object_count"), Atom("md5sum"), Atom("extended_info")
_TOLD: Final = ("name", "type", "protection", "named_table", "keypos", "size")
"""What a file has to tell of its table."""
_CLAUSE: Final = Atom("function_clause")


class _Problem(Exception):
    """Why a table was not written or read; what the caller is told."""

    def __init__(self, reason: Any) -> None:
        self.reason = reason


def _answered(steps: Steps) -> Steps:
    """Return what steps come to, or an error that tells their problem."""
    try:
        return (yield from steps)
    except _Problem as problem:
        return (_ERROR, problem.reason)


def _call() -> Steps:
    """Let the others have their turn, as a call of the log's process does."""
    yield current().yield_()


# -- the log --------------------------------------------------------------------------------------


def _record(data: bytes) -> bytes:
    size = struct.pack(">I", len(data))
    digest = b"" if len(data) < _LONG else _digest(size)
    return size + _ROW + digest + data


def _digest(data: bytes) -> bytes:
    return hashlib.md5(data, usedforsecurity=False).digest()


def _records(data: bytes) -> Iterator[bytes | None]:
    """Yield what stands in a log, None for a place that is no record, after which the next is looked for."""
    place = 8
    while place < len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        start = place + 8 + (16 if size >= _LONG else 0)
        if data[place + 4 : place + 8] == _ROW and start + size <= len(data):
            yield data[start : start + size]
            place = start + size
            continue
        yield None
        found = data.find(_ROW, place + 5)
        place = len(data) if found < 0 else found - 4


def _opened(path: Any) -> Steps:
    """Return what stands in the log at a path."""
    yield from _call()
    place = _path(path)
    if place is None:
        given = [(Atom("file"), path), (Atom("mode"), Atom("read_only"))]
        raise _Problem((Atom("read_error"), (Atom("badarg"), from_list(given))))
    try:
        data = world().files.read(place)
    except OSError as wrong:
        raise _Problem((Atom("read_error"), (Atom("file_error"), path, reason_of(wrong)))) from None
    if data[:4] != _MAGIC or data[4:8] not in (_CLOSED, _OPEN):
        raise _Problem((Atom("read_error"), (Atom("not_a_log_file"), path)))
    yield from _call()
    return list(_records(data))


def _path(path: Any) -> str | None:
    """Return the path that an atom or a list of characters stands for; None for another term."""
    if path.__class__ is Atom:
        return str(path.name)
    if not is_list(path):
        return None
    letters, end = parts(path)
    if end is not EMPTY or not all(each.__class__ is int and each < 0x110000 for each in letters):
        return None
    return "".join(map(chr, letters))


# -- writing --------------------------------------------------------------------------------------


def tab2file(name: Any, path: Any) -> Steps:
    """``:ets.tab2file/2``"""
    return (yield from tab2file_with(name, path, EMPTY))


def tab2file_with(name: Any, path: Any, options: Any) -> Steps:
    """``:ets.tab2file/3``: ``:ok``, or an error that says why nothing was written."""
    return (yield from _answered(_write(name, path, options)))


def _write(name: Any, path: Any, options: Any) -> Steps:
    extended = _write_options(options)
    place, files = _path(path), world().files
    if place is None and path.__class__ is str:
        raise _Problem((Atom("badarg"), from_list([(Atom("file"), path)])))
    if place is None or files.is_folder(place):
        raise _Problem(Atom("eaccess"))
    if files.is_file(place):
        files.remove(place)
    yield from _call()
    data = _content(_table(name), extended)
    yield from _call()
    try:
        files.write(place, data)
    except OSError as wrong:
        raise _Problem((Atom("file_error"), path, reason_of(wrong))) from None
    yield from _call()
    return _OK


def _table(name: Any) -> Table:
    """Return the table to be written; none where there is none, as ``:ets.info/1`` tells."""
    if name.__class__ is Atom:
        try:
            looked_at(name)
        except ValueError:
            raise _Problem(Atom("badtab")) from None
    return readable(name)


def _content(table: Table, extended: list[Atom]) -> bytes:
    told = {
        "name": table.name, "size": table.size, "named_table": boolean(table.named), "type": table.kind,
        "keypos": table.position, "protection": Atom(table.protection), "major_version": 1, "minor_version": 0,
        "extended_info": from_list(list(extended)),
    }  # fmt: skip
    rows = table.all_rows()
    terms = [written(tuple((Atom(key), value) for key, value in told.items())), *map(written, rows)]
    end: list[Any] = [(Atom("count"), len(rows))] if _COUNT in extended else []
    if _MD5 in extended:
        end.append((Atom("md5"), _digest(b"".join(terms))))
    if end:
        terms.append(written(from_list([_END, from_list(end)])))
    return _MAGIC + _CLOSED + b"".join(map(_record, terms))


def _write_options(options: Any) -> list[Atom]:
    """Return what the file tells besides: of ``:object_count`` and ``:md5sum`` those that were asked for."""
    if not is_list(options):
        raise Raised(_CLAUSE)
    extended: set[Atom] | None = None
    for each in _each(options):
        if each.__class__ is not tuple or len(each) != 2:
            raise _Problem((Atom("unknown_option"), each))
        if each[0] is _INFO and extended is None:
            extended = set()
            for item in _each(each[1]):
                if item not in (_COUNT, _MD5):
                    raise _Problem((Atom("unknown_option"), from_list([(_INFO, from_list([item]))])))
                extended.add(item)
        elif each[0] is not Atom("sync") or each[1] not in (TRUE, FALSE):
            raise _Problem((Atom("unknown_option"), each))
    return [each for each in (_COUNT, _MD5) if extended is not None and each in extended]


def _each(options: Any) -> Iterator[Any]:
    """Yield each of the options of a list; a problem is where it goes on as no list."""
    given, end = parts(options) if is_list(options) else ([], options)
    yield from given
    if end is not EMPTY:
        raise _Problem((Atom("malformed_option"), end))


# -- reading --------------------------------------------------------------------------------------


def file2tab(new: Callable[[Any, Any], Any], insert: Callable[[Any, Any], Any], delete: Callable[[Any], Any]) -> Any:
    """Return ``:ets.file2tab/1`` and ``/2``, which make tables, and fill them, with these functions."""

    def plain(path: Any) -> Steps:
        return (yield from with_options(path, EMPTY))

    def with_options(path: Any, options: Any) -> Steps:
        return (yield from _answered(load(path, options)))

    def load(path: Any, options: Any) -> Steps:
        verify, into = _read_options(options)
        records = yield from _opened(path)
        told, extended = _header(records)
        if told.get("major_version", 0) > 1:
            raise _Problem((Atom("unsupported_file_version"), (told["major_version"], told.get("minor_version", 0))))
        table = made(told) if into is None else into
        yield from _call()
        try:
            rows, end = _rows(records, (Atom("checksum_error") if _MD5 in extended else _BAD) if verify else None)
            insert(table, from_list(rows))
            if verify:
                _verify(records, told, extended, rows, end)
        except _Problem:
            delete(table)
            raise
        return (_OK, table)

    def made(told: dict[str, Any]) -> Any:
        named = [Atom("named_table")] if told["named_table"] is TRUE else []
        options = [told["type"], told["protection"], (Atom("keypos"), told["keypos"]), *named]
        try:
            return new(told["name"], from_list(options))
        except ValueError:
            raise _Problem(Atom("cannot_create_table")) from None

    return plain, with_options


def _read_options(options: Any) -> tuple[bool, Any]:
    verify, into = False, None
    for each in _each(options):
        pair = each.__class__ is tuple and len(each) == 2
        if pair and each[0] is Atom("verify") and each[1] in (TRUE, FALSE):
            verify = verify or each[1] is TRUE
        elif pair and each[0] is Atom("table") and into is None:
            into = each[1]
        else:
            raise _Problem((Atom("unknown_option"), each))
    return verify, into


def _header(records: list[bytes | None]) -> tuple[dict[str, Any], list[Any]]:
    """Return what a file tells of its table, and what besides."""
    term = read(records[0], foreign=True)[0] if records and records[0] is not None else None
    if term.__class__ is not tuple:
        raise _Problem(_BAD)
    told = {each[0].name: each[1] for each in term if each.__class__ is tuple and each[0].__class__ is Atom}
    if any(key not in told for key in _TOLD) or told["type"] not in CLASSES:
        raise _Problem(_BAD)
    extended = told.get("extended_info", EMPTY)
    return told, parts(extended)[0] if is_list(extended) else []


def _rows(records: list[bytes | None], problem: Atom | None) -> tuple[list[Any], dict[Atom, Any] | None]:
    """Return the rows of a file, and what its end tells of them, None where it has none.

    *problem* is what is told of a row that can't be read; with None those that are no record are left out.
    """
    rows: list[Any] = []
    for each in records[1:]:
        if each is None:
            if problem is not None:
                raise _Problem(_BAD)
            continue
        row = _row(each, problem)
        if is_list(row):
            return rows, dict(parts(parts(row)[0][1])[0])
        rows.append(row)
    return rows, None


def _row(data: bytes, problem: Atom | None) -> Any:
    try:
        return read(data)[0]
    except ValueError:
        if problem is not None:
            raise _Problem(problem) from None
        return refuse("to read a table from a file with a row that is no term")


def _verify(records: list[bytes | None], told: dict[str, Any], extended: list[Any], rows: list[Any], end: Any) -> None:
    """Raise a problem for a file whose rows are not those that were written."""
    if end is None and (_COUNT in extended or _MD5 in extended):
        raise _Problem(_BAD)
    if _MD5 in extended and end.get(Atom("md5")) != _digest(b"".join(each or b"" for each in records[:-1])):
        raise _Problem(Atom("checksum_error"))
    counted = end.get(Atom("count")) if _COUNT in extended else None if _MD5 in extended else told["size"]
    if counted is not None and counted != len(rows):
        raise _Problem(Atom("invalid_object_count"))


def tabfile_info(path: Any) -> Steps:
    """``:ets.tabfile_info/1``: what a file tells of its table."""
    if path.__class__ is not Atom and not is_list(path):
        raise Raised(_CLAUSE)
    return (yield from _answered(_info(path)))


def _info(path: Any) -> Steps:
    told, extended = _header((yield from _opened(path)))
    yield from _call()
    version = (told.get("major_version", 0), told.get("minor_version", 0))
    shown = [*((Atom(key), told[key]) for key in _TOLD), (_INFO, from_list(extended)), (Atom("version"), version)]
    return (_OK, from_list(shown))
