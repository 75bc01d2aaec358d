"""Erlang's ``:io_lib``: format strings, and terms in Erlang's notation, each on one line.

Source of the semantics: OTP 25's ``io:fwrite/3`` (control sequences) and ``io_lib``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

from simulator.elixir.library.basics import badarg
from simulator.elixir.library.io import chardata
from simulator.terms import Atom, Pid, Reference, inspect
from simulator.terms.bits import Bits, bytes_of
from simulator.terms.lists import EMPTY, from_list, is_list, parts, to_list
from simulator.terms.maps import Map, pairs
from simulator.terms.text import float_text

_CONTROL: Final = re.compile(
    r"~(?P<width>-?\d+|\*)?(?:\.(?P<precision>\d+|\*)?(?:\.(?P<pad>\*|.))?)?(?P<mods>[tlkK]*)(?P<kind>.)", re.DOTALL
)
_PLAIN: Final = re.compile(r"[a-z][A-Za-z0-9_@]*")
_RESERVED: Final = frozenset(
    ["after", "and", "andalso", "band", "begin", "bnot", "bor", "bsl", "bsr", "bxor", "case", "catch", "cond", "div", "end", "fun", "if", "let", "not", "of", "or", "orelse", "receive", "rem", "try", "when", "xor"]
)
_ESCAPES: Final = {8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r", 27: "\\e", 34: '\\"', 92: "\\\\"}
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"


def erlang_text(term: Any, strings: bool, unicode: bool = False, depth: int = -1) -> str:
    """Return a term in Erlang's notation; with *strings* lists and binaries of characters are shown as such.

    >>> erlang_text((Atom("a"), 1, "b"), True)
    '{a,1,<<"b">>}'
    """
    if depth == 0:
        return "..."
    deeper = depth - 1 if depth > 0 else -1
    cls = term.__class__
    if cls is Atom:
        return _atom(term.name)
    if cls is int:
        return str(term)
    if cls is float:
        return float_text(term)
    if cls is tuple:
        return "{" + ",".join(_limited(list(term), strings, unicode, deeper)) + "}"
    if is_list(term):
        return _list(term, strings, unicode, depth)
    if cls is str or cls is bytes or cls is Bits:
        return _binary(term, strings, unicode)
    if cls is Map:
        shown = [
            f"{erlang_text(key, strings, unicode, deeper)} => {erlang_text(value, strings, unicode, deeper)}"
            for key, value in pairs(term)
        ]
        return "#{" + ",".join(shown) + "}"
    if cls is Pid:
        return inspect(term)[4:]
    if cls is Reference:
        return "#Ref" + inspect(term)[10:]
    return "#Fun" + inspect(term)[9:]


def _limited(items: list[Any], strings: bool, unicode: bool, depth: int) -> list[str]:
    shown = []
    for index, item in enumerate(items):
        if depth >= 0 and index >= depth:
            shown.append("...")
            break
        shown.append(erlang_text(item, strings, unicode, depth))
    return shown


def _atom(name: str) -> str:
    if _PLAIN.fullmatch(name) and name not in _RESERVED:
        return name
    return "'" + name.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'"


def _is_text(codes: list[Any], unicode: bool) -> bool:
    end = 0x110000 if unicode else 256
    return all(
        code.__class__ is int and (32 <= code < 127 or code in _ESCAPES or 160 <= code < end) for code in codes
    )


def _escaped(codes: list[int]) -> str:
    return "".join(_ESCAPES.get(code) or chr(code) for code in codes)


def _list(term: Any, strings: bool, unicode: bool, depth: int) -> str:
    items, end = parts(term)
    if strings and items and end is EMPTY and _is_text(items, unicode):
        return f'"{_escaped(items)}"'
    shown = _limited(items, strings, unicode, depth - 1 if depth > 0 else -1)
    body = ",".join(shown).replace(",...", "|...")
    return f"[{body}]" if end is EMPTY else f"[{body}|{erlang_text(end, strings, unicode)}]"


def _binary(term: Any, strings: bool, unicode: bool) -> str:
    if term.__class__ is Bits:
        whole, rest = divmod(term.size, 8)
        numbers = [*map(str, term.data[:whole]), f"{term.data[-1] >> (8 - rest)}:{rest}"]
        return f"<<{','.join(numbers)}>>"
    data = bytes_of(term)
    if strings and data:
        if _is_text(list(data), False):
            return f'<<"{_escaped(list(data))}">>'
        if unicode and term.__class__ is str and _is_text(list(map(ord, term)), True):
            return f'<<"{_escaped(list(map(ord, term)))}"/utf8>>'
    return f"<<{','.join(map(str, data))}>>"


# -- formats --------------------------------------------------------------------------------------


def formatted(form: Any, args: Any) -> str:
    """Return what a format string makes of its arguments; raises ``ArgumentError`` where they do not fit."""
    text = form.name if form.__class__ is Atom else chardata(form) if is_list(form) else form
    given = iter(to_list(args)) if is_list(args) else iter(())
    if text.__class__ is not str:
        raise badarg(1, "not a valid format string")
    made = []
    position = 0
    for found in _CONTROL.finditer(text):
        made += [text[position : found.start()], _control(found, given)]
        position = found.end()
    if "~" in text[position:]:
        raise badarg(1, "format string invalid (truncated)")
    if next(given, None) is not None:
        raise badarg(2, "wrong number of arguments")
    return "".join([*made, text[position:]])


def _control(found: re.Match[str], given: Iterator[Any]) -> str:
    kind = found["kind"]
    if kind == "n":
        return "\n" * int(found["width"] or 1)
    if kind == "~":
        return "~"
    width = _number(found["width"], given)
    precision = _number(found["precision"], given)
    pad = " " if found["pad"] is None else chr(_argument(given)) if found["pad"] == "*" else found["pad"]
    maker = _MAKERS.get(kind)
    if maker is None:
        raise badarg(1, f"format string invalid (invalid control ~{kind})")
    if kind == "i":
        _argument(given)
        return ""
    term = _argument(given)
    extra = _argument(given) if kind in "WPXx" else None
    text = maker(term, precision, "t" in found["mods"], extra, width, pad)
    return _padded(text, width, precision, pad, kind)


def _number(text: str | None, given: Iterator[Any]) -> int | None:
    return None if text is None else int(_argument(given)) if text == "*" else int(text)


def _argument(given: Iterator[Any]) -> Any:
    for term in given:
        return term
    raise badarg(2, "wrong number of arguments")


def _padded(text: str, width: int | None, precision: int | None, pad: str, kind: str) -> str:
    if kind == "s" and width is None and precision is not None:
        width = -precision
    if width is None or kind in "cpP":
        return text
    size = abs(width)
    if len(text) > size:
        return text[:size] if kind == "s" else "*" * size
    return text.ljust(size, pad) if width < 0 else text.rjust(size, pad)


def _string(term: Any, precision: int | None, unicode: bool, extra: Any, width: int | None, pad: str) -> str:
    if term.__class__ is Atom:
        text = term.name
    elif term.__class__ is str:
        text = term if unicode else term.encode().decode("latin-1")
    elif term.__class__ is bytes:
        text = term.decode("latin-1")
    elif is_list(term):
        text = chardata(term)
    else:
        raise badarg(2, "wrong type for format string")
    return text if precision is None else text[:precision].ljust(precision, pad) if width is None else text[:precision]


def _float(term: Any, precision: int | None, form: str) -> str:
    if term.__class__ not in (int, float):
        raise badarg(2, "wrong type for format string")
    if term.__class__ is int and form != "f":
        raise badarg(2, "wrong type for format string")
    digits = 6 if precision is None else precision
    if form == "f":
        return f"{float(term):.{digits}f}"
    if form == "e":
        return re.sub(r"e([+-])0*(\d)", r"e\1\2", f"{term:.{digits - 1}e}")
    if not 0.1 <= abs(term) < 10_000:
        return _float(term, precision, "e")
    return f"{term:.{max(1, digits - len(str(int(abs(term)))))}f}" if abs(term) >= 1 else f"{term:.{digits}f}"


def _in_base(term: Any, precision: int | None) -> str:
    base = 10 if precision is None else precision
    if term.__class__ is not int:
        raise badarg(2, "wrong type for format string")
    digits, rest = "", abs(term)
    while rest or not digits:
        rest, digit = divmod(rest, base)
        digits = _DIGITS[digit] + digits
    return f"-{digits}" if term < 0 else digits


_MAKERS: Final[dict[str, Callable[..., str]]] = {
    "p": lambda term, precision, unicode, *_: erlang_text(term, True, unicode),
    "P": lambda term, precision, unicode, depth, *_: erlang_text(term, True, unicode, depth),
    "w": lambda term, precision, unicode, *_: erlang_text(term, False, unicode),
    "W": lambda term, precision, unicode, depth, *_: erlang_text(term, False, unicode, depth),
    "s": _string,
    "c": lambda term, precision, unicode, extra, width, pad: chr(term) * (precision or width or 1),
    "f": lambda term, precision, *_: _float(term, precision, "f"),
    "e": lambda term, precision, *_: _float(term, precision, "e"),
    "g": lambda term, precision, *_: _float(term, precision, "g"),
    "b": lambda term, precision, *_: _in_base(term, precision),
    "B": lambda term, precision, *_: _in_base(term, precision).upper(),
    "#": lambda term, precision, *_: f"{precision or 10}#{_in_base(term, precision).upper()}",
    "+": lambda term, precision, *_: f"{precision or 10}#{_in_base(term, precision)}",
    "x": lambda term, precision, unicode, prefix, *_: chardata(prefix) + _in_base(term, precision),
    "X": lambda term, precision, unicode, prefix, *_: chardata(prefix) + _in_base(term, precision).upper(),
    "i": lambda *_: "",
}


def format_(form: Any, args: Any) -> Any:
    """``:io_lib.format/2``"""
    return from_list(list(map(ord, formatted(form, args))))


def write(term: Any) -> Any:
    """``:io_lib.write/1``"""
    return from_list(list(map(ord, erlang_text(term, False))))


def print_(term: Any) -> Any:
    """``:io_lib.print/1``"""
    return from_list(list(map(ord, erlang_text(term, True))))


def printable_list(term: Any) -> Any:
    """``:io_lib.printable_list/1``"""
    return Atom("true" if is_list(term) and _is_text(list(to_list(term)), False) else "false")


FUNCTIONS = {
    "format/2": format_, "fwrite/2": format_, "write/1": write, "print/1": print_, "printable_list/1": printable_list,
    "printable_unicode_list/1": printable_list,
}  # fmt: skip
