"""``URI``: its parts, and the texts that may stand in it.

Source of the semantics: Elixir 1.14, the module ``URI``; RFC 3986.
"""

from __future__ import annotations

import re
from types import GeneratorType
from typing import Any, Final

from simulator.elixir.runtime.bridge import FALSE, NIL, boolean
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.values.counted import count_parts
from simulator.elixir.runtime.values.enumerable import listed
from simulator.elixir.runtime.values.texts import to_text
from simulator.elixir.runtime.world import world
from simulator.terms import Atom, inspect
from simulator.terms.bits import binary, bytes_of
from simulator.terms.lists import from_list, is_list
from simulator.terms.maps import EMPTY_MAP, STRUCT, TEXTS, Map, put, struct_name
from simulator.terms.structs import SHOWN, define

URI: Final = Atom("Elixir.URI")
_FIELDS: Final = ("scheme", "authority", "userinfo", "host", "port", "path", "query", "fragment")
_PORTS: Final = {"ftp": 21, "http": 80, "https": 443, "ldap": 389, "sftp": 22, "tftp": 69, "ws": 80, "wss": 443}
_PARTS: Final = re.compile(
    r"(?:([a-z][a-z0-9+\-.]*):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?", re.IGNORECASE | re.DOTALL
)
_AUTHORITY: Final = re.compile(r"(?:(.*)@)?(\[[a-zA-Z0-9:.]*\]|[^:]*)(?::(\d*))?", re.DOTALL)
_RESERVED: Final = frozenset(b":/?#[]@!$&'()*+,;=")
_UNRESERVED: Final = frozenset(b"~_-.0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
_NOT_ALLOWED: Final = re.compile(r"[^A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]|%(?![0-9A-Fa-f]{2})")
_ESCAPED: Final = re.compile(rb"%([0-9A-Fa-f]{2})")
_OK, _ERROR = Atom("ok"), Atom("error")


def _made(**parts: Any) -> Map:
    return Map({STRUCT: URI, **{Atom(name): NIL if parts.get(name) is None else parts[name] for name in _FIELDS}})


def _get(uri: Any, name: str) -> Any:
    value = uri.d[Atom(name)]
    return None if value is NIL else value


def parse(text: Any) -> Any:
    """``URI.parse/1``: of any text; what it finds in it."""
    if struct_name(text) is URI:
        return text
    if text.__class__ not in (str, bytes):
        raise function_clause("URI", "parse", 1, [text])
    found = _PARTS.match(text if isinstance(text, str) else text.decode("latin-1"))
    assert found is not None
    scheme, authority, path, query, fragment = found.groups()
    scheme = None if scheme is None else scheme.lower()
    userinfo = host = port = None
    if authority is not None:
        within = _AUTHORITY.match(authority)
        assert within is not None
        userinfo, host, digits = within.groups()
        host = host.removeprefix("[").removesuffix("]")
        port = int(digits) if digits else None
    if port is None and scheme is not None:
        port = _known_port(scheme)
    return _made(scheme=scheme, authority=authority, userinfo=userinfo, host=host, port=port, path=path or None,
                 query=query, fragment=fragment)  # fmt: skip


def new(text: Any) -> Any:
    """``URI.new/1``: of a text that is a URI."""
    if struct_name(text) is URI:
        return _OK, text
    wrong = _NOT_ALLOWED.search(text)
    if wrong is not None:
        return _ERROR, wrong[0][0]
    found = _PARTS.match(text)
    assert found is not None
    if ":" in text.split("/")[0] and found[1] is None:
        return _ERROR, ":"
    made = parse(text)
    if found[2] is not None:
        within = _AUTHORITY.fullmatch(found[2])
        if within is None:
            return _ERROR, ":"
        if within[3] == "":
            made = put(made, Atom("port"), Atom("undefined"))
    return _OK, put(made, Atom("authority"), NIL)


def _nilled(value: Any) -> Any:
    return NIL if value is None else value


def new_strictly(text: Any) -> Any:
    """``URI.new!/1``"""
    answer, made = new(text)
    if answer is _OK:
        return made
    raise error("URI.Error", action=Atom("parse"), reason=Atom("invalid_uri"), part=made)


def to_string(uri: Any) -> str:
    """``URI.to_string/1``"""
    if struct_name(uri) is not URI:
        uri = parse(uri)
    scheme, path, query, fragment = (_get(uri, name) for name in ("scheme", "path", "query", "fragment"))
    authority = _authority_of(uri)
    if authority is not None and path is not None and path and not path.startswith("/"):
        raise error("ArgumentError", message=":path in URI must be empty or an absolute path if URL has a :host, got: "
                    f"{inspect(uri)}")  # fmt: skip
    return (
        ("" if scheme is None else f"{scheme}:")
        + ("" if authority is None else f"//{authority}")
        + (path or "")
        + ("" if query is None else f"?{query}")
        + ("" if fragment is None else f"#{fragment}")
    )


def _authority_of(uri: Any) -> str | None:
    host, port, userinfo = _get(uri, "host"), _get(uri, "port"), _get(uri, "userinfo")
    if host is None:
        authority = _get(uri, "authority")
        return None if authority is None else str(authority)
    shown = f"[{host}]" if ":" in host else host
    usual = port is None or port == _known_port(_get(uri, "scheme"))
    return ("" if userinfo is None else f"{userinfo}@") + shown + ("" if usual else f":{port}")


def _known_port(scheme: Any) -> int | None:
    found: int | None = world().ports.get(scheme, _PORTS.get(scheme))
    return found


def default_port(scheme: Any) -> Any:
    """``URI.default_port/1``"""
    return _nilled(_known_port(scheme))


def set_default_port(scheme: Any, port: Any) -> Any:
    """``URI.default_port/2``: from now on."""
    world().ports[scheme] = port
    return _OK


def merge(base: Any, relative: Any) -> Any:
    """``URI.merge/2``"""
    base, relative = parse(base), parse(relative)
    if _get(base, "host") is None:
        raise error("ArgumentError", message="you must merge onto an absolute URI")
    if _get(relative, "scheme") is not None:
        return put(relative, Atom("path"), _nilled(_without_dots(_get(relative, "path"))))
    if _get(relative, "authority") is not None:
        made = put(relative, Atom("scheme"), base.d[Atom("scheme")])
        return put(made, Atom("path"), _nilled(_without_dots(_get(relative, "path"))))
    path, query = _get(relative, "path"), relative.d[Atom("query")]
    if path is None:
        made = put(base, Atom("query"), base.d[Atom("query")] if query is NIL else query)
    else:
        over = path if path.startswith("/") else _joined(_get(base, "path"), path)
        made = put(put(base, Atom("path"), _nilled(_without_dots(over))), Atom("query"), query)
    return put(made, Atom("fragment"), relative.d[Atom("fragment")])


def _joined(base: str | None, path: str) -> str:
    return f"{(base or '/').rpartition('/')[0]}/{path}"


def _without_dots(path: str | None) -> str | None:
    """Return a path without ``.`` and ``..``."""
    if path is None:
        return None
    parts: list[str] = []
    every = path.split("/")
    for index, part in enumerate(every):
        last = index == len(every) - 1
        if part == "..":
            if len(parts) > 1:
                parts.pop()
            if last:
                parts.append("")
        elif part == ".":
            if last:
                parts.append("")
        else:
            parts.append(part)
    return "/".join(parts)


def append_query(uri: Any, query: Any) -> Any:
    """``URI.append_query/2``"""
    known = _get(uri, "query")
    joined = query if not known else f"{known}{query}" if known.endswith("&") else f"{known}&{query}"
    return put(uri, Atom("query"), joined)


def append_path(uri: Any, path: Any) -> Any:
    """``URI.append_path/2``, of Elixir 1.15"""
    if not path.startswith("/"):
        raise error("ArgumentError", message=f'path must start with "/", got: {inspect(path)}')
    return put(uri, Atom("path"), (_get(uri, "path") or "").removesuffix("/") + path)


def is_reserved(char: Any) -> Atom:
    """``URI.char_reserved?/1``"""
    return boolean(char in _RESERVED)


def is_unreserved(char: Any) -> Atom:
    """``URI.char_unreserved?/1``"""
    return boolean(char in _UNRESERVED)


def is_unescaped(char: Any) -> Atom:
    """``URI.char_unescaped?/1``"""
    return boolean(char in _RESERVED or char in _UNRESERVED)


def _percent(data: bytes, kept: Any) -> str:
    count_parts(len(data))
    return "".join([chr(byte) if kept(byte) else f"%{byte:02X}" for byte in data])


def encode(text: Any) -> str:
    """``URI.encode/1``"""
    return _percent(bytes_of(text), lambda byte: byte in _RESERVED or byte in _UNRESERVED)


def encode_with(text: Any, keeps: Any) -> Any:
    """``URI.encode/2``"""
    kept = {}
    for byte in dict.fromkeys(bytes_of(text)):
        answer = keeps(byte)
        if answer.__class__ is GeneratorType:
            answer = yield from answer
        kept[byte] = answer not in (FALSE, NIL)
    return _percent(bytes_of(text), kept.__getitem__)


def encode_www_form(text: Any) -> str:
    """``URI.encode_www_form/1``"""
    return _percent(bytes_of(text), lambda byte: byte in _UNRESERVED or byte == 32).replace(" ", "+")


def _decoded(data: bytes) -> Any:
    return binary(_ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), data))


def decode(text: Any) -> Any:
    """``URI.decode/1``"""
    return _decoded(bytes_of(text))


def decode_www_form(text: Any) -> Any:
    """``URI.decode_www_form/1``"""
    return _decoded(bytes_of(text).replace(b"+", b" "))


def _how(encoding: Any, form: Any, rfc: Any) -> Any:
    if encoding is Atom("www_form"):
        return form
    if encoding is Atom("rfc3986"):
        return rfc
    raise error("ArgumentError", message="invalid encoding")


def _strict(text: Any) -> str:
    return _percent(bytes_of(text), lambda byte: byte in _UNRESERVED)


def encode_query(pairs: Any, *encoding: Any) -> str:
    """``URI.encode_query/1``, ``/2``"""
    how = _how(encoding[0] if encoding else Atom("www_form"), encode_www_form, _strict)
    return "&".join([f"{how(_query_text('key', key))}={how(_query_text('value', value))}"
                     for key, value in listed(pairs)])  # fmt: skip


def _query_text(what: str, term: Any) -> Any:
    if is_list(term):
        raise error("ArgumentError", message=f"encode_query/2 {what}s cannot be lists, got: {inspect(term)}")
    return to_text(term)


def _query_pairs(query: Any, encoding: Any) -> list[tuple[Any, Any]]:
    how = _how(encoding, decode_www_form, decode)
    found = []
    for part in query.split("&"):
        if part:
            key, equals, value = part.partition("=")
            found.append((how(key), how(value) if equals else ""))
    return found


def decode_query(query: Any, *more: Any) -> Any:
    """``URI.decode_query/1``, ``/2``, ``/3``"""
    made = more[0] if more else EMPTY_MAP
    for key, value in _query_pairs(query, more[1] if len(more) > 1 else Atom("www_form")):
        made = put(made, key, value)
    return made


def query_decoder(query: Any, *encoding: Any) -> Any:
    """``URI.query_decoder/1``, ``/2``"""
    return from_list(_query_pairs(query, encoding[0] if encoding else Atom("www_form")))


define("URI", *_FIELDS)
SHOWN[URI] = (frozenset(map(Atom, _FIELDS)), {Atom("authority"): NIL})
TEXTS[URI] = to_string

FUNCTIONS = {
    "parse/1": parse, "new/1": new, "new!/1": new_strictly, "to_string/1": to_string, "merge/2": merge,
    "default_port/1": default_port, "default_port/2": set_default_port, "append_query/2": append_query,
    "append_path/2": append_path, "char_reserved?/1": is_reserved, "char_unreserved?/1": is_unreserved,
    "char_unescaped?/1": is_unescaped, "encode/1": encode, "decode/1": decode,
    "encode_www_form/1": encode_www_form, "decode_www_form/1": decode_www_form, "encode_query/1": encode_query,
    "encode_query/2": encode_query, "decode_query/1": decode_query, "decode_query/2": decode_query,
    "decode_query/3": decode_query, "query_decoder/1": query_decoder, "query_decoder/2": query_decoder,
}  # fmt: skip
BLOCKING = {"encode/2": encode_with}
