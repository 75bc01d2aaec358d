"""Erlang's ``:crypto``: digests; its random bytes come of the run's own generator, and are no secret."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any, Final

from simulator.elixir.library.files.io import iodata
from simulator.elixir.runtime.bridge import boolean
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.sizes import check_bytes
from simulator.elixir.runtime.world import current
from simulator.terms import Atom
from simulator.terms.bits import binary, bytes_of

_NAMES: Final = {
    "md5": "md5", "sha": "sha1", "sha224": "sha224", "sha256": "sha256", "sha384": "sha384", "sha512": "sha512",
    "sha3_256": "sha3_256", "sha3_512": "sha3_512", "blake2b": "blake2b", "blake2s": "blake2s",
}  # fmt: skip


def _name(kind: Any) -> str:
    if kind.__class__ is not Atom or kind.name not in _NAMES:
        raise badarg(1, "Bad digest type")
    return _NAMES[kind.name]


def hash_(kind: Any, data: Any) -> Any:
    """``:crypto.hash/2``"""
    return binary(hashlib.new(_name(kind), iodata(data), usedforsecurity=False).digest())


def mac(kind: Any, digest: Any, key: Any, data: Any) -> Any:
    """``:crypto.mac/4`` for ``:hmac``"""
    if kind is not Atom("hmac"):
        raise badarg(1, "Unknown mac algorithm")
    return binary(hmac.new(bytes_of(key), iodata(data), _name(digest)).digest())


def strong_rand_bytes(count: Any) -> Any:
    """``:crypto.strong_rand_bytes/1``"""
    if count.__class__ is not int or count < 0:
        raise badarg(1, "not a size")
    check_bytes(count)
    return binary(current().random.randbytes(count))


def start() -> Any:
    """``:crypto.start/0``"""
    return Atom("ok")


def bytes_to_integer(data: Any) -> int:
    """``:crypto.bytes_to_integer/1``"""
    return int.from_bytes(bytes_of(data), "big")


def exor(left: Any, right: Any) -> Any:
    """``:crypto.exor/2``"""
    return binary(bytes(one ^ other for one, other in zip(bytes_of(left), bytes_of(right), strict=True)))


def hash_equals(left: Any, right: Any) -> Atom:
    """``:crypto.hash_equals/2``"""
    if len(bytes_of(left)) != len(bytes_of(right)):
        raise badarg(1, "not of the same size")
    return boolean(left == right)


FUNCTIONS = {
    "bytes_to_integer/1": bytes_to_integer, "exor/2": exor, "hash_equals/2": hash_equals,
    "hash/2": hash_, "mac/4": mac, "strong_rand_bytes/1": strong_rand_bytes, "start/0": start,
}  # fmt: skip
