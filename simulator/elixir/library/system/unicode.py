"""Erlang's ``:unicode``: texts between their encodings.

Source of the semantics: OTP 25, ``unicode``.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.runtime.values.basics import badarg
from simulator.terms import Atom
from simulator.terms.bits import binary, bytes_of
from simulator.terms.lists import EMPTY, from_list, is_list, parts
from simulator.terms.weight import weigh

_CODECS: Final = {
    "utf8": "utf-8", "unicode": "utf-8", "latin1": "latin-1", "utf16": "utf-16-be", "utf32": "utf-32-be",
}  # fmt: skip
_BOMS: Final = {
    "utf8": b"\xef\xbb\xbf", "unicode": b"\xef\xbb\xbf", "utf16": b"\xfe\xff", "utf32": b"\x00\x00\xfe\xff",
    "latin1": b"",
}  # fmt: skip
_LITTLE_BOMS: Final = {"utf16": b"\xff\xfe", "utf32": b"\xff\xfe\x00\x00"}
_UTF8 = Atom("utf8")


class _Broken(Exception):
    """What is no character of the encoding, with what came before it and all that comes from there on."""

    def __init__(self, kind: str, before: str, rest: Any) -> None:
        super().__init__(kind)
        self.kind = kind
        self.before = before
        self.rest = rest


def _codec(encoding: Any) -> str:
    big = True
    name = encoding
    if encoding.__class__ is tuple:
        name, order = encoding
        big = order is not Atom("little")
    codec = _CODECS.get(name.name) if name.__class__ is Atom else None
    if codec is None:
        raise badarg(2, "not a valid encoding")
    return codec if big else codec.replace("-be", "-le")


def _whole(data: Any, codec: str) -> str:
    """Return characters, lists of them and binaries as one text; each part that is a list's counts."""
    weigh(data, 5)
    return _text(data, codec)


def _text(data: Any, codec: str, before: str = "") -> str:
    if data.__class__ in (str, bytes):
        raw = bytes_of(data)
        try:
            return before + raw.decode(codec)
        except UnicodeDecodeError as wrong:
            kind = "incomplete" if wrong.reason in ("unexpected end of data", "truncated data") else "error"
            good = raw[: wrong.start].decode(codec)
            raise _Broken(kind, before + good, binary(raw[wrong.start :])) from None
    if data.__class__ is int:
        if 0 <= data <= 0x10FFFF and not 0xD800 <= data <= 0xDFFF:
            return before + chr(data)
        raise _Broken("error", before, from_list([data]))
    if not is_list(data):
        raise badarg(1, "not valid character data (an iodata term)")
    items, tail = parts(data) if data is not EMPTY else ([], EMPTY)
    for index, each in enumerate(items):
        try:
            before = _text(each, codec, before)
        except _Broken as broken:
            rest = items[index + 1 :]
            left = from_list([broken.rest, *rest]) if rest else from_list([broken.rest])
            left = broken.rest if is_list(broken.rest) and not rest else left
            raise _Broken(broken.kind, broken.before, left) from None
    return before if tail is EMPTY else _text(tail, codec, before)


def characters_to_binary(data: Any, *encodings: Any) -> Any:
    """``:unicode.characters_to_binary/1``, ``/2``, ``/3``"""
    source = _codec(encodings[0] if encodings else _UTF8)
    target = _codec(encodings[1] if len(encodings) > 1 else _UTF8)
    try:
        return binary(_whole(data, source).encode(target))
    except _Broken as broken:
        return Atom(broken.kind), binary(broken.before.encode(target)), broken.rest
    except UnicodeEncodeError as wrong:
        text = wrong.object
        rest = binary(text[wrong.start :].encode())
        return Atom("error"), binary(text[: wrong.start].encode(target)), rest


def characters_to_list(data: Any, *encoding: Any) -> Any:
    """``:unicode.characters_to_list/1``, ``/2``"""
    try:
        return _characters(_whole(data, _codec(encoding[0] if encoding else _UTF8)))
    except _Broken as broken:
        return Atom(broken.kind), _characters(broken.before), broken.rest


def _characters(text: str) -> Any:
    return from_list([ord(letter) for letter in text]) if text else EMPTY


def encoding_to_bom(encoding: Any) -> Any:
    """``:unicode.encoding_to_bom/1``"""
    if encoding.__class__ is tuple:
        name, order = encoding
        return binary(_LITTLE_BOMS[name.name] if order is Atom("little") else _BOMS[name.name])
    return binary(_BOMS[encoding.name])


def bom_to_encoding(data: Any) -> Any:
    """``:unicode.bom_to_encoding/1``"""
    raw = bytes_of(data)
    if raw.startswith(_BOMS["utf8"]):
        return _UTF8, 3
    for name, order, bom in (
        ("utf32", "big", _BOMS["utf32"]), ("utf32", "little", _LITTLE_BOMS["utf32"]),
        ("utf16", "big", _BOMS["utf16"]), ("utf16", "little", _LITTLE_BOMS["utf16"]),
    ):  # fmt: skip
        if raw.startswith(bom):
            return (Atom(name), Atom(order)), len(bom)
    return Atom("latin1"), 0


def _normalized(form: str) -> tuple[Any, Any]:
    def to_binary(data: Any) -> Any:
        import unicodedata

        return binary(unicodedata.normalize(form, _whole(data, "utf-8")).encode())  # type: ignore[arg-type]

    def to_list(data: Any) -> Any:
        import unicodedata

        return _characters(unicodedata.normalize(form, _whole(data, "utf-8")))  # type: ignore[arg-type]

    return to_binary, to_list


FUNCTIONS = {
    "characters_to_binary/1": characters_to_binary, "characters_to_binary/2": characters_to_binary,
    "characters_to_binary/3": characters_to_binary, "characters_to_list/1": characters_to_list,
    "characters_to_list/2": characters_to_list, "encoding_to_bom/1": encoding_to_bom,
    "bom_to_encoding/1": bom_to_encoding,
    **{
        f"characters_to_{name}_{kind}/1": function
        for name in ("nfc", "nfd", "nfkc", "nfkd")
        for kind, function in zip(("binary", "list"), _normalized(name.upper()), strict=True)
    },
}  # fmt: skip
