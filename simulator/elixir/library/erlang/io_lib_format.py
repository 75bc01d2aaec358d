"""Erlang's ``:io_lib_format``, of which programs call how a number is written shortest."""

from __future__ import annotations

from typing import Any

from simulator.elixir.runtime.values.basics import badarg
from simulator.terms.lists import from_list
from simulator.terms.text import short_float


def fwrite_g(number: Any) -> Any:
    """``:io_lib_format.fwrite_g/1``: the shortest text that is read as this number."""
    if number.__class__ is not float:
        raise badarg(1, "not a float")
    return from_list([ord(each) for each in short_float(number)])


FUNCTIONS = {"fwrite_g/1": fwrite_g}
