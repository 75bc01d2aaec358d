"""Texts that are not to become too long."""

from __future__ import annotations

from typing import Any, Final

from simulator.elixir.runtime.errors import error
from simulator.terms import inspect
from simulator.terms.bits import binary, bytes_of
from simulator.terms.lists import EMPTY, from_list, is_list, parts

_MARK: Final = " (truncated)"
_WIDTHS: Final = ((0x7F, 1), (0x7FF, 2), (0xFFFF, 3))


def truncated(data: Any, most: Any) -> Any:
    """Return character data with no more than so many bytes, and a mark behind where there were more.

    >>> truncated("abcdef", 4), truncated("abc", 4)
    (["abcd", " (truncated)"], 'abc')
    """
    if most.__class__ is not int:
        return data
    kept, left = _cut(data, most)
    return kept if left >= 0 else from_list([kept, _MARK])


def _cut(data: Any, left: int) -> tuple[Any, int]:
    """Return what fits, and how many bytes are left then: fewer than none where not all of it does."""
    if left < 0:
        return "", left
    if data.__class__ is str and len(data) * 4 <= left:
        return data, left - len(data.encode())
    if data.__class__ in (str, bytes):
        whole = data.encode() if data.__class__ is str else bytes_of(data)
        if len(whole) <= left:
            return data, left - len(whole)
        return binary(_whole_characters(whole[:left])), left - len(whole)
    if data.__class__ is int and data >= 0:
        return data, left - next((width for last, width in _WIDTHS if data <= last), 4)
    if not is_list(data):
        raise error("ArgumentError", message="cannot truncate chardata because it contains something that is not valid "
                    f"chardata: {inspect(data)}")  # fmt: skip
    return _cut_list(data, left)


def _whole_characters(data: bytes) -> bytes:
    """Return bytes without a character at their end that is not whole."""
    for shorter in range(min(4, len(data) + 1)):
        kept = data[: len(data) - shorter]
        try:
            kept.decode()
        except UnicodeDecodeError:
            continue
        return kept
    return data


def _cut_list(data: Any, left: int) -> tuple[Any, int]:
    found: list[Any] = []
    items, end = parts(data)
    for each in items if end is EMPTY else [*items, end]:
        if left < 0:
            break
        kept, left = _cut(each, left)
        found.append(kept)
    return from_list(found), left
