"""``Base``: binaries as texts of 16, 32 or 64 characters, and back.

Source of the semantics: Elixir 1.14, the module ``Base``.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from typing import Any, Final

from simulator.elixir.library.files.io import iodata
from simulator.elixir.runtime.bridge import options, truth
from simulator.elixir.runtime.errors import Raised, error, function_clause
from simulator.terms import Atom, inspect
from simulator.terms.bits import binary, bytes_of
from simulator.terms.lists import EMPTY

_ALPHABET: Final = {
    "16": "0123456789ABCDEF",
    "32": "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
    "hex32": "0123456789ABCDEFGHIJKLMNOPQRSTUV",
    "64": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/",
    "url64": "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_",
}
_GROUP: Final = {"16": 2, "32": 8, "hex32": 8, "64": 4, "url64": 4}
_TO_HEX32: Final = str.maketrans(_ALPHABET["32"], _ALPHABET["hex32"])
_FROM_HEX32: Final = str.maketrans(_ALPHABET["hex32"], _ALPHABET["32"])
_ENCODE: Final[dict[str, Callable[[bytes], bytes]]] = {
    "16": base64.b16encode,
    "32": base64.b32encode,
    "hex32": base64.b32encode,
    "64": base64.b64encode,
    "url64": base64.urlsafe_b64encode,
}
_DECODE: Final[dict[str, Callable[[str], bytes]]] = {
    "16": base64.b16decode,
    "32": base64.b32decode,
    "hex32": base64.b32decode,
    "64": base64.b64decode,
    "url64": base64.urlsafe_b64decode,
}


def _encoded(kind: str, data: Any, given: Any, name: str) -> str:
    if data.__class__ is not str and data.__class__ is not bytes:
        raise function_clause("Base", name, 2, [data, given])
    text = _ENCODE[kind](iodata(data)).decode("ascii")
    if kind == "hex32":
        text = text.translate(_TO_HEX32)
    chosen = options(given)
    if "64" not in kind and chosen.get("case", Atom("upper")) is Atom("lower"):
        text = text.lower()
    return text if truth(chosen.get("padding", Atom("true"))) else text.rstrip("=")


def _decoded(kind: str, text: Any, given: Any, name: str) -> Any:
    """Return the binary that a text stands for; raises ``ArgumentError``."""
    if text.__class__ is not str:
        raise function_clause("Base", name, 2, [text, given])
    chosen = options(given)
    source = "".join(text.split()) if chosen.get("ignore", None) is Atom("whitespace") else text
    case = chosen.get("case", Atom("upper"))
    folded = source.upper() if "64" not in kind and _is_allowed(source, case) else source
    if kind == "16" and len(bytes_of(folded)) % 2:
        raise error("ArgumentError", message=_ODD.format(len(bytes_of(folded))))
    if kind != "16" and not truth(chosen.get("padding", Atom("true"))):
        folded = folded.rstrip("=")
        folded += "=" * (-len(folded) % _GROUP[kind])
    if len(bytes_of(folded)) % _GROUP[kind]:
        raise error("ArgumentError", message="incorrect padding")
    stranger = re.search(f"[^{re.escape(_ALPHABET[kind])}]", folded.rstrip("="))
    if stranger is not None:
        raise error("ArgumentError", message=_stranger(stranger[0]))
    if kind == "hex32":
        folded = folded.translate(_FROM_HEX32)
    try:
        return binary(_DECODE[kind](folded))
    except (binascii.Error, ValueError):
        raise error("ArgumentError", message="incorrect padding") from None


_ODD: Final = (
    "string given to decode has wrong length. An even number of bytes was expected, got: {}. "
    "Double check your string for unwanted characters or pad it accordingly"
)


def _is_allowed(text: str, case: Any) -> bool:
    """Return whether a text has its letters in the case that is asked for."""
    return case is Atom("mixed") or (case is Atom("lower") and text == text.lower())


def _stranger(char: str) -> str:
    byte = bytes_of(char)[:1]
    return f"non-alphabet character found: {inspect(binary(byte))} (byte {byte[0]})"


def _functions() -> dict[str, Any]:
    """Return the functions: for each alphabet one that encodes, one that decodes, and one that does or raises."""
    made: dict[str, Any] = {}
    for prefix, kind in {"": "16", " ": "32", "hex_": "hex32", "  ": "64", "url_": "url64"}.items():
        made |= _of_kind(prefix.strip(), kind)
    return made


def _of_kind(prefix: str, kind: str) -> dict[str, Any]:
    size = kind.lstrip("hexurl")
    to_text, to_binary = f"{prefix}encode{size}", f"{prefix}decode{size}"

    def encode(data: Any) -> Any:
        return _encoded(kind, data, EMPTY, to_text)

    def encode_with(data: Any, given: Any) -> Any:
        return _encoded(kind, data, given, to_text)

    def decode_or_raise(text: Any) -> Any:
        return _decoded(kind, text, EMPTY, f"{to_binary}!")

    def decode_or_raise_with(text: Any, given: Any) -> Any:
        return _decoded(kind, text, given, f"{to_binary}!")

    def decode(text: Any) -> Any:
        return decode_with(text, EMPTY)

    def decode_with(text: Any, given: Any) -> Any:
        if text.__class__ is not str and text.__class__ is not bytes:
            raise function_clause("Base", to_binary, 2, [text, given])
        try:
            return Atom("ok"), _decoded(kind, text, given, to_binary)
        except Raised:
            return Atom("error")

    return {
        f"{to_text}/1": encode,
        f"{to_text}/2": encode_with,
        f"{to_binary}/1": decode,
        f"{to_binary}/2": decode_with,
        f"{to_binary}!/1": decode_or_raise,
        f"{to_binary}!/2": decode_or_raise_with,
    }


FUNCTIONS = _functions()
