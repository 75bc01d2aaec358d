"""The external term format: terms as bytes, as ``:erlang.term_to_binary/1`` writes them.

Source of the format: the Erlang run-time system's guide, "External Term Format", as OTP 25 writes it.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from types import FunctionType
from typing import Any, Final

from simulator.elixir.library.language.node import NODE
from simulator.elixir.runtime.modules.modules import captured
from simulator.elixir.runtime.titles import mfa_of
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.counted import count, parts
from simulator.elixir.runtime.values.kept import atom_of
from simulator.elixir.runtime.values.sizes import check_bytes
from simulator.elixir.runtime.world import current
from simulator.terms import Atom, Pid, Reference, inspect
from simulator.terms.bits import Bits, binary, bytes_of
from simulator.terms.lists import Cons, Empty, Lazy, from_list, is_list
from simulator.terms.maps import Map, from_pairs, pairs

_VERSION: Final = 131
_COMPRESSED: Final = 80
_LEVEL: Final = 6
_ANY: Final = (Atom("deterministic"), (Atom("minor_version"), 1))
"""Options that change nothing: this is how terms are written here anyway."""
_OTHERS: Final = (Atom("local"), (Atom("minor_version"), 0), (Atom("minor_version"), 2))


def term_to_binary(term: Any) -> Any:
    """Return a term as bytes. Stops the program at a closure: its code is no bytes here."""
    return binary(written(term))


def term_to_binary_with(term: Any, options: Any) -> Any:
    """Return a term as bytes, which may be compressed."""
    level = 0
    given, end = parts(options) if is_list(options) else ([], None)
    if end.__class__ is not Empty:
        raise badarg(2, "not a list")
    for each in given:
        if each is Atom("compressed"):
            level = _LEVEL
        elif each.__class__ is tuple and len(each) == 2 and each[0] is Atom("compressed") and each[1] in range(10):
            level = each[1]
        elif each in _OTHERS:
            refuse(f":erlang.term_to_binary/2 with {inspect(each)}")
        elif each not in _ANY:
            raise badarg(2, "invalid option in list")
    plain = written(term)
    small = _packed(plain, level) if level else plain
    return binary(min(plain, small, key=len))


def _packed(plain: bytes, level: int) -> bytes:
    """Return a written term compressed."""
    return bytes([_VERSION, _COMPRESSED]) + struct.pack(">I", len(plain) - 1) + zlib.compress(plain[1:], level)


def written(term: Any) -> bytes:
    """Return a term as bytes, the format's number before it.

    >>> written((1, Atom("ok")))
    b'\\x83h\\x02a\\x01d\\x00\\x02ok'
    """
    return bytes([_VERSION]) + _encoded(term)


def _encoded(term: Any) -> bytes:
    write = _WRITERS.get(term.__class__)
    if write is None:
        refuse(f"to write {inspect(term)} as bytes")
    return write(term)


def _pid(term: Pid) -> bytes:
    return b"X" + _atom(NODE) + struct.pack(">III", term.number, 0, 0)


def _reference(term: Reference) -> bytes:
    return b"Z" + struct.pack(">H", 3) + _atom(NODE) + struct.pack(">IIII", 0, term.number, 0, 0)


def _function(term: Any) -> bytes:
    if term.__qualname__.endswith("-"):
        refuse(f"to write {inspect(term)} as bytes")
    module, name, arity = mfa_of(term)
    return b"q" + _atom(module) + _atom(name) + _integer(arity)


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
    Lazy: _list, Empty: lambda term: b"j", str: _binary, bytes: _binary, Bits: _bits, Map: _map, Pid: _pid,
    Reference: _reference, FunctionType: _function,
}  # fmt: skip


class _Reader:
    """Reads terms from bytes, one after the other."""

    def __init__(self, data: bytes, safe: bool = False, foreign: bool = False) -> None:
        self.data = data
        self.place = 0
        self.safe = safe
        """Whether no new atoms and functions may come of it."""
        self.foreign = foreign
        """Whether pids and references come from elsewhere, and only their number is told."""

    def invalid(self) -> BaseException:
        """Return the error of what is no term."""
        unsafe = " or unsafe" if self.safe else ""
        return badarg(1, f"invalid{unsafe} external representation of a term")

    def take(self, size: int) -> bytes:
        """Return the next bytes."""
        found = self.data[self.place : self.place + size]
        if len(found) < size:
            raise self.invalid()
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
            if tag in _UNREAD:
                refuse(f"to read {_UNREAD[tag]} from bytes")
            raise self.invalid()
        return read(self)

    def name(self, form: str, encoding: str = "utf-8") -> Atom:
        """Return the next atom, whose length stands before it."""
        name = self.take(self.number(form)).decode(encoding)
        if self.safe and not Atom.exists(name):
            raise self.invalid()
        return atom_of(name)

    def home(self) -> None:
        """Read the node on which something is, which has to be this one."""
        node = self.term()
        if node is not NODE and not self.foreign:
            refuse(f"to read from bytes what is on the node {node}")

    def pid(self) -> Any:
        """Return the next pid."""
        self.home()
        number = self.number("I")
        self.take(8)
        return number if self.foreign else pid_of(number)

    def reference(self) -> Any:
        """Return the next reference."""
        size = self.number("H")
        self.home()
        _, number, *others = (self.number("I") for _ in range(size + 1))
        if not self.foreign and any(others):
            refuse("to read a reference of another run from bytes")
        return number if self.foreign else Reference(number)

    def function(self) -> Any:
        """Return the next function of a module."""
        module, name, arity = self.terms(3)
        return captured(module, name, arity)

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
    100: lambda r: r.name("H", "latin-1"), 115: lambda r: r.name("B", "latin-1"), 119: lambda r: r.name("B"),
    118: lambda r: r.name("H"), 88: lambda r: r.pid(), 90: lambda r: r.reference(), 113: lambda r: r.function(),
    99: lambda r: float(r.take(31).rstrip(b"\0")),
    104: lambda r: tuple(r.terms(r.number("B"))), 105: lambda r: tuple(r.terms(r.number("I"))),
    106: lambda r: from_list([]), 107: lambda r: from_list(list(r.take(r.number("H")))), 108: lambda r: r.listed(),
    77: lambda r: r.bits(), 109: lambda r: binary(r.take(r.number("I"))),
    116: lambda r: from_pairs([(r.term(), r.term()) for _ in range(r.number("I"))]),
}  # fmt: skip


_UNREAD: Final = {
    89: "a port", 101: "a reference", 102: "a port", 103: "a pid", 112: "a function", 114: "a reference", 120: "a port",
}  # fmt: skip
"""What the format has besides, and is not read."""


def pid_of(number: int) -> Pid:
    """Return the pid of the process with this number, whether it lives or not."""
    return next((pid for pid in current().list() if pid.number == number), None) or Pid(number)


def read(data: bytes, safe: bool = False, foreign: bool = False) -> tuple[Any, int]:
    """Return the term that bytes begin with, and how many those are; *foreign*: of pids there only the number.

    Raises ``ArgumentError`` for what is no term, and if it has to be *safe* for one with names that are new.
    """
    reader = _Reader(data, safe, foreign)
    if reader.take(1)[0] != _VERSION:
        raise reader.invalid()
    if data[1:2] != bytes([_COMPRESSED]):
        return reader.term(), reader.place
    reader.place += 1
    size = reader.number("I")
    check_bytes(size)
    unpack = zlib.decompressobj()
    try:
        plain = unpack.decompress(data[reader.place :], size + 1)
    except zlib.error:
        plain = b""
    if len(plain) != size or not unpack.eof:
        raise reader.invalid()
    return _Reader(plain, safe, foreign).term(), len(data) - len(unpack.unused_data)


def binary_to_term(given: Any) -> Any:
    """Return the term that bytes stand for. Raises ``ArgumentError`` for others."""
    return binary_to_term_with(given, from_list([]))


def binary_to_term_with(given: Any, options: Any) -> Any:
    """Return the term that bytes stand for; with ``:used`` and how many of them were read."""
    if given.__class__ is not str and given.__class__ is not bytes:
        raise badarg(1, "not a binary")
    chosen, end = parts(options) if is_list(options) else ([], None)
    if end.__class__ is not Empty:
        raise badarg(2, "not a list")
    if any(each not in (Atom("safe"), Atom("used")) for each in chosen):
        raise badarg(2, "invalid option in list")
    term, used = read(bytes_of(given), safe=Atom("safe") in chosen)
    return (term, used) if Atom("used") in chosen else term


FUNCTIONS_OF_ERLANG = {
    "term_to_binary/1": term_to_binary, "term_to_binary/2": term_to_binary_with, "binary_to_term/1": binary_to_term,
    "binary_to_term/2": binary_to_term_with,
}  # fmt: skip
