"""The order in which the BEAM walks a table of ``:ets`` that is a ``set`` or a bag: that of its buckets.

It can be told for keys that are atoms, and for those of which :mod:`simulator.terms.hashes` can tell a hash.
Source of the semantics: Erlang/OTP 25 on 64 bits; a table has as many buckets as it once had keys, at least 256,
and one that is added takes its keys from the one that it was split from.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Final

from simulator.terms.atoms import Atom
from simulator.terms.hashes import SALT, Unknown, hash_of
from simulator.terms.portable_hash import atom_hash

_LEAST: Final = 256
_CONSTANTS: Final = {True: "true", False: "false", None: "nil"}


def table_order(keys: Iterable[Any], buckets: int) -> list[int] | None:
    """Return the places of *keys*, as they were inserted, in the order of a walk; None if that cannot be told.

    *buckets* is how many keys there once were.

    >>> table_order(range(1, 11), 10)
    [2, 6, 3, 7, 1, 8, 0, 9, 5, 4]
    """
    buckets = max(buckets, _LEAST)
    mask = (1 << (buckets - 1).bit_length()) - 1
    half = mask >> 1
    found = []
    try:
        for key in keys:
            number = _bucket_hash(key)
            bucket = number & mask
            found.append(bucket if bucket < buckets else number & half)
    except Unknown:
        return None
    return sorted(range(len(found)), key=found.__getitem__)


def _bucket_hash(key: Any) -> int:
    cls = key.__class__
    if cls is Atom:
        return _atom(key.name)
    if cls is int or cls is str:
        return _plain(key)
    if cls is bool or key is None:
        return _atom(_CONSTANTS[key])
    return hash_of(key, SALT)


_atom = lru_cache(1 << 14)(atom_hash)


@lru_cache(1 << 16)
def _plain(key: int | str) -> int:
    return hash_of(key, SALT)
