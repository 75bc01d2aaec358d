"""Erlang's ``:inet``: what can be told without a network. Sockets are not supported.

Source of the semantics: OTP 25, ``inet``.
"""

from __future__ import annotations

import ipaddress
from typing import Any

from simulator.terms import Atom, atom
from simulator.terms.lists import from_list, to_list

_EINVAL = (atom.error, Atom("einval"))


def gethostname() -> Any:
    """``:inet.gethostname/0``: the same on every machine."""
    return atom.ok, from_list(list(map(ord, "nohost")))


def ntoa(address: Any) -> Any:
    """``:inet.ntoa/1``"""
    try:
        return from_list(list(map(ord, _text(address))))
    except (ValueError, TypeError):
        return _EINVAL


def _text(address: Any) -> str:
    if len(address) == 4:
        return ".".join(map(str, map(int, address)))
    return str(ipaddress.IPv6Address(b"".join(part.to_bytes(2, "big") for part in address)))


def _parsed(text: Any, kinds: tuple[int, ...]) -> Any:
    letters = text if text.__class__ is str else "".join(map(chr, to_list(text)))
    try:
        found = ipaddress.ip_address(letters)
    except ValueError:
        return _EINVAL
    if found.version not in kinds:
        return _EINVAL
    raw = found.packed
    if found.version == 4:
        return atom.ok, tuple(raw)
    return atom.ok, tuple(int.from_bytes(raw[place : place + 2], "big") for place in range(0, 16, 2))


def parse_address(text: Any) -> Any:
    """``:inet.parse_address/1``, ``parse_strict_address/1``"""
    return _parsed(text, (4, 6))


def parse_ipv4_address(text: Any) -> Any:
    """``:inet.parse_ipv4_address/1``, ``parse_ipv4strict_address/1``"""
    return _parsed(text, (4,))


def parse_ipv6_address(text: Any) -> Any:
    """``:inet.parse_ipv6_address/1``, ``parse_ipv6strict_address/1``"""
    return _parsed(text, (6,))


FUNCTIONS = {
    "gethostname/0": gethostname, "ntoa/1": ntoa, "parse_address/1": parse_address,
    "parse_strict_address/1": parse_address, "parse_ipv4_address/1": parse_ipv4_address,
    "parse_ipv4strict_address/1": parse_ipv4_address, "parse_ipv6_address/1": parse_ipv6_address,
    "parse_ipv6strict_address/1": parse_ipv6_address,
}  # fmt: skip
