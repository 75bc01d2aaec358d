"""``<<segment::type, ...>>``: types, sizes and units, written out in one order.

Every expanded segment is ``value :: spec`` with the spec's parts joined by ``-``, the type first, then
sign, endianness, ``size(n)`` and ``unit(n)``, as far as they were given or follow from the value.
Source of the rules: ``Kernel.SpecialForms.<<>>/1``.
"""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.expand.scope.context import Context
from simulator.elixir.expand.scope.core import expand, form, variable_key
from simulator.elixir.tree.build import DOT
from simulator.elixir.tree.nodes import Meta, Node
from simulator.terms import Atom

_TYPES: Final = {
    "integer": "integer", "float": "float", "binary": "binary", "bytes": "binary", "bitstring": "bitstring",
    "bits": "bitstring", "utf8": "utf8", "utf16": "utf16", "utf32": "utf32",
}  # fmt: skip
_SIGNS: Final = frozenset({"signed", "unsigned"})
_ENDS: Final = frozenset({"big", "little", "native"})
_WORDS: Final = frozenset(_TYPES) | _SIGNS | _ENDS
_JOIN: Final = Atom("::")
_WITH_TO_STRING: Final = (Atom("Elixir.Kernel"), Atom("Elixir.String.Chars"))


class _Spec:
    """What is said of a segment."""

    __slots__ = ("end", "sign", "size", "type", "unit")

    def __init__(self) -> None:
        self.type: str | None = None
        self.sign: str | None = None
        self.end: str | None = None
        self.size: Any = None
        self.unit: Any = None


@form("<<>>")
def binary_form(x: Context, node: Node) -> Any:
    """A binary; segments without a type are integers, strings binaries."""
    last = len(node.args) - 1
    segments = [_segment(x, node, each, index == last) for index, each in enumerate(node.args)]
    return Node(node.form, node.meta, [part for segment in segments for part in _flat(segment)])


def _flat(segment: Node) -> list[Node]:
    """Return a segment, or those that it has in it: a binary without a size stands for its own."""
    value, spec = segment.args
    return value.args if _is_binary(value) and not spec.args else [segment]


def _is_binary(value: Any) -> bool:
    return value.__class__ is Node and value.form is Atom("<<>>")


def _segment(x: Context, node: Node, segment: Any, last: bool) -> Any:
    if segment.__class__ is Node and segment.is_call("::", 2):
        value = _value(x, segment.args[0])
        meta = segment.meta
        spec = _Spec()
        _read(x, meta, segment.args[1], spec)
    else:
        value, meta, spec = expand(x, segment), node.meta, _Spec()
    if spec.type is None:
        spec.type = _type_of(value)
    told = (spec.sign, spec.end, spec.size, spec.unit)
    if _is_binary(value) and (spec.type not in ("binary", "bitstring") or any(part is not None for part in told)):
        raise x.error(
            meta,
            "literal <<>> in bitstring supports only type specifiers, which must be one of: binary or bitstring",
        )
    _check(x, meta, value, spec, last)
    return Node(_JOIN, meta, [value, _written(meta, spec)])


def _value(x: Context, value: Any) -> Any:
    """Expand what a segment holds; a text that is interpolated in a pattern is a part of it."""
    if x.match is not None and value.__class__ is Node and _makes_text(value.form):
        inner = expand(x, value.args[0])
        if inner.__class__ is str or inner.__class__ is bytes:
            return inner
    return expand(x, value)


def _makes_text(form: Any) -> bool:
    return (
        form.__class__ is Node and form.form is DOT and len(form.args) == 2
        and form.args[0] in _WITH_TO_STRING and form.args[1] is Atom("to_string")
    )  # fmt: skip


def _type_of(value: Any) -> str:
    if value.__class__ is str or value.__class__ is bytes:
        return "binary"
    if value.__class__ is float:
        return "float"
    if _is_binary(value):
        return "bitstring"
    return "integer"


def _read(x: Context, meta: Meta, node: Any, spec: _Spec) -> None:
    if node.__class__ is int:
        _set(x, meta, spec, "size", node)
    elif node.__class__ is not Node or node.form.__class__ is not Atom:
        raise _unknown(x, meta, node)
    elif node.is_call("-", 2):
        _read(x, node.meta, node.args[0], spec)
        _read(x, node.meta, node.args[1], spec)
    elif node.is_call("*", 2):
        if node.args[0].__class__ is not Node or not node.args[0].is_variable or node.args[0].form.name != "_":
            _set(x, meta, spec, "size", _size(x, node.args[0]))
        _set(x, meta, spec, "unit", node.args[1])
    elif node.is_call("size", 1):
        _set(x, meta, spec, "size", _size(x, node.args[0]))
    elif node.is_call("unit", 1):
        _set(x, meta, spec, "unit", node.args[0])
    elif (node.is_variable or not node.args) and node.form.name in _WORDS:
        _word(x, node, spec)
    else:
        expanded = _macro(x, node if node.args.__class__ is list else Node(node.form, node.meta, []))
        if expanded is None:
            raise _unknown(x, meta, node)
        _read(x, meta, expanded, spec)


def _word(x: Context, node: Node, spec: _Spec) -> None:
    name = node.form.name
    if name in _TYPES:
        _set(x, node.meta, spec, "type", _TYPES[name])
    elif name in _SIGNS:
        _set(x, node.meta, spec, "sign", name)
    else:
        _set(x, node.meta, spec, "end", name)


def _macro(x: Context, node: Node) -> Any:
    from simulator.elixir.expand.names.macros import expand_once

    expanded = expand_once(x, node)
    return None if expanded is node else expanded


def _set(x: Context, meta: Meta, spec: _Spec, part: str, value: Any) -> None:
    if getattr(spec, part) is not None and getattr(spec, part) != value:
        word = {"end": "endianness"}.get(part, part)
        known = getattr(spec, part)
        raise x.error(meta, f'conflicting {word} specification for bit field: "{value}" and "{known}"')
    setattr(spec, part, value)


def _size(x: Context, node: Any) -> Any:
    """A size is an expression over what is bound before, in a pattern too."""
    if x.match != "match":
        return expand(x, node)
    if node.__class__ is Node and node.is_call("^", 1):  # which Elixir takes here since 1.16
        node = node.args[0]
    if node.__class__ is Node and node.is_variable and variable_key(node) not in x.vars:
        raise x.error(node.meta, f'undefined variable "{node.form.name}"')
    saved = x.match, x.vars
    x.match = "guard"
    size = expand(x, node)
    x.match, x.vars = saved
    return size


def _check(x: Context, meta: Meta, value: Any, spec: _Spec, last: bool) -> None:
    if spec.type in ("utf8", "utf16", "utf32") and (spec.size is not None or spec.unit is not None):
        raise x.error(meta, "size and unit are not supported on utf types")
    if spec.type in ("binary", "bitstring"):
        if spec.sign is not None or spec.end is not None:
            raise x.error(meta, "signed and unsigned specifications are supported only on integer and float "
                          "types")  # fmt: skip
        if x.match == "match" and not last and spec.size is None and value.__class__ not in (str, bytes) \
                and not (value.__class__ is Node and value.form is Atom("<<>>")):  # fmt: skip
            raise x.error(
                meta,
                f"a {spec.type} field without size is only allowed at the end of a binary pattern, at the right side "
                "of "
                "binary concatenation and and never allowed in binary generators. The following examples are invalid:"
                "\n\n    rest <> \"foo\"\n    "
                "<<rest::binary, \"foo\">>\n\nThey are invalid because there is a bits/bitstring component not at the "
                'end. However, the "reverse" would work:\n\n    "foo" <> rest\n    <<"foo", rest::binary>>\n\n',
            )
    if spec.unit is not None and (spec.unit.__class__ is not int or not 1 <= spec.unit <= 256):
        raise x.error(meta, f"unit in bitstring expects an integer as argument, got: {spec.unit!r}")


def _written(meta: Meta, spec: _Spec) -> Node:
    parts: list[Any] = [Node(Atom(spec.type or "integer"), meta, [])]
    parts += [Node(Atom(name), meta, []) for name in (spec.sign, spec.end) if name is not None]
    if spec.size is not None:
        parts.append(Node(Atom("size"), meta, [spec.size]))
    if spec.unit is not None:
        parts.append(Node(Atom("unit"), meta, [spec.unit]))
    joined: Node = parts[0]
    for part in parts[1:]:
        joined = Node(Atom("-"), meta, [joined, part])
    return joined


def _unknown(x: Context, meta: Meta, node: Any) -> Exception:
    from simulator.elixir.tree.to_source import to_source

    plain = node.__class__ is Node and node.is_variable
    return x.error(meta, f"unknown bitstring specifier: {to_source(node)}{'()' if plain else ''}")
