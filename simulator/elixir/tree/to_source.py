"""Quoted code as source text: ``Macro.to_string/1``, without the breaking of long lines."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.tree.build import is_keyword
from simulator.elixir.tree.nodes import Node
from simulator.elixir.tree.operators import words
from simulator.terms import Atom
from simulator.terms import inspect as inspect_term
from simulator.terms.lists import from_list
from simulator.terms.maps import Map

_LEFT: Final = "left"
_RIGHT: Final = "right"
BINARY: Final[dict[str, tuple[int, str]]] = {
    "<-": (40, _LEFT), "\\\\": (40, _LEFT), "when": (50, _RIGHT), "::": (60, _RIGHT), "|": (70, _RIGHT),
    "=>": (80, _RIGHT), "=": (100, _RIGHT), "||": (120, _LEFT), "|||": (120, _LEFT), "or": (120, _LEFT),
    "&&": (130, _LEFT), "&&&": (130, _LEFT), "and": (130, _LEFT), "==": (140, _LEFT), "!=": (140, _LEFT),
    "=~": (140, _LEFT), "===": (140, _LEFT), "!==": (140, _LEFT), "<": (150, _LEFT), "<=": (150, _LEFT),
    ">=": (150, _LEFT), ">": (150, _LEFT), "|>": (160, _LEFT), "<<<": (160, _LEFT), ">>>": (160, _LEFT),
    "<~": (160, _LEFT), "~>": (160, _LEFT), "in": (170, _LEFT), "^^^": (180, _LEFT), "++": (200, _RIGHT),
    "--": (200, _RIGHT), "..": (200, _RIGHT), "<>": (200, _RIGHT), "+": (210, _LEFT), "-": (210, _LEFT),
    "*": (220, _LEFT), "/": (220, _LEFT), "**": (230, _LEFT),
}  # fmt: skip
"""Operators between two operands: how tightly they bind, and on which side they nest."""
UNARY: Final = {"&": 90, "!": 300, "^": 300, "not": 300, "-": 300, "+": 300, "~~~": 300, "@": 320}
_CALL: Final = 400
_BARE: Final = words("""
    alias case cond for import quote receive require try with def defp defguard defguardp defmacro defmacrop defmodule
    defdelegate defexception defoverridable defstruct destructure raise reraise if unless use
""")
"""What is written without parentheses."""
_MIXED: Final = frozenset({"&&", "||", "and", "or"})
_BLOCKS: Final = ("do", "rescue", "catch", "else", "after")


def to_source(node: Any) -> str:
    """Return the source of quoted code.

    >>> from simulator.elixir.syntax.read import parse
    >>> to_source(parse("f.( a,%{b: 1}) |> Foo.bar(&(&1+1), [x|y])"))
    'f.(a, %{b: 1}) |> Foo.bar(&(&1 + 1), [x | y])'
    """
    return _text(node, 0)


def _text(node: Any, outer: int) -> str:
    """Return the source of a part of an expression whose operator binds with *outer*."""
    kind = node.__class__
    if kind is Node:
        return _node(node, outer)
    if kind is list:
        return _list(node)
    if kind is tuple:
        return "{" + arguments(list(node)) + "}"
    if kind is int or kind is float:
        return _number(inspect_term(node))
    return inspect_term(node, binaries="as_strings")


def _number(text: str) -> str:
    """Return a number with its digits in groups of three, if they are six or more."""
    whole, point, rest = text.partition(".")
    digits = whole.lstrip("-")
    if len(digits) < 6:
        return text
    first = len(digits) % 3 or 3
    groups = [digits[:first], *[digits[at : at + 3] for at in range(first, len(digits), 3)]]
    return f"{whole[: -len(digits)]}{'_'.join(groups)}{point}{rest}"


def _list(items: list[Any]) -> str:
    if items and all(item.__class__ is int for item in items):
        shown = inspect_term(from_list(items))
        if shown[0] == "'":
            return shown
    if len(items) == 1 and items[0].__class__ is Node and items[0].is_call("->", 2):  # the type of a function
        return f"({arguments(items[0].args[0])} -> {_text(items[0].args[1], 0)})" if items[0].args[0] else (
            f"(() -> {_text(items[0].args[1], 0)})"
        )
    return "[" + _elements(items) + "]"


def arguments(args: list[Any]) -> str:
    """Return arguments; keywords at the end stand without brackets."""
    if args and args[-1].__class__ is list and args[-1] and is_keyword(args[-1]):
        return ", ".join([*(_text(each, 0) for each in args[:-1]), _pairs(args[-1])])
    return ", ".join(_text(each, 0) for each in args)


def _elements(args: list[Any]) -> str:
    first = next((index for index, each in enumerate(args) if _is_pair(each)), None)
    if first is not None and all(_is_pair(each) for each in args[first:]):
        return ", ".join([*(_text(each, 0) for each in args[:first]), _pairs(args[first:])])
    return ", ".join(_text(each, 0) for each in args)


def _is_pair(node: Any) -> bool:
    return node.__class__ is tuple and len(node) == 2 and node[0].__class__ is Atom \
        and not node[0].name.startswith("Elixir.")  # fmt: skip


def _pairs(pairs: list[Any]) -> str:
    return ", ".join(f"{_key(key)} {_text(value, 0)}" for key, value in pairs)


def _key(key: Atom) -> str:
    shown = inspect_term(key)
    return shown.removeprefix(":") + ":" if shown.startswith(":") else f"{key.name}:"


def _node(node: Node, outer: int) -> str:
    if node.meta.extra and node.meta.extra.get("value").__class__ is Map:
        return inspect_term(node.meta.extra["value"])
    if node.form.__class__ is not Atom:
        return _remote(node)
    name, args = node.form.name, node.args
    if args.__class__ is not list:
        return name
    special = _SPECIAL.get(name)
    if special is not None:
        return special(node)
    if (len(args) == 2 and name in BINARY) or name == "when":
        return _binary(node, outer)
    if len(args) == 1 and name in UNARY:
        return _unary(node, outer)
    if name == "..//" and len(args) == 3:
        return f"{_text(args[0], 201)}..{_text(args[1], 201)}//{_text(args[2], 201)}"
    if name.startswith("sigil_") and len(args) == 2 and args[0].__class__ is Node:
        return _sigil(node)
    return name + (_bare(args) if name in _BARE and args else _call(args))


def _bare(args: list[Any]) -> str:
    text = _call(args)
    if text.startswith("("):
        end = _closing(text)
        return f" {text[1:end]}{text[end + 1:]}"
    return text


def _closing(text: str) -> int:
    """Return where the parenthesis that opens a text is closed."""
    if "\n" not in text:
        return text.rindex(")")
    return text.index(") do\n")


def _binary(node: Node, outer: int) -> str:
    name = node.form.name
    level, side = BINARY[name]
    left, right = node.args[0], node.args[-1]
    if name == "when" and len(node.args) > 2:
        return arguments(node.args[:-1]) + " when " + _text(node.args[-1], level)
    first = _text(left, level if side is _LEFT else level + 1)
    second = _text(right, level + 1 if side is _LEFT else level)
    if name in _MIXED:
        first, second = _clearer(left, name, first), _clearer(right, name, second)
    if name == "when" and right.__class__ is list and right and is_keyword(right):
        second = _pairs(right)
    if name == "|>":
        first, second = _called(left, first), _called(right, second)
    text = f"{first}{name}{second}" if name == ".." else f"{first} {name} {second}"
    return f"({text})" if level < outer else text


def _called(node: Any, text: str) -> str:
    """Return a step of a pipe with parentheses, though it is written without them."""
    return f"{text}()" if node.__class__ is Node and node.meta.get("no_parens") and node.args == [] else text


def _clearer(node: Any, name: str, text: str) -> str:
    """Return an operand in parentheses if it is another one of ``and``, ``or`` and their like."""
    other = node.__class__ is Node and node.form.__class__ is Atom and node.form.name in _MIXED \
        and node.args.__class__ is list and len(node.args) == 2 and node.form.name != name  # fmt: skip
    return f"({text})" if other and not text.startswith("(") else text


def _unary(node: Node, outer: int) -> str:
    name, inner = node.form.name, node.args[0]
    level = UNARY[name]
    if name == "not" and inner.__class__ is Node and inner.is_call("in", 2):
        return f"{_text(inner.args[0], 171)} not in {_text(inner.args[1], 171)}"
    if name == "@" and inner.__class__ is Node and inner.args.__class__ is list and inner.form.__class__ is Atom:
        return f"@{inner.form.name} {arguments(inner.args)}"
    if name == "&":
        return _captured(inner)
    text = _text(inner, level)
    if inner.__class__ is Node and inner.form.__class__ is Atom and inner.args.__class__ is list \
            and len(inner.args) == 2 and inner.form.name in BINARY and not text.startswith("("):  # fmt: skip
        text = f"({text})"
    made = f"{name} {text}" if name == "not" else f"{name}{text}"
    return f"({made})" if level < outer and name == "not" else made


def _captured(inner: Any) -> str:
    if inner.__class__ is int:
        return f"&{inner}"
    if inner.__class__ is Node and inner.is_call("/", 2) and inner.args[1].__class__ is int:
        target = inner.args[0]
        if target.__class__ is Node and target.form.__class__ is Node and not target.args:
            return f"&{_dotted(target)}/{inner.args[1]}"
        if target.__class__ is Node and target.is_variable:
            return f"&{target.form.name}/{inner.args[1]}"
    if inner.__class__ is Node and inner.is_call("&", 1):
        return f"& {_text(inner, 0)}"
    text = _text(inner, 0)
    plain = inner.__class__ is not Node or (
        inner.form.__class__ is not Atom or (inner.form.name not in BINARY and inner.form.name not in UNARY)
    )
    return f"&{text}" if plain else f"&({text})"


def _dotted(node: Node) -> str:
    receiver, name = node.form.args
    if name.__class__ is not Atom:
        return f"{_text(receiver, _CALL)} . {_text(name, 0).removesuffix('()')}"
    return f"{_text(receiver, _CALL)}.{_name(name)}"


def _name(name: Any) -> str:
    if name.__class__ is not Atom:
        return _text(name, _CALL)
    shown = inspect_term(name)
    return shown[1:] if shown.startswith(":") else name.name


def _remote(node: Node) -> str:
    form = node.form
    if form.__class__ is Node and form.form is Atom(".") and len(form.args) == 2:
        if form.args[0] is Atom("Elixir.Access") and form.args[1] is Atom("get") and len(node.args) == 2:
            return f"{_text(node.args[0], _CALL)}[{_text(node.args[1], 0)}]"
        if form.args[1] is Atom("{}"):
            return f"{_text(form.args[0], _CALL)}.{{{arguments(node.args)}}}"
        if node.meta.get("no_parens") and not node.args and form.args[1].__class__ is Atom:
            return _dotted(node)
        return _dotted(node) + _call(node.args)
    if form.__class__ is Node and form.form is Atom("."):
        return f"{_text(form.args[0], _CALL)}.{_call(node.args)}"
    return f"{_text(form, _CALL)}{_call(node.args)}"


def _call(args: list[Any]) -> str:
    """Return the arguments of a call, and a ``do`` block after it."""
    if args and args[-1].__class__ is list and args[-1] and is_keyword(args[-1]) \
            and args[-1][0][0] is Atom("do") and all(key.name in _BLOCKS for key, _ in args[-1]):  # fmt: skip
        before = "(" + arguments(args[:-1]) + ")" if len(args) > 1 else ""
        return f"{before} {_do_block(args[-1])}"
    return "(" + arguments(args) + ")"


def _do_block(options: list[Any]) -> str:
    parts = [f"{key.name}\n{_indented(_clauses(value))}" for key, value in options]
    return "\n".join(parts) + "\nend"


def _clauses(value: Any) -> str:
    if value.__class__ is list and value and all(each.__class__ is Node and each.is_call("->", 2) for each in value):
        return _arrows(value)
    return _body(value)


def _body(value: Any) -> str:
    if (value.__class__ is Node and value.is_call("__block__")) or (value.__class__ is Node and \
            value.form is Atom("__block__")):  # fmt: skip
        return "\n".join(_text(each, 0) for each in value.args)
    return _text(value, 0)


def _arrows(clauses: list[Node]) -> str:
    """Return clauses each on a line; if one needs more lines all get more, and an empty one between them."""
    heads, bodies = [arguments(each.args[0]) for each in clauses], [_body(each.args[1]) for each in clauses]
    if not any("\n" in body for body in bodies):
        return "\n".join(f"{head} -> {body}".lstrip() for head, body in zip(heads, bodies, strict=True))
    return "\n\n".join(f"{head} ->\n{_indented(body)}".lstrip() for head, body in zip(heads, bodies, strict=True))


def _indented(text: str) -> str:
    return "\n".join("  " + line if line else line for line in text.split("\n"))


def _function(node: Node) -> str:
    if len(node.args) == 1:
        clause = node.args[0]
        left = arguments(clause.args[0])
        body = _body(clause.args[1])
        if "\n" not in body:
            return f"fn {left} -> {body} end" if left else f"fn -> {body} end"
        return f"fn {left} ->\n{_indented(body)}\nend" if left else f"fn ->\n{_indented(body)}\nend"
    return "fn\n" + _indented(_arrows(node.args)) + "\nend"


def _aliases(node: Node) -> str:
    return ".".join(part.name if part.__class__ is Atom else _text(part, _CALL) for part in node.args)


def _tuple(node: Node) -> str:
    return "{" + arguments(node.args) + "}"


def _map(node: Node) -> str:
    return "%{" + _inside(node.args) + "}"


def _struct(node: Node) -> str:
    return f"%{_text(node.args[0], _CALL)}{{{_inside(node.args[1].args)}}}"


def _inside(args: list[Any]) -> str:
    if len(args) == 1 and args[0].__class__ is Node and args[0].is_call("|", 2):
        return f"{_text(args[0].args[0], 71)} | {_inside(args[0].args[1])}"
    if is_keyword(args) and all(not key.name.startswith("Elixir.") for key, _ in args):
        return _pairs(args)
    first = next((index for index, _ in enumerate(args) if all(_is_pair(each) for each in args[index:])), len(args))
    parts = [f"{_text(key, 81)} => {_text(value, 80)}" for key, value in args[:first]]
    return ", ".join([*parts, _pairs(args[first:])] if args[first:] else parts)


def _bits(node: Node) -> str:
    if node.meta.get("delimiter") or any(_is_interpolation(each) for each in node.args):
        return '"' + "".join(_piece(each) for each in node.args) + '"'
    return "<<" + ", ".join(_segment(each) for each in node.args) + ">>"


def _is_interpolation(segment: Any) -> bool:
    return segment.__class__ is Node and segment.is_call("::", 2) and segment.args[0].__class__ is Node \
        and segment.args[0].form.__class__ is Node and segment.args[0].form.args[-1] is Atom("to_string")  # fmt: skip


def _piece(segment: Any) -> str:
    if segment.__class__ is str:
        return inspect_term(segment)[1:-1]
    return "#{" + _text(segment.args[0].args[0], 0) + "}"


def _segment(segment: Any) -> str:
    if segment.__class__ is Node and segment.is_call("::", 2):
        return f"{_text(segment.args[0], 61)}::{_text(segment.args[1], 60).replace(' ', '')}"
    return _text(segment, 0)


def _sigil(node: Node) -> str:
    name = node.form.name.removeprefix("sigil_")
    text = "".join(each if each.__class__ is str else _piece(each) for each in node.args[0].args)
    opening = node.meta.get("delimiter") or "("
    closing = {"(": ")", "[": "]", "{": "}", "<": ">"}.get(opening, opening)
    return f"~{name}{opening}{text}{closing}" + "".join(map(chr, node.args[1]))


def _block(node: Node) -> str:
    return "(\n" + _indented(_body(node)) + "\n)" if len(node.args) != 1 else _text(node.args[0], 0)


_SPECIAL: Final = {
    "__aliases__": _aliases, "{}": _tuple, "%{}": _map, "%": _struct, "<<>>": _bits, "fn": _function,
    "__block__": _block,
}  # fmt: skip
