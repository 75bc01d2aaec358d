"""Sigils: ``~w ~s ~c ~r ~D ~T ~N ~U`` and their upper-case forms.

What the parser gives for a sigil is the call ``sigil_x(<<...>>, modifiers)``; lower-case ones have their escapes
still in their text.
"""

from __future__ import annotations

from typing import Any

from simulator.elixir.expand.names.macro_table import Done, kernel_macro
from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand
from simulator.elixir.runtime.errors import Raised, error
from simulator.elixir.runtime.index import library
from simulator.elixir.syntax.escapes import BadEscape, unescape
from simulator.elixir.tree.build import elixir
from simulator.elixir.tree.nodes import Node
from simulator.terms import Atom, inspect


def _parts(node: Node) -> list[Any]:
    return list(node.args[0].args)


def _plain(node: Node) -> str | None:
    parts = _parts(node)
    return parts[0] if len(parts) == 1 and parts[0].__class__ is str else ("" if not parts else None)


def _unescaped(x: Context, node: Node) -> Any:
    """Return the text with its escapes done: a string, or ``<<>>`` when something is interpolated."""
    try:
        parts = [unescape(part) if part.__class__ is str else part for part in _parts(node)]
    except BadEscape as bad:
        raise x.error(node.meta, str(bad), "ArgumentError") from None
    if not parts:
        return ""
    if len(parts) == 1 and parts[0].__class__ in (str, bytes):
        return parts[0]
    return Node(Atom("<<>>"), node.args[0].meta, parts)


@kernel_macro(("sigil_s", 2))
def _s(x: Context, node: Node) -> Any:
    return _unescaped(x, node)


@kernel_macro(("sigil_S", 2))
def _upper_s(x: Context, node: Node) -> Any:
    return _plain(node)


@kernel_macro(("sigil_c", 2), ("sigil_C", 2))
def _c(x: Context, node: Node) -> Any:
    text = _unescaped(x, node) if node.form is Atom("sigil_c") else _plain(node)
    return _charlist(text, node)


def _charlist(text: Any, node: Node) -> Any:
    if text.__class__ is str:
        return [ord(character) for character in text]
    return elixir("String", "to_charlist", [text], node.meta)


@kernel_macro(("sigil_w", 2), ("sigil_W", 2))
def _w(x: Context, node: Node) -> Any:
    modifiers = "".join(map(chr, node.args[1]))
    if modifiers not in ("", "s", "a", "c"):
        raise x.error(node.meta, 'modifier must be one of: s, a, c', "ArgumentError")
    text = _unescaped(x, node) if node.form is Atom("sigil_w") else _plain(node)
    if text.__class__ is not str:
        split = elixir("String", "split", [text], node.meta)
        function = {"a": ("String", "to_atom"), "c": ("String", "to_charlist")}.get(modifiers)
        if function is None:
            return split
        module, name = function
        target = Node(Node(Atom("."), node.meta, [Atom("Elixir." + module), Atom(name)]), node.meta, [])
        capture = Node(Atom("&"), node.meta, [Node(Atom("/"), node.meta, [target, 1])])
        return elixir("Enum", "map", [split, capture], node.meta)
    words = text.split()
    if modifiers == "a":
        return [Atom(word) for word in words]
    return [_charlist(word, node) for word in words] if modifiers == "c" else words


@kernel_macro(("sigil_r", 2), ("sigil_R", 2))
def _r(x: Context, node: Node) -> Any:
    parts = _parts(node)
    text = _plain(node)
    source: Any = text if text is not None else Node(Atom("<<>>"), node.args[0].meta, parts)
    modifiers = "".join(map(chr, node.args[1]))
    return Done(elixir("Regex", "compile!", [expand(x, source), modifiers], node.meta))


_CALENDAR = {"sigil_D": "Date", "sigil_T": "Time", "sigil_N": "NaiveDateTime"}


def _parsed(module: str, called: str, name: str, text: Any) -> Any:
    """Return what the library makes of a text. Raises ``ArgumentError`` as Elixir's macro does, for what is none."""
    made = library(f"Elixir.{module}").FUNCTIONS[f"{name}/1"](text)
    if made[0] is Atom("error"):
        raise _unparsed(text, called, made[1])
    return made


def _unparsed(text: Any, called: str, reason: Any) -> Raised:
    problem = f"cannot parse {inspect(text)} as {called} for Calendar.ISO, reason: {inspect(reason)}"
    return error("ArgumentError", message=problem)


@kernel_macro(("sigil_D", 2), ("sigil_T", 2), ("sigil_N", 2))
def _date(x: Context, node: Node) -> Any:
    module = _CALENDAR[node.form.name]
    _parsed(module, module, "from_iso8601", _plain(node))
    return Done(elixir(module, "from_iso8601!", [_plain(node)], node.meta))


@kernel_macro(("sigil_U", 2))
def _utc(x: Context, node: Node) -> Any:
    name = Node(Atom("date_time"), node.meta.with_(counter=x.unit.next()), Atom("Elixir.Kernel"))
    _, _, offset = _parsed("DateTime", "UTC DateTime", "from_iso8601", _plain(node))
    if offset:
        raise _unparsed(_plain(node), "UTC DateTime", Atom("non_utc_offset"))
    parsed = elixir("DateTime", "from_iso8601", [_plain(node)], node.meta)
    match = Node(Atom("="), node.meta, [
        Node(Atom("{}"), node.meta, [Atom("ok"), name, 0]), parsed,
    ])  # fmt: skip
    return Node(Atom("__block__"), node.meta, [match, name])
