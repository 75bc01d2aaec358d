"""The external term format: terms as bytes, as ``:erlang.term_to_binary/1`` writes them.

Source of the format: the Erlang run-time system's guide, "External Term Format", as OTP 25 writes it.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from typing import Any

from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.counted import count, parts
from simulator.elixir.runtime.values.kept import atom_of
from simulator.terms import Atom
from simulator.terms.bits import Bits, binary, bytes_of
from simulator.terms.lists import Cons, Empty, Lazy, from_list
from simulator.terms.maps import Map, from_pairs, pairs

_VERSION = 131


def term_to_binary(term: Any) -> Any:
    """Return a term as bytes. Raises ``ArgumentError`` for a function, a pid or a reference: they stay in their run."""
    return binary(bytes([_VERSION]) + _encoded(term))


def term_to_binary_with(term: Any, options: Any) -> Any:
    """Return a term as bytes; the options change nothing of what comes back."""
    return term_to_binary(term)


def _encoded(term: Any) -> bytes:
    write = _WRITERS.get(term.__class__)
    if write is None:
        raise badarg(1, "not a term that can be written outside of the run that it belongs to")
    return write(term)


def _integer(term: int) -> bytes:
    if 0 <= term < 256:
        return bytes([97, term])
    if -(2**31) <= term < 2**31:
        return b"b" + struct.pack(">i", term)
    size = (abs(term).bit_length() + 7) // 8
    data = bytes([term < 0]) + abs(term).to_bytes(size, "little")
    return (bytes([110, size]) if size < 256 else b"o" + struct.pack(">I", size)) + data


def _atom(term: Atom) -> bytes:
    try:
        name = term.name.encode("latin-1")
    except UnicodeEncodeError:
        name = term.name.encode()
        return bytes([119, len(name)]) + name if len(name) < 256 else b"v" + struct.pack(">H", len(name)) + name
    return b"d" + struct.pack(">H", len(name)) + name


def _tuple(term: tuple[Any, ...]) -> bytes:
    count(4)  # a term that is shared again and again is small, and has no end
    head = bytes([104, len(term)]) if len(term) < 256 else b"i" + struct.pack(">I", len(term))
    return head + b"".join(map(_encoded, term))


def _list(term: Any) -> bytes:
    count(4)
    items, tail = parts(term)
    proper = tail.__class__ is Empty
    if proper and len(items) < 65_536 and all(item.__class__ is int and 0 <= item < 256 for item in items):
        return b"k" + struct.pack(">H", len(items)) + bytes(items)
    return b"l" + struct.pack(">I", len(items)) + b"".join(map(_encoded, items)) + _encoded(tail)


def _binary(term: str | bytes) -> bytes:
    data = bytes_of(term)
    return b"m" + struct.pack(">I", len(data)) + data


def _bits(term: Bits) -> bytes:
    return b"M" + struct.pack(">IB", len(term.data), term.size % 8) + term.data


def _map(term: Map) -> bytes:
    found = pairs(term)
    count(6 + 2 * len(found))
    return b"t" + struct.pack(">I", len(found)) + b"".join(_encoded(key) + _encoded(value) for key, value in found)


_WRITERS: dict[type, Callable[[Any], bytes]] = {
    int: _integer, float: lambda term: b"F" + struct.pack(">d", term), Atom: _atom, tuple: _tuple, Cons: _list,
    Lazy: _list, Empty: lambda term: b"j", str: _binary, bytes: _binary, Bits: _bits, Map: _map,
}  # fmt: skip


class _Reader:
    """Reads terms from bytes, one after the other."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.place = 0

    def take(self, size: int) -> bytes:
        """Return the next bytes."""
        found = self.data[self.place : self.place + size]
        if len(found) < size:
            raise badarg(1, "invalid or unsafe external representation of a term")
        self.place += size
        return found

    def number(self, form: str) -> Any:
        """Return the next number."""
        return struct.unpack(f">{form}", self.take(struct.calcsize(form)))[0]

    def term(self) -> Any:
        """Return the next term."""
        tag = self.take(1)[0]
        read = _READERS.get(tag)
        if read is None:
            raise badarg(1, "invalid or unsafe external representation of a term")
        return read(self)

    def terms(self, count: int) -> list[Any]:
        """Return the next so many terms."""
        return [self.term() for _ in range(count)]

    def big(self, size: int) -> int:
        """Return the next big integer."""
        negative = self.take(1)[0]
        value = int.from_bytes(self.take(size), "little")
        return -value if negative else value

    def bits(self) -> Any:
        """Return the next bitstring."""
        size, last = self.number("I"), self.number("B")
        return Bits(self.take(size), 8 * size - 8 + last)

    def listed(self) -> Any:
        """Return the next list."""
        items = self.terms(self.number("I"))
        return from_list(items, self.term())


_READERS: dict[int, Callable[[_Reader], Any]] = {
    97: lambda r: r.number("B"), 98: lambda r: r.number("i"), 110: lambda r: r.big(r.number("B")),
    111: lambda r: r.big(r.number("I")), 70: lambda r: r.number("d"),
    100: lambda r: atom_of(r.take(r.number("H")).decode("latin-1")),
    115: lambda r: atom_of(r.take(r.number("B")).decode("latin-1")),
    119: lambda r: atom_of(r.take(r.number("B")).decode()), 118: lambda r: atom_of(r.take(r.number("H")).decode()),
    104: lambda r: tuple(r.terms(r.number("B"))), 105: lambda r: tuple(r.terms(r.number("I"))),
    106: lambda r: from_list([]), 107: lambda r: from_list(list(r.take(r.number("H")))), 108: lambda r: r.listed(),
    77: lambda r: r.bits(), 109: lambda r: binary(r.take(r.number("I"))),
    116: lambda r: from_pairs([(r.term(), r.term()) for _ in range(r.number("I"))]),
}  # fmt: skip


def binary_to_term(given: Any) -> Any:
    """Return the term that bytes stand for. Raises ``ArgumentError`` for others."""
    if given.__class__ is not str and given.__class__ is not bytes:
        raise badarg(1, "not a binary")
    reader = _Reader(bytes_of(given))
    if reader.take(1)[0] != _VERSION:
        raise badarg(1, "invalid or unsafe external representation of a term")
    return reader.term()


def binary_to_term_with(given: Any, options: Any) -> Any:
    """Return the term that bytes stand for."""
    return binary_to_term(given)


FUNCTIONS_OF_ERLANG = {
    "term_to_binary/1": term_to_binary, "term_to_binary/2": term_to_binary_with, "binary_to_term/1": binary_to_term,
    "binary_to_term/2": binary_to_term_with,
}  # fmt: skip
