"""``:binary``: the bytes of binaries.

Source of the semantics: OTP 25, stdlib, the module ``binary``.
"""

from __future__ import annotations

import re
from typing import Any

from simulator.elixir.library.files.io import iodata
from simulator.elixir.runtime.errors import check, erlang, unless
from simulator.elixir.runtime.values.basics import badarg
from simulator.elixir.runtime.values.counted import count_parts, counted_parts, to_list
from simulator.elixir.runtime.values.graphemes import is_binary
from simulator.elixir.runtime.values.sizes import check_bytes
from simulator.terms import Atom
from simulator.terms.bits import binary, bytes_of
from simulator.terms.lists import EMPTY, from_list, is_list

_NOMATCH, _GLOBAL, _TRIM, _TRIM_ALL, _LITTLE = map(Atom, ("nomatch", "global", "trim", "trim_all", "little"))


def _data(term: Any, position: int = 1) -> bytes:
    if not is_binary(term):
        raise badarg(position, "not a binary")
    return bytes_of(term)


def bin_to_list_1(subject: Any) -> Any:
    """Return the bytes as a list."""
    count_parts(len(_data(subject)))
    return from_list(list(_data(subject)))


def bin_to_list_3(subject: Any, start: Any, length: Any) -> Any:
    """Return some of the bytes as a list."""
    return from_list(list(bytes_of(part_3(subject, start, length))))


def list_to_bin(items: Any) -> Any:
    """Return I/O data as a binary."""
    return binary(iodata(items))


def part_2(subject: Any, place: Any) -> Any:
    """Return the part at ``{start, length}``."""
    right = place.__class__ is tuple and len(place) == 2 and place[0].__class__ is int and place[1].__class__ is int
    check("" if is_binary(subject) else "not a binary", "" if right else "not a valid {Pos,Length} tuple")
    return part_3(subject, *place)


def part_3(subject: Any, start: Any, length: Any) -> Any:
    """Return *length* bytes from *start* on; a negative length goes back."""
    check(
        "" if is_binary(subject) else "not a binary", unless(int, start, "not an integer"),
        unless(int, length, "not an integer"),
    )  # fmt: skip
    data = bytes_of(subject)
    if length < 0:
        start, length = start + length, -length
    if start < 0 or start + length > len(data):
        raise badarg(2, "out of range")
    return binary(data[start : start + length])


def at(subject: Any, position: Any) -> Any:
    """Return the byte at *position*."""
    check("" if is_binary(subject) else "not a binary", unless(int, position, "not an integer"))
    data = bytes_of(subject)
    if not 0 <= position < len(data):
        raise erlang(Atom("badarg"))
    return data[position]


def first(subject: Any) -> Any:
    """Return the first byte."""
    data = _data(subject)
    if not data:
        raise badarg(1, "a zero-sized binary is not allowed")
    return data[0]


def last(subject: Any) -> Any:
    """Return the last byte."""
    data = _data(subject)
    if not data:
        raise badarg(1, "a zero-sized binary is not allowed")
    return data[-1]


def copy_1(subject: Any) -> Any:
    """Return it as it is."""
    return copy_2(subject, 1)


def copy_2(subject: Any, times: Any) -> Any:
    """Return it so many times over."""
    problem = "not an integer" if times.__class__ is not int else "out of range" if times < 0 else ""
    check("" if is_binary(subject) else "not a binary", problem)
    data = bytes_of(subject)
    check_bytes(len(data) * times)
    return binary(data * times)


def _pattern(pattern: Any) -> re.Pattern[bytes]:
    given = list(to_list(pattern)) if is_list(pattern) else [pattern]
    parts = [bytes_of(part) for part in given if is_binary(part)]
    if len(parts) < len(given) or not parts or not all(parts):
        raise badarg(2, "not a valid pattern")
    return re.compile(b"|".join(re.escape(part) for part in sorted(parts, key=len, reverse=True)))


def compile_pattern(pattern: Any) -> Any:
    """Return a pattern that :func:`split_2` and its like take: the same."""
    _pattern(pattern)
    return pattern


def match_2(subject: Any, pattern: Any) -> Any:
    """Return where a pattern is found first, as ``{start, length}``, or ``:nomatch``."""
    found = _pattern(pattern).search(_data(subject))
    return _NOMATCH if found is None else (found.start(), found.end() - found.start())


def match_3(subject: Any, pattern: Any, options: Any) -> Any:
    """Return where a pattern is found first in the part that ``scope`` names."""
    start, end = _scope(subject, options)
    found = _pattern(pattern).search(_data(subject), start, end)
    return _NOMATCH if found is None else (found.start(), found.end() - found.start())


def matches_3(subject: Any, pattern: Any, options: Any) -> Any:
    """Return everywhere that a pattern is found in the part that ``scope`` names."""
    found = _pattern(pattern).finditer(_data(subject), *_scope(subject, options))
    return from_list([(one.start(), one.end() - one.start()) for one in counted_parts(found)])


def _scope(subject: Any, options: Any) -> tuple[int, int]:
    """Return where the part begins and ends that options name; all of it if they name none."""
    size = len(_data(subject))
    start, end = 0, size
    for each in to_list(options):
        if each.__class__ is not tuple or len(each) != 2 or each[0] is not Atom("scope"):
            raise badarg(3, "invalid options")
        at, length = each[1]
        start, end = min(at, at + length), max(at, at + length)
        if not 0 <= start <= end <= size:
            raise badarg(3, "specified part is not wholly inside binary")
    return start, end


def matches_2(subject: Any, pattern: Any) -> Any:
    """Return everywhere that a pattern is found."""
    found = _pattern(pattern).finditer(_data(subject))
    return from_list([(one.start(), one.end() - one.start()) for one in counted_parts(found)])


def split_2(subject: Any, pattern: Any) -> Any:
    """Return what is before and after the first match."""
    return split_3(subject, pattern, EMPTY)


def split_3(subject: Any, pattern: Any, options: Any) -> Any:
    """Return the parts between matches: of the first, or of all with ``:global``."""
    given = to_list(options)
    parts = _pattern(pattern).split(_data(subject), 0 if _GLOBAL in given else 1)
    if _TRIM_ALL in given:
        parts = [part for part in parts if part]
    elif _TRIM in given:
        while parts and not parts[-1]:
            parts.pop()
    return from_list([binary(part) for part in parts])


def replace_3(subject: Any, pattern: Any, replacement: Any) -> Any:
    """Return it with the first match replaced."""
    return replace_4(subject, pattern, replacement, EMPTY)


def replace_4(subject: Any, pattern: Any, replacement: Any, options: Any) -> Any:
    """Return it with the first match, or with ``:global`` every one, replaced."""
    other = _data(replacement, 3)
    count = 0 if _GLOBAL in to_list(options) else 1
    return binary(_pattern(pattern).sub(lambda _: other, _data(subject), count))


def encode_unsigned_1(number: Any) -> Any:
    """Return a number's bytes, the highest first."""
    if number.__class__ is not int or number < 0:
        raise badarg(1, "not a non-negative integer")
    return binary(number.to_bytes(max(1, (number.bit_length() + 7) // 8), "big"))


def encode_unsigned_2(number: Any, order: Any) -> Any:
    """Return a number's bytes in an order, ``:big`` or ``:little``."""
    made = bytes_of(encode_unsigned_1(number))
    return binary(made[::-1] if order is _LITTLE else made)


def decode_unsigned_1(subject: Any) -> Any:
    """Return the number of these bytes, the highest first."""
    return int.from_bytes(_data(subject), "big")


def decode_unsigned_2(subject: Any, order: Any) -> Any:
    """Return the number of these bytes in an order."""
    return int.from_bytes(_data(subject), "little" if order is _LITTLE else "big")


def longest_common_prefix(subjects: Any) -> Any:
    """Return how many bytes all binaries of a list begin with alike."""
    found = [_data(subject) for subject in to_list(subjects)]
    size = 0
    while all(len(data) > size and data[size] == found[0][size] for data in found):
        size += 1
    return size


FUNCTIONS = {
    "bin_to_list/1": bin_to_list_1, "bin_to_list/3": bin_to_list_3, "list_to_bin/1": list_to_bin, "part/2": part_2,
    "part/3": part_3, "at/2": at, "first/1": first, "last/1": last, "copy/1": copy_1, "copy/2": copy_2,
    "compile_pattern/1": compile_pattern, "match/2": match_2, "match/3": match_3, "matches/3": matches_3,
    "matches/2": matches_2, "split/2": split_2,
    "split/3": split_3, "replace/3": replace_3, "replace/4": replace_4, "encode_unsigned/1": encode_unsigned_1,
    "encode_unsigned/2": encode_unsigned_2, "decode_unsigned/1": decode_unsigned_1,
    "decode_unsigned/2": decode_unsigned_2, "longest_common_prefix/1": longest_common_prefix,
}  # fmt: skip
