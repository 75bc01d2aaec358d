"""Binaries and bitstrings.

A binary is a ``str`` if it is valid UTF-8, else ``bytes``: so each has one form, and ``==`` tells them
apart rightly. A bitstring whose size is no multiple of eight bits is a :class:`Bits`.
Source of the semantics: the Erlang reference manual, "Data Types" (Bit Strings and Binaries).
"""

from __future__ import annotations

from typing import Any, ClassVar

from simulator.terms.chars import ProtocolUndefinedError
from simulator.terms.inspect import inspect
from simulator.terms.lean import absent

with absent("typing_extensions"):
    import msgspec


class Bits(msgspec.Struct, gc=False, frozen=True):
    """A bitstring of *size* bits, no multiple of eight: those of *data* from the left, with zeros at its end."""

    __taught_by__: ClassVar[str] = "simulator.terms.printing"
    __type_name__: ClassVar[str] = "BitString"

    data: bytes
    size: int

    def __to_text__(self) -> str:
        raise ProtocolUndefinedError("String.Chars", self)

    def __repr__(self) -> str:
        return inspect(self)


def binary(data: bytes) -> str | bytes:
    """Return these bytes as the binary they are.

    >>> binary(b"abc"), binary(b"\\xff")
    ('abc', b'\\xff')
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data


def bitstring(value: int, size: int) -> str | bytes | Bits:
    """Return the bitstring of the low *size* bits of *value*, the highest first.

    >>> bitstring(0b101, 3), bitstring(0x6162, 16)
    (<<5::size(3)>>, 'ab')
    """
    value &= (1 << size) - 1
    rest = -size % 8
    data = (value << rest).to_bytes((size + rest) // 8, "big")
    return Bits(data, size) if rest else binary(data)


def bytes_of(term: str | bytes) -> bytes:
    """Return the bytes of a binary."""
    return term.encode("utf-8") if term.__class__ is str else term  # type: ignore[return-value]


def number_of(term: Any) -> tuple[int, int]:
    """Return the bits of a binary or bitstring as one number, and how many they are.

    >>> number_of("ab"), number_of(Bits(b"\\xa0", 3))
    ((24930, 16), (5, 3))
    """
    if term.__class__ is Bits:
        return int.from_bytes(term.data, "big") >> (-term.size % 8), term.size
    data = bytes_of(term)
    return int.from_bytes(data, "big"), 8 * len(data)
