"""The order in which the BEAM walks a map of more than 32 keys: that of its hashes.

It can be told for keys made of integers, floats, binaries and tuples and lists of those. What an atom, a
pid or a reference hashes to depends on the run of the virtual machine, so there is no order to be told.
Source of the semantics: Erlang/OTP 25 on 64 bits, the hash of keys in large maps (a trie of 16 branches a level).
"""

from __future__ import annotations

from functools import lru_cache
from struct import pack, unpack
from typing import Any

from simulator.terms.bits import Bits, bytes_of
from simulator.terms.lists import Cell, Empty, parts

MASK = 0xFFFF_FFFF
_GOLDEN = 0x9E37_79B9
SALT = 3_432_918_353
"""What the hash of a key begins with, in a large map and in a table."""


class Unknown(Exception):
    """The hash of a term depends on the run of the virtual machine."""


def walk_order(keys: list[Any]) -> list[Any] | None:
    """Return *keys* in the order in which the BEAM walks a large map of them; None if that cannot be told.

    >>> walk_order(list(range(1, 41)))[:8]
    [33, 12, 23, 29, 30, 39, 26, 31]
    """
    try:
        return sorted(keys, key=_path, reverse=True)
    except Unknown:
        return None


def _path(key: Any) -> int:
    """Return the branches that lead to *key*, the first one as the highest digit."""
    cls = key.__class__
    return _known_path(key) if cls is int or cls is str else _branches(hash_of(key, SALT))


@lru_cache(1 << 16)
def _known_path(key: int | str) -> int:
    return _branches(hash_of(key, SALT))


def _branches(number: int) -> int:
    return int(f"{number:08x}"[::-1], 16)


def mix_words(first: int, second: int, times: int, state: int) -> int:
    """Mix two words into *state*; the constant is a multiple of the golden ratio."""
    constant = _GOLDEN * times & MASK
    return _mixed(constant + first & MASK, constant + second & MASK, state)[2]


def hash_of(term: Any, state: int) -> int:
    """Return the hash of a term, which begins with *state*. Raises :class:`Unknown`."""
    cls = term.__class__
    if cls is int:
        return _integer(term, state)
    if cls is str or cls is bytes:
        data = bytes_of(term)
        begin = _GOLDEN * 13 + state & MASK
        return mix_bytes(data, begin) if data else begin
    if cls is float:
        low, high = unpack("<II", pack("<d", term or 0.0))
        return mix_words(low, high, 12, state)
    if cls is tuple:
        state = mix_words(len(term), 0, 9, state)
        for part in term:
            state = hash_of(part, state)
        return state
    if cls is Empty:
        return mix_words(0x3B, 0, 1, state)
    if isinstance(term, Cell):
        return _list(term, state)
    if cls is Bits:
        whole, rest = divmod(term.size, 8)
        begin = _GOLDEN * 13 + state & MASK
        return mix_words(rest, term.data[-1] >> 8 - rest, 15, mix_bytes(term.data[:whole], begin))
    raise Unknown


def _integer(number: int, state: int) -> int:
    if -(1 << 59) <= number < 1 << 59:
        word = (number << 4 | 0xF) & (1 << 64) - 1
        return mix_words(word & MASK, word >> 32, 1, state)
    size, times = abs(number), 10 if number < 0 else 11
    while size:
        state = mix_words(size & MASK, size >> 32 & MASK, times, state)
        size >>= 64
    return state


def _list(term: Cell, state: int) -> int:
    items, tail = parts(term)
    place = 0
    while place < len(items):
        begin = place
        while place < len(items) and items[place].__class__ is int and 0 <= items[place] < 256:
            place += 1
        state = _characters(items[begin:place], state)
        if place < len(items):
            state = hash_of(items[place], _turned(state, 17))
            place += 1
            if place == len(items):
                state = _turned(state, 18)
    return hash_of(tail, state)


def _turned(state: int, times: int) -> int:
    state ^= _GOLDEN * times & MASK
    return (state << 17 ^ state >> 15) & MASK


def _characters(codes: list[int], state: int) -> int:
    for index in range(0, len(codes), 4):
        part = codes[index : index + 4]
        word = int.from_bytes(bytes(part), "big")
        state = mix_words(word, 0, 4, state) if len(part) == 4 else mix_words(word, len(part), 22, state)
    return state


def mix_bytes(data: bytes, state: int) -> int:
    a = b = _GOLDEN
    c = state
    size = len(data)
    whole = size - size % 12
    for index in range(0, whole, 12):
        first, second, third = unpack("<III", data[index : index + 12])
        a, b, c = _mixed(a + first & MASK, b + second & MASK, c + third & MASK)
    rest = data[whole:]
    head = rest[:8].ljust(8, b"\0")
    first, second = unpack("<II", head)
    third = int.from_bytes(rest[8:], "little") << 8
    return _mixed(a + first & MASK, b + second & MASK, c + size + third & MASK)[2]


def _mixed(a: int, b: int, c: int) -> tuple[int, int, int]:
    """Return all three words after they have been mixed."""
    for left, middle, right in ((13, 8, 13), (12, 16, 5), (3, 10, 15)):
        a = (a - b - c & MASK) ^ c >> left
        b = (b - c - a & MASK) ^ (a << middle & MASK)
        c = (c - a - b & MASK) ^ b >> right
    return a, b, c
