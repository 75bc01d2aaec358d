"""``String``: graphemes, code points, slices."""

from __future__ import annotations

from typing import Any

from simulator.elixir.library.string.differences import shortest_script
from simulator.elixir.library.string.text import checked
from simulator.elixir.runtime.bridge import NIL
from simulator.elixir.runtime.errors import error, function_clause
from simulator.elixir.runtime.values.counted import count_parts
from simulator.elixir.runtime.values.enumerable import RANGE
from simulator.elixir.runtime.values.graphemes import binary_of, count, graphemes, is_binary, pieces, text_of
from simulator.terms import Atom, inspect
from simulator.terms.lists import from_list
from simulator.terms.maps import get, struct_name

_BOUNDS = tuple(map(Atom, ("first", "last", "step")))


def all_graphemes(string: Any) -> Any:
    """Return the list of its graphemes."""
    return from_list([binary_of(each) for each in graphemes(checked(string, "graphemes", 1))])


def codepoints(string: Any) -> Any:
    """Return the list of its code points, each as text."""
    text = checked(string, "codepoints", 1)
    count_parts(len(text))
    return from_list([binary_of(each) for each in text])


def next_codepoint(string: Any) -> Any:
    """Return the first code point and the rest; nil for none."""
    text = checked(string, "next_codepoint", 1)
    return (binary_of(text[0]), binary_of(text[1:])) if text else NIL


def next_grapheme(string: Any) -> Any:
    """Return the first grapheme and the rest; nil for none."""
    text = checked(string, "next_grapheme", 1)
    if not text:
        return NIL
    first = graphemes(text)[0]
    return (binary_of(first), binary_of(text[len(first) :]))


def at(string: Any, position: Any) -> Any:
    """Return the grapheme at *position*, from the end if it is negative; nil outside."""
    text = checked(string, "at", 2, position)
    if position.__class__ is not int:
        raise function_clause("String", "at", 2, [string, position])
    parts = graphemes(text)
    return binary_of(parts[position]) if -len(parts) <= position < len(parts) else NIL


def first(string: Any) -> Any:
    """Return the first grapheme, or nil."""
    parts = graphemes(checked(string, "first", 1))
    return binary_of(parts[0]) if parts else NIL


def last(string: Any) -> Any:
    """Return the last grapheme, or nil."""
    parts = graphemes(checked(string, "last", 1))
    return binary_of(parts[-1]) if parts else NIL


def slice_2(string: Any, taken: Any) -> Any:
    """Return the graphemes at the positions of a range; negative ones count from the end."""
    text = checked(string, "slice", 2, taken)
    if struct_name(taken) is not RANGE:
        raise function_clause("String", "slice", 2, [string, taken])
    start, end, step = (get(taken, key) for key in _BOUNDS)
    if step is None:  # a range as it was before Elixir 1.12
        step = 1 if start <= end else -1
    if step < 0 and not (step == -1 and start > end):
        raise error(
            "ArgumentError", message=f"String.slice/2 does not accept ranges with negative steps: {inspect(taken)}"
        )
    size = count(text) if start < 0 or end < 0 else 0
    start = start + size if start < 0 else start
    end = end + size if end < 0 else end
    if start < 0 or end < start:
        return ""
    return binary_of(pieces(text, slice(start, end + 1, abs(step))))


def slice_3(string: Any, start: Any, length: Any) -> Any:
    """Return *length* graphemes from *start* on, which counts from the end if it is negative."""
    text = checked(string, "slice", 3, start, length)
    if start.__class__ is not int or length.__class__ is not int or length < 0:
        raise function_clause("String", "slice", 3, [string, start, length])
    if start < 0:
        start += count(text)
        if start < 0:
            return ""
    return binary_of(pieces(text, slice(start, start + length)))


def split_at(string: Any, position: Any) -> Any:
    """Return the graphemes before *position*, and the rest."""
    text = checked(string, "split_at", 2, position)
    if position.__class__ is not int:
        raise function_clause("String", "split_at", 2, [string, position])
    place = position if position >= 0 else max(count(text) + position, 0)
    return (binary_of(pieces(text, slice(None, place))), binary_of(pieces(text, slice(place, None))))


def myers_difference(one: Any, two: Any) -> Any:
    """Return how to make the second text of the first: a keyword list of ``eq``, ``del`` and ``ins``."""
    if not is_binary(one) or not is_binary(two):
        raise function_clause("String", "myers_difference", 2, [one, two])
    script = shortest_script(graphemes(text_of(one)), graphemes(text_of(two)))
    return from_list([(kind, binary_of("".join(parts))) for kind, parts in script])


FUNCTIONS_OF_STRING = {
    "graphemes/1": all_graphemes, "codepoints/1": codepoints, "next_codepoint/1": next_codepoint,
    "next_grapheme/1": next_grapheme, "at/2": at, "first/1": first, "last/1": last, "slice/2": slice_2,
    "slice/3": slice_3, "split_at/2": split_at, "myers_difference/2": myers_difference,
}  # fmt: skip
