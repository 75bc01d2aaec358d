"""Strings, charlists, sigils, quoted atoms and quoted keys: whatever stands between delimiters."""

from __future__ import annotations

from typing import Any

from simulator.elixir.ast import Meta, Node
from simulator.elixir.syntax.blocks import block
from simulator.elixir.syntax.escapes import outdent, unescape
from simulator.elixir.syntax.source import Source
from simulator.elixir.syntax.table import convert, converter, parts_of
from simulator.terms import Atom

_BINARY, _BYTES, _CAST, _DOT = Atom("binary"), Atom("<<>>"), Atom("::"), Atom(".")
_ERLANG, _KERNEL, _LIST = Atom("erlang"), Atom("Elixir.Kernel"), Atom("Elixir.List")
_TO_ATOM, _TO_CHARLIST, _TO_STRING, _UTF8 = Atom("binary_to_atom"), Atom("to_charlist"), Atom("to_string"), Atom("utf8")
_CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}


def _pieces(source: Source, node: Any) -> tuple[list[Any], str, int]:
    """Return the raw texts and interpolations of *node*, its opening delimiter, and the indentation."""
    start, end = node.child_by_field_name("quoted_start"), node.child_by_field_name("quoted_end")
    delimiter = source.text(start)
    heredoc = len(delimiter) == 3
    indentation = end.start_point[1] if heredoc else 0
    at = start.end_byte
    pieces: list[Any] = []
    for child in node.children:
        if child.type == "interpolation":
            pieces += (source.data[at : child.start_byte].decode(), child)
            at = child.end_byte
    pieces.append(source.data[at : end.start_byte].decode())
    if heredoc:
        pieces = [outdent(piece, indentation) if piece.__class__ is str else piece for piece in pieces]
        pieces[0] = pieces[0].partition("\n")[2]
    return [piece for piece in pieces if piece != ""], delimiter, indentation


def _read(source: Source, node: Any) -> list[Any]:
    """Return the pieces of *node* with escapes resolved."""
    return [unescape(piece) if piece.__class__ is str else piece for piece in _pieces(source, node)[0]]


def _to_string(source: Source, node: Any) -> Node:
    """Return the call that turns an interpolation into a string."""
    meta = source.meta(node)
    inner = block([convert(source, child) for child in parts_of(node)])
    return Node(Node(_DOT, meta, [_KERNEL, _TO_STRING]), meta, [inner])


def _segments(source: Source, pieces: list[Any]) -> list[Any]:
    return [piece if piece.__class__ in (str, bytes) else _segment(source, piece) for piece in pieces]


def _segment(source: Source, node: Any) -> Node:
    call = _to_string(source, node)
    return Node(_CAST, call.meta, [call, Node(_BINARY, call.meta, None)])


def _plain(pieces: list[Any]) -> Any:
    """Return the text when there is no interpolation, else None."""
    if not pieces:
        return ""
    return pieces[0] if len(pieces) == 1 and pieces[0].__class__ in (str, bytes) else None


def _text(source: Source, node: Any, meta: Meta) -> Any:
    """Return the text of *node*, or the binary that an interpolation builds."""
    pieces = _read(source, node)
    plain = _plain(pieces)
    return Node(_BYTES, meta, _segments(source, pieces)) if plain is None else plain


@converter("string")
def _string(source: Source, node: Any) -> Any:
    return _text(source, node, source.meta(node))


@converter("charlist")
def _charlist(source: Source, node: Any) -> Any:
    pieces = _read(source, node)
    plain = _plain(pieces)
    if plain is not None:
        return [ord(character) for character in plain] if plain.__class__ is str else list(plain)
    meta = source.meta(node)
    parts = [piece if piece.__class__ in (str, bytes) else _to_string(source, piece) for piece in pieces]
    return Node(Node(_DOT, meta, [_LIST, _TO_CHARLIST]), meta, [parts])


@converter("quoted_atom")
def _quoted_atom(source: Source, node: Any) -> Any:
    return quoted_name(source, node)


def quoted_name(source: Source, node: Any) -> Any:
    """Return the atom of a quoted atom, key or function name; a call that makes it when it has interpolations."""
    meta = source.meta(node)
    text = _text(source, node, meta)
    if text.__class__ is Node:
        return Node(Node(_DOT, meta, [_ERLANG, _TO_ATOM]), meta, [text, _UTF8])
    return Atom(text if text.__class__ is str else text.decode("latin-1"))


@converter("sigil")
def _sigil(source: Source, node: Any) -> Node:
    meta = source.meta(node)
    name, modifiers = "", ""
    for child in node.children:
        if child.type == "sigil_name":
            name = source.text(child)
        elif child.type == "sigil_modifiers":
            modifiers = source.text(child)
    pieces, delimiter, indentation = _pieces(source, node)
    close = _CLOSING.get(delimiter, delimiter)
    pieces = [_unescape_close(piece, close) if piece.__class__ is str else piece for piece in pieces]
    inner = meta.with_(indentation=indentation) if len(delimiter) == 3 else meta
    content = Node(_BYTES, inner, _segments(source, pieces) or [""])
    return Node(Atom("sigil_" + name), meta.with_(delimiter=delimiter), [content, [ord(c) for c in modifiers]])


def _unescape_close(raw: str, close: str) -> str:
    """Take away the backslash before an escaped closing delimiter: the only escape a sigil's reader resolves."""
    if "\\" not in raw:
        return raw
    escaped = "\\" + close
    out: list[str] = []
    at = 0
    while (found := raw.find("\\", at)) >= 0:
        if raw.startswith(escaped, found):
            out += (raw[at:found], close)
            at = found + len(escaped)
        else:
            out.append(raw[at : found + 2])
            at = found + 2
    out.append(raw[at:])
    return "".join(out)
