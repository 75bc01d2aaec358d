"""Erlang's ``:io_lib``, as far as it makes texts."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.string.formats import parts_of
from simulator.elixir.library.string.printed_terms import written
from simulator.elixir.runtime.bridge import boolean
from simulator.elixir.runtime.values.counted import parts
from simulator.terms.lists import from_list, is_list


def format_(control: Any, arguments: Any) -> Any:
    """``:io_lib.format/2``: the characters, with a list in their midst for each control."""
    made: list[Any] = []
    for number, part in enumerate(parts_of(control, arguments)):
        codes = list(map(ord, part))
        made += [from_list(codes)] if number % 2 else codes
    return from_list(made)


def write(term: Any) -> Any:
    """``:io_lib.write/1``"""
    return from_list(list(map(ord, written(term))))


def printable_list(term: Any) -> Any:
    """``:io_lib.printable_list/1``"""
    if not is_list(term):
        return boolean(False)
    items, end = parts(term)
    return boolean(is_list(end) and all(each.__class__ is int and chr(each).isprintable() for each in items))


FUNCTIONS = {"format/2": format_, "fwrite/2": format_, "write/1": write, "printable_list/1": printable_list}
