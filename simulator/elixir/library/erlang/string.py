"""Erlang's ``:string``: texts and charlists alike; what is given as a charlist comes back as one.

Source of the semantics: OTP 25's ``string``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from simulator.elixir.library.files.io import chardata
from simulator.elixir.runtime.bridge import boolean
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.counted import to_list
from simulator.elixir.runtime.values.graphemes import graphemes
from simulator.terms import Atom
from simulator.terms.lists import from_list, is_list

_NOMATCH = Atom("nomatch")
_BLANKS = " \t\n\r\x0b\x0c"


def _text(term: Any) -> str:
    """Return character data as text."""
    if term.__class__ is str:
        return str(term)
    if is_list(term):
        return chardata(term)
    raise badarg(1, "not character data")


def _like(term: Any, text: str) -> Any:
    """Return a text in the form that *term* has."""
    return from_list(list(map(ord, text))) if is_list(term) else text


def _mapped(change: Callable[[str], str]) -> Callable[[Any], Any]:
    def apply(term: Any) -> Any:
        return _like(term, change(_text(term)))

    return apply


uppercase = _mapped(str.upper)
lowercase = _mapped(str.lower)
titlecase = _mapped(lambda text: text[:1].title() + text[1:])
casefold = _mapped(str.casefold)
trim = _mapped(lambda text: text.strip(_BLANKS))


def trim_side(term: Any, side: Any) -> Any:
    """``:string.trim/2``"""
    return trim_chars(term, side, from_list(list(map(ord, _BLANKS))))


def trim_chars(term: Any, side: Any, chars: Any) -> Any:
    """``:string.trim/3``"""
    text, cut = _text(term), _text(chars)
    if side is Atom("leading"):
        return _like(term, text.lstrip(cut))
    return _like(term, text.rstrip(cut) if side is Atom("trailing") else text.strip(cut))


def strip_side(term: Any, side: Any) -> Any:
    """``:string.strip/2``"""
    sides = {"left": "leading", "right": "trailing", "both": "both"}
    return trim_chars(term, Atom(sides[side.name]), from_list([32]))


def split(term: Any, pattern: Any) -> Any:
    """``:string.split/2``"""
    return split_at(term, pattern, Atom("leading"))


def split_at(term: Any, pattern: Any, where: Any) -> Any:
    """``:string.split/3``"""
    text, mark = _text(term), _text(pattern)
    if not mark:
        pieces = [text]
    elif where is Atom("all"):
        pieces = text.split(mark)
    elif where is Atom("trailing"):
        pieces = text.rsplit(mark, 1)
    else:
        pieces = text.split(mark, 1)
    return from_list([_like(term, piece) for piece in pieces])


def lexemes(term: Any, separators: Any) -> Any:
    """``:string.lexemes/2``, ``:string.tokens/2``"""
    marks = re.escape(_text(separators))
    pieces = re.split(f"[{marks}]+", _text(term)) if marks else [_text(term)]
    return from_list([_like(term, piece) for piece in pieces if piece])


def length(term: Any) -> int:
    """``:string.length/1``: of characters as people count them."""
    return len(graphemes(_text(term)))


def size(term: Any) -> int:
    """``:string.len/1``: of code points."""
    return len(_text(term))


def reverse(term: Any) -> Any:
    """``:string.reverse/1``: a charlist, whatever was given."""
    return from_list(list(map(ord, "".join(reversed(graphemes(_text(term)))))))


def to_graphemes(term: Any) -> Any:
    """``:string.to_graphemes/1``"""
    return from_list(
        [ord(each) if len(each) == 1 else from_list(list(map(ord, each))) for each in graphemes(_text(term))]
    )


def to_integer(term: Any) -> Any:
    """``:string.to_integer/1``: the number at the beginning, and what follows it."""
    return _number(term, r"[+-]?\d+", int, "no_integer")


def to_float(term: Any) -> Any:
    """``:string.to_float/1``"""
    return _number(term, r"[+-]?\d+[.,]\d+(?:[eE][+-]?\d+)?", lambda text: float(text.replace(",", ".")), "no_float")


def _number(term: Any, pattern: str, make: Callable[[str], Any], wrong: str) -> Any:
    text = _text(term)
    found = re.match(pattern, text)
    if found is None:
        return (Atom("error"), Atom(wrong))
    return (make(found[0]), _like(term, text[found.end() :]))


def join(items: Any, separator: Any) -> Any:
    """``:string.join/2``"""
    return from_list(list(map(ord, _text(separator).join(map(_text, to_list(items))))))


def concat(left: Any, right: Any) -> Any:
    """``:string.concat/2``"""
    return _like(left, _text(left) + _text(right))


def find(term: Any, pattern: Any) -> Any:
    """``:string.find/2``: the rest of the text from where the pattern stands."""
    at = _text(term).find(_text(pattern))
    return _NOMATCH if at < 0 else _like(term, _text(term)[at:])


def find_from(term: Any, pattern: Any, where: Any) -> Any:
    """``:string.find/3``"""
    if where is not Atom("trailing"):
        return find(term, pattern)
    at = _text(term).rfind(_text(pattern))
    return _NOMATCH if at < 0 else _like(term, _text(term)[at:])


def prefix(term: Any, start: Any) -> Any:
    """``:string.prefix/2``: what follows the prefix."""
    text, head = _text(term), _text(start)
    return _like(term, text[len(head) :]) if text.startswith(head) else _NOMATCH


def replace(term: Any, pattern: Any, new: Any) -> Any:
    """``:string.replace/3``"""
    return replace_at(term, pattern, new, Atom("leading"))


def replace_at(term: Any, pattern: Any, new: Any, where: Any) -> Any:
    """``:string.replace/4``: the pieces, with what stands between them now."""
    pieces = to_list(split_at(term, pattern, where))
    made = [pieces[0]]
    for piece in pieces[1:]:
        made += [new, piece]
    return from_list(made)


def slice_from(term: Any, start: Any) -> Any:
    """``:string.slice/2``"""
    return _like(term, "".join(graphemes(_text(term))[start:]))


def slice_(term: Any, start: Any, count: Any) -> Any:
    """``:string.slice/3``"""
    end = None if count is Atom("infinity") else start + count
    return _like(term, "".join(graphemes(_text(term))[start:end]))


def substring(term: Any, start: Any) -> Any:
    """``:string.substr/2``: positions count from 1."""
    return _like(term, _text(term)[start - 1 :])


def substring_of(term: Any, start: Any, count: Any) -> Any:
    """``:string.substr/3``"""
    return _like(term, _text(term)[start - 1 : start - 1 + count])


def position(term: Any, pattern: Any) -> int:
    """``:string.str/2``: where the pattern stands, from 1; 0 where it does not."""
    return _text(term).find(_text(pattern)) + 1


def position_of_char(term: Any, char: Any) -> int:
    """``:string.chr/2``"""
    return _text(term).find(chr(char)) + 1


def equal(left: Any, right: Any) -> Any:
    """``:string.equal/2``"""
    return boolean(_text(left) == _text(right))


def is_empty(term: Any) -> Any:
    """``:string.is_empty/1``"""
    return boolean(not _text(term))


def pad(term: Any, size: Any) -> Any:
    """``:string.pad/2``"""
    return pad_with(term, size, Atom("trailing"), 32)


def pad_side(term: Any, size: Any, side: Any) -> Any:
    """``:string.pad/3``"""
    return pad_with(term, size, side, 32)


def pad_with(term: Any, size: Any, side: Any, char: Any) -> Any:
    """``:string.pad/4``: the text among what fills it up."""
    missing = max(0, size - length(term))
    before = missing if side is Atom("leading") else missing // 2 if side is Atom("both") else 0
    mark = chr(char) if char.__class__ is int else _text(char)
    return from_list([mark * before, term, mark * (missing - before)])


def copies(term: Any, count: Any) -> Any:
    """``:string.copies/2``"""
    return _like(term, _text(term) * count)


FUNCTIONS = {
    "uppercase/1": uppercase, "lowercase/1": lowercase, "titlecase/1": titlecase, "casefold/1": casefold,
    "to_upper/1": uppercase, "to_lower/1": lowercase, "trim/1": trim, "trim/2": trim_side, "trim/3": trim_chars,
    "strip/1": trim, "strip/2": strip_side, "split/2": split, "split/3": split_at, "lexemes/2": lexemes,
    "tokens/2": lexemes, "length/1": length, "len/1": size, "reverse/1": reverse, "to_graphemes/1": to_graphemes,
    "to_integer/1": to_integer, "to_float/1": to_float, "join/2": join, "concat/2": concat, "find/2": find,
    "find/3": find_from, "prefix/2": prefix, "replace/3": replace, "replace/4": replace_at, "slice/2": slice_from,
    "slice/3": slice_, "substr/2": substring, "substr/3": substring_of, "str/2": position, "chr/2": position_of_char,
    "equal/2": equal, "is_empty/1": is_empty, "pad/2": pad, "pad/3": pad_side, "pad/4": pad_with, "copies/2": copies,
}  # fmt: skip
