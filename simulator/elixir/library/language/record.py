"""Elixir's ``Record``: what its macros give, and what they ask for when the program runs.

A record is a tuple whose first element is its tag. Source of the semantics: Elixir 1.14, ``Record``.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.language.macro import escape
from simulator.elixir.runtime.errors import error
from simulator.elixir.runtime.unsupported import refuse
from simulator.terms import Atom, atom, inspect
from simulator.terms.lists import EMPTY, from_list, is_list, to_list
from simulator.terms.maps import Map

_NIL, _OTHERS = Atom("nil"), Atom("_")
_ANY = (Atom("_"), EMPTY, _NIL)


def fields_of(given: Any) -> Any:
    """Return names and defaults, the latter in quoted form: ``nil`` where a record says only the name."""
    pairs = [each if each.__class__ is tuple else (each, _NIL) for each in to_list(given)]
    return escape(from_list([(name, escape(default)) for name, default in pairs]))


def access(tag: Any, fields: Any, args: Any, caller: Any) -> Any:
    """Return quoted code: a new record, the place of a field, or a record as a keyword list."""
    known = to_list(fields)
    if args.__class__ is Atom and args is not _NIL:
        return _place(tag, known, args)
    if is_list(args) and all(each.__class__ is tuple and len(each) == 2 for each in to_list(args)):
        return _created(tag, known, dict(to_list(args)), caller)
    names = from_list([name for name, _ in known])
    return _call("Elixir.Record", "__keyword__", [tag, names, args])


def access_of(tag: Any, fields: Any, record: Any, args: Any, caller: Any) -> Any:
    """Return quoted code: a field of a record, or the record with other values."""
    known = to_list(fields)
    if args.__class__ is Atom:
        return _call("erlang", "element", [_place(tag, known, args) + 1, record])
    if _matches(caller):
        raise error("ArgumentError", message="cannot invoke update style macro inside match")
    made = record
    for name, value in to_list(args):
        made = _call("erlang", "setelement", [_place(tag, known, name) + 1, made, value])
    return made


def keyword(tag: Any, names: Any, record: Any) -> Any:
    """Return a record's fields as a keyword list. Raises ``ArgumentError`` for what is no such record."""
    known = to_list(names)
    if record.__class__ is tuple and len(record) == len(known) + 1 and record[0] is tag:
        return from_list(list(zip(known, record[1:], strict=True)))
    raise error("ArgumentError", message="expected argument to be a literal atom, literal keyword or a "
                f"{inspect(tag)} record, got runtime: {inspect(record)}")  # fmt: skip


def _created(tag: Any, known: list[Any], given: dict[Any, Any], caller: Any) -> Any:
    others = given.pop(_OTHERS, None)
    unknown = next((name for name in given if name not in dict(known)), None)
    if unknown is not None:
        raise error("ArgumentError", message=f"record {inspect(tag)} does not have the key: {inspect(unknown)}")
    if others is None and _matches(caller):
        others = _ANY
    values = [given.get(name, default if others is None else others) for name, default in known]
    return (Atom("{}"), EMPTY, from_list([tag, *values]))


def _place(tag: Any, known: list[Any], name: Any) -> int:
    for number, (each, _) in enumerate(known, 1):
        if each is name:
            return number
    raise error("ArgumentError", message=f"record {inspect(tag)} does not have the key: {inspect(name)}")


def _matches(caller: Map) -> bool:
    return caller.d.get(Atom("context")) is Atom("match")


def _call(module: str, name: str, args: list[Any]) -> Any:
    dot = (Atom("."), EMPTY, from_list([Atom(module), Atom(name)]))
    return (dot, EMPTY, from_list(list(args)))


_HEADERS = {
    ("file_info", "kernel/include/file.hrl"):
        "size type access atime mtime ctime mode links major_device minor_device inode uid gid",
}  # fmt: skip
"""The fields of records that Erlang's headers define, which are all undefined where nothing is said of them."""


def extract(name: Any, options: Any) -> Any:
    """``Record.extract/2``, of the records of OTP that are known here."""
    header = str(next((value for key, value in to_list(options) if key is Atom("from_lib")), ""))
    fields = _HEADERS.get((name.name, header))
    if fields is None:
        refuse("Record.extract/2")
    return from_list([(Atom(each), atom.undefined) for each in fields.split()])


FUNCTIONS = {
    "extract/2": extract,
    "__access__/4": access, "__access__/5": access_of, "__fields__/1": fields_of, "__keyword__/3": keyword,
}  # fmt: skip
MACROS = dict.fromkeys([
    "defrecord/2", "defrecord/3", "defrecordp/2", "defrecordp/3", "is_record/1", "is_record/2",
])  # fmt: skip
"""What there is; ``simulator.elixir.expand.modules.records`` does it."""
