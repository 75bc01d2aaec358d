"""Erlang's ``:crypto``: digests, no ciphers; its random bytes come of the run's own generator, and are no secret."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any, Final

from simulator.elixir.library.files.io import iodata
from simulator.elixir.runtime.bridge import boolean
from simulator.elixir.runtime.errors import Raised, erlang
from simulator.elixir.runtime.unsupported import refuse
from simulator.elixir.runtime.values.counted import count
from simulator.elixir.runtime.values.graphemes import is_binary
from simulator.elixir.runtime.values.kept import check_kept
from simulator.elixir.runtime.values.sizes import check_bytes
from simulator.elixir.runtime.world import current, world
from simulator.terms import Atom, Reference, inspect
from simulator.terms.bits import binary, bytes_of
from simulator.terms.lists import from_list

_NAMES: Final = {
    "md5": "md5", "sha": "sha1", "sha224": "sha224", "sha256": "sha256", "sha384": "sha384", "sha512": "sha512",
    "sha3_224": "sha3_224",
    "sha3_256": "sha3_256", "sha3_384": "sha3_384", "sha3_512": "sha3_512", "blake2b": "blake2b", "blake2s": "blake2s",
}  # fmt: skip
_DIGEST: Final = 20
"""Bytes of the shortest digest that is in use: one round makes at most so many."""


def _wrong(file: str, line: int, text: str) -> Raised:
    """Return the error of OTP's own code in C, which tells where it stands."""
    return erlang((Atom("badarg"), (_chars(file), line), _chars(text)))


def _chars(text: str) -> Any:
    return from_list([ord(each) for each in text])


def _bytes(data: Any) -> bytes:
    """Return the bytes of what is made of binaries. Raises ``ArgumentError`` for what is not."""
    if data.__class__ is Atom or data.__class__ is int or data.__class__ is tuple:
        raise erlang(Atom("badarg"))
    return iodata(data)


def _name(kind: Any, file: str, line: int, text: str = "Bad digest type") -> str:
    if kind.__class__ is not Atom or kind.name not in _NAMES:
        raise _wrong(file, line, text)
    return _NAMES[kind.name]


def hash_(kind: Any, data: Any) -> Any:
    """``:crypto.hash/2``"""
    return binary(hashlib.new(_name(kind, "hash.c", 108), _bytes(data), usedforsecurity=False).digest())


def mac(kind: Any, digest: Any, key: Any, data: Any) -> Any:
    """``:crypto.mac/4`` for ``:hmac``"""
    made = _keyed(kind, digest, key, 263, 233)
    if data.__class__ is Atom:
        raise _wrong("mac.c", 175, "Bad text")
    made.update(_bytes(data))
    return binary(made.digest())


def mac_cut(kind: Any, digest: Any, key: Any, data: Any, size: Any) -> Any:
    """``:crypto.macN/5``: no more than so many bytes of it."""
    made = bytes_of(mac(kind, digest, key, data))
    if size.__class__ is not int or not 0 <= size <= len(made):
        raise erlang(Atom("badarg"))
    return binary(made[:size])


def _keyed(kind: Any, digest: Any, key: Any, bad_digest: int, bad_kind: int) -> hmac.HMAC:
    if kind in (Atom("cmac"), Atom("poly1305")):
        refuse(f":crypto.mac with {inspect(kind)}")
    if kind is not Atom("hmac"):
        raise _wrong("mac.c", bad_kind, "Unknown mac algorithm")
    name = _name(digest, "mac.c", bad_digest, "Bad digest algorithm for HMAC")
    return hmac.new(_bytes(key), digestmod=name)


def pbkdf2(digest: Any, password: Any, salt: Any, rounds: Any, size: Any) -> Any:
    """``:crypto.pbkdf2_hmac/5``"""
    name = _name(digest, "pbkdf2_hmac.c", 34)
    if not is_binary(password):
        raise _wrong("pbkdf2_hmac.c", 41, "Not binary")
    if not is_binary(salt) or any(each.__class__ is not int or each < 0 for each in (rounds, size)):
        raise erlang(Atom("badarg"))
    for number, line in ((rounds, 49), (size, 54)):
        if not number:
            raise _wrong("pbkdf2_hmac.c", line, "Must be > 0")
    check_bytes(size)
    count(rounds * (1 + size // _DIGEST))
    return binary(hashlib.pbkdf2_hmac(name, bytes_of(password), bytes_of(salt), rounds, size))


# -- digests of what comes in pieces ------------------------------------------------------------------


def _held(state: Any) -> Reference:
    """Return a reference that stands for how far a digest has come."""
    kept = world().digests
    check_kept(len(kept), ":crypto")
    ref: Reference = current().make_ref()
    kept[ref.number] = state
    return ref


def _state(ref: Any, file: str, line: int, text: str, kind: str) -> Any:
    found = world().digests.get(ref.number) if ref.__class__ is Reference else None
    if found is None or (kind == "mac") is not isinstance(found, hmac.HMAC):
        raise _wrong(file, line, text)
    return found


def hash_init(kind: Any) -> Any:
    """``:crypto.hash_init/1``"""
    return _held(hashlib.new(_name(kind, "hash.c", 142), usedforsecurity=False))


def hash_update(ref: Any, data: Any) -> Any:
    """``:crypto.hash_update/2``: the digest before stays as it is."""
    made = _state(ref, "hash.c", 171, "Bad state", "hash").copy()
    made.update(_bytes(data))
    return _held(made)


def hash_final(ref: Any) -> Any:
    """``:crypto.hash_final/1``"""
    return binary(_state(ref, "hash.c", 205, "Bad state", "hash").digest())


def mac_init(kind: Any, digest: Any, key: Any) -> Any:
    """``:crypto.mac_init/3`` for ``:hmac``"""
    return _held(_keyed(kind, digest, key, 617, 587))


def mac_update(ref: Any, data: Any) -> Any:
    """``:crypto.mac_update/2``: it is changed itself, and given back."""
    _state(ref, "mac.c", 817, "Bad ref", "mac").update(_bytes(data))
    return ref


def mac_final(ref: Any) -> Any:
    """``:crypto.mac_final/1``"""
    return binary(_state(ref, "mac.c", 847, "Bad ref", "mac").digest())


def strong_rand_bytes(count: Any) -> Any:
    """``:crypto.strong_rand_bytes/1``"""
    if count.__class__ is not int or count < 0:
        raise erlang(Atom("badarg"))
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
    one, other = _bytes(left), _bytes(right)
    if len(one) != len(other):
        raise erlang(Atom("badarg"))
    return binary(bytes(first ^ second for first, second in zip(one, other, strict=True)))


def hash_equals(left: Any, right: Any) -> Atom:
    """``:crypto.hash_equals/2``"""
    if len(bytes_of(left)) != len(bytes_of(right)):
        raise erlang(Atom("badarg"))
    return boolean(left == right)


FUNCTIONS = {
    "bytes_to_integer/1": bytes_to_integer, "exor/2": exor, "hash_equals/2": hash_equals,
    "hash_init/1": hash_init, "hash_update/2": hash_update, "hash_final/1": hash_final, "mac_init/3": mac_init,
    "mac_update/2": mac_update, "mac_final/1": mac_final, "macN/5": mac_cut, "pbkdf2_hmac/5": pbkdf2,
    "hash/2": hash_, "mac/4": mac, "strong_rand_bytes/1": strong_rand_bytes, "start/0": start,
}  # fmt: skip
