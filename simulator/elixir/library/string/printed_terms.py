"""Terms as Erlang writes them: ``~w`` and ``~p`` of ``:io.format``.

Source of the semantics: Erlang/OTP 25, ``io_lib:write/1`` and ``io_lib_pretty``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from typing import Any, Final

from simulator.elixir.runtime.values.counted import parts
from simulator.terms import Atom, inspect
from simulator.terms.bits import Bits, bytes_of
from simulator.terms.lists import is_list
from simulator.terms.maps import Map, pairs
from simulator.terms.text import short_float
from simulator.terms.weight import weigh

WIDTH: Final = 80
_PLAIN: Final = re.compile(r"[a-zß-öø-ÿ][\w@]*")
_WORD: Final = re.compile(
    r"after|and|andalso|band|begin|bnot|bor|bsl|bsr|bxor|case|catch|cond|div|else|end|fun|if|let|maybe|not|of|or|orelse"
    r"|receive|rem|try|when|xor"
)
_ESCAPES: Final = {7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r", 27: "\\e", 127: "\\d"}


def written(term: Any) -> str:
    """Return a term as ``~w`` writes it: texts are numbers.

    >>> from simulator.terms.lists import from_list
    >>> written(from_list([97, (Atom("Ok"), "a", 1e22)]))
    "[97,{'Ok',<<97>>,1.0e22}]"
    """
    weigh(term, 20)
    return _flat(term, _numbers)


def pretty(term: Any, column: int = 0, wide: bool = False, width: int = WIDTH) -> str:
    """Return a term as ``~p`` writes it from *column* on: what looks like text is text, long terms are broken.

    With *wide* characters beyond Latin-1 are text, too (``~tp``).

    >>> from simulator.terms.lists import from_list
    >>> pretty(from_list([97, 98])), pretty((Atom("a"), "é")), pretty((Atom("a"), "é"), wide=True)
    ('"ab"', '{a,<<"Ã©">>}', '{a,<<"é"/utf8>>}')
    """
    weigh(term, 40)
    return _broken(term, column, width, _wide if wide else _narrow)


def atom_text(term: Atom) -> str:
    """Return an atom with quotes if it needs them.

    >>> atom_text(Atom("ok")), atom_text(Atom("Elixir.Enum")), atom_text(Atom("end"))
    ('ok', "'Elixir.Enum'", "'end'")
    """
    name = term.name
    if _PLAIN.fullmatch(name) and not _WORD.fullmatch(name):
        return name
    return _quoted(name, "'")


def _quoted(text: str, quote: str) -> str:
    return quote + "".join(_escaped(char, quote) for char in text) + quote


def _escaped(char: str, quote: str) -> str:
    if char in (quote, "\\"):
        return f"\\{char}"
    return _ESCAPES.get(ord(char)) or (char if char >= " " else f"\\{ord(char):o}")


def _numbers(term: Any) -> str | None:
    """A way to show texts: not at all."""
    return None


def _narrow(term: Any) -> str | None:
    """Return a text of printable Latin-1 as such; None for what is no such text."""
    if term.__class__ in (str, bytes):
        text = bytes_of(term).decode("latin-1")
        return f"<<{_quoted(text, DOUBLE)}>>" if text and all(map(_is_printable, map(ord, text))) else None
    return _charlist(term, 256)


def _wide(term: Any) -> str | None:
    """Return a text of printable characters as such; None for what is no such text."""
    if term.__class__ is str and term and all(map(_is_printable, map(ord, term))):
        suffix = "" if term.isascii() else "/utf8"
        return f"<<{_quoted(term, DOUBLE)}{suffix}>>"
    return _narrow(term) if term.__class__ is bytes else _charlist(term, 0x110000)


DOUBLE: Final = '"'


def _charlist(term: Any, limit: int) -> str | None:
    if not is_list(term):
        return None
    items, end = parts(term)
    if not items or not is_list(end) or not all(each.__class__ is int and _is_printable(each) for each in items):
        return None
    return None if max(items) >= limit else _quoted("".join(map(chr, items)), DOUBLE)


def _is_printable(code: int) -> bool:
    return 32 <= code < 127 or 8 <= code <= 13 or code == 27 or 160 <= code < 0xD800 or 0xE000 <= code < 0x110000


def _flat(term: Any, texts: Callable[[Any], str | None]) -> str:
    """Return a term on one line."""
    text = texts(term)
    if text is not None:
        return text
    opening, items, closing = _inside(term)
    if items is None:
        return opening
    return opening + ",".join(_item(item, texts) for item in items) + _rest(term, texts) + closing


def _item(item: Any, texts: Callable[[Any], str | None]) -> str:
    """Return an element, or a key with its value."""
    if item.__class__ is _Pair:
        return f"{_flat(item.key, texts)} => {_flat(item.value, texts)}"
    return _flat(item, texts)


def _rest(term: Any, texts: Callable[[Any], str | None]) -> str:
    """Return the tail of an improper list."""
    if not is_list(term):
        return ""
    end = parts(term)[1]
    return "" if is_list(end) else f"|{_flat(end, texts)}"


class _Pair:
    """A key of a map with its value."""

    def __init__(self, key: Any, value: Any) -> None:
        self.key = key
        self.value = value


def _inside(term: Any) -> tuple[str, list[Any] | None, str]:
    """Return how a term begins, what it holds, how it ends; what holds nothing is all in the beginning."""
    if term.__class__ is tuple:
        return "{", list(term), "}"
    if is_list(term):
        return "[", parts(term)[0], "]"
    if term.__class__ is Map:
        return "#{", [_Pair(key, value) for key, value in pairs(term)], "}"
    return _plain(term), None, ""


def _plain(term: Any) -> str:
    """Return a term that holds no others."""
    if term.__class__ is Atom:
        return atom_text(term)
    if term.__class__ is float:
        return short_float(term)
    if term.__class__ is str or term.__class__ is bytes:
        return f"<<{','.join(map(str, bytes_of(term)))}>>"
    if term.__class__ is Bits:
        whole, rest = divmod(term.size, 8)
        shown = [str(byte) for byte in term.data[:whole]] + [f"{term.data[-1] >> (8 - rest)}:{rest}"]
        return f"<<{','.join(shown)}>>"
    text = inspect(term)
    return text.removeprefix("#PID").removeprefix("#Reference").replace("<", "#Ref<", text.startswith("#R"))


def _broken(term: Any, column: int, width: int, texts: Callable[[Any], str | None]) -> str:
    """Return a term that begins at *column*, on as many lines as it takes."""
    flat = _flat(term, texts)
    opening, items, closing = _inside(term)
    if column + len(flat) <= width or not items or texts(term) is not None:
        return flat
    start = column + len(opening)
    if term.__class__ is tuple and items and items[0].__class__ is Atom and len(items) > 1:
        return _tagged(items, start, width, texts)
    shown = [_broken_item(item, start, width, texts) for item in items]
    filled = term.__class__ is Map or not any(_inside(item)[1] for item in items)
    return opening + _joined(shown, start, width, filled) + _rest(term, texts) + closing


def _tagged(items: list[Any], start: int, width: int, texts: Callable[[Any], str | None]) -> str:
    """Return a tuple whose first element is an atom: the others stand in a column behind it."""
    tag = _flat(items[0], texts)
    place = start + len(tag) + 1
    shown = [_broken(item, place, width, texts) for item in items[1:]]
    return f"{{{tag}," + _joined(shown, place, width, False) + "}"


def _broken_item(item: Any, start: int, width: int, texts: Callable[[Any], str | None]) -> str:
    if item.__class__ is not _Pair:
        return _broken(item, start, width, texts)
    flat = _item(item, texts)
    if start + len(flat) <= width:
        return flat
    place = start + 4
    return f"{_flat(item.key, texts)} =>\n{' ' * place}{_broken(item.value, place, width, texts)}"


def _joined(shown: list[str], start: int, width: int, filled: bool) -> str:
    """Return elements with commas, each on a line of its own, or as many on a line as there is room for."""
    made = shown[0]
    column = start + len(shown[0].rsplit("\n", 1)[-1])
    for before, text in pairwise(shown):
        if filled and "\n" not in before and column + len(text) + 4 <= width:  # a comma on each side, and two brackets
            made += f",{text}"
            column += len(text) + 1
        else:
            made += f",\n{' ' * start}{text}"
            column = start + len(text.rsplit("\n", 1)[-1])
    return made
