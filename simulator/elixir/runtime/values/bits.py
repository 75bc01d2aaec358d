"""What generated code calls for binaries: building them of segments, and taking them apart."""

from __future__ import annotations

import struct as packing
from typing import Any, Final

from simulator.elixir.runtime.errors import Raised, erlang, exception, explained, rejected
from simulator.elixir.runtime.values.counted import count_bytes
from simulator.elixir.runtime.values.operators import BINARIES, BITSTRINGS
from simulator.elixir.runtime.values.sizes import check_bytes
from simulator.terms import Atom, inspect
from simulator.terms.bits import Bits, binary, bitstring, bytes_of, number_of

_LARGE: Final = 1 << 16
"""From here on it is looked at whether there is room for what is made."""
_COPIED: Final = _LARGE * 8
"""So many bits of a bitstring count when they are copied out of it."""


class _No:
    """Nothing, where every term could be something."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "NO"


NO: Final = _No()


def join_parts(parts: tuple[Any, ...]) -> Any:
    """Return the binary of several binaries."""
    try:
        return _roomy("".join(parts))
    except TypeError:
        for index, part in enumerate(parts):
            if part.__class__ not in BINARIES:
                raise _construction(index + 1, "binary", part) from None
        return binary(_roomy(b"".join(map(bytes_of, parts))))


def _roomy(made: Any) -> Any:
    """Return a binary that there is room for; a large one counts."""
    if len(made) > _LARGE:
        check_bytes(len(made))
    return made


def join_binaries(parts: list[Any]) -> Any:
    """Return the binary that a comprehension collected."""
    try:
        return _roomy("".join(parts))
    except TypeError:
        for part in parts:
            if part.__class__ is not Bits and part.__class__ not in BINARIES:
                raise erlang((Atom("badarg"), part)) from None
        return build_bits(tuple([("bitstring", part, None, False) for part in parts]))


def _construction(position: int, kind: str, value: Any, problem: str = "") -> Raised:
    """Return the error of the segment at *position*, which cannot be made of *value*."""
    wanted = _WANTED.get(kind) or f"a non-negative integer encodable as {kind}"
    why = problem or f"expected {wanted} but got: {inspect(value)}"
    told = f"construction of binary failed: segment {position} of type '{kind}': {why}"
    failure = Raised(Atom("badarg"), exception("ArgumentError", message=told))
    cause = (position, Atom(kind), Atom("short" if problem else "type"), value)
    failure.info = explained("erl_erts_errors", cause, "format_bs_fail")
    return failure


_WANTED: Final = {
    "binary": "a binary", "integer": "an integer", "float": "a float or an integer", "bitstring": "a binary",
}  # fmt: skip


def bit_count(count: Any, unit: int) -> int:
    """Return a segment's size in bits; below zero for what is no size, which no segment has."""
    return count * unit if count.__class__ is int and count >= 0 else -1


def build_bits(parts: tuple[Any, ...]) -> Any:
    """Return the bitstring of segments: type, value, size in bits (None: all of it), whether little-endian."""
    whole, total = 0, 0
    for index, (kind, value, bits, little) in enumerate(parts):
        number, count = _segment(index + 1, kind, value, bits, little)
        whole = whole << count | number
        total += count
    return bitstring(whole, total)


def _segment(position: int, kind: str, value: Any, bits: int | None, little: bool) -> tuple[int, int]:
    if bits is not None and bits < 0:
        raise rejected(1, "invalid size")
    if kind == "integer":
        if value.__class__ is not int:
            raise _construction(position, kind, value)
        assert bits is not None
        if bits > _LARGE:
            check_bytes(bits >> 3)
        return _turned(value & ((1 << bits) - 1), bits, little), bits
    if kind == "float":
        if value.__class__ not in (int, float) or bits not in (16, 32, 64):
            raise _construction(position, kind, value)
        data = packing.pack({16: ">e", 32: ">f", 64: ">d"}[bits], value)
        return int.from_bytes(data, "little" if little else "big"), bits
    if kind.startswith("utf"):
        return _character(position, kind, value, little)
    if value.__class__ not in (BINARIES if kind == "binary" else BITSTRINGS):
        raise _construction(position, kind, value)
    number, count = number_of(value)
    if bits is None:
        return number, count
    if bits > count:
        problem = f"the value {inspect(value)} is shorter than the size of the segment"
        raise _construction(position, kind, value, problem)
    return number >> (count - bits), bits


def _turned(number: int, bits: int, little: bool) -> int:
    """Return the bits of a number in the order of its bytes, lowest first if *little*."""
    if not little or bits <= 8:
        return number
    whole, rest = divmod(bits, 8)
    turned = int.from_bytes((number & ((1 << 8 * whole) - 1)).to_bytes(whole, "little"), "big")
    return turned << rest | number >> 8 * whole


def _character(position: int, kind: str, value: Any, little: bool) -> tuple[int, int]:
    if value.__class__ is int and 0 <= value < 0x110000 and not 0xD800 <= value < 0xE000:
        data = chr(value).encode(_CODECS[kind, little])
    else:
        raise _construction(position, kind, value)
    return int.from_bytes(data, "big"), 8 * len(data)


_CODECS: Final = {
    ("utf8", False): "utf-8", ("utf8", True): "utf-8", ("utf16", False): "utf-16-be", ("utf16", True): "utf-16-le",
    ("utf32", False): "utf-32-be", ("utf32", True): "utf-32-le",
}  # fmt: skip


def after_prefix(term: Any, prefix: Any) -> Any:
    """Return what follows *prefix* in a binary, NO if it does not begin so."""
    if term.__class__ is str and prefix.__class__ is str:
        return term[len(prefix) :] if term.startswith(prefix) else NO
    if term.__class__ not in BINARIES:
        return NO
    data, start = bytes_of(term), bytes_of(prefix)
    return binary(data[len(start) :]) if data.startswith(start) else NO


def after_prefix_bits(term: Any, prefix: Any) -> Any:
    """Return what follows *prefix* in a bitstring, NO if it does not begin so."""
    if term.__class__ is not Bits:
        return after_prefix(term, prefix)
    reader = BitReader(term.data, term.size)
    return reader.rest_bits() if reader.literal(bytes_of(prefix)) else NO


def first_char(term: Any) -> Any:
    """Return the first code point of a binary and the rest, NO if there is none."""
    if term.__class__ is str:
        return (ord(term[0]), term[1:]) if term else NO
    if term.__class__ is not bytes:
        return NO
    for size in (1, 2, 3, 4):
        try:
            return ord(term[:size].decode()), binary(term[size:])
        except (UnicodeDecodeError, TypeError):
            continue
    return NO


def first_char_bits(term: Any) -> Any:
    """Return the first code point of a bitstring and the rest, NO if there is none."""
    if term.__class__ is not Bits:
        return first_char(term)
    reader = BitReader(term.data, term.size)
    found = reader.utf8()
    return NO if found is NO else (found, reader.rest_bits())


def first_byte(term: Any) -> int:
    """Return the first byte of a binary, -1 if there is none."""
    if term.__class__ is str:
        if not term:
            return -1
        code = ord(term[0])
        return code if code < 0x80 else term[0].encode()[0]
    return term[0] if term.__class__ is bytes and term else -1


def first_byte_bits(term: Any) -> int:
    """Return the first eight bits of a bitstring, -1 if there are less."""
    if term.__class__ is not Bits:
        return first_byte(term)
    return term.data[0] if term.size >= 8 else -1


def after_byte(term: Any) -> Any:
    """Return what follows the first eight bits of a bitstring that has them."""
    if term.__class__ is str:
        return term[1:] if term[0] < "\x80" else binary(term.encode()[1:])
    if term.__class__ is bytes:
        return binary(term[1:])
    return Bits(term.data[1:], term.size - 8)


class BitReader:
    """Takes a bitstring apart, from its first bit on. What is not there, or does not fit, is NO."""

    __slots__ = ("data", "end", "position")

    def __init__(self, data: bytes, end: int) -> None:
        self.data = data
        self.position = 0
        self.end = end

    def _take(self, bits: int) -> int | None:
        """Return so many bits as a number; None if there are less."""
        start = self.position
        stop = start + bits
        if bits < 0 or stop > self.end:
            return None
        self.position = stop
        last = (stop + 7) >> 3
        return int.from_bytes(self.data[start >> 3 : last], "big") >> (8 * last - stop) & ((1 << bits) - 1)

    def integer(self, bits: int, signed: bool, little: bool) -> Any:
        """Take an integer."""
        number = self._take(bits)
        if number is None:
            return NO
        if little:
            number = _unturned(number, bits)
        return number - (1 << bits) if signed and bits and number >> (bits - 1) else number

    def float(self, bits: int, little: bool) -> Any:
        """Take a float of 16, 32 or 64 bits; what is none (NaN, infinity) does not fit."""
        number = self._take(bits) if bits in (16, 32, 64) else None
        if number is None:
            return NO
        data = number.to_bytes(bits // 8, "little" if little else "big")
        value = packing.unpack({16: ">e", 32: ">f", 64: ">d"}[bits], data)[0]
        return value if value - value == 0 else NO

    def part(self, bits: int) -> Any:
        """Take a bitstring of so many bits."""
        start = self.position
        if bits < 0 or start + bits > self.end:
            return NO
        if bits > _COPIED:
            count_bytes(bits >> 3)
        if not (start | bits) & 7:
            self.position = start + bits
            return binary(self.data[start >> 3 : (start + bits) >> 3])
        return bitstring(self._take(bits) or 0, bits)

    def rest(self) -> Any:
        """Take all that is left, which must be whole bytes."""
        return self.part(self.end - self.position) if not (self.end - self.position) & 7 else NO

    def rest_bits(self) -> Any:
        """Take all that is left."""
        return self.part(self.end - self.position)

    def literal(self, expected: bytes) -> bool:
        """Take these bytes; return whether they were there."""
        return self._take(8 * len(expected)) == int.from_bytes(expected, "big")

    def utf8(self) -> Any:
        """Take a code point in UTF-8."""
        for size in (1, 2, 3, 4):
            start = self.position
            number = self._take(8 * size)
            if number is None:
                return NO
            try:
                return ord(number.to_bytes(size, "big").decode())
            except (UnicodeDecodeError, TypeError):
                self.position = start
        return NO

    def utf16(self, little: bool) -> Any:
        """Take a code point in UTF-16."""
        return self._wide((16, 32), "utf-16-le" if little else "utf-16-be")

    def utf32(self, little: bool) -> Any:
        """Take a code point in UTF-32."""
        return self._wide((32,), "utf-32-le" if little else "utf-32-be")

    def _wide(self, sizes: tuple[int, ...], codec: str) -> Any:
        for bits in sizes:
            start = self.position
            number = self._take(bits)
            if number is None:
                return NO
            try:
                return ord(number.to_bytes(bits // 8, "big").decode(codec))
            except (UnicodeDecodeError, TypeError):
                self.position = start
        return NO


class _TextReader(BitReader):
    """Takes a binary of ASCII apart, each of whose letters is a byte."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text
        self.position = 0
        self.end = 8 * len(text)

    def _take(self, bits: int) -> int | None:
        start = self.position
        stop = start + bits
        if bits < 0 or stop > self.end:
            return None
        self.position = stop
        if bits == 8 and not start & 7:
            return ord(self.text[start >> 3])
        last = (stop + 7) >> 3
        data = self.text[start >> 3 : last].encode("ascii")
        return int.from_bytes(data, "big") >> (8 * last - stop) & ((1 << bits) - 1)

    def part(self, bits: int) -> Any:
        """Take a bitstring of so many bits."""
        start = self.position
        if (start | bits) & 7 or bits < 0 or start + bits > self.end:
            return super().part(bits)
        if bits > _COPIED:
            count_bytes(bits >> 3)
        self.position = start + bits
        return self.text[start >> 3 : (start + bits) >> 3]


def _unturned(number: int, bits: int) -> int:
    if bits <= 8:
        return number
    whole, rest = divmod(bits, 8)
    low = int.from_bytes((number >> rest).to_bytes(whole, "big"), "little")
    return (number & ((1 << rest) - 1)) << 8 * whole | low


def open_bits(term: Any) -> BitReader | None:
    """Return what reads a bitstring; None for what is none."""
    if term.__class__ is str:
        if term.isascii():
            return _TextReader(term)
        data = term.encode()
        return BitReader(data, 8 * len(data))
    if term.__class__ is bytes:
        return BitReader(term, 8 * len(term))
    return BitReader(term.data, term.size) if term.__class__ is Bits else None


def checked_bits(term: Any) -> BitReader:
    """Return what reads the bitstring of a generator."""
    found = open_bits(term)
    if found is None:
        raise erlang((Atom("bad_generator"), term))
    return found
