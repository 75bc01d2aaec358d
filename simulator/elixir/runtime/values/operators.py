"""What generated code calls where Python's operators do not do: arithmetic, order, parts of data.

Names are short because they stand in generated code; :mod:`simulator.elixir.runtime.running.names` lists them.
Source of the semantics: the Erlang reference manual, "Expressions".
"""

from __future__ import annotations

from math import ceil, floor, isfinite
from types import FunctionType
from typing import Any, Final

from simulator.elixir.runtime.errors import (
    BADARG,
    BADARITH,
    FALSE,
    TRUE,
    Raised,
    arithmetic,
    check,
    erlang,
    rejected,
    unless,
)
from simulator.elixir.runtime.values.counted import count_bytes, to_list
from simulator.elixir.runtime.values.sizes import check_bits, count_product, count_quotient
from simulator.terms import Atom, compare
from simulator.terms.bits import Bits, binary, bytes_of
from simulator.terms.lists import EMPTY, Cons, Empty, Lazy, NotAList, force, from_list, length
from simulator.terms.maps import PLAIN, Map, key_of, strict_equal
from simulator.terms.maps import equal as equal

NUMBERS: Final = frozenset([int, float])
BINARIES: Final = frozenset([str, bytes])
BITSTRINGS: Final = frozenset([str, bytes, Bits])
LISTS: Final = frozenset([Cons, Lazy, Empty])
Function = FunctionType

same = strict_equal
SIMPLE: Final = PLAIN | {float}
"""Classes whose instances are compared at once."""


# -- arithmetic -------------------------------------------------------------------------------


_LONG_BITS: Final = 4_096
LONG: Final = 1 << _LONG_BITS
"""From here on it is looked at whether there is room for a product, and what it took counts."""
LONG_BELOW: Final = -LONG


def product(value: Any, left: Any, right: Any, operator: str = "") -> Any:
    """Return what ``*`` gave for *left* and *right*, if it is a number that there is room for."""
    if value.__class__ is not int:
        return number(value, operator, left, right) if operator else number(value)
    check_bits(value.bit_length() - 1)
    count_product(left.bit_length(), right.bit_length())
    return value


def number(value: Any, *operands: Any) -> Any:
    """Return what Python's operator gave, if it is a number that Elixir has; *operands*: the operator, and its own."""
    if value.__class__ is int or (value.__class__ is float and isfinite(value)):
        return value
    raise arithmetic(operands[0], list(operands[1:])) if operands else erlang(BADARITH)


def div(left: Any, right: Any) -> int:
    """``div/2``: towards zero."""
    if left.__class__ is not int or right.__class__ is not int or not right:
        raise arithmetic("div", [left, right])
    if left > LONG or left < LONG_BELOW:
        count_quotient(left.bit_length(), right.bit_length())
    quotient = abs(left) // abs(right)
    return quotient if (left < 0) == (right < 0) else -quotient


def rem(left: Any, right: Any) -> int:
    """``rem/2``: with the sign of *left*."""
    if left.__class__ is not int or right.__class__ is not int or not right:
        raise arithmetic("rem", [left, right])
    if left > LONG or left < LONG_BELOW:
        count_quotient(left.bit_length(), right.bit_length())
    rest = abs(left) % abs(right)
    return -rest if left < 0 else rest


def absolute(value: Any) -> Any:
    """``abs/1``"""
    if value.__class__ is int or value.__class__ is float:
        return abs(value)
    raise rejected(1, "not a number")


def _numeric(value: Any) -> Any:
    if value.__class__ is int or value.__class__ is float:
        return value
    raise rejected(1, "not a number")


def round_number(value: Any) -> int:
    """``round/1``: a half goes away from zero."""
    if value.__class__ is float:
        whole = int(value)
        return whole + (1 if value > 0 else -1) if abs(value - whole) >= 0.5 else whole
    return int(_numeric(value))


def truncate(value: Any) -> int:
    """``trunc/1``"""
    return int(_numeric(value))


def floor_number(value: Any) -> int:
    """``floor/1``"""
    whole: int = floor(_numeric(value))
    return whole


def ceil_number(value: Any) -> int:
    """``ceil/1``"""
    whole: int = ceil(_numeric(value))
    return whole


def _integers(operator: str, *operands: Any) -> None:
    if any(operand.__class__ is not int for operand in operands):
        raise arithmetic(operator, list(operands))


def band(left: Any, right: Any) -> int:
    """Bits in both."""
    _integers("band", left, right)
    return int(left & right)


def bor(left: Any, right: Any) -> int:
    """Bits in either."""
    _integers("bor", left, right)
    return int(left | right)


def bxor(left: Any, right: Any) -> int:
    """Bits in one of both."""
    _integers("bxor", left, right)
    return int(left ^ right)


def bsl(left: Any, right: Any) -> int:
    """Shifted to the left; a negative shift goes to the right."""
    _integers("bsl", left, right)
    if right <= 0:
        return int(left >> -right)
    if left:
        check_bits(left.bit_length() - 1 + right)
    made = int(left << right)
    if made > LONG or made < LONG_BELOW:
        count_bytes(made.bit_length())
    return made


def bsr(left: Any, right: Any) -> int:
    """Shifted to the right."""
    _integers("bsr", left, right)
    return bsl(left, -right)


def bnot(value: Any) -> int:
    """All bits turned."""
    _integers("bnot", value)
    return ~int(value)


# -- order ------------------------------------------------------------------------------------

_ORDERED: Final = frozenset([int, float, str])


def _before(left: Any, right: Any) -> int:
    kind = left.__class__
    if (kind is right.__class__ and kind in _ORDERED) or (kind in NUMBERS and right.__class__ in NUMBERS):
        order: int = (left > right) - (left < right)
        return order
    return compare(left, right)


def less(left: Any, right: Any) -> bool:
    """``<``"""
    return _before(left, right) < 0


def greater(left: Any, right: Any) -> bool:
    """``>``"""
    return _before(left, right) > 0


def at_most(left: Any, right: Any) -> bool:
    """``<=``"""
    return _before(left, right) <= 0


def at_least(left: Any, right: Any) -> bool:
    """``>=``"""
    return _before(left, right) >= 0


def maximum(left: Any, right: Any) -> Any:
    """``max/2``"""
    return right if _before(left, right) < 0 else left


def minimum(left: Any, right: Any) -> Any:
    """``min/2``"""
    return right if _before(left, right) > 0 else left


def not_boolean(value: Any, word: str) -> Any:
    """Raise the error of an operand of ``and``, ``or`` or ``not`` that is neither true nor false."""
    if value is TRUE or value is FALSE:
        return False
    if word == "not":
        raise erlang(BADARG)
    raise Raised((Atom("badbool"), Atom(word), value))


# -- tuples and lists -------------------------------------------------------------------------


def element(term: Any, index: Any) -> Any:
    """``elem/2``"""
    if index.__class__ is not int:
        raise erlang(BADARITH)  # the index is increased before
    if term.__class__ is not tuple:
        raise rejected(2, "not a tuple")
    if not 0 <= index < len(term):
        raise rejected(1, "out of range")
    return term[index]


def erlang_element(position: Any, term: Any) -> Any:
    """``:erlang.element/2``"""
    if term.__class__ is tuple and position.__class__ is int and 1 <= position <= len(term):
        return term[position - 1]
    raise rejected(*((2, "not a tuple") if term.__class__ is not tuple else (1, "out of range")))


def put_elem(term: Any, index: Any, value: Any) -> tuple[Any, ...]:
    """``put_elem/3``"""
    element(term, index)
    return (*term[:index], value, *term[index + 1 :])


def tuple_size(term: Any) -> int:
    """``tuple_size/1``"""
    if term.__class__ is not tuple:
        raise rejected(1, "not a tuple")
    return len(term)


def cell_head(term: Any) -> Any:
    """``hd/1``"""
    if term.__class__ is Cons or (term.__class__ is Lazy and force(term)):
        return term.head
    raise rejected(1, "not a nonempty list")


def cell_tail(term: Any) -> Any:
    """``tl/1``"""
    if term.__class__ is Cons or (term.__class__ is Lazy and force(term)):
        return term.tail
    raise rejected(1, "not a nonempty list")


def list_length(term: Any) -> int:
    """``length/1``"""
    try:
        return length(term)
    except NotAList:
        raise rejected(1, "not a list") from None


def guard_length(term: Any) -> int | None:
    """``length/1`` in a guard: None where it fails."""
    try:
        return length(term)
    except NotAList:
        return None


def append(left: Any, right: Any) -> Any:
    """``++``"""
    if left is EMPTY:
        return right
    try:
        items = to_list(left)
    except NotAList:
        raise erlang(BADARG) from None
    if right is EMPTY:
        return left
    return from_list(items, right)


def subtract(left: Any, right: Any) -> Any:
    """``--``: without the first occurrence of each element of *right*, compared strictly."""
    try:
        kept = list(to_list(left))
    except NotAList:
        raise erlang(BADARG) from None
    try:
        gone = to_list(right)
    except NotAList:
        raise erlang(BADARG) from None
    if len(gone) > 8:
        return from_list(_without(kept, gone))
    for item in gone:
        for index, each in enumerate(kept):
            if each is item or strict_equal(each, item):
                del kept[index]
                break
    return from_list(kept)


def _without(items: list[Any], gone: list[Any]) -> list[Any]:
    left: dict[Any, int] = {}
    for item in gone:
        key = key_of(item)
        left[key] = left.get(key, 0) + 1
    kept = []
    for item in items:
        key = key_of(item)
        if left.get(key):
            left[key] -= 1
        else:
            kept.append(item)
    return kept


# -- sizes ------------------------------------------------------------------------------------


def map_size(term: Any) -> int:
    """``map_size/1``"""
    if term.__class__ is not Map:
        raise erlang((Atom("badmap"), term))
    return len(term.d)


def byte_size(term: Any) -> int:
    """``byte_size/1``"""
    if term.__class__ is str:
        return len(term) if term.isascii() else len(term.encode())
    if term.__class__ is bytes:
        return len(term)
    if term.__class__ is Bits:
        return len(term.data)
    raise rejected(1, "not a bitstring")


def bit_size(term: Any) -> int:
    """``bit_size/1``"""
    return int(term.size) if term.__class__ is Bits else 8 * byte_size(term)


def size(term: Any) -> int:
    """``:erlang.size/1``"""
    if term.__class__ is tuple:
        return len(term)
    if term.__class__ in BINARIES:
        return byte_size(term)
    raise rejected(1, "not tuple or binary")


def binary_part(term: Any, start: Any, count: Any) -> Any:
    """``binary_part/3``; a negative count takes what stands before *start*."""
    check(
        "" if term.__class__ in BINARIES else "not a binary", unless(int, start, "not an integer"),
        unless(int, count, "not an integer"),
    )  # fmt: skip
    data = bytes_of(term)
    first, last = (start, start + count) if count >= 0 else (start + count, start)
    if not 0 <= start <= len(data):
        raise rejected(2, "out of range")
    if first < 0 or last > len(data):
        raise rejected(3, "out of range")
    return binary(data[first:last])


def boolean(value: Any) -> Atom:
    """Return the atom of a Python truth."""
    return TRUE if value else FALSE

