"""Conversions of ``:erlang``: atoms, numbers and binaries from texts, and to texts."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.files.io import iodata
from simulator.elixir.runtime.errors import check, unless
from simulator.elixir.runtime.values.basics import badarg, base_problem
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.graphemes import is_binary
from simulator.elixir.runtime.values.kept import atom_of
from simulator.elixir.runtime.values.long_integers import integer_in, read_integer
from simulator.terms import Atom, Pid, Reference, inspect
from simulator.terms.bits import Bits, binary, bytes_of
from simulator.terms.lists import from_list, is_list
from simulator.terms.text import short_float


def _charlist(text: str) -> Any:
    return from_list(list(map(ord, text)))


def _chars(term: Any) -> str:
    """Return a charlist as text."""
    if not is_list(term) or any(each.__class__ is not int for each in to_list(term)):
        raise badarg(1, "not a list of characters")
    return "".join(map(chr, to_list(term)))


def atom_to_binary(term: Any) -> str:
    """``:erlang.atom_to_binary/1``"""
    if term.__class__ is not Atom:
        raise badarg(1, "not an atom")
    return term.name


def atom_to_binary_as(term: Any, encoding: Any) -> str:
    """``:erlang.atom_to_binary/2``"""
    return atom_to_binary(term)


def atom_to_list(term: Any) -> Any:
    """``:erlang.atom_to_list/1``"""
    return _charlist(atom_to_binary(term))


def binary_to_atom(term: Any) -> Atom:
    """``:erlang.binary_to_atom/1``"""
    if term.__class__ is not str:
        raise badarg(1, "not a binary")
    return atom_of(term)


def binary_to_atom_as(term: Any, encoding: Any) -> Atom:
    """``:erlang.binary_to_atom/2``"""
    return binary_to_atom(term)


def binary_to_existing_atom(term: Any) -> Atom:
    """``:erlang.binary_to_existing_atom/1``"""
    if term.__class__ is not str:
        raise badarg(1, "not a binary")
    if not Atom.exists(term):
        raise badarg(1, "not an already existing atom")
    return Atom(term)


def binary_to_existing_atom_as(term: Any, encoding: Any) -> Atom:
    """``:erlang.binary_to_existing_atom/2``"""
    return binary_to_existing_atom(term)


def list_to_existing_atom(term: Any) -> Atom:
    """``:erlang.list_to_existing_atom/1``"""
    return binary_to_existing_atom(_chars(term))


def list_to_atom(term: Any) -> Atom:
    """``:erlang.list_to_atom/1``"""
    return atom_of(_chars(term))


def _in_base(number: Any, base: Any) -> str:
    check(unless(int, number, "not an integer"), base_problem(base))
    return integer_in(number, base)


def integer_to_binary(number: Any) -> str:
    """``:erlang.integer_to_binary/1``"""
    return _in_base(number, 10)


def integer_to_binary_in(number: Any, base: Any) -> str:
    """``:erlang.integer_to_binary/2``"""
    return _in_base(number, base)


def integer_to_list(number: Any) -> Any:
    """``:erlang.integer_to_list/1``"""
    return _charlist(_in_base(number, 10))


def integer_to_list_in(number: Any, base: Any) -> Any:
    """``:erlang.integer_to_list/2``"""
    return _charlist(_in_base(number, base))


def _integer(text: Any, base: int) -> int:
    plain = text.__class__ is str and text.isascii() and text.lstrip("+-").isalnum()
    try:
        if plain and len(text) - len(text.lstrip("+-")) < 2:
            sign = -1 if text[:1] == "-" else 1
            return sign * read_integer(text.lstrip("+-"), base)
    except ValueError:
        pass
    raise badarg(1, "not a textual representation of an integer")


def binary_to_integer(text: Any) -> int:
    """``:erlang.binary_to_integer/1``"""
    return _integer(text, 10)


def binary_to_integer_in(text: Any, base: Any) -> int:
    """``:erlang.binary_to_integer/2``"""
    check("" if is_binary(text) else "not a binary", base_problem(base))
    return _integer(text, base)


def list_to_integer(term: Any) -> int:
    """``:erlang.list_to_integer/1``"""
    return _integer(_chars(term), 10)


def list_to_integer_in(term: Any, base: Any) -> int:
    """``:erlang.list_to_integer/2``"""
    check("" if is_list(term) else "not a list", base_problem(base))
    return _integer(_chars(term), base)


def _float(text: Any) -> float:
    from math import isfinite
    from re import fullmatch

    if text.__class__ is str and fullmatch(r"[+-]?\d+\.\d+([eE][+-]?\d+)?", text) and isfinite(number := float(text)):
        return number
    raise badarg(1, "not a textual representation of a float")


def binary_to_float(text: Any) -> float:
    """``:erlang.binary_to_float/1``"""
    return _float(text)


def list_to_float(term: Any) -> float:
    """``:erlang.list_to_float/1``"""
    return _float(_chars(term))


def float_to_binary(number: Any) -> str:
    """``:erlang.float_to_binary/1``"""
    if number.__class__ is not float:
        raise badarg(1, "not a float")
    return f"{number:.20e}"


def float_to_binary_with(number: Any, opts: Any) -> str:
    """``:erlang.float_to_binary/2``: of the options ``:short``, ``:compact``, ``decimals`` and ``scientific``."""
    if number.__class__ is not float:
        raise badarg(1, "not a float")
    given = to_list(opts)
    named = {each.name for each in given if each.__class__ is Atom}
    told = {each[0].name: each[1] for each in given if each.__class__ is tuple}
    if "short" in named:
        return short_float(number)
    if "scientific" in told:
        return f"{number:.{told['scientific']}e}"
    if "decimals" in told:
        text = f"{number:.{told['decimals']}f}"
        if "compact" in named and "." in text:
            text = text.rstrip("0")
            text += "0" if text.endswith(".") else ""
        return text
    return f"{number:.20e}"


def float_to_list(number: Any) -> Any:
    """``:erlang.float_to_list/1``"""
    return _charlist(float_to_binary(number))


def float_to_list_with(number: Any, opts: Any) -> Any:
    """``:erlang.float_to_list/2``"""
    return _charlist(float_to_binary_with(number, opts))


def binary_to_list(term: Any) -> Any:
    """``:erlang.binary_to_list/1``"""
    if term.__class__ not in (str, bytes):
        raise badarg(1, "not a binary")
    return from_list(list(bytes_of(term)))


def binary_to_list_between(term: Any, first: Any, last: Any) -> Any:
    """``:erlang.binary_to_list/3``"""
    return from_list(list(bytes_of(term)[first - 1 : last]))


def list_to_binary(term: Any) -> Any:
    """``:erlang.list_to_binary/1``"""
    if not is_list(term):
        raise badarg(1, "not an iolist term")
    return binary(iodata(term))


def iolist_to_binary(term: Any) -> Any:
    """``:erlang.iolist_to_binary/1``"""
    return binary(iodata(term))


def iolist_size(term: Any) -> int:
    """``:erlang.iolist_size/1``"""
    return len(iodata(term))


def bitstring_to_list(term: Any) -> Any:
    """``:erlang.bitstring_to_list/1``"""
    if term.__class__ is Bits:
        whole = term.size // 8
        rest = term.size % 8
        return from_list([*term.data[:whole], Bits(term.data[whole:], rest)])
    return binary_to_list(term)


def pid_to_list(pid: Any) -> Any:
    """``:erlang.pid_to_list/1``"""
    if pid.__class__ is not Pid:
        raise badarg(1, "not a pid")
    return _charlist(inspect(pid)[4:])


def ref_to_list(ref: Any) -> Any:
    """``:erlang.ref_to_list/1``"""
    if ref.__class__ is not Reference:
        raise badarg(1, "not a reference")
    return _charlist("#Ref" + inspect(ref)[10:])


FUNCTIONS_OF_ERLANG = {
    "atom_to_binary/1": atom_to_binary, "atom_to_binary/2": atom_to_binary_as, "atom_to_list/1": atom_to_list,
    "binary_to_atom/1": binary_to_atom, "binary_to_atom/2": binary_to_atom_as,
    "binary_to_existing_atom/1": binary_to_existing_atom, "binary_to_existing_atom/2": binary_to_existing_atom_as,
    "list_to_atom/1": list_to_atom, "list_to_existing_atom/1": list_to_existing_atom,
    "integer_to_binary/1": integer_to_binary, "integer_to_binary/2": integer_to_binary_in,
    "integer_to_list/1": integer_to_list, "integer_to_list/2": integer_to_list_in,
    "binary_to_integer/1": binary_to_integer, "binary_to_integer/2": binary_to_integer_in,
    "list_to_integer/1": list_to_integer, "list_to_integer/2": list_to_integer_in,
    "binary_to_float/1": binary_to_float, "list_to_float/1": list_to_float, "float_to_binary/1": float_to_binary,
    "float_to_binary/2": float_to_binary_with, "float_to_list/1": float_to_list,
    "float_to_list/2": float_to_list_with, "binary_to_list/1": binary_to_list,
    "binary_to_list/3": binary_to_list_between, "list_to_binary/1": list_to_binary,
    "iolist_to_binary/1": iolist_to_binary, "iolist_size/1": iolist_size, "bitstring_to_list/1": bitstring_to_list,
    "pid_to_list/1": pid_to_list, "ref_to_list/1": ref_to_list,
}  # fmt: skip
"""What ``:erlang`` has of these."""
