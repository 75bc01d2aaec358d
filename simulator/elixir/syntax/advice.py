"""What Elixir warns of while it reads a text."""

from __future__ import annotations

import re
from typing import Any

from simulator.elixir.tree.nodes import Node

EMPTY_PARENTHESES = (
    "invalid expression (). If you want to invoke or define a function, make sure there are no spaces between the "
    "function name and its arguments. If you wanted to pass an empty block or code, pass a value instead, such as a "
    "nil or an atom"
)
EMPTY_BODY = "an expression is always required on the right side of ->. Please provide a value after ->"
NOT_IN = '"not expr1 in expr2" is deprecated, use "expr1 not in expr2" instead'
TRAILING_COMMA = "trailing commas are not allowed inside function/macro call arguments"
XOR = "^^^ is deprecated. It is typically used as xor but it has the wrong precedence, use Bitwise.bxor/2 instead"
PIPE = """parentheses are required when piping into a function call. For example:

    foo 1 {pipe} bar 2 {pipe} baz 3

is ambiguous and should be written as

    foo(1) {pipe} bar(2) {pipe} baz(3)

Ambiguous pipe found at:"""
OUTDENTED = """outdented heredoc line. The contents inside the heredoc should be indented at the same level as the \
closing {close}. The following is forbidden:

    def text do
      \"""
    contents
      \"""
    end

Instead make sure the contents are indented as much as the heredoc closing:

    def text do
      \"""
      contents
      \"""
    end

The current heredoc line is indented too little"""
_KEY = (
    'found quoted keyword "{name}" but the quotes are not required. Note that keywords are always atoms, even when '
    "quoted. Similar to atoms, keywords made exclusively of ASCII letters, numbers, and underscores and not beginning "
    "with a number do not require quotes"
)
_ATOM = (
    'found quoted atom "{name}" but the quotes are not required. Atoms made exclusively of ASCII letters, numbers, '
    "underscores, beginning with a letter or underscore, and optionally ending with ! or ? do not require quotes"
)
_CALL = (
    'found quoted call "{name}" but the quotes are not required. Calls made exclusively of Unicode letters, numbers, '
    "and underscores and not beginning with a number do not require quotes"
)
_QUOTED = {"quoted_key": _KEY, "quoted_atom": _ATOM, "call": _CALL}
_SIGN = (
    'found identifier "{name}", ending with "{sign}", followed by =. It is unclear if you mean "{plain} {sign}=" or '
    '"{name} =". Please add a space before or after {sign} to remove the ambiguity'
)
_CHARACTER = "found ? followed by code point 0x{code:X} ({name}), please use ?\\{escape} instead"
_ESCAPED = {
    "\a": ("alert", "a"), "\b": ("backspace", "b"), "\x7f": ("delete", "d"), "\x1b": ("escape", "e"),
    "\f": ("form feed", "f"), "\n": ("newline", "n"), "\r": ("carriage return", "r"), " ": ("space", "s"),
    "\t": ("tab", "t"), "\v": ("vertical tab", "v"), "\0": ("null", "0"),
}  # fmt: skip
_PLAIN = re.compile(r"[a-z_][A-Za-z0-9_]*[?!]?")


def of_quotes(kind: str, parts: list[Any]) -> str | None:
    """Return the warning about quotes around a name that needs none; *kind* is that of the token, or ``call``."""
    plain = len(parts) == 1 and parts[0].__class__ is str and _PLAIN.fullmatch(parts[0])
    return _QUOTED[kind].format(name=parts[0]) if plain else None


def of_character(character: str) -> str | None:
    """Return the warning about a character after ``?`` that nobody sees."""
    known = _ESCAPED.get(character)
    return known and _CHARACTER.format(code=ord(character), name=known[0], escape=known[1])


def of_name(name: str, after: str) -> str | None:
    """Return the warning about ``a!=1``, where *after* is the character behind the name."""
    if after != "=":
        return None
    return _SIGN.format(name=name, sign=name[-1], plain=name[:-1])


def of_operator(name: str, left: Any) -> str | None:
    """Return the warning about an operator with *left* before it."""
    if name == "^^^":
        return XOR
    negated = name == "in" and left.__class__ is Node and (left.is_call("not", 1) or left.is_call("!", 1))
    return NOT_IN if negated else None


def of_heredoc(texts: list[str], close: str, width: int) -> tuple[str, int] | None:
    """Return the warning about a line of a heredoc indented less than *width*, and how many lines down it is."""
    lines = 0
    for text in texts:
        found = re.search(rf"\n(?![ \t]{{{width}}})[ \t]*[^\s]", text) if width else None
        if found:
            return OUTDENTED.format(close=close), lines + text.count("\n", 0, found.start() + 1)
        lines += text.count("\n")
    return None
