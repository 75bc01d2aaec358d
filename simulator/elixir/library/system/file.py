"""Erlang's ``:file``: whole files and folders, as far as Elixir's ``File`` stands on it; terms that stand in a file."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.files import file
from simulator.elixir.library.files.io import chardata
from simulator.elixir.library.system.written_terms import WrittenError, read_terms
from simulator.elixir.runtime.world import world
from simulator.terms import Atom
from simulator.terms.lists import from_list, is_list, parts

_OK, _ERROR = Atom("ok"), Atom("error")


def _chars(text: str) -> Any:
    return from_list([ord(each) for each in text])


def _name(path: Any) -> str:
    return chardata(path) if is_list(path) else str(path.name if path.__class__ is Atom else path)


def consult(path: Any) -> Any:
    """``:file.consult/1``: the terms of a file."""
    read = file.read(_name(path))
    if read[0] is _ERROR:
        return read
    try:
        return _OK, from_list(read_terms(str(read[1])))
    except WrittenError as wrong:
        found = str(wrong) if str(wrong).isalnum() else f"'{wrong}'"
        said = from_list([_chars("syntax error before: "), _chars(found)])
        return _ERROR, (wrong.line, Atom("erl_parse"), said)


def get_cwd() -> Any:
    """``:file.get_cwd/0``"""
    return _OK, _chars(world().files.folder)


def list_dir(path: Any) -> Any:
    """``:file.list_dir/1``: names as charlists."""
    found = file.FUNCTIONS["ls/1"](_name(path))
    return (_OK, from_list([_chars(each) for each in parts(found[1])[0]])) if found[0] is _OK else found


FUNCTIONS = {
    "consult/1": consult, "get_cwd/0": get_cwd, "list_dir/1": list_dir,
    "read_file/1": lambda path: file.read(_name(path)),
    "write_file/2": lambda path, content: file.write_2(_name(path), content),
    "delete/1": lambda path: file.FUNCTIONS["rm/1"](_name(path)),
    "make_dir/1": lambda path: file.FUNCTIONS["mkdir/1"](_name(path)),
    "del_dir/1": lambda path: file.FUNCTIONS["rmdir/1"](_name(path)),
    "rename/2": lambda path, to: file.rename(_name(path), _name(to)),
}  # fmt: skip
