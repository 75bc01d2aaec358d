"""Erlang's ``:base64``.

Source of the semantics: OTP 25, ``base64``: it skips white space, and raises for what is no base 64.
"""

from __future__ import annotations

import base64
import binascii
from typing import Any

from simulator.elixir.library.files.io import iodata
from simulator.elixir.runtime.values.basics import badarg
from simulator.terms.bits import binary
from simulator.terms.lists import from_list


def encode(data: Any) -> Any:
    """``:base64.encode/1``"""
    return base64.b64encode(iodata(data)).decode("ascii")


def encode_to_string(data: Any) -> Any:
    """``:base64.encode_to_string/1``"""
    return from_list(list(base64.b64encode(iodata(data))))


def _decoded(data: Any) -> bytes:
    try:
        return base64.b64decode(b"".join(iodata(data).split()), validate=True)
    except binascii.Error:
        raise badarg(1, "not base 64") from None


def decode(data: Any) -> Any:
    """``:base64.decode/1``, ``mime_decode/1``"""
    return binary(_decoded(data))


def decode_to_string(data: Any) -> Any:
    """``:base64.decode_to_string/1``"""
    return from_list(list(_decoded(data)))


FUNCTIONS = {
    "encode/1": encode, "encode_to_string/1": encode_to_string, "decode/1": decode, "mime_decode/1": decode,
    "decode_to_string/1": decode_to_string,
}  # fmt: skip
