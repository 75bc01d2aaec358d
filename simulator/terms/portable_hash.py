"""The hash of a term that is the same on every BEAM: ``:erlang.phash2/1``.

Source of the semantics: Erlang/OTP 25, ``erlang:phash2/1,2``, whose values are promised to be the same whatever
the machine. A pid, a reference and a function hash by their numbers and names here, which no two systems share.
"""

from __future__ import annotations

from struct import pack, unpack
from typing import Any, Final

from simulator.terms.atoms import Atom
from simulator.terms.bits import Bits, bytes_of
from simulator.terms.hashes import MASK, mix_bytes, mix_words
from simulator.terms.identifiers import Pid, Reference
from simulator.terms.lists import EMPTY, Cell, Empty, parts
from simulator.terms.maps import Map
from simulator.terms.weight import weigh

_EMPTY: Final = 3_468_870_702
"""What the empty list hashes to where nothing came before it."""
_EMPTY_WORD: Final = 2
_LATIN_1: Final = (0xC2, 0xC3)
_SMALL: Final = 1 << 27


def phash2(term: Any) -> int:
    """Return the portable hash of *term*, a number of 32 bits.

    >>> phash2(1) & 0x7FF_FFFF, phash2(Atom("a")), phash2((1, 2)) & 0x7FF_FFFF
    (2614250, 97, 91564110)
    """
    weigh(term, 20)
    return _hash(term, 0)


def atom_hash(name: str) -> int:
    """Return the hash of an atom's name, a number below 2 to the 28th."""
    data = name.encode()
    state = index = 0
    while index < len(data):
        byte = data[index]
        index += 1
        if byte in _LATIN_1 and index < len(data):  # as if it were of one byte, as atoms once were
            byte = (byte << 6 | data[index] & 0x3F) & 0xFF
            index += 1
        state = (state << 4) + byte & MASK
        high = state & 0xF000_0000
        if high:
            state ^= high >> 24
            state ^= high
    return state


def _hash(term: Any, state: int) -> int:
    cls = term.__class__
    if cls is int:
        return _integer(term, state)
    if cls is Atom:
        value = atom_hash(term.name)
        return mix_words(value, 0, 3, state) if state else value
    if cls is str or cls is bytes:
        data = bytes_of(term)
        begin = _begun(state)
        return mix_bytes(data, begin) if data else begin
    if cls is float:
        low, high = unpack("<II", pack("<d", term or 0.0))
        return mix_words(high, low, 12, state)
    if cls is tuple:
        state = mix_words(len(term), 0, 9, state)
        for part in term:
            state = _hash(part, state)
        return state
    if cls is Empty:
        return mix_words(_EMPTY_WORD, 0, 2, state) if state else _EMPTY
    if isinstance(term, Cell):
        return _list(*parts(term), state)
    if cls is list:
        return _list(term, EMPTY, state)
    if cls is Map or cls is dict:
        return _map(term.d if cls is Map else term, state)
    if cls is Bits:
        whole, rest = divmod(term.size, 8)
        hashed = mix_bytes(term.data[:whole], _begun(state))
        return mix_words(rest, term.data[-1] >> 8 - rest, 15, hashed)
    if cls is Pid:
        return mix_words(term.number, 0, 5, state)
    if cls is Reference:
        return mix_words(term.number & MASK, 0, 7, state)
    return mix_words(atom_hash(getattr(term, "__qualname__", cls.__name__)), 0, 21, state)


def _begun(state: int) -> int:
    """Return the state in which the bytes of a binary are begun."""
    return 0x9E37_79B9 * 13 + state & MASK


def _integer(number: int, state: int) -> int:
    if -_SMALL <= number < _SMALL:
        if number < 0:  # mixed twice
            state = mix_words(-number, 0, 1, state)
        return mix_words(number & MASK, 0, 1, state)
    size, times = abs(number), 10 if number < 0 else 11
    while size:
        state = mix_words(size & MASK, size >> 32 & MASK, times, state)
        size >>= 64
    return state


def _list(items: list[Any], tail: Any, state: int) -> int:
    place = 0
    while place < len(items):
        begin = place
        while place < len(items) and items[place].__class__ is int and 0 <= items[place] < 256:
            place += 1
        for index in range(begin, place, 4):
            state = mix_words(int.from_bytes(bytes(items[index : min(index + 4, place)]), "big"), 0, 4, state)
        if place < len(items):
            state = _hash(items[place], state)
            place += 1
    return _hash(tail, state)


def _map(pairs: dict[Any, Any], state: int) -> int:
    """The pairs of a map are hashed each by itself, so that their order does not count."""
    state = mix_words(len(pairs), 0, 16, state)
    if not pairs:
        return state
    mixed = 0
    for key, value in pairs.items():
        mixed ^= _hash(value, _hash(key, 0))
    return mix_words(mixed, 0, 19, state)
