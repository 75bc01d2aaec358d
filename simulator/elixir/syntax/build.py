"""What both readers make of what they read: nodes of Elixir's quoted form."""

from __future__ import annotations

from typing import Any

from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom

_ACCESS, _GET = Atom("Elixir.Access"), Atom("get")
_BINARY, _BLOCK, _BYTES, _CAST, _DOT = Atom("binary"), Atom("__block__"), Atom("<<>>"), Atom("::"), Atom(".")
_ERLANG, _KERNEL, _LIST = Atom("erlang"), Atom("Elixir.Kernel"), Atom("Elixir.List")
_IN, _NOT, _NOT_EITHER, _RANGE, _STEPS = Atom("in"), Atom("not"), Atom("!"), Atom(".."), Atom("..//")
_TO_ATOM, _TO_CHARLIST, _TO_STRING, _UTF8 = Atom("binary_to_atom"), Atom("to_charlist"), Atom("to_string"), Atom("utf8")
_TUPLE, _WHEN = Atom("{}"), Atom("when")
_NEGATIONS = (_NOT, _NOT_EITHER)
_KEPT = (_NOT, _NOT_EITHER, Atom("unquote_splicing"))
"""What stays in a block of its own: `(not x) in y` is not `not x in y`."""


def block(expressions: list[Any], meta: Meta | None = None) -> Any:
    """Return *expressions* as one: itself when it is the only one, else a ``__block__``."""
    if len(expressions) == 1:
        only = expressions[0]
        if meta and only.__class__ is Node and only.form is _BLOCK and not only.meta.line:
            return Node(_BLOCK, meta, only.args)
        if not (only.__class__ is Node and only.form in _KEPT and only.args.__class__ is list and len(only.args) == 1):
            return only
    return Node(_BLOCK, meta or Meta(), expressions)


def unwrap_when(patterns: list[Any]) -> list[Any]:
    """Turn ``a, b when c`` that bound as ``a, (b when c)`` into one ``when`` around all."""
    last = patterns[-1] if patterns else None
    if last.__class__ is Node and last.is_call("when", 2):
        return [Node(_WHEN, last.meta, [*patterns[:-1], *last.args])]
    return patterns


def binary_operation(name: str, meta: Meta, left: Any, right: Any) -> Node:
    """Return ``left name right``: ranges with steps, ``not in`` and ``not x in y`` have forms of their own."""
    if name == "not in":
        return Node(_NOT, meta, [Node(_IN, meta, [left, right])])
    if left.__class__ is Node and left.args.__class__ is list:
        if name == "//" and left.form is _RANGE:
            return Node(_STEPS, left.meta, [*left.args, right])
        if name == "in" and left.form in _NEGATIONS and len(left.args) == 1:
            return Node(left.form, meta, [Node(_IN, meta, [left.args[0], right])])
    return Node(Atom(name), meta, [left, right])


def access(meta: Meta, target: Any, key: Any) -> Node:
    """Return ``target[key]``."""
    return Node(Node(_DOT, meta, [_ACCESS, _GET]), meta, [target, key])


def tuple_of(meta: Meta, items: list[Any]) -> Any:
    """Return a tuple: of two it stands for itself."""
    return tuple(items) if len(items) == 2 else Node(_TUPLE, meta, items)


def interpolation(meta: Meta, inner: Any) -> Node:
    """Return the call that turns what stands in ``#{}`` into a string."""
    return Node(Node(_DOT, meta, [_KERNEL, _TO_STRING]), meta, [inner])


def segments(parts: list[Any]) -> list[Any]:
    """Return *parts* as the segments of a binary."""
    return [
        Node(_CAST, part.meta, [part, Node(_BINARY, part.meta, None)]) if part.__class__ is Node else part
        for part in parts
    ]


def _plain(parts: list[Any]) -> Any:
    """Return the text when there is no interpolation, else None."""
    if not parts:
        return ""
    return parts[0] if len(parts) == 1 and parts[0].__class__ is not Node else None


def string(meta: Meta, parts: list[Any]) -> Any:
    """Return a string of texts and interpolations."""
    plain = _plain(parts)
    return Node(_BYTES, meta, segments(parts)) if plain is None else plain


def charlist(meta: Meta, parts: list[Any]) -> Any:
    """Return a charlist of texts and interpolations."""
    plain = _plain(parts)
    if plain is None:
        return Node(Node(_DOT, meta, [_LIST, _TO_CHARLIST]), meta, [parts])
    return [ord(character) for character in plain] if plain.__class__ is str else list(plain)


def quoted_name(meta: Meta, parts: list[Any]) -> Any:
    """Return the atom of a quoted atom, key or function name; a call that makes it when it has interpolations."""
    text = string(meta, parts)
    if text.__class__ is Node:
        return Node(Node(_DOT, meta, [_ERLANG, _TO_ATOM]), meta, [text, _UTF8])
    return Atom(text if text.__class__ is str else text.decode("latin-1"))


def sigil(meta: Meta, name: str, parts: list[Any], modifiers: str, delimiter: str, indentation: int | None) -> Node:
    """Return a sigil; heredocs note their *indentation*."""
    inner = meta if indentation is None else meta.with_(indentation=indentation)
    content = Node(_BYTES, inner, segments(parts) or [""])
    return Node(Atom("sigil_" + name), meta.with_(delimiter=delimiter), [content, [ord(c) for c in modifiers]])
